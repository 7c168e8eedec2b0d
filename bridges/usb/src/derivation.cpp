// SPDX-License-Identifier: Apache-2.0
#include "ddb/usb/derivation.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "derive.hpp"
#include "written_text.hpp"

namespace ddb::usb {

namespace {

using Derive = void (*)(Derivation&, const Interface&);

struct ClassDerivation {
  std::uint8_t class_id = 0;
  bool controls = false;  // it claims other interfaces, which must not be derived before it
  Derive derive = nullptr;
};

// What is not here goes to derive_other.
constexpr std::array<ClassDerivation, 1> kClasses = {
    ClassDerivation{0xff, false, derive_other},
};

constexpr std::uint8_t kVendorClass = 0xff;

// The configuration that Linux would choose: usb_choose_configuration of
// drivers/usb/core/generic.c, but for what the hub can supply.
const Configuration* chosen_configuration(const Device& device, const DescribeOptions& options) {
  if (device.configurations.empty()) return nullptr;
  if (options.configuration.has_value()) {
    const auto found = std::find_if(
        device.configurations.begin(), device.configurations.end(),
        [&options](const Configuration& it) { return it.value == *options.configuration; });
    if (found != device.configurations.end()) return &*found;
  }
  const bool vendor_device =
      device.descriptor.has_value() && device.descriptor->device_class.class_id == kVendorClass;
  const auto standard = std::find_if(
      device.configurations.begin(), device.configurations.end(), [](const Configuration& it) {
        return !it.interfaces.empty() &&
               first_setting(it.interfaces.front()).interface_class.class_id != kVendorClass;
      });
  if (vendor_device || standard == device.configurations.end()) {
    return &device.configurations.front();
  }
  return &*standard;
}

void derive_interfaces(Derivation& derivation) {
  for (const bool controls : {true, false}) {
    for (const Interface& interface : derivation.configuration().interfaces) {
      if (derivation.is_used(interface)) continue;
      const std::uint8_t class_id = first_setting(interface).interface_class.class_id;
      const auto found =
          std::find_if(kClasses.begin(), kClasses.end(),
                       [class_id](const ClassDerivation& it) { return it.class_id == class_id; });
      if (found == kClasses.end()) {
        if (!controls) derive_other(derivation, interface);
      } else if (found->controls == controls) {
        found->derive(derivation, interface);
      }
      if (!controls && !derivation.is_used(interface)) derive_other(derivation, interface);
    }
  }
}

}  // namespace

std::string spec_name(const Device& device, std::string_view product_name) {
  constexpr std::size_t most = 40;
  std::string name = "usb_device";
  if (device.descriptor.has_value()) {
    name = "usb_";
    append_hexadecimal(name, device.descriptor->vendor, 4);
    name += '_';
    append_hexadecimal(name, device.descriptor->product, 4);
  }
  const std::string product = name_of_text(product_name, most);
  if (!product.empty()) {
    name += '_';
    name += product;
  }
  return name;
}

Description describe(const Reading& reading, const DescribeOptions& options) {
  static const Configuration no_configuration;
  const Configuration* const chosen = chosen_configuration(reading.device, options);
  Derivation derivation(reading.device, chosen == nullptr ? no_configuration : *chosen, options);
  derive_general(derivation);
  derive_interfaces(derivation);
  return finish(derivation);
}

}  // namespace ddb::usb

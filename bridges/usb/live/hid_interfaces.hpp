// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_LIVE_HID_INTERFACES_HPP
#define DDB_USB_LIVE_HID_INTERFACES_HPP

#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "ddb/usb/device.hpp"

namespace ddb::usb::live {

/// The number of its interface for each HID descriptor of a configuration, in the order of the
/// bytes, which is that of Input::report_descriptors.
inline std::vector<std::uint8_t> hid_interfaces(const Configuration& configuration) {
  std::vector<std::pair<std::uint32_t, std::uint8_t>> found;
  for (const Interface& interface : configuration.interfaces) {
    for (const AlternateSetting& setting : interface.settings) {
      const auto* const function = std::get_if<hid::Function>(&setting.details);
      if (function == nullptr || function->place.length == 0) continue;
      found.emplace_back(function->place.offset, setting.interface);
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<std::uint8_t> interfaces;
  interfaces.reserve(found.size());
  for (const auto& [offset, interface] : found) interfaces.push_back(interface);
  return interfaces;
}

}  // namespace ddb::usb::live

#endif  // DDB_USB_LIVE_HID_INTERFACES_HPP

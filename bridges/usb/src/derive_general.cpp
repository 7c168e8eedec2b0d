// SPDX-License-Identifier: Apache-2.0
// The device as a whole, and the interfaces that no class explains.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "derive.hpp"
#include "written_text.hpp"

namespace ddb::usb {

namespace {

// A release in binary-coded decimal: 2.00 for 0x0200.
std::string release_text(std::uint16_t release) {
  std::string made;
  append_hexadecimal(made, release >> 8U);
  made += '.';
  append_hexadecimal(made, release & 0xffU, 2);
  return made;
}

std::string code_text(const ClassCode& code) {
  std::string made;
  append_hexadecimal(made, code.class_id, 2);
  made += ':';
  append_hexadecimal(made, code.subclass, 2);
  made += ':';
  append_hexadecimal(made, code.protocol, 2);
  return made;
}

std::string manufacturer_of(const Derivation& derivation) {
  const auto& descriptor = derivation.device().descriptor;
  std::string name;
  if (descriptor.has_value()) name = derivation.string(descriptor->manufacturer_name);
  return name.empty() ? derivation.options().vendor_name : name;
}

std::string product_of(const Derivation& derivation) {
  const auto& descriptor = derivation.device().descriptor;
  std::string name;
  if (descriptor.has_value()) name = derivation.string(descriptor->product_name);
  return name.empty() ? derivation.options().product_name : name;
}

Branch information(const Derivation& derivation) {
  const auto& descriptor = derivation.device().descriptor;
  Branch made = branch("information");
  Branch description = branch("description");
  const auto add = [&description](Word aspect, std::string value) {
    if (!value.empty()) description.leaves.push_back(text(aspect, std::move(value)));
  };
  // What it calls itself, and what the public list calls it: people look for either.
  const auto add_both = [&add](Word aspect, const std::string& own, const std::string& listed) {
    add(aspect, own);
    if (listed != own) add(aspect, listed);
  };
  add_both("manufacturer", manufacturer_of(derivation), derivation.options().vendor_name);
  add_both("product", product_of(derivation), derivation.options().product_name);
  if (descriptor.has_value()) add("serial_number", derivation.string(descriptor->serial_number));
  if (!description.leaves.empty()) made.branches.push_back(std::move(description));
  if (descriptor.has_value()) {
    std::string ids;
    append_hexadecimal(ids, descriptor->vendor, 4);
    ids += ':';
    append_hexadecimal(ids, descriptor->product, 4);
    made.branches.push_back(branch("specification", text("standard", "Universal Serial Bus"),
                                   text("version", release_text(descriptor->usb_release)),
                                   text("registry", "USB vendor and product identifiers"),
                                   text("code", ids)));
  }
  // The classes that it has, each once.
  std::vector<ClassCode> codes;
  if (descriptor.has_value() && descriptor->device_class.class_id != 0) {
    codes.push_back(descriptor->device_class);
  }
  for (const Interface& interface : derivation.configuration().interfaces) {
    for (const AlternateSetting& setting : interface.settings) {
      if (std::find(codes.begin(), codes.end(), setting.interface_class) == codes.end()) {
        codes.push_back(setting.interface_class);
      }
    }
  }
  for (const ClassCode& code : codes) {
    std::string standard = "USB class ";
    standard += class_name(code.class_id);
    made.branches.push_back(branch("specification", text("standard", std::move(standard)),
                                   text("registry", "USB class codes"),
                                   text("code", code_text(code))));
  }
  return made;
}

struct Rate {
  std::int64_t number = 0;
  Word unit;
};

// USB 2.0 7.1, USB 3.2 6 and 9.2.6.
Rate rate_of(Speed speed) noexcept {
  constexpr std::array rates = {Rate{1500, "kilobit_per_second"}, Rate{12, "megabit_per_second"},
                                Rate{480, "megabit_per_second"}, Rate{5, "gigabit_per_second"},
                                Rate{10, "gigabit_per_second"}};
  return rates.at(static_cast<std::size_t>(speed));
}

// Interfaces of an association count as one function, all others by themselves.
std::uint64_t functions_of(const Configuration& configuration) {
  std::uint64_t functions = configuration.associations.size();
  for (const Interface& interface : configuration.interfaces) {
    const auto in = [&interface](const InterfaceAssociation& it) {
      return interface.number >= it.first_interface &&
             interface.number - it.first_interface < it.interfaces;
    };
    if (std::none_of(configuration.associations.begin(), configuration.associations.end(), in)) {
      ++functions;
    }
  }
  return functions;
}

Branch logical_device(const Derivation& derivation) {
  const Configuration& configuration = derivation.configuration();
  std::optional<Leaf> rate;
  if (derivation.options().speed.has_value()) {
    const Rate it = rate_of(*derivation.options().speed);
    rate = quantity("link_rate", exact(it.number), it.unit);
  }
  Branch made = branch("logical_device",
                       branch("superset", word("interconnect", "usb"), std::move(rate),
                              count("configurations", derivation.device().configurations.size()),
                              count("functions", functions_of(configuration)),
                              count("interfaces", configuration.interfaces.size())));
  for (const Interface& interface : configuration.interfaces) {
    made.branches.push_back(branch("subset", count("interface", interface.number),
                                   count("alternate_settings", interface.settings.size())));
  }
  return made;
}

// USB 2.0 7.2.1, USB 3.2 11.4: the bus gives 5 V.
Branch power(const Derivation& derivation) {
  const Configuration& configuration = derivation.configuration();
  const bool super = derivation.speed().value_or(Speed::Full) >= Speed::Super;
  const std::int64_t unit_ma = super ? 8 : 2;
  std::vector<Word> states = {"suspend"};
  if (configuration.remote_wakeup()) states.emplace_back("remote_wakeup");
  return branch(
      "power",
      branch("sink",
             quantity("consumption", exact(unit_ma * configuration.maximum_power), "milliampere"),
             quantity("voltage", exact(5), "volt")),
      branch("management", words("states", std::move(states)),
             truth("self_powered", configuration.self_powered())));
}

struct DriverRule {
  std::uint8_t class_id = 0;
  int subclass = -1;  // -1: any
  int protocol = -1;  // -1: any
  const char* driver = "";
};

// What the modules of Linux bind to by class: their tables of usb_device_id.
constexpr std::array kDrivers = {
    DriverRule{0x01, -1, -1, "snd-usb-audio"},
    DriverRule{0x02, 0x02, 0xff, "rndis_host"},
    DriverRule{0x02, 0x02, -1, "cdc_acm"},
    DriverRule{0x02, 0x06, -1, "cdc_ether"},
    DriverRule{0x02, 0x0a, -1, "cdc_ether"},
    DriverRule{0x02, 0x0c, -1, "cdc_eem"},
    DriverRule{0x02, 0x0d, -1, "cdc_ncm"},
    DriverRule{0x02, 0x0e, -1, "cdc_mbim"},
    DriverRule{0x03, -1, -1, "usbhid"},
    DriverRule{0x07, 0x01, -1, "usblp"},
    DriverRule{0x08, 0x06, 0x62, "uas"},
    DriverRule{0x08, -1, -1, "usb-storage"},
    DriverRule{0x09, -1, -1, "hub"},
    DriverRule{0x0e, -1, -1, "uvcvideo"},
    DriverRule{0xe0, 0x01, 0x01, "btusb"},
    DriverRule{0xe0, 0x01, 0x03, "rndis_host"},
    DriverRule{0xef, 0x04, 0x01, "rndis_host"},
    DriverRule{0xfe, 0x03, -1, "usbtmc"},
};

std::string usual_driver(const ClassCode& code) {
  const auto found = std::find_if(kDrivers.begin(), kDrivers.end(), [&code](const DriverRule& it) {
    return it.class_id == code.class_id && (it.subclass < 0 || it.subclass == code.subclass) &&
           (it.protocol < 0 || it.protocol == code.protocol);
  });
  return found == kDrivers.end() ? std::string() : found->driver;
}

std::optional<Branch> requirements(const Derivation& derivation) {
  std::vector<std::string> drivers;
  const auto add = [&drivers](std::string driver) {
    if (!driver.empty() && std::find(drivers.begin(), drivers.end(), driver) == drivers.end()) {
      drivers.push_back(std::move(driver));
    }
  };
  for (const auto& [number, driver] : derivation.options().drivers) add(driver);
  if (derivation.options().drivers.empty()) {
    for (const Interface& interface : derivation.configuration().interfaces) {
      for (const AlternateSetting& it : interface.settings) add(usual_driver(it.interface_class));
    }
  }
  if (drivers.empty()) return std::nullopt;
  Branch made = branch("logical_requirements");
  for (std::string& driver : drivers) {
    made.branches.push_back(branch("environment", text("operating_system", "Linux"),
                                   text("driver", std::move(driver))));
  }
  return made;
}

}  // namespace

void derive_general(Derivation& derivation) {
  Description& description = derivation.description();
  const auto& descriptor = derivation.device().descriptor;
  const std::string product = product_of(derivation);
  description.spec = is_plain_name(derivation.options().spec)
                         ? derivation.options().spec
                         : spec_name(derivation.device(), product);
  const std::string manufacturer = manufacturer_of(derivation);
  std::string title = product;
  if (!manufacturer.empty() && product.rfind(manufacturer, 0) != 0) {
    title = product.empty() ? manufacturer : manufacturer + ' ' + product;
  }
  if (title.empty()) title = "USB device";
  if (descriptor.has_value()) {
    description.vendor = descriptor->vendor;
    description.product = descriptor->product;
  }
  description.title = std::move(title);
  Group& group = derivation.add_group("general");
  std::optional<Branch> told;
  if (Branch it = information(derivation); !it.branches.empty()) told = std::move(it);
  std::optional<Branch> powered;
  if (!derivation.device().configurations.empty()) powered = power(derivation);
  group.modules.push_back(branch("general", Id{"g_device"}, std::move(told),
                                 logical_device(derivation), requirements(derivation),
                                 std::move(powered)));
}

Group& add_plain(Derivation& derivation, const Interface& interface, PlainFunction about,
                 std::optional<Branch> function) {
  Group& group = derivation.add_group(derivation.group_name(about.kind));
  std::string title = derivation.string(first_setting(interface).name);
  if (title.empty()) title = std::move(about.title);
  Branch information = branch("information");
  if (!title.empty()) {
    information.branches.push_back(branch("description", text("name", std::move(title))));
  }
  if (!about.standard.empty()) {
    information.branches.push_back(
        branch("specification", text("standard", std::move(about.standard))));
  }
  if (!about.domain.empty()) {
    information.branches.push_back(branch("task_domain", word("domain", about.domain)));
  }
  std::optional<Uses> uses;
  if (!about.program.empty()) {
    std::string name(about.program);
    name += '_';
    name += group.name;
    uses = Uses{derivation.add_code_interface(std::move(name), std::move(about.operations))};
  }
  std::optional<Branch> told;
  if (!information.branches.empty()) told = std::move(information);
  group.modules.push_back(branch("task_element", Id{"te_" + group.name}, std::move(uses),
                                 std::move(told),
                                 branch("task", Takes{derivation.add_unit(group.name)},
                                        std::move(function), role(about.principal))));
  derivation.use(interface, group.name);
  return group;
}

void derive_other(Derivation& derivation, const Interface& interface) {
  const ClassCode& code = first_setting(interface).interface_class;
  constexpr std::uint8_t vendor_class = 0xff;
  const std::string class_text = class_name(code.class_id);
  std::string title = class_text + " interface ";
  append_number(title, interface.number);
  constexpr std::size_t most = 40;
  const std::string kind = name_of_text(class_text, most);
  Group& group = add_plain(derivation, interface,
                           {kind,
                            {},
                            "transfer",
                            "libusb",
                            {"libusb_claim_interface", "libusb_control_transfer",
                             "libusb_bulk_transfer", "libusb_interrupt_transfer"},
                            std::move(title),
                            {}});
  derivation.add_links(group, "te_" + group.name, "cl_" + group.name, interface, {});
  derivation.use(interface, group.name, code.class_id != vendor_class && class_text != "unknown");
}

Description finish(Derivation& derivation) {
  Description& description = derivation.description();
  if (description.registration_units.empty()) {
    // Nothing but the device itself can be taken.
    description.registration_units.emplace_back("device");
    description.groups.front().modules.front().registration_units.emplace_back("device");
  }
  return std::move(description);
}

}  // namespace ddb::usb

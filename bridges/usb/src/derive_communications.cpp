// SPDX-License-Identifier: Apache-2.0
// Communications: serial lines, networks, modems, Bluetooth.
#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "derive.hpp"

namespace ddb::usb {

namespace {

constexpr std::uint8_t kDataClass = 0x0a;
constexpr std::uint8_t kVendorProtocol = 0xff;

const cdc::Function* function_of(const Interface& interface) noexcept {
  return std::get_if<cdc::Function>(&first_setting(interface).details);
}

template <class Descriptor>
const Descriptor* find(const cdc::Function* function) noexcept {
  if (function == nullptr) return nullptr;
  for (const cdc::Functional& it : function->functionals) {
    if (const auto* const found = std::get_if<Descriptor>(&it)) return found;
  }
  return nullptr;
}

bool is_free_data(const Derivation& derivation, const Interface* interface) noexcept {
  return interface != nullptr && !derivation.is_used(*interface) &&
         first_setting(*interface).interface_class.class_id == kDataClass;
}

// The data interfaces of a function: those of its union, that of its call management, or the one
// that follows.
std::vector<const Interface*> data_interfaces(const Derivation& derivation,
                                              const Interface& control) {
  std::vector<const Interface*> found;
  const Configuration& configuration = derivation.configuration();
  const auto add = [&](const Interface* interface) {
    if (is_free_data(derivation, interface) &&
        std::find(found.begin(), found.end(), interface) == found.end()) {
      found.push_back(interface);
    }
  };
  const cdc::Function* const function = function_of(control);
  if (const auto* const it = find<cdc::Union>(function)) {
    for (const std::uint8_t number : it->subordinates) add(configuration.find(number));
  }
  if (const auto* const it = find<cdc::CallManagement>(function); it != nullptr && found.empty()) {
    add(configuration.find(it->data_interface));
  }
  if (found.empty()) {
    const auto at = std::find_if(configuration.interfaces.begin(), configuration.interfaces.end(),
                                 [&control](const Interface& it) { return &it == &control; });
    if (at != configuration.interfaces.end() && at + 1 != configuration.interfaces.end()) {
      add(&*(at + 1));
    }
  }
  return found;
}

void add_links(Derivation& derivation, Group& group, const Interface& control, Word wrapped,
               const std::vector<const Interface*>& data, const LinkFormat& format) {
  const std::string element = "te_" + group.name;
  const std::string link = "cl_" + group.name;
  // An interface without a data interface has its data on its own endpoints.
  derivation.add_links(
      group, element, link, control,
      data.empty() ? format : LinkFormat{"control_command", wrapped, "message", {}});
  for (const Interface* const it : data) {
    derivation.add_links(group, element, numbered(link + "_data_", it->number), *it, format);
    derivation.use(*it, group.name);
  }
}

// A serial line, as tty programs see it: PSTN 1.2.
void derive_serial(Derivation& derivation, const Interface& interface) {
  const std::vector<const Interface*> data = data_interfaces(derivation, interface);
  const auto* const abstract = find<cdc::AbstractControl>(function_of(interface));
  constexpr unsigned line_coding = 2;
  constexpr unsigned send_break = 4;
  std::vector<Word> operations = {"read", "write"};
  std::optional<Branch> function;
  if (abstract != nullptr) {
    const bool coding = (abstract->capabilities & line_coding) != 0;
    const bool breaks = (abstract->capabilities & send_break) != 0;
    if (coding)
      operations.insert(operations.end(), {"tcsetattr", "tcgetattr", "tiocmget", "tiocmset"});
    if (breaks) operations.emplace_back("tcsendbreak");
    function = branch("function", truth("line_coding", coding), truth("line_break", breaks));
  }
  Group& group = add_plain(derivation, interface,
                           {"serial",
                            "serial_communication",
                            "transfer",
                            "tty",
                            std::move(operations),
                            {},
                            "USB Communications, Abstract Control Model"},
                           std::move(function));
  add_links(derivation, group, interface, {}, data, {"character_stream", {}, "character", {}});
}

// A network interface: ECM, EEM, NCM, MBIM and RNDIS.
void derive_network(Derivation& derivation, const Interface& interface, std::string standard,
                    Word wrapped) {
  const std::vector<const Interface*> data = data_interfaces(derivation, interface);
  const cdc::Function* const details = function_of(interface);
  LinkFormat format{"packet_data", wrapped, "packet", {}};
  std::string address;
  if (const auto* const it = find<cdc::Ethernet>(details)) {
    address = derivation.string(it->mac_address);
    if (it->maximum_segment_size != 0) format.block_bytes = {it->maximum_segment_size};
  }
  if (const auto* const it = find<cdc::MobileBroadband>(details)) {
    if (it->maximum_segment_size != 0) format.block_bytes = {it->maximum_segment_size};
  }
  Group& group = add_plain(derivation, interface,
                           {"network",
                            "networking",
                            "bridge",
                            "netdev",
                            {"socket", "siocgifhwaddr", "siocsifflags", "siocsifmtu"},
                            {},
                            std::move(standard)});
  if (!address.empty()) {
    // `information` comes before the task; its specification is known.
    group.modules.front().branches.front().branches.push_back(
        branch("specification", text("registry", "IEEE MAC address"), text("code", address)));
  }
  add_links(derivation, group, interface, {}, data, format);
}

void derive_modem(Derivation& derivation, const Interface& interface, std::string standard) {
  const std::vector<const Interface*> data = data_interfaces(derivation, interface);
  Group& group = add_plain(
      derivation, interface,
      {"modem", "telephony", "transfer", "tty", {"read", "write"}, {}, std::move(standard)});
  add_links(derivation, group, interface, {}, data, {"byte_stream", {}, "byte", {}});
}

}  // namespace

// CDC 1.2, table 4.
void derive_communications(Derivation& derivation, const Interface& interface) {
  const ClassCode& code = first_setting(interface).interface_class;
  switch (code.subclass) {
    case 0x02:
      if (code.protocol == kVendorProtocol) {
        return derive_network(derivation, interface, "Remote NDIS", "rndis_message");
      }
      return derive_serial(derivation, interface);
    case 0x06:
      return derive_network(derivation, interface, "USB Communications, Ethernet Control Model",
                            "ethernet_frame");
    case 0x0c:
      return derive_network(derivation, interface, "USB Communications, Ethernet Emulation Model",
                            "ethernet_frame");
    case 0x0d:
      return derive_network(derivation, interface, "USB Communications, Network Control Model",
                            "network_transfer_block");
    case 0x0e:
      return derive_network(derivation, interface,
                            "USB Communications, Mobile Broadband Interface Model",
                            "network_transfer_block");
    case 0x01:
      return derive_modem(derivation, interface, "USB Communications, Direct Line Control Model");
    case 0x03:
      return derive_modem(derivation, interface, "USB Communications, Telephone Control Model");
    case 0x04:
      return derive_modem(derivation, interface, "USB Communications, Multi-Channel Control Model");
    case 0x05:
      return derive_modem(derivation, interface, "USB Communications, CAPI Control Model");
    case 0x07:
      return derive_modem(derivation, interface,
                          "USB Communications, ATM Networking Control Model");
    case 0x08:
      return derive_modem(derivation, interface,
                          "USB Communications, Wireless Handset Control Model");
    case 0x09:
      return derive_modem(derivation, interface, "USB Communications, Device Management");
    case 0x0a:
      return derive_modem(derivation, interface, "USB Communications, Mobile Direct Line Model");
    case 0x0b:
      return derive_modem(derivation, interface, "USB Communications, OBEX");
    default:
      return derive_modem(derivation, interface, "USB Communications");
  }
}

void derive_wireless(Derivation& derivation, const Interface& interface) {
  const ClassCode& code = first_setting(interface).interface_class;
  constexpr std::uint8_t radio = 1;
  constexpr std::uint8_t bluetooth = 1;
  constexpr std::uint8_t rndis = 3;
  if (code.subclass == radio && code.protocol == rndis) {
    derive_network(derivation, interface, "Remote NDIS", "rndis_message");
  } else if (code.subclass == radio && code.protocol == bluetooth) {
    // The interfaces that follow carry voice: Bluetooth Core 4, B.
    Group& group = add_plain(derivation, interface,
                             {"bluetooth",
                              "networking",
                              "bridge",
                              "hci",
                              {"hci_open_dev", "hci_send_cmd", "hci_inquiry"},
                              {},
                              "Bluetooth primary controller"});
    const std::string name = group.name;
    derivation.add_links(group, "te_" + name, "cl_" + name, interface,
                         {"packet_data", {}, "packet", {}});
    bool after = false;
    for (const Interface& it : derivation.configuration().interfaces) {
      if (&it == &interface) {
        after = true;
      } else if (after) {
        if (first_setting(it).interface_class != code || derivation.is_used(it)) break;
        derivation.add_links(group, "te_" + name, numbered("cl_" + name + "_voice_", it.number), it,
                             {"packet_data", {}, "packet", {}});
        derivation.use(it, name);
      }
    }
  }
}

// Codes of class 0xef: RNDIS over Ethernet, Wi-Fi, WiMAX, WWAN and raw; ActiveSync.
void derive_miscellaneous(Derivation& derivation, const Interface& interface) {
  constexpr std::uint8_t rndis = 4;
  if (first_setting(interface).interface_class.subclass == rndis) {
    derive_network(derivation, interface, "Remote NDIS", "rndis_message");
  }
}

}  // namespace ddb::usb

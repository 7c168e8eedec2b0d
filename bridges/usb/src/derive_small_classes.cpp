// SPDX-License-Identifier: Apache-2.0
// Storage, printers, cameras for stills, smart cards, firmware upgrade, instruments, hubs.
#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "derive.hpp"
#include "written_text.hpp"

namespace ddb::usb {

namespace {

// Mass Storage Specification Overview 1.4, table 2.
std::string command_set(std::uint8_t subclass) {
  switch (subclass) {
    case 0x01:
      return "Reduced Block Commands";
    case 0x02:
      return "MMC-5 (ATAPI)";
    case 0x04:
      return "UFI";
    case 0x06:
      return "SCSI transparent command set";
    case 0x07:
      return "LSD FS";
    case 0x08:
      return "IEEE 1667";
    default:
      return "a command set of the vendor";
  }
}

constexpr std::uint8_t kUas = 0x62;
constexpr std::uint8_t kBulkOnly = 0x50;

// Table 3.
std::string transport(std::uint8_t protocol) {
  switch (protocol) {
    case 0x00:
      return "Control/Bulk/Interrupt with completion interrupt";
    case 0x01:
      return "Control/Bulk/Interrupt";
    case kBulkOnly:
      return "Bulk-Only Transport";
    case kUas:
      return "USB Attached SCSI";
    default:
      return "a transport of the vendor";
  }
}

}  // namespace

void derive_storage(Derivation& derivation, const Interface& interface) {
  Group& group = add_plain(derivation, interface,
                           {"storage",
                            "storage",
                            "store",
                            "block",
                            {"read", "write", "fsync", "blkgetsize64", "blkdiscard", "sg_io"},
                            {},
                            "USB Mass Storage Class"});
  // A protocol a setting: `information` comes before the task.
  Branch& information = group.modules.front().branches.front();
  for (const AlternateSetting& setting : interface.settings) {
    const ClassCode& code = setting.interface_class;
    for (std::string standard : {transport(code.protocol), command_set(code.subclass)}) {
      Branch made = branch("specification", text("standard", std::move(standard)));
      if (std::find(information.branches.begin(), information.branches.end(), made) ==
          information.branches.end()) {
        information.branches.push_back(std::move(made));
      }
    }
  }
  derivation.add_links_of_settings(group, "te_" + group.name, "cl_" + group.name, interface,
                                   [](const AlternateSetting& setting) {
                                     const std::uint8_t protocol = setting.interface_class.protocol;
                                     const Word wrapped =
                                         protocol == kUas        ? Word("uas_information_unit")
                                         : protocol == kBulkOnly ? Word("bulk_only_transport")
                                                                 : Word("scsi_command");
                                     return LinkFormat{"block_data", wrapped, "block", {}};
                                   });
}

void derive_printer(Derivation& derivation, const Interface& interface) {
  // Printing Devices 1.1, table 2; IPP-USB 4.2.
  const auto standard = [](std::uint8_t protocol) -> std::string {
    switch (protocol) {
      case 0x01:
        return "unidirectional";
      case 0x02:
        return "bidirectional";
      case 0x03:
        return "IEEE 1284.4";
      case 0x04:
        return "IPP over USB";
      default:
        return "a protocol of the vendor";
    }
  };
  Group& group = add_plain(derivation, interface,
                           {"printer",
                            "printing",
                            "present",
                            "usblp",
                            {"read", "write", "lpgetstatus", "lpioc_get_device_id"},
                            {},
                            "USB Printing Devices"});
  Branch& information = group.modules.front().branches.front();
  for (const AlternateSetting& setting : interface.settings) {
    Branch made =
        branch("specification", text("standard", standard(setting.interface_class.protocol)));
    if (std::find(information.branches.begin(), information.branches.end(), made) ==
        information.branches.end()) {
      information.branches.push_back(std::move(made));
    }
  }
  derivation.add_links(group, "te_" + group.name, "cl_" + group.name, interface,
                       {"page_description", {}, "byte", {}});
}

void derive_image(Derivation& derivation, const Interface& interface) {
  Group& group = add_plain(derivation, interface,
                           {"still_image",
                            "imaging",
                            "capture",
                            "ptp",
                            {"ptp_getstorageids", "ptp_getobjecthandles", "ptp_getobject",
                             "ptp_sendobject", "ptp_initiatecapture"},
                            {},
                            "USB Still Image Capture, Picture Transfer Protocol"});
  derivation.add_links(group, "te_" + group.name, "cl_" + group.name, interface,
                       {"file_data", {}, "file", {}});
}

void derive_smart_card(Derivation& derivation, const Interface& interface) {
  Branch function = branch("function");
  const auto* const details = std::get_if<ccid::Function>(&first_setting(interface).details);
  if (details != nullptr) {
    function.leaves.push_back(count("card_slots", std::uint64_t{details->maximum_slot_index} + 1));
    std::vector<Word> protocols;
    if ((details->protocols & 1U) != 0) protocols.emplace_back("t_0");
    if ((details->protocols & 2U) != 0) protocols.emplace_back("t_1");
    if (!protocols.empty()) {
      function.leaves.push_back(words("card_protocol", std::move(protocols)));
    }
    // CCID 5.1: bits 0 to 2 are 5.0 V, 3.0 V and 1.8 V.
    Numbers voltages{{}, "volt"};
    if ((details->voltages & 4U) != 0) voltages.numbers.push_back(exact(9, 5));
    if ((details->voltages & 2U) != 0) voltages.numbers.push_back(Exact{3});
    if ((details->voltages & 1U) != 0) voltages.numbers.push_back(Exact{5});
    if (!voltages.numbers.empty()) {
      function.leaves.push_back({"card_voltage", std::move(voltages), {}});
    }
    constexpr std::int64_t kilo = 1000;
    if (details->default_clock != 0 && details->default_clock <= details->maximum_clock) {
      function.leaves.push_back(range("card_clock", exact(details->default_clock, kilo),
                                      exact(details->maximum_clock, kilo), "megahertz"));
    }
    if (details->data_rate != 0 && details->data_rate <= details->maximum_data_rate) {
      function.leaves.push_back(range("link_rate", Exact{details->data_rate},
                                      Exact{details->maximum_data_rate}, "bit_per_second"));
    }
    function.leaves.push_back(truth("pin_entry", details->pin_support != 0));
  }
  std::optional<Branch> told;
  if (!function.leaves.empty()) told = std::move(function);
  Group& group =
      add_plain(derivation, interface,
                {"smart_card",
                 "smart_card",
                 "transfer",
                 "pcsc",
                 {"scard_connect", "scard_transmit", "scard_control", "scard_disconnect"},
                 {},
                 "USB Integrated Circuit Card Devices (CCID)"},
                std::move(told));
  derivation.add_links(group, "te_" + group.name, "cl_" + group.name, interface,
                       {"control_command", "ccid_message", "message", {}});
}

void derive_application(Derivation& derivation, const Interface& interface) {
  constexpr std::uint8_t firmware_upgrade = 1;
  constexpr std::uint8_t infrared = 2;
  constexpr std::uint8_t instrument = 3;
  const ClassCode& code = first_setting(interface).interface_class;
  if (code.subclass == firmware_upgrade) {
    Branch function = branch("function");
    std::optional<Branch> told;
    const auto* const details = std::get_if<dfu::Function>(&first_setting(interface).details);
    if (details != nullptr) {
      std::vector<Word> directions;
      if (details->can_download()) directions.emplace_back("host_to_device");
      if (details->can_upload()) directions.emplace_back("device_to_host");
      if (!directions.empty()) function.leaves.push_back(words("direction", std::move(directions)));
      function.leaves.push_back(quantity("block_size", Exact{details->transfer_size}, "byte"));
      told = std::move(function);
    }
    add_plain(derivation, interface,
              {"firmware_update",
               "firmware_update",
               "store",
               "dfu",
               {"dfu_detach", "dfu_download", "dfu_upload", "dfu_get_status"},
               {},
               "USB Device Firmware Upgrade"},
              std::move(told));
  } else if (code.subclass == infrared) {
    Group& group = add_plain(derivation, interface,
                             {"infrared",
                              "networking",
                              "bridge",
                              "netdev",
                              {"socket", "send", "recv"},
                              {},
                              "USB IrDA Bridge"});
    derivation.add_links(group, "te_" + group.name, "cl_" + group.name, interface,
                         {"packet_data", {}, "packet", {}});
  } else if (code.subclass == instrument) {
    // USBTMC 1.0, table 44: protocol 1 is IEEE 488.
    const bool ieee_488 = code.protocol == 1;
    Group& group = add_plain(
        derivation, interface,
        {"instrument",
         "measurement",
         "evaluate",
         "usbtmc",
         {"read", "write", "usbtmc_ioctl_clear", "usbtmc488_ioctl_read_stb"},
         {},
         ieee_488 ? "USB Test and Measurement Class, USB488" : "USB Test and Measurement Class"});
    derivation.add_links(group, "te_" + group.name, "cl_" + group.name, interface,
                         {"control_command", "test_measurement_message", "message", {}});
  }
}

void derive_hub(Derivation& derivation, const Interface& interface) {
  const hub::Function* details = std::get_if<hub::Function>(&first_setting(interface).details);
  const std::optional<hub::Function>& asked = derivation.options().hub;
  if (asked.has_value()) details = &*asked;
  std::optional<Branch> function;
  if (details != nullptr) function = branch("function", count("ports", details->ports));
  Group& group = add_plain(derivation, interface,
                           {"hub",
                            "interconnection",
                            "director",
                            "usbfs",
                            {"set_port_feature", "clear_port_feature", "get_port_status"},
                            {},
                            "USB hub"},
                           std::move(function));
  derivation.add_links(group, "te_" + group.name, "cl_" + group.name, interface,
                       {"event_report", {}, "event", {}});
}

}  // namespace ddb::usb

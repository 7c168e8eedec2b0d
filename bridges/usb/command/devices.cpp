// SPDX-License-Identifier: Apache-2.0
#include "devices.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <stdexcept>
#include <string_view>
#include <variant>

#include "terminal.hpp"

namespace ddb::usb::command {

namespace {

using live::SeenDevice;
using match::Terminal;

void add_once(std::vector<std::string>& words, std::string word) {
  if (word.empty() || std::find(words.begin(), words.end(), word) != words.end()) return;
  words.push_back(std::move(word));
}

// A device may say anything, also what a terminal would obey.
std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool is_c1 =
        byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0;
    if (is_c1) ++i;
    out += byte < 0x20 || byte == 0x7f || is_c1 ? '?' : text[i];
  }
  const std::size_t begin = out.find_first_not_of(' ');
  if (begin == std::string::npos) return "";
  return out.substr(begin, out.find_last_not_of(' ') - begin + 1);
}

std::string small(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool has_endpoint(const Interface& interface, bool in) {
  return std::any_of(
      interface.settings.begin(), interface.settings.end(), [&](const AlternateSetting& setting) {
        return std::any_of(setting.endpoints.begin(), setting.endpoints.end(),
                           [&](const Endpoint& it) {
                             return it.is_in() == in && it.usage() != EndpointUsage::Feedback;
                           });
      });
}

std::string audio_function(const Interface& interface) {
  switch (interface.settings.front().interface_class.subclass) {
    case 2:
      if (has_endpoint(interface, true)) return "audio capture";
      return has_endpoint(interface, false) ? "audio playback" : "";
    case 3:
      return "MIDI";
    default:
      return "";
  }
}

std::string hid_function(const ClassCode& code) {
  if (code.subclass == 1 && code.protocol == 1) return "keyboard";
  if (code.subclass == 1 && code.protocol == 2) return "mouse";
  return "human interface";
}

std::string communications_function(std::uint8_t subclass) {
  constexpr std::uint8_t kAbstractControl = 2;
  constexpr std::uint8_t kEthernet = 6;
  constexpr std::uint8_t kNetwork = 13;
  constexpr std::uint8_t kMobileBroadband = 14;
  if (subclass == kAbstractControl) return "serial port";
  if (subclass == kEthernet || subclass == kNetwork) return "network";
  return subclass == kMobileBroadband ? "mobile broadband" : "communications";
}

// USB-IF's list of class codes.
std::string function_of(const Interface& interface) {
  const ClassCode& code = interface.settings.front().interface_class;
  switch (code.class_id) {
    case 0x01:
      return audio_function(interface);
    case 0x02:
      return communications_function(code.subclass);
    case 0x03:
      return hid_function(code);
    case 0x06:
      return "still camera";
    case 0x07:
      return "printer";
    case 0x08:
      return "storage";
    case 0x09:
      return "hub";
    case 0x0a:  // belongs to the one that controls it
      return "";
    case 0x0b:
      return "smart card reader";
    case 0x0e:
      return "video";
    case 0xe0:
      return code.subclass == 1 && code.protocol == 1 ? "Bluetooth" : "wireless";
    case 0xfe:
      if (code.subclass == 1) return "firmware upgrade";
      return code.subclass == 3 ? "test and measurement" : "application specific";
    case 0xff:
      return "vendor specific";
    default:
      return class_name(code.class_id);
  }
}

std::string candidate_line(const SeenDevice& device, const live::UsbIds& ids) {
  return "\n  " + (device.port.empty() ? std::string("-") : device.port) + "  " + ids_text(device) +
         "  " + name_of(device, ids) +
         (device.serial.empty() ? "" : "  serial " + printable(device.serial));
}

bool is_meant(const SeenDevice& device, const std::string& which, const live::UsbIds& ids) {
  if (small(which) == ids_text(device)) return true;
  const std::string wanted = small(which);
  for (const std::string& text :
       {name_of(device, ids), printable(device.serial),
        ids.vendor(device.vendor) + " " + ids.product(device.vendor, device.product)}) {
    if (small(text).find(wanted) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

std::vector<SeenDevice> look(const Place& place) {
  std::unique_ptr<live::Source> source;
  if (place.has_files()) {
    source = live::file_source(place.files);
  } else {
    source = place.sysfs.empty() ? live::local_source() : live::sysfs_source(place.sysfs);
  }
  live::Sighting sighting = source->look();
  for (const std::string& sentence : sighting.not_read) {
    Terminal::error().write("ddb-usb: " + sentence + "\n");
  }
  Terminal::error().flush();
  return std::move(sighting.devices);
}

void leave_out_hubs(const Place& place, std::vector<SeenDevice>& devices) {
  if (place.has_files()) return;
  std::erase_if(devices, [](const SeenDevice& it) { return it.is_hub(); });
}

void tell_none(bool with_hubs) {
  Terminal::error().write(std::string("ddb-usb: there is no USB device here") +
                          (with_hubs ? "" : " but hubs, which 'ddb-usb list --hubs' shows") + "\n");
  Terminal::error().flush();
}

SeenDevice choose(const std::vector<SeenDevice>& devices, const std::string& which,
                  const live::UsbIds& ids) {
  std::vector<const SeenDevice*> meant;
  for (const SeenDevice& device : devices) {
    if (!which.empty() && device.port == which) return device;
    if (which.empty() || is_meant(device, which, ids)) meant.push_back(&device);
  }
  if (meant.size() == 1) return *meant.front();
  if (meant.empty()) {
    throw std::runtime_error(which.empty() ? "there is no USB device here"
                                           : "there is no device '" + which +
                                                 "'; 'ddb-usb list --hubs' shows which there are");
  }
  std::string sentence = which.empty()
                             ? "name one of the devices by its port:"
                             : "'" + which + "' may be any of these; name one by its port:";
  for (const SeenDevice* const device : meant) sentence += candidate_line(*device, ids);
  throw std::runtime_error(sentence);
}

std::string ids_text(const SeenDevice& device) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04x:%04x", device.vendor, device.product);
  return text.data();
}

std::string name_of(const SeenDevice& device, const live::UsbIds& ids) {
  std::string maker = printable(device.manufacturer_name);
  std::string product = printable(device.product_name);
  if (maker.empty()) maker = printable(ids.vendor(device.vendor));
  if (product.empty()) product = printable(ids.product(device.vendor, device.product));
  if (maker.empty() || product.starts_with(maker)) return product;
  return product.empty() ? maker : maker + " " + product;
}

std::vector<std::string> functions_of(const SeenDevice& device) {
  std::vector<std::string> functions;
  const Device read = live::read(device).device;
  for (const Configuration& configuration : read.configurations) {
    if (device.configured.value_or(configuration.value) != configuration.value) continue;
    for (const Interface& interface : configuration.interfaces) {
      add_once(functions, function_of(interface));
    }
    break;
  }
  if (functions.empty() && device.is_hub()) functions.emplace_back("hub");
  return functions;
}

std::vector<std::string> drivers_of(const SeenDevice& device) {
  std::vector<std::string> drivers;
  if (device.driver != "usb") add_once(drivers, device.driver);
  for (const live::SeenInterface& it : device.interfaces) add_once(drivers, it.driver);
  return drivers;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string speed_text(const SeenDevice& device) {
  if (!device.speed) return "";
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%g Mbit/s", *device.speed);
  return text.data();
}

void tell_not_read(const SeenDevice& device) {
  const std::string beginning = "ddb-usb: " + (device.port.empty() ? "" : device.port + ": ");
  for (const std::string& sentence : device.not_read) {
    Terminal::error().write(beginning + printable(sentence) + "\n");
  }
  Terminal::error().flush();
}

void write_members(ddb::detail::JsonWriter& writer, const SeenDevice& device,
                   const live::UsbIds& ids) {
  const auto optional_text = [&](const char* key, const std::string& text) {
    writer.optional_member(key, text.empty() ? std::nullopt : std::optional(text));
  };
  const auto optional_number = [&](const char* key, const auto& number) {
    writer.key(key);
    writer.literal(number ? std::to_string(*number) : "null");
  };
  const auto texts = [&](const char* key, const std::vector<std::string>& all) {
    writer.key(key);
    writer.begin('[');
    for (const std::string& text : all) writer.value(text);
    writer.end(']');
  };
  optional_text("port", device.port);
  optional_text("sysfs", device.folder.string());
  optional_number("bus", device.address ? std::optional(device.address->bus) : std::nullopt);
  optional_number("address",
                  device.address ? std::optional(device.address->address) : std::nullopt);
  const std::string both = ids_text(device);
  writer.member("vendor_id", both.substr(0, 4));
  writer.member("product_id", both.substr(5));
  writer.member("name", name_of(device, ids));
  optional_text("manufacturer", device.manufacturer_name);
  optional_text("product", device.product_name);
  optional_text("serial", device.serial);
  writer.key("speed");
  std::string speed = speed_text(device);
  writer.literal(speed.empty() ? "null" : speed.substr(0, speed.find(' ')));
  writer.key("authorized");
  writer.literal(!device.authorized ? "null" : *device.authorized ? "true" : "false");
  optional_text("driver", device.driver);
  texts("functions", functions_of(device));
  ddb::detail::list(writer, "interfaces", device.interfaces, [&](const live::SeenInterface& it) {
    optional_number("number", std::optional<unsigned>(it.number));
    optional_number("class", std::optional<unsigned>(it.interface_class.class_id));
    optional_number("subclass", std::optional<unsigned>(it.interface_class.subclass));
    optional_number("protocol", std::optional<unsigned>(it.interface_class.protocol));
    optional_text("name", it.name);
    optional_text("driver", it.driver);
  });
  ddb::detail::list(writer, "nodes", device.nodes, [&](const live::DeviceNode& it) {
    writer.member("subsystem", it.subsystem);
    writer.member("name", it.name);
    optional_text("path", it.path);
    optional_number("interface",
                    it.interface ? std::optional<unsigned>(*it.interface) : std::nullopt);
  });
  texts("not_read", device.not_read);
}

}  // namespace ddb::usb::command

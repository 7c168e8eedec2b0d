// SPDX-License-Identifier: Apache-2.0
#include "bed.hpp"

#include <sys/stat.h>

#include <array>
#include <cstdio>
#include <iostream>
#include <stdexcept>

namespace bed {

namespace {

std::string hexadecimal(std::span<const std::uint8_t> bytes) {
  std::string text;
  for (const std::uint8_t byte : bytes) {
    constexpr const char* kDigits = "0123456789abcdef";
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 0xfU];
  }
  return text;
}

template <class... Numbers>
std::string formatted(const char* format, Numbers... numbers) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), format, numbers...);
  return text.data();
}

struct Interface {
  std::string folder;  // name
  unsigned number;
  ddb::usb::ClassCode code;
};

std::vector<Interface> interfaces_of(const corpus::Entry& entry, const Socket& socket) {
  std::vector<Interface> interfaces;
  const ddb::usb::Device device = ddb::usb::read({.descriptors = entry.descriptors}).device;
  if (device.configurations.empty()) return interfaces;
  const ddb::usb::Configuration& configuration = device.configurations.front();
  for (const ddb::usb::Interface& it : configuration.interfaces) {
    interfaces.push_back({socket.name() + ":" + std::to_string(configuration.value) + "." +
                              std::to_string(it.number),
                          it.number, it.settings.front().interface_class});
  }
  return interfaces;
}

// No two may be the same, whatever they hang on.
std::string hid_name(const Socket& socket, std::size_t report) {
  return formatted("0003:1234:5678.%04zX", std::size_t{socket.address} * 32 + report);
}

std::string attribute(const std::string& name, const std::string& value) {
  return "A: " + name + "=" + value + "\\n\n";
}

std::string device_text(const corpus::Entry& entry, const Socket& socket) {
  const auto& bytes = entry.descriptors;
  const auto word = [&](std::size_t at) {
    return bytes.size() > at + 1 ? static_cast<unsigned>(bytes[at] | bytes[at + 1] << 8U) : 0U;
  };
  std::string text = "P: " + Bed::folder(socket).substr(4) + "\n";
  text += "N: " + Bed::node(socket).substr(5) + "\n";
  text += "E: SUBSYSTEM=usb\nE: DEVTYPE=usb_device\n";
  text += "E: DEVNAME=" + Bed::node(socket) + "\n";
  text += formatted("E: BUSNUM=%03u\nE: DEVNUM=%03u\n", socket.bus, socket.address);
  text += formatted("E: MAJOR=189\nE: MINOR=%u\n", (socket.bus - 1) * 128 + socket.address - 1);
  text += formatted("E: PRODUCT=%x/%x/%x\n", word(8), word(10), word(12));
  text += attribute("busnum", std::to_string(socket.bus));
  text += attribute("devnum", std::to_string(socket.address));
  text += attribute("devpath", socket.port);
  text += attribute("speed", "480");
  text += attribute("authorized", "1");
  text += attribute("product", entry.name.substr(entry.name.rfind('/') + 1));
  const std::size_t value = 18 + 5;
  if (bytes.size() > value) {
    text += attribute("bConfigurationValue", std::to_string(bytes[value]));
  }
  return text + "H: descriptors=" + hexadecimal(bytes) + "\n";
}

}  // namespace

Bed::Bed() : testbed_(umockdev_testbed_new()) {}

std::size_t Bed::folders(const corpus::Entry& entry) {
  return 1 + interfaces_of(entry, {}).size() + entry.reports.size();
}

std::string Bed::folder(const Socket& socket) {
  // The hubs on the way are folders too.
  std::string path = "/sys/devices/pci0000:00/0000:00:14.0/usb" + std::to_string(socket.bus);
  for (std::size_t end = 0; end != std::string::npos;) {
    end = socket.port.find('.', end == 0 ? 0 : end + 1);
    path += '/';
    path += std::to_string(socket.bus);
    path += '-';
    path += socket.port.substr(0, end);
  }
  return path;
}

std::string Bed::node(const Socket& socket) {
  return formatted("/dev/bus/usb/%03u/%03u", socket.bus, socket.address);
}

std::string Bed::real(const std::string& path) const {
  gchar* const root = umockdev_testbed_get_root_dir(testbed_.get());
  std::string real(root);
  g_free(root);
  return real.append(path);
}

void Bed::plug(const corpus::Entry& entry, const Socket& socket, const std::string& more) {
  const std::string device = folder(socket);
  std::string text = device_text(entry, socket) + more + "\n";
  std::size_t report = 0;
  for (const Interface& it : interfaces_of(entry, socket)) {
    const std::string interface = device.substr(4) + "/" + it.folder;
    text += "P: " + interface + "\nE: SUBSYSTEM=usb\nE: DEVTYPE=usb_interface\n";
    text += attribute("bInterfaceNumber", formatted("%02x", it.number));
    text += attribute("bAlternateSetting", " 0");
    text += attribute("bInterfaceClass", formatted("%02x", it.code.class_id));
    text += attribute("bInterfaceSubClass", formatted("%02x", it.code.subclass));
    text += attribute("bInterfaceProtocol", formatted("%02x", it.code.protocol));
    if (it.code.class_id == 3 && report < entry.reports.size()) {
      text += "L: driver=../../../../../../bus/usb/drivers/usbhid\n\n";
      text += "P: " + interface + "/" + hid_name(socket, report) + "\n";
      text += "E: SUBSYSTEM=hid\n";
      text += "H: report_descriptor=" + hexadecimal(entry.reports[report]) + "\n";
      ++report;
    }
    text += "\n";
  }
  GError* error = nullptr;
  if (umockdev_testbed_add_from_string(testbed_.get(), text.c_str(), &error) == 0) {
    const std::string message = error->message;
    g_error_free(error);
    throw std::runtime_error(message);
  }
}

void Bed::send(const Socket& socket, const char* action) {
  umockdev_testbed_uevent(testbed_.get(), folder(socket).c_str(), action);
}

void Bed::unplug(const corpus::Entry& entry, const Socket& socket) {
  const std::string device = folder(socket);
  send(socket, "remove");
  std::size_t report = 0;
  for (const Interface& it : interfaces_of(entry, socket)) {
    const std::string interface = device + "/" + it.folder;
    if (it.code.class_id == 3 && report < entry.reports.size()) {
      const std::string hid = interface + "/" + hid_name(socket, report++);
      umockdev_testbed_remove_device(testbed_.get(), hid.c_str());
    }
    umockdev_testbed_remove_device(testbed_.get(), interface.c_str());
  }
  umockdev_testbed_remove_device(testbed_.get(), device.c_str());
}

bool is_there() {
  const Bed bed;
  struct stat seen {};
  struct stat real {};
  if (stat("/sys", &seen) == 0 && stat(bed.real("/sys").c_str(), &real) == 0 &&
      seen.st_dev == real.st_dev && seen.st_ino == real.st_ino) {
    return true;
  }
  std::cout << "SKIPPED: no umockdev: run this program by umockdev-wrapper\n";
  return false;
}

}  // namespace bed

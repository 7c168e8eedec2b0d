// SPDX-License-Identifier: Apache-2.0
#include "fake_kernel.hpp"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <sstream>
#include <utility>

namespace fake {

using ddb::usbip::Result;
using ddb::usbip::Socket;
using ddb::usbip::VhciPort;
using ddb::usbip::VhciState;
using ddb::usbip::wire::Speed;

namespace {

const std::string kDevices = "bus/usb/devices/";
const std::string kStub = "bus/usb/drivers/usbip-host";
const std::string kVhci = "devices/platform/vhci_hcd.0";

std::error_code code(int number) { return {number, std::generic_category()}; }

bool is_gone(const Socket& connection) {
  if (connection.get() < 0) return true;
  char byte = 0;
  const ssize_t count = recv(connection.get(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR);
}

std::string bus_of(const std::string& port) { return port.substr(0, port.find('-')); }

}  // namespace

Kernel::Kernel() : ends_(epoll_create1(EPOLL_CLOEXEC)) {}

void Kernel::plug(const std::string& port, const Device& device) {
  {
    const std::lock_guard lock(mutex_);
    Plugged plugged;
    plugged.device = device;
    plugged.number = next_number_++;
    plugged_.insert_or_assign(port, std::move(plugged));
  }
  if (listener_) listener_(port);
}

void Kernel::swap(const std::string& port, const Device& device) {
  const std::lock_guard lock(mutex_);
  Plugged& plugged = plugged_.at(port);
  plugged.device = device;
  plugged.number = next_number_++;
}

void Kernel::unplug(const std::string& port) {
  {
    const std::lock_guard lock(mutex_);
    const auto it = plugged_.find(port);
    if (it == plugged_.end()) return;
    if (it->second.connection.get() >= 0) shutdown(it->second.connection.get(), SHUT_RDWR);
    plugged_.erase(it);
  }
  if (listener_) listener_(port);
}

void Kernel::on_event(std::function<void(const std::string& port)> listener) {
  listener_ = std::move(listener);
}

void Kernel::cut_connections() {
  const std::lock_guard lock(mutex_);
  for (auto& [port, it] : plugged_) it.connection = Socket();
  attached_.clear();
}

std::string Kernel::driver_of(const std::string& port) const {
  const std::lock_guard lock(mutex_);
  const auto it = plugged_.find(port);
  return it != plugged_.end() ? it->second.driver : "";
}

std::set<std::string> Kernel::match_list() const {
  const std::lock_guard lock(mutex_);
  return matches_;
}

std::vector<std::string> Kernel::writes() const {
  const std::lock_guard lock(mutex_);
  return writes_;
}

std::vector<VhciPort> Kernel::vhci() const {
  const std::lock_guard lock(mutex_);
  look_at_connections();
  std::vector<VhciPort> ports;
  for (const auto& [number, it] : attached_) ports.push_back(it.port);
  return ports;
}

Socket Kernel::keep(int socket) const {
  Socket kept(fcntl(socket, F_DUPFD_CLOEXEC, 0));
  epoll_event interest{};
  interest.events = EPOLLRDHUP;
  epoll_ctl(ends_.get(), EPOLL_CTL_ADD, kept.get(), &interest);
  return kept;
}

// Connections that ended by themselves, and devices that are being set up.
void Kernel::look_at_connections() const {
  epoll_event event{};
  if (epoll_wait(ends_.get(), &event, 1, 0) != 0) {
    for (const auto& [port, it] : plugged_) {
      if (it.connection.get() >= 0 && is_gone(it.connection)) it.connection = Socket();
    }
    std::erase_if(attached_, [](const auto& it) { return is_gone(it.second.connection); });
  }
  std::erase_if(new_, [this](unsigned number) {
    const auto found = attached_.find(number);
    if (found == attached_.end()) return true;
    Attached& it = found->second;
    if (it.looks_left-- > 0) return false;
    if (it.is_lost) {
      attached_.erase(found);
    } else {
      it.port.state = VhciState::Used;
    }
    return true;
  });
}

std::string Kernel::attribute(const std::string& port, const Plugged& it,
                              const std::string& name) const {
  if (name == "busnum") return bus_of(port);
  if (name == "devnum") return std::to_string(it.number);
  if (name == "speed") return it.device.speed;
  if (name == "idVendor") return it.device.vendor;
  if (name == "idProduct") return it.device.product;
  if (name == "bcdDevice") return "0100";
  if (name == "bDeviceClass") return it.device.device_class;
  if (name == "bDeviceSubClass" || name == "bDeviceProtocol") return "00";
  if (name == "bConfigurationValue" || name == "bNumConfigurations") return "1";
  if (name == "bNumInterfaces") {
    return std::string(" ").append(std::to_string(it.device.interfaces.size()));
  }
  if (name == "serial") return it.device.serial;
  if (name == "product") return it.device.name;
  if (name == "usbip_status") return it.connection.get() >= 0 ? "2" : "1";
  return "";
}

std::string Kernel::vhci_status(unsigned controller) const {
  std::ostringstream text;
  text << "hub port sta spd dev      sockfd local_busid\n";
  const unsigned first = controller * 2 * ports_of_a_kind;
  for (unsigned number = first; number < first + 2 * ports_of_a_kind; ++number) {
    VhciPort port;
    const auto found = attached_.find(number);
    if (found != attached_.end()) port = found->second.port;
    const bool is_used = port.state == VhciState::Used;
    std::array<char, 100> line{};
    std::snprintf(line.data(), line.size(), "%s  %04u %03u %03u %08x %06d %s\n",
                  number - first < ports_of_a_kind ? "hs" : "ss", number,
                  static_cast<unsigned>(port.state),
                  is_used ? static_cast<unsigned>(port.speed) : 0, is_used ? port.devid : 0,
                  is_used ? port.socket : 0, is_used ? port.local_port.c_str() : "0-0");
    text << line.data();
  }
  return text.str();
}

Result<std::string, std::error_code> Kernel::read(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  look_at_connections();
  if (path.starts_with(kVhci + "/")) {
    if (!has_vhci) return code(ENOENT);
    const std::string name = path.substr(kVhci.size() + 1);
    if (name == "nports") return std::to_string(controllers * 2 * ports_of_a_kind);
    for (unsigned i = 0; i < controllers; ++i) {
      if (name == (i == 0 ? "status" : "status." + std::to_string(i))) return vhci_status(i);
    }
    return code(ENOENT);
  }
  if (!path.starts_with(kDevices)) return code(ENOENT);
  const std::string rest = path.substr(kDevices.size());
  const std::string port = rest.substr(0, rest.find('/'));
  const std::string name = rest.substr(port.size() + 1);
  if (name == "bNumInterfaces") {
    for (const auto& [number, imported] : attached_) {
      const bool is_it = imported.port.local_port == port;
      if (is_it && imported.port.state == VhciState::Used) return std::string("1");
    }
  }
  const auto it = plugged_.find(port);
  if (it == plugged_.end()) return code(ENOENT);
  const std::string interface = port + ":1.";
  if (name.starts_with(interface)) {
    const std::size_t slash = name.find('/');
    const std::string number = name.substr(interface.size(), slash - interface.size());
    std::istringstream words(it->second.device.interfaces.at(std::stoul(number)));
    std::array<std::string, 3> codes;
    for (std::string& word : codes) words >> word;
    const std::string attribute_name = name.substr(slash + 1);
    if (attribute_name == "bInterfaceClass") return codes[0];
    return attribute_name == "bInterfaceSubClass" ? codes[1] : codes[2];
  }
  std::string text = attribute(port, it->second, name);
  if (text.empty()) return code(ENOENT);
  return text;
}

Result<std::string, std::error_code> Kernel::bytes(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  for (const auto& [port, it] : plugged_) {
    if (path == std::string(kDevices).append(port).append("/descriptors")) {
      return it.device.descriptors;
    }
  }
  return code(ENOENT);
}

Result<std::string, std::error_code> Kernel::link(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  if (!path.starts_with(kDevices)) return code(ENOENT);
  const std::string rest = path.substr(kDevices.size());
  const std::string port = rest.substr(0, rest.find('/'));
  const auto it = plugged_.find(port);
  if (it == plugged_.end()) return code(ENOENT);
  if (rest == port) {
    return "../../../devices/pci0000:00/0000:00:01.0/usb" + bus_of(port) + "/" + port;
  }
  if (rest != port + "/driver" || it->second.driver.empty()) return code(ENOENT);
  return "../../../../../../bus/usb/drivers/" + it->second.driver;
}

Result<std::vector<std::string>, std::error_code> Kernel::list(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  if (path != kStub || !has_stub_driver) return code(ENOENT);
  std::vector<std::string> names;
  for (const auto& [port, it] : plugged_) {
    if (it.driver == "usbip-host") names.push_back(port);
  }
  for (const char* const name : {"bind", "match_busid", "module", "rebind", "uevent", "unbind"}) {
    names.emplace_back(name);
  }
  return names;
}

std::error_code Kernel::write(const std::string& path, std::string_view text) {
  const std::lock_guard lock(mutex_);
  look_at_connections();
  writes_.push_back(path + ": " + std::string(text));
  if (!is_writable) return code(EACCES);
  return change(path, std::string(text));
}

std::error_code Kernel::change(const std::string& path, const std::string& text) {
  if (path == kVhci + "/attach") return has_vhci ? attach(text) : code(ENOENT);
  if (path == kVhci + "/detach") {
    if (!has_vhci) return code(ENOENT);
    return attached_.erase(static_cast<unsigned>(std::stoul(text))) > 0 ? code(0) : code(EINVAL);
  }
  if (path == kStub + "/match_busid") {
    const std::string port = text.substr(4);
    if (text.starts_with("add ")) matches_.insert(port);
    // Like the kernel's: one that was bound leaves the list only with rebind.
    if (text.starts_with("del ") && matches_.count(port) == 0) return code(ENODEV);
    return {};
  }
  if (path.starts_with(kDevices) && path.ends_with("/usbip_sockfd")) {
    const std::string port =
        path.substr(kDevices.size(), path.find('/', kDevices.size()) - kDevices.size());
    return lend(port, std::stoi(text));
  }
  const auto it = plugged_.find(text);
  if (it == plugged_.end()) return code(ENODEV);
  std::string& driver = it->second.driver;
  if (path == kStub + "/bind") {
    if (matches_.count(text) == 0) return code(ENODEV);
    if (!driver.empty()) return code(EBUSY);
    driver = "usbip-host";
  } else if (path == kStub + "/unbind" || path == "bus/usb/drivers/usb/unbind") {
    if (path != "bus/usb/drivers/" + driver + "/unbind") return code(ENODEV);
    if (it->second.connection.get() >= 0) shutdown(it->second.connection.get(), SHUT_RDWR);
    it->second.connection = Socket();
    driver.clear();
  } else if (path == kStub + "/rebind") {
    if (matches_.erase(text) == 0) return code(ENODEV);
    if (driver.empty()) driver = "usb";
  } else if (path == "bus/usb/drivers_probe") {
    if (driver.empty()) driver = "usb";
  } else {
    return code(ENOENT);
  }
  return {};
}

std::error_code Kernel::lend(const std::string& port, int socket) {
  const auto it = plugged_.find(port);
  if (it == plugged_.end() || it->second.driver != "usbip-host") return code(ENOENT);
  Socket& connection = it->second.connection;
  if (socket < 0) {
    if (connection.get() < 0) return code(EINVAL);
    shutdown(connection.get(), SHUT_RDWR);
    connection = Socket();
    return {};
  }
  if (connection.get() >= 0) return code(EINVAL);
  connection = keep(socket);
  return connection.get() >= 0 ? code(0) : code(EINVAL);
}

std::error_code Kernel::attach(const std::string& text) {
  std::istringstream words(text);
  unsigned number = 0;
  int socket = -1;
  std::uint32_t devid = 0;
  std::uint32_t speed = 0;
  if (!(words >> number >> socket >> devid >> speed)) return code(EINVAL);
  const bool is_super = number % (2 * ports_of_a_kind) >= ports_of_a_kind;
  if (number >= controllers * 2 * ports_of_a_kind) return code(EINVAL);
  if (is_super != (speed >= static_cast<std::uint32_t>(Speed::Super))) return code(EINVAL);
  if (attached_.count(number) != 0) return code(EBUSY);
  overlapping_ += static_cast<int>(new_.size());
  Attached it;
  it.connection = keep(socket);
  if (it.connection.get() < 0) return code(EINVAL);
  it.port = {number,
             is_super,
             VhciState::NotAssigned,
             static_cast<Speed>(speed),
             devid,
             socket,
             std::string("3-").append(std::to_string(number + 1))};
  it.looks_left = slowness_;
  it.is_lost = lost_attaches_ > 0 && lost_attaches_-- > 0;
  attached_.insert_or_assign(number, std::move(it));
  new_.insert(number);
  ++attaches_;
  return {};
}

}  // namespace fake

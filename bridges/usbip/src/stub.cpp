// SPDX-License-Identifier: Apache-2.0
#include "ddb/usbip/stub.hpp"

#include <charconv>
#include <string_view>
#include <utility>

#include "system_refusal.hpp"

namespace ddb::usbip {

namespace {

constexpr const char* kDevices = "bus/usb/devices/";
constexpr const char* kDriver = "bus/usb/drivers/usbip-host";
constexpr const char* kDriverName = "usbip-host";
// USB 2.0, table 9-8: bDeviceClass of a hub.
constexpr std::uint8_t kHubClass = 9;

std::string last_part(const std::string& path) { return path.substr(path.rfind('/') + 1); }

template <class Number>
Number number_in(const std::string& text, int base) {
  Number number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number, base);
  return number;
}

// Reads attributes of one folder in sysfs; what is not there is empty or zero.
class Attributes {
 public:
  Attributes(const Files& files, std::string folder) : files_(files), folder_(std::move(folder)) {}

  std::string text(const char* name) const {
    Result<std::string, std::error_code> text = files_.read(folder_ + "/" + name);
    return text ? std::move(*text) : std::string();
  }
  template <class Number>
  Number hexadecimal(const char* name) const {
    return number_in<Number>(text(name), 16);
  }
  template <class Number>
  Number decimal(const char* name) const {
    const std::string digits = text(name);
    const std::size_t begin = digits.find_first_not_of(' ');
    return number_in<Number>(begin == std::string::npos ? digits : digits.substr(begin), 10);
  }

 private:
  const Files& files_;
  std::string folder_;
};

wire::Device told_to_others(const Attributes& it, const BusId& port) {
  wire::Device device;
  device.busid = port.text();
  device.busnum = it.decimal<std::uint32_t>("busnum");
  device.devnum = it.decimal<std::uint32_t>("devnum");
  device.speed = wire::speed_of(it.text("speed"));
  device.idVendor = it.hexadecimal<std::uint16_t>("idVendor");
  device.idProduct = it.hexadecimal<std::uint16_t>("idProduct");
  device.bcdDevice = it.hexadecimal<std::uint16_t>("bcdDevice");
  device.bDeviceClass = it.hexadecimal<std::uint8_t>("bDeviceClass");
  device.bDeviceSubClass = it.hexadecimal<std::uint8_t>("bDeviceSubClass");
  device.bDeviceProtocol = it.hexadecimal<std::uint8_t>("bDeviceProtocol");
  device.bConfigurationValue = it.decimal<std::uint8_t>("bConfigurationValue");
  device.bNumConfigurations = it.decimal<std::uint8_t>("bNumConfigurations");
  device.bNumInterfaces = it.decimal<std::uint8_t>("bNumInterfaces");
  return device;
}

Failure no_device(const BusId& port) {
  return {FailureKind::NoDevice, "there is no device on port " + port.text(), "plug one in"};
}

std::vector<std::string> below(const Files& files, const std::string& folder,
                               std::string_view prefix) {
  std::vector<std::string> found;
  const auto names = files.list(folder);
  if (!names) return found;
  for (const std::string& name : *names) {
    if (name.starts_with(prefix)) found.emplace_back(folder).append("/").append(name);
  }
  return found;
}

// A driver that is taken from a disk has it write out its cache first, and all that while the
// kernel holds the lock of the hub. A device that is unplugged then is never noticed, and where its
// controller does not answer for it either, as QEMU's, the write waits for ever, and with it who
// took the driver and all else of the hub. Disks that are removed first hold nothing of USB's.
void remove_disks(Files& files, const BusId& port) {
  for (const std::string& interface : below(files, kDevices + port.text(), port.text() + ":")) {
    for (const std::string& host : below(files, interface, "host")) {
      for (const std::string& target : below(files, host, "target")) {
        // "host:channel:target:lun"; the target's own name has these numbers, too.
        const std::string numbers = last_part(target).substr(std::string_view("target").size());
        for (const std::string& disk : below(files, target, numbers + ":")) {
          files.write(disk + "/delete", "1");
        }
      }
    }
  }
}

}  // namespace

Result<Done> Stub::check() const {
  if (files_.list(kDriver)) return Done{};
  return Failure{FailureKind::NoModule,
                 "the kernel has no usbip-host, so no device of this computer can be lent",
                 "run 'modprobe usbip_host'"};
}

Result<LocalDevice> Stub::device(const BusId& port) const {
  const std::string folder = kDevices + port.text();
  const Attributes it(files_, folder);
  if (it.text("devnum").empty()) return no_device(port);
  LocalDevice found{port, told_to_others(it, port), it.text("serial"), it.text("product"), "", {}};
  const Result<std::string, std::error_code> target = files_.link(folder);
  if (target) {
    // From .../sys/bus/usb/devices/1-3 to ../../../devices/...
    const std::size_t begin = target->find("devices/");
    if (begin != std::string::npos) found.device.path = "/sys/" + target->substr(begin);
    found.is_imported = target->find("/vhci_hcd") != std::string::npos;
  }
  // 1-3/1-3:1.0
  const std::string interfaces = std::string(folder)
                                     .append("/")
                                     .append(port.text())
                                     .append(":")
                                     .append(std::to_string(found.device.bConfigurationValue))
                                     .append(".");
  for (unsigned i = 0; i < found.device.bNumInterfaces; ++i) {
    const Attributes interface(files_, interfaces + std::to_string(i));
    found.device.interfaces.push_back({interface.hexadecimal<std::uint8_t>("bInterfaceClass"),
                                       interface.hexadecimal<std::uint8_t>("bInterfaceSubClass"),
                                       interface.hexadecimal<std::uint8_t>("bInterfaceProtocol")});
  }
  const Result<DeviceState> state = this->state(port);
  if (!state) return state.error();
  found.driver = state->driver;
  found.stub = state->stub;
  return found;
}

Result<DeviceState> Stub::state(const BusId& port) const {
  const std::string folder = kDevices + port.text();
  const Attributes it(files_, folder);
  DeviceState state;
  state.devnum = it.decimal<std::uint32_t>("devnum");
  if (state.devnum == 0) return no_device(port);
  const Result<std::string, std::error_code> driver = files_.link(folder + "/driver");
  if (driver) state.driver = last_part(*driver);
  if (state.driver == kDriverName) {
    const auto status = it.decimal<unsigned>("usbip_status");
    state.stub = status == 1   ? StubStatus::Available
                 : status == 2 ? StubStatus::Used
                               : StubStatus::Error;
  }
  return state;
}

std::string Stub::descriptors(const BusId& port) const {
  Result<std::string, std::error_code> bytes =
      files_.bytes(kDevices + port.text() + "/descriptors");
  return bytes ? std::move(*bytes) : std::string();
}

std::vector<BusId> Stub::bound() const {
  std::vector<BusId> ports;
  const Result<std::vector<std::string>, std::error_code> names = files_.list(kDriver);
  if (!names) return ports;
  for (const std::string& name : *names) {
    // Devices are links in the driver's folder, interfaces have a colon in their names.
    if (std::optional<BusId> port = BusId::parse(name)) ports.push_back(std::move(*port));
  }
  return ports;
}

Result<Done> Stub::write(const std::string& what, const std::string& path,
                         const std::string& text) {
  const std::error_code error = files_.write(path, text);
  if (!error) return Done{};
  return system_refusal(what, path, error);
}

Result<Done> Stub::give_to_stub(const BusId& port) {
  const std::string what = "cannot give port " + port.text() + " to usbip-host";
  // Without a new line: the kernel compares the name to the end.
  const std::string match = std::string(kDriver) + "/match_busid";
  Result<Done> added = write(what, match, "add " + port.text());
  if (!added) return added;
  Result<Done> bound = write(what, std::string(kDriver) + "/bind", port.text());
  if (!bound) files_.write(match, "del " + port.text());
  return bound;
}

Result<Done> Stub::bind(const BusId& port) {
  Result<Done> checked = check();
  if (!checked) return checked;
  const Result<LocalDevice> found = device(port);
  if (!found) return found.error();
  if (found->is_bound()) return Done{};
  if (found->device.bDeviceClass == kHubClass) {
    return Failure{FailureKind::Unsuitable, "port " + port.text() + " has a hub, which stays here",
                   "name the ports of the hub instead: " + port.text() + ".1 and so on"};
  }
  if (found->is_imported) {
    return Failure{FailureKind::Unsuitable,
                   "the device on port " + port.text() + " is imported from another computer",
                   "put the port that it is really plugged in to on the bus"};
  }
  if (!found->driver.empty()) {
    remove_disks(files_, port);
    Result<Done> unbound =
        write("cannot take port " + port.text() + " from the driver " + found->driver,
              "bus/usb/drivers/" + found->driver + "/unbind", port.text());
    // It may have gone by itself meanwhile.
    if (!unbound && unbound.error().kind != FailureKind::NoDevice) return unbound;
  }
  Result<Done> given = give_to_stub(port);
  if (!given) files_.write("bus/usb/drivers_probe", port.text());
  return given;
}

Result<Done> Stub::unbind(const BusId& port) {
  Result<Done> checked = check();
  if (!checked) return checked;
  const Result<LocalDevice> found = device(port);
  const std::string what = "cannot give port " + port.text() + " back to its driver";
  const std::string driver(kDriver);
  if (!found || !found->is_bound()) {
    // EINVAL and ENODEV: the name was not in the list, which is what is wanted.
    files_.write(driver + "/match_busid", "del " + port.text());
    return Done{};
  }
  Result<Done> unbound = write(what, driver + "/unbind", port.text());
  if (!unbound && unbound.error().kind != FailureKind::NoDevice) return unbound;
  files_.write(driver + "/match_busid", "del " + port.text());
  // Looks for the driver, and takes the name off the list for good. It must not be written without
  // a device that was just unbound: the kernel follows a pointer to it.
  const std::error_code rebound = files_.write(driver + "/rebind", port.text());
  if (!rebound) return Done{};
  Result<Done> probed = write(what, "bus/usb/drivers_probe", port.text());
  // Unplugged meanwhile.
  if (!probed && probed.error().kind == FailureKind::NoDevice) return Done{};
  return probed;
}

Result<Done> Stub::lend(const BusId& port, int socket) {
  const Result<LocalDevice> found = device(port);
  if (!found) return found.error();
  if (!found->is_bound()) {
    return Failure{FailureKind::NotBound,
                   "the device on port " + port.text() + " belongs to the driver '" +
                       found->driver + "', not to usbip-host",
                   "bind it first"};
  }
  if (found->stub == StubStatus::Used) {
    return Failure{FailureKind::Busy, "the device on port " + port.text() + " is lent already",
                   "detach it where it is attached"};
  }
  if (found->stub == StubStatus::Error) {
    return Failure{FailureKind::Busy,
                   "the device on port " + port.text() + " is in a bad state (usbip_status 3)",
                   "unbind it and bind it anew, or plug it in again"};
  }
  return write("cannot lend port " + port.text(), kDevices + port.text() + "/usbip_sockfd",
               std::to_string(socket));
}

Result<Done> Stub::take_back(const BusId& port) {
  const Result<LocalDevice> found = device(port);
  if (!found || found->stub != StubStatus::Used) return Done{};
  Result<Done> ended = write("cannot end the lending of port " + port.text(),
                             kDevices + port.text() + "/usbip_sockfd", "-1");
  // EINVAL: the connection ended by itself meanwhile.
  if (!ended && ended.error().number == EINVAL) return Done{};
  return ended;
}

}  // namespace ddb::usbip

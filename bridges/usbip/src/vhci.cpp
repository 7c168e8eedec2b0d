// SPDX-License-Identifier: Apache-2.0
#include "ddb/usbip/vhci.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "system_refusal.hpp"

namespace ddb::usbip {

namespace {

// All controllers are reached through the first one.
constexpr const char* kController = "devices/platform/vhci_hcd.0";

bool is_super(wire::Speed speed) { return speed >= wire::Speed::Super; }

std::string_view next_word(std::string_view& line) {
  line.remove_prefix(std::min(line.size(), line.find_first_not_of(' ')));
  const std::string_view word = line.substr(0, line.find(' '));
  line.remove_prefix(word.size());
  return word;
}

template <class Number>
bool read_number(std::string_view word, Number& number, int base) {
  const char* const end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, number, base);
  return error == std::errc() && stop == end && !word.empty();
}

// "hs  0000 006 003 00010002 000003 3-1", drivers/usb/usbip/vhci_sysfs.c.
std::optional<VhciPort> port_of(std::string_view line) {
  VhciPort port;
  const std::string_view hub = next_word(line);
  if (hub != "hs" && hub != "ss") return std::nullopt;
  port.is_super = hub == "ss";
  unsigned state = 0;
  std::uint32_t speed = 0;
  if (!read_number(next_word(line), port.number, 10) || !read_number(next_word(line), state, 10) ||
      !read_number(next_word(line), speed, 10) || !read_number(next_word(line), port.devid, 16) ||
      !read_number(next_word(line), port.socket, 10)) {
    return std::nullopt;
  }
  if (state < static_cast<unsigned>(VhciState::Free) ||
      state > static_cast<unsigned>(VhciState::Error) ||
      speed > static_cast<std::uint32_t>(wire::Speed::SuperPlus)) {
    return std::nullopt;
  }
  port.state = static_cast<VhciState>(state);
  port.speed = static_cast<wire::Speed>(speed);
  port.local_port = next_word(line);
  if (port.local_port.empty()) return std::nullopt;
  return port;
}

Failure no_free_port(const wire::Device& device, const std::vector<VhciPort>& ports) {
  const VhciCount high = count_for(wire::Speed::High, ports);
  const VhciCount super = count_for(wire::Speed::Super, ports);
  const auto count = [](const VhciCount& it) {
    return std::to_string(it.free) + " of " + std::to_string(it.all);
  };
  const char* const kind = is_super(device.speed) ? "SuperSpeed" : "high-speed";
  return {
      FailureKind::NoFreePort,
      "the virtual controller has no free " + std::string(kind) + " port for " + device.busid +
          ": free are " + count(high) + " high-speed and " + count(super) + " SuperSpeed ports",
      "detach a device, or build the kernel with more ports or controllers (USBIP_VHCI_HC_PORTS, "
      "USBIP_VHCI_NR_HCS)"};
}

}  // namespace

VhciCount count_for(wire::Speed speed, const std::vector<VhciPort>& ports) {
  VhciCount count;
  for (const VhciPort& port : ports) {
    if (port.is_super != is_super(speed)) continue;
    ++count.all;
    if (port.state == VhciState::Free) ++count.free;
  }
  return count;
}

const VhciPort* port_numbered(unsigned number, const std::vector<VhciPort>& ports) {
  const auto found = std::ranges::lower_bound(ports, number, {}, &VhciPort::number);
  return found != ports.end() && found->number == number ? &*found : nullptr;
}

Result<std::vector<VhciPort>> read_vhci_status(std::string_view text) {
  std::vector<VhciPort> ports;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty() || line.starts_with("hub ")) continue;
    std::optional<VhciPort> port = port_of(line);
    if (!port) {
      return Failure{FailureKind::System,
                     "a line of vhci's status can't be read: '" + std::string(line) + "'",
                     "this kernel's vhci_hcd writes another form than that of Linux 6.1"};
    }
    ports.push_back(std::move(*port));
  }
  return ports;
}

Result<std::vector<VhciPort>> Vhci::ports() const {
  const std::string folder(kController);
  if (!files_.read(folder + "/nports")) {
    return Failure{FailureKind::NoModule,
                   "the kernel has no virtual USB controller, so no device can be imported",
                   "run 'modprobe vhci_hcd'"};
  }
  std::vector<VhciPort> ports;
  for (unsigned controller = 0;; ++controller) {
    const std::string file =
        folder + (controller == 0 ? "/status" : "/status." + std::to_string(controller));
    const Result<std::string, std::error_code> text = files_.read(file);
    if (!text) {
      if (controller > 0 && text.error() == std::errc::no_such_file_or_directory) break;
      return system_refusal("cannot read the state of the virtual controller", file, text.error());
    }
    Result<std::vector<VhciPort>> more = read_vhci_status(*text);
    if (!more) return more.error();
    std::ranges::move(*more, std::back_inserter(ports));
  }
  std::ranges::sort(ports, {}, &VhciPort::number);
  return ports;
}

Result<unsigned> Vhci::attach(int socket, const wire::Device& device) {
  const Result<std::vector<VhciPort>> ports = this->ports();
  if (!ports) return ports.error();
  const std::string file = std::string(kController) + "/attach";
  for (const VhciPort& port : *ports) {
    if (port.state != VhciState::Free || port.is_super != is_super(device.speed)) continue;
    const std::string number = std::to_string(port.number);
    const std::error_code error = files_.write(
        file, number + " " + std::to_string(socket) + " " + std::to_string(device.devid()) + " " +
                  std::to_string(static_cast<std::uint32_t>(device.speed)));
    if (!error) return port.number;
    // Somebody else took the port meanwhile.
    if (error == std::errc::device_or_resource_busy) continue;
    return system_refusal(
        "cannot attach " + device.busid + " to port " + number + " of the virtual controller", file,
        error);
  }
  return no_free_port(device, *ports);
}

Result<Done> Vhci::detach(unsigned port) {
  const std::string file = std::string(kController) + "/detach";
  const std::error_code error = files_.write(file, std::to_string(port));
  if (!error) return Done{};
  const Result<std::vector<VhciPort>> ports = this->ports();
  if (!ports) return ports.error();
  const VhciPort* const found = port_numbered(port, *ports);
  // The other side was quicker.
  if (found != nullptr && found->state == VhciState::Free) return Done{};
  return system_refusal("cannot detach port " + std::to_string(port) + " of the virtual controller",
                        file, error);
}

}  // namespace ddb::usbip

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <set>
#include <stdexcept>

#include "ddb/usb/live/answers.hpp"
#include "libusb.hpp"

namespace ddb::usb::live {

namespace {

// A device that works answers in some milliseconds.
constexpr unsigned kMilliseconds = 500;

class OpenDevice : public ControlPipe {
 public:
  explicit OpenDevice(libusb_device_handle* handle) : handle_(handle) {}
  ~OpenDevice() override {
    for (const int interface : claimed_) libusb_release_interface(handle_, interface);
  }

  ControlAnswer read(const ControlRequest& request) override {
    ControlAnswer answer;
    constexpr std::uint8_t kRecipient = 0x1f;
    constexpr std::uint8_t kInterface = 1;
    if ((request.type & kRecipient) == kInterface) {
      const int interface = request.index & 0xff;
      const int code = claim(interface);
      if (code != 0) {
        answer.failure = code == LIBUSB_ERROR_BUSY
                             ? "interface " + std::to_string(interface) +
                                   " has a driver, which keeps others from asking it"
                             : libusb_message(code);
        return answer;
      }
    }
    answer.bytes.resize(request.length);
    const int count =
        libusb_control_transfer(handle_, request.type, request.request, request.value,
                                request.index, answer.bytes.data(), request.length, kMilliseconds);
    answer.bytes.resize(static_cast<std::size_t>(std::max(count, 0)));
    if (count < 0) {
      answer.failure =
          count == LIBUSB_ERROR_PIPE ? "the device refuses to tell" : libusb_message(count);
    }
    return answer;
  }

 private:
  int claim(int interface) {
    if (claimed_.count(interface) > 0) return 0;
    const int code = libusb_claim_interface(handle_, interface);
    if (code == 0) claimed_.insert(interface);
    return code;
  }

  libusb_device_handle* handle_;
  std::set<int> claimed_;
};

constexpr const char* kNotHere = "the device is not plugged in here, so it cannot be opened";

// Where Linux has the device: Documentation/driver-api/usb/usb.rst.
std::string node_of(const BusAddress& address) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "/dev/bus/usb/%03u/%03u", address.bus, address.address);
  return text.data();
}

std::string remedy_for(const SeenDevice& device) {
  std::array<char, 160> rule{};
  std::snprintf(
      rule.data(), rule.size(),
      R"(SUBSYSTEM=="usb", ATTR{idVendor}=="%04x", ATTR{idProduct}=="%04x", TAG+="uaccess")",
      device.vendor, device.product);
  return "try it as root, or write '" + std::string(rule.data()) +
         "' into /etc/udev/rules.d/70-ddb.rules and plug the device in again";
}

Answers unopened(const SeenDevice& device, const std::string& reason) {
  Answers answers;
  answers.not_answered.push_back("what only the device tells is left out: cannot open " +
                                 node_of(*device.address) + ": " + reason);
  return answers;
}

std::string reason_for(int code, const SeenDevice& device) {
  if (code == LIBUSB_ERROR_ACCESS) return "permission denied; " + remedy_for(device);
  std::error_code none;
  if (!std::filesystem::exists(node_of(*device.address), none)) {
    return "it is not there; a container has only what is passed into it";
  }
  return libusb_message(code);
}

}  // namespace

Answers open_and_ask(const SeenDevice& device, const Reading& reading) {
  if (!device.address) throw std::runtime_error(kNotHere);
  std::optional<LibusbContext> context;
  std::vector<LibusbDevice> all;
  try {
    context.emplace();
    all = libusb_devices(*context);
  } catch (const std::runtime_error& error) {
    // So it may be where there is no /dev/bus/usb.
    return unopened(device, error.what());
  }
  const auto found = std::find_if(all.begin(), all.end(), [&](const LibusbDevice& it) {
    return device.address ==
           BusAddress{libusb_get_bus_number(it.get()), libusb_get_device_address(it.get())};
  });
  if (found == all.end()) {
    throw std::runtime_error(kNotHere);
  }
  libusb_device_handle* opened = nullptr;
  const int code = libusb_open(found->get(), &opened);
  const LibusbHandle handle(opened);
  if (code != 0) return unopened(device, reason_for(code, device));
  OpenDevice pipe(handle.get());
  return ask(pipe, device, reading);
}

}  // namespace ddb::usb::live

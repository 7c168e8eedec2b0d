// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
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

}  // namespace

Answers open_and_ask(const SeenDevice& device, const Reading& reading) {
  const LibusbContext context;
  std::vector<LibusbDevice> all = libusb_devices(context);
  const auto found = std::find_if(all.begin(), all.end(), [&](const LibusbDevice& it) {
    return device.address ==
           BusAddress{libusb_get_bus_number(it.get()), libusb_get_device_address(it.get())};
  });
  if (found == all.end()) {
    throw std::runtime_error("the device is not plugged in here, so it cannot be opened");
  }
  libusb_device_handle* opened = nullptr;
  const int code = libusb_open(found->get(), &opened);
  const LibusbHandle handle(opened);
  if (code != 0) {
    Answers answers;
    answers.not_answered.push_back("cannot open the device: " + libusb_message(code) +
                                   (code == LIBUSB_ERROR_ACCESS
                                        ? "; try it as root, or give yourself access to it "
                                          "by a rule of udev (uaccess)"
                                        : ""));
    return answers;
  }
  OpenDevice pipe(handle.get());
  return ask(pipe, device, reading);
}

}  // namespace ddb::usb::live

// SPDX-License-Identifier: Apache-2.0
// What there is of libusb.cpp, open.cpp and kernel.cpp where they cannot be built: DDB_USB_LIVE.
#include <stdexcept>
#include <string>

#include "ddb/usb/live/answers.hpp"
#include "ddb/usb/live/source.hpp"
#include "kernel.hpp"

namespace ddb::usb::live {

namespace {

std::string lacks(const char* library) {
  return std::string("this program was built without ") + library +
         "; build it with -DDDB_USB_LIVE=ON, where libusb and libudev are (Debian: "
         "libusb-1.0-0-dev, libudev-dev)";
}

}  // namespace

std::unique_ptr<Source> libusb_source() { throw std::runtime_error(lacks("libusb")); }

Answers open_and_ask(const SeenDevice& /*device*/, const Reading& /*reading*/) {
  Answers answers;
  answers.not_answered.push_back("cannot open the device: " + lacks("libusb"));
  return answers;
}

namespace detail {

std::unique_ptr<Kernel> real_kernel(EventSender /*sender*/) {
  throw std::runtime_error("cannot listen for devices: " + lacks("libudev"));
}

}  // namespace detail

}  // namespace ddb::usb::live

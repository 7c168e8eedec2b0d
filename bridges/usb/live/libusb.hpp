// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_LIVE_LIBUSB_HPP
#define DDB_USB_LIVE_LIBUSB_HPP

#include <libusb.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ddb/usb/live/device.hpp"

namespace ddb::usb::live {

/// libusb, started.
class LibusbContext {
 public:
  /// @throws std::runtime_error: it cannot start
  LibusbContext();
  LibusbContext(const LibusbContext&) = delete;
  LibusbContext& operator=(const LibusbContext&) = delete;
  ~LibusbContext() { libusb_exit(context_); }

  libusb_context* get() const noexcept { return context_; }

 private:
  libusb_context* context_ = nullptr;
};

struct LibusbRelease {
  void operator()(libusb_device* it) const noexcept { libusb_unref_device(it); }
  void operator()(libusb_device_handle* it) const noexcept { libusb_close(it); }
  void operator()(libusb_config_descriptor* it) const noexcept {
    libusb_free_config_descriptor(it);
  }
};
using LibusbDevice = std::unique_ptr<libusb_device, LibusbRelease>;
using LibusbHandle = std::unique_ptr<libusb_device_handle, LibusbRelease>;

/// The devices that are there, each with a reference of its own.
/// @throws std::runtime_error: libusb cannot list them
std::vector<LibusbDevice> libusb_devices(const LibusbContext& context);

/// What libusb says of an error, as part of a sentence.
std::string libusb_message(int code);

}  // namespace ddb::usb::live

#endif  // DDB_USB_LIVE_LIBUSB_HPP

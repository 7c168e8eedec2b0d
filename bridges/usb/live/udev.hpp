// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_LIVE_UDEV_HPP
#define DDB_USB_LIVE_UDEV_HPP

#include <libudev.h>

#include <memory>

namespace ddb::usb::live {

/// Gives a reference to an object of libudev back.
struct Unref {
  void operator()(udev* it) const noexcept { udev_unref(it); }
  void operator()(udev_device* it) const noexcept { udev_device_unref(it); }
  void operator()(udev_enumerate* it) const noexcept { udev_enumerate_unref(it); }
  void operator()(udev_monitor* it) const noexcept { udev_monitor_unref(it); }
};

/// A reference to an object of libudev.
template <class Object>
using Handle = std::unique_ptr<Object, Unref>;

/// A text of libudev, which may be null.
inline const char* text_or_empty(const char* text) noexcept { return text != nullptr ? text : ""; }

}  // namespace ddb::usb::live

#endif  // DDB_USB_LIVE_UDEV_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_LIVE_KERNEL_HPP
#define DDB_USB_LIVE_KERNEL_HPP

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ddb/usb/live/monitor.hpp"

namespace ddb::usb::live::detail {

/// An event, as the kernel or udev sends it.
struct Uevent {
  std::string action;                 ///< `add`, `remove`, `bind`, `unbind`, `change` ...
  std::string folder;                 ///< of sysfs, with /sys
  bool is_device = false;             ///< of a USB device as a whole, not of something below it
  std::optional<BusAddress> address;  ///< BUSNUM and DEVNUM
  std::string product;                ///< PRODUCT, of a device: `46d/c52b/1201`
};

/// The kernel had no room for more events, and dropped some.
struct Overflow {};

/// There is no event.
struct NoEvent {};

using Reception = std::variant<NoEvent, Overflow, Uevent>;

/// A USB device that is there.
struct Present {
  std::string folder;                 ///< of sysfs
  std::optional<BusAddress> address;  ///< its number on the bus
  bool is_finished = true;            ///< whether udev is done with it
};

/// What a monitor asks the system. Nothing here waits.
class Kernel {
 public:
  Kernel() = default;
  Kernel(const Kernel&) = delete;
  Kernel& operator=(const Kernel&) = delete;
  virtual ~Kernel() = default;

  /// Readable when there are events; events are kept from the moment the object is made.
  virtual int descriptor() const = 0;
  /// The next event.
  virtual Reception receive() = 0;
  /// All USB devices that are there now.
  virtual std::vector<Present> enumerate() = 0;
  /// The number that the device in the folder has now.
  virtual std::optional<BusAddress> address_in(const std::string& folder) = 0;
  /// The device in the folder; none if there is none.
  virtual std::optional<SeenDevice> read(const std::string& folder) = 0;
};

/// The system that this program runs on.
/// @throws std::runtime_error: libudev cannot listen here
std::unique_ptr<Kernel> real_kernel(EventSender sender);

}  // namespace ddb::usb::live::detail

#endif  // DDB_USB_LIVE_KERNEL_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_LIVE_MONITOR_HPP
#define DDB_USB_LIVE_MONITOR_HPP

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

#include "ddb/usb/live/device.hpp"

/// Devices that come and go.
namespace ddb::usb::live {

/// What happened to a device.
enum class ChangeKind : std::uint8_t {
  Arrived,   ///< it is there, and was not told before
  Departed,  ///< it is gone; the device is told as it was last seen
  Changed,   ///< something of it is other than told: a driver was bound, a node came or went ...
};

/// "arrived", "departed" or "changed".
const char* change_kind_name(ChangeKind kind) noexcept;

/// One thing that happened.
struct Change {
  ChangeKind kind = ChangeKind::Arrived;  ///< what
  SeenDevice device;                      ///< to whom, as it is now

  friend bool operator==(const Change&, const Change&) = default;
};

/// Who tells of devices.
enum class EventSender : std::uint8_t {
  Automatic,  ///< udev if it runs, else the kernel
  Udev,       ///< udev, when its rules have run
  Kernel,     ///< the kernel, at once; what udev does is not done yet
};

/// How a monitor is to listen.
struct MonitorOptions {
  EventSender sender = EventSender::Automatic;  ///< whom to listen to
  /// How long to wait until udev is done with a device that is there at the beginning. After that
  /// it is told all the same, and SeenDevice::not_read says so.
  std::chrono::milliseconds udev_patience{5000};
};

namespace detail {
class Kernel;
}  // namespace detail

/// Tells which devices come and go, beginning with those that are there.
///
///     Monitor monitor;
///     for (;;) {
///       for (const Change& change : monitor.take()) ...
///       // poll() on monitor.descriptor(), with the program's others
///     }
///
/// A device that arrives is told as Arrived exactly once, and as Departed exactly once when it
/// goes, in this order; replugging in between is seen even if it is quicker than the caller. A
/// device that was gone before it could be read is told with what its event says, and
/// SeenDevice::not_read says so. If the kernel had to drop events, the devices are listed again and
/// the differences are told: one that came and went in between is not told at all then.
///
/// No thread is started and no device opened. One thread at a time may use a monitor.
class Monitor {
 public:
  /// Listens from now on; then looks who is there.
  /// @throws std::runtime_error: there is no libudev that can listen here, or none at all
  ///         (DDB_USB_LIVE)
  /// @throws std::system_error: the system is short of something
  explicit Monitor(const MonitorOptions& options = {});
  /// For tests: of a system that `kernel` plays.
  Monitor(std::unique_ptr<detail::Kernel> kernel, std::chrono::milliseconds udev_patience);
  Monitor(Monitor&&) noexcept;             ///< Takes over what the other has told.
  Monitor& operator=(Monitor&&) noexcept;  ///< Stops listening and takes over the other's.
  Monitor(const Monitor&) = delete;
  Monitor& operator=(const Monitor&) = delete;
  ~Monitor();

  /// Readable (POLLIN) when take() has something to do. Belongs to the monitor.
  int descriptor() const noexcept;

  /// What has happened since the last call, in order; the first call tells all that is there. Never
  /// waits. Reads at most some thousand events; the descriptor stays readable if there are more.
  /// @throws std::system_error: the system is short of something; nothing is lost by that
  std::vector<Change> take();

  /// How often the kernel dropped events so far, and the devices were listed again.
  std::size_t overflows() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ddb::usb::live

#endif  // DDB_USB_LIVE_MONITOR_HPP

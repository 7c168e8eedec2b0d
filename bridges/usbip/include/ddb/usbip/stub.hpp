// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USBIP_STUB_HPP
#define DDB_USBIP_STUB_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ddb/usbip/bus_id.hpp"
#include "ddb/usbip/files.hpp"
#include "ddb/usbip/result.hpp"
#include "ddb/usbip/wire.hpp"

namespace ddb::usbip {

/// What the stub driver says of its device (`usbip_status`; enum usbip_device_status of the
/// kernel's drivers/usb/usbip/usbip_common.h).
enum class StubStatus : std::uint8_t {
  Available = 1,  ///< SDEV_ST_AVAILABLE: can be exported
  Used = 2,       ///< SDEV_ST_USED: a client has it
  Error = 3,      ///< SDEV_ST_ERROR: until it is bound anew
};

/// A USB device of this computer, as sysfs tells of it.
struct LocalDevice {
  BusId port;                      ///< where it is plugged in
  wire::Device device;             ///< as usbip tells others of it, interfaces included
  std::string serial;              ///< what it says is its serial number; hostile text
  std::string product;             ///< what it says is its name; hostile text
  std::string driver;              ///< of the device itself: "usb", "usbip-host"; empty for none
  std::optional<StubStatus> stub;  ///< if the driver is usbip-host
  bool is_imported = false;        ///< hangs on a virtual controller

  bool is_bound() const noexcept { return stub.has_value(); }
};

/// What changes of a device while it is plugged in.
struct DeviceState {
  std::uint32_t devnum = 0;        ///< each device that is plugged in has another one
  std::string driver;              ///< of the device itself: "usb", "usbip-host"; empty for none
  std::optional<StubStatus> stub;  ///< if the driver is usbip-host
};

/// The provider's side of usbip in the kernel: devices that are lent instead of used. Nothing is
/// kept here but the way to sysfs, which must live as long. One thread at a time may use it for one
/// port.
class Stub {
 public:
  explicit Stub(Files& files) : files_(files) {}

  /// Whether the kernel has usbip-host; else NoModule.
  Result<Done> check() const;

  /// The device on a port, or NoDevice. A device that comes or goes just now may be told with
  /// zeros.
  Result<LocalDevice> device(const BusId& port) const;

  /// The state of the device on a port, or NoDevice: three reads, where device() takes some twenty.
  Result<DeviceState> state(const BusId& port) const;

  /// The descriptors of the device on a port as it has sent them, which the kernel keeps: it is not
  /// opened for them. Empty if there is no device, or if they may not be read.
  std::string descriptors(const BusId& port) const;

  /// The ports whose devices belong to usbip-host now, sorted.
  std::vector<BusId> bound() const;

  /// Takes the device from its driver and gives it to usbip-host. One that is there already is left
  /// alone. If it fails, the driver has its device back.
  Result<Done> bind(const BusId& port);

  /// Gives the device back to its driver; whoever uses it over the network loses it. One that is
  /// not bound is left alone, and so is a port without a device; the port's name is taken off the
  /// list of those that usbip-host waits for.
  Result<Done> unbind(const BusId& port);

  /// Hands a connection over to the kernel, which serves the device to whoever is at its other end.
  /// @param socket ready for it (prepare_for_kernel()); still the caller's to close
  Result<Done> lend(const BusId& port, int socket);

  /// Ends the connection over which the device is lent. It stays bound, and can be lent again.
  Result<Done> take_back(const BusId& port);

 private:
  Result<Done> write(const std::string& what, const std::string& path, const std::string& text);
  Result<Done> give_to_stub(const BusId& port);

  Files& files_;
};

}  // namespace ddb::usbip

#endif  // DDB_USBIP_STUB_HPP

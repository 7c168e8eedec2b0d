// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USBIP_VHCI_HPP
#define DDB_USBIP_VHCI_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ddb/usbip/files.hpp"
#include "ddb/usbip/result.hpp"
#include "ddb/usbip/wire.hpp"

namespace ddb::usbip {

/// What a port of the virtual controller is doing (column `sta` of its status; enum
/// usbip_device_status of the kernel's drivers/usb/usbip/usbip_common.h).
enum class VhciState : std::uint8_t {
  Free = 4,         ///< VDEV_ST_NULL
  NotAssigned = 5,  ///< VDEV_ST_NOTASSIGNED: attached, the device has no address yet
  Used = 6,         ///< VDEV_ST_USED: the device is there
  Error = 7,        ///< VDEV_ST_ERROR
};

/// One port of the virtual controllers.
struct VhciPort {
  unsigned number = 0;                ///< counted through all controllers
  bool is_super = false;              ///< of a SuperSpeed hub
  VhciState state = VhciState::Free;  ///< what follows holds in the state Used only
  wire::Speed speed = wire::Speed::Unknown;
  std::uint32_t devid = 0;  ///< wire::Device::devid() on the provider
  int socket = 0;           ///< number that the connection had in the process which attached it
  std::string local_port;   ///< where the device is here now: "3-1"

  friend bool operator==(const VhciPort&, const VhciPort&) = default;
};

/// Ports of one kind.
struct VhciCount {
  std::size_t free = 0;
  std::size_t all = 0;
};

/// Those of a speed's kind.
VhciCount count_for(wire::Speed speed, const std::vector<VhciPort>& ports);

/// The port with this number, or none.
/// @param ports by number, as Vhci::ports() gives them
const VhciPort* port_numbered(unsigned number, const std::vector<VhciPort>& ports);

/// Reads the text of one status file of vhci. Pure. A line that can't be read is a failure that
/// names it.
Result<std::vector<VhciPort>> read_vhci_status(std::string_view text);

/// The master's side of usbip in the kernel: the virtual controllers that imported devices hang on.
/// Nothing is kept here but the way to sysfs, which must live as long.
class Vhci {
 public:
  explicit Vhci(Files& files) : files_(files) {}

  /// All ports of all controllers, by number; NoModule without the module vhci_hcd.
  Result<std::vector<VhciPort>> ports() const;

  /// Hands a connection over to the kernel, which makes a device of it. Returns the port's number
  /// at once; the device is there when the port's state is Used. Only one attach at a time may be
  /// under way on a computer, until its port has left the state NotAssigned.
  /// @param socket of a connection whose import was granted; still the caller's to close
  Result<unsigned> attach(int socket, const wire::Device& device);

  /// Ends the connection of a port; its device is gone at once. A port that is free is left alone.
  Result<Done> detach(unsigned port);

 private:
  Files& files_;
};

}  // namespace ddb::usbip

#endif  // DDB_USBIP_VHCI_HPP

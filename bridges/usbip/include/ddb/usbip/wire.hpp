// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USBIP_WIRE_HPP
#define DDB_USBIP_WIRE_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "ddb/usbip/bus_id.hpp"
#include "ddb/usbip/result.hpp"

/// The bytes of usbip's user-space protocol, version 1.1.1: what is said on a connection before the
/// kernel gets it. Pure functions; all numbers on the wire are big-endian. Source: the kernel's
/// Documentation/usb/usbip_protocol.rst; where it is silent, tools/usb/usbip/src/usbip_network.h.
namespace ddb::usbip::wire {

using Bytes = std::span<const std::uint8_t>;

inline constexpr std::uint16_t kVersion = 0x0111;      ///< the version of the protocol
inline constexpr std::uint16_t kPort = 3240;           ///< the TCP port, registered at IANA
inline constexpr std::size_t kHeaderSize = 8;          ///< version, code, status
inline constexpr std::size_t kPathSize = 256;          ///< field `path`
inline constexpr std::size_t kBusIdSize = 32;          ///< field `busid`
inline constexpr std::size_t kDeviceSize = 312;        ///< a device without its interfaces
inline constexpr std::size_t kInterfaceSize = 4;       ///< an interface, with its padding
inline constexpr std::size_t kListRequestSize = 8;     ///< OP_REQ_DEVLIST
inline constexpr std::size_t kImportRequestSize = 40;  ///< OP_REQ_IMPORT
inline constexpr std::size_t kMostDevices = 1024;      ///< more in a list are not believed

/// What a message is (field `code`).
enum class Code : std::uint16_t {
  ListRequest = 0x8005,    ///< OP_REQ_DEVLIST
  ListReply = 0x0005,      ///< OP_REP_DEVLIST
  ImportRequest = 0x8003,  ///< OP_REQ_IMPORT
  ImportReply = 0x0003,    ///< OP_REP_IMPORT
};

/// How it went (field `status`); the names of usbip_common.h.
enum class Status : std::uint32_t {
  Ok = 0,            ///< ST_OK
  NotAvailable = 1,  ///< ST_NA: no such request, or it is not allowed
  Busy = 2,          ///< ST_DEV_BUSY: exported to somebody
  DeviceError = 3,   ///< ST_DEV_ERR: the device is in a bad state
  NoDevice = 4,      ///< ST_NODEV: not there, or not bound to usbip-host
  Error = 5,         ///< ST_ERROR: anything else
};

/// enum usb_device_speed of the kernel (include/uapi/linux/usb/ch9.h).
enum class Speed : std::uint32_t {
  Unknown = 0,
  Low = 1,
  Full = 2,
  High = 3,
  Wireless = 4,
  Super = 5,
  SuperPlus = 6,
};

/// Class codes of an interface.
struct Interface {
  std::uint8_t bInterfaceClass = 0;     ///< USB 2.0, table 9-12
  std::uint8_t bInterfaceSubClass = 0;  ///< as above
  std::uint8_t bInterfaceProtocol = 0;  ///< as above

  friend bool operator==(const Interface&, const Interface&) = default;
};

/// A device as usbip tells of it. Fields with the names of the USB specification hold the same.
struct Device {
  std::string path;   ///< folder in the provider's sysfs; cut at 255 bytes when it is written
  std::string busid;  ///< its port; other servers may have other forms than BusId
  std::uint32_t busnum = 0;  ///< number of the bus
  std::uint32_t devnum = 0;  ///< number on the bus, given anew at each plug
  Speed speed = Speed::Unknown;
  std::uint16_t idVendor = 0;
  std::uint16_t idProduct = 0;
  std::uint16_t bcdDevice = 0;
  std::uint8_t bDeviceClass = 0;
  std::uint8_t bDeviceSubClass = 0;
  std::uint8_t bDeviceProtocol = 0;
  std::uint8_t bConfigurationValue = 0;
  std::uint8_t bNumConfigurations = 0;
  std::uint8_t bNumInterfaces = 0;
  /// One for each of bNumInterfaces in a list; empty in the reply to an import.
  std::vector<Interface> interfaces;

  /// What vhci's `attach` wants as `devid`: bus and number in one.
  std::uint32_t devid() const noexcept { return busnum << 16U | devnum; }

  friend bool operator==(const Device&, const Device&) = default;
};

/// OP_REQ_DEVLIST: which devices are there?
struct ListRequest {
  friend bool operator==(const ListRequest&, const ListRequest&) = default;
};

/// OP_REQ_IMPORT: give me the device on this port.
struct ImportRequest {
  BusId busid;

  friend bool operator==(const ImportRequest&, const ImportRequest&) = default;
};

/// What a client may say.
using Request = std::variant<ListRequest, ImportRequest>;

/// OP_REP_DEVLIST.
struct ListReply {
  Status status = Status::Ok;
  std::vector<Device> devices;

  friend bool operator==(const ListReply&, const ListReply&) = default;
};

/// OP_REP_IMPORT: the device if the status is Ok, else none.
struct ImportReply {
  Status status = Status::Ok;
  std::optional<Device> device;

  friend bool operator==(const ImportReply&, const ImportReply&) = default;
};

/// Bytes that are not what they should be.
struct WireError {
  enum class Kind : std::uint8_t { Malformed, OtherVersion };
  Kind kind = Kind::Malformed;
  std::size_t offset = 0;  ///< of the first byte that is wrong; the size, if some are missing
  std::string reason;      ///< in words

  friend bool operator==(const WireError&, const WireError&) = default;
};

/// How many bytes a message has at least, given its first ones. More than there are: read up to
/// this number and ask again. As many as there are: the message is whole. Never more than the
/// message really has, so that nobody reads what belongs to the kernel.
using Needed = Result<std::size_t, WireError>;

Needed needed_for_request(Bytes so_far);
Needed needed_for_list_reply(Bytes so_far);
Needed needed_for_import_reply(Bytes so_far);

/// Each takes one whole message: a byte less or more is an error.
Result<Request, WireError> decode_request(Bytes message);
Result<ListReply, WireError> decode_list_reply(Bytes message);
Result<ImportReply, WireError> decode_import_reply(Bytes message);

std::array<std::uint8_t, kListRequestSize> encode(const ListRequest& request);
std::array<std::uint8_t, kImportRequestSize> encode(const ImportRequest& request);
/// Devices after the first kMostDevices are left out; each has as many interfaces as
/// bNumInterfaces says: those that miss are zero, those too many are left out.
std::vector<std::uint8_t> encode(const ListReply& reply);
/// The device is written if there is one; a reply that is Ok must have it.
std::vector<std::uint8_t> encode(const ImportReply& reply);

/// In words: "the device is exported to somebody else".
const char* status_words(Status status) noexcept;

/// From sysfs's `speed`, in megabits a second: "1.5", "12", "480", "5000", "10000", "20000".
Speed speed_of(std::string_view megabits) noexcept;

}  // namespace ddb::usbip::wire

#endif  // DDB_USBIP_WIRE_HPP

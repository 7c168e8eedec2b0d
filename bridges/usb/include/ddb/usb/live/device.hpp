// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_LIVE_DEVICE_HPP
#define DDB_USB_LIVE_DEVICE_HPP

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ddb/usb/device.hpp"
#include "ddb/usb/reading.hpp"

/// USB devices of this computer, or of a recording: who is there, and what the system has made of
/// it. Everything here is a value; a device is opened only by what open.hpp declares.
///
/// Where a name of a file is told, it is one of Linux: Documentation/ABI/testing/sysfs-bus-usb and
/// sysfs-devices, and what drivers/usb/core/sysfs.c writes.
namespace ddb::usb::live {

/// The number that a device has on its bus until it is unplugged. A device that is plugged in again
/// has another one.
struct BusAddress {
  unsigned bus = 0;      ///< busnum, from 1
  unsigned address = 0;  ///< devnum, from 1 to 127

  friend auto operator<=>(const BusAddress&, const BusAddress&) = default;
};

/// What the system knows of an interface of the active configuration.
struct SeenInterface {
  std::uint8_t number = 0;     ///< bInterfaceNumber
  std::uint8_t alternate = 0;  ///< bAlternateSetting: the one that is set
  ClassCode interface_class;   ///< bInterfaceClass, bInterfaceSubClass, bInterfaceProtocol
  std::string name;            ///< its string, UTF-8; empty if it has none
  std::string driver;          ///< `usbhid`; empty if none is bound

  friend bool operator==(const SeenInterface&, const SeenInterface&) = default;
};

/// Something that programs use, and that is there because of the device.
struct DeviceNode {
  std::string subsystem;                  ///< `sound`, `block`, `hidraw`, `net` ...
  std::string name;                       ///< the kernel's: `controlC1`, `sda`, `eth0`
  std::string path;                       ///< `/dev/snd/controlC1`; empty if it has none (`net`)
  std::optional<std::uint8_t> interface;  ///< the interface it hangs on; none: the whole device

  friend auto operator<=>(const DeviceNode&, const DeviceNode&) = default;
};

/// The report descriptor of an interface, as the kernel has read it from the device.
struct SeenReport {
  std::uint8_t interface = 0;       ///< bInterfaceNumber
  std::vector<std::uint8_t> bytes;  ///< never empty

  friend bool operator==(const SeenReport&, const SeenReport&) = default;
};

/// Sampling rates of a setting of an audio interface, as the kernel's driver found them when it
/// asked the device: a rate or a range.
struct SeenRates {
  std::uint8_t interface = 0;  ///< bInterfaceNumber of the stream
  std::uint8_t alternate = 0;  ///< bAlternateSetting
  std::uint32_t least = 0;     ///< in Hz
  std::uint32_t greatest = 0;  ///< in Hz; the same for a single rate

  friend bool operator==(const SeenRates&, const SeenRates&) = default;
};

/// A device as it was seen at one moment.
struct SeenDevice {
  std::string port;                        ///< `1-3.2`, `usb1` for a root hub; empty: not known
  std::filesystem::path folder;            ///< of sysfs; empty if it has none
  std::optional<BusAddress> address;       ///< none for files
  std::uint16_t vendor = 0;                ///< idVendor
  std::uint16_t product = 0;               ///< idProduct
  std::uint16_t release = 0;               ///< bcdDevice
  ClassCode device_class;                  ///< bDeviceClass, bDeviceSubClass, bDeviceProtocol
  std::string manufacturer_name;           ///< its string, UTF-8; empty if it has none
  std::string product_name;                ///< its string, UTF-8; empty if it has none
  std::string serial;                      ///< its string, UTF-8; empty if it has none
  std::optional<double> speed;             ///< in Mbit/s: 1.5, 12, 480, 5000 ...
  std::optional<bool> authorized;          ///< whether the system lets it be used; none: not known
  std::optional<std::uint8_t> configured;  ///< bConfigurationValue of the active configuration
  std::string driver;                      ///< of the device as a whole: `usb`, `usbip-host`
  std::vector<SeenInterface> interfaces;   ///< of the active configuration, by number
  std::vector<DeviceNode> nodes;           ///< sorted

  std::vector<std::uint8_t> descriptors;  ///< as Input::descriptors; empty if not readable
  std::vector<std::uint8_t> bos;          ///< as Input::bos; empty: none, or an older kernel
  std::vector<SeenReport> reports;        ///< by number of interface
  std::vector<SeenRates> rates;           ///< from procfs; empty without a driver for sound

  /// What is there and could not be read, and why: a sentence each.
  std::vector<std::string> not_read;

  /// Whether the device is a hub, a root hub or another.
  bool is_hub() const noexcept { return device_class.class_id == 9; }

  friend bool operator==(const SeenDevice&, const SeenDevice&) = default;
};

/// Reads its descriptors: read() of reading.hpp, with each report descriptor in the place of the
/// HID descriptor of its interface.
/// @throws std::bad_alloc and nothing else
Reading read(const SeenDevice& device);

/// Whether text is the name of a port as the kernel and usbip write it: `1-3`, `1-3.2`, or `usb1`
/// for a root hub.
bool is_port(std::string_view text);

/// Whether `left` comes before `right` in a list for people: bus by bus, a hub before what is
/// plugged into it, `1-9` before `1-10`. Texts that are no ports come last, by their letters.
bool port_before(std::string_view left, std::string_view right);

}  // namespace ddb::usb::live

#endif  // DDB_USB_LIVE_DEVICE_HPP

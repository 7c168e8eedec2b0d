// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_LIVE_SOURCE_HPP
#define DDB_USB_LIVE_SOURCE_HPP

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "ddb/usb/live/device.hpp"

/// Where devices are seen.
namespace ddb::usb::live {

/// What a source found.
struct Sighting {
  std::vector<SeenDevice> devices;    ///< sorted by port_before()
  std::vector<std::string> not_read;  ///< what of the whole could not be read: a sentence each
};

/// Devices that can be listed. No source opens a device, waits for one, or fails because something
/// may not be read: that is told in Sighting::not_read and SeenDevice::not_read. A source may be
/// used by one thread at a time.
class Source {
 public:
  Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  virtual ~Source() = default;

  /// All devices that are there now, hubs as well. One that goes while it is read is left out.
  /// @throws std::system_error: the system is short of something; std::runtime_error: see the
  ///         functions that make sources
  virtual Sighting look() = 0;
};

/// The devices of this computer: by libudev and sysfs where they are there, else by libusb, which
/// knows no drivers, no strings and no nodes.
/// @throws std::runtime_error: there is neither
std::unique_ptr<Source> local_source();

/// The devices of this computer as libusb lists them, without opening one.
/// @throws std::runtime_error: libusb cannot start, or this was built without it (DDB_USB_LIVE)
std::unique_ptr<Source> libusb_source();

/// The devices in a sysfs tree, which may be a copy: `DIR/bus/usb/devices`, or, if that is not
/// there, the folders in DIR that have the names of ports. look() throws std::runtime_error if
/// there is no such folder.
std::unique_ptr<Source> sysfs_source(std::filesystem::path root);

/// Files that hold the bytes of one device.
struct Files {
  std::filesystem::path descriptors;                ///< as Input::descriptors
  std::filesystem::path bos;                        ///< as Input::bos; empty: none
  std::vector<std::filesystem::path> report_files;  ///< as Input::report_descriptors
};

/// The one device whose bytes these files hold. look() throws std::runtime_error if one of them
/// cannot be read.
std::unique_ptr<Source> file_source(Files files);

}  // namespace ddb::usb::live

#endif  // DDB_USB_LIVE_SOURCE_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_LIVE_SYSFS_HPP
#define DDB_USB_LIVE_SYSFS_HPP

#include <filesystem>
#include <optional>
#include <string>

#include "ddb/usb/live/source.hpp"

namespace ddb::usb::live {

/// The number that the device in this folder has now; none if it has none or there is no device.
std::optional<BusAddress> address_in(const std::filesystem::path& folder);

/// The device in this folder of sysfs, whose name is its port. None if it went, or was replaced by
/// another one, while it was read.
std::optional<SeenDevice> read_folder(const std::filesystem::path& folder);

/// The first that there is: the devices of a sysfs tree or, if it has none, the folders of ports in
/// `root`. None if there is neither.
std::optional<std::filesystem::path> folder_of_devices(const std::filesystem::path& root);

}  // namespace ddb::usb::live

#endif  // DDB_USB_LIVE_SYSFS_HPP

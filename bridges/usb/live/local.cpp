// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <stdexcept>
#include <string>

#include "ddb/usb/live/source.hpp"

namespace ddb::usb::live {

std::unique_ptr<Source> local_source() {
  std::error_code none;
  if (std::filesystem::is_directory("/sys/bus/usb", none)) return sysfs_source("/sys");
  try {
    return libusb_source();
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(
        std::string("there is no /sys/bus/usb (load the module usbcore), and ") + error.what());
  }
}

}  // namespace ddb::usb::live

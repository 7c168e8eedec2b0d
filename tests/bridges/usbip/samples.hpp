// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_USBIP_SAMPLES_HPP
#define DDB_TESTS_USBIP_SAMPLES_HPP

#include <string>

#include "ddb/usbip/wire.hpp"

/// Devices that several tests tell of.
namespace samples {

inline ddb::usbip::wire::Device disk(const std::string& port = "1-3") {
  ddb::usbip::wire::Device device;
  device.path = "/sys/devices/pci0000:00/0000:00:01.0/usb1/" + port;
  device.busid = port;
  device.busnum = 1;
  device.devnum = 5;
  device.speed = ddb::usbip::wire::Speed::High;
  device.idVendor = 0x46f4;
  device.idProduct = 0x0001;
  device.bcdDevice = 0x0203;
  device.bConfigurationValue = 1;
  device.bNumConfigurations = 1;
  device.bNumInterfaces = 1;
  device.interfaces = {{8, 6, 0x50}};
  return device;
}

/// As the reply to an import has it: without the interfaces.
inline ddb::usbip::wire::Device imported_disk(const std::string& port = "1-3") {
  ddb::usbip::wire::Device device = disk(port);
  device.interfaces.clear();
  return device;
}

}  // namespace samples

#endif  // DDB_TESTS_USBIP_SAMPLES_HPP

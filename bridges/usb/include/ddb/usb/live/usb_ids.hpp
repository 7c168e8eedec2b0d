// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_LIVE_USB_IDS_HPP
#define DDB_USB_LIVE_USB_IDS_HPP

#include <cstdint>
#include <filesystem>
#include <string>

namespace ddb::usb::live {

/// The public list of vendors and products, `usb.ids`, as hwdata has it.
class UsbIds {
 public:
  /// The list of this computer: of hwdata or, without it, of usbutils. An empty one if there is
  /// none.
  UsbIds();
  /// The list in this file; an empty one if it cannot be read.
  explicit UsbIds(const std::filesystem::path& file);

  /// The name of a vendor, UTF-8; empty if the list has none.
  std::string vendor(std::uint16_t vendor) const;
  /// The name of a product, UTF-8; empty if the list has none.
  std::string product(std::uint16_t vendor, std::uint16_t product) const;

 private:
  std::string text_;  // begins with the end of a line
};

}  // namespace ddb::usb::live

#endif  // DDB_USB_LIVE_USB_IDS_HPP

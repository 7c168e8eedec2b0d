// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_LIVE_UTF8_HPP
#define DDB_USB_LIVE_UTF8_HPP

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ddb::usb::live {

/// The text of UTF-16, lower byte first, as string descriptors have it: USB 2.0 9.6.7. It ends at a
/// zero; halves of pairs are U+FFFD.
std::string utf8_of_utf16(std::span<const std::uint8_t> bytes);

/// The text with U+FFFD for each byte that is no UTF-8.
std::string repaired(std::string_view text);

}  // namespace ddb::usb::live

#endif  // DDB_USB_LIVE_UTF8_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_SRC_HID_WORDS_HPP
#define DDB_USB_SRC_HID_WORDS_HPP

#include <cstdint>
#include <string_view>
#include <vector>

#include "ddb/usb/description.hpp"

namespace ddb::usb::hid {

/// The word of mechanical_structure/operation/usage for a usage with its page: `x` for 0x00010030.
/// Empty if it has no name, or is on a page of sensors, supplies or other devices.
Word usage_word(std::uint32_t usage) noexcept;

/// A usage by its names.
struct NamedWord {
  std::string_view page;  ///< name of its page
  std::string_view name;  ///< of the usage
  Word word;              ///< see usage_word
};

/// All of them, in the order of the usages; some words are there more than once.
std::vector<NamedWord> all_usage_words();

}  // namespace ddb::usb::hid

#endif  // DDB_USB_SRC_HID_WORDS_HPP

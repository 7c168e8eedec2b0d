// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_SRC_WRITTEN_TEXT_HPP
#define DDB_USB_SRC_WRITTEN_TEXT_HPP

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "ddb/usb/description.hpp"

/// What both written forms of a description need.
namespace ddb::usb {

/// A character of UTF-8 and how many bytes it takes; broken bytes are U+FFFD, one each.
struct Character {
  char32_t code = 0;
  std::size_t size = 1;
};

/// The first character of a text that is not empty.
Character first_character(std::string_view text) noexcept;

/// Whether a terminal or an editor shows the character as itself: neither a control character, nor
/// one that is invisible, turns the direction of a line, or means nothing.
bool is_shown(char32_t code) noexcept;

/// Appends a whole number in decimal digits.
template <class Number>
void append_number(std::string& out, Number number) {
  static_assert(std::is_integral_v<Number>);
  constexpr std::size_t most_digits = 20;
  char digits[most_digits];  // NOLINT(modernize-avoid-c-arrays): what to_chars takes
  const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
  out.append(std::begin(digits), end);
}

/// Appends a number in hexadecimal digits, with zeros before it up to `width`.
void append_hexadecimal(std::string& out, std::uint32_t number, std::size_t width = 1);

/// Appends a number as a decimal with all its digits, and gives true; false, and nothing is
/// appended, where no decimal of at most 15 digits is exact.
bool append_decimal(std::string& out, const Exact& number);

/// Appends the number as the language writes it: 44100, 44.1 or 1r3.
void append_exact(std::string& out, const Exact& number);

}  // namespace ddb::usb

#endif  // DDB_USB_SRC_WRITTEN_TEXT_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_FUZZ_UTF8_HPP
#define DDB_TESTS_FUZZ_UTF8_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fuzz {

/// Whether the text is UTF-8: shortest forms only, no surrogates, nothing above U+10FFFF. Written
/// without the engine, whose own answer is what is tested.
inline bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i]);
    std::size_t length = 1;
    std::uint32_t least = 0;
    std::uint32_t point = first;
    if (first >= 0xF0U) {
      length = 4;
      least = 0x10000;
      point = first & 0x07U;
    } else if (first >= 0xE0U) {
      length = 3;
      least = 0x800;
      point = first & 0x0FU;
    } else if (first >= 0xC0U) {
      length = 2;
      least = 0x80;
      point = first & 0x1FU;
    } else if (first >= 0x80U) {
      return false;
    }
    if (first >= 0xF8U || i + length > text.size()) return false;
    for (std::size_t k = 1; k < length; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      if ((next & 0xC0U) != 0x80U) return false;
      point = (point << 6U) | (next & 0x3FU);
    }
    if (point < least || point > 0x10FFFFU || (point >= 0xD800U && point <= 0xDFFFU)) return false;
    i += length;
  }
  return true;
}

/// Whether the text has no line break and no other control character that a terminal obeys.
inline bool is_one_line(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; });
}

}  // namespace fuzz

#endif  // DDB_TESTS_FUZZ_UTF8_HPP

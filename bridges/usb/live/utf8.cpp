// SPDX-License-Identifier: Apache-2.0
#include "utf8.hpp"

#include <string_view>

namespace ddb::usb::live {

namespace {

constexpr char32_t kReplacement = 0xfffd;

void append(std::string& text, char32_t point) {
  const auto tail = [&](unsigned shift) {
    text += static_cast<char>(0x80U | (point >> shift & 0x3fU));
  };
  if (point < 0x80) {
    text += static_cast<char>(point);
  } else if (point < 0x800) {
    text += static_cast<char>(0xc0U | point >> 6U);
    tail(0);
  } else if (point < 0x10000) {
    text += static_cast<char>(0xe0U | point >> 12U);
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xf0U | point >> 18U);
    tail(12);
    tail(6);
    tail(0);
  }
}

// Bytes of the character that the text begins with; 0 if they are no UTF-8. RFC 3629, section 4.
std::size_t length_of(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xc0U) == 0x80U; };
  const unsigned first = byte(0);
  const unsigned second = byte(1);
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return continues(1) ? 2 : 0;
  if (first >= 0xe0 && first < 0xf0) {
    const bool is_long = first != 0xe0 || second >= 0xa0;
    const bool is_whole = first != 0xed || second < 0xa0;
    return continues(1) && continues(2) && is_long && is_whole ? 3 : 0;
  }
  if (first >= 0xf0 && first < 0xf5) {
    const bool is_long = first != 0xf0 || second >= 0x90;
    const bool is_within = first != 0xf4 || second < 0x90;
    return continues(1) && continues(2) && continues(3) && is_long && is_within ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::string utf8_of_utf16(std::span<const std::uint8_t> bytes) {
  std::string text;
  const auto unit = [&](std::size_t i) -> char32_t {
    return i + 1 < bytes.size() ? static_cast<char32_t>(bytes[i] | bytes[i + 1] << 8U) : 0;
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t point = unit(i);
    if (point == 0) break;
    const char32_t next = unit(i + 2);
    if (point >= 0xd800 && point < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
      point = 0x10000 + ((point - 0xd800) << 10U) + (next - 0xdc00);
      i += 2;
    } else if (point >= 0xd800 && point < 0xe000) {
      point = kReplacement;
    }
    append(text, point);
  }
  return text;
}

std::string repaired(std::string_view text) {
  std::string good;
  while (!text.empty()) {
    const std::size_t length = length_of(text);
    if (length == 0) {
      append(good, kReplacement);
    } else {
      good += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return good;
}

}  // namespace ddb::usb::live

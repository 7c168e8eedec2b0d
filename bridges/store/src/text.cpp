// SPDX-License-Identifier: Apache-2.0
#include "text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <random>

#include "ddb/store/entry.hpp"
#include "ddb/store/error.hpp"

namespace ddb::store::detail {

namespace {

constexpr std::size_t kLongestQuote = 80;
constexpr std::size_t kLongestHolder = 128;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

unsigned byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

// How many bytes the well-formed character at the beginning has (Unicode 15, table 3-7); 0 if there
// is none.
std::size_t length_of_character(std::string_view text) {
  const unsigned first = byte_at(text, 0);
  if (first < 0x80) return 1;
  std::size_t length = 0;
  unsigned low = 0x80;
  unsigned high = 0xBF;
  if (first >= 0xC2 && first <= 0xDF) {
    length = 2;
  } else if (first >= 0xE0 && first <= 0xEF) {
    length = 3;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
  } else if (first >= 0xF0 && first <= 0xF4) {
    length = 4;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
  }
  if (length == 0 || text.size() < length) return 0;
  if (byte_at(text, 1) < low || byte_at(text, 1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte_at(text, i) & 0xC0U) != 0x80U) return 0;
  }
  return length;
}

// Also those that Unicode has beyond ASCII: U+0080 to U+009F.
bool is_control(std::string_view character) {
  const unsigned first = byte_at(character, 0);
  return first < 0x20 || first == 0x7F || (first == 0xC2 && byte_at(character, 1) < 0xA0);
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text.substr(0, kLongestQuote)) out += c < ' ' || c > '~' ? '?' : c;
  if (text.size() > kLongestQuote) out += "...";
  return out + "'";
}

std::string storable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t length = length_of_character(text);
    const std::size_t taken = std::max<std::size_t>(length, 1);
    const std::string_view character =
        length == 0 || is_control(text.substr(0, taken)) ? kReplacement : text.substr(0, taken);
    if (out.size() + character.size() > kLongestText) break;
    out += character;
    text.remove_prefix(taken);
  }
  return out;
}

std::string new_mark() {
  std::random_device random;
  std::array<char, 17> digits{};
  std::string mark;
  for (int half = 0; half < 2; ++half) {
    constexpr unsigned kTop = 0x80000000U;  // so that there are eight digits
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), random() | kTop, 16);
    mark.append(digits.data(), end.ptr);
  }
  return mark;
}

std::int64_t wall_clock_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::chrono::sys_time<std::chrono::milliseconds> time_of(std::int64_t milliseconds) {
  return std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(milliseconds));
}

std::int64_t number_of(std::string_view text) {
  std::int64_t number = -1;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
  return end.ec == std::errc() && end.ptr == text.data() + text.size() && number >= 0 ? number : -1;
}

void check_holder(std::string_view holder) {
  const bool is_fine =
      !holder.empty() && holder.size() <= kLongestHolder &&
      std::all_of(holder.begin(), holder.end(), [](char c) { return c > ' ' && c <= '~'; });
  if (!is_fine) {
    throw Error(
        ErrorCode::Invalid,
        quoted(holder) +
            " is no holder of a lease; use 1 to 128 printable ASCII characters without spaces");
  }
}

}  // namespace ddb::store::detail

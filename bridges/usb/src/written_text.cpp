// SPDX-License-Identifier: Apache-2.0
#include "written_text.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace ddb::usb {

namespace {

constexpr char32_t kReplacement = 0xfffd;

struct CodeRange {
  char32_t first = 0;
  char32_t last = 0;
};

// In rising order.
constexpr std::array kNotShown = {
    CodeRange{0x0000, 0x001f},     // control characters
    CodeRange{0x007f, 0x00a0},     // control characters, no-break space
    CodeRange{0x00ad, 0x00ad},     // soft hyphen
    CodeRange{0x061c, 0x061c},     // Arabic letter mark
    CodeRange{0x180e, 0x180e},     // Mongolian vowel separator
    CodeRange{0x2000, 0x200f},     // spaces, marks without width or of direction
    CodeRange{0x2028, 0x202f},     // separators, marks of direction
    CodeRange{0x205f, 0x206f},     // invisible operators, marks of direction
    CodeRange{0x3000, 0x3000},     // ideographic space
    CodeRange{0xd800, 0xf8ff},     // surrogates, private use
    CodeRange{0xfe00, 0xfe0f},     // variation selectors
    CodeRange{0xfeff, 0xfeff},     // byte order mark
    CodeRange{0xfff0, 0xfffb},     // annotations
    CodeRange{0xfffe, 0xffff},     // no characters
    CodeRange{0xe0000, 0x10ffff},  // tags, private use
};

}  // namespace

Character first_character(std::string_view text) noexcept {
  constexpr Character broken{kReplacement, 1};
  const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned first = byte(0);
  if (first < 0x80) return {static_cast<char32_t>(first), 1};
  const std::size_t size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || text.size() < size) return broken;
  char32_t code = first & (0x7fU >> size);
  for (std::size_t at = 1; at < size; ++at) {
    if ((byte(at) & 0xc0U) != 0x80) return broken;
    code = code << 6U | (byte(at) & 0x3fU);
  }
  constexpr std::array<char32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  if (code < least.at(size) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return broken;
  return {code, size};
}

bool is_shown(char32_t code) noexcept {
  const auto found =
      std::lower_bound(kNotShown.begin(), kNotShown.end(), code,
                       [](const CodeRange& range, char32_t it) { return range.last < it; });
  return found == kNotShown.end() || code < found->first;
}

namespace {

// Whether a byte stands for itself between quotes.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t it = ' '; it <= '~'; ++it) plain.at(it) = it != '"' && it != '\\';
  return plain;
}();

}  // namespace

std::size_t plain_length(std::string_view text) noexcept {
  std::size_t length = 0;
  while (length < text.size() && kPlain[static_cast<unsigned char>(text[length])]) ++length;
  return length;
}

void append_hexadecimal(std::string& out, std::uint32_t number, std::size_t width) {
  constexpr std::size_t most_digits = 8;
  constexpr unsigned sixteen = 16;
  std::array<char, most_digits> digits{};
  const auto* const end =
      std::to_chars(digits.data(), digits.data() + digits.size(), number, sixteen).ptr;
  const auto size = static_cast<std::size_t>(end - digits.data());
  if (size < width) out.append(width - size, '0');
  out.append(digits.data(), size);
}

bool append_decimal(std::string& out, const Exact& number) {
  if (number.denominator == 1) {
    append_number(out, number.numerator);
    return true;
  }
  // The denominator must divide a power of ten; each step makes it smaller by 2, 5 or 10.
  std::int64_t denominator = number.denominator;
  std::int64_t numerator = number.numerator;
  std::size_t places = 0;
  constexpr std::int64_t most = 1'000'000'000'000'000;
  while (denominator != 1) {
    if (denominator % 10 == 0) {
      denominator /= 10;
    } else if (denominator % 2 == 0) {
      denominator /= 2;
      numerator *= 5;
    } else if (denominator % 5 == 0) {
      denominator /= 5;
      numerator *= 2;
    } else {
      return false;
    }
    if (numerator >= most || numerator <= -most) return false;
    ++places;
  }
  std::string digits;
  append_number(digits, numerator < 0 ? -numerator : numerator);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (numerator < 0) out += '-';
  out.append(digits, 0, digits.size() - places);
  out += '.';
  out.append(digits, digits.size() - places, places);
  return true;
}

void append_exact(std::string& out, const Exact& number) {
  if (append_decimal(out, number)) return;
  append_number(out, number.numerator);
  out += 'r';
  append_number(out, number.denominator);
}

}  // namespace ddb::usb

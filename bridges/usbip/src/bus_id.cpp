// SPDX-License-Identifier: Apache-2.0
#include "ddb/usbip/bus_id.hpp"

#include <algorithm>

namespace ddb::usbip {

namespace {

constexpr bool is_digit(char it) { return it >= '0' && it <= '9'; }

// Takes a number from 1 to 255 off the front.
bool take_number(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  if (digits.empty() || digits.size() > 3 || digits.front() == '0') return false;
  int number = 0;
  for (const char digit : digits) number = 10 * number + (digit - '0');
  text.remove_prefix(digits.size());
  return number <= 255;
}

bool take(std::string_view& text, char character) {
  if (!text.starts_with(character)) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::optional<BusId> BusId::parse(std::string_view text) {
  if (text.size() > kMostCharacters) return std::nullopt;
  std::string_view rest = text;
  if (!take_number(rest) || !take(rest, '-') || !take_number(rest)) return std::nullopt;
  while (!rest.empty()) {
    if (!take(rest, '.') || !take_number(rest)) return std::nullopt;
  }
  return BusId(text);
}

}  // namespace ddb::usbip

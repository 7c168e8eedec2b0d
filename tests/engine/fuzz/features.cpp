// SPDX-License-Identifier: Apache-2.0
#include "features.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <limits>
#include <string>

namespace fuzz {

namespace {

constexpr std::size_t kCounters = 1U << 14U;

// libFuzzer finds the array by its section, reads it after each input and clears it before.
__attribute__((section("__libfuzzer_extra_counters"), used)) std::array<std::uint8_t, kCounters>
    counters;

// FNV-1a, 32 bits.
class Hash {
 public:
  void add(char c) { value_ = (value_ ^ static_cast<unsigned char>(c)) * 16777619U; }
  std::size_t value() const { return value_ % kCounters; }

 private:
  std::uint32_t value_ = 2166136261U;
};

bool is_quote(char c) { return c == '`' || c == '"'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void saw(std::string_view kind, std::string_view words) {
  Hash hash;
  for (const char c : kind) hash.add(c);
  char quote = '\0';
  for (const char c : words) {
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (is_quote(c)) {
      quote = c;
      hash.add(c);
    } else if (!is_digit(c)) {
      hash.add(c);
    }
  }
  std::uint8_t& counter = counters.at(hash.value());
  if (counter < std::numeric_limits<std::uint8_t>::max()) ++counter;
}

void saw_amount(std::string_view kind, std::uint64_t amount) {
  saw(std::string(kind) + std::string(static_cast<std::size_t>(std::bit_width(amount)), '+'));
}

}  // namespace fuzz

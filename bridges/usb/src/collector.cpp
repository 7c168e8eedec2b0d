// SPDX-License-Identifier: Apache-2.0
#include "collector.hpp"

#include "ddb/usb/reading.hpp"

namespace ddb::usb {

void Collector::append(std::string& sentence, Hex part) {
  constexpr std::string_view digits = "0123456789abcdef";
  sentence += "0x";
  for (unsigned digit = part.digits; digit > 0; --digit) {
    sentence += digits[part.value >> (4 * (digit - 1)) & 0xfU];
  }
}

void Collector::append(std::string& sentence, Count part) {
  sentence += std::to_string(part.number);
  sentence += ' ';
  sentence += part.noun;
  if (part.number != 1) sentence += 's';
}

bool Collector::has_room() {
  if (said_ < kMostComplaints) {
    ++said_;
    return true;
  }
  ++left_out_;
  return false;
}

void Collector::add(Severity severity, std::uint32_t offset, std::string sentence) {
  complaints_.push_back({source_, number_, offset, severity, std::move(sentence)});
}

}  // namespace ddb::usb

// SPDX-License-Identifier: Apache-2.0
#include "description_digest.hpp"

#include <openssl/sha.h>

#include <array>
#include <cstdint>
#include <span>

#include "ddb/usb/derivation.hpp"
#include "ddb/usb/reading.hpp"

namespace ddb::agent {

std::string description_digest(std::string_view descriptors) {
  if (descriptors.empty()) return "";
  const std::vector<std::uint8_t> bytes(descriptors.begin(), descriptors.end());
  const std::string text = usb::to_terms(usb::describe(usb::read({.descriptors = bytes})));
  std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), hash.data());
  std::string digest;
  constexpr const char* digits = "0123456789abcdef";
  for (const unsigned char byte : hash) {
    digest += digits[byte >> 4U];
    digest += digits[byte & 0xFU];
  }
  return digest;
}

}  // namespace ddb::agent

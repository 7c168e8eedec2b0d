// SPDX-License-Identifier: Apache-2.0
// Changes to what tamper.hpp reads: an edit more, an edit elsewhere, bytes of what is said.
#include <cstddef>
#include <string>
#include <string_view>

#include "target.hpp"

namespace fuzz {

namespace {

std::string edit(Random& random) {
  // A handshake is some two thousand bytes, of which most are certificates.
  const std::size_t at = random() % (random() % 2 == 0 ? 16 : 2500);
  return {static_cast<char>(at / 256), static_cast<char>(at % 256), static_cast<char>(random() % 6),
          static_cast<char>(random())};
}

}  // namespace

std::string mutated(std::string_view input, Random& random) {
  std::string bytes(input);
  if (bytes.empty()) return {'\0'};
  const auto edits = static_cast<unsigned char>(bytes.front());
  const bool has_edits = edits > 0 && edits < 255 && bytes.size() >= 5;
  switch (random() % 5) {
    case 0:
      if (edits < 8) {
        bytes.front() = static_cast<char>(edits + 1);
        bytes.insert(1, edit(random));
        return bytes;
      }
      [[fallthrough]];
    case 1:
      if (has_edits) {
        bytes.replace(1, 4, edit(random));
        return bytes;
      }
      [[fallthrough]];
    case 2:
      bytes[random() % bytes.size()] = static_cast<char>(random());
      return bytes;
    case 3:
      bytes.resize(1 + random() % bytes.size());
      return bytes;
    default:
      bytes.insert(random() % (bytes.size() + 1), 1, static_cast<char>(random()));
      return bytes;
  }
}

}  // namespace fuzz

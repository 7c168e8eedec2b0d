// SPDX-License-Identifier: Apache-2.0
// Changes to keys, URLs and answers of Redis: what stands between their parts, numbers, and bytes
// that a terminal obeys.
#include <cstddef>
#include <string>
#include <string_view>

#include "target.hpp"

namespace fuzz {

namespace {

char interesting(Random& random) {
  constexpr std::string_view bytes("\x00\x1b\x7f\xc3\xff:@/?%[].-_*$+\r\n0129aAfFzZ ", 29);
  return bytes[random() % bytes.size()];
}

}  // namespace

std::string mutated(std::string_view input, Random& random) {
  std::string bytes(input);
  if (bytes.empty()) return {interesting(random)};
  const std::size_t at = random() % bytes.size();
  switch (random() % 6) {
    case 0:
      bytes[at] = interesting(random);
      return bytes;
    case 1:
      bytes[at] = static_cast<char>(random());
      return bytes;
    case 2:
      bytes.insert(at, 1 + random() % 3, interesting(random));
      return bytes;
    case 3:
      return bytes.erase(at, 1 + random() % 8);
    case 4:
      return bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 64));
    default:
      return bytes.substr(0, at);
  }
}

}  // namespace fuzz

// SPDX-License-Identifier: Apache-2.0
// Changes to bytes that are a message of usbip: single bytes, fields, lengths, devices twice.
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "ddb/usbip/wire.hpp"
#include "target.hpp"

namespace fuzz {

namespace {

namespace wire = ddb::usbip::wire;

// Bytes at which numbers and texts turn over.
char interesting(Random& random) {
  constexpr std::string_view bytes("\x00\x01\x02\x05\x06\x11\x7f\x80\xff-.13", 13);
  return bytes[random() % bytes.size()];
}

}  // namespace

std::string mutated(std::string_view input, Random& random) {
  std::string bytes(input);
  if (bytes.empty()) return {interesting(random)};
  const std::size_t at = random() % bytes.size();
  // Where fields begin: most of the bytes are the path, in which little happens.
  constexpr std::array<std::size_t, 8> fields = {0, 2, 4, 8, 11, 264, 296, 319};
  const std::size_t field = std::min(fields[random() % fields.size()], bytes.size() - 1);
  switch (random() % 7) {
    case 0:
      bytes[at] = interesting(random);
      return bytes;
    case 1:
      bytes[field] = interesting(random);
      return bytes;
    case 2:
      bytes[field] = static_cast<char>(random());
      return bytes;
    case 3:
      bytes.resize(at);
      return bytes;
    case 4:
      bytes += interesting(random);
      return bytes;
    case 5:
      bytes.append(bytes.substr(std::min<std::size_t>(bytes.size(), 12), wire::kDeviceSize));
      return bytes;
    default:
      bytes.insert(at, 1, interesting(random));
      return bytes;
  }
}

}  // namespace fuzz

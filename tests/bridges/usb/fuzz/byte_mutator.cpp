// SPDX-License-Identifier: Apache-2.0
// Changes to bytes that are descriptors, or items of a report descriptor: whole ones, their
// lengths, and single bytes.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "target.hpp"

namespace fuzz {

namespace {

// What its first byte says that it is, as far as there: a descriptor, which is right for most
// bytes.
std::vector<std::string_view> parts_of(std::string_view input) {
  std::vector<std::string_view> parts;
  while (!input.empty()) {
    const auto claimed = static_cast<unsigned char>(input.front());
    const std::size_t length = std::clamp<std::size_t>(claimed, 1, input.size());
    parts.push_back(input.substr(0, length));
    input.remove_prefix(length);
  }
  return parts;
}

std::string joined(const std::vector<std::string_view>& parts) {
  std::string text;
  for (const std::string_view part : parts) text += part;
  return text;
}

// Bytes at which counts and lengths turn over.
char interesting(Random& random) {
  constexpr std::string_view bytes("\x00\x01\x02\x7f\x80\xfe\xff\x24\x25", 9);
  return bytes[random() % bytes.size()];
}

}  // namespace

std::string mutated(std::string_view input, Random& random) {
  std::string bytes(input);
  if (bytes.empty()) return {interesting(random)};
  std::vector<std::string_view> parts = parts_of(input);
  const std::size_t one = random() % parts.size();
  const std::size_t other = random() % parts.size();
  const std::size_t at = random() % bytes.size();
  switch (random() % 8) {
    case 0:
      bytes[at] = interesting(random);
      return bytes;
    case 1:
      bytes[at] = static_cast<char>(random());
      return bytes;
    case 2:
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
      return bytes;
    case 3:
      return bytes.substr(0, at);
    case 4:
      bytes.insert(at, 1, interesting(random));
      return bytes;
    case 5:
      std::swap(parts[one], parts[other]);
      return joined(parts);
    case 6:
      parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(one), parts[other]);
      return joined(parts);
    default:
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(one));
      return joined(parts);
  }
}

std::string crossed(std::string_view input, std::string_view other, Random& random) {
  std::vector<std::string_view> parts = parts_of(input);
  const std::vector<std::string_view> others = parts_of(other);
  const std::size_t keep = random() % (parts.size() + 1);
  const std::size_t take = random() % (others.size() + 1);
  parts.resize(keep);
  parts.insert(parts.end(), others.begin() + static_cast<std::ptrdiff_t>(take), others.end());
  return joined(parts);
}

}  // namespace fuzz

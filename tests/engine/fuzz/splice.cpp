// SPDX-License-Identifier: Apache-2.0
// Crossing inputs whose bytes have their places: the beginning of one, the rest of the other.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "target.hpp"

namespace fuzz {

std::string crossed(std::string_view input, std::string_view other, Random& random) {
  const std::size_t cut = random() % (input.size() + 1);
  const std::size_t from = std::min(cut, other.size());
  return std::string(input.substr(0, cut)).append(other.substr(from));
}

}  // namespace fuzz

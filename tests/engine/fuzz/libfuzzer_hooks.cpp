// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "target.hpp"

// What libFuzzer looks for by name. Half of the changes know the structure of an input; the other
// half are libFuzzer's own, of bytes and of words of the dictionary.

extern "C" std::size_t LLVMFuzzerMutate(  // NOLINT(readability-identifier-naming)
    std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

std::size_t put(const std::string& text, std::uint8_t* data, std::size_t max_size) {
  const std::size_t size = std::min(text.size(), max_size);
  std::copy_n(text.begin(), size, data);
  return size;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(  // NOLINT(readability-identifier-naming)
    std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  fuzz::Random random(seed);
  if (random() % 2 == 0) return LLVMFuzzerMutate(data, size, max_size);
  std::string text(text_of(data, size));
  for (std::size_t changes = 1 + random() % 3; changes > 0; --changes) {
    text = fuzz::mutated(text, random);
  }
  return put(text, data, max_size);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(  // NOLINT(readability-identifier-naming)
    const std::uint8_t* data1, std::size_t size1, const std::uint8_t* data2, std::size_t size2,
    std::uint8_t* out, std::size_t max_out_size, unsigned seed) {
  fuzz::Random random(seed);
  return put(fuzz::crossed(text_of(data1, size1), text_of(data2, size2), random), out,
             max_out_size);
}

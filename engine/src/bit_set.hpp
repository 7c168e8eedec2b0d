// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_BIT_SET_HPP
#define DDB_SRC_BIT_SET_HPP

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ddb::detail {

/// A set of small numbers, one bit each. It grows as numbers are put in; what is beyond its end is
/// not in it.
class BitSet {
 public:
  static constexpr std::size_t kWordBits = 64;

  bool has(std::size_t number) const {
    return (word(number / kWordBits) >> (number % kWordBits) & 1U) != 0;
  }
  void insert(std::size_t number) {
    if (number / kWordBits >= words_.size()) words_.resize(number / kWordBits + 1);
    words_[number / kWordBits] |= std::uint64_t{1} << (number % kWordBits);
  }
  void erase(std::size_t number) noexcept {
    if (number / kWordBits < words_.size()) {
      words_[number / kWordBits] &= ~(std::uint64_t{1} << (number % kWordBits));
    }
  }
  void clear() noexcept { words_.clear(); }

  std::size_t words() const { return words_.size(); }
  std::uint64_t word(std::size_t index) const { return index < words_.size() ? words_[index] : 0; }

  /// Calls `use(number)` for each number in it and not in `without`, in order.
  template <class Use>
  void for_each_without(const BitSet& without, const Use& use) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for_each_bit(words_[i] & ~without.word(i), i, use);
    }
  }
  /// Calls `use(number)` for each number below `end` that is not in it, in order.
  template <class Use>
  void for_each_missing(std::size_t end, const Use& use) const {
    for (std::size_t i = 0; i * kWordBits < end; ++i) {
      const std::size_t left = end - i * kWordBits;
      const std::uint64_t all =
          left >= kWordBits ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
      for_each_bit(all & ~word(i), i, use);
    }
  }

 private:
  template <class Use>
  static void for_each_bit(std::uint64_t word, std::size_t index, const Use& use) {
    for (; word != 0; word &= word - 1) {
      use(index * kWordBits + static_cast<std::size_t>(std::countr_zero(word)));
    }
  }

  std::vector<std::uint64_t> words_;
};

}  // namespace ddb::detail

#endif  // DDB_SRC_BIT_SET_HPP

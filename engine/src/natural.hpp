// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_NATURAL_HPP
#define DDB_SRC_NATURAL_HPP

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ddb::detail {

/// A whole number of any size, 0 or more. Not GMP's, which Prolog brings along: Prolog takes over
/// GMP's allocator for the whole process, and these numbers live outside its calls and threads.
class Natural {
 public:
  Natural() = default;
  explicit Natural(std::uint64_t value);
  /// Digits 0 to 9 only.
  static Natural from_decimal(std::string_view digits);

  bool is_zero() const noexcept { return limbs_.empty(); }
  bool is_one() const noexcept { return limbs_.size() == 1 && limbs_[0] == 1; }
  /// Place of the highest bit, from 1; 0 for 0.
  std::size_t bits() const noexcept;
  std::optional<std::uint64_t> to_uint64() const noexcept;
  std::string decimal() const;

  Natural operator+(const Natural& other) const;
  /// The other is no larger.
  Natural operator-(const Natural& other) const;
  Natural operator*(const Natural& other) const;
  Natural operator<<(std::size_t count) const;
  /// Quotient and rest; the divisor is not 0.
  std::pair<Natural, Natural> divide(const Natural& divisor) const;

  friend bool operator==(const Natural&, const Natural&) = default;
  friend std::strong_ordering operator<=>(const Natural& a, const Natural& b) noexcept;

 private:
  using Limb = std::uint32_t;
  static constexpr unsigned kLimbBits = 32;

  Limb divide_by(Limb divisor);                   // in place; the rest
  void multiply_and_add(Limb factor, Limb term);  // in place
  void trim();

  std::vector<Limb> limbs_;  // the lowest first, the highest is not 0
};

/// @pre not both are 0
Natural greatest_common_divisor(Natural a, Natural b);

}  // namespace ddb::detail

#endif  // DDB_SRC_NATURAL_HPP

// SPDX-License-Identifier: Apache-2.0
#include "natural.hpp"

#include <algorithm>
#include <bit>

namespace ddb::detail {

namespace {

constexpr std::uint32_t kChunk = 1'000'000'000;  // the largest power of ten in a limb
constexpr std::size_t kChunkDigits = 9;

}  // namespace

Natural::Natural(std::uint64_t value) {
  for (; value != 0; value >>= kLimbBits) limbs_.push_back(static_cast<Limb>(value));
}

Natural Natural::from_decimal(std::string_view digits) {
  Natural number;
  while (!digits.empty()) {
    const std::size_t count = std::min(digits.size(), kChunkDigits);
    Limb chunk = 0;
    Limb power = 1;
    for (const char digit : digits.substr(0, count)) {
      chunk = chunk * 10 + static_cast<Limb>(digit - '0');
      power *= 10;
    }
    number.multiply_and_add(power, chunk);
    digits.remove_prefix(count);
  }
  return number;
}

std::size_t Natural::bits() const noexcept {
  if (is_zero()) return 0;
  return limbs_.size() * kLimbBits - static_cast<unsigned>(std::countl_zero(limbs_.back()));
}

std::optional<std::uint64_t> Natural::to_uint64() const noexcept {
  if (limbs_.size() > 2) return std::nullopt;
  std::uint64_t value = 0;
  for (std::size_t i = limbs_.size(); i-- > 0;) value = value << kLimbBits | limbs_[i];
  return value;
}

std::string Natural::decimal() const {
  if (is_zero()) return "0";
  std::string reversed;
  Natural rest = *this;
  while (!rest.is_zero()) {
    Limb chunk = rest.divide_by(kChunk);
    for (std::size_t i = 0; i < kChunkDigits; ++i, chunk /= 10) {
      reversed += static_cast<char>('0' + chunk % 10);
    }
  }
  reversed.erase(reversed.find_last_not_of('0') + 1);
  return {reversed.rbegin(), reversed.rend()};
}

Natural Natural::operator+(const Natural& other) const {
  const Natural& longer = limbs_.size() >= other.limbs_.size() ? *this : other;
  const Natural& shorter = &longer == this ? other : *this;
  Natural sum = longer;
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < sum.limbs_.size(); ++i) {
    carry += sum.limbs_[i];
    if (i < shorter.limbs_.size()) carry += shorter.limbs_[i];
    sum.limbs_[i] = static_cast<Limb>(carry);
    carry >>= kLimbBits;
  }
  if (carry != 0) sum.limbs_.push_back(static_cast<Limb>(carry));
  return sum;
}

Natural Natural::operator-(const Natural& other) const {
  Natural difference = *this;
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i < difference.limbs_.size(); ++i) {
    const std::uint64_t taken = borrow + (i < other.limbs_.size() ? other.limbs_[i] : 0);
    borrow = difference.limbs_[i] < taken ? 1 : 0;
    difference.limbs_[i] -= static_cast<Limb>(taken);
  }
  difference.trim();
  return difference;
}

Natural Natural::operator*(const Natural& other) const {
  Natural product;
  product.limbs_.resize(limbs_.size() + other.limbs_.size());
  for (std::size_t i = 0; i < limbs_.size(); ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; j < other.limbs_.size(); ++j) {
      carry += std::uint64_t{limbs_[i]} * other.limbs_[j] + product.limbs_[i + j];
      product.limbs_[i + j] = static_cast<Limb>(carry);
      carry >>= kLimbBits;
    }
    product.limbs_[i + other.limbs_.size()] = static_cast<Limb>(carry);
  }
  product.trim();
  return product;
}

Natural Natural::operator<<(std::size_t count) const {
  if (is_zero()) return {};
  const auto shift = static_cast<unsigned>(count % kLimbBits);
  Natural shifted;
  shifted.limbs_.assign(count / kLimbBits, 0);
  std::uint64_t carry = 0;
  for (const Limb limb : limbs_) {
    carry |= std::uint64_t{limb} << shift;
    shifted.limbs_.push_back(static_cast<Limb>(carry));
    carry >>= kLimbBits;
  }
  shifted.limbs_.push_back(static_cast<Limb>(carry));
  shifted.trim();
  return shifted;
}

// Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D.
std::pair<Natural, Natural> Natural::divide(const Natural& divisor) const {
  if (*this < divisor) return {Natural(), *this};
  if (divisor.limbs_.size() == 1) {
    Natural quotient = *this;
    const Limb rest = quotient.divide_by(divisor.limbs_[0]);
    return {quotient, Natural(rest)};
  }
  // With the highest bit of the divisor set, a digit of the quotient that is guessed from the
  // highest limbs is at most 2 too large.
  const auto shift = static_cast<unsigned>(std::countl_zero(divisor.limbs_.back()));
  const std::vector<Limb> low = (divisor << shift).limbs_;
  std::vector<Limb> rest = (*this << shift).limbs_;
  const std::size_t size = low.size();
  if (rest.size() == limbs_.size()) rest.push_back(0);
  Natural quotient;
  quotient.limbs_.resize(rest.size() - size);
  for (std::size_t at = quotient.limbs_.size(); at-- > 0;) {
    const std::uint64_t top = std::uint64_t{rest[at + size]} << kLimbBits | rest[at + size - 1];
    std::uint64_t digit = top / low[size - 1];
    std::uint64_t left = top % low[size - 1];
    while (digit >> kLimbBits != 0 ||
           digit * low[size - 2] > (left << kLimbBits | rest[at + size - 2])) {
      --digit;
      left += low[size - 1];
      if (left >> kLimbBits != 0) break;
    }
    std::uint64_t carry = 0;
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < size; ++i) {
      carry += digit * low[i];
      const std::uint64_t taken = (carry & 0xFFFFFFFFU) + borrow;
      borrow = rest[at + i] < taken ? 1 : 0;
      rest[at + i] -= static_cast<Limb>(taken);
      carry >>= kLimbBits;
    }
    const std::uint64_t taken = carry + borrow;
    const bool too_large = rest[at + size] < taken;
    rest[at + size] -= static_cast<Limb>(taken);
    if (too_large) {
      --digit;
      std::uint64_t back = 0;
      for (std::size_t i = 0; i < size; ++i) {
        back += std::uint64_t{rest[at + i]} + low[i];
        rest[at + i] = static_cast<Limb>(back);
        back >>= kLimbBits;
      }
      rest[at + size] += static_cast<Limb>(back);
    }
    quotient.limbs_[at] = static_cast<Limb>(digit);
  }
  quotient.trim();
  Natural remainder;
  remainder.limbs_ = std::move(rest);
  remainder.trim();
  // The rest was shifted like the divisor.
  remainder.divide_by(Limb{1} << shift);
  return {quotient, remainder};
}

std::strong_ordering operator<=>(const Natural& a, const Natural& b) noexcept {
  if (a.limbs_.size() != b.limbs_.size()) return a.limbs_.size() <=> b.limbs_.size();
  return std::lexicographical_compare_three_way(a.limbs_.rbegin(), a.limbs_.rend(),
                                                b.limbs_.rbegin(), b.limbs_.rend());
}

Natural::Limb Natural::divide_by(Limb divisor) {
  std::uint64_t rest = 0;
  for (std::size_t i = limbs_.size(); i-- > 0;) {
    rest = rest << kLimbBits | limbs_[i];
    limbs_[i] = static_cast<Limb>(rest / divisor);
    rest %= divisor;
  }
  trim();
  return static_cast<Limb>(rest);
}

void Natural::multiply_and_add(Limb factor, Limb term) {
  std::uint64_t carry = term;
  for (Limb& limb : limbs_) {
    carry += std::uint64_t{limb} * factor;
    limb = static_cast<Limb>(carry);
    carry >>= kLimbBits;
  }
  if (carry != 0) limbs_.push_back(static_cast<Limb>(carry));
}

void Natural::trim() {
  while (!limbs_.empty() && limbs_.back() == 0) limbs_.pop_back();
}

Natural greatest_common_divisor(Natural a, Natural b) {
  while (!b.is_zero()) {
    Natural rest = a.divide(b).second;
    a = std::move(b);
    b = std::move(rest);
  }
  return a;
}

}  // namespace ddb::detail

// SPDX-License-Identifier: Apache-2.0
#include "ddb/rational.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "ddb/error.hpp"
#include "natural.hpp"

namespace ddb {

using detail::Natural;

struct Rational::Parts {
  bool negative = false;
  Natural numerator;
  Natural denominator;
};

struct Rational::Large : Parts {
  friend bool operator==(const Large& a, const Large& b) noexcept {
    return a.negative == b.negative && a.numerator == b.numerator && a.denominator == b.denominator;
  }
};

namespace {

constexpr std::uint64_t kLargest = std::numeric_limits<std::int64_t>::max();

std::uint64_t magnitude(std::int64_t value) {
  // The least number has no opposite of its type.
  return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

std::int64_t with_sign(bool negative, std::uint64_t magnitude) {
  return static_cast<std::int64_t>(negative ? 0 - magnitude : magnitude);
}

Natural power_of_ten(std::size_t exponent) {
  std::string digits(exponent + 1, '0');
  digits.front() = '1';
  return Natural::from_decimal(digits);
}

// How often the factor divides the number, which is divided by it as often.
std::size_t take_out(std::uint64_t factor, Natural& number) {
  const Natural divisor(factor);
  std::size_t count = 0;
  for (;;) {
    auto [quotient, rest] = number.divide(divisor);
    if (!rest.is_zero()) return count;
    number = std::move(quotient);
    ++count;
  }
}

// How many places after the point show a number with this denominator, if any number of them does.
std::optional<std::size_t> decimal_places(Natural denominator) {
  const std::size_t twos = take_out(2, denominator);
  const std::size_t fives = take_out(5, denominator);
  if (!denominator.is_one()) return std::nullopt;
  return std::max(twos, fives);
}

[[noreturn]] void throw_no_number(std::string_view text) {
  throw Error(
      ErrorCode::Invalid,
      "`" + std::string(text) + "` is no number: expected one such as 28, 44.1, 2.5e-3 or 1r3");
}

// Takes digits, at least one, from the front of the text.
std::string_view take_digits(std::string_view& rest, std::string_view whole) {
  const std::size_t count = std::min(rest.find_first_not_of("0123456789"), rest.size());
  if (count == 0) throw_no_number(whole);
  const std::string_view digits = rest.substr(0, count);
  rest.remove_prefix(count);
  return digits;
}

bool take(std::string_view& rest, std::string_view characters) {
  if (rest.empty() || characters.find(rest.front()) == std::string_view::npos) return false;
  rest.remove_prefix(1);
  return true;
}

int take_exponent(std::string_view& rest, std::string_view whole) {
  constexpr int kLargestExponent = 1000;
  const bool negative = rest.starts_with('-');
  take(rest, "+-");
  const std::string_view digits = take_digits(rest, whole);
  int exponent = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
  if (result.ec != std::errc{} || exponent > kLargestExponent) {
    throw Error(ErrorCode::Invalid,
                "`" + std::string(whole) + "` has an exponent beyond 1000 powers of ten");
  }
  return negative ? -exponent : exponent;
}

}  // namespace

Rational::Rational(std::int64_t numerator, std::int64_t denominator)
    : Rational(Parts{(numerator < 0) != (denominator < 0), Natural(magnitude(numerator)),
                     Natural(magnitude(denominator))}) {}

Rational::Rational(Parts parts) {
  if (parts.denominator.is_zero()) {
    throw Error(ErrorCode::Invalid, "a rational number has the denominator 0");
  }
  const Natural divisor = greatest_common_divisor(parts.numerator, parts.denominator);
  if (!divisor.is_one()) {
    parts.numerator = parts.numerator.divide(divisor).first;
    parts.denominator = parts.denominator.divide(divisor).first;
  }
  const std::optional<std::uint64_t> numerator = parts.numerator.to_uint64();
  const std::optional<std::uint64_t> denominator = parts.denominator.to_uint64();
  const std::uint64_t largest_numerator = parts.negative ? kLargest + 1 : kLargest;
  if (numerator && *numerator <= largest_numerator && denominator && *denominator <= kLargest) {
    numerator_ = with_sign(parts.negative, *numerator);
    denominator_ = static_cast<std::int64_t>(*denominator);
  } else {
    large_ = std::make_shared<const Large>(Large{std::move(parts)});
  }
}

Rational::Parts Rational::parts() const {
  if (large_) return *large_;
  return {numerator_ < 0, Natural(magnitude(numerator_)), Natural(magnitude(denominator_))};
}

Rational Rational::parse(std::string_view text) {
  std::string_view rest = text;
  Parts parts;
  parts.negative = take(rest, "-");
  std::string digits(take_digits(rest, text));
  if (take(rest, "r")) {
    parts.denominator = Natural::from_decimal(take_digits(rest, text));
    if (parts.denominator.is_zero()) throw_no_number(text);
  } else {
    std::int64_t exponent = 0;
    if (take(rest, ".")) {
      const std::string_view places = take_digits(rest, text);
      digits += places;
      exponent -= static_cast<std::int64_t>(places.size());
    }
    if (take(rest, "eE")) exponent += take_exponent(rest, text);
    if (exponent > 0) digits.append(static_cast<std::size_t>(exponent), '0');
    parts.denominator =
        power_of_ten(static_cast<std::size_t>(std::max<std::int64_t>(-exponent, 0)));
  }
  if (!rest.empty()) throw_no_number(text);
  parts.numerator = Natural::from_decimal(digits);
  return Rational(std::move(parts));
}

Rational Rational::numerator() const {
  Parts whole = parts();
  whole.denominator = Natural(1);
  return Rational(std::move(whole));
}

Rational Rational::denominator() const {
  return Rational(Parts{false, parts().denominator, Natural(1)});
}

bool Rational::is_whole() const noexcept {
  return large_ ? large_->denominator.is_one() : denominator_ == 1;
}

std::optional<std::int64_t> Rational::to_int64() const noexcept {
  if (large_ || denominator_ != 1) return std::nullopt;
  return numerator_;
}

double Rational::to_double() const {
  const Parts exact = parts();
  if (exact.numerator.is_zero()) return 0;
  constexpr int kDigits = std::numeric_limits<double>::digits;
  constexpr int kLeast = std::numeric_limits<double>::min_exponent - kDigits;
  // The number in units of 2^grain, rounded to a whole one, is to have as many bits as a double
  // has, fewer only below the least normal double. The first guess is right or 1 too low.
  int grain = static_cast<int>(exact.numerator.bits()) -
              static_cast<int>(exact.denominator.bits()) - kDigits;
  if (grain > std::numeric_limits<double>::max_exponent) {
    return exact.negative ? -HUGE_VAL : HUGE_VAL;
  }
  grain = std::max(grain, kLeast);
  for (;; ++grain) {
    const Natural scaled =
        grain < 0 ? exact.numerator << static_cast<std::size_t>(-grain) : exact.numerator;
    const Natural unit =
        grain > 0 ? exact.denominator << static_cast<std::size_t>(grain) : exact.denominator;
    const auto [quotient, rest] = scaled.divide(unit);
    if (quotient.bits() > kDigits) continue;
    std::uint64_t count = quotient.to_uint64().value_or(0);
    const std::strong_ordering half = rest << 1U <=> unit;
    if (half > 0 || (half == 0 && count % 2 != 0)) ++count;
    const double value = std::ldexp(static_cast<double>(count), grain);
    return exact.negative ? -value : value;
  }
}

std::string Rational::str() const {
  if (const auto whole = to_int64()) return std::to_string(*whole);
  const Parts exact = parts();
  const std::string sign = exact.negative ? "-" : "";
  const std::string numerator = exact.numerator.decimal();
  if (exact.denominator.is_one()) return sign + numerator;
  const std::optional<std::size_t> places = decimal_places(exact.denominator);
  if (!places) return sign + numerator + "r" + exact.denominator.decimal();
  std::string digits =
      (exact.numerator * power_of_ten(*places)).divide(exact.denominator).first.decimal();
  if (digits.size() <= *places) digits.insert(0, *places + 1 - digits.size(), '0');
  const std::size_t point = digits.size() - *places;
  return sign + digits.substr(0, point) + "." + digits.substr(point);
}

Rational Rational::operator-() const {
  Parts opposite = parts();
  opposite.negative = !opposite.negative && !opposite.numerator.is_zero();
  return Rational(std::move(opposite));
}

Rational operator+(const Rational& a, const Rational& b) {
  const Rational::Parts x = a.parts();
  const Rational::Parts y = b.parts();
  const Natural left = x.numerator * y.denominator;
  const Natural right = y.numerator * x.denominator;
  Rational::Parts sum{x.negative, {}, x.denominator * y.denominator};
  if (x.negative == y.negative) {
    sum.numerator = left + right;
  } else if (left >= right) {
    sum.numerator = left - right;
  } else {
    sum.numerator = right - left;
    sum.negative = y.negative;
  }
  return Rational(std::move(sum));
}

Rational operator-(const Rational& a, const Rational& b) { return a + -b; }

Rational operator*(const Rational& a, const Rational& b) {
  const Rational::Parts x = a.parts();
  const Rational::Parts y = b.parts();
  return Rational(Rational::Parts{x.negative != y.negative, x.numerator * y.numerator,
                                  x.denominator * y.denominator});
}

Rational operator/(const Rational& a, const Rational& b) {
  const Rational::Parts x = a.parts();
  const Rational::Parts y = b.parts();
  if (y.numerator.is_zero()) throw Error(ErrorCode::Invalid, "a number is divided by 0");
  return Rational(Rational::Parts{x.negative != y.negative, x.numerator * y.denominator,
                                  x.denominator * y.numerator});
}

bool operator==(const Rational& a, const Rational& b) noexcept {
  if (a.large_ && b.large_) return *a.large_ == *b.large_;
  return !a.large_ && !b.large_ && a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  if (!a.large_ && !b.large_ && a.denominator_ == b.denominator_) {
    return a.numerator_ <=> b.numerator_;
  }
  const Rational::Parts x = a.parts();
  const Rational::Parts y = b.parts();
  if (x.negative != y.negative) {
    return x.negative ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  const std::strong_ordering order = x.numerator * y.denominator <=> y.numerator * x.denominator;
  return x.negative ? 0 <=> order : order;
}

}  // namespace ddb

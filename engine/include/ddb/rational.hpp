// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_RATIONAL_HPP
#define DDB_RATIONAL_HPP

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ddb/export.hpp"

namespace ddb {

/// An exact number of any size, in lowest terms. A value like any other: copies are cheap, and
/// different objects may be used by different threads at a time, copies of one number too.
class DDB_EXPORT Rational {
 public:
  /// 0.
  Rational() noexcept = default;
  /// @throws Error Invalid: the denominator is 0
  explicit Rational(std::int64_t numerator, std::int64_t denominator = 1);

  /// From what str() gives and what the language writes: `28`, `-44.1`, `2.5e-3`, `1r3`.
  /// @throws Error Invalid: it is no such text, or its exponent is beyond 1000
  static Rational parse(std::string_view text);

  /// Whole, and bears the sign.
  Rational numerator() const;
  /// Whole and positive.
  Rational denominator() const;
  /// Whether the denominator is 1.
  bool is_whole() const noexcept;

  /// The number, if it is whole and fits.
  std::optional<std::int64_t> to_int64() const noexcept;
  /// The nearest floating point number (of two as near, the even one); infinity for what is larger
  /// than any.
  double to_double() const;
  /// As the language writes it, exactly: `28`, `44.1`, or `1r3` where no decimal ends.
  std::string str() const;

  /// The number with the other sign.
  Rational operator-() const;
  DDB_EXPORT friend Rational operator+(const Rational& a, const Rational& b);  ///< Exactly.
  DDB_EXPORT friend Rational operator-(const Rational& a, const Rational& b);  ///< Exactly.
  DDB_EXPORT friend Rational operator*(const Rational& a, const Rational& b);  ///< Exactly.
  /// Exactly.
  /// @throws Error Invalid: b is 0
  DDB_EXPORT friend Rational operator/(const Rational& a, const Rational& b);

  /// Compares exactly.
  DDB_EXPORT friend bool operator==(const Rational& a, const Rational& b) noexcept;
  /// Compares exactly.
  DDB_EXPORT friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

 private:
  struct Large;
  struct Parts;
  explicit Rational(Parts parts);
  Parts parts() const;

  // What fits is here; else `large_` is set and has all of it.
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
  std::shared_ptr<const Large> large_;
};

}  // namespace ddb

#endif  // DDB_RATIONAL_HPP

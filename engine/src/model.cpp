// SPDX-License-Identifier: Apache-2.0
#include "ddb/model.hpp"

#include <algorithm>
#include <limits>

#include "ddb/error.hpp"

namespace ddb {

namespace {

__extension__ using Wide = __int128;

// Numbers of decimal places of numerator/denominator, or -1 if no decimal ends.
int decimal_places(std::int64_t denominator) {
  int twos = 0;
  int fives = 0;
  for (; denominator % 2 == 0; denominator /= 2) ++twos;
  for (; denominator % 5 == 0; denominator /= 5) ++fives;
  return denominator == 1 ? std::max(twos, fives) : -1;
}

}  // namespace

Rational::Rational(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) throw Error(ErrorCode::Resource, "a rational number has the denominator 0");
  Wide wide_numerator = numerator;
  Wide wide_denominator = denominator;
  if (wide_denominator < 0) {
    wide_numerator = -wide_numerator;
    wide_denominator = -wide_denominator;
  }
  Wide a = wide_numerator < 0 ? -wide_numerator : wide_numerator;
  Wide b = wide_denominator;
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  wide_numerator /= a;
  wide_denominator /= a;
  constexpr Wide largest = std::numeric_limits<std::int64_t>::max();
  if (wide_numerator > largest || wide_denominator > largest) {
    throw Error(ErrorCode::Resource, "a rational number does not fit into 64 bits");
  }
  numerator_ = static_cast<std::int64_t>(wide_numerator);
  denominator_ = static_cast<std::int64_t>(wide_denominator);
}

std::string Rational::str() const {
  if (denominator_ == 1) return std::to_string(numerator_);
  const int places = decimal_places(denominator_);
  if (places < 0) return std::to_string(numerator_) + "r" + std::to_string(denominator_);
  const bool negative = numerator_ < 0;
  Wide rest = negative ? -Wide{numerator_} : Wide{numerator_};
  std::string text = negative ? "-" : "";
  text += std::to_string(static_cast<std::int64_t>(rest / denominator_));
  text += '.';
  for (int place = 0; place < places; ++place) {
    rest = rest % denominator_ * 10;
    text += static_cast<char>('0' + static_cast<int>(rest / denominator_));
  }
  return text;
}

double Rational::to_double() const noexcept {
  return static_cast<double>(numerator_) / static_cast<double>(denominator_);
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  const Wide left = Wide{a.numerator_} * b.denominator_;
  const Wide right = Wide{b.numerator_} * a.denominator_;
  if (left < right) return std::strong_ordering::less;
  if (left > right) return std::strong_ordering::greater;
  return std::strong_ordering::equal;
}

std::string Diagnostic::str() const {
  std::string text;
  if (!file.empty()) {
    text += file + ":";
    if (line > 0) {
      text += std::to_string(line) + ":";
      if (column > 0) text += std::to_string(column) + ":";
    }
    text += " ";
  }
  text += severity == Severity::Error ? "error: " : "warning: ";
  if (!term_path.empty()) text += term_path + ": ";
  return text + sentence;
}

}  // namespace ddb

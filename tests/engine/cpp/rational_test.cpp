// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>

#include "ddb/error.hpp"
#include "ddb/rational.hpp"

using ddb::Rational;

namespace {

constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();

std::size_t up_to(std::mt19937_64& random, std::size_t largest) {
  return std::uniform_int_distribution<std::size_t>(0, largest)(random);
}

Rational power(const Rational& base, std::size_t exponent) {
  Rational result(1);
  for (std::size_t i = 0; i < exponent; ++i) result = result * base;
  return result;
}

// A whole number other than 0, often with long runs of equal bits: those are what long division
// stumbles over.
Rational random_whole(std::mt19937_64& random) {
  if (up_to(random, 2) == 0) {
    std::string digits = std::to_string(1 + up_to(random, 8));
    for (std::size_t i = up_to(random, 120); i > 0; --i) digits += std::to_string(up_to(random, 9));
    return Rational::parse(digits);
  }
  Rational number(1);
  for (std::size_t runs = 1 + up_to(random, 3); runs > 0; --runs) {
    number = number * power(Rational(2), 1 + up_to(random, 100));
    const auto nudge = static_cast<std::int64_t>(up_to(random, 2)) - 1;
    if (number + Rational(nudge) != Rational(0)) number = number + Rational(nudge);
  }
  return number;
}

// GCC 12 warns of a literal plus a long string (GCC bug 105651).
std::string with_zeros(std::string head, std::size_t count, const char* tail) {
  head.append(count, '0');
  return head.append(tail);
}

}  // namespace

TEST_CASE("a rational is kept in lowest terms", "[values]") {
  CHECK(Rational(6, 4) == Rational(3, 2));
  CHECK(Rational(3, -2) == Rational(-3, 2));
  CHECK(Rational(0, -7) == Rational(0));
  CHECK(Rational(441, 10).numerator() == Rational(441));
  CHECK(Rational(882, 20).denominator() == Rational(10));
  CHECK(Rational(-3, 2).numerator() == Rational(-3));
  CHECK(Rational(-3, 2).denominator() == Rational(2));
  CHECK(Rational().is_whole());
  CHECK(Rational(4, 2).is_whole());
  CHECK_FALSE(Rational(1, 2).is_whole());
}

TEST_CASE("a rational prints as the language writes it", "[values]") {
  CHECK(Rational(28).str() == "28");
  CHECK(Rational(-28).str() == "-28");
  CHECK(Rational().str() == "0");
  CHECK(Rational(441, 10).str() == "44.1");
  CHECK(Rational(-1, 8).str() == "-0.125");
  CHECK(Rational(1, 1000).str() == "0.001");
  CHECK(Rational(1, 3).str() == "1r3");
  CHECK(Rational(-5, 6).str() == "-5r6");
  CHECK(Rational(kLeast).str() == "-9223372036854775808");
  CHECK(Rational(1, kLeast).str() ==
        "-0.000000000000000000108420217248550443400745280086994171142578125");
  CHECK(Rational::parse("1e30").str() == with_zeros("1", 30, ""));
  CHECK(Rational::parse("1e-30").str() == with_zeros("0.", 29, "1"));
}

TEST_CASE("a rational is read from what the language writes", "[values]") {
  CHECK(Rational::parse("28") == Rational(28));
  CHECK(Rational::parse("-44.10") == Rational(-441, 10));
  CHECK(Rational::parse("2.5e-3") == Rational(1, 400));
  CHECK(Rational::parse("2.5E+3") == Rational(2500));
  CHECK(Rational::parse("-4r6") == Rational(-2, 3));
  CHECK(Rational::parse("-0") == Rational(0));
  CHECK(Rational::parse("007") == Rational(7));
  CHECK(Rational::parse("9223372036854775807").to_int64() == kLargest);
  CHECK(Rational::parse("-9223372036854775808").to_int64() == kLeast);
  CHECK_FALSE(Rational::parse("9223372036854775808").to_int64());
  CHECK_FALSE(Rational(1, 2).to_int64());
}

TEST_CASE("what is no number is not read as one", "[values]") {
  for (const char* const text :
       {"",   "-",   "+1",   " 1",    "1 ",   "1.",  ".5",  "1.e3",   "1e",      "1e+",
        "1r", "1r0", "1r-2", "1.5r2", "0x10", "one", "--1", "1e1001", "1e-1001", "1e99999999999",
        "1\n"}) {
    INFO(text);
    try {
      Rational::parse(text);
      FAIL("it was read");
    } catch (const ddb::Error& error) {
      CHECK(error.code() == ddb::ErrorCode::Invalid);
      CHECK_FALSE(std::string(error.what()).empty());
    }
  }
  CHECK_THROWS_AS(Rational(1, 0), ddb::Error);
  CHECK_THROWS_AS(Rational(1) / Rational(0), ddb::Error);
}

TEST_CASE("rationals compare exactly", "[values]") {
  CHECK(Rational(1, 3) < Rational(1, 2));
  CHECK(Rational(-1, 2) < Rational(-1, 3));
  CHECK(Rational(-1) < Rational(0));
  CHECK(Rational(kLargest, kLargest - 1) > Rational(1));
  CHECK(Rational(kLargest - 1, kLargest) < Rational(kLargest, kLargest - 1));
  const Rational large = Rational::parse("1e40");
  CHECK(large > Rational(kLargest));
  CHECK(-large < Rational(kLeast));
  CHECK(large + Rational(1, 3) > large);
  CHECK(large == Rational::parse("1e20") * Rational::parse("1e20"));
  CHECK(large != -large);
}

TEST_CASE("sums and products of small numbers are what 128 bits say", "[values]") {
  __extension__ using Wide = __int128;
  std::mt19937_64 random(1);
  std::uniform_int_distribution<std::int64_t> some(-2'000'000'000, 2'000'000'000);
  const auto same = [](const Rational& found, Wide numerator, Wide denominator) {
    const Rational n = found.numerator();
    const Rational d = found.denominator();
    return Wide{n.to_int64().value()} * denominator == numerator * Wide{d.to_int64().value()};
  };
  for (int i = 0; i < 2000; ++i) {
    const std::int64_t a = some(random);
    const std::int64_t c = some(random);
    const std::int64_t b = std::abs(some(random)) + 1;
    const std::int64_t d = std::abs(some(random)) + 1;
    const Rational x(a, b);
    const Rational y(c, d);
    REQUIRE(same(x + y, Wide{a} * d + Wide{c} * b, Wide{b} * d));
    REQUIRE(same(x - y, Wide{a} * d - Wide{c} * b, Wide{b} * d));
    REQUIRE(same(x * y, Wide{a} * c, Wide{b} * d));
    if (c != 0) REQUIRE(same(x / y, Wide{a} * d, Wide{b} * c));
    REQUIRE((x < y) == (Wide{a} * d < Wide{c} * b));
  }
}

TEST_CASE("large numbers keep the laws of arithmetic", "[values]") {
  std::mt19937_64 random(2);
  for (int i = 0; i < 400; ++i) {
    const Rational a = random_whole(random);
    const Rational b = random_whole(random);
    const Rational c = random_whole(random);
    INFO(a.str() << " " << b.str() << " " << c.str());
    REQUIRE(Rational::parse(a.str()) == a);
    const Rational quotient = a / b;
    REQUIRE(Rational::parse(quotient.str()) == quotient);
    REQUIRE(quotient * b == a);
    REQUIRE((a * c) / (b * c) == quotient);
    REQUIRE(a + b - b == a);
    REQUIRE((a + b) * c == a * c + b * c);
    REQUIRE((a + b) * (a - b) == a * a - b * b);
    REQUIRE(-(a / c) + a / c == Rational(0));
    REQUIRE((a < b) == (a * c < b * c));
    REQUIRE(((a * b + c) - c) / a == b);
  }
}

TEST_CASE("the nearest floating point number is the nearest", "[values]") {
  std::mt19937_64 random(3);
  for (int i = 0; i < 3000; ++i) {
    std::string text = up_to(random, 1) == 0 ? "-" : "";
    text += std::to_string(up_to(random, 9)) + ".";
    for (std::size_t digits = 1 + up_to(random, 25); digits > 0; --digits) {
      text += std::to_string(up_to(random, 9));
    }
    text += "e";
    text += std::to_string(static_cast<int>(up_to(random, 660)) - 340);
    INFO(text);
    REQUIRE(Rational::parse(text).to_double() == std::strtod(text.c_str(), nullptr));
  }
  // Half way between two: to the even one.
  CHECK(Rational::parse("9007199254740993").to_double() == 9007199254740992.0);
  CHECK(Rational::parse("9007199254740995").to_double() == 9007199254740996.0);
  CHECK(Rational(kLargest).to_double() == 9223372036854775808.0);
  CHECK(Rational(1, 3).to_double() == 1.0 / 3.0);
  CHECK(Rational(0).to_double() == 0);
  CHECK(std::isinf(Rational::parse("1e400").to_double()));
  CHECK(Rational::parse("-1e400").to_double() < 0);
  CHECK(Rational::parse("1e-400").to_double() == 0);
}

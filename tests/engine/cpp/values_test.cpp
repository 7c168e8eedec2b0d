// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <limits>
#include <type_traits>

#include "ddb/error.hpp"
#include "ddb/model.hpp"

using ddb::Rational;

TEST_CASE("a rational is kept in lowest terms", "[values]") {
  CHECK(Rational(6, 4) == Rational(3, 2));
  CHECK(Rational(3, -2) == Rational(-3, 2));
  CHECK(Rational(0, -7) == Rational(0));
  CHECK(Rational(441, 10).numerator() == 441);
  CHECK(Rational(882, 20).denominator() == 10);
}

TEST_CASE("a rational prints as the language writes it", "[values]") {
  CHECK(Rational(28).str() == "28");
  CHECK(Rational(-28).str() == "-28");
  CHECK(Rational(441, 10).str() == "44.1");
  CHECK(Rational(-1, 8).str() == "-0.125");
  CHECK(Rational(1, 3).str() == "1r3");
  CHECK(Rational(-5, 6).str() == "-5r6");
}

TEST_CASE("rationals compare exactly", "[values]") {
  const std::int64_t large = std::numeric_limits<std::int64_t>::max();
  CHECK(Rational(1, 3) < Rational(1, 2));
  CHECK(Rational(-1, 2) < Rational(-1, 3));
  CHECK(Rational(large, large - 1) > Rational(1));
  CHECK(Rational(large - 1, large) < Rational(large, large - 1));
}

TEST_CASE("a rational that cannot be is an error", "[values]") {
  const std::int64_t least = std::numeric_limits<std::int64_t>::min();
  CHECK_THROWS_AS(Rational(1, 0), ddb::Error);
  CHECK_THROWS_AS(Rational(1, least), ddb::Error);
  CHECK(Rational(2, least).denominator() == -(least / 2));
}

TEST_CASE("names of different kinds do not mix", "[values]") {
  STATIC_REQUIRE(!std::is_convertible_v<ddb::DeviceName, ddb::SystemName>);
  STATIC_REQUIRE(!std::is_convertible_v<std::string, ddb::DeviceName>);
  CHECK(ddb::DeviceName("a") < ddb::DeviceName("b"));
  CHECK(ddb::DeviceName("Z") < ddb::DeviceName("a"));
  CHECK(ddb::DeviceName("z") < ddb::DeviceName("\xC3\xA9"));
}

TEST_CASE("a diagnostic prints what it knows", "[values]") {
  ddb::Diagnostic diagnostic{ddb::Severity::Error, "a.pl", 3, 7, "imic2/te4", "what is wrong"};
  CHECK(diagnostic.str() == "a.pl:3:7: error: imic2/te4: what is wrong");
  diagnostic.severity = ddb::Severity::Warning;
  diagnostic.term_path.clear();
  CHECK(diagnostic.str() == "a.pl:3:7: warning: what is wrong");
  diagnostic.column = 0;
  CHECK(diagnostic.str() == "a.pl:3: warning: what is wrong");
  diagnostic.line = 0;
  CHECK(diagnostic.str() == "a.pl: warning: what is wrong");
  diagnostic.file.clear();
  CHECK(diagnostic.str() == "warning: what is wrong");
}

TEST_CASE("an error carries its code, its sentence and its place", "[values]") {
  const ddb::Error error(ddb::ErrorCode::Conflict, "a whole sentence",
                         ddb::SourcePosition{"a.pl", 3, 7});
  CHECK(error.code() == ddb::ErrorCode::Conflict);
  CHECK(std::string(error.what()) == "a whole sentence");
  REQUIRE(error.where());
  CHECK(error.where()->line == 3);
}

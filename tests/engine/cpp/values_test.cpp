// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <type_traits>

#include "ddb/error.hpp"
#include "ddb/model.hpp"

TEST_CASE("names of different kinds do not mix", "[values]") {
  STATIC_REQUIRE(!std::is_convertible_v<ddb::DeviceName, ddb::SystemName>);
  STATIC_REQUIRE(!std::is_convertible_v<std::string, ddb::DeviceName>);
  CHECK(ddb::DeviceName("a") < ddb::DeviceName("b"));
  CHECK(ddb::DeviceName("Z") < ddb::DeviceName("a"));
  CHECK(ddb::DeviceName("z") < ddb::DeviceName("\xC3\xA9"));
}

TEST_CASE("a name is never empty by accident, and always UTF-8", "[values]") {
  for (const char* const text : {"", "\xFF", "a\xC3", "\xED\xA0\x80"}) {
    try {
      const ddb::DeviceName name(text);
      FAIL("it became a name");
    } catch (const ddb::Error& error) {
      CHECK(error.code() == ddb::ErrorCode::Invalid);
      CHECK(std::string(error.what()).starts_with("a name is "));
    }
  }
  CHECK(ddb::DeviceName().empty());
  CHECK(ddb::DeviceName("\xC3\xA9").str() == "\xC3\xA9");
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

// SPDX-License-Identifier: Apache-2.0
#include "terminal.hpp"

#include <catch2/catch.hpp>

using ddb::match::columns;
using ddb::match::wrap;

TEST_CASE("columns are code points", "[terminal]") {
  CHECK(columns("") == 0);
  CHECK(columns("abc") == 3);
  CHECK(columns("né中") == 3);
}

TEST_CASE("long lines are broken at spaces", "[terminal]") {
  CHECK(wrap("aaaa bbbb cccc dddd eeee ffff", 25, 2) == "aaaa bbbb cccc dddd eeee\n  ffff");
  CHECK(wrap("  aaaa bbbb cccc dddd eeee ffff", 25, 4) == "  aaaa bbbb cccc dddd\n    eeee ffff");
  CHECK(wrap("ééééé ééééé ééééé ééééé éé", 23, 0) == "ééééé ééééé ééééé ééééé\néé");
}

TEST_CASE("what fits, or cannot be broken, stays", "[terminal]") {
  CHECK(wrap("aaaa bbbb", 0, 2) == "aaaa bbbb");
  CHECK(wrap("aaaa bbbb", 40, 2) == "aaaa bbbb");
  const std::string word(50, 'a');
  CHECK(wrap(word, 25, 2) == word);
  CHECK(wrap(word + " b", 25, 2) == word + "\n  b");
}

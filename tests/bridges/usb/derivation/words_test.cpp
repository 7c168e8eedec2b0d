// SPDX-License-Identifier: Apache-2.0
// taxonomy/usages.pl has a value for each usage that the library knows, and no other.
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <string>
#include <utility>

#include "hid_words.hpp"

TEST_CASE("every usage has its word in the taxonomy", "[usage_words]") {
  std::set<std::string> told;
  std::ifstream file(DDB_USAGE_WORDS);
  const std::string begin = "io_value(mechanical_structure/operation/usage, ";
  for (std::string line; std::getline(file, line);) {
    if (line.rfind(begin, 0) != 0) continue;
    const std::string rest = line.substr(begin.size());
    CHECK(told.insert(rest.substr(0, rest.find(','))).second);
  }
  std::set<std::string> known;
  std::set<std::pair<std::string, std::string>> by_page;
  for (const auto& it : ddb::usb::hid::all_usage_words()) {
    known.emplace(it.word);
    CHECK(by_page.emplace(it.page, it.word).second);
  }
  CHECK(told == known);
  CHECK(ddb::usb::hid::usage_word(0x00010030) == "x");
  CHECK(ddb::usb::hid::usage_word(0x00070004) == "key_a");
  CHECK(ddb::usb::hid::usage_word(0x0007001e) == "key_1");
  CHECK(ddb::usb::hid::usage_word(0x00070057) == "keypad_plus");
  CHECK(ddb::usb::hid::usage_word(0x000c00e9) == "volume_increment");
  CHECK(ddb::usb::hid::usage_word(0xff000001).empty());
}

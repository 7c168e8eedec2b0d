// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "ddb/store/status.hpp"

using ddb::store::transitions;

TEST_CASE("the table holds what the contract says, and no more", "[status]") {
  std::set<std::string> lines;
  for (const auto& it : transitions()) {
    std::string line(it.from ? status_name(*it.from) : "-");
    line.append(" ").append(it.to ? status_name(*it.to) : "-");
    line.append(" ").append(mover_name(it.mover));
    CHECK(lines.insert(line).second);
    CHECK_FALSE(it.when.empty());
  }
  CHECK(lines ==
        std::set<std::string>{"- ADDED user", "ADDED EXPORTED provider", "EXPORTED IMPORTED master",
                              "EXPORTED DISCONNECTED master", "IMPORTED DISCONNECTED master",
                              "IMPORTED DISCONNECTED provider", "DISCONNECTED ADDED provider",
                              "DISCONNECTED EXPORTED provider", "ADDED TO_DELETE user",
                              "EXPORTED TO_DELETE user", "IMPORTED TO_DELETE user",
                              "DISCONNECTED TO_DELETE user", "TO_DELETE DELETED provider",
                              "DELETED - master", "DELETED - provider"});
}

TEST_CASE("statuses have the thesis's names", "[status]") {
  for (const char* name :
       {"ADDED", "EXPORTED", "IMPORTED", "DISCONNECTED", "TO_DELETE", "DELETED"}) {
    const auto status = ddb::store::status_of(name);
    REQUIRE(status);
    CHECK(status_name(*status) == name);
  }
  for (const char* name : {"", "added", "ADDED ", "GONE"}) CHECK_FALSE(ddb::store::status_of(name));
}

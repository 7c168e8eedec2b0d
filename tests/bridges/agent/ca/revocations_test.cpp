// SPDX-License-Identifier: Apache-2.0
#include "ddb/ca/revocations.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "ddb/ca/authority.hpp"
#include "redis_server.hpp"

namespace {

namespace fs = std::filesystem;
using namespace ddb::ca;
using ddb::store::test::TemporaryFolder;

std::string content(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("only the authority's own lists count", "[revocations]") {
  const TemporaryFolder folder;
  const fs::path place = folder.path() / "ca";
  const std::string list = Authority::init(place).revocations();
  const std::string authority = content(place / "ca.crt");
  CHECK(read_revocations(list, authority).revoked.empty());

  const std::string foreign = Authority::init(folder.path() / "other").revocations();
  CHECK_THROWS_WITH(read_revocations(foreign, authority), Catch::Contains("was not signed by"));
  CHECK_THROWS_WITH(read_revocations("", authority), Catch::Contains("is none"));
  CHECK_THROWS_WITH(read_revocations(authority, authority), Catch::Contains("is none"));
  CHECK_THROWS_WITH(read_revocations(list, ""), Catch::Contains("copy it anew"));
  CHECK_THROWS_WITH(read_revocations(std::string(kLongestRevocations + 1, 'x'), authority),
                    Catch::Contains("longer than"));
  std::size_t refused = 0;
  // Neither a cut nor a changed character makes another list of it; the spare bits of the last
  // character may be anything.
  const std::string end = "-----END";
  for (std::size_t i = 0; i < list.find(end) + end.size(); ++i) {
    std::string changed = list;
    changed[i] = changed[i] == 'B' ? 'C' : 'B';
    std::uint64_t number = 1;
    try {
      number = read_revocations(changed, authority).number;
    } catch (const Error&) {
      ++refused;
    }
    CHECK(number == 1);
    CHECK_THROWS_AS(read_revocations(list.substr(0, i), authority), Error);
  }
  CHECK(refused > list.size() / 2);
}

TEST_CASE("an agent keeps the newest list, whatever it is offered afterwards", "[revocations]") {
  const TemporaryFolder folder;
  const fs::path place = folder.path() / "ca";
  const fs::path kept = folder.path() / "state" / "revocations.pem";
  Authority authority = Authority::init(place);
  const std::string first = authority.revocations();
  authority.issue("10.0.0.1");
  authority.issue("10.0.0.2");
  authority.revoke("10.0.0.1");
  const std::string second = authority.revocations();
  authority.revoke("10.0.0.2");
  const std::string third = authority.revocations();

  RevocationKeeper keeper(place / "ca.crt", kept);
  CHECK_FALSE(keeper.current());
  const auto news = keeper.offer(second);
  REQUIRE(news);
  CHECK(news->nodes == std::set<std::string>{"10.0.0.1"});
  // It is not the current one before it was acted upon.
  CHECK(keeper.offer(second));
  keeper.keep(*news);
  CHECK_FALSE(keeper.offer(second));
  CHECK_FALSE(keeper.offer(first));
  {
    // The agent is started again, and the store was set back.
    RevocationKeeper again(place / "ca.crt", kept);
    REQUIRE(again.current());
    CHECK(again.current()->number == 2);
    CHECK_FALSE(again.offer(first));
    const auto more = again.offer(third);
    REQUIRE(more);
    CHECK(more->nodes == std::set<std::string>{"10.0.0.2"});
    CHECK(more->list.revoked.size() == 2);
    again.keep(*more);
  }
  CHECK(RevocationKeeper(place / "ca.crt", kept).current()->pem == third);
  CHECK_THROWS_AS(keeper.offer("nonsense"), Error);
  CHECK(keeper.current()->number == 2);

  std::ofstream(kept) << "nonsense";
  CHECK_THROWS_WITH(RevocationKeeper(place / "ca.crt", kept), Catch::Contains("delete this file"));
}

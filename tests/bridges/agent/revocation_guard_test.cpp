// SPDX-License-Identifier: Apache-2.0
#include "ddb/agent/revocation_guard.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "ddb/ca/authority.hpp"
#include "nodes.hpp"
#include "places.hpp"

using namespace ddb::agent;
using ddb::ca::Authority;
using ddb::store::test::Kind;
using ddb::store::test::Place;
namespace fs = std::filesystem;

namespace {

// An authority that has issued for two nodes, and what an agent makes of its lists.
struct World {
  nodes::Folder folder;
  fs::path ca = folder.path() / "ca";
  fs::path kept = folder.path() / "state" / "revocations.pem";
  fs::path file = folder.path() / "tls" / "ca.crl";
  Authority authority = Authority::init(ca);
  nodes::Lines log;
  std::vector<std::string> applied;
  std::string refusal;  // of those who are to apply it

  World() {
    authority.issue("10.0.0.1");
    authority.issue("10.0.0.2");
    fs::create_directory(file.parent_path());
  }
  RevocationGuard guard() {
    return {{ca / "ca.crt", file, kept,
             [this](const std::string& pem) {
               applied.push_back(pem);
               return refusal;
             }},
            log};
  }
  ddb::store::PublishedRevocations list() const {
    return {authority.revocations_number(), authority.revocations()};
  }
};

}  // namespace

TEST_CASE("a list that is published counts, and counts on when the store is set back",
          "[revocation]") {
  const Place place(GENERATE(Kind::Sqlite, Kind::Redis));
  const auto store = place.open();
  World world;
  const auto before = world.list();
  RevocationGuard guard = world.guard();
  guard.look(*store);
  CHECK(guard.number() == 0);
  world.authority.revoke("10.0.0.1");
  store->publish(world.list());
  guard.look(*store);
  guard.look(*store);
  CHECK(guard.number() == 2);
  CHECK(world.applied == std::vector<std::string>{world.authority.revocations()});
  CHECK(world.log.has("revocations", "nodes=10.0.0.1"));

  // A store from before, and an agent that is started again.
  const Place older(Kind::Sqlite);
  older.open()->publish(before);
  RevocationGuard again = world.guard();
  CHECK(world.applied.size() == 2);
  again.look(*older.open());
  CHECK(again.number() == 2);
  CHECK(world.applied.size() == 2);
}

TEST_CASE("a list that the authority did not sign does not count", "[revocation]") {
  const Place place(Kind::Sqlite);
  const auto store = place.open();
  World world;
  const Authority other = Authority::init(world.folder.path() / "other");
  store->publish({100, other.revocations()});
  RevocationGuard guard = world.guard();
  for (int i = 0; i < 3; ++i) guard.look(*store);
  CHECK(guard.number() == 0);
  CHECK(world.applied.empty());
  // Told once.
  CHECK(world.log.all().size() == 1);
  CHECK(world.log.has("revocations_refused", "was not signed by this cluster's authority"));
  // An older list under a high number takes nothing back.
  const std::string first = world.authority.revocations();
  world.authority.revoke("10.0.0.1");
  std::ofstream(world.file) << world.authority.revocations();
  guard.look(*store);
  CHECK(guard.number() == 2);
  store->publish({200, first});
  guard.look(*store);
  CHECK(guard.number() == 2);
}

TEST_CASE("without a store, the list is a file", "[revocation]") {
  const Place place(Kind::Sqlite);
  const auto store = place.open();
  World world;
  RevocationGuard guard = world.guard();
  world.authority.revoke("10.0.0.2");
  std::ofstream(world.file) << world.authority.revocations();
  guard.look(*store);
  CHECK(guard.number() == 2);
  CHECK(world.log.has("revocations", "from=" + world.file.string()));
}

TEST_CASE("a list that could not be applied is tried again, and is not kept", "[revocation]") {
  const Place place(Kind::Sqlite);
  const auto store = place.open();
  World world;
  world.authority.revoke("10.0.0.1");
  store->publish(world.list());
  std::ofstream(world.file) << world.authority.revocations();
  world.refusal = "not now";
  RevocationGuard guard = world.guard();
  for (int i = 0; i < 3; ++i) guard.look(*store);
  // Told once of each place.
  CHECK(world.log.all().size() == 2);
  CHECK(guard.number() == 0);
  CHECK_FALSE(fs::exists(world.kept));
  CHECK(world.log.has("revocations_refused", "not now"));
  world.refusal.clear();
  guard.look(*store);
  CHECK(guard.number() == 2);
  CHECK(fs::exists(world.kept));
  CHECK(world.log.has("revocations", "from=" + world.file.string()));
  // What can't be used is no reason to go on without it.
  std::ofstream(world.kept) << "nonsense";
  CHECK_THROWS_AS(world.guard(), ddb::ca::Error);
}

TEST_CASE("an authority that was replaced begins its lists anew", "[revocation]") {
  const Place place(Kind::Sqlite);
  const auto store = place.open();
  World world;
  world.authority.revoke("10.0.0.1");
  world.authority.revoke("10.0.0.2");
  std::ofstream(world.file) << world.authority.revocations();
  RevocationGuard guard = world.guard();
  guard.look(*store);
  REQUIRE(guard.number() == 3);
  // Half a file is not another one.
  const fs::path certificate = world.ca / "ca.crt";
  std::ostringstream whole;
  whole << std::ifstream(certificate).rdbuf();
  std::ofstream(certificate) << whole.str().substr(0, 100);
  guard.look(*store);
  CHECK(guard.number() == 3);
  std::ofstream(certificate) << whole.str();
  guard.look(*store);
  CHECK(guard.number() == 3);

  Authority other = Authority::init(world.folder.path() / "other");
  fs::copy_file(world.folder.path() / "other" / "ca.crt", certificate,
                fs::copy_options::overwrite_existing);
  guard.look(*store);
  CHECK(guard.number() == 0);
  CHECK(world.log.has("revocations", "the authority was replaced"));
  other.issue("10.0.0.7");
  other.revoke("10.0.0.7");
  store->publish({other.revocations_number(), other.revocations()});
  guard.look(*store);
  CHECK(guard.number() == 2);
  CHECK(world.applied.back() == other.revocations());
  CHECK(world.log.has("revocations", "nodes=10.0.0.7"));
}

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>
#include <stdexcept>
#include <utility>

#include "world.hpp"

namespace {

using ddb::OutletChangeKind;

// What a receiver of changes makes of them.
class Mirror {
 public:
  void apply(const ddb::OutletChange& change) {
    REQUIRE(change.number == ++number_);
    REQUIRE_FALSE(change.reason.empty());
    kinds_.insert(change.kind);
    const Key key{change.requester, change.outlet};
    if (change.kind == OutletChangeKind::Created) {
      REQUIRE(outlets_.emplace(key, ddb::OutletChange{}).second);
    }
    const auto outlet = outlets_.find(key);
    REQUIRE(outlet != outlets_.end());
    REQUIRE(change.before == outlet->second.active);
    REQUIRE(change.lost == outlet->second.transactions);
    outlet->second = change;
    if (change.kind == OutletChangeKind::Removed) outlets_.erase(outlet);
  }

  void require_equal(const ddb::Session& session) const {
    std::vector<ddb::OutletState> states;
    std::vector<ddb::Transaction> transactions;
    std::vector<ddb::CodeInterfaceEntry> code_interfaces;
    std::vector<ddb::DataInterfaceEntry> data_interfaces;
    const auto append = [](auto& all, const auto& some) {
      all.insert(all.end(), some.begin(), some.end());
    };
    for (const auto& [key, outlet] : outlets_) {
      states.push_back({key.first, key.second, outlet.active, outlet.status});
      append(transactions, outlet.transactions);
      append(code_interfaces, outlet.code_interfaces);
      append(data_interfaces, outlet.data_interfaces);
    }
    REQUIRE(states == session.outlets());
    REQUIRE(transactions == session.transactions());
    REQUIRE(code_interfaces == session.code_interfaces());
    REQUIRE(data_interfaces == session.data_interfaces());
  }

  const std::set<OutletChangeKind>& kinds() const { return kinds_; }

 private:
  using Key = std::pair<ddb::RequesterName, ddb::OutletName>;

  std::uint64_t number_ = 0;
  std::map<Key, ddb::OutletChange> outlets_;
  std::set<OutletChangeKind> kinds_;
};

// Few names, so that many events cannot happen.
ddb::Event random_event(std::mt19937& random) {
  static const std::vector<std::string> device_specs = {"imic2", "us224", "audiophile"};
  static const std::vector<std::string> requester_specs = {"requester", "requester2"};
  const auto one_of = [&](const std::vector<std::string>& names) {
    return names[std::uniform_int_distribution<std::size_t>(0, names.size() - 1)(random)];
  };
  const ddb::SystemName system(one_of({"red", "green", "blue"}));
  const ddb::DeviceName device(one_of({"d1", "d2", "d3", "d4", "d5"}));
  const ddb::RequesterName requester(one_of({"r1", "r2", "r3"}));
  switch (std::uniform_int_distribution<int>(0, 9)(random)) {
    case 0:
      return ddb::SystemConnect{system};
    case 1:
      return ddb::SystemDisconnect{system};
    case 2:
      return ddb::RequesterCancel{requester};
    case 3:
      return ddb::DeviceDisconnect{device};
    case 4:
    case 5:
    case 6:
      return ddb::RequesterCreate{system, requester,
                                  ddb::RequesterSpecName(one_of(requester_specs))};
    default:
      return ddb::DeviceConnect{system, device, ddb::DeviceSpecName(one_of(device_specs))};
  }
}

}  // namespace

TEST_CASE("every change of an outlet comes back from the event", "[changes]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  CHECK(session.replay(world::kConnect).changes.empty());

  const std::vector<ddb::OutletChange> changes = session.replay(world::kCreate).changes;
  REQUIRE(changes.size() == 2);
  const ddb::OutletChange& created = changes[0];
  CHECK(created.number == 1);
  CHECK(created.requester == ddb::RequesterName("r1"));
  CHECK(created.outlet == ddb::OutletName("main"));
  CHECK(created.kind == OutletChangeKind::Created);
  CHECK_FALSE(created.before);
  CHECK_FALSE(created.active);
  CHECK(created.status == ddb::OutletStatus::Inactive);
  CHECK(created.transactions.empty());
  CHECK(created.reason == "requester r1 was created on blue");

  const ddb::OutletChange& matched = changes[1];
  CHECK(matched.number == 2);
  CHECK(matched.kind == OutletChangeKind::Matched);
  CHECK(matched.active == ddb::AlternativeName("good"));
  CHECK(matched.status == ddb::OutletStatus::Threshold);
  CHECK(matched.lost.empty());
  CHECK(matched.transactions == session.transactions());
  CHECK(matched.code_interfaces == session.code_interfaces());
  CHECK(matched.data_interfaces == session.data_interfaces());
  CHECK(matched.reason == "requester r1 was created on blue; alternative good is satisfied");

  const ddb::Outcome gone = session.replay(ddb::DeviceDisconnect{ddb::DeviceName("c1")});
  REQUIRE(gone.changes.size() == 1);
  CHECK(gone.changes[0].kind == OutletChangeKind::Lost);
  CHECK(gone.changes[0].before == ddb::AlternativeName("good"));
  CHECK(gone.changes[0].lost == matched.transactions);
  CHECK(gone.changes[0].transactions.empty());
  CHECK(gone.changes[0].reason == "device c1 was disconnected");
}

TEST_CASE("an event that cannot happen uses no number", "[changes]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  CHECK_THROWS_AS(session.replay(ddb::RequesterCancel{ddb::RequesterName("r1")}), ddb::Error);
  CHECK(session.replay(world::kCreate).changes.at(0).number == 1);
}

TEST_CASE("an event whose callback threw has happened, and has used its numbers", "[changes]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  const ddb::Narrator thrower = [](const ddb::NarrationLine&) { throw std::domain_error("no"); };
  CHECK_THROWS_AS(session.replay(world::kCreate, thrower), std::domain_error);
  CHECK(session.outlets().size() == 1);
  const ddb::Outcome next = session.replay(world::kConnect);
  REQUIRE(next.changes.size() == 1);
  CHECK(next.changes[0].number == 2);
  CHECK(next.changes[0].kind == OutletChangeKind::Matched);
}

TEST_CASE("who applies the changes in order has what the session has", "[changes]") {
  std::set<OutletChangeKind> kinds;
  std::size_t happened = 0;
  for (unsigned seed = 1; seed <= 8; ++seed) {
    const bool shared = seed % 2 == 0;
    ddb::Session session =
        world::session(shared ? ddb::Transport::Shared : ddb::Transport::WholeDevice);
    std::vector<ddb::Source> sources;
    for (const char* const name : {"devices/imic2", "devices/us224", "devices/audiophile",
                                   "requesters/requester", "requesters/requester2"}) {
      sources.push_back(ddb::Source::file("descriptions/" + std::string(name) + ".pl"));
    }
    REQUIRE(session.load(sources).loaded);
    INFO("seed " << seed);
    std::mt19937 random(seed);
    Mirror mirror;
    for (int i = 0; i < 60; ++i) {
      try {
        for (const ddb::OutletChange& change : session.replay(random_event(random)).changes) {
          mirror.apply(change);
        }
        ++happened;
      } catch (const ddb::Error& error) {
        REQUIRE(error.code() == ddb::ErrorCode::Conflict);
      }
      mirror.require_equal(session);
    }
    kinds.insert(mirror.kinds().begin(), mirror.kinds().end());
  }
  CHECK(kinds.size() == 5);
  CHECK(happened > 100);
}

TEST_CASE("kinds of changes have words", "[changes]") {
  CHECK(ddb::outlet_change_text(OutletChangeKind::Created) == std::string("created"));
  CHECK(ddb::outlet_change_text(OutletChangeKind::Matched) == std::string("matched"));
  CHECK(ddb::outlet_change_text(OutletChangeKind::Replaced) == std::string("replaced"));
  CHECK(ddb::outlet_change_text(OutletChangeKind::Lost) == std::string("lost"));
  CHECK(ddb::outlet_change_text(OutletChangeKind::Removed) == std::string("removed"));
}

// SPDX-License-Identifier: Apache-2.0
// What must hold for a store of either kind.
#include <array>
#include <catch2/catch.hpp>
#include <string>

#include "places.hpp"

using namespace ddb::store;
using namespace ddb::store::test;
using std::chrono::milliseconds;

namespace {

Place place_of_test() {
  const Kind kind = GENERATE(Kind::Sqlite, Kind::Redis);
  CAPTURE(kind == Kind::Redis);
  return Place(kind);
}

}  // namespace

TEST_CASE("a port is added as the thesis shows it", "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const Attempt attempt = store->add(thesis_key());
  CHECK(attempt.is_done);
  REQUIRE(attempt.entry);
  CHECK(attempt.entry->key == thesis_key());
  CHECK(attempt.entry->status == Status::Added);
  CHECK(attempt.entry->last_error.empty());
  CHECK_FALSE(attempt.entry->device);
  CHECK(attempt.entry->revision.number == 1);
  const auto age = std::chrono::system_clock::now() - attempt.entry->since;
  CHECK(age < std::chrono::minutes(1));
  CHECK(age > -std::chrono::minutes(1));
  CHECK(place.plain_status(thesis_key().text()) == "ADDED");
  CHECK(store->get(thesis_key()) == attempt.entry);
  CHECK(place.open()->list().entries == std::vector<Entry>{*attempt.entry});
}

TEST_CASE("how an import is protected is told as long as it lasts", "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const Key key = thesis_key();
  store->add(key);
  const auto protection = [&] { return store->get(key)->protection; };
  const auto change = [&](Status from, const Update& update, Mover mover) {
    REQUIRE(store->compare_and_set(key, from, update, mover).is_done);
  };
  change(Status::Added, {Status::Exported, "", {}, "clear"}, Mover::Provider);
  CHECK(protection().empty());
  change(Status::Exported, {Status::Imported, "", {}, "tls1.2 A-CIPHER"}, Mover::Master);
  CHECK(protection() == "tls1.2 A-CIPHER");
  CHECK(store->list().entries.front().protection == "tls1.2 A-CIPHER");
  // With the same status again, it stays.
  change(Status::Imported, {Status::Imported, "a word", {}}, Mover::Master);
  CHECK(protection() == "tls1.2 A-CIPHER");
  change(Status::Imported, {Status::Disconnected, "", {}}, Mover::Master);
  CHECK(protection().empty());

  const auto watch = store->watch();
  std::vector<std::string> told;
  for (const Change& it : watch->wait(milliseconds(2000))) told.push_back(it.entry->protection);
  CHECK(told == std::vector<std::string>{""});
  change(Status::Disconnected, {Status::Exported, "", {}}, Mover::Provider);
  change(Status::Exported, {Status::Imported, "", {}, "clear"}, Mover::Master);
  told.clear();
  while (told.size() < 2) {
    const auto changes = watch->wait(milliseconds(2000));
    REQUIRE_FALSE(changes.empty());
    for (const Change& it : changes) told.push_back(it.entry->protection);
  }
  CHECK(told == std::vector<std::string>{"", "clear"});
}

TEST_CASE("how long a master that is gone keeps a device is kept with the port", "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const Key key = thesis_key();
  CHECK_FALSE(set_grace(*store, key, Grace(5)).entry);
  CHECK_FALSE(store->add(key).entry->grace);
  const auto watch = store->watch({}, store->list());
  const Attempt attempt = set_grace(*store, key, Grace(300));
  REQUIRE(attempt.is_done);
  CHECK(attempt.entry->grace == Grace(300));
  CHECK(attempt.entry->status == Status::Added);
  CHECK_FALSE(set_grace(*store, key, Grace(300)).is_done);
  // Whatever happens to the port.
  move_to(*store, key, Status::Disconnected);
  CHECK(store->list().entries.front().grace == Grace(300));
  CHECK(set_grace(*store, key, kForEver).entry->grace == kForEver);
  const auto changes = take(*watch, 4);
  REQUIRE(changes.size() == 4);
  for (std::size_t i = 0; i < 3; ++i) CHECK(changes[i].entry->grace == Grace(300));
  CHECK(changes[3].entry->grace == kForEver);
  // The next one to have the port begins without.
  store->compare_and_set(key, Status::Disconnected, {Status::ToDelete, "", {}}, Mover::User);
  store->compare_and_set(key, Status::ToDelete, {Status::Deleted, "", {}}, Mover::Provider);
  store->remove(key, Mover::Master);
  CHECK_FALSE(store->add(key).entry->grace);
}

TEST_CASE("a time of grace is seconds, or never over", "[store]") {
  for (const char* const text : {"0", "60", "999999999", "never"}) {
    CHECK(grace_text(grace_of(text)) == text);
  }
  CHECK(grace_of("060") == Grace(60));
  CHECK(grace_of("never") == kForEver);
  for (const char* const text : {"", "-1", "1000000000", "60s", "Never", "1e3", " 1"}) {
    CHECK_THROWS_WITH(grace_of(text), Catch::Matchers::Contains("or 'never'"));
  }
}

TEST_CASE("adding twice changes nothing", "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const Attempt first = store->add(thesis_key());
  const Attempt second = store->add(thesis_key());
  CHECK_FALSE(second.is_done);
  CHECK(second.entry == first.entry);
  CHECK(store->list().revision == first.entry->revision);
}

TEST_CASE("a port belongs to one bus at most", "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  store->add(some_key(1, "mine"));
  const Attempt attempt = store->add(some_key(1, "yours"));
  CHECK_FALSE(attempt.is_done);
  REQUIRE(attempt.entry);
  CHECK(attempt.entry->key == some_key(1, "mine"));
  CHECK_FALSE(store->get(some_key(1, "yours")));
  CHECK(store->list().entries.size() == 1);
  // Another master's is the same port as well.
  const Key other("mine", "10.0.0.9", "usbip", "128.194.131.66", some_key(1).port());
  CHECK_FALSE(store->add(other).is_done);
  // Until it has left.
  move_to(*store, some_key(1, "mine"), Status::Deleted);
  CHECK_FALSE(store->add(some_key(1, "yours")).is_done);
  CHECK(store->remove(some_key(1, "mine"), Mover::Master).is_done);
  CHECK(store->add(some_key(1, "yours")).is_done);
}

TEST_CASE("a bus belongs to one master", "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const Key first("mine", "10.0.0.1", "usbip", "10.0.0.2", "1-1");
  const Key other("mine", "10.0.0.10", "usbip", "10.0.0.2", "1-2");
  const Key like("mine2", "10.0.0.10", "usbip", "10.0.0.2", "1-2");
  store->add(first);
  const Attempt attempt = store->add(other);
  CHECK_FALSE(attempt.is_done);
  CHECK(attempt.entry->key == first);
  CHECK(store->add(like).is_done);
  move_to(*store, like, Status::Deleted);
  store->remove(like, Mover::Provider);
  // Until its last port has left.
  move_to(*store, first, Status::Deleted);
  CHECK_FALSE(store->add(other).is_done);
  store->remove(first, Mover::Provider);
  CHECK(store->add(other).is_done);
}

TEST_CASE("a change is made if the status is as expected, with all that stands beside it",
          "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const Key key = thesis_key();
  CHECK_FALSE(
      store->compare_and_set(key, Status::Added, {Status::Exported, "", {}}, Mover::Provider)
          .entry);
  store->add(key);
  const Attempt done = store->compare_and_set(
      key, Status::Added, {Status::Exported, "slow\nhub", some_device()}, Mover::Provider);
  REQUIRE(done.is_done);
  CHECK(done.entry->status == Status::Exported);
  CHECK(done.entry->last_error == "slow\xEF\xBF\xBDhub");
  CHECK(done.entry->device == some_device());
  CHECK(store->get(key) == done.entry);
  CHECK(place.plain_status(key.text()) == "EXPORTED");
  const Attempt late =
      store->compare_and_set(key, Status::Added, {Status::Exported, "late", {}}, Mover::Provider);
  CHECK_FALSE(late.is_done);
  CHECK(late.entry == done.entry);
  const Attempt next =
      store->compare_and_set(key, Status::Exported, {Status::Imported, "", {}}, Mover::Master);
  CHECK(next.entry->last_error.empty());
  CHECK(next.entry->device == some_device());
  CHECK(next.entry->revision.number == 3);
}

TEST_CASE("the same status again changes what stands beside it only", "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const Entry before = *store->add(thesis_key()).entry;
  const auto watch = store->watch({}, store->list());
  const Attempt attempt = store->compare_and_set(thesis_key(), Status::Added,
                                                 {Status::Added, "no driver", {}}, Mover::Provider);
  REQUIRE(attempt.is_done);
  CHECK(attempt.entry->since == before.since);
  CHECK(attempt.entry->last_error == "no driver");
  CHECK(attempt.entry->revision.number == before.revision.number + 1);
  const auto changes = take(*watch, 1);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].entry == attempt.entry);
}

TEST_CASE("an entry can be expected exactly as it was read", "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const Key key = thesis_key();
  const Entry read = *store->add(key).entry;
  store->compare_and_set(key, Status::Added, {Status::Added, "something", {}}, Mover::Provider);
  CHECK_FALSE(
      store->compare_and_set(key, Expected(read), {Status::Exported, "", {}}, Mover::Provider)
          .is_done);
  const Entry now = *store->get(key);
  CHECK(store->compare_and_set(key, Expected(now), {Status::Exported, "", {}}, Mover::Provider)
            .is_done);
}

TEST_CASE("no transition happens that the table does not have", "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const std::array all = {Status::Added,        Status::Exported, Status::Imported,
                          Status::Disconnected, Status::ToDelete, Status::Deleted};
  int number = 0;
  for (const Status from : all) {
    for (const Status to : all) {
      for (const Mover mover : {Mover::User, Mover::Provider, Mover::Master}) {
        if (from == to) continue;
        const Key key = some_key(number++);
        store->add(key);
        move_to(*store, key, from);
        CAPTURE(status_name(from), status_name(to), mover_name(mover));
        const auto change = [&] {
          return store->compare_and_set(key, from, {to, "", {}}, mover).is_done;
        };
        if (is_transition(from, to, mover)) {
          CHECK(change());
          CHECK(store->get(key)->status == to);
        } else {
          CHECK_THROWS_AS(change(), Error);
          CHECK(store->get(key)->status == from);
        }
      }
    }
  }
}

TEST_CASE("only a deleted entry is removed, and not by the user", "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const Key key = thesis_key();
  CHECK_FALSE(store->remove(key, Mover::Provider).entry);
  store->add(key);
  CHECK_THROWS_AS(store->remove(key, Mover::User), Error);
  const Attempt early = store->remove(key, Mover::Provider);
  CHECK_FALSE(early.is_done);
  CHECK(early.entry->status == Status::Added);
  move_to(*store, key, Status::Deleted);
  CHECK(store->remove(key, Mover::Provider).is_done);
  CHECK_FALSE(store->get(key));
  CHECK(store->list().entries.empty());
  CHECK(place.plain_status(key.text()).empty());
}

TEST_CASE("deleting is asked for from any status, once", "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  int number = 0;
  CHECK_FALSE(mark_to_delete(*store, thesis_key()).entry);
  for (const Status from :
       {Status::Added, Status::Exported, Status::Imported, Status::Disconnected}) {
    const Key key = some_key(number++);
    store->add(key);
    move_to(*store, key, from);
    const Attempt attempt = mark_to_delete(*store, key);
    CHECK(attempt.is_done);
    CHECK(attempt.entry->status == Status::ToDelete);
    CHECK_FALSE(mark_to_delete(*store, key).is_done);
  }
  store->compare_and_set(some_key(0), Status::ToDelete, {Status::Deleted, "", {}}, Mover::Provider);
  const Attempt gone = mark_to_delete(*store, some_key(0));
  CHECK_FALSE(gone.is_done);
  CHECK(gone.entry->status == Status::Deleted);
}

TEST_CASE("ports are listed by bus and by node", "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const Key a("a", "10.0.0.1", "usbip", "10.0.0.2", "1-1");
  const Key ab("ab", "10.0.0.1", "usbip", "[fe80::3]", "1-1");
  const Key b("b", "[fe80::3]", "usbip", "[fe80::3]", "1-2");
  for (const Key& key : {b, ab, a}) store->add(key);
  const auto keys = [&](const Filter& filter) {
    std::vector<Key> found;
    for (const Entry& entry : store->list(filter).entries) found.push_back(entry.key);
    return found;
  };
  CHECK(keys({}) == std::vector<Key>{a, ab, b});
  CHECK(keys({"a", {}}) == std::vector<Key>{a});
  CHECK(keys({{}, "10.0.0.1"}) == std::vector<Key>{a, ab});
  CHECK(keys({{}, "[fe80::3]"}) == std::vector<Key>{ab, b});
  CHECK(keys({"b", "[fe80::3]"}) == std::vector<Key>{b});
  CHECK(keys({"b", "10.0.0.1"}).empty());
  CHECK(keys({"c", {}}).empty());
}

TEST_CASE("hostile text is stored as text, and bounded", "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const Key key = thesis_key();
  store->add(key);
  DeviceIdentity device;
  device.name = "'; DROP TABLE ports; --\r\n$4\r\n";
  device.serial = std::string("\0\xff\xc0\x80\xed\xa0\x80z", 8);
  device.vendor = std::string(5000, 'v');
  device.digest = std::string(999, 'd') + "\xC3\xA4";
  const std::string error = std::string(300, 'x') + "\x1b[2J\xC2\x9b";
  const Attempt attempt = store->compare_and_set(
      key, Status::Added, {Status::Exported, error, device}, Mover::Provider);
  REQUIRE(attempt.is_done);
  const std::string bad = "\xEF\xBF\xBD";
  CHECK(attempt.entry->device->name == "'; DROP TABLE ports; --" + bad + bad + "$4" + bad + bad);
  CHECK(attempt.entry->device->serial == bad + bad + bad + bad + bad + bad + bad + "z");
  CHECK(attempt.entry->device->vendor.size() == kLongestText);
  CHECK(attempt.entry->device->digest == std::string(999, 'd'));
  CHECK(attempt.entry->last_error == std::string(300, 'x') + bad + "[2J" + bad);
  CHECK(store->get(key) == attempt.entry);
}

TEST_CASE("an entry that somebody spoiled is complained about, and the others are listed",
          "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  store->add(some_key(1));
  store->add(some_key(2));
  place.spoil(some_key(1).text());
  const Listing listing = store->list();
  REQUIRE(listing.entries.size() == 1);
  CHECK(listing.entries[0].key == some_key(2));
  REQUIRE(listing.complaints.size() == 1);
  CHECK(listing.complaints[0].find("BROKEN") != std::string::npos);
  try {
    store->get(some_key(1));
    FAIL("it was understood");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::Damaged);
  }
}

TEST_CASE("a lease is taken, renewed, released, and told", "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  CHECK(store->leases().empty());
  const LeaseAttempt first = store->acquire_lease("10.0.0.1", "agent-1");
  REQUIRE(first.is_done);
  CHECK(first.lease == Lease{"10.0.0.1", "agent-1", 1});
  auto leases = store->leases();
  REQUIRE(leases.size() == 1);
  CHECK(leases[0].lease == first.lease);
  CHECK(leases[0].renewals == 0);
  CHECK(leases[0].is_live());
  CHECK(leases[0].remaining <= kLeaseTime);
  CHECK(leases[0].remaining > kLeaseTime - milliseconds(5000));
  // Another is told who has it.
  const LeaseAttempt second = store->acquire_lease("10.0.0.1", "agent-2");
  CHECK_FALSE(second.is_done);
  CHECK(second.lease == first.lease);
  CHECK(store->renew_lease(first.lease));
  CHECK(store->leases()[0].renewals == 1);
  // The same holder, started again: what the one before had is lost.
  const LeaseAttempt again = store->acquire_lease("10.0.0.1", "agent-1");
  REQUIRE(again.is_done);
  CHECK(again.lease.number == 2);
  CHECK_FALSE(store->renew_lease(first.lease));
  store->release_lease(first.lease);
  CHECK(store->renew_lease(again.lease));
  store->release_lease(again.lease);
  CHECK(store->leases().empty());
  CHECK_FALSE(store->renew_lease(again.lease));
  const LeaseAttempt other = store->acquire_lease("10.0.0.1", "agent-2");
  REQUIRE(other.is_done);
  CHECK(other.lease.number == 3);
}

TEST_CASE("leases of some nodes, and names that are none", "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  for (const char* node : {"10.0.0.2", "10.0.0.1", "[fe80::1]"})
    store->acquire_lease(node, "agent");
  CHECK(store->leases().size() == 3);
  const auto some = store->leases({"10.0.0.2", "10.0.0.7"});
  REQUIRE(some.size() == 1);
  CHECK(some[0].lease.node == "10.0.0.2");
  CHECK(store->leases()[0].lease.node == "10.0.0.1");
  CHECK_THROWS_AS(store->acquire_lease("10.0.0", "agent"), Error);
  CHECK_THROWS_AS(store->acquire_lease("10.0.0.1", "a b"), Error);
  CHECK_THROWS_AS(store->acquire_lease("10.0.0.1", ""), Error);
  CHECK_THROWS_AS(store->acquire_lease("10.0.0.1", std::string(129, 'a')), Error);
}

TEST_CASE("of lists of revoked certificates, the highest number stays", "[store]") {
  const Place place = place_of_test();
  const auto store = place.open();
  CHECK_FALSE(store->revocations());
  const PublishedRevocations second{2, "-----BEGIN X509 CRL-----\nMII=\n"};
  CHECK(store->publish(second) == 2);
  CHECK(place.open()->revocations() == second);
  CHECK(store->revocations(1) == second);
  CHECK_FALSE(store->revocations(2));
  CHECK(store->publish({1, "older"}) == 2);
  CHECK(store->publish({2, "another"}) == 2);
  CHECK(store->revocations() == second);
  const PublishedRevocations tenth{10, std::string(kLongestRevocations, 'x')};
  CHECK(place.open()->publish(tenth) == 10);
  CHECK(store->revocations(2) == tenth);
  CHECK_THROWS_AS(store->publish({11, std::string(kLongestRevocations + 1, 'x')}), Error);
  CHECK(store->revocations()->number == 10);
  store->withdraw(second);
  store->withdraw({10, "another"});
  CHECK(store->revocations() == tenth);
  store->withdraw(tenth);
  CHECK_FALSE(place.open()->revocations());
  store->withdraw(tenth);
  CHECK(store->publish(second) == 2);
}

// SPDX-License-Identifier: Apache-2.0
// Watches of a store of either kind.
#include <poll.h>

#include <catch2/catch.hpp>
#include <deque>
#include <string>
#include <thread>

#include "places.hpp"
#include "processes.hpp"

using namespace ddb::store;
using namespace ddb::store::test;
using std::chrono::milliseconds;
using Texts = std::vector<std::string>;

namespace {

Place place_of_test() {
  const Kind kind = GENERATE(Kind::Sqlite, Kind::Redis);
  CAPTURE(kind == Kind::Redis);
  return Place(kind);
}

std::string line(const Key& key, const std::string& change) { return key.text() + " " + change; }

}  // namespace

TEST_CASE("a watch tells what is there, then every step", "[watch]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const Key key = thesis_key();
  store->add(key);
  move_to(*store, key, Status::Exported);
  const auto watch = place.open()->watch();  // the store is gone when it begins
  CHECK(texts_of(take(*watch, 1)) == Texts{line(key, "->EXPORTED (read)")});
  CHECK(watch->readings() == 1);
  store->compare_and_set(key, Status::Exported, {Status::Imported, "", some_device()},
                         Mover::Master);
  mark_to_delete(*store, key);
  store->compare_and_set(key, Status::ToDelete, {Status::Deleted, "", {}}, Mover::Provider);
  store->remove(key, Mover::Master);
  store->add(key);
  const auto changes = take(*watch, 5);
  CHECK(texts_of(changes) == Texts{line(key, "EXPORTED>IMPORTED"), line(key, "IMPORTED>TO_DELETE"),
                                   line(key, "TO_DELETE>DELETED"), line(key, "DELETED>-"),
                                   line(key, "->ADDED")});
  CHECK(changes[0].entry->device == some_device());
  CHECK(changes[4].entry == store->get(key));
  CHECK_FALSE(watch->trouble());
  CHECK(watch->readings() == 1);
}

TEST_CASE("a watch goes on from a listing without a gap", "[watch]") {
  const Place place = place_of_test();
  const auto store = place.open();
  SECTION("of an empty store") {
    const Listing empty = store->list();
    store->add(thesis_key());
    move_to(*store, thesis_key(), Status::Imported);
    const auto watch = store->watch({}, empty);
    CHECK(texts_of(take(*watch, 3)) == Texts{line(thesis_key(), "->ADDED"),
                                             line(thesis_key(), "ADDED>EXPORTED"),
                                             line(thesis_key(), "EXPORTED>IMPORTED")});
    CHECK(watch->readings() == 0);
  }
  SECTION("of some ports") {
    store->add(some_key(1));
    const Listing listing = store->list();
    move_to(*store, some_key(1), Status::Exported);
    store->add(some_key(2));
    const auto watch = store->watch({}, listing);
    CHECK(texts_of(take(*watch, 2)) ==
          Texts{line(some_key(1), "ADDED>EXPORTED"), line(some_key(2), "->ADDED")});
    CHECK(watch->readings() == 0);
  }
}

TEST_CASE("a watch tells the ports that are meant only", "[watch]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const Key a("a", "10.0.0.1", "usbip", "10.0.0.2", "1-1");
  const Key b("b", "10.0.0.3", "usbip", "10.0.0.1", "1-1");
  const Key c("c", "10.0.0.3", "usbip", "10.0.0.2", "1-2");
  const Key d("a", "10.0.0.1", "usbip", "10.0.0.1", "1-2");
  const auto of_node = store->watch({{}, "10.0.0.1"}, store->list({{}, "10.0.0.1"}));
  const auto of_bus = store->watch({"a", {}}, store->list({"a", {}}));
  for (const Key& key : {c, a, b, d}) store->add(key);
  CHECK(texts_of(take(*of_node, 3)) ==
        Texts{line(a, "->ADDED"), line(b, "->ADDED"), line(d, "->ADDED")});
  CHECK(texts_of(take(*of_bus, 2)) == Texts{line(a, "->ADDED"), line(d, "->ADDED")});
}

TEST_CASE("a watch beside a store sees what processes do that come and go", "[watch]") {
  const Place place = place_of_test();
  std::deque<Processes> processes;
  for (int i = 0; i < 4; ++i) {
    processes.emplace_back(1, [&place, i](int) {
      // As a program that ends: it may be the last one that has the file, as far as it can tell.
      place.open()->add(some_key(i));
      return 0;
    });
  }
  const auto store = place.open();
  const auto watch = store->watch({}, store->list());
  for (int i = 0; i < 4; ++i) {
    CHECK(processes[static_cast<std::size_t>(i)].results() == std::vector{0});
    CHECK(texts_of(take(*watch, 1)) == Texts{line(some_key(i), "->ADDED")});
  }
}

TEST_CASE("the descriptor of a watch is readable when there is news", "[watch]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const auto watch = store->watch();
  pollfd waiting{watch->descriptor(), POLLIN, 0};
  CHECK(watch->take().empty());
  CHECK(poll(&waiting, 1, 50) == 0);
  store->add(thesis_key());
  CHECK(poll(&waiting, 1, 10000) == 1);
  CHECK(watch->take().size() == 1);
  CHECK(poll(&waiting, 1, 0) == 0);
}

TEST_CASE("a watch wakes at once", "[watch]") {
  const Place place = place_of_test();
  const auto store = place.open();
  store->add(thesis_key());
  const auto watch = store->watch({}, store->list());
  std::vector<milliseconds> times;
  Status now = Status::Added;
  for (int i = 0; i < 20; ++i) {
    const Status next = now == Status::Added ? Status::Exported : Status::Disconnected;
    const auto begin = std::chrono::steady_clock::now();
    store->compare_and_set(thesis_key(), now, {next, "", {}},
                           next == Status::Exported ? Mover::Provider : Mover::Master);
    REQUIRE(take(*watch, 1).size() == 1);
    times.push_back(
        std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begin));
    if (next == Status::Disconnected) {
      store->compare_and_set(thesis_key(), next, {Status::Added, "", {}}, Mover::Provider);
      REQUIRE(take(*watch, 1).size() == 1);
    }
    now = next == Status::Disconnected ? Status::Added : next;
  }
  std::sort(times.begin(), times.end());
  CHECK(times[times.size() / 2] < milliseconds(200));
}

TEST_CASE("a watch that nobody asks keeps a bounded number of changes, and loses none", "[watch]") {
  const Place place = place_of_test();
  const auto store = place.open();
  store->add(thesis_key());
  const auto watch = store->watch({}, store->list());
  constexpr int kChanges = 1500;
  for (int i = 1; i <= kChanges; ++i) {
    store->compare_and_set(thesis_key(), Status::Added, {Status::Added, std::to_string(i), {}},
                           Mover::Provider);
  }
  std::vector<Change> changes;
  while (changes.size() < kChanges) {
    const auto more = take(*watch, 1);
    REQUIRE_FALSE(more.empty());
    CHECK(more.size() <= 1024);
    changes.insert(changes.end(), more.begin(), more.end());
  }
  for (int i = 1; i <= kChanges; ++i) {
    if (changes[i - 1].entry->last_error != std::to_string(i))
      FAIL("change " << i << " is not in its place");
  }
  CHECK(watch->readings() == 0);
}

TEST_CASE("a watch that was away for longer than the history reads all and tells the difference",
          "[watch]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const Filter filter{{}, thesis_key().master()};
  store->add(some_key(1));
  store->add(some_key(2));
  move_to(*store, some_key(2), Status::Deleted);
  const Listing old = store->list(filter);
  store->remove(some_key(2), Mover::Provider);
  move_to(*store, some_key(1), Status::Imported);
  store->add(some_key(3));
  if (place.url().starts_with("redis")) {
    output_of({"redis-cli", "-u", place.url(), "xtrim", "ddb/changes/" + thesis_key().master(),
               "maxlen", "1"});
  } else {
    output_of({"sqlite3", place.file(),
               "delete from changes where revision < (select max(revision) from changes)"});
  }
  const auto watch = store->watch(filter, old);
  CHECK(texts_of(take(*watch, 3)) == Texts{line(some_key(2), "DELETED>- (read)"),
                                           line(some_key(1), "ADDED>IMPORTED (read)"),
                                           line(some_key(3), "->ADDED (read)")});
  CHECK(watch->readings() == 1);
}

TEST_CASE("the history is bounded", "[watch]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const bool is_redis = place.url().starts_with("redis");
  store->add(thesis_key());
  const Listing old = store->list({{}, thesis_key().master()});
  // SQLite writes to the disk each time; what it holds is made long by hand.
  if (!is_redis) {
    output_of(
        {"sqlite3", place.file(),
         "insert into changes (revision, mark, key, status, since, error) select value, 'm', 'k', "
         "'ADDED', 0, '' from generate_series(2, 12000)"});
  }
  for (int i = 0; i < (is_redis ? 2500 : 3); ++i) {
    store->compare_and_set(thesis_key(), Status::Added, {Status::Added, "", {}}, Mover::Provider);
  }
  if (is_redis) {
    const std::string length =
        output_of({"redis-cli", "-u", place.url(), "xlen", "ddb/changes/" + thesis_key().master()});
    CHECK(std::stoi(length) < 1200);
  } else {
    CHECK(output_of({"sqlite3", place.file(), "select count(*) from changes"}) == "10000");
  }
  const auto watch = store->watch({{}, thesis_key().master()}, old);
  const auto changes = take(*watch, 1);
  REQUIRE(changes.size() == 1);
  CHECK_FALSE(changes[0].is_step);
}

TEST_CASE("watches end at once, whatever they wait for", "[watch]") {
  const Place place = place_of_test();
  const auto store = place.open();
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 20; ++i) {
    const auto watch = store->watch();
    if (i % 2 == 0) watch->wait(milliseconds(20));
  }
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}

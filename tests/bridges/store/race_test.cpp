// SPDX-License-Identifier: Apache-2.0
// Several processes at one store, of either kind; and how many commands a change costs.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <numeric>
#include <string>

#include "places.hpp"
#include "processes.hpp"

using namespace ddb::store;
using namespace ddb::store::test;

namespace {

Place place_of_test() {
  const Kind kind = GENERATE(Kind::Sqlite, Kind::Redis);
  CAPTURE(kind == Kind::Redis);
  return Place(kind);
}

int sum(const std::vector<int>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0);
}

}  // namespace

TEST_CASE("of several processes that change the same port, one wins each time", "[race]") {
  const Place place = place_of_test();
  constexpr int kProcesses = 4;
  constexpr int kRounds = 25;
  Processes processes(kProcesses, [&](int) {
    const auto own = place.open(std::chrono::seconds(30));
    int won = 0;
    for (int i = 0; i < kRounds; ++i) {
      const auto attempt = own->compare_and_set(some_key(i), Status::Added,
                                                {Status::Exported, "", {}}, Mover::Provider);
      if (attempt.is_done) ++won;
      if (attempt.entry->status != Status::Exported) return 254;
    }
    return won;
  });
  const auto store = place.open();
  for (int i = 0; i < kRounds; ++i) store->add(some_key(i));
  CHECK(sum(processes.results()) == kRounds);
  CHECK(store->list().revision.number == std::uint64_t{2} * kRounds);
}

TEST_CASE("of several processes that add the same port to buses of their own, one wins", "[race]") {
  const Place place = place_of_test();
  constexpr int kRounds = 15;
  Processes processes(4, [&](int number) {
    const auto store = place.open(std::chrono::seconds(30));
    int won = 0;
    for (int i = 0; i < kRounds; ++i) {
      if (store->add(some_key(i, "bus" + std::to_string(number))).is_done) ++won;
    }
    return won;
  });
  CHECK(sum(processes.results()) == kRounds);
  CHECK(place.open()->list().entries.size() == kRounds);
}

TEST_CASE("of several processes that want a lease, one has it", "[race]") {
  const Place place = place_of_test();
  Processes processes(4, [&](int number) {
    const auto store = place.open(std::chrono::seconds(30));
    return store->acquire_lease("10.0.0.1", "agent-" + std::to_string(number)).is_done ? 1 : 0;
  });
  CHECK(sum(processes.results()) == 1);
}

TEST_CASE("a watch sees all that several processes do, in one order", "[race]") {
  const Place place = place_of_test();
  constexpr int kPorts = 12;
  constexpr std::size_t kAll = std::size_t{4} * kPorts * 3;
  Processes processes(4, [&](int number) {
    const auto own = place.open(std::chrono::seconds(30));
    for (int i = 0; i < kPorts; ++i) {
      const Key key = some_key(number * kPorts + i);
      own->add(key);
      move_to(*own, key, Status::Imported);
    }
    return 0;
  });
  const auto store = place.open();
  const auto watch = store->watch({}, store->list());
  CHECK(sum(processes.results()) == 0);
  const auto changes = take(*watch, kAll);
  REQUIRE(changes.size() == kAll);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    CHECK(changes[i].revision.number == i + 1);
    CHECK(changes[i].is_step);
  }
}

TEST_CASE("a process that is killed in the middle of its work leaves whole entries", "[race]") {
  const Place place = place_of_test();
  const auto store = place.open();
  for (int round = 0; round < 5; ++round) {
    const int killed_after = 3 + 7 * round;
    std::array<int, 2> told{};
    REQUIRE(pipe(told.data()) == 0);
    const pid_t process = fork();
    if (process == 0) {
      const auto own = place.open();
      for (int i = 0;; ++i) {
        own->add(some_key(round * 100 + i % 100));
        static_cast<void>(write(told[1], "+", 1) + 0);
      }
    }
    close(told[1]);
    char byte = 0;
    for (int i = 0; i < killed_after; ++i) REQUIRE(read(told[0], &byte, 1) == 1);
    kill(process, SIGKILL);
    waitpid(process, nullptr, 0);
    int done = killed_after;
    while (read(told[0], &byte, 1) == 1) ++done;
    close(told[0]);
    int there = 0;
    const Listing listing = store->list();
    CHECK(listing.complaints.empty());
    for (const Entry& entry : listing.entries) {
      CHECK(entry.revision.number > 0);
      CHECK_FALSE(entry.revision.mark.empty());
      for (int i = 0; i < 100; ++i) there += entry.key == some_key(round * 100 + i) ? 1 : 0;
    }
    // One more may have been done and not told.
    CHECK(there >= std::min(done, 100));
    CHECK(there <= std::min(done + 1, 100));
  }
}

TEST_CASE("a change costs the same number of commands, however many ports there are",
          "[commands]") {
  RedisServer server;
  const auto store = open(server.url());
  const Filter filter{{}, thesis_key().master()};
  constexpr long kChanges = 20;
  const auto cost = [&] {
    const auto watch = store->watch(filter, store->list(filter));
    const Key key = some_key(2000);
    store->add(key);
    REQUIRE(take(*watch, 1).size() == 1);
    const long begin = server.commands();
    for (long i = 0; i < kChanges / 4; ++i) {
      move_to(*store, key, Status::Disconnected);
      store->compare_and_set(key, Status::Disconnected, {Status::Added, "", {}}, Mover::Provider);
      store->compare_and_set(key, Status::Added, {Status::Added, "slow", {}}, Mover::Provider);
      REQUIRE(take(*watch, 4).size() == 4);
    }
    const long end = server.commands();
    move_to(*store, key, Status::Deleted);
    store->remove(key, Mover::Provider);
    return end - begin;
  };
  const long of_one = cost();
  for (int i = 0; i < 1000; ++i) REQUIRE(store->add(some_key(i)).is_done);
  const long of_many = cost();
  // The watch may be told of several changes at once, and its last two commands may be still to
  // come.
  CHECK(std::abs(of_many - of_one) <= 2 * kChanges);
  CHECK(of_one <= 30 * kChanges);
  CHECK(of_many <= 30 * kChanges);
  WARN("commands for " << kChanges << " changes and a watch: " << of_one << " with one port, "
                       << of_many << " with 1001; those inside scripts counted");
}

// SPDX-License-Identifier: Apache-2.0
// A Redis server that is killed, slow, full, or behind a bad network.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <functional>
#include <future>
#include <random>
#include <string>
#include <thread>

#include "places.hpp"
#include "proxy.hpp"

using namespace ddb::store;
using namespace ddb::store::test;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Clock = std::chrono::steady_clock;
using Texts = std::vector<std::string>;

namespace {

// What the call throws.
template <class Call>
std::optional<Error> error_of(const Call& call) {
  try {
    call();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

template <class Call>
milliseconds time_of(const Call& call) {
  const auto begin = Clock::now();
  call();
  return std::chrono::duration_cast<milliseconds>(Clock::now() - begin);
}

bool says(const Error& error, const std::string& part) {
  return std::string(error.what()).find(part) != std::string::npos;
}

// The whole life of a port, of a lease and of a list of revoked certificates, with every call that
// a store has; each step must say that it was done.
void live_once(Store& store, const Key& key) {
  REQUIRE(store.add(key).is_done);
  const auto step = [&](Status from, Status to, Mover mover,
                        std::optional<DeviceIdentity> device = {}) {
    const Attempt attempt = store.compare_and_set(key, from, {to, "", std::move(device)}, mover);
    REQUIRE(attempt.is_done);
    REQUIRE(attempt.entry->status == to);
  };
  step(Status::Added, Status::Exported, Mover::Provider, some_device());
  REQUIRE(store.get(key)->status == Status::Exported);
  step(Status::Exported, Status::Imported, Mover::Master);
  step(Status::Imported, Status::ToDelete, Mover::User);
  step(Status::ToDelete, Status::Deleted, Mover::Provider);
  REQUIRE(store.list().entries.size() == 1);
  REQUIRE(store.remove(key, Mover::Master).is_done);
  const LeaseAttempt lease = store.acquire_lease("10.0.0.1", "agent");
  REQUIRE(lease.is_done);
  REQUIRE(store.renew_lease(lease.lease));
  REQUIRE(store.leases().size() == 1);
  store.release_lease(lease.lease);
  REQUIRE(store.leases().empty());
  const PublishedRevocations list{1, "a list"};
  REQUIRE(store.publish(list) == 1);
  REQUIRE(store.revocations() == list);
  store.withdraw(list);
  REQUIRE_FALSE(store.revocations());
}

Texts life_of(const Key& key) {
  Texts texts;
  for (const char* step : {"->ADDED", "ADDED>EXPORTED", "EXPORTED>IMPORTED", "IMPORTED>TO_DELETE",
                           "TO_DELETE>DELETED", "DELETED>-"}) {
    texts.push_back(key.text() + " " + step);
  }
  return texts;
}

// Between cuts; all bytes with DDB_EVERY_BYTE=1.
std::size_t stride() { return std::getenv("DDB_EVERY_BYTE") != nullptr ? 1 : 41; }

}  // namespace

TEST_CASE("a connection that is cut after any byte loses nothing and doubles nothing", "[cuts]") {
  RedisServer server;
  Proxy proxy(server.port());
  const auto seed = std::random_device()();
  CAPTURE(seed);
  // How much goes which way in a life, the scripts' texts not counted.
  const auto store = open(proxy.url());
  live_once(*store, some_key(0));
  proxy.reset_counts();
  live_once(*store, some_key(0));
  const std::size_t to_server = proxy.count(Way::ToServer);
  const std::size_t to_client = proxy.count(Way::ToClient);
  CHECK(to_server > 1000);
  CHECK(to_client > 500);
  const auto watch = open(server.url())->watch({}, store->list());
  int cuts = 0;
  milliseconds longest{0};
  for (const Way way : {Way::ToServer, Way::ToClient}) {
    const std::size_t all = way == Way::ToServer ? to_server : to_client;
    for (std::size_t bytes = seed % stride(); bytes < all; bytes += stride()) {
      CAPTURE(bytes, way == Way::ToServer);
      const Key key = some_key(++cuts);
      proxy.cut_after(way, bytes);
      const auto time = time_of([&] { live_once(*store, key); });
      longest = std::max(longest, time);
      CHECK(proxy.has_cut());
      CHECK(texts_of(take(*watch, 6)) == life_of(key));
    }
  }
  CHECK(watch->take().empty());
  CHECK(store->list().entries.empty());
  CHECK(longest < seconds(5));
  WARN(cuts << " cuts in the middle of commands, longest life " << longest.count() << " ms");
}

TEST_CASE("a watch whose connection is cut after any byte tells every step once", "[cuts]") {
  RedisServer server;
  Proxy proxy(server.port());
  const auto store = open(server.url());
  const auto watch = open(proxy.url())->watch({}, store->list());
  proxy.reset_counts();
  live_once(*store, some_key(0));
  REQUIRE(texts_of(take(*watch, 6)) == life_of(some_key(0)));
  const std::size_t to_server = proxy.count(Way::ToServer);
  const std::size_t to_client = proxy.count(Way::ToClient);
  int cuts = 0;
  for (const Way way : {Way::ToServer, Way::ToClient}) {
    const std::size_t all = way == Way::ToServer ? to_server : to_client;
    for (std::size_t bytes = 0; bytes < all; bytes += 4 * stride()) {
      CAPTURE(bytes, way == Way::ToServer);
      proxy.cut_after(way, bytes);
      const Key key = some_key(++cuts);
      live_once(*store, key);
      CHECK(texts_of(take(*watch, 6)) == life_of(key));
    }
  }
  CHECK(watch->readings() == 0);
}

TEST_CASE("a server that is killed and started again has lost nothing", "[faults]") {
  RedisServer server({"--appendfsync", "always"});
  const auto store = open(server.url());
  const auto watch = store->watch({}, store->list());
  store->add(some_key(1));
  CHECK(take(*watch, 1).size() == 1);
  for (int i = 2; i < 5; ++i) {
    server.kill();
    // While it is away, a call has patience.
    auto added = std::async(std::launch::async, [&] { return store->add(some_key(i)).is_done; });
    server.start();
    CHECK(added.get());
    const auto changes = take(*watch, 1);
    CHECK(texts_of(changes) == Texts{some_key(i).text() + " ->ADDED"});
    CHECK(store->list().entries.size() == static_cast<std::size_t>(i));
  }
  CHECK_FALSE(watch->trouble());
  CHECK(watch->readings() == 0);
}

TEST_CASE("a server that comes back with less is told as it is now", "[faults]") {
  RedisServer server;
  const auto store = open(server.url());
  store->add(some_key(1));
  store->add(some_key(2));
  const auto watch = store->watch({}, store->list());
  SECTION("it is emptied, and the same number of changes is made") {
    server.cli({"flushall"});
    store->add(some_key(1));
    store->add(some_key(3));
  }
  SECTION("it is killed, empty, and more changes are made") {
    server.kill();
    server.forget();
    server.start();
    store->add(some_key(1));
    store->add(some_key(3));
    move_to(*store, some_key(3), Status::Exported);
  }
  std::vector<Change> changes;
  bool has_all = false;
  while (!has_all) {
    const auto more = take(*watch, 1);
    REQUIRE_FALSE(more.empty());
    changes.insert(changes.end(), more.begin(), more.end());
    bool is_second_gone = false;
    bool is_third_there = false;
    for (const Change& change : changes) {
      if (change.key == some_key(2)) is_second_gone = !change.entry;
      if (change.key == some_key(3)) is_third_there = change.entry == store->get(some_key(3));
    }
    has_all = is_second_gone && is_third_there;
  }
  CHECK(watch->readings() >= 1);
}

TEST_CASE("a server that is not there is an error at once, with the remedy", "[faults]") {
  const auto store = open("redis://127.0.0.1:" + std::to_string(free_port()));
  std::optional<Error> error;
  CHECK(time_of([&] { error = error_of([&] { store->list(); }); }) < seconds(1));
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::Unavailable);
  CHECK(says(*error, "Connection refused"));
  CHECK(says(*error, "see that redis-server runs"));
  const auto watch = store->watch();
  const auto end = Clock::now() + seconds(10);
  while (!watch->trouble() && Clock::now() < end) watch->wait(milliseconds(100));
  CHECK(watch->trouble());
}

TEST_CASE("a server that went away is waited for, but not for ever", "[faults]") {
  RedisServer server;
  const auto store = open(server.url(), {milliseconds(700)});
  store->list();
  server.kill();
  std::optional<Error> error;
  const auto time = time_of([&] { error = error_of([&] { store->add(some_key(1)); }); });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::Unavailable);
  CHECK(time < seconds(2));
  server.start();
  CHECK(store->add(some_key(1)).is_done);
}

TEST_CASE("a name that nobody knows is an error with the remedy", "[faults]") {
  const auto store = open("redis://no-such-host.invalid:6379", {milliseconds(3000)});
  std::optional<Error> error;
  CHECK(time_of([&] { error = error_of([&] { store->list(); }); }) < seconds(5));
  REQUIRE(error);
  CHECK(says(*error, "name"));
}

TEST_CASE("a silent server costs the patience and no more", "[faults]") {
  RedisServer server;
  const auto store = open(server.url(), {milliseconds(400)});
  store->add(some_key(1));
  server.pause();
  std::optional<Error> error;
  for (int i = 0; i < 2; ++i) {
    CHECK(time_of([&] { error = error_of([&] { store->add(some_key(2)); }); }) < seconds(2));
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::Unavailable);
    CHECK(says(*error, "does not answer in time"));
  }
  server.resume();
  // What timed out may be done now; it is not done twice, whoever did it.
  store->add(some_key(2));
  CHECK(store->list().entries.size() == 2);
}

TEST_CASE("a slow server is waited for", "[faults]") {
  RedisServer server;
  const auto store = open(server.url());
  store->add(some_key(1));
  std::thread sleeper([&] { server.cli({"debug", "sleep", "0.5"}); });
  for (int i = 2; i < 200; ++i) REQUIRE(store->add(some_key(i)).is_done);
  sleeper.join();
  CHECK(store->list().entries.size() == 199);
}

TEST_CASE("a network that drips is waited for as long as the patience lasts", "[faults]") {
  RedisServer server;
  Proxy proxy(server.port());
  const auto store = open(proxy.url());
  store->list();
  proxy.set_drip(16);
  CHECK(store->add(some_key(1)).is_done);
  const auto impatient = open(proxy.url(), {milliseconds(300)});
  proxy.set_drip(1);
  std::optional<Error> error;
  CHECK(time_of([&] { error = error_of([&] { impatient->add(some_key(2)); }); }) < seconds(2));
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::Unavailable);
}

TEST_CASE("a silent network is noticed by a watch that comes back by itself", "[faults]") {
  RedisServer server;
  Proxy proxy(server.port());
  const auto direct = open(server.url());
  const auto watch = open(proxy.url(), {milliseconds(300)})->watch({}, direct->list());
  direct->add(some_key(1));
  REQUIRE(take(*watch, 1).size() == 1);
  proxy.cut_after(Way::ToClient, 0);
  proxy.set_silent(true);
  direct->add(some_key(2));
  proxy.set_silent(false);
  proxy.set_silent(true);
  const auto end = Clock::now() + seconds(20);
  while (!watch->trouble() && Clock::now() < end) watch->wait(milliseconds(100));
  CHECK(watch->trouble());
  proxy.set_silent(false);
  const auto changes = take(*watch, 1);
  CHECK(texts_of(changes) == Texts{some_key(2).text() + " ->ADDED"});
}

TEST_CASE("a full server changes nothing, says so, and entries can leave it", "[faults]") {
  RedisServer server;
  const auto store = open(server.url());
  store->add(some_key(1));
  store->add(some_key(2));
  move_to(*store, some_key(2), Status::Deleted);
  const Listing before = store->list();
  server.cli({"config", "set", "maxmemory", "1"});
  for (const auto& change : std::vector<std::function<void()>>{
           [&] { store->add(some_key(3)); }, [&] { mark_to_delete(*store, some_key(1)); },
           [&] { store->acquire_lease("10.0.0.1", "agent"); }}) {
    const auto error = error_of(change);
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::Full);
    CHECK(says(*error, "nothing was changed"));
    CHECK(says(*error, "maxmemory"));
  }
  const Listing after = store->list();
  CHECK(after.entries == before.entries);
  CHECK(after.revision == before.revision);
  CHECK(server.cli({"keys", "ddb/owner/*:1-4"}).empty());
  CHECK(store->remove(some_key(2), Mover::Provider).is_done);
  server.cli({"config", "set", "maxmemory", "0"});
  CHECK(store->add(some_key(3)).is_done);
}

TEST_CASE("who may not in is told so", "[faults]") {
  RedisServer server({"--requirepass", "right"});
  const std::string place = "127.0.0.1:" + std::to_string(server.port());
  CHECK_NOTHROW(open("redis://:right@" + place)->list());
  CHECK_NOTHROW(open("redis://default:right@" + place)->list());
  for (const char* user : {"", ":wrong@", "nobody:right@", "nobody@"}) {
    CAPTURE(user);
    const auto error = error_of([&] { open(std::string("redis://") + user + place)->list(); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::Denied);
    CHECK(says(*error, "user:password@"));
    CHECK_FALSE(says(*error, "right@"));
  }
  const auto database = error_of([&] { open("redis://:right@" + place + "/77")->list(); });
  REQUIRE(database);
  CHECK(database->code() == ErrorCode::Invalid);
}

TEST_CASE("a password can be read from a file", "[faults]") {
  RedisServer server({"--requirepass", "right"});
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "password").string();
  const std::string url =
      "redis://default@127.0.0.1:" + std::to_string(server.port()) + "?password-file=" + file;
  const auto missing = error_of([&] { open(url)->list(); });
  REQUIRE(missing);
  CHECK(missing->code() == ErrorCode::Denied);
  output_of({"sh", "-c", "echo right > " + file});
  CHECK_NOTHROW(open(url)->list());
}

TEST_CASE("a replica takes no changes", "[faults]") {
  RedisServer server({"--repl-diskless-sync-delay", "0"});
  RedisServer replica({"--replicaof", "127.0.0.1 " + std::to_string(server.port())});
  const auto store = open(server.url());
  store->add(some_key(1));
  const auto reading = open(replica.url());
  const auto end = Clock::now() + seconds(20);
  while (reading->list().entries.empty() && Clock::now() < end) {
    std::this_thread::yield();
  }
  CHECK(reading->list().entries.size() == 1);
  const auto error = error_of([&] { reading->add(some_key(2)); });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::ReadOnly);
  CHECK_FALSE(reading->warnings().empty());
}

TEST_CASE("what is no Redis server is told so", "[faults]") {
  RedisServer server;
  server.cli({"set", thesis_key().text(), "ADDED"});
  server.cli({"del", "ddb/ports"});
  server.cli({"set", "ddb/ports", "something else"});
  const auto error = error_of([&] { open(server.url())->list(); });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::Damaged);
  CHECK(says(*error, "ddb/"));
}

TEST_CASE("a server that was set up to lose things is warned about", "[faults]") {
  RedisServer server;
  CHECK(open(server.url())->warnings().empty());
  server.cli({"config", "set", "appendonly", "no"});
  server.cli({"config", "set", "maxmemory-policy", "allkeys-lru"});
  const auto warnings = open(server.url())->warnings();
  REQUIRE(warnings.size() == 2);
  CHECK(warnings[0].find("appendonly yes") != std::string::npos);
  CHECK(warnings[1].find("noeviction") != std::string::npos);
}

TEST_CASE("functions that the server has forgotten are sent again", "[faults]") {
  RedisServer server;
  const auto store = open(server.url());
  store->add(some_key(1));
  server.cli({"function", "flush"});
  CHECK(store->add(some_key(2)).is_done);
  CHECK(store->list().entries.size() == 2);
}

TEST_CASE("a lease does not outlive a clock that was set back", "[faults]") {
  RedisServer server;
  const auto store = open(server.url());
  const Lease lease = store->acquire_lease("10.0.0.1", "gone").lease;
  // As if it had been renewed before the clock was set back by a day.
  server.cli({"hincrby", "ddb/lease/10.0.0.1", "at", "86400000"});
  CHECK(store->leases()[0].remaining == kLeaseTime);
  CHECK_FALSE(store->acquire_lease("10.0.0.1", "next").is_done);
  CHECK(store->leases()[0].remaining <= kLeaseTime);
  server.cli({"hincrby", "ddb/lease/10.0.0.1", "at", "-10001"});
  CHECK_FALSE(store->leases()[0].is_live());
  CHECK(store->acquire_lease("10.0.0.1", "next").is_done);
  CHECK_FALSE(store->renew_lease(lease));
}

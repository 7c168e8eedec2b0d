// SPDX-License-Identifier: Apache-2.0
// What a node's user of a Redis server can do, and what whoever has its password can't.
#include "ddb/store/redis_acl.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "places.hpp"

using namespace ddb::store;
using namespace ddb::store::test;
using Words = std::vector<std::string>;

namespace {

const Key kOwn("a", "10.0.0.1", "usbip", "10.0.0.2", "1-1");
const Key kOthers("b", "10.0.0.3", "usbip", "10.0.0.4", "1-1");

// Without what a URL or a shell reads.
std::string user_of(std::string node) {
  std::replace(node.begin(), node.end(), ':', '_');
  std::erase_if(node, [](char c) { return c == '[' || c == ']'; });
  return node;
}

// A server with an operator and some nodes, each with its own user; nobody else may enter.
class Guarded {
 public:
  Guarded() {
    add_user("operator", redis_rules_of_operator());
    for (const char* const node :
         {"10.0.0.1", "10.0.0.2", "10.0.0.4", "[fe80::1]", "desk.example"}) {
      add_user(user_of(node), redis_rules_of_node(node));
    }
    server.cli({"acl", "setuser", "default", "off"});
  }
  std::unique_ptr<Store> as(const std::string& user) const {
    return open("redis://" + user + ":secret@127.0.0.1:" + std::to_string(server.port()));
  }
  // What the server says to a user who writes commands of his own.
  std::string raw(const std::string& user, const Words& words) const {
    Words all = {"--user", user, "--pass", "secret", "--no-auth-warning"};
    all.insert(all.end(), words.begin(), words.end());
    return server.cli(all);
  }

  RedisServer server;

 private:
  void add_user(const std::string& user, const Words& rules) {
    Words words = {"acl", "setuser", user, "reset", "on", ">secret"};
    words.insert(words.end(), rules.begin(), rules.end());
    const std::string said = server.cli(words);
    if (said != "OK") throw std::runtime_error(said);
  }
};

std::optional<Error> error_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

bool is_denied(const std::function<void()>& call) {
  const auto error = error_of(call);
  return error && error->code() == ErrorCode::Denied;
}

bool is_in(const std::string& part, const std::string& text) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a node's user does what an agent does, and the operator what ddb-bus does", "[acl]") {
  Guarded guarded;
  // The functions come with an operator.
  const auto too_early = error_of([&] { guarded.as("10.0.0.2")->list({{}, "10.0.0.2"}); });
  REQUIRE(too_early);
  CHECK(too_early->code() == ErrorCode::Denied);
  CHECK(is_in("use 'ddb-bus list' of this version once", too_early->what()));

  const auto admin = guarded.as("operator");
  CHECK(admin->warnings().empty());
  CHECK(admin->add(kOwn).is_done);
  CHECK(admin->add(kOthers).is_done);
  CHECK(admin->list().entries.size() == 2);
  const auto master = guarded.as("10.0.0.1");
  const auto provider = guarded.as("10.0.0.2");
  CHECK(provider->warnings().empty());
  const Filter filter{{}, "10.0.0.2"};
  CHECK(provider->list(filter).entries.size() == 1);
  const auto watch = provider->watch(filter, provider->list(filter));
  CHECK(provider
            ->compare_and_set(kOwn, Status::Added, {Status::Exported, "", some_device()},
                              Mover::Provider)
            .is_done);
  CHECK(master->compare_and_set(kOwn, Status::Exported, {Status::Imported, "", {}}, Mover::Master)
            .is_done);
  CHECK(take(*watch, 2).size() == 2);
  CHECK(provider->get(kOwn)->device == some_device());
  const auto lease = provider->acquire_lease("10.0.0.2", "agent");
  CHECK(lease.is_done);
  CHECK(provider->renew_lease(lease.lease));
  CHECK(master->leases({"10.0.0.2"}).size() == 1);
  provider->release_lease(lease.lease);
  CHECK(admin->publish({1, "list"}) == 1);
  CHECK(provider->revocations()->pem == "list");
  // The whole way out, though sets of others are not its own; and in again.
  CHECK(mark_to_delete(*admin, kOwn).is_done);
  CHECK(
      provider->compare_and_set(kOwn, Status::ToDelete, {Status::Deleted, "", {}}, Mover::Provider)
          .is_done);
  CHECK(provider->remove(kOwn, Mover::Provider).is_done);
  CHECK(admin->list().entries.size() == 1);
  CHECK(provider->list(filter).entries.empty());
  CHECK(admin->add(Key("c", "10.0.0.4", "usbip", "10.0.0.2", "1-1")).is_done);
  CHECK(provider->list(filter).entries.size() == 1);
}

TEST_CASE("nodes with an IPv6 address or a name have their own ports as well", "[acl]") {
  Guarded guarded;
  const std::string node = GENERATE("[fe80::1]", "desk.example");
  // What the brackets would be as a pattern.
  const Key own("a", node, "usbip", "10.0.0.2", "1-1");
  const Key others("b", "f", "usbip", "10.0.0.2", "1-2");
  const auto admin = guarded.as("operator");
  admin->add(own);
  admin->add(others);
  const auto store = guarded.as(user_of(node));
  CHECK(store->list({{}, node}).entries.size() == 1);
  CHECK(store->acquire_lease(node, "agent").is_done);
  CHECK(store->compare_and_set(own, Status::Added, {Status::Exported, "", {}}, Mover::Provider)
            .is_done);
  CHECK(is_denied([&] { store->get(others); }));
}

TEST_CASE("with a node's password, the library changes no port and no lease of others", "[acl]") {
  Guarded guarded;
  const auto admin = guarded.as("operator");
  admin->add(kOwn);
  admin->add(kOthers);
  const auto node = guarded.as("10.0.0.2");
  CHECK(is_denied([&] { node->get(kOthers); }));
  CHECK(is_denied([&] {
    node->compare_and_set(kOthers, Status::Added, {Status::Exported, "", {}}, Mover::Provider);
  }));
  CHECK(is_denied([&] { mark_to_delete(*node, kOthers); }));
  CHECK(is_denied([&] { mark_to_delete(*node, kOwn); }));
  CHECK(is_denied([&] { node->add(some_key(5)); }));
  CHECK(is_denied([&] { node->add(Key("x", "10.0.0.2", "usbip", "10.0.0.4", "1-9")); }));
  CHECK(is_denied([&] { node->acquire_lease("10.0.0.4", "agent"); }));
  CHECK(is_denied([&] { node->list(); }));
  CHECK(is_denied([&] { node->list({{}, "10.0.0.4"}); }));
  CHECK(is_denied([&] { node->publish({9, "x"}); }));
  CHECK(is_denied([&] { node->withdraw({1, "list"}); }));
  CHECK(admin->get(kOthers)->status == Status::Added);
  CHECK(admin->get(kOwn)->status == Status::Added);
  CHECK(admin->leases().empty());
}

TEST_CASE("with a node's password, no command reaches beyond it", "[acl]") {
  Guarded guarded;
  const auto admin = guarded.as("operator");
  admin->add(kOwn);
  admin->add(kOthers);
  admin->publish({1, "list"});
  guarded.as("10.0.0.4")->acquire_lease("10.0.0.4", "agent");
  const std::string entry = kOthers.text();
  const std::vector<Words> commands = {
      {"set", entry, "TO_DELETE"},
      {"get", entry},
      {"del", entry},
      {"hset", "ddb/entry/" + entry, "error", "x"},
      {"hgetall", "ddb/entry/" + entry},
      {"set", "ddb/owner/10.0.0.2:1-1", "x"},
      {"set", "ddb/owner/10.0.0.4:1-1", "x"},
      {"del", "ddb/owner/10.0.0.4:1-1"},
      {"hset", "ddb/lease/10.0.0.4", "at", "0"},
      {"del", "ddb/lease/10.0.0.4"},
      {"del", "ddb/lease/10.0.0.2"},
      {"sadd", "ddb/ports/10.0.0.4", "x"},
      {"srem", "ddb/ports/10.0.0.4", entry},
      {"srem", "ddb/ports", entry},
      {"smembers", "ddb/ports"},
      {"sadd", "ddb/bus/b", "x"},
      {"srem", "ddb/nodes", "10.0.0.4"},
      {"hset", "ddb/revocations", "number", "9"},
      {"del", "ddb/revocations"},
      {"xread", "STREAMS", "ddb/changes", "0"},
      {"xrange", "ddb/changes/10.0.0.4", "-", "+"},
      {"lpush", "ddb/revision", "x"},
      {"rename", kOwn.text(), "x"},
      {"copy", kOwn.text(), entry},
      {"keys", "*"},
      {"scan", "0"},
      {"randomkey"},
      {"dbsize"},
      {"flushall"},
      {"flushdb"},
      {"eval", "return 1", "0"},
      {"evalsha", "e0e1f9fabfc9d4800c877a703b823ac0578ff8db", "0"},
      {"script", "load", "while true do end"},
      {"script", "kill"},
      {"function", "load", "#!lua name=x\nredis.register_function('x', function() end)"},
      {"function", "flush"},
      {"config", "get", "*"},
      {"config", "set", "dir", "/"},
      {"acl", "list"},
      {"acl", "setuser", "10.0.0.2", "allkeys", "allcommands"},
      {"monitor"},
      {"client", "list"},
      {"client", "kill", "type", "normal"},
      {"shutdown"},
      {"debug", "sleep", "0"},
      {"replicaof", "10.9.9.9", "1"},
      {"slaveof", "no", "one"},
      {"migrate", "10.9.9.9", "1", kOwn.text(), "0", "1"},
      {"module", "list"},
      {"publish", "x", "y"},
      {"subscribe", "x"},
      {"swapdb", "0", "1"},
      {"save"},
      {"bgrewriteaof"},
      {"info"},
      {"slowlog", "get"},
      {"latency", "doctor"},
      {"object", "freq", kOwn.text()},
      {"multi"},
      {"wait", "1", "1000"},
  };
  const std::string before = guarded.raw("operator", {"get", entry});
  for (const Words& words : commands) {
    const std::string said = guarded.raw("10.0.0.2", words);
    CAPTURE(words, said);
    CHECK(is_in("NOPERM", said));
  }
  // The operator minds the ports, not the server.
  for (const Words& words : std::vector<Words>{{"flushall"},
                                               {"config", "get", "*"},
                                               {"acl", "list"},
                                               {"shutdown"},
                                               {"keys", "*"},
                                               {"eval", "return 1", "0"},
                                               {"replicaof", "no", "one"}}) {
    CHECK(is_in("NOPERM", guarded.raw("operator", words)));
  }
  CHECK(guarded.raw("operator", {"get", entry}) == before);
  CHECK(guarded.as("10.0.0.4")->leases({"10.0.0.4"}).size() == 1);
  CHECK(guarded.as("10.0.0.4")->revocations()->number == 1);
}

TEST_CASE("who has a node's password puts no port on a bus, and brings none back", "[acl]") {
  Guarded guarded;
  const auto admin = guarded.as("operator");
  admin->add(kOwn);
  const auto master = guarded.as("10.0.0.1");
  const auto provider = guarded.as("10.0.0.2");
  // The master is bad, and wants a port of the provider's that nobody gave it.
  const Key wanted("evil", "10.0.0.1", "usbip", "10.0.0.2", "1-7");
  CHECK(guarded.raw("10.0.0.1", {"set", wanted.text(), "EXPORTED"}) == "OK");
  CHECK(guarded.raw("10.0.0.1", {"hset", "ddb/entry/" + wanted.text(), "revision", "1"}) == "1");
  CHECK(guarded.raw("10.0.0.1",
                    {"xadd", "ddb/changes/10.0.0.2", "900-0", "mark", "x", "key", wanted.text(),
                     "was", "ADDED", "status", "EXPORTED", "since", "1", "error", ""}) == "900-0");
  CHECK_FALSE(provider->get(wanted));
  CHECK(provider->list({{}, "10.0.0.2"}).entries.size() == 1);
  CHECK_FALSE(admin->get(wanted));
  // Nor can it force a device of its own upon a master.
  const Key pushed("evil", "10.0.0.4", "usbip", "10.0.0.2", "1-8");
  CHECK(guarded.raw("10.0.0.2", {"set", pushed.text(), "EXPORTED"}) == "OK");
  CHECK_FALSE(guarded.as("10.0.0.4")->get(pushed));
  // What stands there is in nobody's way.
  CHECK(admin->add(Key("good", "10.0.0.4", "usbip", "10.0.0.2", "1-7")).is_done);

  // What was to leave does not come back: neither before it has left, nor afterwards.
  CHECK(mark_to_delete(*admin, kOwn).is_done);
  CHECK(guarded.raw("10.0.0.1", {"set", kOwn.text(), "IMPORTED"}) == "OK");
  CHECK_FALSE(provider->get(kOwn));
  CHECK(guarded.raw("10.0.0.1", {"set", kOwn.text(), "TO_DELETE"}) == "OK");
  CHECK(provider->get(kOwn)->status == Status::ToDelete);
  CHECK(
      provider->compare_and_set(kOwn, Status::ToDelete, {Status::Deleted, "", {}}, Mover::Provider)
          .is_done);
  CHECK(provider->remove(kOwn, Mover::Provider).is_done);
  CHECK(guarded.raw("10.0.0.1", {"set", kOwn.text(), "EXPORTED"}) == "OK");
  CHECK_FALSE(provider->get(kOwn));
  CHECK_FALSE(admin->get(kOwn));
  CHECK(master->list({{}, "10.0.0.1"}).entries.empty());
}

TEST_CASE("what a bad node writes where it may stops nobody else", "[acl]") {
  Guarded guarded;
  const auto admin = guarded.as("operator");
  admin->add(kOwn);
  const Key good("g", "10.0.0.4", "usbip", "10.0.0.2", "1-2");
  admin->add(good);
  const auto provider = guarded.as("10.0.0.2");
  const std::string entry = kOwn.text();
  const std::string details = "ddb/entry/" + entry;
  const std::string big(100'000, 'x');
  const std::vector<std::vector<Words>> attacks = {
      {{"set", entry, "NONSENSE"}},
      {{"set", entry, big}},
      {{"del", entry}, {"hset", entry, "a", "b"}},
      {{"del", details}, {"set", details, "x"}},
      {{"hset", details, "error", big, "revision", "x", "mark", big, "since", "-1"}},
      {{"set", "ddb/revision", "nonsense"}},
      {{"set", "ddb/revision", "99999999999999999999999999"}},
      {{"set", "ddb/revision", "-7"}},
      {{"xadd", "ddb/changes", "18446744073709551615-18446744073709551615", "a", "b"}},
      {{"xadd", "ddb/changes/10.0.0.2", "18446744073709551615-0", "mark", big}},
      {{"xadd", "ddb/changes/10.0.0.2", "5000-0", "key", "nonsense", "status", "y"}},
      {{"del", "ddb/changes", "ddb/changes/10.0.0.2", "ddb/changes/10.0.0.4"}},
      {{"hset", "ddb/lease/10.0.0.1", "holder", big, "number", "x", "at", "y", "released", "0"}},
      {{"hset", "ddb/lease/10.0.0.1", "holder", "h", "number", "1e400", "renewals", "nan", "at",
        "inf", "released", "0"}},
  };
  const auto watch = provider->watch({{}, "10.0.0.2"}, provider->list({{}, "10.0.0.2"}));
  int number = 0;
  for (const auto& attack : attacks) {
    CAPTURE(attack.front().front(), attack.front()[1], ++number);
    for (const Words& words : attack) CHECK_FALSE(is_in("NOPERM", guarded.raw("10.0.0.1", words)));
    // The other port goes its way, and is told.
    const auto change = [&](const std::string& word) {
      return provider
          ->compare_and_set(good, Status::Added, {Status::Added, word, some_device()},
                            Mover::Provider)
          .is_done;
    };
    CHECK(change("one"));
    CHECK(change("two"));
    const auto there = provider->list({{}, "10.0.0.2"});
    CHECK(there.entries.size() + there.complaints.size() >= 1);
    CHECK(provider->get(good)->last_error == "two");
    CHECK_NOTHROW(provider->leases({"10.0.0.1", "10.0.0.4"}));
    CHECK(provider->acquire_lease("10.0.0.2", "agent").is_done);
    bool is_told = false;
    for (int i = 0; i < 100 && !is_told; ++i) {
      for (const Change& it : watch->wait(std::chrono::milliseconds(100))) {
        is_told = is_told || it.key == good;
      }
    }
    CHECK(is_told);
  }
  // The operator puts in order what the bad one did to its own port.
  guarded.raw("operator", {"del", entry, details});
  CHECK(admin->add(kOwn).is_done);
  CHECK(provider->list({{}, "10.0.0.2"}).entries.size() == 2);
}

TEST_CASE("what a bad node writes does not steer the terminal of who reads it", "[acl]") {
  Guarded guarded;
  const auto admin = guarded.as("operator");
  admin->add(kOwn);
  const auto watch = admin->watch({}, admin->list());
  const std::string bad = "\x1b[2J\xff\xC2\x9b" + std::string(2000, 'x');
  const Words fields = {"error", bad,      "protection", bad,    "vendor", bad,      "product",
                        bad,     "serial", bad,          "name", bad,      "digest", bad};
  Words words = {"hset", "ddb/entry/" + kOwn.text()};
  words.insert(words.end(), fields.begin(), fields.end());
  CHECK_FALSE(is_in("NOPERM", guarded.raw("10.0.0.1", words)));
  words = {"xadd", "ddb/changes", "900-0",  "mark",  "x",     "key", kOwn.text(),
           "was",  "ADDED",       "status", "ADDED", "since", "1"};
  words.insert(words.end(), fields.begin(), fields.end());
  CHECK(guarded.raw("10.0.0.1", words) == "900-0");
  std::vector<Entry> entries = admin->list().entries;
  for (const Change& it : take(*watch, 1)) entries.push_back(it.entry.value());
  REQUIRE(entries.size() == 2);
  for (const Entry& it : entries) {
    REQUIRE(it.device);
    for (const std::string& text :
         {it.last_error, it.protection, it.device->vendor, it.device->product, it.device->serial,
          it.device->name, it.device->digest}) {
      CHECK(is_in("[2J", text));
      CHECK(text.size() < 1100);
      CHECK_FALSE(is_in("\x1b", text));
      CHECK_FALSE(is_in("\xff", text));
      CHECK_FALSE(is_in("\xC2\x9b", text));
    }
  }
}

TEST_CASE("user and password come from a file that not anybody may read", "[acl]") {
  Guarded guarded;
  guarded.as("operator")->list();
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "redis.login").string();
  std::ofstream(file) << "10.0.0.2\nsecret\n";
  const std::string url =
      "redis://127.0.0.1:" + std::to_string(guarded.server.port()) + "?login-file=" + file;
  chmod(file.c_str(), 0600);
  const auto store = open(url);
  CHECK(store->list({{}, "10.0.0.2"}).entries.empty());
  CHECK_FALSE(is_in(file, store->place()));
  chmod(file.c_str(), 0644);
  CHECK(is_denied([&] { open(url)->list({{}, "10.0.0.2"}); }));
  chmod(file.c_str(), 0600);
  // Another password counts from the next connection on.
  std::ofstream(file) << "10.0.0.2\nwrong\n";
  CHECK(is_denied([&] { open(url)->list({{}, "10.0.0.2"}); }));
  std::ofstream(file) << "10.0.0.2\n";
  CHECK(is_denied([&] { open(url)->list({{}, "10.0.0.2"}); }));
  std::filesystem::remove(file);
  CHECK(is_denied([&] { open(url)->list({{}, "10.0.0.2"}); }));
}

TEST_CASE("a Redis server that listens at a Unix socket only is a store as any", "[acl]") {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "redis.sock").string();
  RedisServer server({"--unixsocket", path, "--unixsocketperm", "700"});
  const auto store = open("redis+unix://" + path);
  CHECK(store->add(kOwn).is_done);
  const auto watch = store->watch();
  CHECK(take(*watch, 1).size() == 1);
  const auto missing = error_of([&] { open("redis+unix://" + path + "x")->list(); });
  REQUIRE(missing);
  CHECK(missing->code() == ErrorCode::Unavailable);
  CHECK(is_in("'unixsocket' in redis.conf", missing->what()));
}

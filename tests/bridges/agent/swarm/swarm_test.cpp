// SPDX-License-Identifier: Apache-2.0
// Ten computers, fifty ports: a process and a network namespace each. benchmarks/bridges/agent
// measures the same with a hundred and a thousand.
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "nodes.hpp"
#include "redis_server.hpp"
#include "workloads.hpp"

namespace {

using namespace ddb;
using store::test::RedisServer;
using swarm::Network;

// One network for all test cases: a thread is in one namespace.
Network network() {
  static const Network own = swarm::own_network();
  return own;
}

// A store that all nodes reach.
class Redis {
 public:
  explicit Redis(Network network)
      : server_({"--bind", "0.0.0.0", "--protected-mode", "no"}),
        url_("redis://" + swarm::address(network) + ":" + std::to_string(server_.port())) {}
  RedisServer& server() { return server_; }
  const std::string& url() const { return url_; }

 private:
  RedisServer server_;
  std::string url_;
};

struct Bed {
  explicit Bed(unsigned nodes)
      : redis(network()),
        store(store::open(redis.url())),
        swarm({nodes, redis.url(), folder.path(), network(), 64}) {}

  nodes::Folder folder;
  Redis redis;
  std::unique_ptr<store::Store> store;
  swarm::Swarm swarm;
};

void all_are(store::Store& store, std::size_t count, store::Status status) {
  const store::Listing listing = store.list();
  CHECK(listing.complaints.empty());
  CHECK(listing.entries.size() == count);
  for (const store::Entry& entry : listing.entries) {
    INFO(entry.key.text());
    CHECK(entry.status == status);
    CHECK(entry.last_error.empty());
  }
}

unsigned imports_of(swarm::Swarm& swarm, unsigned node) {
  swarm.tell(node, "imports");
  unsigned count = 0;
  REQUIRE(swarm.listen([&](unsigned from, const swarm::Line& line) {
    if (from != node || line.what != "imports") return false;
    count = static_cast<unsigned>(std::stoul(line.words.at(0)));
    return true;
  }));
  return count;
}

std::string driver_of(swarm::Swarm& swarm, const store::Key& key) {
  const unsigned node = swarm.node_at(key.provider());
  swarm.tell(node, "owns " + key.port());
  std::string driver;
  REQUIRE(swarm.listen([&](unsigned from, const swarm::Line& line) {
    if (from != node || line.what != "driver") return false;
    driver = line.words.at(1);
    return true;
  }));
  return driver;
}

TEST_CASE("ten computers, fifty ports: in use, plugged anew at once, deleted", "[swarm]") {
  constexpr unsigned count = 50;
  Bed bed(10);
  const auto ports = swarm::ports_of(bed.swarm, count);
  swarm::import_all(bed.swarm, *bed.store, ports);
  all_are(*bed.store, count, store::Status::Imported);
  CHECK(swarm::plug_at_once(bed.swarm, ports, 100, 20).plug_to_import.all.size() == 100);
  swarm::plug(bed.swarm, ports, 10);
  swarm::replug(bed.swarm, ports, 10);
  all_are(*bed.store, count, store::Status::Imported);
  unsigned imports = 0;
  for (unsigned i = 0; i < bed.swarm.size(); ++i) imports += imports_of(bed.swarm, i);
  CHECK(imports == count);

  swarm::delete_all(bed.swarm, *bed.store, ports);
  all_are(*bed.store, 0, store::Status::Imported);
  for (const store::Key& key : ports) CHECK(driver_of(bed.swarm, key) == "usb");
  for (unsigned i = 0; i < bed.swarm.size(); ++i) CHECK(imports_of(bed.swarm, i) == 0);
}

// Renewals of leases are among them: a few a second.
double commands_an_event(Bed& bed, const std::vector<store::Key>& ports) {
  constexpr unsigned count = 30;
  const long before = bed.redis.server().commands();
  swarm::plug(bed.swarm, {ports.front()}, count);
  const long after = bed.redis.server().commands();
  return static_cast<double>(after - before) / (2 * count);
}

TEST_CASE("an event costs the same number of commands, however many ports there are", "[swarm]") {
  Bed bed(2);
  const auto ports = swarm::ports_of(bed.swarm, 100);
  const std::vector<store::Key> few(ports.begin(), ports.begin() + 2);
  swarm::import_all(bed.swarm, *bed.store, few);
  const double with_few = commands_an_event(bed, few);
  swarm::import_all(bed.swarm, *bed.store, {ports.begin() + 2, ports.end()});
  const double with_many = commands_an_event(bed, few);
  CAPTURE(with_few, with_many);
  CHECK(with_few > 1);
  // One command for each port would be 98 more.
  CHECK(with_many < with_few + 5);
}

TEST_CASE("a store that is killed under the agents: all converges when it is back", "[swarm]") {
  constexpr unsigned count = 20;
  Bed bed(4);
  const auto ports = swarm::ports_of(bed.swarm, count);
  swarm::import_all(bed.swarm, *bed.store, ports);
  std::mt19937 random(std::random_device{}());
  for (int round = 0; round < 3; ++round) {
    // Some are on their way when it dies; some come and go while it is dead.
    for (const store::Key& key : ports) {
      if (random() % 2 == 0)
        bed.swarm.tell(bed.swarm.node_at(key.provider()), "replug " + key.port());
    }
    bed.redis.server().kill();
    for (const store::Key& key : ports) {
      if (random() % 4 == 0)
        bed.swarm.tell(bed.swarm.node_at(key.provider()), "replug " + key.port());
    }
    bed.redis.server().start();
    const auto are_all_imported = [&] {
      unsigned imports = 0;
      for (unsigned i = 0; i < bed.swarm.size(); ++i) imports += imports_of(bed.swarm, i);
      const store::Listing listing = bed.store->list();
      return imports == count && listing.entries.size() == count &&
             std::ranges::all_of(listing.entries, [](const store::Entry& it) {
               return it.status == store::Status::Imported;
             });
    };
    REQUIRE(nodes::until(are_all_imported, std::chrono::seconds(30)));
  }
  for (const store::Key& key : ports) CHECK(driver_of(bed.swarm, key) == "usbip-host");
  swarm::delete_all(bed.swarm, *bed.store, ports);
  for (const store::Key& key : ports) CHECK(driver_of(bed.swarm, key) == "usb");
}

}  // namespace

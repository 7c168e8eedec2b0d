// SPDX-License-Identifier: Apache-2.0
// What keeps a device from its master is told beside its entry, each with a sentence and a remedy
// of its own; and in the agent's status where it is the computer that lacks something.
#include <sys/socket.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "ddb/usbip/client.hpp"
#include "nodes.hpp"
#include "redis_server.hpp"

namespace {

using namespace ddb;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;
using nodes::Node;
using nodes::until;
using store::Key;
using store::Status;

constexpr const char* kMaster = "127.0.0.2";
constexpr const char* kProvider = "127.0.0.3";

// Two computers that are short of something.
class Pair {
 public:
  Pair() { REQUIRE(store_->add(key).is_done); }

  // What stands beside the entry, once it says this.
  std::string error_with(const std::string& part) {
    std::string error;
    until([&] {
      error = store_->get(key)->last_error;
      return error.find(part) != std::string::npos;
    });
    return error;
  }
  bool comes_to(Status status) {
    return until([&] { return store_->get(key)->status == status; });
  }
  void start() {
    master.start();
    provider.start();
  }
  store::Store& store() { return *store_; }
  std::uint16_t port() const { return port_; }

  const Key key{"dbus1", kMaster, "usbip", kProvider, "1-3"};

 private:
  Node::Options options_of(const char* address) const {
    Node::Options options;
    options.address = address;
    options.store_url = url_;
    options.run = folder_.path() / address;
    options.port = port_;
    options.times.first_pause = 20ms;
    return options;
  }

  nodes::Folder folder_;
  std::string url_ = "sqlite:" + (folder_.path() / "bus.db").string();
  std::uint16_t port_ = nodes::free_port();
  std::unique_ptr<store::Store> store_ = store::open(url_);

 public:
  Node master{options_of(kMaster)};
  Node provider{options_of(kProvider)};
};

TEST_CASE("no permission on the provider", "[refusals]") {
  Pair pair;
  pair.provider.kernel.is_writable = false;
  pair.provider.kernel.plug("1-3");
  pair.start();
  const std::string error = pair.error_with("Permission denied");
  CHECK_THAT(error, Contains("cannot take port 1-3 from the driver usb"));
  CHECK_THAT(error, Contains("run as root, or with a unit that may write to /sys"));
  pair.provider.kernel.is_writable = true;
  CHECK(pair.comes_to(Status::Imported));
}

TEST_CASE("no permission on the master", "[refusals]") {
  Pair pair;
  pair.master.kernel.is_writable = false;
  pair.provider.kernel.plug("1-3");
  pair.start();
  REQUIRE(until([&] { return pair.master.log.has("attach_failed", "Permission denied"); }));
  CHECK(pair.master.log.has("attach_failed", "cannot attach 1-3 to port 0"));
  CHECK(pair.master.log.has("attach_failed", "run as root, or with a unit that may write to /sys"));
  CHECK(until([&] { return pair.master.log.has("status", "Permission denied"); }));
  pair.master.kernel.is_writable = true;
  CHECK(pair.comes_to(Status::Imported));
}

TEST_CASE("no module on the master", "[refusals]") {
  Pair pair;
  pair.master.kernel.has_vhci = false;
  pair.provider.kernel.plug("1-3");
  pair.start();
  const std::string remedy = "run 'modprobe vhci_hcd'";
  REQUIRE(until([&] { return pair.master.log.has("status", remedy); }));
  CHECK(pair.master.log.has("attach_failed", "the kernel has no virtual USB controller"));
  CHECK(pair.master.log.has("problem", remedy));
  CHECK_THAT(pair.master.report().json, Contains("modprobe vhci_hcd"));
  pair.master.kernel.has_vhci = true;
  CHECK(pair.comes_to(Status::Imported));
}

TEST_CASE("no module on the provider", "[refusals]") {
  Pair pair;
  pair.provider.kernel.has_stub_driver = false;
  pair.provider.kernel.plug("1-3");
  pair.start();
  CHECK_THAT(pair.error_with("usbip-host"), Contains("run 'modprobe usbip_host'"));
  CHECK(pair.provider.log.has("problem", "run 'modprobe usbip_host'"));
}

TEST_CASE("a hub stays where it is", "[refusals]") {
  Pair pair;
  pair.provider.kernel.plug("1-3", {.device_class = "09"});
  pair.start();
  CHECK_THAT(pair.error_with("hub"), Contains("name the ports of the hub instead: 1-3.1"));
}

TEST_CASE("no free port of the device's speed", "[refusals]") {
  Pair pair;
  pair.master.kernel.ports_of_a_kind = 0;
  pair.provider.kernel.plug("1-3", {.speed = "5000"});
  pair.start();
  REQUIRE(until([&] { return pair.master.log.has("status", "no free SuperSpeed port for 1-3"); }));
  CHECK(pair.master.log.has("status", "free are 0 of 0 high-speed and 0 of 0 SuperSpeed"));
  CHECK(pair.master.log.has("status", "detach a device"));
}

TEST_CASE("nobody serves at the provider", "[refusals]") {
  Pair pair;
  pair.master.start();
  // Its agent is alive, and its port is another's.
  REQUIRE(pair.store().acquire_lease(kProvider, "somebody").is_done);
  REQUIRE(pair.store()
              .compare_and_set(pair.key, Status::Added, {Status::Exported, "", {}},
                               store::Mover::Provider)
              .is_done);
  CHECK_THAT(pair.error_with("nobody listens"),
             Contains("nobody listens at 127.0.0.3") && Contains("start ddb-agent on that node"));
}

// Speaks usbip as its version 1.0.6 did, at one address.
class OldServer {
 public:
  OldServer(const char* address, std::uint16_t port) {
    const auto at = usbip::resolve(address, port, usbip::Clock::now());
    usbip::Result<usbip::Socket> listener = usbip::listen_at(at->front());
    REQUIRE(listener);
    listener_ = std::move(*listener);
    thread_ = std::thread([this] { serve(); });
  }
  OldServer(const OldServer&) = delete;
  OldServer& operator=(const OldServer&) = delete;
  ~OldServer() {
    is_stopping_ = true;
    thread_.join();
  }

 private:
  void serve() const {
    while (!is_stopping_) {
      const usbip::Socket peer(accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
      if (peer.get() < 0) {
        std::this_thread::sleep_for(1ms);
        continue;
      }
      const std::vector<std::uint8_t> answer = {0x01, 0x06, 0x00, 0x03, 0, 0, 0, 0};
      static_cast<void>(usbip::send_all(peer.get(), answer, usbip::Clock::now() + 1s));
    }
  }

  usbip::Socket listener_;
  std::atomic<bool> is_stopping_{false};
  std::thread thread_;
};

TEST_CASE("usbip on the provider is too old", "[refusals]") {
  Pair pair;
  const OldServer server(kProvider, pair.port());
  pair.master.start();
  REQUIRE(pair.store().acquire_lease(kProvider, "somebody").is_done);
  REQUIRE(pair.store()
              .compare_and_set(pair.key, Status::Added, {Status::Exported, "", {}},
                               store::Mover::Provider)
              .is_done);
  const std::string error = pair.error_with("protocol");
  CHECK_THAT(error, Contains("both sides need usbip 2.0 or newer (protocol 1.1.1)"));
  CHECK(pair.comes_to(Status::Disconnected));
}

TEST_CASE("usbip of a client is too old", "[refusals]") {
  Pair pair;
  pair.provider.start();
  REQUIRE(until([&] { return pair.provider.log.has("lease_taken"); }));
  const auto socket = usbip::connect_to({kProvider, pair.port(), {}}, usbip::Clock::now() + 10s);
  REQUIRE(socket);
  const std::vector<std::uint8_t> request = {0x01, 0x06, 0x80, 0x03, 0, 0, 0, 0};
  REQUIRE(usbip::send_all(socket->get(), request, usbip::Clock::now() + 10s));
  CHECK(until([&] { return pair.provider.log.has("dropped", "both sides need usbip 2.0"); }));
}

TEST_CASE("the store can't be reached, and then it can", "[refusals]") {
  store::test::RedisServer server;
  server.kill();
  const nodes::Folder folder;
  Node::Options options;
  options.address = kProvider;
  options.store_url = server.url();
  options.run = folder.path();
  options.port = nodes::free_port();
  Node provider(options);
  CHECK_FALSE(provider.once());
  provider.start();
  REQUIRE(until([&] { return provider.log.has("store_lost", "see that redis-server runs"); }));
  CHECK_THAT(provider.report().json, Contains("see that redis-server runs"));
  server.start();
  CHECK(until([&] { return provider.log.has("store_back"); }));
  CHECK(until([&] { return provider.log.has("lease_taken"); }));
}

}  // namespace

// SPDX-License-Identifier: Apache-2.0
// Agents of two and more computers, over real sockets and a real store.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "ddb/usbip/client.hpp"
#include "nodes.hpp"
#include "redis_server.hpp"

namespace {

using namespace ddb;
using nodes::Node;
using nodes::until;
using store::Key;
using store::Status;
using namespace std::chrono_literals;

constexpr const char* kMaster = "127.0.0.2";
constexpr const char* kProvider = "127.0.0.3";
const Key kPort("dbus1", kMaster, "usbip", kProvider, "1-3");

// A store, a master and a provider; and every status that the port ever has.
class Bed {
 public:
  Bed() {
    watch_ = store_->watch();
    // From here on, nothing is missed.
    REQUIRE(until([&] { return watch_->readings() > 0; }));
    follower_ = std::thread([this] { follow(); });
  }
  Bed(const Bed&) = delete;
  Bed& operator=(const Bed&) = delete;
  ~Bed() {
    is_stopping_ = true;
    follower_.join();
  }

  std::optional<Status> status(const Key& key = kPort) {
    const auto entry = store_->get(key);
    if (!entry) return std::nullopt;
    return entry->status;
  }
  std::string error() { return store_->get(kPort)->last_error; }
  bool comes_to(std::optional<Status> expected, const Key& key = kPort) {
    return until([&] { return status(key) == expected; });
  }
  bool is_imported() {
    return status() == Status::Imported && master.kernel.vhci().size() == 1 &&
           provider.kernel.driver_of("1-3") == "usbip-host";
  }
  store::Store& store() { return *store_; }
  std::vector<std::string> history() const {
    const std::lock_guard lock(mutex_);
    return history_;
  }
  // All of it, when it has come to its last status.
  std::vector<std::string> history_to(const std::string& last) const {
    until([&] { return !history().empty() && history().back() == last; });
    return history();
  }
  Node::Options options_of(const char* address) const {
    Node::Options options;
    options.address = address;
    options.store_url = "sqlite:" + (folder_.path() / "bus.db").string();
    options.run = folder_.path() / address;
    options.port = port_;
    options.times.first_pause = 20ms;
    options.times.grace = 300ms;
    options.times.proof = 1s;
    return options;
  }
  std::uint16_t port() const { return port_; }
  const nodes::Folder& folder() const { return folder_; }

 private:
  void follow() {
    while (!is_stopping_) {
      for (const store::Change& change : watch_->wait(20ms)) {
        const std::lock_guard lock(mutex_);
        const std::string name =
            change.entry ? std::string(store::status_name(change.entry->status)) : "none";
        if (history_.empty() || history_.back() != name) history_.push_back(name);
      }
    }
  }

  nodes::Folder folder_;
  std::uint16_t port_ = nodes::free_port();
  std::unique_ptr<store::Store> store_ =
      store::open("sqlite:" + (folder_.path() / "bus.db").string());
  std::unique_ptr<store::Watch> watch_;
  std::atomic<bool> is_stopping_{false};
  mutable std::mutex mutex_;
  std::vector<std::string> history_;
  std::thread follower_;

 public:
  Node master{options_of(kMaster)};
  Node provider{options_of(kProvider)};
};

// The port is on the bus, and its device in use on the master.
void import_device(Bed& bed) {
  bed.master.start();
  bed.provider.start();
  bed.provider.kernel.plug("1-3");
  REQUIRE(bed.store().add(kPort).is_done);
  REQUIRE(until([&] { return bed.is_imported(); }));
}

TEST_CASE("add, plug, use, delete: the thesis's chapter A.2", "[agents]") {
  Bed bed;
  bed.master.start();
  bed.provider.start();
  REQUIRE(bed.store().add(kPort).is_done);
  CHECK(bed.status() == Status::Added);
  bed.provider.kernel.plug("1-3");
  REQUIRE(until([&] { return bed.is_imported(); }));
  const auto entry = bed.store().get(kPort);
  CHECK(entry->last_error.empty());
  REQUIRE(entry->device);
  CHECK(entry->device->vendor == "46f4");
  CHECK(entry->device->serial == "1-0000");

  REQUIRE(store::mark_to_delete(bed.store(), kPort).is_done);
  REQUIRE(bed.comes_to(std::nullopt));
  CHECK(bed.master.kernel.vhci().empty());
  CHECK(bed.provider.kernel.driver_of("1-3") == "usb");
  CHECK(bed.provider.kernel.match_list().empty());
  CHECK(bed.history_to("none") ==
        std::vector<std::string>{"ADDED", "EXPORTED", "IMPORTED", "TO_DELETE", "DELETED", "none"});
}

TEST_CASE("unplugged and plugged in again, it is there again", "[agents]") {
  Bed bed;
  import_device(bed);
  for (int i = 0; i < 3; ++i) {
    bed.provider.kernel.unplug("1-3");
    REQUIRE(bed.comes_to(Status::Added));
    CHECK(until([&] { return bed.master.kernel.vhci().empty(); }));
    bed.provider.kernel.plug("1-3", {.serial = std::to_string(i)});
    REQUIRE(until([&] { return bed.is_imported(); }));
    CHECK(bed.store().get(kPort)->device->serial == std::to_string(i));
  }
  // So quick that nobody sees it gone.
  bed.provider.kernel.unplug("1-3");
  bed.provider.kernel.plug("1-3", {.serial = "quick"});
  REQUIRE(until(
      [&] { return bed.is_imported() && bed.store().get(kPort)->device->serial == "quick"; }));
}

TEST_CASE("an agent that is killed changes nothing for those who use devices", "[agents]") {
  Bed bed;
  import_device(bed);
  const unsigned attaches = bed.master.kernel.attaches();
  for (Node* const node : {&bed.master, &bed.provider}) {
    node->stop();
    node->start();
    REQUIRE(until([&] { return node->log.has("lease_taken"); }));
    REQUIRE(node->report().json.find("IMPORTED") != std::string::npos);
  }
  CHECK(bed.is_imported());
  CHECK(bed.master.kernel.attaches() == attaches);
  CHECK(bed.history_to("IMPORTED") == std::vector<std::string>{"ADDED", "EXPORTED", "IMPORTED"});
}

TEST_CASE("what happens while an agent is away is caught up with", "[agents]") {
  Bed bed;
  import_device(bed);
  SECTION("the device is unplugged while the provider is away") {
    bed.provider.stop();
    bed.provider.kernel.unplug("1-3");
    bed.provider.start();
    CHECK(bed.comes_to(Status::Added));
  }
  SECTION("the port is deleted while both are away") {
    bed.provider.stop();
    bed.master.stop();
    REQUIRE(store::mark_to_delete(bed.store(), kPort).is_done);
    bed.provider.start();
    bed.master.start();
    CHECK(bed.comes_to(std::nullopt));
    CHECK(bed.provider.kernel.driver_of("1-3") == "usb");
    CHECK(bed.master.kernel.vhci().empty());
  }
  SECTION("the connection breaks while the master is away") {
    bed.master.stop();
    bed.master.kernel.cut_connections();
    bed.master.start();
    CHECK(until([&] { return bed.is_imported(); }));
  }
}

TEST_CASE("what nothing tells of is seen within a period", "[agents]") {
  Bed bed;
  for (Node* const node : {&bed.master, &bed.provider}) {
    Node::Options options = bed.options_of(node == &bed.master ? kMaster : kProvider);
    options.period = 200ms;
    node->become(options);
  }
  import_device(bed);
  // Past the history that watches follow.
  store::test::output_of({"sqlite3", "-cmd", ".timeout 5000",
                          (bed.folder().path() / "bus.db").string(), "DELETE FROM ports"});
  CHECK(until([&] { return bed.provider.kernel.driver_of("1-3") == "usb"; }));
  CHECK(until([&] { return bed.master.kernel.vhci().empty(); }));
}

// Only the master moves a port on from EXPORTED.
TEST_CASE("a device that goes while it is ready and its master away is given up by the master",
          "[agents]") {
  Bed bed;
  bed.provider.start();
  bed.provider.kernel.plug("1-3");
  REQUIRE(bed.store().add(kPort).is_done);
  REQUIRE(bed.comes_to(Status::Exported));
  bed.provider.kernel.unplug("1-3");
  bed.provider.stop();
  bed.provider.start();
  REQUIRE(until([&] { return bed.provider.report().json.find("nobody") != std::string::npos; }));
  CHECK(bed.status() == Status::Exported);
  bed.master.start();
  CHECK(bed.comes_to(Status::Added));
  bed.provider.kernel.plug("1-3");
  CHECK(until([&] { return bed.is_imported(); }));
  CHECK(bed.history_to("IMPORTED") == std::vector<std::string>{"ADDED", "EXPORTED", "DISCONNECTED",
                                                               "ADDED", "EXPORTED", "IMPORTED"});
}

TEST_CASE("attaches that the kernel loses are made again", "[agents]") {
  Bed bed;
  bed.master.kernel.lose_attaches(2);
  bed.master.kernel.set_slowness(3);
  import_device(bed);
  CHECK(bed.history_to("IMPORTED") == std::vector<std::string>{"ADDED", "EXPORTED", "IMPORTED"});
}

TEST_CASE("many ports are attached one after the other", "[agents]") {
  Bed bed;
  Node other(bed.options_of("127.0.0.4"));
  bed.master.kernel.set_slowness(2);
  std::vector<Key> keys;
  for (const char* const provider : {kProvider, "127.0.0.4"}) {
    for (int i = 1; i <= 4; ++i) {
      const std::string port = std::string("1-").append(std::to_string(i));
      keys.emplace_back("dbus1", kMaster, "usbip", provider, port);
      (provider == kProvider ? bed.provider : other).kernel.plug(port);
      REQUIRE(bed.store().add(keys.back()).is_done);
    }
  }
  bed.master.start();
  bed.provider.start();
  other.start();
  for (const Key& key : keys) CHECK(bed.comes_to(Status::Imported, key));
  CHECK(bed.master.kernel.vhci().size() == 8);
  CHECK(bed.master.kernel.overlapping_attaches() == 0);
}

TEST_CASE("no free port is told with the counts, and tried again", "[agents]") {
  Bed bed;
  bed.master.kernel.ports_of_a_kind = 1;
  bed.provider.kernel.plug("1-3");
  bed.provider.kernel.plug("1-4");
  const Key second("dbus1", kMaster, "usbip", kProvider, "1-4");
  REQUIRE(bed.store().add(kPort).is_done);
  bed.master.start();
  bed.provider.start();
  REQUIRE(until([&] { return bed.is_imported(); }));
  REQUIRE(bed.store().add(second).is_done);
  REQUIRE(until([&] { return bed.master.log.has("status", "no free high-speed port for 1-4"); }));
  CHECK(bed.master.log.has("attach_failed", "free are 0 of 1 high-speed and 1 of 1 SuperSpeed"));
  REQUIRE(store::mark_to_delete(bed.store(), kPort).is_done);
  CHECK(bed.comes_to(Status::Imported, second));
}

TEST_CASE("missing modules are told beside the status, until they are there", "[agents]") {
  Bed bed;
  bed.provider.kernel.has_stub_driver = false;
  bed.provider.kernel.plug("1-3");
  REQUIRE(bed.store().add(kPort).is_done);
  bed.master.start();
  bed.provider.start();
  REQUIRE(until([&] { return !bed.error().empty(); }));
  CHECK_THAT(bed.error(), Catch::Matchers::Contains("modprobe usbip_host"));
  CHECK(bed.provider.report().json.find("modprobe usbip_host") != std::string::npos);
  CHECK(bed.status() == Status::Added);
  bed.provider.kernel.has_stub_driver = true;
  CHECK(until([&] { return bed.is_imported(); }));
}

TEST_CASE("a port of a protocol that nobody speaks comes to rest, and can be deleted", "[agents]") {
  Bed bed;
  const Key foreign("dbus1", kMaster, "other", kProvider, "1-3");
  bed.provider.kernel.plug("1-3");
  REQUIRE(bed.store().add(foreign).is_done);
  bed.master.start();
  bed.provider.start();
  REQUIRE(until([&] { return !bed.store().get(foreign)->last_error.empty(); }));
  CHECK_THAT(bed.store().get(foreign)->last_error,
             Catch::Matchers::Contains("does not speak 'other', but 'usbip'"));
  CHECK(bed.provider.kernel.driver_of("1-3") == "usb");
  REQUIRE(store::mark_to_delete(bed.store(), foreign).is_done);
  CHECK(bed.comes_to(std::nullopt, foreign));
}

std::string answer_to(const char* from, std::uint16_t port, const char* busid) {
  const auto deadline = usbip::Clock::now() + 10s;
  const auto source = usbip::resolve(from, 0, usbip::Clock::now())->front();
  const auto socket = usbip::connect_to({kProvider, port, source}, deadline);
  REQUIRE(socket);
  const auto device =
      usbip::ask_for_import(*socket, *usbip::BusId::parse(busid), kProvider, deadline);
  return device ? "" : usbip::failure_kind_name(device.error().kind);
}

TEST_CASE("a port is served to its master only", "[agents]") {
  Bed bed;
  bed.provider.kernel.plug("1-3");
  bed.provider.kernel.plug("1-4");
  REQUIRE(bed.store().add(kPort).is_done);
  bed.provider.start();
  REQUIRE(bed.comes_to(Status::Exported));
  CHECK(answer_to("127.0.0.9", bed.port(), "1-3") == "refused");
  CHECK(until([&] {
    return bed.provider.log.has("refused", "belongs to the master 127.0.0.2, not to 127.0.0.9");
  }));
  CHECK(until([&] { return bed.provider.log.has("refused", "peer=127.0.0.9"); }));
  CHECK(answer_to(kMaster, bed.port(), "1-4") == "refused");
  CHECK(until([&] { return bed.provider.log.has("refused", "the port is on no bus: 1-4"); }));
  // Without an agent that holds the master's lease, nobody is the master.
  CHECK(answer_to(kMaster, bed.port(), "1-3") == "refused");
  CHECK(until(
      [&] { return bed.provider.log.has("refused", "lease of the master 127.0.0.2 has ended"); }));
  CHECK(bed.provider.kernel.driver_of("1-4") == "usb");

  const auto list = usbip::ask_for_list(
      *usbip::connect_to({kProvider, bed.port(), {}}, usbip::Clock::now() + 10s), kProvider,
      usbip::Clock::now() + 10s);
  REQUIRE(list);
  CHECK(list->devices.empty());

  bed.master.start();
  REQUIRE(until([&] { return bed.is_imported(); }));
  // The provider hears of it a little later; until then, its master may ask again.
  REQUIRE(until([&] { return bed.provider.report().json.find("IMPORTED") != std::string::npos; }));
  CHECK(answer_to(kMaster, bed.port(), "1-3") == "refused");
  CHECK(until([&] {
    return bed.provider.log.has("refused", "the port is not EXPORTED: 1-3 is IMPORTED");
  }));
  CHECK(bed.is_imported());
}

TEST_CASE("--once does what there is to do, and ends", "[agents]") {
  Bed bed;
  bed.provider.kernel.plug("1-3");
  REQUIRE(bed.store().add(kPort).is_done);
  CHECK(bed.provider.once());
  CHECK(bed.status() == Status::Exported);
  // Nobody serves: the provider is not there any more.
  CHECK_FALSE(bed.master.once());
  CHECK(bed.status() == Status::Disconnected);
  bed.provider.start();
  REQUIRE(bed.comes_to(Status::Exported));
  CHECK(bed.master.once());
  CHECK(bed.is_imported());
}

TEST_CASE("two agents of one node do not fight", "[agents]") {
  Bed bed;
  bed.provider.start();
  REQUIRE(until([&] { return bed.provider.log.has("lease_taken"); }));
  const store::LeaseAttempt attempt = bed.store().acquire_lease(kProvider, "another");
  CHECK_FALSE(attempt.is_done);
  bed.provider.stop();
  const store::LeaseAttempt ended = bed.store().acquire_lease(kMaster, "another");
  REQUIRE(ended.is_done);
  bed.master.start();
  REQUIRE(until([&] { return bed.master.log.has("lease_refused", "holder=another"); }));
  bed.store().release_lease(ended.lease);
  CHECK(until([&] { return bed.master.log.has("lease_taken"); }));
}

TEST_CASE("an agent shows what it knows", "[agents]") {
  Bed bed;
  bed.provider.kernel.plug("1-3");
  REQUIRE(bed.store().add(kPort).is_done);
  bed.master.start();
  bed.provider.start();
  REQUIRE(until([&] { return bed.is_imported(); }));
  REQUIRE(until([&] {
    return bed.master.report().metrics.find("ddb_agent_ports{status=\"IMPORTED\"} 1") !=
           std::string::npos;
  }));
  const agent::Report report = bed.master.report();
  CHECK_THAT(report.json, Catch::Matchers::Contains("\"vhci_port\":0"));
  CHECK_THAT(report.metrics, Catch::Matchers::Contains("ddb_agent_attaches_total 1"));
  CHECK_THAT(report.metrics, Catch::Matchers::Contains("ddb_agent_store_up 1"));
  CHECK_THAT(bed.provider.report().json, Catch::Matchers::Contains("\"holder\":\"remote\""));
}

}  // namespace

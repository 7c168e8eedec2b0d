// SPDX-License-Identifier: Apache-2.0
// Whole agents with what 'ddb-agent ca' makes for them: certificates, lists of revoked ones in the
// store, users of a Redis server that may do what a node does and no more, and a hook.
#include <sys/stat.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "ddb/agent/program_hook.hpp"
#include "ddb/ca/authority.hpp"
#include "ddb/store/redis_acl.hpp"
#include "ddb/tls/credentials.hpp"
#include "nodes.hpp"
#include "redis_server.hpp"

namespace {

namespace fs = std::filesystem;
using namespace ddb;
using nodes::Node;
using nodes::until;
using store::Key;
using store::Status;
using namespace std::chrono_literals;
using Words = std::vector<std::string>;

constexpr const char* kMaster = "127.0.0.2";
constexpr const char* kProvider = "127.0.0.3";
constexpr const char* kBad = "127.0.0.9";
const Key kPort("dbus1", kMaster, "usbip", kProvider, "1-3");

// A cluster: its authority, its store with a user for each, and two nodes.
struct Cluster {
  explicit Cluster(agent::Hook hook = {}) {
    add_user("operator", store::redis_rules_of_operator());
    for (const char* const node : {kMaster, kProvider, kBad}) {
      authority.issue(node);
      add_user(node, store::redis_rules_of_node(node));
    }
    server.cli({"acl", "setuser", "default", "off"});
    operators = store::open(url_of("operator"));
    static_cast<void>(operators->list());
    master.emplace(options_of(kMaster, {}));
    provider.emplace(options_of(kProvider, std::move(hook)));
    provider->kernel.plug("1-3");
  }

  void add_user(const std::string& name, const Words& rules) const {
    Words words = {"acl", "setuser", name, "reset", "on", ">secret"};
    words.insert(words.end(), rules.begin(), rules.end());
    REQUIRE(server.cli(words) == "OK");
  }
  std::string url_of(const std::string& user) const {
    return "redis://" + user + ":secret@127.0.0.1:" + std::to_string(server.port());
  }
  // What the server says to a node that writes commands of its own.
  std::string raw(const std::string& user, const Words& words) const {
    Words all = {"--user", user, "--pass", "secret", "--no-auth-warning"};
    all.insert(all.end(), words.begin(), words.end());
    return server.cli(all);
  }

  Node::Options options_of(const std::string& address, agent::Hook hook) const {
    const fs::path its = authority.folder_of(address);
    tls::CredentialsOptions options;
    options.kernel_keys = [] { return tls::KernelKeys{true, true}; };
    auto opened = tls::Credentials::open(its, address, options);
    REQUIRE(opened);
    const std::shared_ptr<tls::Credentials> credentials = *opened;
    Node::Options node;
    node.address = address;
    node.store_url = url_of(address);
    node.run = folder.path() / address;
    node.port = port;
    node.times.first_pause = 20ms;
    node.times.longest_pause = 200ms;
    node.times.grace = 300ms;
    node.credentials = credentials;
    node.hook = std::move(hook);
    node.revocations = agent::RevocationOptions{
        its / "ca.crt", its / "ca.crl", folder.path() / (address + ".pem"),
        [credentials](const std::string& pem) {
          return credentials->set_revocations(pem) ? std::string() : std::string("refused");
        }};
    return node;
  }

  void start() {
    master->start();
    provider->start();
    REQUIRE(operators->add(kPort).is_done);
  }
  bool is_imported() const {
    const auto now = operators->get(kPort);
    return now && now->status == Status::Imported && master->kernel.vhci().size() == 1;
  }
  bool comes_to_be_imported() const {
    return until([&] { return is_imported(); });
  }
  void publish() const {
    operators->publish({authority.revocations_number(), authority.revocations()});
  }

  nodes::Folder folder;
  ca::Authority authority = ca::Authority::init(folder.path() / "ca");
  store::test::RedisServer server;
  std::uint16_t port = nodes::free_port();
  std::unique_ptr<store::Store> operators;
  std::optional<Node> master;
  std::optional<Node> provider;
};

}  // namespace

TEST_CASE("all that agents do goes with the rights that a node has", "[trust]") {
  Cluster cluster;
  cluster.start();
  REQUIRE(cluster.comes_to_be_imported());
  CHECK(until([&] { return cluster.provider->log.has("served", "node=127.0.0.2"); }));
  // Plugged anew, unplugged, an agent that is killed, and the whole way out.
  cluster.provider->kernel.unplug("1-3");
  REQUIRE(until([&] { return cluster.operators->get(kPort)->status == Status::Added; }));
  cluster.provider->kernel.plug("1-3");
  REQUIRE(cluster.comes_to_be_imported());
  cluster.master->stop();
  cluster.master->start();
  REQUIRE(cluster.comes_to_be_imported());
  REQUIRE(store::mark_to_delete(*cluster.operators, kPort).is_done);
  CHECK(until([&] { return !cluster.operators->get(kPort); }));
  CHECK(until([&] { return cluster.provider->kernel.driver_of("1-3") == "usb"; }));
  CHECK(cluster.operators->list().entries.empty());
  for (const auto* const node : {&*cluster.master, &*cluster.provider}) {
    CHECK_FALSE(node->log.has("store_lost"));
  }
}

TEST_CASE("revoking a node detaches what it has and keeps it out", "[trust]") {
  Cluster cluster;
  cluster.start();
  REQUIRE(cluster.comes_to_be_imported());
  SECTION("the master") {
    cluster.authority.revoke(kMaster);
    cluster.publish();
    CHECK(until([&] { return cluster.provider->log.has("revocations", "nodes=127.0.0.2"); }));
    CHECK(until([&] { return cluster.master->kernel.vhci().empty(); }));
    CHECK(until([&] { return cluster.provider->log.has("dropped", "reason=revoked"); }));
    CHECK_FALSE(cluster.is_imported());
    // Nor after the provider was started again, with a store that has forgotten the list.
    cluster.provider->stop();
    CHECK(cluster.raw("operator", {"del", "ddb/revocations"}) == "1");
    cluster.provider.emplace(cluster.options_of(kProvider, {}));
    cluster.provider->kernel.plug("1-3");
    cluster.provider->start();
    CHECK(until([&] { return cluster.provider->log.has("dropped", "reason=revoked"); }));
    CHECK_FALSE(cluster.is_imported());
    // With a new certificate and key, it is one of them again.
    cluster.authority.issue(kMaster);
    CHECK(cluster.comes_to_be_imported());
  }
  SECTION("the provider") {
    cluster.authority.revoke(kProvider);
    cluster.publish();
    CHECK(until([&] { return cluster.master->log.has("revocations", "nodes=127.0.0.3"); }));
    CHECK(until([&] { return cluster.master->kernel.vhci().empty(); }));
    CHECK(until([&] { return cluster.master->log.has("attach_failed", "reason=revoked"); }));
    CHECK_FALSE(cluster.is_imported());
  }
  SECTION("one who has nothing of theirs") {
    cluster.authority.revoke(kBad);
    cluster.publish();
    CHECK(until([&] { return cluster.master->log.has("revocations", "nodes=127.0.0.9"); }));
    CHECK(cluster.is_imported());
    CHECK(cluster.master->kernel.attaches() == 1);
  }
}

TEST_CASE("a node that lies to the store gets no device", "[trust]") {
  Cluster cluster;
  cluster.provider->kernel.plug("1-7");
  cluster.start();
  REQUIRE(cluster.comes_to_be_imported());
  // It says that the port was given to it, and that the provider has exported it.
  const std::string wanted = std::string("evil:") + kBad + ":usbip:" + kProvider + ":1-7";
  for (const char* const status : {"ADDED", "EXPORTED", "TO_DELETE"}) {
    CHECK(cluster.raw(kBad, {"set", wanted, status}) == "OK");
    for (const char* const stream : {"ddb/changes", "ddb/changes/127.0.0.3"}) {
      static_cast<void>(cluster.raw(
          kBad, {"xadd", stream, std::to_string(1000 + status[0]) + "-0", "mark", "x", "key",
                 wanted, "was", "", "status", status, "since", "1", "error", ""}));
    }
    // Nor does it end what others have.
    static_cast<void>(cluster.raw(
        kBad,
        {"xadd", "ddb/changes/127.0.0.3", std::to_string(2000 + status[0]) + "-0", "mark", "y",
         "key", kPort.text(), "was", "IMPORTED", "status", status, "since", "1", "error", ""}));
  }
  // An honest change comes after the lies, so those have been looked at.
  const Key other("dbus1", kMaster, "usbip", kProvider, "1-4");
  cluster.provider->kernel.plug("1-4");
  REQUIRE(cluster.operators->add(other).is_done);
  REQUIRE(
      until([&] { return cluster.master->kernel.vhci().size() == 2; }, std::chrono::seconds(60)));
  CHECK(cluster.provider->kernel.driver_of("1-7") == "usb");
  CHECK(cluster.operators->get(kPort)->status == Status::Imported);
  CHECK_FALSE(cluster.provider->log.has("bound", "1-7"));
  CHECK_FALSE(cluster.provider->log.has("released", "1-7"));
}

TEST_CASE("a program has the last word, and the log says who, what and why", "[trust]") {
  const nodes::Folder folder;
  const fs::path program = folder.path() / "authorize";
  const auto write = [&](const std::string& script) {
    std::ofstream(program.string() + ".new") << "#!/bin/sh\n" << script << "\n";
    chmod((program.string() + ".new").c_str(), 0755);
    fs::rename(program.string() + ".new", program);
  };
  write("echo 'no storage for you'; exit 1");
  Cluster cluster(agent::program_hook({program}));
  cluster.start();
  REQUIRE(until([&] {
    return cluster.provider->log.has("refused", "says no with status 1: no storage for you") &&
           cluster.provider->log.has("refused", "port=1-3 device=") &&
           cluster.provider->log.has("refused", "node=127.0.0.2 reason=hook");
  }));
  CHECK_FALSE(cluster.is_imported());
  // The device is still there for whom the hook lets have it.
  write("cat >\"${0%/*}/question\"");
  CHECK(cluster.comes_to_be_imported());
  CHECK(until([&] { return cluster.provider->log.has("served", "as the hook allows"); }));
  std::ifstream question(folder.path() / "question");
  std::string text;
  std::getline(question, text);
  CHECK(text.find("\"port\":\"1-3\",\"master\":\"127.0.0.2\",\"provider\":\"127.0.0.3\"") !=
        std::string::npos);
}

TEST_CASE("a device that was swapped while the hook thought is asked about anew", "[trust]") {
  std::atomic<int> questions{0};
  std::atomic<bool> may_answer{false};
  // The hook lets go whatever it is asked about first, and nothing else.
  Cluster cluster([&](const agent::HookQuestion& question) -> std::string {
    if (question.serial == "SWAPPED") return "not this one";
    ++questions;
    until([&] { return may_answer.load(); });
    return "";
  });
  cluster.start();
  REQUIRE(until([&] { return questions > 0; }));
  fake::Device other;
  other.serial = "SWAPPED";
  cluster.provider->kernel.swap("1-3", other);
  may_answer = true;
  CHECK(until([&] { return cluster.provider->log.has("refused", "not this one"); }));
  CHECK_FALSE(cluster.is_imported());
}

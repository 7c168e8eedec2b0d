// SPDX-License-Identifier: Apache-2.0
// Agents that know each other by certificates, over real sockets and a real store. The kernel that
// runs tests has no TLS, so connections are clear after the handshake (see pair.hpp); what the
// kernel does with its keys is shown by tests/bridges/agent/machines.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "authority.hpp"
#include "ddb/tls/handshake.hpp"
#include "ddb/usbip/client.hpp"
#include "nodes.hpp"
#include "traffic.hpp"

namespace {

using namespace ddb;
using certificates::Authority;
using certificates::Issued;
using nodes::Node;
using nodes::until;
using store::Key;
using store::Status;
using tls::Credentials;
using namespace std::chrono_literals;

constexpr const char* kMaster = "127.0.0.2";
constexpr const char* kProvider = "127.0.0.3";
constexpr const char* kOther = "127.0.0.9";
const Key kPort("dbus1", kMaster, "usbip", kProvider, "1-3");

// A node's files and what is read from them.
struct Papers {
  Papers(Authority& authority, const char* node)
      : issued(authority.issue_for(node)), folder(authority, issued) {
    tls::CredentialsOptions options;
    options.kernel_keys = [] { return tls::KernelKeys{true, true}; };
    auto opened = Credentials::open(folder.path(), node, options);
    if (!opened) throw std::runtime_error(opened.error().text());
    credentials = *opened;
  }
  Issued issued;
  certificates::NodeFolder folder;
  std::shared_ptr<Credentials> credentials;
};

struct Bed {
  explicit Bed(agent::Hook hook = {}, std::uint64_t key_limit = std::uint64_t{256} << 30U)
      : master(options_of(kMaster, &master_papers, {}, key_limit)),
        provider(options_of(kProvider, &provider_papers, std::move(hook), key_limit)) {
    provider.kernel.plug("1-3");
  }

  Node::Options options_of(const char* address, const Papers* papers, agent::Hook hook = {},
                           std::uint64_t key_limit = std::uint64_t{256} << 30U) const {
    Node::Options options;
    options.address = address;
    options.store_url = "sqlite:" + (folder.path() / "bus.db").string();
    options.run = folder.path() / address;
    options.port = port;
    options.times.first_pause = 20ms;
    options.times.longest_pause = 200ms;
    options.times.grace = 300ms;
    if (papers != nullptr) options.credentials = papers->credentials;
    options.hook = std::move(hook);
    options.key_limit = key_limit;
    return options;
  }

  void start() {
    master.start();
    provider.start();
    REQUIRE(store->add(kPort).is_done);
  }
  std::optional<store::Entry> entry() const { return store->get(kPort); }
  bool is_imported() const {
    const auto now = entry();
    return now && now->status == Status::Imported && master.kernel.vhci().size() == 1;
  }
  bool comes_to_be_imported() const {
    return until([&] { return is_imported(); });
  }
  bool comes_to_error(const std::string& part) const {
    return until([&] {
      const auto now = entry();
      return now && now->last_error.find(part) != std::string::npos;
    });
  }

  Authority authority;
  Papers master_papers{authority, kMaster};
  Papers provider_papers{authority, kProvider};
  nodes::Folder folder;
  std::uint16_t port = nodes::free_port();
  std::unique_ptr<store::Store> store =
      store::open("sqlite:" + (folder.path() / "bus.db").string());
  Node master;
  Node provider;
};

// A caller with a certificate, who asks for a port: what comes of it.
std::string answer_to(const Papers& papers, const Bed& bed, const char* busid) {
  const auto deadline = usbip::Clock::now() + 10s;
  const auto socket = usbip::connect_to({kProvider, bed.port, {}}, deadline);
  REQUIRE(socket);
  const auto identity = tls::handshake(papers.credentials, socket->get(), tls::Role::Master,
                                       {kProvider, false}, deadline);
  if (!identity) return std::string(tls::text_of(identity.error().reason).name);
  const auto device =
      usbip::ask_for_import(*socket, *usbip::BusId::parse(busid), kProvider, deadline);
  return device ? "" : usbip::failure_kind_name(device.error().kind);
}

TEST_CASE("an import between nodes that know each other", "[secure]") {
  Bed bed;
  bed.start();
  REQUIRE(bed.comes_to_be_imported());
  CHECK(bed.entry()->protection.starts_with("tls1."));
  CHECK(until(
      [&] { return bed.provider.log.has("served", "node=127.0.0.2 reason= protection=tls1."); }));
  const agent::Report report = bed.master.report();
  CHECK(report.json.find("\"protection\":\"tls1.") != std::string::npos);
  const auto end = std::chrono::duration_cast<std::chrono::seconds>(
      bed.master_papers.credentials->own_end().time_since_epoch());
  CHECK(report.json.find("\"certificate_end_ms\":" + std::to_string(end.count()) + "000") !=
        std::string::npos);
  CHECK(report.metrics.find("\nddb_agent_certificate_end_seconds " + std::to_string(end.count()) +
                            "\n") != std::string::npos);
  REQUIRE(store::mark_to_delete(*bed.store, kPort).is_done);
  CHECK(until([&] { return !bed.entry(); }));
  CHECK(bed.provider.kernel.driver_of("1-3") == "usb");
}

TEST_CASE("whoever may not have a device is refused, and its master has it", "[secure]") {
  Bed bed;
  const Papers other(bed.authority, kOther);
  bed.provider.kernel.plug("1-4");
  bed.provider.start();
  REQUIRE(bed.store->add(kPort).is_done);
  REQUIRE(until([&] { return bed.entry()->status == Status::Exported; }));

  SECTION("another node of the cluster") {
    CHECK(answer_to(other, bed, "1-3") == "refused");
    CHECK(until(
        [&] { return bed.provider.log.has("refused", "node=127.0.0.9 reason=other_master"); }));
  }
  SECTION("the master, for another port") {
    CHECK(answer_to(bed.master_papers, bed, "1-4") == "refused");
    CHECK(until([&] { return bed.provider.log.has("refused", "reason=no_port"); }));
  }
  SECTION("the master, without an agent") {
    CHECK(answer_to(bed.master_papers, bed, "1-3") == "refused");
    CHECK(until([&] { return bed.provider.log.has("refused", "reason=no_lease"); }));
  }
  SECTION("plain usbip, from the master's address") {
    const auto deadline = usbip::Clock::now() + 10s;
    const auto source = usbip::resolve(kMaster, 0, usbip::Clock::now())->front();
    const auto socket = usbip::connect_to({kProvider, bed.port, source}, deadline);
    REQUIRE(socket);
    CHECK_FALSE(usbip::ask_for_import(*socket, *usbip::BusId::parse("1-3"), kProvider, deadline));
    CHECK(until([&] { return bed.provider.log.has("dropped", "reason=plain_usbip"); }));
  }
  SECTION("a node of another cluster") {
    Authority elsewhere;
    const Papers stranger(elsewhere, kMaster);
    CHECK_FALSE(answer_to(stranger, bed, "1-3").empty());
    CHECK(until([&] { return bed.provider.log.has("dropped", "reason="); }));
  }
  SECTION("half a handshake") {
    {
      const auto socket = usbip::connect_to({kProvider, bed.port, {}}, usbip::Clock::now() + 10s);
      tls::Handshake handshake(bed.master_papers.credentials, socket->get(), tls::Role::Master);
      REQUIRE(handshake.step());
    }
    CHECK(until([&] { return bed.provider.log.has("dropped", "reason=hung_up"); }));
  }
  CHECK(bed.provider.kernel.driver_of("1-4") == "usb");
  bed.master.start();
  CHECK(bed.comes_to_be_imported());
}

TEST_CASE("a provider that is another node gets nothing from a master", "[secure]") {
  Bed bed;
  const Papers other(bed.authority, kOther);
  // It has the provider's address, and a certificate of the cluster's, but not the provider's.
  Node impostor(bed.options_of(kProvider, &other));
  impostor.kernel.plug("1-3");
  impostor.start();
  bed.master.start();
  REQUIRE(bed.store->add(kPort).is_done);
  REQUIRE(bed.comes_to_error("its certificate is another node's"));
  CHECK(bed.master.log.has("attach_failed", "reason=other_node"));
  CHECK(bed.master.kernel.vhci().empty());
  impostor.stop();
  bed.provider.start();
  CHECK(bed.comes_to_be_imported());
}

TEST_CASE("a clear agent and one with certificates do not come together", "[secure]") {
  Bed bed;
  Node clear(bed.options_of(kProvider, nullptr));
  clear.kernel.plug("1-3");
  clear.start();
  bed.master.start();
  REQUIRE(bed.store->add(kPort).is_done);
  REQUIRE(bed.comes_to_error("ended the connection in the middle of the handshake"));
  CHECK(bed.master.kernel.vhci().empty());
}

TEST_CASE("a revoked node loses what it has and is kept out", "[secure]") {
  Bed bed;
  bed.start();
  REQUIRE(bed.comes_to_be_imported());
  SECTION("the master, at the provider") {
    REQUIRE(bed.provider_papers.credentials->set_revocations(
        bed.authority.revoke({bed.master_papers.issued.serial}, 1)));
    REQUIRE(until([&] {
      return bed.provider.log.has("taken_back", "the certificate of 127.0.0.2 was revoked");
    }));
    CHECK(until([&] { return bed.master.kernel.vhci().empty(); }));
    CHECK(until([&] { return bed.provider.log.has("dropped", "reason=revoked"); }));
    CHECK(until([&] { return bed.master.log.has("attach_failed", "reason=refused_by_peer"); }));
    CHECK_FALSE(bed.is_imported());
    // Another certificate lets it in again.
    bed.master_papers.folder.write(bed.authority, bed.authority.issue_for(kMaster));
    CHECK(bed.comes_to_be_imported());
  }
  SECTION("the provider, at the master, by its file") {
    bed.master_papers.folder.write("ca.crl",
                                   bed.authority.revoke({bed.provider_papers.issued.serial}, 1));
    REQUIRE(until([&] {
      return bed.master.log.has("detached", "the certificate of 127.0.0.3 was revoked");
    }));
    CHECK(until([&] { return bed.master.kernel.vhci().empty(); }));
    CHECK(until([&] { return bed.master.log.has("attach_failed", "reason=revoked"); }));
    CHECK_FALSE(bed.is_imported());
  }
}

TEST_CASE("what an agent knew of its connections outlives it", "[secure]") {
  Bed bed;
  bed.start();
  REQUIRE(bed.comes_to_be_imported());
  const auto attaches = bed.master.kernel.attaches();
  bed.master.stop();
  bed.provider.stop();
  SECTION("all may go on") {
    bed.master.start();
    bed.provider.start();
    REQUIRE(until(
        [&] { return bed.master.report().json.find("\"is_working\":true") != std::string::npos; }));
    CHECK(bed.is_imported());
    CHECK(bed.master.kernel.attaches() == attaches);
  }
  SECTION("revoked meanwhile, at the provider") {
    bed.provider_papers.folder.write("ca.crl",
                                     bed.authority.revoke({bed.master_papers.issued.serial}, 1));
    bed.provider.start();
    bed.master.start();
    CHECK(until([&] { return bed.provider.log.has("taken_back", "was revoked"); }));
  }
  SECTION("revoked meanwhile, at the master") {
    bed.master_papers.folder.write("ca.crl",
                                   bed.authority.revoke({bed.provider_papers.issued.serial}, 1));
    bed.master.start();
    bed.provider.start();
    CHECK(until([&] { return bed.master.log.has("detached", "was revoked"); }));
  }
}

TEST_CASE("what was clear is made anew with certificates", "[secure]") {
  Bed bed;
  fake::Kernel& kernel = bed.master.kernel;
  // Both agents as they were started at first.
  auto clear_master = bed.options_of(kMaster, nullptr);
  auto clear_provider = bed.options_of(kProvider, nullptr);
  bed.master.become(clear_master);
  bed.provider.become(clear_provider);
  bed.start();
  REQUIRE(bed.comes_to_be_imported());
  CHECK(bed.entry()->protection == "clear");
  CHECK(kernel.attaches() == 1);
  bed.master.stop();
  bed.provider.stop();
  bed.master.become(bed.options_of(kMaster, &bed.master_papers));
  bed.provider.become(bed.options_of(kProvider, &bed.provider_papers));
  bed.master.start();
  bed.provider.start();
  REQUIRE(until([&] {
    const auto entry = bed.entry();
    return entry && entry->protection.starts_with("tls1.");
  }));
  CHECK(bed.comes_to_be_imported());
}

TEST_CASE("a renewed certificate disturbs nobody", "[secure]") {
  Bed bed;
  bed.start();
  REQUIRE(bed.comes_to_be_imported());
  const auto revision = bed.entry()->revision;
  bed.provider_papers.folder.write(bed.authority, bed.authority.issue_for(kProvider));
  bed.master_papers.folder.write(bed.authority, bed.authority.issue_for(kMaster));
  REQUIRE(until([&] { return !bed.master_papers.credentials->refresh(); }));
  CHECK(bed.master.report().json.find("\"is_working\":true") != std::string::npos);
  CHECK(bed.entry()->revision == revision);
  // The next one is made with it.
  bed.provider.kernel.unplug("1-3");
  REQUIRE(until([&] { return bed.entry()->status == Status::Added; }));
  bed.provider.kernel.plug("1-3");
  CHECK(bed.comes_to_be_imported());
}

TEST_CASE("keys that are used up are replaced by some that last", "[secure]") {
  Bed bed({}, 500);
  bed.start();
  // The handshake alone is more than that, so this comes at once where keys wear out.
  REQUIRE(until([&] {
    const auto entry = bed.entry();
    return entry && entry->protection.find("CHACHA20") != std::string::npos;
  }));
  if (bed.master.log.has("status", "GCM")) CHECK(bed.master.log.has("detached"));
  CHECK(bed.comes_to_be_imported());
}

TEST_CASE("the hook has the last word", "[secure]") {
  std::mutex mutex;
  std::vector<agent::HookQuestion> questions;
  std::string answer;
  const auto hook = [&](const agent::HookQuestion& question) {
    const std::lock_guard lock(mutex);
    questions.push_back(question);
    if (answer == "throw") throw std::runtime_error("it has no program");
    return answer;
  };
  const auto set_answer = [&](const char* text) {
    const std::lock_guard lock(mutex);
    answer = text;
  };
  SECTION("yes") {
    Bed bed(hook);
    bed.start();
    REQUIRE(bed.comes_to_be_imported());
    const std::lock_guard lock(mutex);
    REQUIRE(questions.size() == 1);
    const agent::HookQuestion& it = questions.front();
    CHECK(it.port == "1-3");
    CHECK(it.master == kMaster);
    CHECK(it.provider == kProvider);
    CHECK(it.vendor.size() == 4);
    CHECK(it.device_class == "00");
    CHECK(it.interfaces == std::vector<std::string>{"08:06:50"});
  }
  SECTION("no, and later yes") {
    set_answer("not on a Sunday");
    Bed bed(hook);
    bed.start();
    REQUIRE(until([&] {
      return bed.provider.log.has("refused", "the authorisation hook said no: not on a Sunday");
    }));
    CHECK(bed.provider.log.has("refused", "reason=hook"));
    CHECK(bed.master.kernel.vhci().empty());
    set_answer("");
    CHECK(bed.comes_to_be_imported());
  }
  SECTION("one that fails has not said yes") {
    set_answer("throw");
    Bed bed(hook);
    bed.start();
    CHECK(until([&] { return bed.provider.log.has("refused", "it has no program"); }));
    CHECK(bed.master.kernel.vhci().empty());
  }
}

TEST_CASE("a slow hook holds up nobody else", "[secure]") {
  std::atomic<bool> may_answer{false};
  const auto hook = [&](const agent::HookQuestion& question) -> std::string {
    if (question.port == "1-3") until([&] { return may_answer.load(); });
    return "";
  };
  Bed bed(hook);
  const Key quick("dbus2", kOther, "usbip", kProvider, "1-4");
  const Papers other_papers(bed.authority, kOther);
  Node other(bed.options_of(kOther, &other_papers));
  bed.provider.kernel.plug("1-4");
  other.start();
  bed.start();
  REQUIRE(bed.store->add(quick).is_done);
  CHECK(until([&] {
    const auto entry = bed.store->get(quick);
    return entry && entry->status == Status::Imported;
  }));
  CHECK_FALSE(bed.is_imported());
  may_answer = true;
  CHECK(bed.comes_to_be_imported());
}

TEST_CASE("a hook may take its time, and its master has other providers meanwhile", "[secure]") {
  std::atomic<int> asked{0};
  const auto hook = [&](const agent::HookQuestion&) -> std::string {
    ++asked;
    const auto end = usbip::Clock::now() + 2500ms;
    until([&] { return usbip::Clock::now() > end; });
    return "";
  };
  Bed bed(hook);
  const Papers other_papers(bed.authority, kOther);
  Node other(bed.options_of(kOther, &other_papers));
  other.kernel.plug("1-4");
  other.start();
  bed.start();
  REQUIRE(until([&] { return asked > 0; }));
  const Key quick("dbus1", kMaster, "usbip", kOther, "1-4");
  REQUIRE(bed.store->add(quick).is_done);
  REQUIRE(until([&] { return bed.store->get(quick)->status == Status::Imported; }));
  CHECK(bed.entry()->status == Status::Exported);
  REQUIRE(until([&] { return bed.entry()->status == Status::Imported; }));
  CHECK(asked == 1);
}

TEST_CASE("what a connection carried is counted", "[secure]") {
  const auto any = usbip::resolve("127.0.0.1", 0, usbip::Clock::now())->front();
  const auto listener = usbip::listen_at(any);
  REQUIRE(listener);
  const auto port = usbip::Endpoint::local_of(listener->get()).port();
  const auto socket = usbip::connect_to({"127.0.0.1", port, {}}, usbip::Clock::now() + 10s);
  REQUIRE(socket);
  const auto local = usbip::Endpoint::local_of(socket->get());
  const auto peer = usbip::Endpoint::peer_of(socket->get());
  const auto before = agent::traffic_of(local, peer);
  if (!before) {
    WARN("this kernel does not count (tcp_diag)");
    return;
  }
  CHECK(before->most() == 0);
  const std::vector<std::uint8_t> bytes(1000);
  REQUIRE(usbip::send_all(socket->get(), bytes, usbip::Clock::now() + 10s));
  CHECK(until([&] { return agent::traffic_of(local, peer)->sent == 1000; }));
  CHECK(until([&] { return agent::traffic_of(peer, local)->received == 1000; }));
  CHECK_FALSE(agent::traffic_of(local, local.with_port(1)));
  CHECK_FALSE(agent::traffic_of({}, peer));
}

// ---- hostile clients ----

std::size_t descriptors() {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {}));
}

// Of this process, in KiB.
long resident() {
  std::ifstream file("/proc/self/statm");
  long all = 0;
  long pages = 0;
  file >> all >> pages;
  return pages * 4;
}

class Child {
 public:
  explicit Child(std::vector<std::string> words) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    if (posix_spawn(&pid_, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0) {
      pid_ = -1;
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (pid_ > 0 && !is_over()) {
      kill(pid_, SIGKILL);
      waitpid(pid_, nullptr, 0);
    }
  }
  bool is_over() {
    if (!status_ && pid_ > 0) {
      int status = 0;
      if (waitpid(pid_, &status, WNOHANG) == pid_) status_ = status;
    }
    return pid_ <= 0 || status_.has_value();
  }
  int exit_status() const { return status_ && WIFEXITED(*status_) ? WEXITSTATUS(*status_) : -1; }

 private:
  pid_t pid_ = -1;
  std::optional<int> status_;
};

TEST_CASE("a thousand hostile connections disturb no good import", "[secure]") {
  Bed bed;
  const Papers other(bed.authority, kOther);
  bed.start();
  REQUIRE(bed.comes_to_be_imported());
  const std::size_t descriptors_before = descriptors();
  const long resident_before = resident();
  Child hostile({DDB_HOSTILE_CLIENTS, kProvider, std::to_string(bed.port), "1000", "1-3",
                 other.folder.path().string(), kOther, "--clear-after-handshake"});
  std::size_t most_descriptors = 0;
  long most_resident = 0;
  int good = 0;
  while (!hostile.is_over()) {
    bed.provider.kernel.unplug("1-3");
    REQUIRE(until([&] { return bed.entry()->status == Status::Added; }));
    bed.provider.kernel.plug("1-3");
    REQUIRE(bed.comes_to_be_imported());
    ++good;
    most_descriptors = std::max(most_descriptors, descriptors());
    most_resident = std::max(most_resident, resident());
  }
  // It ends well if nobody of them got anything.
  CHECK(hostile.exit_status() == 0);
  CHECK(good >= 3);
  // What a server bears (ServerOptions), and what good imports have.
  CHECK(most_descriptors <= descriptors_before + 300);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  CHECK(most_resident <= resident_before + 65536);
#endif
  for (const char* const reason : {"plain_usbip", "not_tls", "hung_up", "other_master"}) {
    INFO(reason);
    CHECK(until([&] {
      return bed.provider.log.has("dropped", std::string("reason=") + reason) ||
             bed.provider.log.has("refused", std::string("reason=") + reason);
    }));
  }
  WARN(good << " good imports meanwhile; descriptors " << descriptors_before << " to "
            << most_descriptors << ", memory " << resident_before << " to " << most_resident
            << " KiB");
  CHECK(until([&] { return descriptors() <= descriptors_before + 8; }));
}

}  // namespace

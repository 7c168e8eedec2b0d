// SPDX-License-Identifier: Apache-2.0
// A server of usbip whose callers need a certificate.
#include <sys/epoll.h>

#include <array>
#include <catch2/catch.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ddb/usbip/server.hpp"
#include "pair.hpp"

namespace {

using namespace ddb;
using namespace pair;
using namespace std::chrono_literals;
using certificates::Authority;
namespace wire = usbip::wire;

class Recorder : public usbip::Handler {
 public:
  wire::ListReply list(const usbip::Caller& caller) override {
    callers.push_back(caller);
    return {};
  }
  std::optional<wire::ImportReply> import(const wire::ImportRequest& /*request*/,
                                          const usbip::Caller& caller, int /*socket*/,
                                          std::shared_ptr<void>& kept) override {
    callers.push_back(caller);
    if (is_thinking) {
      kept = thought;
      return std::nullopt;
    }
    return wire::ImportReply{wire::Status::NotAvailable, {}};
  }
  void dropped(const usbip::Caller& /*caller*/, const usbip::Failure& why) override {
    drops.push_back(why);
  }

  bool is_thinking = false;
  std::shared_ptr<int> thought = std::make_shared<int>(0);
  std::vector<usbip::Caller> callers;
  std::vector<usbip::Failure> drops;
};

// A server, and a client that is driven in the same thread.
class Bed {
 public:
  explicit Bed(std::chrono::milliseconds patience = 5000ms,
               std::chrono::milliseconds answer_patience = 400ms)
      : master_(authority_, authority_.issue_for(kMaster), kMaster),
        provider_(authority_, authority_.issue_for(kProvider), kProvider),
        gate_(provider_.credentials) {
    auto listener = usbip::listen_at(usbip::resolve("127.0.0.1", 0, usbip::Clock::now())->front());
    REQUIRE(listener);
    port_ = usbip::Endpoint::local_of(listener->get()).port();
    std::vector<Socket> listeners;
    listeners.push_back(std::move(*listener));
    usbip::ServerOptions options;
    options.patience = patience;
    options.answer_patience = answer_patience;
    options.gate = &gate_;
    server_ = std::make_unique<usbip::Server>(std::move(listeners), recorder, options);
    client = connected();
  }

  Socket connected() const {
    auto socket = usbip::connect_to({"127.0.0.1", port_, {}}, usbip::Clock::now() + 5s);
    REQUIRE(socket);
    return std::move(*socket);
  }

  // Until it holds, with the server at work.
  template <class Holds>
  bool until(Holds holds) {
    const auto end = usbip::Clock::now() + 10s;
    while (!holds()) {
      if (usbip::Clock::now() > end) return false;
      server_->handle();
    }
    return true;
  }
  bool client_gets_in() {
    Handshake handshake(master_.credentials, client.get(), Role::Master, {kProvider, false});
    Outcome outcome;
    return until([&] {
             go_on(handshake, client.get(), outcome);
             return outcome.is_over();
           }) &&
           outcome.identity;
  }
  void send_bytes(const std::string& text) const {
    REQUIRE(send(client.get(), text.data(), text.size(), MSG_NOSIGNAL) ==
            static_cast<ssize_t>(text.size()));
  }
  void ask() const {
    const auto request = wire::encode(wire::ImportRequest{*usbip::BusId::parse("1-3")});
    REQUIRE(usbip::send_all(client.get(), request, usbip::Clock::now() + 1s));
  }
  // What the server has sent so far, if it has.
  std::size_t answer_size() const {
    std::array<char, 1000> bytes{};
    const ssize_t got = recv(client.get(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_PEEK);
    return got > 0 ? static_cast<std::size_t>(got) : 0;
  }
  usbip::Server& server() { return *server_; }

  Recorder recorder;
  Socket client;

 private:
  Authority authority_;
  Node master_;
  Node provider_;
  tls::CertificateGate gate_;
  std::uint16_t port_ = 0;
  std::unique_ptr<usbip::Server> server_;
};

TEST_CASE("who has a certificate is heard, and known", "[gate]") {
  Bed bed;
  REQUIRE(bed.client_gets_in());
  bed.ask();
  REQUIRE(bed.until([&] { return bed.answer_size() >= 8; }));
  REQUIRE(bed.recorder.callers.size() == 1);
  REQUIRE(bed.recorder.callers[0].identity);
  CHECK(bed.recorder.callers[0].identity->is(kMaster));
  CHECK(bed.server().connections() == 0);
}

TEST_CASE("the gate has the server's patience", "[gate]") {
  Bed bed(50ms);
  SECTION("silent") {
    CHECK(bed.until([&] { return !bed.recorder.drops.empty(); }));
    CHECK(bed.recorder.drops.at(0).reason == "silent");
  }
  SECTION("the beginning of a record") {
    bed.send_bytes(std::string("\x16\x03\x01\x02", 4));
    CHECK(bed.until([&] { return !bed.recorder.drops.empty(); }));
    CHECK(bed.recorder.drops.at(0).reason == "silent");
  }
  SECTION("a certificate, and nothing more") {
    // Slower than its patience it may be under a sanitizer; then it is silent.
    const bool got_in = bed.client_gets_in();
    CHECK(bed.until([&] { return !bed.recorder.drops.empty(); }));
    CHECK(bed.recorder.drops.at(0).kind == usbip::FailureKind::TimedOut);
    if (got_in) CHECK(bed.recorder.drops.at(0).sentence.find("0 bytes came") != std::string::npos);
  }
  CHECK(bed.recorder.callers.empty());
  CHECK(bed.server().connections() == 0);
}

TEST_CASE("an answer that needs time holds up nobody, and can come too late", "[gate]") {
  Bed bed;
  bed.recorder.is_thinking = true;
  const std::weak_ptr<int> thought = bed.recorder.thought;
  REQUIRE(bed.client_gets_in());
  bed.ask();
  REQUIRE(bed.until([&] { return !bed.recorder.callers.empty(); }));
  bed.recorder.thought.reset();
  CHECK_FALSE(thought.expired());
  SECTION("in time") {
    bed.server().ask_again();
    CHECK(bed.recorder.callers.size() == 2);
    bed.recorder.is_thinking = false;
    bed.server().ask_again();
    CHECK(bed.until([&] { return bed.answer_size() >= 8; }));
    CHECK(bed.recorder.drops.empty());
  }
  SECTION("too late") {
    CHECK(bed.until([&] { return !bed.recorder.drops.empty(); }));
    CHECK(bed.recorder.drops.at(0).kind == usbip::FailureKind::TimedOut);
  }
  SECTION("the caller has gone") {
    bed.client = Socket();
    CHECK(bed.until([&] { return !bed.recorder.drops.empty(); }));
    CHECK(bed.recorder.drops.at(0).kind == usbip::FailureKind::Unreachable);
  }
  // What the handler kept goes with the connection.
  CHECK(thought.expired());
  CHECK(bed.server().connections() == 0);
}

TEST_CASE("an answer has more time than the request had", "[gate]") {
  Bed bed(400ms, 20s);
  bed.recorder.is_thinking = true;
  const auto end = usbip::Clock::now() + 500ms;
  REQUIRE(bed.client_gets_in());
  bed.ask();
  REQUIRE(bed.until([&] { return usbip::Clock::now() > end; }));
  REQUIRE(bed.recorder.callers.size() == 1);
  CHECK(bed.recorder.drops.empty());
  bed.recorder.is_thinking = false;
  bed.server().ask_again();
  CHECK(bed.until([&] { return bed.answer_size() >= 8; }));
}

TEST_CASE("strangers of a node's own computer do not end what it has asked for", "[gate]") {
  Bed bed(20s, 20s);
  bed.recorder.is_thinking = true;
  REQUIRE(bed.client_gets_in());
  bed.ask();
  REQUIRE(bed.until([&] { return !bed.recorder.callers.empty(); }));
  std::vector<Socket> strangers;
  const std::size_t count = 3 * usbip::ServerOptions().most_of_one_host;
  for (std::size_t i = 0; i < count; ++i) {
    strangers.push_back(bed.connected());
    bed.server().handle();
  }
  REQUIRE(bed.until([&] { return bed.recorder.drops.size() > count / 2; }));
  CHECK(bed.server().connections() == usbip::ServerOptions().most_of_one_host);
  bed.recorder.is_thinking = false;
  bed.server().ask_again();
  CHECK(bed.until([&] { return bed.answer_size() >= 8; }));
}

}  // namespace

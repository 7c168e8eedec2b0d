// SPDX-License-Identifier: Apache-2.0
// Both sides of the handshake, and everybody who is refused. The kernel's part is shown by
// tests/bridges/agent/machines.
#include "ddb/tls/handshake.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "pair.hpp"

namespace {

using namespace ddb;
using namespace pair;
using namespace std::chrono_literals;
using certificates::Authority;
using certificates::Hours;
using certificates::Issued;
using tls::Reason;

constexpr int kMostSteps = 100;

struct Bed {
  Authority authority;
  Node master{authority, authority.issue_for(kMaster), kMaster};
  Node provider{authority, authority.issue_for(kProvider), kProvider};
};

struct Outcomes {
  Outcome master;
  Outcome provider;
};

Outcomes meet(const Node& master, const Node& provider, const Sockets& sockets,
              const Wanted& wanted = {kProvider, false}) {
  Handshake caller(master.credentials, sockets.master.get(), Role::Master, wanted);
  Handshake called(provider.credentials, sockets.provider.get(), Role::Provider);
  Outcomes outcomes;
  for (int i = 0; i < kMostSteps; ++i) {
    go_on(caller, sockets.master.get(), outcomes.master);
    go_on(called, sockets.provider.get(), outcomes.provider);
  }
  return outcomes;
}

Outcomes meet(const Node& master, const Node& provider, const Wanted& wanted = {kProvider, false}) {
  const Sockets sockets;
  return meet(master, provider, sockets, wanted);
}

std::string name_of(const Outcome& outcome) {
  if (outcome.identity) return "let in";
  if (!outcome.refusal) return "waits";
  return std::string(text_of(outcome.refusal->reason).name);
}

// A client that does not care what a node should do.
class OddClient {
 public:
  explicit OddClient(int socket)
      : socket_(socket), context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free) {
    SSL_CTX_set_security_level(context_.get(), 0);
    SSL_CTX_set_verify(context_.get(), SSL_VERIFY_NONE, nullptr);
  }
  SSL_CTX* context() { return context_.get(); }
  void show(const Issued& issued) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> text(
        BIO_new_mem_buf(issued.certificate.data(), static_cast<int>(issued.certificate.size())),
        BIO_free);
    const std::unique_ptr<BIO, decltype(&BIO_free)> key_text(
        BIO_new_mem_buf(issued.key.data(), static_cast<int>(issued.key.size())), BIO_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr), X509_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(key_text.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    REQUIRE(SSL_CTX_use_certificate(context_.get(), certificate.get()) == 1);
    REQUIRE(SSL_CTX_use_PrivateKey(context_.get(), key.get()) == 1);
  }
  // The next handshake is to go on with that session.
  void resume(std::shared_ptr<SSL_SESSION> session) { session_ = std::move(session); }
  std::shared_ptr<SSL_SESSION> session() const {
    return {SSL_get1_session(connection_.get()), SSL_SESSION_free};
  }
  bool has_resumed() const { return SSL_session_reused(connection_.get()) == 1; }
  void step() {
    if (!connection_) {
      connection_.reset(SSL_new(context_.get()));
      if (session_) SSL_set_session(connection_.get(), session_.get());
      SSL_set_fd(connection_.get(), socket_);
      SSL_set_connect_state(connection_.get());
    }
    ERR_clear_error();
    const int result = SSL_do_handshake(connection_.get());
    const int error = SSL_get_error(connection_.get(), result);
    if (error == SSL_ERROR_SSL || error == SSL_ERROR_SYSCALL) shutdown(socket_, SHUT_RDWR);
  }

 private:
  int socket_;
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
  std::shared_ptr<SSL_SESSION> session_;
  std::unique_ptr<SSL, decltype(&SSL_free)> connection_{nullptr, SSL_free};
};

// What a provider makes of the client, who may be looked at afterwards.
Outcome serve(
    const Node& provider, const std::function<void(OddClient&)>& prepare,
    const std::function<void(const OddClient&)>& look = [](const OddClient&) {}) {
  const Sockets sockets;
  OddClient client(sockets.master.get());
  prepare(client);
  Handshake called(provider.credentials, sockets.provider.get(), Role::Provider);
  Outcome outcome;
  for (int i = 0; i < kMostSteps; ++i) {
    client.step();
    go_on(called, sockets.provider.get(), outcome);
  }
  look(client);
  return outcome;
}

// What a provider makes of these bytes, and the end of the stream if it is told.
Outcome serve_bytes(const Node& provider, const std::string& bytes, bool ends) {
  const Sockets sockets;
  Handshake called(provider.credentials, sockets.provider.get(), Role::Provider);
  Outcome outcome;
  REQUIRE(send(sockets.master.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
          static_cast<ssize_t>(bytes.size()));
  if (ends) shutdown(sockets.master.get(), SHUT_WR);
  for (int i = 0; i < kMostSteps; ++i) go_on(called, sockets.provider.get(), outcome);
  return outcome;
}

// What a master that calls says first.
std::string first_flight(const Node& master) {
  const Sockets sockets;
  Handshake caller(master.credentials, sockets.master.get(), Role::Master, {kProvider, false});
  REQUIRE(caller.step());
  std::array<char, 4096> bytes{};
  const ssize_t got = recv(sockets.provider.get(), bytes.data(), bytes.size(), 0);
  REQUIRE(got > 0);
  return {bytes.data(), static_cast<std::size_t>(got)};
}

TEST_CASE("two nodes of a cluster know each other", "[handshake]") {
  const Bed bed;
  const Outcomes outcomes = meet(bed.master, bed.provider);
  REQUIRE(outcomes.master.identity);
  REQUIRE(outcomes.provider.identity);
  CHECK(outcomes.master.identity->is(kProvider));
  CHECK_FALSE(outcomes.master.identity->is(kMaster));
  CHECK(outcomes.provider.identity->is(kMaster));
  CHECK(outcomes.master.identity->protection.starts_with("tls1."));
  CHECK(outcomes.master.identity->protection == outcomes.provider.identity->protection);
  CHECK_FALSE(outcomes.provider.identity->serial.empty());
}

TEST_CASE("nodes may be named by IPv6 and by name", "[handshake]") {
  Authority authority;
  const Node master(authority, authority.issue({"IP:2001:db8::1"}), "[2001:db8::1]");
  const Node provider(authority, authority.issue({"DNS:Lab-PC.example,DNS:*.example"}),
                      "lab-pc.example");
  const Outcomes outcomes = meet(master, provider, {"lab-pc.example", false});
  REQUIRE(outcomes.provider.identity);
  CHECK(outcomes.provider.identity->nodes == std::vector<std::string>{"[2001:db8::1]"});
  REQUIRE(outcomes.master.identity);
  // What stands for many is nobody.
  CHECK(outcomes.master.identity->nodes == std::vector<std::string>{"lab-pc.example"});
  CHECK(name_of(meet(master, provider, {"other.example", false}).master) == "other_node");
}

TEST_CASE("what is said right after the handshake is still there", "[handshake]") {
  const Bed bed;
  const Sockets sockets;
  Handshake caller(bed.master.credentials, sockets.master.get(), Role::Master, {kProvider, false});
  Handshake called(bed.provider.credentials, sockets.provider.get(), Role::Provider);
  Outcome master;
  Outcome provider;
  const std::string request = "the request";
  for (int i = 0; i < kMostSteps; ++i) {
    const bool was_over = master.is_over();
    go_on(caller, sockets.master.get(), master);
    if (master.is_over() && !was_over) {
      REQUIRE(send(sockets.master.get(), request.data(), request.size(), 0) ==
              static_cast<ssize_t>(request.size()));
    }
    go_on(called, sockets.provider.get(), provider);
  }
  REQUIRE(provider.identity);
  std::array<char, 100> bytes{};
  const ssize_t got = recv(sockets.provider.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
  CHECK(std::string(bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0))) == request);
}

TEST_CASE("a device that moves much gets keys that last", "[handshake]") {
  const Bed bed;
  const Outcomes outcomes = meet(bed.master, bed.provider, {kProvider, true});
  REQUIRE(outcomes.master.identity);
  CHECK(outcomes.master.identity->protection.find("CHACHA20") != std::string::npos);
  CHECK_FALSE(tls::wears_out(outcomes.master.identity->protection));
  CHECK(tls::wears_out("tls1.2 ECDHE-ECDSA-AES256-GCM-SHA384"));
}

TEST_CASE("a session leaves nothing to go on with: no ticket, nothing in a cache", "[handshake]") {
  Bed bed;
  const Issued issued = bed.authority.issue_for(kMaster);
  std::shared_ptr<SSL_SESSION> session;
  REQUIRE(serve(
              bed.provider, [&](OddClient& it) { it.show(issued); },
              [&](const OddClient& it) { session = it.session(); })
              .identity);
  REQUIRE(session);
  CHECK(SSL_SESSION_has_ticket(session.get()) == 0);
  unsigned size = 1;
  SSL_SESSION_get_id(session.get(), &size);
  CHECK(size == 0);
  bool has_resumed = true;
  CHECK(serve(
            bed.provider,
            [&](OddClient& it) {
              it.show(issued);
              it.resume(session);
            },
            [&](const OddClient& it) { has_resumed = it.has_resumed(); })
            .identity);
  CHECK_FALSE(has_resumed);
}

TEST_CASE("certificates that will not do are refused, by either side", "[handshake]") {
  Bed bed;
  Authority other("ddb test CA");  // of the same name
  const auto good_master = [&] { return bed.authority.issue_for(kMaster); };
  const auto good_provider = [&] { return bed.authority.issue_for(kProvider); };

  SECTION("another CA's, of the same name") {
    const Node stranger(other, other.issue_for(kMaster), kMaster);
    const Outcomes outcomes = meet(stranger, bed.provider);
    // Each is a stranger to the other; who looks first says so.
    CHECK(name_of(outcomes.master) == "other_authority");
    CHECK(name_of(outcomes.provider) == "refused_by_peer");
  }
  SECTION("a client of another CA") {
    const Issued issued = other.issue_for(kMaster);
    CHECK(name_of(serve(bed.provider, [&](OddClient& it) { it.show(issued); })) ==
          "other_authority");
  }
  SECTION("a certificate that is its own CA") {
    Authority self("self");
    const Issued issued = self.issue_for(kMaster);
    CHECK(name_of(serve(bed.provider, [&](OddClient& it) { it.show(issued); })) ==
          "other_authority");
  }
  SECTION("the use of a server only, in a master") {
    const Issued issued = bed.authority.issue({"IP:192.0.2.1", "serverAuth"});
    CHECK(name_of(serve(bed.provider, [&](OddClient& it) { it.show(issued); })) == "wrong_use");
  }
  SECTION("no use named at all") {
    const Issued issued = bed.authority.issue({"IP:192.0.2.1", ""});
    CHECK(name_of(serve(bed.provider, [&](OddClient& it) { it.show(issued); })) == "wrong_use");
  }
  SECTION("no node named at all") {
    const Issued issued = bed.authority.issue({""});
    CHECK(name_of(serve(bed.provider, [&](OddClient& it) { it.show(issued); })) == "other_node");
  }
  SECTION("expired") {
    const Issued issued =
        bed.authority.issue({"IP:192.0.2.1", "serverAuth,clientAuth", Hours(-48), Hours(-24)});
    CHECK(name_of(serve(bed.provider, [&](OddClient& it) { it.show(issued); })) == "expired");
  }
  SECTION("not valid yet") {
    const Issued issued =
        bed.authority.issue({"IP:192.0.2.1", "serverAuth,clientAuth", Hours(24), Hours(48)});
    CHECK(name_of(serve(bed.provider, [&](OddClient& it) { it.show(issued); })) == "not_yet_valid");
  }
  SECTION("the provider's is another node's") {
    const Outcomes outcomes = meet(bed.master, bed.provider, {"192.0.2.77", false});
    CHECK(name_of(outcomes.master) == "other_node");
    CHECK(outcomes.master.refusal->text().find("192.0.2.77") != std::string::npos);
    CHECK(name_of(outcomes.provider) == "refused_by_peer");
  }
  SECTION("the master's clock says that the provider's has expired") {
    tls::CredentialsOptions options = as_if_in_kernel();
    options.now = [] { return std::chrono::system_clock::now() + Hours(24 * 400); };
    const Node late(bed.authority, good_master(), kMaster, options);
    const Outcomes outcomes = meet(late, bed.provider);
    CHECK(name_of(outcomes.master) == "expired");
    CHECK(name_of(outcomes.provider) == "refused_by_peer");
  }
  SECTION("revoked: the master's") {
    const Issued issued = good_master();
    const Node revoked(bed.authority, issued, kMaster);
    CHECK(meet(revoked, bed.provider).provider.identity);
    REQUIRE(bed.provider.credentials->set_revocations(bed.authority.revoke({issued.serial}, 1)));
    const Outcomes outcomes = meet(revoked, bed.provider);
    CHECK(name_of(outcomes.provider) == "revoked");
    CHECK(outcomes.provider.refusal->text().find(issued.serial) != std::string::npos);
    CHECK(name_of(outcomes.master) == "refused_by_peer");
    CHECK(outcomes.master.refusal->text().find("revoked") != std::string::npos);
    // Others are let in as before.
    CHECK(meet(bed.master, bed.provider).provider.identity);
  }
  SECTION("revoked: the provider's") {
    const Issued issued = good_provider();
    const Node revoked(bed.authority, issued, kProvider);
    REQUIRE(bed.master.credentials->set_revocations(bed.authority.revoke({issued.serial}, 1)));
    CHECK(name_of(meet(bed.master, revoked).master) == "revoked");
  }
}

TEST_CASE("who does not speak as a node does is refused", "[handshake]") {
  Bed bed;
  SECTION("no certificate") {
    CHECK(name_of(serve(bed.provider, [](OddClient&) {})) == "no_certificate");
  }
  SECTION("an old version of TLS") {
    CHECK(name_of(serve(bed.provider, [](OddClient& it) {
            SSL_CTX_set_max_proto_version(it.context(), TLS1_1_VERSION);
          })) == "other_version");
  }
  SECTION("a cipher that the kernel has not") {
    CHECK(name_of(serve(bed.provider, [](OddClient& it) {
            SSL_CTX_set_max_proto_version(it.context(), TLS1_2_VERSION);
            SSL_CTX_set_cipher_list(it.context(), "ECDHE-ECDSA-AES256-SHA");
          })) == "no_common_cipher");
  }
  SECTION("plain usbip") {
    CHECK(name_of(serve_bytes(bed.provider, std::string("\x01\x11\x80\x03\0\0\0\0", 8), false)) ==
          "plain_usbip");
    CHECK(name_of(serve_bytes(bed.provider, "\x01", false)) == "plain_usbip");
  }
  SECTION("HTTP") {
    CHECK(name_of(serve_bytes(bed.provider, "GET / HTTP/1.0\r\n\r\n", false)) == "not_tls");
  }
  SECTION("garbage that begins as TLS does") {
    std::string bytes(2000, '\xa5');
    bytes[0] = 22;
    CHECK(name_of(serve_bytes(bed.provider, bytes, false)) != "let in");
    CHECK(name_of(serve_bytes(bed.provider, bytes, false)) != "waits");
  }
  SECTION("nothing") {
    CHECK(name_of(serve_bytes(bed.provider, "", false)) == "waits");
    CHECK(name_of(serve_bytes(bed.provider, "", true)) == "hung_up");
  }
  SECTION("half a handshake") {
    const std::string flight = first_flight(bed.master);
    for (std::size_t size = 1; size < flight.size(); ++size) {
      CHECK(name_of(serve_bytes(bed.provider, flight.substr(0, size), false)) == "waits");
      CHECK(name_of(serve_bytes(bed.provider, flight.substr(0, size), true)) == "hung_up");
    }
    CHECK(name_of(serve_bytes(bed.provider, flight, true)) == "hung_up");
  }
}

TEST_CASE("a silent and a slow peer end with the deadline", "[handshake]") {
  const Bed bed;
  const Sockets sockets;
  SECTION("silent") {
    const auto result = tls::handshake(bed.provider.credentials, sockets.provider.get(),
                                       Role::Provider, {}, usbip::Clock::now() + 30ms);
    REQUIRE_FALSE(result);
    CHECK(result.error().reason == Reason::Silent);
  }
  SECTION("a provider that says nothing") {
    const auto result = tls::handshake(bed.master.credentials, sockets.master.get(), Role::Master,
                                       {kProvider, false}, usbip::Clock::now() + 30ms);
    REQUIRE_FALSE(result);
    CHECK(result.error().reason == Reason::Silent);
  }
  SECTION("a byte now and then, for ever") {
    const std::string flight = first_flight(bed.master);
    std::atomic<bool> is_over{false};
    std::thread drip([&] {
      for (std::size_t i = 0; i < flight.size() && !is_over; ++i) {
        static_cast<void>(!send(sockets.master.get(), &flight[i], 1, MSG_NOSIGNAL));
        std::this_thread::sleep_for(5ms);
      }
    });
    const auto result = tls::handshake(bed.provider.credentials, sockets.provider.get(),
                                       Role::Provider, {}, usbip::Clock::now() + 50ms);
    is_over = true;
    drip.join();
    REQUIRE_FALSE(result);
    CHECK(result.error().reason == Reason::Silent);
  }
}

TEST_CASE("a handshake in pieces of one byte is as good as another", "[handshake]") {
  const Bed bed;
  const Sockets left;
  const Sockets right;
  Handshake caller(bed.master.credentials, left.master.get(), Role::Master, {kProvider, false});
  Handshake called(bed.provider.credentials, right.provider.get(), Role::Provider);
  Outcome master;
  Outcome provider;
  const auto pass_one = [](int from, int to) {
    char byte = 0;
    if (recv(from, &byte, 1, MSG_DONTWAIT) == 1) {
      static_cast<void>(!send(to, &byte, 1, MSG_NOSIGNAL));
    }
  };
  for (int i = 0; i < 10000 && !(master.is_over() && provider.is_over()); ++i) {
    go_on(caller, left.master.get(), master);
    pass_one(left.provider.get(), right.master.get());
    go_on(called, right.provider.get(), provider);
    pass_one(right.master.get(), left.provider.get());
  }
  CHECK(name_of(master) == "let in");
  CHECK(name_of(provider) == "let in");
}

TEST_CASE("without the kernel's TLS there is no connection", "[handshake]") {
  Authority authority;
  // As programs are: OpenSSL is asked. A socket of this kind never has kernel TLS.
  const Node master(authority, authority.issue_for(kMaster), kMaster, {});
  const Node provider(authority, authority.issue_for(kProvider), kProvider, {});
  const Outcomes outcomes = meet(master, provider);
  CHECK(name_of(outcomes.master) == "no_kernel_tls");
  CHECK(name_of(outcomes.provider) == "no_kernel_tls");
  CHECK(outcomes.master.refusal->text().find("modprobe tls") != std::string::npos);

  SECTION("one direction is not enough") {
    for (const tls::KernelKeys keys : {tls::KernelKeys{true, false}, {false, true}}) {
      tls::CredentialsOptions options;
      options.kernel_keys = [keys] { return keys; };
      const Node half(authority, authority.issue_for(kProvider), kProvider, options);
      CHECK(name_of(meet(master, half).provider) == "no_kernel_tls");
    }
  }
}

TEST_CASE("each reason has a name of its own, a sentence and a place", "[handshake]") {
  std::vector<std::string> names;
  for (const tls::ReasonText& it : tls::reasons()) {
    CHECK_FALSE(it.sentence.empty());
    names.emplace_back(it.name);
    const tls::Refusal refusal{it.reason, "the detail"};
    CHECK(refusal.text().find("the detail") != std::string::npos);
    CHECK(refusal.failure().reason == it.name);
  }
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}

}  // namespace

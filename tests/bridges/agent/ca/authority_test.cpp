// SPDX-License-Identifier: Apache-2.0
#include "ddb/ca/authority.hpp"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <memory>
#include <sstream>
#include <thread>

#include "ddb/ca/revocations.hpp"
#include "openssl.hpp"
#include "redis_server.hpp"

namespace {

namespace fs = std::filesystem;
using namespace ddb::ca;
using ddb::store::test::TemporaryFolder;

std::string content(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

unsigned mode(const fs::path& path) {
  struct stat status {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

std::shared_ptr<X509> certificate(const fs::path& path) {
  const std::shared_ptr<BIO> bio(BIO_new_file(path.c_str(), "r"), BIO_free);
  REQUIRE(bio);
  return {PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), X509_free};
}

// What X509_verify_cert says of a node's certificate: an independent reader of all that is written.
int verdict(const fs::path& folder, int purpose, const fs::path& list = {}) {
  const std::shared_ptr<X509_STORE> store(X509_STORE_new(), X509_STORE_free);
  const auto authority = certificate(folder / "ca.crt");
  X509_STORE_add_cert(store.get(), authority.get());
  if (!list.empty()) {
    const std::shared_ptr<BIO> bio(BIO_new_file(list.c_str(), "r"), BIO_free);
    const std::shared_ptr<X509_CRL> crl(PEM_read_bio_X509_CRL(bio.get(), nullptr, nullptr, nullptr),
                                        X509_CRL_free);
    REQUIRE(crl);
    X509_STORE_add_crl(store.get(), crl.get());
    X509_STORE_set_flags(store.get(), X509_V_FLAG_CRL_CHECK);
  }
  const std::shared_ptr<X509_STORE_CTX> context(X509_STORE_CTX_new(), X509_STORE_CTX_free);
  const auto node = certificate(folder / "node.crt");
  X509_STORE_CTX_init(context.get(), store.get(), node.get(), nullptr);
  X509_STORE_CTX_set_purpose(context.get(), purpose);
  X509_VERIFY_PARAM_set_flags(X509_STORE_CTX_get0_param(context.get()), X509_V_FLAG_X509_STRICT);
  X509_verify_cert(context.get());
  return X509_STORE_CTX_get_error(context.get());
}

// A clock that the test sets.
struct TestClock {
  std::shared_ptr<Time> now =
      std::make_shared<Time>(std::chrono::sys_days(std::chrono::year(2027) / 3 / 1));
  AuthorityOptions options() const {
    return {[now = now] { return *now; }, std::chrono::milliseconds(50)};
  }
};

}  // namespace

TEST_CASE("a node's certificate is for server and client, and for its address", "[authority]") {
  const TemporaryFolder folder;
  Authority authority = Authority::init(folder.path() / "ca");
  const std::string name = GENERATE("10.0.0.1", "fe80::1", "[fe80::2]", "Desk.example");
  const Issued issued = authority.issue(name);
  const fs::path out = authority.folder_of(name);
  CHECK(verdict(out, X509_PURPOSE_SSL_SERVER, out / "ca.crl") == X509_V_OK);
  CHECK(verdict(out, X509_PURPOSE_SSL_CLIENT, out / "ca.crl") == X509_V_OK);
  const auto its = certificate(out / "node.crt");
  if (issued.node == "desk.example") {
    CHECK(X509_check_host(its.get(), "desk.example", 0, 0, nullptr) == 1);
    CHECK(X509_check_host(its.get(), "other.example", 0, 0, nullptr) == 0);
  } else {
    const std::string bare =
        issued.node.front() == '[' ? issued.node.substr(1, issued.node.size() - 2) : issued.node;
    CHECK(X509_check_ip_asc(its.get(), bare.c_str(), 0) == 1);
    CHECK(X509_check_ip_asc(its.get(), "10.0.0.9", 0) == 0);
  }
  CHECK(mode(out) == 0700);
  CHECK(mode(out / "node.key") == 0600);
  CHECK(mode(out / "node.crt") == 0644);
  CHECK(mode(folder.path() / "ca" / "ca.key") == 0600);
  CHECK(mode(folder.path() / "ca") == 0700);
}

TEST_CASE("a certificate is renewed for the same key, or with a new one", "[authority]") {
  const TemporaryFolder folder;
  Authority authority = Authority::init(folder.path() / "ca");
  authority.issue("10.0.0.1");
  const fs::path out = authority.folder_of("10.0.0.1");
  const std::string key = content(out / "node.key");
  const Issued renewed = authority.renew("10.0.0.1", {}, 700);
  CHECK(content(out / "node.key") == key);
  CHECK(verdict(out, X509_PURPOSE_SSL_SERVER, out / "ca.crl") == X509_V_OK);
  CHECK(authority.issued().size() == 2);
  CHECK(renewed.not_after - authority.issued().front().not_after > std::chrono::days(300));
  CHECK(renewed.serial != authority.issued().front().serial);

  authority.renew("10.0.0.1", folder.path() / "elsewhere", 365, true);
  CHECK(content(folder.path() / "elsewhere" / "node.key") != key);
  CHECK(mode(folder.path() / "elsewhere" / "node.key") == 0600);
  CHECK(verdict(folder.path() / "elsewhere", X509_PURPOSE_SSL_CLIENT) == X509_V_OK);
  // Revocation takes all three.
  CHECK(authority.revoke("10.0.0.1").size() == 3);
}

TEST_CASE("a node's key goes only for one that is known", "[authority]") {
  const TemporaryFolder folder;
  const fs::path place = folder.path() / "ca";
  Authority authority = Authority::init(place);
  authority.issue("10.0.0.1");
  const fs::path out = authority.folder_of("10.0.0.1");
  const std::string before = content(out / "node.key");
  // What was issued can't be written.
  fs::rename(place / "certs", place / "away");
  std::ofstream(place / "certs") << "no folder";
  CHECK_THROWS_AS(authority.renew("10.0.0.1", {}, 365, true), Error);
  CHECK(content(out / "node.key") == before);
  CHECK_FALSE(fs::exists(out / "node.key.next"));
  fs::remove(place / "certs");
  fs::rename(place / "away", place / "certs");
  CHECK(verdict(out, X509_PURPOSE_SSL_SERVER) == X509_V_OK);
  authority.renew("10.0.0.1", {}, 365, true);
  const std::string after = content(out / "node.key");
  CHECK(after != before);
  CHECK_FALSE(fs::exists(out / "node.key.next"));
  CHECK(mode(out / "node.key") == 0600);

  // As a process leaves it that died in the middle: the next one brings it to its end.
  std::ofstream(out / "node.key") << before;
  std::ofstream(out / "node.key.next") << after;
  authority.renew("10.0.0.1");
  CHECK(content(out / "node.key") == after);
  CHECK_FALSE(fs::exists(out / "node.key.next"));
}

TEST_CASE("who is revoked is in a list with a higher number, and may be issued anew",
          "[authority]") {
  const TemporaryFolder folder;
  const fs::path place = folder.path() / "ca";
  std::string serial;
  {
    Authority authority = Authority::init(place);
    serial = authority.issue("10.0.0.1").serial;
    authority.issue("10.0.0.2");
    CHECK(authority.revocations_number() == 1);
    authority.revoke("10.0.0.1");
    CHECK(authority.revocations_number() == 2);
  }
  Authority authority(place);
  const fs::path one = authority.folder_of("10.0.0.1");
  const fs::path two = authority.folder_of("10.0.0.2");
  CHECK(verdict(one, X509_PURPOSE_SSL_SERVER, place / "ca.crl") == X509_V_ERR_CERT_REVOKED);
  CHECK(verdict(two, X509_PURPOSE_SSL_SERVER, place / "ca.crl") == X509_V_OK);
  const Revocations list = read_revocations(authority.revocations(), content(place / "ca.crt"));
  CHECK(list.number == 2);
  CHECK(list.revoked == std::vector<Revoked>{{serial, "10.0.0.1"}});

  authority.issue("10.0.0.1");
  CHECK(verdict(one, X509_PURPOSE_SSL_SERVER, place / "ca.crl") == X509_V_OK);
}

TEST_CASE("refusals of the authority have their remedy and change nothing", "[authority]") {
  const TemporaryFolder folder;
  const fs::path place = folder.path() / "ca";
  const auto fails = [](const auto& work, const std::string& part) {
    CHECK_THROWS_WITH(work(), Catch::Contains(part));
  };
  fails([&] { Authority none(place); }, "'ddb-agent ca init'");
  CHECK_FALSE(fs::exists(place));
  Authority authority = Authority::init(place);
  authority.issue("10.0.0.1");
  const std::string before = content(place / "issued.json");
  const fs::path key = authority.folder_of("10.0.0.1") / "node.key";
  const std::string key_before = content(key);
  fails([&] { authority.issue("10.0.0.1"); }, "use 'ca renew'");
  for (const bool is_new : {false, true}) {
    fails([&] { authority.renew("10.0.0.1", {}, 5000, is_new); }, "the authority itself ends");
    fails([&] { authority.renew("10.0.0.1", {}, 0, is_new); }, "from 1 to 36500 days");
  }
  fails([&] { authority.issue("1.2.3"); }, "'1.2.3' is no node");
  fails([&] { authority.issue("10.0.0.2", {}, 5000); }, "the authority itself ends");
  fails([&] { authority.issue("10.0.0.2", {}, 0); }, "from 1 to 36500 days");
  fails([&] { authority.issue("10.0.0.2", authority.folder_of("10.0.0.1")); }, "another node's");
  fails([&] { authority.renew("10.0.0.2"); }, "use 'ca issue'");
  fails([&] { authority.revoke("10.0.0.2"); }, "never had a certificate");
  CHECK(content(place / "issued.json") == before);
  CHECK(content(key) == key_before);
  CHECK_FALSE(fs::exists(authority.folder_of("10.0.0.2")));
  // One who has brought the wrong key back gets no certificate that it can't use.
  std::ofstream(key) << content(place / "ca.key");
  fails([&] { authority.renew("10.0.0.1"); }, "use --new-key");
  CHECK(content(place / "issued.json") == before);
  authority.revoke("10.0.0.1");
  fails([&] { authority.revoke("10.0.0.1"); }, "was revoked already");
  fails([&] { authority.renew("10.0.0.1"); }, "use 'ca issue' for a new key");
}

TEST_CASE("a node's key makes no certificates", "[authority]") {
  const TemporaryFolder folder;
  Authority authority = Authority::init(folder.path() / "ca");
  const Issued issued = authority.issue("10.0.0.1");
  const fs::path out = authority.folder_of("10.0.0.1");
  const auto node = certificate(out / "node.crt");
  const detail::PrivateKey signer = detail::key_of(content(out / "node.key"));
  const detail::PrivateKey key = detail::new_key();
  const detail::Certificate forged = detail::new_certificate(
      {"10.0.0.2", issued.not_before, issued.not_after}, *key, node.get(), *signer);
  const std::shared_ptr<X509_STORE> store(X509_STORE_new(), X509_STORE_free);
  X509_STORE_add_cert(store.get(), certificate(out / "ca.crt").get());
  const std::shared_ptr<STACK_OF(X509)> between(sk_X509_new_null(),
                                                [](STACK_OF(X509) * it) { sk_X509_free(it); });
  sk_X509_push(between.get(), node.get());
  const std::shared_ptr<X509_STORE_CTX> context(X509_STORE_CTX_new(), X509_STORE_CTX_free);
  X509_STORE_CTX_init(context.get(), store.get(), forged.get(), between.get());
  CHECK(X509_verify_cert(context.get()) != 1);
  CHECK(X509_STORE_CTX_get_error(context.get()) == X509_V_ERR_INVALID_CA);
}

TEST_CASE("two at once wait for each other, and not for ever", "[authority]") {
  const TemporaryFolder folder;
  const fs::path place = folder.path() / "ca";
  {
    const Authority first = Authority::init(place);
    CHECK_THROWS_WITH(Authority(place, {.patience = std::chrono::milliseconds(20)}),
                      Catch::Contains("another process works with"));
    CHECK_THROWS_WITH(Authority::init(place, 10, {.patience = std::chrono::milliseconds(20)}),
                      Catch::Contains("another process works with"));
  }
  CHECK_THROWS_WITH(Authority::init(place), Catch::Contains("all nodes trust it"));
  std::vector<std::thread> threads;
  threads.reserve(8);
  for (int i = 1; i <= 8; ++i) {
    threads.emplace_back([&place, i] { Authority(place).issue("10.0.0." + std::to_string(i)); });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(Authority(place).issued().size() == 8);
}

TEST_CASE("keys that others may read are no secret", "[authority]") {
  const TemporaryFolder folder;
  const fs::path place = folder.path() / "ca";
  Authority::init(place);
  chmod((place / "ca.key").c_str(), 0640);
  CHECK_THROWS_WITH(Authority(place),
                    Catch::Contains("others may read") && Catch::Contains("chmod 600"));
  chmod((place / "ca.key").c_str(), 0600);
  chmod(place.c_str(), 0770);
  CHECK_THROWS_WITH(Authority(place), Catch::Contains("others may write to"));
  chmod(place.c_str(), 0700);
  CHECK_NOTHROW(Authority(place));
}

TEST_CASE("a damaged authority says what to bring back", "[authority]") {
  const TemporaryFolder folder;
  const fs::path place = folder.path() / "ca";
  Authority::init(place).issue("10.0.0.1");
  const std::string list = content(place / "ca.crl");
  // A list that was lost, or is of another number, is signed anew.
  std::ofstream(place / "ca.crl") << "nonsense";
  CHECK(read_revocations(Authority(place).revocations(), content(place / "ca.crt")).number == 1);
  const std::string issued = content(place / "issued.json");
  for (const std::string& text : {std::string(), issued.substr(0, issued.size() / 2),
                                  std::string(R"({"revocations_number": "x"})")}) {
    std::ofstream(place / "issued.json") << text;
    CHECK_THROWS_WITH(Authority(place), Catch::Contains("bring it back from a backup"));
  }
  std::ofstream(place / "issued.json") << issued;
  Authority::init(folder.path() / "other");
  fs::copy_file(folder.path() / "other" / "ca.crt", place / "ca.crt",
                fs::copy_options::overwrite_existing);
  CHECK_THROWS_WITH(Authority(place), Catch::Contains("do not belong together"));
  fs::remove(place / "ca.key");
  CHECK_THROWS_WITH(Authority(place), Catch::Contains("bring it back from a backup"));
}

TEST_CASE("a clock that is wrong issues nothing", "[authority]") {
  const TemporaryFolder folder;
  const fs::path place = folder.path() / "ca";
  const TestClock clock;
  const Time begin = *clock.now;
  Authority::init(place, 100, clock.options()).issue("10.0.0.1", {}, 10);
  *clock.now = begin - std::chrono::hours(2);
  CHECK_THROWS_WITH(
      Authority(place, clock.options()),
      Catch::Contains("says 2027-02-28T22:00:00Z") && Catch::Contains("set the clock"));
  *clock.now = begin + std::chrono::days(11);
  {
    Authority authority(place, clock.options());
    CHECK_FALSE(authority.issued().front().is_valid(*clock.now));
    CHECK_THROWS_WITH(authority.revoke("10.0.0.1"), Catch::Contains("nothing to revoke"));
    // Who came too late renews all the same.
    CHECK_NOTHROW(authority.renew("10.0.0.1", {}, 10));
    authority.revoke("10.0.0.1");
  }
  // What has ended needs no place in the list.
  *clock.now = begin + std::chrono::days(50);
  {
    Authority authority(place, clock.options());
    authority.issue("10.0.0.2", {}, 10);
    authority.revoke("10.0.0.2");
    CHECK(read_revocations(authority.revocations(), content(place / "ca.crt")).revoked.size() == 1);
  }
  *clock.now = begin + std::chrono::days(101);
  CHECK_THROWS_WITH(Authority(place, clock.options()), Catch::Contains("this authority ended at"));
}

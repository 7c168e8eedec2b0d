// SPDX-License-Identifier: Apache-2.0
// A node's files: what is wrong with them is told by name, and what is new counts.
#include "ddb/tls/credentials.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "pair.hpp"

namespace {

using namespace ddb;
using namespace pair;
using certificates::Authority;
using certificates::Hours;
using certificates::Issued;
using certificates::NodeFolder;
namespace fs = std::filesystem;

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

bool any_has(const std::vector<std::string>& sentences, const std::string& part) {
  return std::any_of(sentences.begin(), sentences.end(),
                     [&](const std::string& it) { return has(it, part); });
}

// Why the folder can't be used.
std::string complaint(const NodeFolder& folder, const std::string& node = kMaster) {
  const auto opened = Credentials::open(folder.path(), node, as_if_in_kernel());
  REQUIRE_FALSE(opened);
  CHECK(opened.error().reason == tls::Reason::OwnFiles);
  return opened.error().text();
}

// The serial number of the certificate that it shows.
std::string shown_by(const Node& node, Authority& authority) {
  const Node caller(authority, authority.issue_for(kMaster), kMaster);
  const Sockets sockets;
  Handshake calls(caller.credentials, sockets.master.get(), Role::Master, {});
  Handshake called(node.credentials, sockets.provider.get(), Role::Provider);
  Outcome outcome;
  Outcome other;
  for (int i = 0; i < 100; ++i) {
    go_on(calls, sockets.master.get(), outcome);
    go_on(called, sockets.provider.get(), other);
  }
  REQUIRE(outcome.identity);
  return outcome.identity->serial;
}

TEST_CASE("a file that can't be used is named, with the remedy", "[credentials]") {
  Authority authority;
  const Issued issued = authority.issue_for(kMaster);
  const NodeFolder folder(authority, issued);
  REQUIRE(Credentials::open(folder.path(), kMaster, as_if_in_kernel()));

  SECTION("missing") {
    for (const char* const name : {"ca.crt", "node.crt", "node.key"}) {
      fs::rename(folder.path() / name, folder.path() / "away");
      CHECK(has(complaint(folder), std::string(name) + ": No such file"));
      fs::rename(folder.path() / "away", folder.path() / name);
    }
  }
  SECTION("no PEM") {
    for (const char* const name : {"ca.crt", "node.crt", "node.key", "ca.crl"}) {
      const NodeFolder other(authority, issued);
      other.write(name, "nothing of use\n");
      CHECK(has(complaint(other), name));
    }
  }
  SECTION("a key that others can read") {
    fs::permissions(folder.path() / "node.key", fs::perms::group_read, fs::perm_options::add);
    CHECK(has(complaint(folder), "chmod 600"));
  }
  SECTION("another certificate's key") {
    folder.write("node.key", authority.issue_for(kMaster).key);
    CHECK(has(complaint(folder), "do not belong together"));
  }
  SECTION("another node's certificate") {
    CHECK(has(complaint(folder, kProvider), "is for 192.0.2.1, and this node is 192.0.2.2"));
  }
  SECTION("another CA's certificate") {
    Authority other;
    folder.write("ca.crt", other.certificate());
    CHECK(has(complaint(folder), "not signed by the CA"));
  }
  SECTION("a certificate of one use only") {
    const Issued one = authority.issue({"IP:192.0.2.1", "clientAuth"});
    folder.write(authority, one);
    CHECK(has(complaint(folder), "serverAuth and clientAuth"));
  }
  SECTION("another CA's revocations") {
    Authority other;
    folder.write("ca.crl", other.revoke({}, 1));
    CHECK(has(complaint(folder), "ca.crl is not signed by this cluster's CA"));
  }
}

TEST_CASE("a renewed certificate counts from the next handshake on", "[credentials]") {
  Authority authority;
  const Issued first = authority.issue_for(kProvider);
  const Node node(authority, first, kProvider);
  CHECK_FALSE(node.credentials->refresh());
  CHECK(shown_by(node, authority) == first.serial);

  const Issued second = authority.issue_for(kProvider);
  node.folder.write("node.crt", second.certificate);
  // Half of it is not enough, and what was there counts on.
  CHECK_FALSE(node.credentials->refresh());
  CHECK(any_has(node.credentials->problems(), "do not belong together"));
  CHECK(shown_by(node, authority) == first.serial);
  node.folder.write("node.key", second.key);
  CHECK(node.credentials->refresh());
  CHECK(node.credentials->problems().empty());
  CHECK(shown_by(node, authority) == second.serial);
}

TEST_CASE("the latest list of revocations counts, wherever it came from", "[credentials]") {
  Authority authority;
  const Node node(authority, authority.issue_for(kProvider), kProvider);
  Credentials& credentials = *node.credentials;
  CHECK_FALSE(credentials.is_revoked("10AB"));

  REQUIRE(credentials.set_revocations(authority.revoke({"10AB"}, 5)));
  CHECK(credentials.is_revoked("10AB"));
  CHECK_FALSE(credentials.is_revoked("10AC"));
  // An older one takes nothing back: from the store, nor from the folder.
  REQUIRE(credentials.set_revocations(authority.revoke({}, 4)));
  CHECK(credentials.is_revoked("10AB"));
  node.folder.write("ca.crl", authority.revoke({}, 4));
  credentials.refresh();
  CHECK(credentials.is_revoked("10AB"));
  // Numbers are compared as numbers.
  node.folder.write("ca.crl", authority.revoke({"10AC"}, 0x10));
  CHECK(credentials.refresh());
  CHECK(credentials.is_revoked("10AC"));
  CHECK_FALSE(credentials.is_revoked("10AB"));

  Authority other;
  CHECK_FALSE(credentials.set_revocations(other.revoke({"10AD"}, 99)));
  CHECK_FALSE(credentials.set_revocations("nothing of use"));
  CHECK(credentials.is_revoked("10AC"));
  // A folder whose list is gone still has what was known.
  fs::remove(node.folder.path() / "ca.crl");
  credentials.refresh();
  CHECK(credentials.is_revoked("10AC"));
  // Another CA begins anew.
  node.folder.write(other, other.issue_for(kProvider));
  CHECK(credentials.refresh());
  CHECK_FALSE(credentials.is_revoked("10AC"));
}

TEST_CASE("what is wrong with the node's own certificate is told in time", "[credentials]") {
  Authority authority;
  const Issued issued =
      authority.issue({"IP:192.0.2.1", "serverAuth,clientAuth", Hours(-1), Hours(24 * 30)});
  auto now = std::chrono::system_clock::now();
  tls::CredentialsOptions options = as_if_in_kernel();
  options.now = [&] { return now; };
  const Node node(authority, issued, kMaster, options);
  CHECK(node.credentials->problems().empty());
  CHECK(node.credentials->own_end() - now > Hours(24 * 30 - 1));
  CHECK(node.credentials->own_end() - now <= Hours(24 * 30));
  now -= Hours(24);
  CHECK(any_has(node.credentials->problems(), "is not valid before "));
  CHECK(any_has(node.credentials->problems(), "set the clock"));
  now += Hours(24);
  CHECK(node.credentials->problems().empty());
  now += Hours(24 * 21);
  CHECK(any_has(node.credentials->problems(), "ends "));
  CHECK(any_has(node.credentials->problems(), "ddb-agent ca renew 192.0.2.1"));
  now += Hours(24 * 10);
  CHECK(any_has(node.credentials->problems(), "has expired"));
  REQUIRE(node.credentials->set_revocations(authority.revoke({issued.serial}, 1)));
  CHECK(any_has(node.credentials->problems(), "was revoked"));
}

}  // namespace

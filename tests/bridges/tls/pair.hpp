// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_TLS_PAIR_HPP
#define DDB_TESTS_TLS_PAIR_HPP

#include <openssl/ssl.h>
#include <sys/socket.h>

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "authority.hpp"
#include "ddb/tls/handshake.hpp"

/// Two sides of a connection in one process. The kernel that runs tests has no TLS: what is not
/// about the kernel's part is told that it has the keys, and goes on in clear after the handshake.
namespace pair {

using ddb::tls::Credentials;
using ddb::tls::Handshake;
using ddb::tls::Refusal;
using ddb::tls::Role;
using ddb::tls::Wanted;
using ddb::usbip::Identity;
using ddb::usbip::Opening;
using ddb::usbip::Socket;

constexpr const char* kMaster = "192.0.2.1";
constexpr const char* kProvider = "192.0.2.2";

inline ddb::tls::CredentialsOptions as_if_in_kernel() {
  ddb::tls::CredentialsOptions options;
  options.kernel_keys = [] { return ddb::tls::KernelKeys{true, true}; };
  return options;
}

struct Sockets {
  Sockets() {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0) {
      throw std::runtime_error("cannot make sockets");
    }
    master = Socket(ends[0]);
    provider = Socket(ends[1]);
  }
  Socket master;
  Socket provider;
};

/// How a side fared: an identity, a refusal, or neither: it still waits.
struct Outcome {
  std::optional<Identity> identity;
  std::optional<Refusal> refusal;
  bool is_over() const { return identity || refusal; }
};

/// One step of a side. A side that refuses hangs up.
inline void go_on(Handshake& handshake, int socket, Outcome& outcome) {
  if (outcome.is_over()) return;
  const auto wants = handshake.step();
  if (!wants) {
    outcome.refusal = wants.error();
    shutdown(socket, SHUT_RDWR);
  } else if (*wants == Opening::Wants::Nothing) {
    outcome.identity = handshake.identity();
  }
}

/// A node with its folder.
struct Node {
  Node(const certificates::Authority& authority, const certificates::Issued& issued,
       const std::string& node, const ddb::tls::CredentialsOptions& options = as_if_in_kernel())
      : folder(authority, issued) {
    auto opened = Credentials::open(folder.path(), node, options);
    if (!opened) throw std::runtime_error(opened.error().text());
    credentials = *opened;
  }
  certificates::NodeFolder folder;
  std::shared_ptr<Credentials> credentials;
};

}  // namespace pair

#endif  // DDB_TESTS_TLS_PAIR_HPP

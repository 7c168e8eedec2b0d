// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TLS_HANDSHAKE_HPP
#define DDB_TLS_HANDSHAKE_HPP

#include <memory>
#include <string>

#include "ddb/tls/credentials.hpp"
#include "ddb/tls/refusal.hpp"
#include "ddb/usbip/peer.hpp"
#include "ddb/usbip/socket.hpp"

/// The handshake of TLS, after which the kernel has the keys of the connection (kernel TLS).
///
/// TLS 1.2 with ECDHE and AEAD ciphers, mutual certificates of the cluster's own CA, no tickets, no
/// cache, no renegotiation; TLS 1.3 where OpenSSL gives the kernel both of its directions (3.2 and
/// newer). Afterwards the socket carries plain messages: send() and recv() are encrypted by the
/// kernel. There is no close_notify, and nothing of OpenSSL's is left on the connection.
namespace ddb::tls {

/// Which side this is.
enum class Role : std::uint8_t {
  Master,    ///< it called: TLS's client
  Provider,  ///< it was called: TLS's server
};

/// What a handshake is to come to.
struct Wanted {
  /// Whom we must find there; empty: whoever has a certificate of the CA's, and identity() tells.
  std::string node;
  /// Only ChaCha20-Poly1305, whose keys have no limit worth counting.
  bool is_for_much = false;
};

/// A handshake that never waits. One thread at a time may use it.
class Handshake : public usbip::Opening {
 public:
  /// @param socket a connected TCP socket that does not block; open as long as this lives
  Handshake(std::shared_ptr<const Credentials> credentials, int socket, Role role,
            Wanted wanted = {});
  ~Handshake() override;

  /// As go_on(), with the reason.
  usbip::Result<Wants, Refusal> step();
  usbip::Result<Wants> go_on() override;
  const usbip::Identity& identity() const override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The whole of it, until the deadline. Afterwards, the peer's identity is known and the kernel has
/// the keys of both directions; else the connection is of no use any more.
/// @param socket as Handshake's
usbip::Result<usbip::Identity, Refusal> handshake(
    const std::shared_ptr<const Credentials>& credentials, int socket, Role role,
    const Wanted& wanted, usbip::Deadline deadline);

/// A provider's gate: each caller needs a certificate of the CA's.
class CertificateGate : public usbip::Gate {
 public:
  explicit CertificateGate(std::shared_ptr<Credentials> credentials)
      : credentials_(std::move(credentials)) {}
  std::unique_ptr<usbip::Opening> open(int socket) override;

 private:
  std::shared_ptr<Credentials> credentials_;
};

/// Whether keys of this protection (Identity::protection) wear out: AES-GCM's do, after some 390 GB
/// in a direction (RFC 8446, section 5.5).
bool wears_out(const std::string& protection) noexcept;

}  // namespace ddb::tls

#endif  // DDB_TLS_HANDSHAKE_HPP

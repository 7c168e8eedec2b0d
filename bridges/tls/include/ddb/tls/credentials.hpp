// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TLS_CREDENTIALS_HPP
#define DDB_TLS_CREDENTIALS_HPP

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ddb/tls/refusal.hpp"
#include "ddb/usbip/peer.hpp"

/// What a node has to show, and by what it knows others.
namespace ddb::tls {

/// Files of a node, in one folder.
inline constexpr std::string_view kAuthorityFile = "ca.crt";  ///< PEM: the cluster's CA
inline constexpr std::string_view kCertificateFile =
    "node.crt";                                                ///< PEM: this node's, signed by it
inline constexpr std::string_view kKeyFile = "node.key";       ///< PEM: its key; mode 0600
inline constexpr std::string_view kRevocationFile = "ca.crl";  ///< PEM; may be absent
/// Where they are if nothing else is said.
inline constexpr std::string_view kDefaultFolder = "/etc/ddb-agent/tls";

/// How a finished handshake is asked whether the kernel has its keys: both directions.
struct KernelKeys {
  bool sends = false;
  bool receives = false;
};

struct CredentialsOptions {
  /// Replaces the question to OpenSSL (BIO_get_ktls_send, BIO_get_ktls_recv) in tests on a kernel
  /// without TLS: the connection is clear after the handshake then. No program sets it.
  std::function<KernelKeys()> kernel_keys;
  /// Replaces the clock by which certificates are valid, in tests.
  std::function<std::chrono::system_clock::time_point()> now;
};

/// The certificates, the key and the revocations of a node. Any number of threads may use it.
///
/// Files are read again when they change: what is new counts from the next handshake on. Where they
/// can't be used (half written, say), those from before count on, and problems() says so.
class Credentials {
 public:
  /// Reads the folder.
  /// @param node as store::node_name() spells it: an IPv4 address, [IPv6], or a host's name. The
  ///        certificate must be this node's.
  /// Fails with OwnFiles, the file and the remedy.
  static usbip::Result<std::shared_ptr<Credentials>, Refusal> open(std::filesystem::path folder,
                                                                   std::string node,
                                                                   CredentialsOptions options = {});

  Credentials(const Credentials&) = delete;
  Credentials& operator=(const Credentials&) = delete;
  ~Credentials();

  /// Reads files that have changed. Cheap if none has.
  /// @return whether something new counts now
  bool refresh();

  /// Revocations from elsewhere than the folder, such as the store: PEM of an X.509 CRL (RFC 5280,
  /// section 5). Of all that were seen since open(), the one with the highest CRL number counts:
  /// an older list takes nothing back.
  /// Fails with OwnFiles if it is no CRL of this CA's. Done: it counts now, or was known.
  usbip::Result<usbip::Done, Refusal> set_revocations(std::string_view pem);

  /// Whether a certificate with this serial number (as in Identity) is revoked.
  bool is_revoked(std::string_view serial) const;

  /// What is wrong, or soon will be: sentences with remedies. An own certificate that has expired,
  /// will within ten days, or is not valid yet; files that can't be used; own revocation; no kernel
  /// TLS.
  std::vector<std::string> problems() const;

  /// The end of the certificate that is shown now.
  std::chrono::system_clock::time_point own_end() const;

  /// The node that open() was told.
  const std::string& node() const noexcept;

  struct Loaded;
  /// What counts now, for a handshake.
  std::shared_ptr<const Loaded> loaded() const;
  const CredentialsOptions& options() const noexcept;

 private:
  struct Impl;
  explicit Credentials(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// What this kernel lacks for TLS, with the remedy; empty: the module is there. Asks the kernel,
/// without a connection.
std::string kernel_problem();

}  // namespace ddb::tls

#endif  // DDB_TLS_CREDENTIALS_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_CA_AUTHORITY_HPP
#define DDB_CA_AUTHORITY_HPP

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ddb/ca/error.hpp"

namespace ddb::ca {

/// Seconds since 1970, UTC.
using Time = std::chrono::sys_seconds;

/// `2026-11-28T11:05:00Z` (RFC 3339).
std::string text_of(Time time);

/// A certificate that was issued.
struct Issued {
  std::string node;                ///< as store::node_name() spells it
  std::string serial;              ///< random; hexadecimal digits in upper case
  Time not_before;                 ///< one hour before it was made: clocks differ
  Time not_after;                  ///< its end
  std::optional<Time> revoked_at;  ///< none: it was not

  /// Whether it counts at that time.
  bool is_valid(Time now) const { return !revoked_at && now <= not_after; }
};

/// How an authority does what it does; the defaults are meant.
struct AuthorityOptions {
  /// By what it tells the time.
  std::function<Time()> clock = [] {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  };
  /// How long to wait for another process that works with the same folder.
  std::chrono::milliseconds patience{5000};
};

/// The cluster's certificate authority: a folder with `ca.key`, `ca.crt`, `ca.crl`, `issued.json`
/// (what was issued, for people to read), `certs/SERIAL.pem`, and `nodes/NODE/` for what goes to
/// the nodes. Keys are ECDSA over P-256, signatures with SHA-256. Contract: secure-import.
///
/// An object has the folder for itself: other processes wait until it is destroyed. Files are
/// replaced as a whole, so a process that is killed leaves either what was or what is to be.
/// **Threads**: one thread at a time.
class Authority {
 public:
  /// Makes a new one, and its folder if it is not there.
  /// @param days how long its own certificate lasts
  /// @throws Error there is one already, or the folder can't be written
  static Authority init(const std::filesystem::path& folder, int days = 3650,
                        AuthorityOptions options = {});

  /// @throws Error there is none, another process has it, others may read its key, its database is
  ///         damaged, its certificate has ended, or the clock is before its beginning
  explicit Authority(std::filesystem::path folder, AuthorityOptions options = {});
  Authority(const Authority&) = delete;
  Authority& operator=(const Authority&) = delete;
  Authority(Authority&&) noexcept;
  Authority& operator=(Authority&&) noexcept;
  ~Authority();

  /// Makes a key and a certificate for the node: for server and client, its address as subject
  /// alternative name. They are written to the folder as `node.key` (0600), `node.crt`, `ca.crt`,
  /// `ca.crl`.
  /// @param node an address as buses name it
  /// @param out the folder, made if it is not there; empty: `nodes/NODE`
  /// @throws Error the name is none, the node has a certificate that is valid, `out` holds another
  ///         node's, or the days go beyond the authority's end
  Issued issue(const std::string& node, const std::filesystem::path& out = {}, int days = 365);

  /// Makes a new certificate. The one before stays valid until its end.
  /// @param new_key false: for the key that the node has, so that only `node.crt` is to be brought
  ///        there
  /// @throws Error as issue(); the node never had one, or it was revoked; `out` has another key
  Issued renew(const std::string& node, const std::filesystem::path& out = {}, int days = 365,
               bool new_key = false);

  /// Revokes all certificates of the node that are valid, and signs a new list.
  /// @throws Error the node is unknown, or has none that is valid
  std::vector<Issued> revoke(const std::string& node);

  /// All that was issued, the oldest first.
  const std::vector<Issued>& issued() const noexcept;
  /// The end of the authority's own certificate.
  Time not_after() const noexcept;
  /// The list of what was revoked, signed, as PEM; see read_revocations().
  const std::string& revocations() const noexcept;
  /// Its number, which rises with each list.
  std::uint64_t revocations_number() const noexcept;
  /// Whether this authority has signed the list, PEM.
  bool has_signed(std::string_view list) const;
  /// The folder that is used if no other is named.
  std::filesystem::path folder_of(const std::string& node) const;

 private:
  struct Impl;
  explicit Authority(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace ddb::ca

#endif  // DDB_CA_AUTHORITY_HPP

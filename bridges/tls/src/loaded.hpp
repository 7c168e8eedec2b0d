// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TLS_LOADED_HPP
#define DDB_TLS_LOADED_HPP

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>

#include "ddb/tls/credentials.hpp"
#include "openssl.hpp"

namespace ddb::tls {

/// A list of revocations that was signed by the CA.
struct Revocations {
  std::string number;             ///< the CRL's, in hexadecimal; empty if it has none
  std::int64_t time = 0;          ///< of its making (thisUpdate), seconds since 1970
  std::set<std::string> serials;  ///< as serial_text() writes them

  /// Whether it is a later list of the same CA than the other.
  bool is_later_than(const Revocations& other) const;
};

/// The files that a node must have. Never changed once they are read; handshakes keep theirs.
struct NodeFiles {
  Certificate authority;
  Certificate own;
  std::chrono::system_clock::time_point own_begin;
  std::chrono::system_clock::time_point own_end;
  Context context;  ///< that handshakes are made with
};

/// What counts at one moment.
struct Credentials::Loaded {
  std::shared_ptr<const NodeFiles> files;
  std::shared_ptr<const Revocations> revocations;  ///< none: none is known

  bool is_revoked(const std::string& serial) const {
    return revocations && revocations->serials.count(serial) != 0;
  }
};

/// Reads the three files that must be there, and makes a context of them. A failure names the file.
usbip::Result<std::shared_ptr<const NodeFiles>, Refusal> read_node_files(
    const std::filesystem::path& folder, const std::string& node);

/// Reads a list of revocations. A failure says what is wrong with `place`.
usbip::Result<Revocations, Refusal> read_revocations(std::string_view pem, X509* authority,
                                                     const std::string& place);

/// The text of a small file; a failure names it.
/// @param is_secret others must not be able to read it
usbip::Result<std::string, Refusal> read_file(const std::filesystem::path& path, bool is_secret);

}  // namespace ddb::tls

#endif  // DDB_TLS_LOADED_HPP

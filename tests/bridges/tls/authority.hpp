// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_TLS_AUTHORITY_HPP
#define DDB_TESTS_TLS_AUTHORITY_HPP

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

/// A CA for tests, which also makes what no CA should.
namespace certificates {

using Hours = std::chrono::hours;

/// What a certificate says. Times are counted from now.
struct Wish {
  std::string names;                           ///< as X509V3_EXT_nconf() has it: "IP:192.0.2.1"
  std::string uses = "serverAuth,clientAuth";  ///< empty: no extension
  Hours from{-1};
  Hours to{24 * 365};
  bool is_authority = false;
};

/// A certificate and its key, in PEM.
struct Issued {
  std::string certificate;
  std::string key;
  std::string serial;  ///< in hexadecimal
};

class Authority {
 public:
  explicit Authority(const std::string& name = "ddb test CA");
  Authority(const Authority&) = delete;
  Authority& operator=(const Authority&) = delete;
  ~Authority();

  std::string certificate() const;
  Issued issue(const Wish& wish);
  /// Of a node's address, as everything should be.
  Issued issue_for(const std::string& address) { return issue({"IP:" + address}); }
  /// A list of revocations. @param number negative: none
  std::string revoke(const std::vector<std::string>& serials, long number);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Files of a node in a folder of their own, as ddb-agent has them.
class NodeFolder {
 public:
  NodeFolder();
  NodeFolder(const Authority& authority, const Issued& issued);
  NodeFolder(const NodeFolder&) = delete;
  NodeFolder& operator=(const NodeFolder&) = delete;
  ~NodeFolder();

  const std::filesystem::path& path() const { return path_; }
  /// The file as a whole, in one step, and for its owner only.
  void write(const std::string& name, const std::string& text) const;
  void write(const Authority& authority, const Issued& issued) const;

 private:
  std::filesystem::path path_;
};

}  // namespace certificates

#endif  // DDB_TESTS_TLS_AUTHORITY_HPP

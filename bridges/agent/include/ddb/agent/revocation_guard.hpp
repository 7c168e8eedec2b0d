// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_REVOCATION_GUARD_HPP
#define DDB_AGENT_REVOCATION_GUARD_HPP

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "ddb/agent/log.hpp"
#include "ddb/ca/revocations.hpp"
#include "ddb/store/store.hpp"

namespace ddb::agent {

/// Where a guard finds lists of revoked certificates, and what it does with the newest.
struct RevocationOptions {
  std::filesystem::path authority;  ///< file of the authority's certificate
  std::filesystem::path file;       ///< a list that people bring; need not be there
  std::filesystem::path kept;       ///< where the newest list is kept
  /// Makes a list count: whom it names is refused, and detached. Returns an empty text, or why it
  /// did not come to that.
  std::function<std::string(const std::string& pem)> apply;
};

/// Has the newest list of revoked certificates count, from wherever it comes: the store, a file, or
/// what was kept from before. One thread at a time may use it.
class RevocationGuard {
 public:
  /// Makes what was kept count.
  /// @throws ca::Error a list was kept and can't be used: who goes on might let in who was revoked
  RevocationGuard(RevocationOptions options, Log& log);

  /// Looks whether there is a newer list: one question to the store, and one at the file.
  /// @throws store::Error the store can't be asked
  void look(store::Store& store);

  /// Of the list that counts; 0: there is none.
  std::uint64_t number() const noexcept;

 private:
  void keep(const ca::RevocationKeeper::News& news);
  // False: it does not count, and that was told.
  bool consider(std::string_view pem, std::string_view from);

  RevocationOptions options_;
  Log& log_;
  ca::RevocationKeeper keeper_;
  std::filesystem::file_time_type file_time_;
  std::map<std::string, std::string> refused_;  // what is wrong with what is where, as it was told
};

}  // namespace ddb::agent

#endif  // DDB_AGENT_REVOCATION_GUARD_HPP

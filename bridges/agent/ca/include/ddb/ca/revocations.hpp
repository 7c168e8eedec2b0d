// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_CA_REVOCATIONS_HPP
#define DDB_CA_REVOCATIONS_HPP

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ddb/ca/error.hpp"

/// What an agent does with the lists of revoked certificates (CRL, RFC 5280) that the cluster's
/// authority signs.
namespace ddb::ca {

/// Longest list that is read, in bytes of PEM: some twenty thousand certificates.
constexpr std::size_t kLongestRevocations = std::size_t{4} << 20U;

/// A certificate that counts no more.
struct Revoked {
  std::string serial;  ///< hexadecimal digits in upper case
  std::string node;    ///< whose it was; empty if the list does not say

  friend bool operator==(const Revoked&, const Revoked&) = default;
};

/// A list that was checked.
struct Revocations {
  std::uint64_t number = 0;  ///< rises with each list that the authority signs
  std::vector<Revoked> revoked;
  std::string pem;
};

/// Reads a list and checks it.
/// @param pem the list
/// @param authority the authority's certificate, PEM
/// @throws Error it is none, too long, has no number, or was signed by somebody else
Revocations read_revocations(std::string_view pem, std::string_view authority);

/// Keeps the newest list that an agent has seen, on disk as well: a store that is set back, or one
/// who writes to it, can't undo a revocation. One thread at a time may use it.
class RevocationKeeper {
 public:
  /// Reads the list that was kept, if there is one.
  /// @param authority file of the authority's certificate, read when a list is offered
  /// @param kept file of the newest list
  /// @throws Error a list was kept and can't be read: who deletes it trusts what the store has
  RevocationKeeper(std::filesystem::path authority, std::filesystem::path kept);

  /// Reads the authority's certificate again. If the authority was replaced, its lists begin anew.
  /// @return whether the list that was current counts no more
  bool refresh();

  /// The newest list; none: no list was seen.
  const std::optional<Revocations>& current() const noexcept { return current_; }

  /// What a newer list brings.
  struct News {
    Revocations list;
    std::set<std::string> nodes;  ///< whose certificates were revoked since the list before
  };
  /// Looks at a list from wherever.
  /// @return none if it is not newer than the current one
  /// @throws Error as read_revocations()
  std::optional<News> offer(std::string_view pem) const;

  /// Makes it the current one and writes it to disk. To be called when the news has been acted
  /// upon: who dies before that gets the same news again.
  /// @throws Error it can't be written; it is the current one nevertheless
  void keep(const News& news);

 private:
  std::filesystem::path authority_;
  std::filesystem::path kept_;
  std::string its_authority_;  // PEM: who signed the current one
  std::optional<Revocations> current_;
};

}  // namespace ddb::ca

#endif  // DDB_CA_REVOCATIONS_HPP

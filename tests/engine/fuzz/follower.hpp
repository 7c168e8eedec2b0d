// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_FUZZ_FOLLOWER_HPP
#define DDB_TESTS_FUZZ_FOLLOWER_HPP

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "ddb/engine.hpp"
#include "session_checks.hpp"

namespace fuzz {

/// Somebody who has seen a session once, and knows of it since then only what the changes of its
/// outlets tell.
class Follower {
 public:
  /// @param begin what was seen
  /// @param taken how many changes there had been
  Follower(const View& begin, std::uint64_t taken);

  /// The next change, which must go on from what is known.
  void take(const ddb::OutletChange& change);

  /// What is known must be what is there.
  void compare(const View& view) const;

 private:
  using Key = std::tuple<ddb::RequesterName, ddb::OutletName>;
  struct Had {
    std::optional<ddb::AlternativeName> active;
    ddb::OutletStatus status = ddb::OutletStatus::Inactive;
    std::vector<ddb::Transaction> transactions;
  };
  std::uint64_t taken_;
  std::map<Key, Had> outlets_;
};

}  // namespace fuzz

#endif  // DDB_TESTS_FUZZ_FOLLOWER_HPP

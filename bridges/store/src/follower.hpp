// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_FOLLOWER_HPP
#define DDB_STORE_FOLLOWER_HPP

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "ddb/store/entry.hpp"

namespace ddb::store::detail {

/// Mark of a listing of a store in which nothing has ever happened.
constexpr std::string_view kStart = "start";

/// A change as the history holds it.
struct Recorded {
  Revision revision;             ///< where in the history
  std::optional<Change> change;  ///< none: this version does not understand what stands there
};

/// What a watch needs of a store. Used by the thread of the watch only. Its calls throw Error; the
/// next one begins anew.
class Follower {
 public:
  Follower(Filter filter, Listing from) : filter_(std::move(filter)), from_(std::move(from)) {}
  Follower(const Follower&) = delete;
  Follower& operator=(const Follower&) = delete;
  virtual ~Follower() = default;

  const Filter& filter() const noexcept { return filter_; }
  /// What the user of the watch knows already.
  const Listing& from() const noexcept { return from_; }

  /// All that there is now.
  /// @param stop a descriptor that ends every wait, with an Error, when it is readable
  virtual Listing read_all(int stop) = 0;

  /// What happened after `place`, in order; waits if there is nothing. May also return with
  /// nothing, so that the watch sees that all is well.
  /// @param stop a descriptor that ends the wait when it is readable
  /// @return none: the history has a gap after `place`, or is another
  virtual std::optional<std::vector<Recorded>> read_on(const Revision& place, int stop) = 0;

 private:
  Filter filter_;
  Listing from_;
};

}  // namespace ddb::store::detail

#endif  // DDB_STORE_FOLLOWER_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_POOL_PREDICATES_HPP
#define DDB_SRC_POOL_PREDICATES_HPP

#include <memory>

namespace ddb::detail {

class DevicePools;

/// The pools of an engine of Prolog: the sessions of one share nothing with those of others.
class EnginePools {
 public:
  EnginePools();
  EnginePools(const EnginePools&) = delete;
  EnginePools& operator=(const EnginePools&) = delete;
  ~EnginePools();

 private:
  friend class PoolsInUse;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// While it lives, the predicates use these pools where this thread calls them. A thread that has
/// none of these uses pools of its own, as where SWI-Prolog runs alone.
class PoolsInUse {
 public:
  explicit PoolsInUse(EnginePools& pools) noexcept;
  PoolsInUse(const PoolsInUse&) = delete;
  PoolsInUse& operator=(const PoolsInUse&) = delete;
  ~PoolsInUse();

 private:
  DevicePools* before_;
};

/// Makes the predicates that prolog/pool.pl exports known to Prolog, which may not run yet.
void register_pool_predicates();

}  // namespace ddb::detail

#endif  // DDB_SRC_POOL_PREDICATES_HPP

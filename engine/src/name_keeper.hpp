// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_NAME_KEEPER_HPP
#define DDB_SRC_NAME_KEEPER_HPP

#include <cstdint>

namespace ddb::detail {

using Name = std::uintptr_t;  ///< 0: none

/// Keeps the names that the pools hold, and lets them go.
class NameKeeper {
 public:
  NameKeeper() = default;
  NameKeeper(const NameKeeper&) = delete;
  NameKeeper& operator=(const NameKeeper&) = delete;
  virtual ~NameKeeper() = default;
  virtual void keep(Name name) noexcept = 0;
  virtual void drop(Name name) noexcept = 0;
};

}  // namespace ddb::detail

#endif  // DDB_SRC_NAME_KEEPER_HPP

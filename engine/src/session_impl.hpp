// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_SESSION_IMPL_HPP
#define DDB_SRC_SESSION_IMPL_HPP

#include <cstdint>
#include <string_view>

#include "ddb/engine.hpp"
#include "seat.hpp"

namespace ddb {

/// A session of engine_api, closed with the object.
struct Session::Impl {
  explicit Impl(const SessionOptions& options);
  /// @throws Error Invalid: what is wrong with the snapshot
  explicit Impl(std::string_view snapshot);
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl();

  detail::Seat seat;
  std::int64_t id = 0;
};

}  // namespace ddb

#endif  // DDB_SRC_SESSION_IMPL_HPP

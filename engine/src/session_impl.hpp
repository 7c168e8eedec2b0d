// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_SESSION_IMPL_HPP
#define DDB_SRC_SESSION_IMPL_HPP

#include <cstdint>

#include "ddb/engine.hpp"

namespace ddb {

/// A session of engine_api, closed with the object.
struct Session::Impl {
  explicit Impl(const SessionOptions& options);
  /// Takes over a session that engine_api has opened.
  explicit Impl(std::int64_t opened) : id(opened) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl();

  std::int64_t id = 0;
};

}  // namespace ddb

#endif  // DDB_SRC_SESSION_IMPL_HPP

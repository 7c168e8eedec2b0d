// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_PROLOG_RUNTIME_HPP
#define DDB_SRC_PROLOG_RUNTIME_HPP

#include <SWI-Prolog.h>

#include <mutex>

#include "ddb/engine.hpp"

namespace ddb::detail {

/// Starts Prolog if it does not run yet.
/// @throws Error Unavailable, at this and every later call
void start_prolog();

/// The right to use Prolog on this thread, for as long as the object lives: holds the one lock,
/// keeps the thread attached to an engine (from its first call until the thread ends), and opens
/// a frame that takes back all term references at its end.
///
/// @throws Error Conflict: this thread is inside a callback; Unavailable; Resource
class Call {
 public:
  Call() : Call(nullptr, nullptr) {}
  /// The callbacks, where not null, are called from inside the call and must outlive it.
  Call(const Narrator* narrator, const Progress* progress);
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;
  ~Call();

  /// Calls `engine_api:name(arguments...)`, which must succeed.
  /// @param arguments consecutive term references; outputs are bound when this returns
  /// @throws Error Resource, Internal; and what a callback has thrown
  void run(const char* name, int arity, term_t arguments);

 private:
  std::unique_lock<std::mutex> lock_;
  fid_t frame_ = 0;
};

}  // namespace ddb::detail

#endif  // DDB_SRC_PROLOG_RUNTIME_HPP

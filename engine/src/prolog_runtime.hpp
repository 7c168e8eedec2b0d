// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_PROLOG_RUNTIME_HPP
#define DDB_SRC_PROLOG_RUNTIME_HPP

#include <SWI-Prolog.h>

#include <chrono>
#include <cstddef>
#include <exception>
#include <functional>

#include "ddb/engine.hpp"

namespace ddb::detail {

/// Starts Prolog if it does not run yet.
/// @throws Error Unavailable, at this and every later call
void start_prolog();

/// Makes an engine of Prolog, on a thread that has none and is left without one. It asks once where
/// its C stack ends, and aborts the process on another one (SWI-Prolog 9.0.4): so it may only be
/// used on the stack that it was made on.
/// @returns null where none can be had
PL_engine_t new_engine();

/// While it lives, this thread has the engine of Prolog, which no other thread may use meanwhile.
class EngineInUse {
 public:
  /// @throws Error Internal
  explicit EngineInUse(PL_engine_t engine);
  EngineInUse(const EngineInUse&) = delete;
  EngineInUse& operator=(const EngineInUse&) = delete;
  ~EngineInUse();

 private:
  PL_engine_t before_ = nullptr;
};

/// Whether this thread runs a callback.
bool in_callback() noexcept;

/// @throws Error Conflict: this thread is inside a callback, which must not call the engine
void forbid_in_callback();

/// What a call calls back, where not null; it must outlive the call.
struct Callbacks {
  const Narrator* narrator = nullptr;
  const Progress* progress = nullptr;
};

/// What a callback of the running call needs.
struct Host {
  Callbacks callbacks;
  std::exception_ptr failure;
};

/// A call into Prolog, on a thread that has an engine: opens a frame that takes back all term
/// references at its end. See Seat::call.
class Call {
 public:
  /// @throws Error Resource
  explicit Call(const Callbacks& callbacks);
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;
  ~Call();

  /// Calls `engine_api:name(arguments...)`, which must succeed.
  /// @param arguments consecutive term references; outputs are bound when this returns
  /// @throws Error Resource, Internal; and what a callback has thrown
  void run(const char* name, int arity, term_t arguments);

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  Host host_;
  Host* before_;
  fid_t frame_ = 0;
};

}  // namespace ddb::detail

#endif  // DDB_SRC_PROLOG_RUNTIME_HPP

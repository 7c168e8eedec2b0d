// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_SEAT_HPP
#define DDB_SRC_SEAT_HPP

#include <functional>
#include <optional>
#include <type_traits>

#include "prolog_runtime.hpp"

namespace ddb::detail {

class Runner;

/// A place at one of the engines of Prolog, kept by a session for life.
///
/// There are as many such engines as the machine runs threads at once. A call runs on the thread of
/// its caller, who has the engine to himself meanwhile, and on the C stack of the engine. What the
/// predicates that are local to an engine (`thread_local`) remember is seen by its sessions only.
/// So sessions at different engines run at the same time and share nothing that changes. SWI-Prolog
/// 9.0.4 asks for both: an engine must stay on its C stack, whose end is asked for once; and a
/// dynamic predicate that several engines change may get a clause twice, in an index that is built
/// while the clause is added.
class Seat {
 public:
  /// Takes a place where the fewest are taken.
  /// @throws Error Unavailable: Prolog cannot start; Resource: there is no engine to be had
  Seat();
  Seat(const Seat&) = delete;
  Seat& operator=(const Seat&) = delete;
  ~Seat();

  /// Calls `use(Call&)` when what was asked of the engine before is done, and returns what it
  /// returns.
  /// @throws Error Conflict: this thread is inside a callback; and what `use` throws
  template <class Use>
  auto call(const Callbacks& callbacks, const Use& use) const {
    using Result = std::invoke_result_t<Use, Call&>;
    if constexpr (std::is_void_v<Result>) {
      run(callbacks, use);
    } else {
      std::optional<Result> result;
      run(callbacks, [&](Call& call) { result.emplace(use(call)); });
      return std::move(*result);
    }
  }
  template <class Use>
  auto call(const Use& use) const {
    return call({}, use);
  }

  /// Has `use(Call&)` called: now, or by the thread that has the engine now when it is done. It
  /// waits for nothing, also inside a callback. What `use` throws is lost.
  void post(std::function<void(Call&)> use) const;

 private:
  void run(const Callbacks& callbacks, const std::function<void(Call&)>& use) const;

  Runner& runner_;
};

}  // namespace ddb::detail

#endif  // DDB_SRC_SEAT_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_SEAT_HPP
#define DDB_SRC_SEAT_HPP

#include <functional>
#include <optional>
#include <type_traits>

#include "prolog_runtime.hpp"

namespace ddb::detail {

class Worker;

/// A place on one of the threads that run Prolog, kept by a session for life.
///
/// There are as many such threads as the machine runs at once; each has an engine of its own, and
/// what the predicates that are local to an engine (`thread_local`) remember is seen by the
/// sessions of that thread only. So sessions of different threads run at the same time and share
/// nothing that changes. SWI-Prolog 9.0.4 asks for both: an engine must stay on its thread, since
/// the end of the C stack is asked for once; and a dynamic predicate that several threads change
/// may get a clause twice, in an index that is built while the clause is added.
class Seat {
 public:
  /// Takes a place where the fewest are taken.
  /// @throws Error Unavailable: Prolog cannot start; Resource: there is no thread to be had
  Seat();
  Seat(const Seat&) = delete;
  Seat& operator=(const Seat&) = delete;
  ~Seat();

  /// Calls `use(Call&)` on the thread, when what was asked of it before is done, and returns what
  /// it returns. This thread waits meanwhile.
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

  /// Has `use(Call&)` called on the thread, when what was asked of it before is done, and waits for
  /// nothing: also inside a callback. What `use` throws is lost.
  void post(std::function<void(Call&)> use) const;

 private:
  void run(const Callbacks& callbacks, const std::function<void(Call&)>& use) const;

  Worker& worker_;
};

}  // namespace ddb::detail

#endif  // DDB_SRC_SEAT_HPP

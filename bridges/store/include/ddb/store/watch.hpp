// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_WATCH_HPP
#define DDB_STORE_WATCH_HPP

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "ddb/store/entry.hpp"
#include "ddb/store/error.hpp"

namespace ddb::store {

namespace detail {
class Follower;
}  // namespace detail

/// Tells the changes of a store, each once and in order, none left out: see Store::watch().
///
///     std::unique_ptr<Watch> watch = store->watch({.node = "10.0.0.1"});
///     for (;;) {
///       for (const Change& change : watch->take()) ...
///       // poll() on watch->descriptor(), with the program's others
///     }
///
/// A thread of its own follows the store (signals are blocked in it), finds it again for ever when
/// it is out of reach (after 0.1 s, then twice as long up to 5 s, less a random part), and reads on
/// where it was. If the history has a gap there, all is read and the differences are told
/// (Change::is_step is false then).
///
/// One thread at a time may use a watch. It needs the Store that made it no longer.
class Watch {
 public:
  /// Follows from now on. For Store::watch().
  explicit Watch(std::unique_ptr<detail::Follower> follower);
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  /// Ends the thread. Takes some milliseconds.
  ~Watch();

  /// Readable (POLLIN) when take() has something to tell, or trouble() has changed. Belongs to the
  /// watch.
  int descriptor() const noexcept;

  /// What has happened since the last call, in order; the first call tells it from the beginning
  /// that was asked for. Never waits. At most 1024 changes a call; the descriptor stays readable if
  /// there are more. Whoever does not call it keeps at most 1024 changes in memory: the rest stays
  /// in the store.
  std::vector<Change> take();

  /// take(), after waiting for news for at most this long.
  /// @throws std::system_error: the system is short of something
  std::vector<Change> wait(std::chrono::milliseconds longest);

  /// Why the store cannot be followed at the moment; none if it is followed.
  std::optional<Error> trouble() const;

  /// How often the history had a gap, or was begun, and all was read.
  std::size_t readings() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ddb::store

#endif  // DDB_STORE_WATCH_HPP

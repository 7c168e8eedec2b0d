// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_OWN_STACK_HPP
#define DDB_SRC_OWN_STACK_HPP

#include <cstddef>
#include <functional>

namespace ddb::detail {

/// A C stack that belongs to no thread: whichever thread calls run() runs on it. One thread at a
/// time may use it.
///
/// Address space is taken at once, memory as it is touched. Below the stack is a page that nobody
/// may touch, so that an overflow ends the process and nothing worse.
class OwnStack {
 public:
  /// @param size in bytes; rounded up to whole pages
  /// @throws std::system_error
  explicit OwnStack(std::size_t size);
  OwnStack(const OwnStack&) = delete;
  OwnStack& operator=(const OwnStack&) = delete;
  ~OwnStack();

  /// Calls `body`, which must not throw, on a new thread that takes this for its own stack, and
  /// waits for its end.
  /// @throws std::system_error
  void run_thread(const std::function<void()>& body);

  /// Calls `body`, which must not throw, on this thread and this stack.
  void run(const std::function<void()>& body) noexcept;

  /// Gives back the memory that was touched by what has run, but for the last `kept` bytes.
  /// Failure costs memory, nothing else.
  void give_back(std::size_t kept) noexcept;

 private:
  std::byte* guard_;   ///< Where the pages begin, the forbidden one first.
  std::byte* bottom_;  ///< Where the stack ends, which grows down.
  std::size_t size_;
  void* fiber_ = nullptr;  ///< What the thread sanitizer knows the stack by.
};

}  // namespace ddb::detail

#endif  // DDB_SRC_OWN_STACK_HPP

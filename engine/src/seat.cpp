// SPDX-License-Identifier: Apache-2.0
#include "seat.hpp"

#include <pthread.h>

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "own_stack.hpp"
#include "pool_predicates.hpp"

namespace ddb::detail {

namespace {

// SWI-Prolog reads a nested term by calling itself, 600 bytes a level, and does not look how much
// is left: this is room for as many brackets as reader.pl lets a source have.
constexpr std::size_t kStack = std::size_t{512} << 20U;
// What a deeply nested term has touched of it would stay in memory: some 400 MiB for the deepest.
constexpr std::size_t kKeptOfStack = std::size_t{1} << 20U;

[[noreturn]] void throw_no_engine() {
  throw Error(ErrorCode::Resource,
              "the inference engine cannot have one more engine of Prolog: the process or the "
              "system has too little memory or too many threads");
}

// A thread that is cancelled leaves its stack frame by frame, which ends at that of another stack;
// and one that goes while it waits for its turn would never take it.
class NoCancellation {
 public:
  NoCancellation() { pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before_); }
  NoCancellation(const NoCancellation&) = delete;
  NoCancellation& operator=(const NoCancellation&) = delete;
  ~NoCancellation() { pthread_setcancelstate(before_, nullptr); }

 private:
  int before_ = PTHREAD_CANCEL_ENABLE;
};

// A mutex that serves in the order of arrival.
class Turnstile {
 public:
  void lock() {
    std::unique_lock lock(mutex_);
    const std::uint64_t ticket = next_++;
    changed_.wait(lock, [&] { return ticket == served_; });
  }
  bool try_lock() {
    const std::scoped_lock lock(mutex_);
    if (next_ != served_) return false;
    ++next_;
    return true;
  }
  void unlock() {
    const std::scoped_lock lock(mutex_);
    ++served_;
    if (next_ != served_) changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t next_ = 0;
  std::uint64_t served_ = 0;
};

}  // namespace

/// An engine of Prolog with a C stack and pools of its own, which threads use in turn. It lives
/// until the process ends.
class Runner {
 public:
  /// @throws Error Resource
  Runner() try : stack_(kStack) {
    stack_.run_thread([this] { engine_ = new_engine(); });
    if (engine_ == nullptr) throw_no_engine();
  } catch (const std::system_error&) {
    throw_no_engine();
  }

  /// Does the work when those that came before are done, and throws what it throws.
  void run(const std::function<void()>& work) {
    const NoCancellation no_cancellation;
    std::exception_ptr failure;
    {
      const std::scoped_lock turn(turnstile_);
      failure = use(work);
    }
    catch_up();
    if (failure) std::rethrow_exception(failure);
  }

  /// Has the work done, at once where nothing else is; what it throws is lost.
  void post(std::function<void()> work) {
    const NoCancellation no_cancellation;
    {
      const std::scoped_lock lock(mutex_);
      posted_.push_back(std::move(work));
    }
    catch_up();
  }

  std::size_t seats = 0;  ///< Taken; guarded by the mutex of the runners.

 private:
  // Whoever has a turn does what was posted meanwhile before or after it.
  void catch_up() {
    while (has_posted() && turnstile_.try_lock()) {
      const std::scoped_lock turn(std::adopt_lock, turnstile_);
      use([] {});
    }
  }

  bool has_posted() {
    const std::scoped_lock lock(mutex_);
    return !posted_.empty();
  }

  // Does what was posted, then the work. What that throws.
  std::exception_ptr use(const std::function<void()>& work) {
    std::exception_ptr failure;
    const PoolsInUse pools(pools_);
    const EngineInUse engine(engine_);
    stack_.run([&] {
      do_posted();
      try {
        work();
      } catch (...) {
        failure = std::current_exception();
      }
    });
    stack_.give_back(kKeptOfStack);
    return failure;
  }

  void do_posted() {
    std::vector<std::function<void()>> posted;
    {
      const std::scoped_lock lock(mutex_);
      posted.swap(posted_);
    }
    for (const auto& work : posted) {
      try {
        work();
      } catch (...) {
        continue;
      }
    }
  }

  OwnStack stack_;
  EnginePools pools_;
  PL_engine_t engine_ = nullptr;
  Turnstile turnstile_;
  std::mutex mutex_;  // Of what follows.
  std::vector<std::function<void()>> posted_;
};

namespace {

struct Runners {
  std::mutex mutex;
  std::vector<std::unique_ptr<Runner>> all;
};

// Never destroyed: sessions may be used while the process ends.
Runners& runners() {
  static auto* const runners = new Runners;
  return *runners;
}

Runner& take_seat() {
  start_prolog();
  const std::scoped_lock lock(runners().mutex);
  auto& all = runners().all;
  const auto emptiest = std::min_element(
      all.begin(), all.end(),
      [](const auto& left, const auto& right) { return left->seats < right->seats; });
  const std::size_t most = std::max(1U, std::thread::hardware_concurrency());
  if (emptiest == all.end() || ((*emptiest)->seats > 0 && all.size() < most)) {
    all.push_back(std::make_unique<Runner>());
    all.back()->seats = 1;
    return *all.back();
  }
  ++(*emptiest)->seats;
  return **emptiest;
}

}  // namespace

Seat::Seat() : runner_(take_seat()) {}

Seat::~Seat() {
  const std::scoped_lock lock(runners().mutex);
  --runner_.seats;
}

void Seat::run(const Callbacks& callbacks, const std::function<void(Call&)>& use) const {
  forbid_in_callback();
  runner_.run([&] {
    Call call(callbacks);
    use(call);
  });
}

void Seat::post(std::function<void(Call&)> use) const {
  runner_.post([use = std::move(use)] {
    Call call({});
    use(call);
  });
}

}  // namespace ddb::detail

// SPDX-License-Identifier: Apache-2.0
#include "seat.hpp"

#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <future>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace ddb::detail {

namespace {

// SWI-Prolog reads a nested term by calling itself, 600 bytes a level, and does not look how much
// is left: this is room for as many brackets as reader.pl lets a source have.
constexpr std::size_t kWorkerStack = std::size_t{512} << 20U;

// (Types of our own: what the standard library makes for one of its own types would be exported.)
struct Start {
  std::promise<bool> attached;
};

enum class TaskState { Open, Done };

struct Task {
  std::function<void()> work;
  std::exception_ptr failure = nullptr;
  std::atomic<TaskState> state = TaskState::Open;
};

// The stack of the thread that makes this. What a deeply nested term has touched of it would stay
// in memory for as long as the thread lives: some 400 MiB for the deepest.
class OwnStack {
 public:
  OwnStack() {
    pthread_attr_t attributes;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) return;
    void* begin = nullptr;
    std::size_t size = 0;
    if (pthread_attr_getstack(&attributes, &begin, &size) == 0) {
      begin_ = reinterpret_cast<std::uintptr_t>(begin);
    }
    pthread_attr_destroy(&attributes);
  }

  /// Gives back what lies far below the caller, which nothing uses. Failure costs memory, nothing
  /// else.
  void give_back() const {
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    const std::uintptr_t end = (here - kKept) / page * page;
    if (begin_ == 0 || end < begin_ + page) return;
    // Reading touches page after page, so the next one tells whether there are more.
    unsigned char is_resident = 0;
    if (mincore(address(end - page), page, &is_resident) != 0 || (is_resident & 1U) == 0) return;
    madvise(address(begin_), end - begin_, MADV_DONTNEED);
  }

 private:
  static constexpr std::uintptr_t kKept = std::uintptr_t{1} << 20U;

  static void* address(std::uintptr_t number) {
    return reinterpret_cast<void*>(number);  // NOLINT(performance-no-int-to-ptr): of a page
  }

  std::uintptr_t begin_ = 0;
};

}  // namespace

/// A thread with an engine of Prolog, which does one task after the other until the process ends.
class Worker {
 public:
  /// @throws Error Resource
  Worker() {
    // Shared, since set_value() may still be about it when this thread goes on.
    const auto start = std::make_shared<Start>();
    std::future<bool> is_attached = start->attached.get_future();
    try {
      start_background_thread(kWorkerStack, [this, start] {
        const bool success = attach_engine();
        start->attached.set_value(success);
        if (success) work();
      });
    } catch (const std::system_error&) {
      throw_no_thread();
    }
    if (!is_attached.get()) throw_no_thread();
  }

  /// Does the work on the thread, waits for it, and throws what it throws.
  void run(std::function<void()> work) {
    const std::shared_ptr<Task> task = add(std::move(work));
    task->state.wait(TaskState::Open);
    if (task->failure) std::rethrow_exception(std::exchange(task->failure, nullptr));
  }

  /// Has the work done on the thread before what is asked of it later; what it throws is lost.
  void post(std::function<void()> work) { add(std::move(work)); }

  std::size_t seats = 0;  ///< Taken; guarded by the mutex of the workers.

 private:
  [[noreturn]] static void throw_no_thread() {
    throw Error(
        ErrorCode::Resource,
        "the inference engine cannot have a thread: the process or the system has too many");
  }

  std::shared_ptr<Task> add(std::function<void()> work) {
    auto task = std::make_shared<Task>();
    task->work = std::move(work);
    const std::scoped_lock lock(mutex_);
    tasks_.push_back(task);
    changed_.notify_one();
    return task;
  }

  std::shared_ptr<Task> next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !tasks_.empty(); });
    std::shared_ptr<Task> task = std::move(tasks_.front());
    tasks_.pop_front();
    return task;
  }

  void work() {
    const OwnStack stack;
    for (;;) {
      const std::shared_ptr<Task> task = next();
      // Whoever waits is alone with the exception, and destroys it, once this block is left.
      try {
        task->work();
      } catch (...) {
        task->failure = std::current_exception();
      }
      stack.give_back();
      task->state = TaskState::Done;
      task->state.notify_one();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Task>> tasks_;
};

namespace {

struct Workers {
  std::mutex mutex;
  std::vector<std::unique_ptr<Worker>> all;
};

// Never destroyed: sessions may be used while the process ends.
Workers& workers() {
  static auto* const workers = new Workers;
  return *workers;
}

Worker& take_seat() {
  start_prolog();
  const std::scoped_lock lock(workers().mutex);
  auto& all = workers().all;
  const auto emptiest = std::min_element(
      all.begin(), all.end(),
      [](const auto& left, const auto& right) { return left->seats < right->seats; });
  const std::size_t most = std::max(1U, std::thread::hardware_concurrency());
  if (emptiest == all.end() || ((*emptiest)->seats > 0 && all.size() < most)) {
    all.push_back(std::make_unique<Worker>());
    all.back()->seats = 1;
    return *all.back();
  }
  ++(*emptiest)->seats;
  return **emptiest;
}

}  // namespace

Seat::Seat() : worker_(take_seat()) {}

Seat::~Seat() {
  const std::scoped_lock lock(workers().mutex);
  --worker_.seats;
}

void Seat::run(const Callbacks& callbacks, const std::function<void(Call&)>& use) const {
  forbid_in_callback();
  worker_.run([&] {
    Call call(callbacks);
    use(call);
  });
}

void Seat::post(std::function<void(Call&)> use) const {
  worker_.post([use = std::move(use)] {
    Call call({});
    use(call);
  });
}

}  // namespace ddb::detail

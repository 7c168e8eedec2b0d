// SPDX-License-Identifier: Apache-2.0
#include "ddb/store/watch.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <condition_variable>
#include <csignal>
#include <cstdint>
#include <deque>
#include <iterator>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "descriptor.hpp"
#include "follower.hpp"
#include "waiting.hpp"

namespace ddb::store {

namespace {

constexpr std::size_t kLongestQueue = 1024;
constexpr std::chrono::milliseconds kFirstPause{100};
constexpr std::chrono::milliseconds kLongestPause{5000};

void signal_event(int descriptor) {
  const std::uint64_t one = 1;
  // It fails only when the counter is full, and then it is readable already.
  static_cast<void>(::write(descriptor, &one, sizeof one) + 0);
}

void clear_event(int descriptor) {
  std::uint64_t count = 0;
  static_cast<void>(::read(descriptor, &count, sizeof count) + 0);
}

// What is started while this lives has all signals blocked.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all{};
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

}  // namespace

struct Watch::Impl {
  explicit Impl(std::unique_ptr<detail::Follower> its_follower)
      : follower(std::move(its_follower)),
        place(follower->from().revision),
        news(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "cannot make an event"),
        stop(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "cannot make an event") {
    for (const Entry& entry : follower->from().entries) known.emplace(entry.key, entry);
    const SignalsBlocked blocked;
    thread = std::thread([this] { run(); });
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    {
      const std::lock_guard lock(mutex);
      is_stopping = true;
    }
    signal_event(stop.get());
    has_room.notify_all();
    thread.join();
  }

  void run() {
    unsigned failures = 0;
    while (!stopping()) {
      std::optional<Error> why;
      try {
        if (failures > 0) {
          const auto pause = detail::backoff(failures - 1, kFirstPause, kLongestPause);
          detail::wait_for(-1, 0, detail::Clock::now() + pause, stop.get());
        }
        step();
      } catch (const Error& error) {
        why = error;
      } catch (const std::exception& error) {
        why = Error(ErrorCode::Unavailable, error.what());
      }
      failures = why ? failures + 1 : 0;
      set_trouble(why);
    }
  }

  void step() {
    if (place.mark.empty()) {
      const Listing listing = follower->read_all(stop.get());
      // Before what was read is told, so that nobody takes it for old.
      set_trouble({});
      tell_differences(listing);
    }
    const auto recorded = follower->read_on(place, stop.get());
    set_trouble({});
    if (!recorded) {
      place = {};
      return;
    }
    for (const detail::Recorded& one : *recorded) {
      if (one.change && !tell_step(*one.change)) return;
      place = one.revision;
    }
  }

  void tell_differences(const Listing& listing) {
    {
      const std::lock_guard lock(mutex);
      ++readings;
    }
    std::map<Key, Entry> now;
    for (const Entry& entry : listing.entries) now.emplace(entry.key, entry);
    for (auto it = known.begin(); it != known.end();) {
      if (now.contains(it->first)) {
        ++it;
        continue;
      }
      if (!tell({it->first, it->second.status, std::nullopt, listing.revision, false})) return;
      it = known.erase(it);
    }
    for (const auto& [key, entry] : now) {
      const auto before = known.find(key);
      if (before != known.end() && before->second == entry) continue;
      std::optional<Status> status;
      if (before != known.end()) status = before->second.status;
      if (!tell({key, status, entry, entry.revision, false})) return;
      known.insert_or_assign(key, entry);
    }
    place = listing.revision;
  }

  bool tell_step(const Change& change) {
    if (!follower->filter().matches(change.key)) return true;
    if (!tell(change)) return false;
    if (change.entry) {
      known.insert_or_assign(change.key, *change.entry);
    } else {
      known.erase(change.key);
    }
    return true;
  }

  // False if it was not told, as the watch ends.
  bool tell(Change change) {
    std::unique_lock lock(mutex);
    has_room.wait(lock, [&] { return is_stopping || queue.size() < kLongestQueue; });
    if (is_stopping) return false;
    queue.push_back(std::move(change));
    signal_event(news.get());
    return true;
  }

  void set_trouble(const std::optional<Error>& why) {
    const std::lock_guard lock(mutex);
    const bool is_same = why.has_value() == trouble.has_value() &&
                         (!why || (why->code() == trouble->code() &&
                                   std::string_view(why->what()) == trouble->what()));
    if (is_same) return;
    trouble = why;
    signal_event(news.get());
  }

  bool stopping() {
    const std::lock_guard lock(mutex);
    return is_stopping;
  }

  // Of the thread only.
  std::unique_ptr<detail::Follower> follower;
  std::map<Key, Entry> known;
  Revision place;

  detail::Descriptor news;
  detail::Descriptor stop;

  std::mutex mutex;  // of what follows
  std::condition_variable has_room;
  std::deque<Change> queue;
  std::optional<Error> trouble;
  std::size_t readings = 0;
  bool is_stopping = false;

  std::thread thread;
};

Watch::Watch(std::unique_ptr<detail::Follower> follower)
    : impl_(std::make_unique<Impl>(std::move(follower))) {}

Watch::~Watch() = default;

int Watch::descriptor() const noexcept { return impl_->news.get(); }

std::vector<Change> Watch::take() {
  const std::lock_guard lock(impl_->mutex);
  clear_event(impl_->news.get());
  std::vector<Change> changes(std::make_move_iterator(impl_->queue.begin()),
                              std::make_move_iterator(impl_->queue.end()));
  impl_->queue.clear();
  impl_->has_room.notify_all();
  return changes;
}

std::vector<Change> Watch::wait(std::chrono::milliseconds longest) {
  detail::wait_for(impl_->news.get(), POLLIN, detail::Clock::now() + longest);
  return take();
}

std::optional<Error> Watch::trouble() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->trouble;
}

std::size_t Watch::readings() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->readings;
}

}  // namespace ddb::store

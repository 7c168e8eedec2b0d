// SPDX-License-Identifier: Apache-2.0
#include "own_stack.hpp"

#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>

#include "thread.hpp"

// The sanitizers are to be told when a thread changes its stack.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define DDB_ADDRESS_SANITIZER
#endif
#if __has_feature(thread_sanitizer)
#define DDB_THREAD_SANITIZER
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define DDB_ADDRESS_SANITIZER
#endif
#if defined(__SANITIZE_THREAD__)
#define DDB_THREAD_SANITIZER
#endif
#if defined(DDB_ADDRESS_SANITIZER)
#include <sanitizer/common_interface_defs.h>
#endif
#if defined(DDB_THREAD_SANITIZER)
#include <sanitizer/tsan_interface.h>
#endif

namespace ddb::detail {

namespace {

std::size_t page_size() {
  static const auto size = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  return size;
}

[[noreturn]] void throw_failure(int failure) {
  throw std::system_error(failure, std::generic_category());
}

// What a thread leaves when it goes to another stack, and finds when it is back.
struct Visit {
  const std::function<void()>& body;
  ucontext_t here = {};
#if defined(DDB_ADDRESS_SANITIZER)
  void* fake_stack = nullptr;
#endif
#if defined(DDB_THREAD_SANITIZER)
  void* fiber = nullptr;
#endif
};

// makecontext() passes int only.
#if defined(DDB_THREAD_SANITIZER)
__attribute__((no_sanitize("thread")))
#endif
void begin(unsigned high, unsigned low) {
  const std::uintptr_t number = (static_cast<std::uintptr_t>(high) << 32U) | low;
  auto* const visit = reinterpret_cast<Visit*>(number);  // NOLINT(performance-no-int-to-ptr)
#if defined(DDB_ADDRESS_SANITIZER)
  const void* bottom = nullptr;
  std::size_t size = 0;
  __sanitizer_finish_switch_fiber(nullptr, &bottom, &size);
#endif
  visit->body();
#if defined(DDB_ADDRESS_SANITIZER)
  __sanitizer_start_switch_fiber(nullptr, bottom, size);
#endif
#if defined(DDB_THREAD_SANITIZER)
  __tsan_switch_to_fiber(visit->fiber, 0);
#endif
}

}  // namespace

OwnStack::OwnStack(std::size_t size) : size_((size + page_size() - 1) / page_size() * page_size()) {
  void* const pages = mmap(nullptr, page_size() + size_, PROT_READ | PROT_WRITE,
                           MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (pages == MAP_FAILED) throw_failure(errno);
  guard_ = static_cast<std::byte*>(pages);
  bottom_ = guard_ + page_size();
  if (mprotect(guard_, page_size(), PROT_NONE) != 0) {
    const int failure = errno;
    munmap(guard_, page_size() + size_);
    throw_failure(failure);
  }
#if defined(DDB_THREAD_SANITIZER)
  fiber_ = __tsan_create_fiber(0);
#endif
}

OwnStack::~OwnStack() {
#if defined(DDB_THREAD_SANITIZER)
  __tsan_destroy_fiber(fiber_);
#endif
  munmap(guard_, page_size() + size_);
}

void OwnStack::run_thread(const std::function<void()>& body) {
  pthread_join(make_thread(bottom_, size_, body), nullptr);
}

#if defined(DDB_THREAD_SANITIZER)
__attribute__((no_sanitize("thread")))
#endif
void OwnStack::run(const std::function<void()>& body) noexcept {
  Visit visit{body};
  ucontext_t there;
  getcontext(&there);
  there.uc_stack.ss_sp = bottom_;
  there.uc_stack.ss_size = size_;
  there.uc_link = &visit.here;
  const auto number = reinterpret_cast<std::uintptr_t>(&visit);
  makecontext(&there, reinterpret_cast<void (*)()>(begin), 2, static_cast<unsigned>(number >> 32U),
              static_cast<unsigned>(number));
#if defined(DDB_ADDRESS_SANITIZER)
  __sanitizer_start_switch_fiber(&visit.fake_stack, bottom_, size_);
#endif
#if defined(DDB_THREAD_SANITIZER)
  visit.fiber = __tsan_get_current_fiber();
  __tsan_switch_to_fiber(fiber_, 0);
#endif
  // Not swapcontext(), which is the same: the address sanitizer complains of each program that
  // calls it. getcontext() returns once more when begin() has.
  volatile bool has_left = false;
  getcontext(&visit.here);
  if (!has_left) {
    has_left = true;
    setcontext(&there);
  }
#if defined(DDB_ADDRESS_SANITIZER)
  __sanitizer_finish_switch_fiber(visit.fake_stack, nullptr, nullptr);
#endif
}

void OwnStack::give_back(std::size_t kept) noexcept {
  const std::size_t rest = size_ - kept / page_size() * page_size();
  // Reading touches page after page, so the first one tells whether there are more.
  unsigned char is_resident = 0;
  if (mincore(bottom_ + rest - page_size(), page_size(), &is_resident) != 0) return;
  if ((is_resident & 1U) != 0) madvise(bottom_, rest, MADV_DONTNEED);
}

}  // namespace ddb::detail

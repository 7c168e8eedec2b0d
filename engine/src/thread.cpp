// SPDX-License-Identifier: Apache-2.0
#include "thread.hpp"

#include <csignal>
#include <memory>
#include <system_error>
#include <utility>

namespace ddb::detail {

pthread_t make_thread(void* stack, std::size_t size, std::function<void()> body) {
  const auto run = [](void* given) -> void* {
    const std::unique_ptr<std::function<void()>> own(static_cast<std::function<void()>*>(given));
    (*own)();
    return nullptr;
  };
  auto own = std::make_unique<std::function<void()>>(std::move(body));
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  if (stack == nullptr) {
    pthread_attr_setstacksize(&attributes, size);
  } else {
    pthread_attr_setstack(&attributes, stack, size);
  }
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_t thread{};
  const int failure = pthread_create(&thread, &attributes, run, own.get());
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  pthread_attr_destroy(&attributes);
  if (failure != 0) throw std::system_error(failure, std::generic_category());
  static_cast<void>(own.release());  // The thread has it.
  return thread;
}

}  // namespace ddb::detail

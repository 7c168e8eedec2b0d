// SPDX-License-Identifier: Apache-2.0
#include "hook_runner.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <exception>
#include <system_error>
#include <utility>

namespace ddb::agent {

namespace {

// A hook that can't answer has not said yes.
std::string ask(const Hook& hook, const HookQuestion& question) {
  try {
    return hook(question);
  } catch (const std::exception& error) {
    return std::string("the hook failed: ") + error.what();
  }
}

}  // namespace

std::optional<std::string> HookRunner::Decision::answer() const {
  const std::lock_guard lock(mutex_);
  return answer_;
}

HookRunner::HookRunner(Hook hook)
    : hook_(std::move(hook)), news_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (news_.get() < 0) {
    throw std::system_error(errno, std::generic_category(), "cannot make an eventfd");
  }
}

HookRunner::~HookRunner() {
  for (Run& it : runs_) it.thread.join();
}

std::shared_ptr<const HookRunner::Decision> HookRunner::ask(const HookQuestion& question) {
  const auto same = std::find_if(runs_.begin(), runs_.end(), [&](const Run& it) {
    return it.question == question && !it.decision->answer();
  });
  if (same != runs_.end()) return same->decision;
  const auto decision = std::make_shared<Decision>();
  runs_.push_back({question, decision, std::thread([this, decision, question] {
                     std::string answer = ddb::agent::ask(hook_, question);
                     const std::lock_guard lock(decision->mutex_);
                     decision->answer_ = std::move(answer);
                     const std::uint64_t one = 1;
                     static_cast<void>(!write(news_.get(), &one, sizeof one));
                   })});
  return decision;
}

void HookRunner::take_note() {
  std::uint64_t count = 0;
  static_cast<void>(!read(news_.get(), &count, sizeof count));
  runs_.remove_if([](Run& it) {
    if (!it.decision->answer()) return false;
    it.thread.join();
    return true;
  });
}

}  // namespace ddb::agent

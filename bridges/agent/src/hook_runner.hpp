// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_HOOK_RUNNER_HPP
#define DDB_AGENT_HOOK_RUNNER_HPP

#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "ddb/agent/hook.hpp"
#include "ddb/usbip/socket.hpp"

namespace ddb::agent {

/// Asks the hook, each question in a thread of its own. One that is being asked already is not
/// asked beside it, so that a master who comes again and again costs no more than one who waits.
/// One thread at a time may use it.
class HookRunner {
 public:
  /// What becomes of a question.
  class Decision {
   public:
    /// What the hook said: empty if it said yes. None: it has not answered yet.
    std::optional<std::string> answer() const;

   private:
    friend class HookRunner;
    mutable std::mutex mutex_;
    std::optional<std::string> answer_;
  };

  explicit HookRunner(Hook hook);
  HookRunner(const HookRunner&) = delete;
  HookRunner& operator=(const HookRunner&) = delete;
  /// Waits for the hook, which has a bound.
  ~HookRunner();

  std::shared_ptr<const Decision> ask(const HookQuestion& question);
  /// Readable when there are answers.
  int descriptor() const noexcept { return news_.get(); }
  /// Makes it no longer readable.
  void take_note();

 private:
  struct Run {
    HookQuestion question;
    std::shared_ptr<Decision> decision;
    std::thread thread;
  };

  Hook hook_;
  usbip::Socket news_;
  std::list<Run> runs_;
};

}  // namespace ddb::agent

#endif  // DDB_AGENT_HOOK_RUNNER_HPP

// SPDX-License-Identifier: Apache-2.0
#include "progress.hpp"

#include <utility>

#include "terminal.hpp"

namespace ddb::match {

namespace {

constexpr std::chrono::milliseconds kPatience{1000};
constexpr std::chrono::milliseconds kInterval{100};
constexpr std::size_t kBarWidth = 30;

}  // namespace

ProgressBar::ProgressBar(std::string label)
    : label_(std::move(label)), next_(Clock::now() + kPatience) {}

ProgressBar::~ProgressBar() { clear(); }

void ProgressBar::show(std::size_t done, std::size_t total) {
  Terminal& terminal = Terminal::error();
  if (!terminal.is_terminal() || total == 0) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + kInterval;
  visible_ = true;
  const std::size_t filled = kBarWidth * done / total;
  terminal.write("\r" + label_ + " [" + std::string(filled, '#') +
                 std::string(kBarWidth - filled, '.') + "] " + std::to_string(done) + "/" +
                 std::to_string(total) + "\033[K");
  terminal.flush();
}

void ProgressBar::clear() {
  if (!visible_) return;
  visible_ = false;
  Terminal::error().write("\r\033[K");
  Terminal::error().flush();
}

}  // namespace ddb::match

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_MATCH_PROGRESS_HPP
#define DDB_MATCH_PROGRESS_HPP

#include <chrono>
#include <cstddef>
#include <string>

namespace ddb::match {

/// A bar on standard error, if that is a terminal and the work takes more than a second.
class ProgressBar {
 public:
  explicit ProgressBar(std::string label);
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar();

  void show(std::size_t done, std::size_t total);
  /// Takes the bar off the screen, before anything else is printed.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  std::string label_;
  Clock::time_point next_;
  bool visible_ = false;
};

}  // namespace ddb::match

#endif  // DDB_MATCH_PROGRESS_HPP

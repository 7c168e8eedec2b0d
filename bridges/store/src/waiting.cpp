// SPDX-License-Identifier: Apache-2.0
#include "waiting.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <random>
#include <system_error>

namespace ddb::store::detail {

Woken wait_for(int descriptor, short events, Clock::time_point until, int stop) {
  using std::chrono::milliseconds;
  for (;;) {
    const auto left = std::chrono::ceil<milliseconds>(until - Clock::now());
    const auto bound = std::clamp(left, milliseconds(0), milliseconds(60000));
    std::array<pollfd, 2> waiting = {pollfd{descriptor, events, 0}, pollfd{stop, POLLIN, 0}};
    const int count = poll(waiting.data(), waiting.size(), static_cast<int>(bound.count()));
    if (count < 0 && errno != EINTR) {
      throw std::system_error(errno, std::generic_category(), "cannot wait");
    }
    if (count > 0) return waiting[1].revents != 0 ? Woken::Stopped : Woken::Ready;
    if (Clock::now() >= until) return Woken::TimeOver;
  }
}

std::chrono::milliseconds backoff(unsigned tries, std::chrono::milliseconds base,
                                  std::chrono::milliseconds longest) {
  constexpr unsigned kMostDoublings = 16;
  const auto whole = std::min(longest, base * (1U << std::min(tries, kMostDoublings)));
  std::random_device random;
  return whole -
         std::chrono::milliseconds(random() % (static_cast<unsigned>(whole.count()) / 2 + 1));
}

}  // namespace ddb::store::detail

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_WAITING_HPP
#define DDB_STORE_WAITING_HPP

#include <poll.h>

#include <chrono>

/// Waiting with a bound.
namespace ddb::store::detail {

using Clock = std::chrono::steady_clock;

enum class Woken { Ready, Stopped, TimeOver };

/// Waits until the descriptor has one of the events (or an error), the other one can be read, or
/// the time is over.
/// @param descriptor -1: none
/// @param stop -1: none
/// @throws std::system_error
Woken wait_for(int descriptor, short events, Clock::time_point until, int stop = -1);

/// Draws a time to wait before trying again: `base`, doubled `tries` times but at most `longest`,
/// less a random part of up to a half, so that many do not come back at once.
std::chrono::milliseconds backoff(unsigned tries, std::chrono::milliseconds base,
                                  std::chrono::milliseconds longest);

}  // namespace ddb::store::detail

#endif  // DDB_STORE_WAITING_HPP

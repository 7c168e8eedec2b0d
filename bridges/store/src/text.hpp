// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_TEXT_HPP
#define DDB_STORE_TEXT_HPP

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ddb/store/entry.hpp"

/// Small things that both stores need.
namespace ddb::store::detail {

/// In single quotes, for a message: cut after 80 characters, what is not printable ASCII as `?`.
std::string quoted(std::string_view text);

/// As fields are stored: UTF-8 without control characters, at most kLongestText bytes.
std::string storable(std::string_view text);

/// A mark for a change: 16 hexadecimal digits that nobody else has chosen.
std::string new_mark();

/// Milliseconds since 1970 UTC, by the clock of this machine.
std::int64_t wall_clock_ms();

/// As stored: milliseconds since 1970 UTC.
std::chrono::sys_time<std::chrono::milliseconds> time_of(std::int64_t milliseconds);

/// A whole number from the text; -1 if it is none that is not negative.
std::int64_t number_of(std::string_view text);

/// Entry::grace from what is stored; none: nothing of use is.
std::optional<Grace> stored_grace(std::string_view text);

/// @throws Error Invalid: not what Lease::holder may be
void check_holder(std::string_view holder);

}  // namespace ddb::store::detail

#endif  // DDB_STORE_TEXT_HPP

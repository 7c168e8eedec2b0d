// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_FUZZ_SNAPSHOT_CHECKS_HPP
#define DDB_TESTS_FUZZ_SNAPSHOT_CHECKS_HPP

#include <optional>
#include <string_view>

#include "ddb/engine.hpp"

namespace fuzz {

/// Takes a snapshot and makes a session of it, which must be as the one it was taken of: the same
/// lists, and the same snapshot to the byte.
/// @return nothing where a number is beyond what a text may have
std::optional<ddb::Session> restored_and_checked(const ddb::Session& session);

/// Makes a session of any text; what is refused has a reason at a place in the text.
/// @return nothing where it is refused
std::optional<ddb::Session> restored_from(std::string_view text);

/// Two sessions that are the same: whatever can happen to them happens in the same way.
void go_on_alike(ddb::Session& one, ddb::Session& other);

}  // namespace fuzz

#endif  // DDB_TESTS_FUZZ_SNAPSHOT_CHECKS_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_REDIS_ENTRIES_HPP
#define DDB_STORE_REDIS_ENTRIES_HPP

#include <optional>
#include <string>

#include "ddb/store/entry.hpp"
#include "follower.hpp"
#include "redis_connection.hpp"

/// Answers of the functions as values, and the names of the keys.
namespace ddb::store::detail {

std::string details_key(const Key& key);
/// Stream of the changes that a filter is about.
std::string stream_key(const std::optional<std::string>& node);
/// Set of the keys that a filter is about.
std::string set_key(const std::optional<std::string>& node);

/// An entry; none if there is none.
/// @throws Error Damaged
std::optional<Entry> entry_of(const Value& value);
/// An answer of Function::List.
Listing listing_of(const Value& value);
/// An element of a stream.
Recorded change_of(const Value& value);
/// The number in an id of a stream, `12-0`.
std::uint64_t revision_number(const std::string& id);

}  // namespace ddb::store::detail

#endif  // DDB_STORE_REDIS_ENTRIES_HPP

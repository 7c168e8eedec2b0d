// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_SQLITE_ROWS_HPP
#define DDB_STORE_SQLITE_ROWS_HPP

#include <optional>
#include <string>
#include <string_view>

#include "ddb/store/entry.hpp"
#include "follower.hpp"
#include "sqlite_database.hpp"

/// Rows of the tables as values.
namespace ddb::store::detail {

/// SELECT of what entry_of() needs.
/// @param rest WHERE and what follows
std::string port_columns(std::string_view rest);
/// The entry in the row.
/// @throws Error Damaged: there is none in it
Entry entry_of(const Statement& row);

/// The port's entry.
std::optional<Entry> find(Database& database, const Key& key);

/// The ports that are meant, with the revision.
Listing list_ports(Database& database, const Filter& filter);

/// Changes after the place, some hundred at most; none: there is a gap.
std::optional<std::vector<Recorded>> changes_after(Database& database, const Revision& place);

}  // namespace ddb::store::detail

#endif  // DDB_STORE_SQLITE_ROWS_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_RULES_HPP
#define DDB_STORE_RULES_HPP

#include <optional>

#include "ddb/store/store.hpp"

/// What both stores check before they change anything.
namespace ddb::store::detail {

/// @throws Error Invalid: the table of transitions does not have it
void check_transition(const Key& key, Status from, Status to, Mover mover);
/// @throws Error Invalid: this mover removes no entries
void check_removal(const Key& key, Mover mover);

/// @throws Error Invalid: the list is too long
void check_revocations(const PublishedRevocations& revocations);

bool is_as_expected(const std::optional<Entry>& entry, const Expected& expected);

}  // namespace ddb::store::detail

#endif  // DDB_STORE_RULES_HPP

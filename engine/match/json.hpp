// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_MATCH_JSON_HPP
#define DDB_MATCH_JSON_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ddb/engine.hpp"
#include "world_state.hpp"

namespace ddb::match {

// Each gives one JSON object on one line, without the end of the line. Keys, their order and the
// spaces are part of the interface. For 'run' see ddb/json.hpp.

/// Why an outlet does not get what it asks for.
std::string to_json(const OutletState& outlet, const Explanation& explanation);

/// The result of 'equal'.
std::string to_json(const std::string& left, const std::string& right,
                    const SpecEquivalence& equivalence);

/// The result of 'compare'.
std::string to_json(const std::vector<std::string>& specs,
                    const std::vector<ElementComparison>& elements);

/// A replay of 'watch': the result, what changed from the one before it (null for
/// the first), warnings, and how long it took.
std::string to_json(const WorldState& result, const std::optional<WorldChanges>& changes,
                    const std::vector<Diagnostic>& warnings, double milliseconds);

/// A load of 'watch' that failed.
std::string to_json(const std::vector<Diagnostic>& diagnostics);

/// What both outputs call a kind of difference: `value`, `registration_unit` ...
std::string_view name_of(DifferenceKind kind);

}  // namespace ddb::match

#endif  // DDB_MATCH_JSON_HPP

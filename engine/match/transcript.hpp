// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_MATCH_TRANSCRIPT_HPP
#define DDB_MATCH_TRANSCRIPT_HPP

#include "ddb/model.hpp"
#include "terminal.hpp"

namespace ddb::match {

/// Whether --quiet keeps lines of this kind: what happened, and the tables of what came of it.
bool is_result(LineKind kind);

/// Prints one line: indented, and on a terminal coloured by its kind and wrapped.
void print(Terminal& terminal, const NarrationLine& line);

}  // namespace ddb::match

#endif  // DDB_MATCH_TRANSCRIPT_HPP

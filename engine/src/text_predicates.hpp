// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_TEXT_PREDICATES_HPP
#define DDB_SRC_TEXT_PREDICATES_HPP

namespace ddb::detail {

/// Defines what prolog/one_line.pl leaves to the host. Before or after Prolog has started.
void register_text_predicates();

}  // namespace ddb::detail

#endif  // DDB_SRC_TEXT_PREDICATES_HPP

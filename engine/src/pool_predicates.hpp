// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_POOL_PREDICATES_HPP
#define DDB_SRC_POOL_PREDICATES_HPP

namespace ddb::detail {

/// Makes the predicates that prolog/pool.pl exports known to Prolog, which may not run yet.
void register_pool_predicates();

}  // namespace ddb::detail

#endif  // DDB_SRC_POOL_PREDICATES_HPP

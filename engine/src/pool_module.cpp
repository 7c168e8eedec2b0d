// SPDX-License-Identifier: Apache-2.0
#include "pool_predicates.hpp"
#include "text_predicates.hpp"

// What load_foreign_library/1 calls: a Prolog of its own, which tests or compiles the modules of
// the engine, has the predicates that the host defines from a file.
extern "C" __attribute__((visibility("default"))) void install() {
  ddb::detail::register_pool_predicates();
  ddb::detail::register_text_predicates();
}

// SPDX-License-Identifier: Apache-2.0
#include "ddb/store/entry.hpp"

namespace ddb::store {

bool Filter::matches(const Key& key) const {
  if (bus && key.bus() != *bus) return false;
  return !node || key.master() == *node || key.provider() == *node;
}

}  // namespace ddb::store

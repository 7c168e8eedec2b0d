// SPDX-License-Identifier: Apache-2.0
#include "ddb/outlet_change.hpp"

namespace ddb {

const char* outlet_change_text(OutletChangeKind kind) noexcept {
  switch (kind) {
    case OutletChangeKind::Created:
      return "created";
    case OutletChangeKind::Matched:
      return "matched";
    case OutletChangeKind::Replaced:
      return "replaced";
    case OutletChangeKind::Updated:
      return "updated";
    case OutletChangeKind::Lost:
      return "lost";
    case OutletChangeKind::Removed:
      break;
  }
  return "removed";
}

}  // namespace ddb

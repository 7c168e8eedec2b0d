// SPDX-License-Identifier: Apache-2.0
#include "ddb/usbip/result.hpp"

namespace ddb::usbip {

const char* failure_kind_name(FailureKind kind) noexcept {
  switch (kind) {
    case FailureKind::NoModule:
      return "no_module";
    case FailureKind::NoPermission:
      return "no_permission";
    case FailureKind::NoFreePort:
      return "no_free_port";
    case FailureKind::NoDevice:
      return "no_device";
    case FailureKind::Busy:
      return "busy";
    case FailureKind::NotBound:
      return "not_bound";
    case FailureKind::Unsuitable:
      return "unsuitable";
    case FailureKind::Unreachable:
      return "unreachable";
    case FailureKind::TimedOut:
      return "timed_out";
    case FailureKind::Refused:
      return "refused";
    case FailureKind::BadAnswer:
      return "bad_answer";
    case FailureKind::OldPeer:
      return "old_peer";
    case FailureKind::System:
      break;
  }
  return "system";
}

}  // namespace ddb::usbip

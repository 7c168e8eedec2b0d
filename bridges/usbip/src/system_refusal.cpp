// SPDX-License-Identifier: Apache-2.0
#include "system_refusal.hpp"

namespace ddb::usbip {

Failure system_refusal(const std::string& what, const std::string& path, std::error_code why) {
  const std::string sentence = what + ": " + why.message() + " (/sys/" + path + ")";
  const int number = why.value();
  if (why == std::errc::permission_denied || why == std::errc::operation_not_permitted ||
      why == std::errc::read_only_file_system) {
    return {FailureKind::NoPermission, sentence,
            "run as root, or with a unit that may write to /sys (ReadWritePaths=/sys)", number};
  }
  if (why == std::errc::no_such_device || why == std::errc::no_such_file_or_directory) {
    return {FailureKind::NoDevice, sentence, "plug the device in", number};
  }
  if (why == std::errc::device_or_resource_busy) {
    return {FailureKind::Busy, sentence, "end what uses the device, or plug it in again", number};
  }
  return {FailureKind::System, sentence, "the kernel's log may say more", number};
}

}  // namespace ddb::usbip

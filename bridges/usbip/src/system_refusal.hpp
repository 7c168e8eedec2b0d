// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USBIP_SYSTEM_REFUSAL_HPP
#define DDB_USBIP_SYSTEM_REFUSAL_HPP

#include <string>
#include <system_error>

#include "ddb/usbip/result.hpp"

namespace ddb::usbip {

/// What it means that sysfs refused something.
/// @param what could not be done: "cannot bind port 1-3"
Failure system_refusal(const std::string& what, const std::string& path, std::error_code why);

}  // namespace ddb::usbip

#endif  // DDB_USBIP_SYSTEM_REFUSAL_HPP

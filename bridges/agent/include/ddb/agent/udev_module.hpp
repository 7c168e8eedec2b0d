// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_UDEV_MODULE_HPP
#define DDB_AGENT_UDEV_MODULE_HPP

#include <memory>

#include "ddb/agent/virtualization.hpp"

namespace ddb::agent {

/// Listens to udev, or to the kernel where udev does not run. No device is opened.
/// @throws std::runtime_error: there is no libudev that can listen here
/// @throws std::system_error: the system is short of something
std::unique_ptr<DeviceModule> udev_module();

}  // namespace ddb::agent

#endif  // DDB_AGENT_UDEV_MODULE_HPP

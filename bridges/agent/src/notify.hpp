// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_NOTIFY_HPP
#define DDB_AGENT_NOTIFY_HPP

#include <string_view>

namespace ddb::agent {

/// Tells the service manager, if there is one (sd_notify(3)): "READY=1", "STOPPING=1". Nothing
/// happens if it can't be told.
void notify(std::string_view state);

}  // namespace ddb::agent

#endif  // DDB_AGENT_NOTIFY_HPP

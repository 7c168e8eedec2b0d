// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_AGENT_WORKLOADS_HPP
#define DDB_TESTS_AGENT_WORKLOADS_HPP

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "ddb/store/store.hpp"
#include "swarm.hpp"

/// What happens to the ports of a swarm. Times are told by the nodes themselves: from before the
/// played kernel has the device to when the master's agent has IMPORTED in the store.
namespace swarm {

/// Milliseconds.
struct Times {
  std::vector<double> all;

  /// The one that so much of all are not above; 0 if there are none.
  double quantile(double part) const;
};

/// How a crowd of events went.
struct Crowd {
  Times plug_to_import;
  double seconds = 0;
  std::uint64_t events = 0;  ///< devices that were plugged or unplugged

  double rate() const { return seconds > 0 ? static_cast<double>(events) / seconds : 0; }
};

/// Plugs a device into every port, and then puts all ports on their buses.
/// @return seconds until all are IMPORTED
/// @throws std::runtime_error, as all that follow: it does not come to that in a minute
double import_all(Swarm& swarm, ddb::store::Store& store,
                  const std::vector<ddb::store::Key>& ports);

/// Unplugs a device, waits until the port is ADDED, and plugs one in: one port after the other, all
/// IMPORTED before and after.
Times plug(Swarm& swarm, const std::vector<ddb::store::Key>& ports, unsigned count);

/// Plugs other devices in, so quickly that nobody sees the port empty.
Times replug(Swarm& swarm, const std::vector<ddb::store::Key>& ports, unsigned count);

/// Like plug(), with so many ports at once.
Crowd plug_at_once(Swarm& swarm, const std::vector<ddb::store::Key>& ports, unsigned count,
                   unsigned at_once);

/// Deletes all ports and waits until they are gone.
void delete_all(Swarm& swarm, ddb::store::Store& store, const std::vector<ddb::store::Key>& ports);

}  // namespace swarm

#endif  // DDB_TESTS_AGENT_WORKLOADS_HPP

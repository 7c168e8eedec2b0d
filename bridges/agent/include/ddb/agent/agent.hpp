// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_AGENT_HPP
#define DDB_AGENT_AGENT_HPP

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "ddb/agent/log.hpp"
#include "ddb/agent/reconcile.hpp"
#include "ddb/agent/revocation_guard.hpp"
#include "ddb/agent/virtualization.hpp"
#include "ddb/store/store.hpp"

namespace ddb::agent {

/// What an agent is told.
struct Settings {
  std::string node;    ///< this one, as store::node_name() spells it
  std::string holder;  ///< who holds the node's lease: the same for the same computer
  Times times;         ///< by which it acts
  /// How often all is looked at, though nothing was told.
  std::chrono::milliseconds period{30000};
  /// How often the lease is renewed, and others' leases are looked at.
  std::chrono::milliseconds renewal = store::kRenewalTime;
  /// Looks for newer lists of revoked certificates, as often; must live as long as the agent. Null:
  /// nobody does.
  RevocationGuard* revocations = nullptr;
};

/// What an agent shows of itself, for people and for Prometheus.
struct Report {
  std::string json;     ///< one object: node, store, lease, ports, imports, problems
  std::string metrics;  ///< Prometheus' text format, version 0.0.4
};

/// One computer's agent: brings what the kernel does to what the store says, for ever. It asks
/// nothing of whoever started it, and can be killed at any moment.
class Agent {
 public:
  /// All must live as long as the agent.
  Agent(Settings settings, store::Store& store, DeviceModule& devices, Virtualization& usbip,
        Log& log);
  Agent(const Agent&) = delete;
  Agent& operator=(const Agent&) = delete;
  ~Agent();

  /// Works until the descriptor is readable. Imports and bindings stay as they are then.
  /// @param on_ready called once, when all is reconciled for the first time, or the store is out of
  ///        reach
  /// @param extra descriptors of the caller's that are waited for as well, and what to do then
  void run(int stop, const std::function<void()>& on_ready = {},
           const std::vector<std::pair<int, std::function<void()>>>& extra = {});

  /// Reconciles once, waiting for the attaches that this begins.
  /// @return whether the store could be asked, and nothing failed
  bool once();

  /// As it is now. To be called from the thread that runs it.
  Report report() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ddb::agent

#endif  // DDB_AGENT_AGENT_HPP

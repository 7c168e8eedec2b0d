// SPDX-License-Identifier: Apache-2.0
#include "refusal.hpp"

namespace ddb::bus::command {

using store::Status;

std::optional<std::string> refusal_of(const store::Key& key, const store::Attempt& attempt) {
  if (attempt.is_done || !attempt.entry) return std::nullopt;
  const store::Entry& entry = *attempt.entry;
  const bool is_leaving = entry.status == Status::ToDelete || entry.status == Status::Deleted;
  const std::string port = "port " + entry.key.port() + " of " + entry.key.provider();
  const std::string its_bus = "the bus " + entry.key.bus() + " of " + entry.key.master();
  const std::string status = " (" + std::string(store::status_name(entry.status)) + ")";
  if (entry.key.provider() != key.provider() || entry.key.port() != key.port()) {
    return "the bus " + entry.key.bus() + " belongs to " + entry.key.master() + ", not to " +
           key.master() + " (it has " + port + "); name that master, or another bus";
  }
  if (is_leaving) {
    return port + " is leaving " + its_bus + status +
           "; add it when it is gone ('ddb-bus watch' tells when; the agents of both nodes must "
           "run)";
  }
  if (entry.key == key) return std::nullopt;
  return port + " belongs to " + its_bus + status +
         "; take it from there first: ddb-bus delete --bus " + entry.key.bus() + " --provider " +
         entry.key.provider() + " --port " + entry.key.port();
}

}  // namespace ddb::bus::command

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "ddb/store/lease.hpp"

namespace ddb::store {

void LeaseObserver::see(const std::vector<LeaseState>& leases, Clock::time_point now) {
  std::map<std::string, Seen> nodes;
  for (const LeaseState& state : leases) {
    Seen seen{state.lease.number, state.renewals, now + kLeaseTime};
    const auto known = nodes_.find(state.lease.node);
    if (known == nodes_.end()) {
      seen.until = now + state.remaining;
    } else if (known->second.number == seen.number && known->second.renewals == seen.renewals &&
               known->second.until != kNotJudged) {
      seen.until = known->second.until;
    }
    // One that has ended is kept, so that its last renewal is not taken for a new one.
    nodes.insert_or_assign(state.lease.node, seen);
  }
  nodes_ = std::move(nodes);
}

void LeaseObserver::lost_contact(Clock::time_point now) {
  for (auto& [node, seen] : nodes_) {
    if (seen.until > now) seen.until = kNotJudged;
  }
}

bool LeaseObserver::is_alive(const std::string& node, Clock::time_point now) const {
  const auto found = nodes_.find(node);
  return found != nodes_.end() && now < found->second.until;
}

LeaseObserver::Clock::time_point LeaseObserver::next_end(Clock::time_point now) const {
  Clock::time_point next = now + kLeaseTime;
  for (const auto& [node, seen] : nodes_) {
    if (seen.until > now) next = std::min(next, seen.until);
  }
  return next;
}

}  // namespace ddb::store

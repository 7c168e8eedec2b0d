// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_ADDRESSES_HPP
#define DDB_AGENT_ADDRESSES_HPP

#include <chrono>
#include <map>
#include <set>
#include <string>

#include "ddb/agent/reconcile.hpp"

namespace ddb::agent {

/// Knows the addresses of nodes that are named: each is asked for once in a while only.
class Addresses {
 public:
  /// Whether the node has this address, as usbip::Endpoint::host() writes it.
  bool has(const std::string& node, const std::string& host, Time now);

 private:
  struct Known {
    std::set<std::string> hosts;
    Time until;
  };
  std::map<std::string, Known> nodes_;
};

}  // namespace ddb::agent

#endif  // DDB_AGENT_ADDRESSES_HPP

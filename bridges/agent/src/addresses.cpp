// SPDX-License-Identifier: Apache-2.0
#include "addresses.hpp"

#include <vector>

#include "ddb/usbip/socket.hpp"

namespace ddb::agent {

namespace {

constexpr std::chrono::seconds kBelievedFor{30};
// Everything else waits meanwhile.
constexpr std::chrono::milliseconds kPatience{500};

}  // namespace

bool Addresses::has(const std::string& node, const std::string& host, Time now) {
  if (node == host) return true;
  Known& known = nodes_[node];
  if (now >= known.until) {
    const auto endpoints = usbip::resolve(node, 0, usbip::Clock::now() + kPatience);
    if (endpoints) {
      known.hosts.clear();
      for (const usbip::Endpoint& it : *endpoints) known.hosts.insert(it.host());
    }
    known.until = now + kBelievedFor;
  }
  return known.hosts.count(host) != 0;
}

}  // namespace ddb::agent

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_TRAFFIC_HPP
#define DDB_AGENT_TRAFFIC_HPP

#include <cstdint>
#include <optional>

#include "ddb/usbip/socket.hpp"

namespace ddb::agent {

/// What a TCP connection has carried so far, in bytes of each direction.
struct Traffic {
  std::uint64_t sent = 0;
  std::uint64_t received = 0;

  std::uint64_t most() const { return sent > received ? sent : received; }
};

/// Asks the kernel (sock_diag(7)), which also knows of connections that are its own. No right is
/// needed. None: there is no such connection, or the kernel lacks the module tcp_diag.
std::optional<Traffic> traffic_of(const usbip::Endpoint& local, const usbip::Endpoint& peer);

}  // namespace ddb::agent

#endif  // DDB_AGENT_TRAFFIC_HPP

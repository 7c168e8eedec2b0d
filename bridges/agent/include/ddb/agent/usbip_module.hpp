// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_USBIP_MODULE_HPP
#define DDB_AGENT_USBIP_MODULE_HPP

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

#include "ddb/agent/hook.hpp"
#include "ddb/agent/virtualization.hpp"
#include "ddb/tls/credentials.hpp"
#include "ddb/usbip/files.hpp"
#include "ddb/usbip/socket.hpp"
#include "ddb/usbip/wire.hpp"

namespace ddb::agent {

/// How the module for usbip works.
struct UsbipOptions {
  std::optional<usbip::Endpoint> listen;    ///< where devices are served; none: nowhere
  std::optional<usbip::Endpoint> source;    ///< from where others are asked, so that they know us
  std::uint16_t port = usbip::wire::kPort;  ///< where the agents of others listen
  std::filesystem::path run = "/run/ddb-agent";       ///< keeps which import is on which port
  std::filesystem::path usbip_run = "/run/vhci_hcd";  ///< where the command `usbip port` looks
  /// What this node shows, and by what it knows others; none: connections are clear, and whoever
  /// has a node's address is that node.
  std::shared_ptr<tls::Credentials> credentials;
  Hook hook;         ///< asked before a device is lent; none: nobody is asked
  std::string node;  ///< this one, for the hook
  /// A connection whose keys wear out carries so many bytes in a direction; then another one is
  /// made, with keys that do not. AES-GCM's limit is some 390 GB (RFC 8446, section 5.5).
  std::uint64_t key_limit = std::uint64_t{256} << 30U;
  std::chrono::milliseconds connect_patience{3000};    ///< until a provider answers
  std::chrono::milliseconds handshake_patience{3000};  ///< until both know each other
  /// Until it has said yes or no: longer than its server's (usbip::ServerOptions), which waits for
  /// a hook.
  std::chrono::milliseconds answer_patience{8000};
  std::chrono::milliseconds arrival_patience{5000};  ///< from then until the device is there
  unsigned tries = 4;                                ///< of an attach, before it is told as failed
  std::chrono::milliseconds tries_patience{8000};    ///< no other try begins later than that
};

/// usbip. Attaches are made one after the other, with tries; what waits for different providers
/// waits at the same time.
/// @param files sysfs; any number of threads must be able to use it; must live as long
/// @throws std::system_error: the system is short of something
/// @throws std::runtime_error: it can't listen there; what() has the remedy
std::unique_ptr<Virtualization> usbip_module(usbip::Files& files, const UsbipOptions& options);

}  // namespace ddb::agent

#endif  // DDB_AGENT_USBIP_MODULE_HPP

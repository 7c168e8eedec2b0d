// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USBIP_SOCKET_HPP
#define DDB_USBIP_SOCKET_HPP

#include <sys/socket.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ddb/usbip/result.hpp"

/// TCP connections on which nobody waits without an end.
namespace ddb::usbip {

using Clock = std::chrono::steady_clock;
/// When a call gives up, whatever has come until then.
using Deadline = Clock::time_point;

/// Owns a file descriptor, or none (-1).
class Socket {
 public:
  explicit Socket(int number = -1) noexcept : number_(number) {}
  Socket(Socket&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Socket& operator=(Socket&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  ~Socket();

  int get() const noexcept { return number_; }

 private:
  int number_;
};

/// An IPv4 or IPv6 address with a port. A value.
class Endpoint {
 public:
  Endpoint() = default;
  Endpoint(const sockaddr* address, socklen_t size) noexcept;

  /// Of a socket: the other side's, or its own.
  static Endpoint peer_of(int socket) noexcept;
  static Endpoint local_of(int socket) noexcept;

  const sockaddr* address() const noexcept;
  socklen_t size() const noexcept { return size_; }
  std::uint16_t port() const noexcept;
  /// The same address with another port.
  Endpoint with_port(std::uint16_t port) const noexcept;
  /// Without the port: "192.0.2.1" or "[2001:db8::1]". An IPv4 address inside IPv6 is written as
  /// IPv4. Empty if there is no address.
  std::string host() const;
  /// With the port.
  std::string text() const { return host() + ":" + std::to_string(port()); }

 private:
  sockaddr_storage storage_{};
  socklen_t size_ = 0;
};

/// The addresses of a node: IPv4, [IPv6] (brackets may be left out) or the name of a host, which
/// the system's resolver is asked for. Never empty. A resolver that hangs is left behind in a
/// thread that ends when the resolver does.
Result<std::vector<Endpoint>> resolve(const std::string& node, std::uint16_t port,
                                      Deadline deadline);

/// How to reach a server.
struct Target {
  std::string node;                ///< as resolve() wants it
  std::uint16_t port = 0;          ///< TCP port
  std::optional<Endpoint> source;  ///< connect from this address of ours; its port counts not
};

/// Connects to the first address of the node that answers; each gets its part of the time that is
/// left. The socket doesn't block and has no delay of Nagle's.
Result<Socket> connect_to(const Target& target, Deadline deadline);

/// Listens at this address; port 0 takes a free one. An IPv6 socket takes IPv6 only.
Result<Socket> listen_at(const Endpoint& endpoint);

/// Sends it all, or tells why not. The socket must not block.
Result<Done> send_all(int socket, std::span<const std::uint8_t> bytes, Deadline deadline);

/// Receives exactly so many bytes behind those in `bytes`, and not one more. At the end of the
/// stream, the bytes until there are kept and the failure's kind is BadAnswer.
Result<Done> receive_exactly(int socket, std::size_t count, std::vector<std::uint8_t>& bytes,
                             Deadline deadline);

/// How long a connection of the kernel's may be silent: after kKeepAliveIdle, kKeepAliveTries
/// questions kKeepAliveInterval apart; with unanswered data, the same time in all.
inline constexpr std::chrono::seconds kKeepAliveIdle{10};
inline constexpr std::chrono::seconds kKeepAliveInterval{1};
inline constexpr int kKeepAliveTries = 5;

/// Makes the socket ready for the kernel's usbip drivers: it blocks, has no timeouts, and a silent
/// peer ends it in 15 s. To be called before the kernel gets the socket; later it has no use.
Result<Done> prepare_for_kernel(int socket);

/// What the system says of an error number, in words.
std::string system_words(int number);

}  // namespace ddb::usbip

#endif  // DDB_USBIP_SOCKET_HPP

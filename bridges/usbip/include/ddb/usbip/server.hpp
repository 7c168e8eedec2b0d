// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USBIP_SERVER_HPP
#define DDB_USBIP_SERVER_HPP

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "ddb/usbip/peer.hpp"
#include "ddb/usbip/result.hpp"
#include "ddb/usbip/socket.hpp"
#include "ddb/usbip/wire.hpp"

/// The server's side of usbip's user-space protocol.
namespace ddb::usbip {

/// What a server does with what it is asked. Called from Server::handle().
class Handler {
 public:
  Handler() = default;
  Handler(const Handler&) = delete;
  Handler& operator=(const Handler&) = delete;
  virtual ~Handler() = default;

  /// The devices that this caller may know of.
  virtual wire::ListReply list(const Caller& caller) = 0;

  /// Somebody wants a device. If the reply is Ok, the kernel must have the socket already: it is
  /// ready for that (prepare_for_kernel()), and the server only sends the reply and forgets it.
  /// @param kept stays with the connection: empty at first, whatever the handler puts there later
  /// @return none: the answer needs time. Server::ask_again() calls this once more; should the
  ///         caller or its time go away meanwhile, `kept` goes too
  virtual std::optional<wire::ImportReply> import(const wire::ImportRequest& request,
                                                  const Caller& caller, int socket,
                                                  std::shared_ptr<void>& kept) = 0;

  /// A connection that ended without doing what it came for.
  virtual void dropped(const Caller& caller, const Failure& why) = 0;
};

/// How much a server bears.
struct ServerOptions {
  std::size_t most_connections = 256;  ///< before they have said what they want
  std::size_t most_of_one_host = 64;   ///< of these, from one address
  std::chrono::milliseconds patience{
      5000};  ///< from accept() to the last byte of a request or list
  /// From a whole request for a device to the handler's answer, which may ask others.
  std::chrono::milliseconds answer_patience{6500};
  /// What each connection has to go through before it is listened to; none: nothing. Must live as
  /// long as the server.
  Gate* gate = nullptr;
};

/// Answers on its listening sockets. No thread is started: the caller waits for descriptor() to be
/// readable (POLLIN) and calls handle(), which never waits. Each connection has one request, 40
/// bytes of memory for it (and what its gate needs) and a deadline. Where there are too many, one
/// of the host that has most is dropped: of those that are not through the gate the oldest, then of
/// those that have asked for nothing, then of all. One thread at a time may use a server.
class Server {
 public:
  /// @param listeners from listen_at()
  /// @param handler must live as long as the server
  /// @throws std::system_error: the system is short of something
  Server(std::vector<Socket> listeners, Handler& handler, const ServerOptions& options = {});
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  /// Belongs to the server.
  int descriptor() const noexcept;
  /// Does what there is to do now.
  void handle();
  /// Asks the handler again of those imports that it has not answered yet.
  void ask_again();
  /// Connections that are open and not yet the kernel's.
  std::size_t connections() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ddb::usbip

#endif  // DDB_USBIP_SERVER_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USBIP_PEER_HPP
#define DDB_USBIP_PEER_HPP

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ddb/usbip/result.hpp"
#include "ddb/usbip/socket.hpp"

/// Who is at the other end of a connection, and how that is found out before a word is spoken.
namespace ddb::usbip {

/// What the other side has proved of itself. A value.
struct Identity {
  std::vector<std::string> nodes;  ///< names in its certificate, as store::node_name() spells them
  std::string serial;              ///< of its certificate, in hexadecimal, capital letters
  std::string protection;          ///< of the connection: "tls1.2 ECDHE-ECDSA-AES256-GCM-SHA384"

  /// Whether it is this node.
  bool is(const std::string& node) const {
    return std::find(nodes.begin(), nodes.end(), node) != nodes.end();
  }
  friend bool operator==(const Identity&, const Identity&) = default;
};

/// The other side of a connection.
struct Caller {
  Endpoint endpoint;                 ///< where it comes from
  std::optional<Identity> identity;  ///< none: the connection is clear, and nothing is proved
};

/// A connection on its way to being safe.
class Opening {
 public:
  enum class Wants { Read, Write, Nothing };

  Opening() = default;
  Opening(const Opening&) = delete;
  Opening& operator=(const Opening&) = delete;
  virtual ~Opening() = default;

  /// Goes on as far as it can without waiting. Nothing: it is done, and the socket carries plain
  /// messages from here on, read by nobody so far.
  virtual Result<Wants> go_on() = 0;
  /// Of the other side, once it is done.
  virtual const Identity& identity() const = 0;
};

/// Makes connections safe before anything is said on them.
class Gate {
 public:
  Gate() = default;
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;
  virtual ~Gate() = default;

  /// Begins, on the side that was called.
  /// @param socket does not block; the caller's, and open as long as the result lives
  virtual std::unique_ptr<Opening> open(int socket) = 0;
};

}  // namespace ddb::usbip

#endif  // DDB_USBIP_PEER_HPP

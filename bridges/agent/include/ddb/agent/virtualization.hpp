// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_VIRTUALIZATION_HPP
#define DDB_AGENT_VIRTUALIZATION_HPP

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ddb/agent/reconcile.hpp"
#include "ddb/store/key.hpp"
#include "ddb/tls/refusal.hpp"
#include "ddb/usbip/peer.hpp"

/// The modules of an agent that touch the world (thesis, chapter 8), as interfaces. The third one
/// is ddb::store::Store.
namespace ddb::agent {

/// Tells that devices come and go. One thread at a time may use it.
class DeviceModule {
 public:
  DeviceModule() = default;
  DeviceModule(const DeviceModule&) = delete;
  DeviceModule& operator=(const DeviceModule&) = delete;
  virtual ~DeviceModule() = default;

  /// Readable (POLLIN) when take() has something to tell. Belongs to the module.
  virtual int descriptor() const = 0;
  /// The ports at which something has happened since the last call. Never waits.
  virtual std::set<std::string> take() = 0;
};

/// Who may have a device: its master, or why nobody may have it who calls like this.
/// @param port of this node
using Doorkeeper = std::function<usbip::Result<std::string, tls::Refusal>(
    const std::string& port, const usbip::Caller& caller)>;

/// Something that the agent is to log: a request that was refused, a connection that was dropped.
struct Incident {
  std::string event;       ///< for programs: "refused", "served", "dropped"
  std::string sentence;    ///< for people
  std::string port;        ///< empty if it is about none
  std::string host;        ///< the other side's address
  std::string node;        ///< the other side, if it has proved who it is
  std::string reason;      ///< name in the table of reasons; empty if it is none of them
  std::string protection;  ///< of the connection; empty if it came to none
  std::string device;      ///< which it is about: "0781:5581 4C530001"; empty if not known
};

/// How an attach ended.
struct Attached {
  store::Key key;
  std::string error;                  ///< empty: it worked
  std::string reason;                 ///< of the error, if it is in the table of reasons
  std::chrono::milliseconds took{0};  ///< from the beginning to the device's being there
};

/// Makes devices of other computers local: one protocol of keys. One thread at a time may use it;
/// what takes long is done in threads of its own.
class Virtualization {
 public:
  Virtualization() = default;
  Virtualization(const Virtualization&) = delete;
  Virtualization& operator=(const Virtualization&) = delete;
  virtual ~Virtualization() = default;

  /// The protocol in the key: "usbip".
  virtual std::string protocol() const = 0;
  /// What is missing, so that devices can't be lent or imported: a sentence each, with the remedy.
  virtual std::vector<std::string> problems() const = 0;
  /// The end of what this node shows to others; none: it shows nothing.
  virtual std::optional<std::chrono::system_clock::time_point> certificate_end() const = 0;

  /// What the kernel says of ports of this node.
  virtual std::map<std::string, PortView> ports(const std::set<std::string>& names) = 0;
  /// What this node has imported.
  virtual std::map<store::Key, ImportView> imports() = 0;

  /// Each returns an empty text, or why it failed, with the remedy.
  virtual std::string bind(const std::string& port) = 0;
  virtual std::string unbind(const std::string& port) = 0;
  virtual std::string take_back(const std::string& port) = 0;
  virtual std::string detach(const store::Key& key, unsigned number) = 0;

  /// Begins to import; take() tells how it went. Always bounded in time.
  virtual void attach(const store::Key& key) = 0;
  /// Attaches that have ended.
  virtual std::vector<Attached> take() = 0;

  /// Answers those who want devices of this node, as far as the doorkeeper lets them in.
  virtual void serve(const Doorkeeper& doorkeeper) = 0;
  /// What happened meanwhile that is worth a line in the log.
  virtual std::vector<Incident> incidents() = 0;

  /// Readable (POLLIN) when take() or serve() has something to do. Belong to the module.
  virtual std::vector<int> descriptors() const = 0;
};

}  // namespace ddb::agent

#endif  // DDB_AGENT_VIRTUALIZATION_HPP

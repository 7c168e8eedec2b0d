// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_RECONCILE_HPP
#define DDB_AGENT_RECONCILE_HPP

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "ddb/store/entry.hpp"
#include "ddb/store/key.hpp"
#include "ddb/store/status.hpp"

/// What an agent decides: pure functions from what the store says and what the kernel says to what
/// is to be done. Contract: the state diagram of the device bus (thesis, chapter 8).
namespace ddb::agent {

using Clock = std::chrono::steady_clock;
using Time = Clock::time_point;

/// Times by which an agent acts.
struct Times {
  /// A master whose lease has ended keeps the device so long, unless the bus says otherwise.
  std::chrono::milliseconds grace{60000};
  /// A master that is alive has so long to detach a port that is to be deleted.
  std::chrono::milliseconds detach_patience{20000};
  /// Between the first two tries; each later pause is twice as long.
  std::chrono::milliseconds first_pause{250};
  /// The longest pause between two tries, of which there is no last one. With a try after it, it is
  /// over within the 30 s in which all must have converged when what was wrong is right again.
  std::chrono::milliseconds longest_pause{20000};
  /// A device that was in use for so long begins with the first pause again.
  std::chrono::milliseconds proof{10000};
};

/// What the kernel says of a hardware port of this node.
struct PortView {
  /// What has the device.
  enum class Holder : std::uint8_t {
    Nobody,  ///< there is no device
    Local,   ///< a driver of this computer, or none
    Stub,    ///< usbip-host; it can be imported
    Remote,  ///< usbip-host; somebody has it over the network
    Broken,  ///< usbip-host; it must be bound anew
  };
  Holder holder = Holder::Nobody;
  std::optional<store::DeviceIdentity> device;  ///< if there is one
  unsigned plugging = 0;  ///< each device that is plugged in has another (devnum); 0: not known
  /// Why whoever has it over the network must not have it any more; empty: it may.
  std::string must_end = {};

  friend bool operator==(const PortView&, const PortView&) = default;
};

/// What the kernel says of a device that this node has imported.
struct ImportView {
  unsigned number = 0;          ///< of the virtual controller's port
  bool is_working = false;      ///< the device is there; else it is broken
  std::string protection = {};  ///< of its connection: "clear", "tls1.2 ..."; empty: not known
  std::string must_end = {};    ///< why it must end; empty: it may go on

  friend bool operator==(const ImportView&, const ImportView&) = default;
};

/// All that is known at one moment.
struct View {
  std::string node;                          ///< this one, as store::node_name() spells it
  std::string protocol = "usbip";            ///< of the ports that this agent can lend and import
  Time now;                                  ///< the moment
  std::vector<store::Entry> entries;         ///< of which this node is master or provider
  std::map<std::string, PortView> ports;     ///< of this node; those not here have no device
  std::map<store::Key, ImportView> imports;  ///< of this node
  std::map<std::string, Time> absent;        ///< nodes without a live agent, and since when
};

/// What an agent remembers of a port between two decisions. It may be lost at any time: a new agent
/// begins with none.
struct Memory {
  unsigned failures = 0;           ///< tries one after the other that came to nothing
  Time not_before{};               ///< the next try
  std::string error;               ///< why the last one came to nothing; empty after success
  bool is_attaching = false;       ///< the master's attach is under way
  bool is_attached = false;        ///< the master's attach has worked, and is not in the store yet
  bool is_released = false;        ///< the provider's driver has its device back
  bool is_bound_here = false;      ///< bound by this agent
  std::string ended_because;       ///< why this agent ended the connection, until it is told
  std::optional<Time> used_since;  ///< since when it was seen IMPORTED
  unsigned plugging = 0;           ///< of the device that was seen last
  bool was_used = false;           ///< this device was seen IMPORTED
  std::optional<Time> leaving_since;  ///< since when it was seen TO_DELETE

  friend bool operator==(const Memory&, const Memory&) = default;
};

/// Memory of all ports.
using Memories = std::map<store::Key, Memory>;

/// Gives the device on the entry's port to usbip-host.
struct Bind {
  store::Key key;
  friend bool operator==(const Bind&, const Bind&) = default;
};
/// Gives it back to its driver.
struct Unbind {
  store::Key key;
  friend bool operator==(const Unbind&, const Unbind&) = default;
};
/// Ends the connection over which somebody has it.
struct TakeBack {
  store::Key key;
  std::string reason = {};  ///< for the log; empty: it is as it must be
  friend bool operator==(const TakeBack&, const TakeBack&) = default;
};
/// Begins to import the device; how it went is told later.
struct Attach {
  store::Key key;
  friend bool operator==(const Attach&, const Attach&) = default;
};
/// Ends an import.
struct Detach {
  store::Key key;
  unsigned number = 0;      ///< of the virtual controller's port
  std::string reason = {};  ///< for the log; empty: it is as it must be
  friend bool operator==(const Detach&, const Detach&) = default;
};
/// Changes the entry, if it is still the one that was seen.
struct Change {
  store::Entry seen;
  store::Status status = store::Status::Added;
  std::string error;                            ///< the last error; empty: none
  std::optional<store::DeviceIdentity> device;  ///< none: as it is
  store::Mover mover = store::Mover::Provider;
  std::string protection = {};  ///< of the import's connection, with IMPORTED
  friend bool operator==(const Change&, const Change&) = default;
};
/// Removes an entry that is DELETED.
struct Remove {
  store::Key key;
  store::Mover mover = store::Mover::Provider;
  friend bool operator==(const Remove&, const Remove&) = default;
};

using Action = std::variant<Bind, Unbind, TakeBack, Attach, Detach, Change, Remove>;

/// The key of the port that an action is about.
const store::Key& key_of(const Action& action) noexcept;

/// What is to be done.
struct Plan {
  /// At most one a port: what comes after it depends on how it goes. Those of different ports do
  /// not depend on each other.
  std::vector<Action> actions;
  Memories memories;         ///< to be given to the next call
  std::optional<Time> wake;  ///< when time alone changes what is to be done
};

/// Decides. Pure. To be called again after every action and every change, until there are no
/// actions.
Plan reconcile(const View& view, const Memories& memories, const Times& times);

/// What is remembered after an action: of Attach, when it has ended. Pure.
/// @param error why it failed; empty: it did not
/// @param now when
void remember(const Action& action, const std::string& error, Time now, const Times& times,
              Memories& memories);

/// The pause after so many failures: none, the first one, twice as long ...
std::chrono::milliseconds pause_after(unsigned failures, const Times& times) noexcept;

}  // namespace ddb::agent

#endif  // DDB_AGENT_RECONCILE_HPP

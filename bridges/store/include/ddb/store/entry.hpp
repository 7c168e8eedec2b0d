// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_ENTRY_HPP
#define DDB_STORE_ENTRY_HPP

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ddb/store/key.hpp"
#include "ddb/store/status.hpp"

namespace ddb::store {

/// Longest text that is stored in a field, in bytes of UTF-8. What is longer is cut at a character.
/// What is no UTF-8, and control characters, are stored as U+FFFD: devices and errors write here.
constexpr std::size_t kLongestText = 1000;

/// Which device is in a port. All of it is text; empty where the device does not say.
struct DeviceIdentity {
  std::string vendor;   ///< idVendor, four hexadecimal digits in lower case
  std::string product;  ///< idProduct, likewise
  std::string serial;   ///< the serial number as the device writes it
  std::string name;     ///< for people: what the device calls itself
  /// SHA-256 of the description that its descriptors give, in hexadecimal: equal digests mean equal
  /// descriptions. Empty if its descriptors could not be read.
  std::string digest;

  friend bool operator==(const DeviceIdentity&, const DeviceIdentity&) = default;
};

/// A point in the history of a store.
struct Revision {
  std::uint64_t number = 0;  ///< grows with every change; 0: before all changes
  std::string mark;  ///< of the change that made it. Histories that share a number and a mark
                     ///< are the same history up to there, also after the store was restored.

  friend bool operator==(const Revision&, const Revision&) = default;
};

/// How long a master whose agent is gone keeps a device, at most kLongestGrace; or kForEver.
using Grace = std::chrono::seconds;
constexpr Grace kForEver = Grace::max();
constexpr Grace kLongestGrace{999999999};

/// `60`, as it is stored and typed; `never` for kForEver: the device is never taken back.
std::string grace_text(Grace grace);
/// What grace_text() has written.
/// @throws Error Invalid, which says what is wrong
Grace grace_of(std::string_view text);

/// What is stored of a port.
struct Entry {
  Key key;
  Status status = Status::Added;
  /// When it came into this status, by the clock of the store; in milliseconds since 1970 UTC. For
  /// people only: the clock can be set.
  std::chrono::sys_time<std::chrono::milliseconds> since;
  std::string last_error;                ///< in words; empty if there is none
  std::optional<DeviceIdentity> device;  ///< that is, or was last, in the port
  Revision revision;                     ///< of its last change
  /// Of the connection over which the master has the device: "clear", or the version of TLS and the
  /// cipher, as "tls1.2 ECDHE-ECDSA-AES256-GCM-SHA384". Empty unless it is IMPORTED.
  std::string protection = {};
  std::optional<Grace> grace = {};  ///< as the bus has it; none: as the provider's agent has it

  friend bool operator==(const Entry&, const Entry&) = default;
};

/// Which ports are meant. All that is set must hold.
struct Filter {
  std::optional<std::string> bus;  ///< ports of this bus
  std::optional<std::string>
      node;  ///< ports whose master or provider it is, as node_name() spells it

  /// Whether the port is meant.
  bool matches(const Key& key) const;
};

/// The ports of a store, all read at one moment.
struct Listing {
  Revision revision;                    ///< from which Store::watch() goes on without a gap
  std::vector<Entry> entries;           ///< sorted by key
  std::vector<std::string> complaints;  ///< entries that cannot be understood and were left out: a
                                        ///< sentence each, with the remedy
};

/// A change of one port.
struct Change {
  Key key;
  std::optional<Status> before;  ///< none: there was no entry
  std::optional<Entry> entry;    ///< as it was after the change; none: it was removed
  Revision revision;             ///< where in the history
  /// False where the history could not be read without a gap (the store was restored, or too much
  /// happened while it was out of reach): then the difference is told, and statuses between
  /// `before` and now may be left out.
  bool is_step = true;
};

}  // namespace ddb::store

#endif  // DDB_STORE_ENTRY_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_LEASE_HPP
#define DDB_STORE_LEASE_HPP

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ddb::store {

/// How long a lease lasts after it was renewed.
constexpr std::chrono::milliseconds kLeaseTime{10000};
/// How often a holder should renew: two renewals may fail.
constexpr std::chrono::milliseconds kRenewalTime{3000};

/// The lease of a node: its agent is alive.
struct Lease {
  std::string node;          ///< as node_name() spells it
  std::string holder;        ///< who holds it; 1 to 128 printable ASCII characters without spaces
  std::uint64_t number = 0;  ///< grows with every acquisition of the node's lease, for fencing:
                             ///< a holder with a smaller number has lost it

  friend bool operator==(const Lease&, const Lease&) = default;
};

/// A lease as the store has it.
struct LeaseState {
  Lease lease;
  std::uint64_t renewals = 0;  ///< grows with every renewal
  /// Until it ends, by the clock of the store; not negative, at most kLeaseTime. SQLite uses the
  /// clock of the machine since its start (CLOCK_BOOTTIME), which cannot be set. The clock of a
  /// Redis server can: who must not be misled watches with a LeaseObserver.
  std::chrono::milliseconds remaining{0};

  bool is_live() const noexcept { return remaining.count() > 0; }  ///< whether it lasts
};

/// Judges by its own steady clock which nodes are alive, so that setting a clock anywhere does not
/// end a lease nor keep it. A node is alive while a renewal was seen in the last kLeaseTime. A
/// lease that was released ends at once. While the store cannot be asked, nothing is judged: the
/// time out of reach does not count, and every node that was alive has a whole kLeaseTime again.
///
/// Pure: it asks no store and no clock. One thread at a time may use it.
class LeaseObserver {
 public:
  using Clock = std::chrono::steady_clock;

  /// Takes what Store::leases() has just said of all nodes that matter. Of a node that was not
  /// there before, the store's own clock is believed.
  void see(const std::vector<LeaseState>& leases, Clock::time_point now);
  /// The store could not be asked. Until see() is called again, all stays as it was at `now`.
  void lost_contact(Clock::time_point now);

  /// Whether the node's agent is alive, as far as is known at `now`.
  bool is_alive(const std::string& node, Clock::time_point now) const;
  /// When the next node's lease ends if no renewal is seen; `now` + kLeaseTime if none is alive.
  Clock::time_point next_end(Clock::time_point now) const;

 private:
  struct Seen {
    std::uint64_t number = 0;
    std::uint64_t renewals = 0;
    Clock::time_point until;
  };
  static constexpr Clock::time_point kNotJudged = Clock::time_point::max();
  std::map<std::string, Seen> nodes_;
};

}  // namespace ddb::store

#endif  // DDB_STORE_LEASE_HPP

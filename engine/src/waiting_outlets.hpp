// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_WAITING_OUTLETS_HPP
#define DDB_SRC_WAITING_OUTLETS_HPP

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bit_set.hpp"
#include "name_keeper.hpp"

namespace ddb::detail {

using Key = std::uint64_t;  ///< of a participant or an outlet; the later, the greater

struct WaitingGroup;
class WaitingOutlets;

/// Where an outlet stands in the queue: its requester's key, and a number among its outlets.
using Position = std::pair<Key, std::uint64_t>;

struct Outlet {
  Key key = 0;
  Position position;
  Name system = 0;
  bool waits = true;
  bool is_tried = false;  ///< And nothing has stirred it since.
  WaitingGroup* group = nullptr;
  WaitingOutlets* of = nullptr;
};

/// The outlets of all sessions of an engine of Prolog.
struct OutletRegistry {
  std::unordered_map<Key, std::unique_ptr<Outlet>> outlets;
  std::uint64_t transaction = 0;  ///< The number of the one that runs or ran last.
};

/// Outlets that the same would become of: requester's spec and states, outlet, active alternative
/// and, where it matters, system.
struct WaitingGroup {
  std::string text;
  Name system = 0;  ///< Only a device that it may be given helps; 0: any.
  bool asleep = false;
  std::vector<std::size_t> asks;  ///< While asleep: each that was tried in vain.
  std::map<Position, Outlet*> members;
  std::optional<Position> turn;  ///< While awake: of the member that is next.
};

/// The outlets of a session that wait for something better, in the order of the queue.
///
/// An outlet that was tried in vain sleeps, and with it all of its group, until a device comes to
/// or leaves a place where one of the asks that were tried is not known to be refused.
class WaitingOutlets {
 public:
  explicit WaitingOutlets(OutletRegistry& registry) : registry_(registry) {}
  WaitingOutlets(const WaitingOutlets&) = delete;
  WaitingOutlets& operator=(const WaitingOutlets&) = delete;
  ~WaitingOutlets() { clear(); }

  /// Whether all outlets are here; they are not after something was undone.
  bool is_complete() const { return complete_; }
  void set_complete() { complete_ = true; }
  void clear_after_undo() noexcept {
    clear();
    complete_ = false;
  }
  /// Forgets all outlets.
  void clear() noexcept;

  /// Awake. An outlet that has this position now is forgotten.
  void add(Key outlet, Position position, Name system);
  void remove(Outlet& outlet) noexcept;
  /// It is to be tried, again, if it waits.
  void stir(Outlet& outlet, bool waits);
  /// The same for all of a requester's that wait.
  void stir_all_of(Key requester);
  /// The outlets of a system take part or do not.
  void set_connected(Name system, bool connected);

  /// The first outlet after the position that is awake, null if there is none. The queue is gone
  /// through from its beginning to its end: going back takes time for each group that is awake.
  const Outlet* next(Position after);
  /// Joins the group of this text, if there is one. Whether it sleeps: then there is no use in
  /// trying. Else the outlet is about to be tried.
  bool sleeps_with(Outlet& outlet, const std::string& text);
  /// The outlet was tried in vain, with these asks: the group of this text sleeps, and the outlet
  /// with it. Nothing happens if the outlet was stirred meanwhile.
  void sleep(Outlet& outlet, const std::string& text, Name system,
             const std::vector<std::size_t>& asks);
  /// Wakes the groups that sleep for one of the asks that `refused` has not, and that may be given
  /// what is held by `holder`.
  void wake(const BitSet& refused, Name holder);
  void wake_all();

  /// The transaction in which outlets came, went or fell asleep last.
  std::uint64_t changed_in() const { return changed_in_; }

 private:
  void leave(Outlet& outlet) noexcept;
  void leave_group(Outlet& outlet) noexcept;
  void join(Outlet& outlet, WaitingGroup& group);
  /// To be called where the group or `passed_` has changed. Takes memory only where the group had
  /// no turn.
  void set_turn(WaitingGroup& group);
  void wake(WaitingGroup& group);
  bool takes_part(const Outlet& outlet) const {
    return outlet.waits && disconnected_.count(outlet.system) == 0;
  }
  void note_change() { changed_in_ = registry_.transaction; }

  OutletRegistry& registry_;
  bool complete_ = true;
  std::uint64_t changed_in_ = 0;
  std::map<Position, Outlet*> all_;
  std::map<Position, Outlet*> loose_;
  std::unordered_map<std::string, std::unique_ptr<WaitingGroup>> groups_;
  std::set<WaitingGroup*> awake_;
  std::set<std::pair<Position, WaitingGroup*>> turns_;
  Position passed_{0, 0};  ///< Where next() has looked last.
  std::map<Name, std::map<Position, Outlet*>> by_system_;
  std::set<Name> disconnected_;
  BitSet waited_for_;
  std::map<std::size_t, std::set<WaitingGroup*>> sleepers_;
};

}  // namespace ddb::detail

#endif  // DDB_SRC_WAITING_OUTLETS_HPP

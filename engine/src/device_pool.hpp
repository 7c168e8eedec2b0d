// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_DEVICE_POOL_HPP
#define DDB_SRC_DEVICE_POOL_HPP

#include <boost/intrusive/list.hpp>
#include <boost/intrusive/set.hpp>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bit_set.hpp"
#include "name_keeper.hpp"
#include "sketch.hpp"
#include "taxonomy_graph.hpp"
#include "waiting_outlets.hpp"

/// The connected devices of the sessions of one engine of Prolog, kept so that an event looks only
/// at what it can change. Nothing here knows Prolog: names are numbers, values are texts.
///
/// What a request comes to on a device depends on the device's spec, on which of its registration
/// units are taken, and on its states where bodies of the spec can read them. Devices that are the
/// same in all of it are one *class*. What a request (an *ask*) is refused by once, it is refused
/// by as long as devices are of that class: it is remembered with the class and the ask, for both
/// are what they are whatever happens. What a spec is out of reach of is found by sketches first.
///
/// The devices of a class stand on *shelves*, one for each system that holds them as a whole (and
/// for none), in order of connection. A shelf is *offered* where the devices' systems are connected
/// and a registration unit is available.
namespace ddb::detail {

class DevicePool;
class DevicePools;
struct Device;
struct DeviceClass;
struct Shelf;
struct System;

/// What is kept for whoever uses the pool, who alone knows what it is.
class Kept {
 public:
  Kept() = default;
  Kept(const Kept&) = delete;
  Kept& operator=(const Kept&) = delete;
  virtual ~Kept() = default;
};
using KeptPtr = std::unique_ptr<const Kept>;

/// Names of states with their values, in the order of the names' numbers.
using States = std::vector<std::pair<Name, std::string>>;
/// A set of states that some devices have, with how many uses there are.
using StateSet = std::map<States, std::size_t>::value_type;

namespace intrusive = boost::intrusive;
using SetHook = intrusive::set_member_hook<intrusive::optimize_size<true>>;
using ListHook = intrusive::list_member_hook<>;

/// A connected device. Hooks instead of containers: a device moves without taking memory, so moving
/// it back cannot fail.
struct Device {
  Key key = 0;
  Name name = 0;
  const StateSet* states = nullptr;  ///< Null: all as the spec says.
  Shelf* shelf = nullptr;            ///< Null before it comes and after it has gone.
  Shelf* told = nullptr;             ///< Where the waiting outlets were last told that it is.
  System* system = nullptr;
  SetHook by_key;
  SetHook by_order;
  SetHook by_name;
  SetHook on_shelf;
  ListHook on_system;
  ListHook to_tell;
};

struct DeviceByKey {
  using type = Key;
  Key operator()(const Device& device) const { return device.key; }
};
struct DeviceByName {
  using type = Name;
  Name operator()(const Device& device) const { return device.name; }
};
template <SetHook Device::*Hook, class Of>
using DeviceSet = intrusive::set<Device, intrusive::member_hook<Device, SetHook, Hook>,
                                 intrusive::key_of_value<Of>>;
template <ListHook Device::*Hook>
using DeviceList = intrusive::list<Device, intrusive::member_hook<Device, ListHook, Hook>>;

/// What was loaded of a device's spec, until it is replaced.
struct DeviceSpec {
  Name name = 0;
  std::vector<Name> units;
  States initial;
  bool reads_states = false;  ///< It has bodies: what becomes of a request may depend on states.
  std::unique_ptr<const Sketch> sketch;
  BitSet sketched;      ///< Asks whose sketch was compared with its own.
  BitSet judged;        ///< Asks of which it is known whether they are within reach.
  BitSet out_of_reach;  ///< Those of them that no device of it satisfies, whatever is free.
  using ClassKey = std::pair<std::vector<Name>, const StateSet*>;
  std::map<ClassKey, std::unique_ptr<DeviceClass>> classes;
};

struct Shelf {
  DeviceClass* of = nullptr;
  System* holder = nullptr;
  bool connected = true;
  bool offered = false;
  DeviceSet<&Device::on_shelf, DeviceByKey> devices;
  SetHook by_first;

  Key first() const { return devices.begin()->key; }
};

struct DeviceClass {
  DeviceSpec* spec = nullptr;
  std::vector<Name> taken;           ///< Registration units, in the order of the names' numbers.
  const StateSet* states = nullptr;  ///< Null: as the spec says, or nothing reads them.
  std::size_t slot = 0;
  bool has_unit = false;  ///< One of the spec's is available.
  BitSet refused;         ///< Asks that its devices cannot satisfy.
  std::size_t devices = 0;
  std::map<std::pair<System*, bool>, std::unique_ptr<Shelf>> shelves;  ///< By holder, connected.
};

struct System {
  Name name = 0;
  bool connected = true;
  std::size_t offered = 0;  ///< Devices on offered shelves that it holds as a whole.
  DevicePool* pool = nullptr;
  DeviceList<&Device::on_system> devices;
};

/// The devices of a session.
class DevicePool {
 public:
  DevicePool(DevicePools& pools, Key session);
  DevicePool(const DevicePool&) = delete;
  DevicePool& operator=(const DevicePool&) = delete;
  ~DevicePool();

  Key session() const { return session_; }

  // Specs and systems. All that changes who is where is undone with the transaction.

  /// The spec is this from now on; devices of it keep units and states.
  void set_spec(Name name, std::vector<Name> units, States initial, bool reads_states);
  /// The words that sketches of specs and asks name.
  TaxonomyGraph& taxonomy() { return taxonomy_; }
  /// What its groups have. Without, nothing is ruled out by sketches.
  void sketch_spec(Name name, Sketch sketch);
  bool knows_spec(Name name) const { return specs_.count(name) != 0; }
  void set_connected(Name system, bool connected);

  // Devices.

  void add(Key key, Name name, Name spec, Name system);
  void remove(Device& device);
  void take(Device& device, Name unit);
  void free(Device& device, Name unit);
  void set_states(Device& device, States states);
  void hold(Device& device, Name system);  ///< as a whole; 0: nobody does
  const Device* find(Name name) const;
  System* find_system(Name name) const;

  /// Calls `use(device)` for each of a spec.
  template <class Use>
  void for_each_of(Name spec, const Use& use) const {
    const auto found = specs_.find(spec);
    if (found == specs_.end()) return;
    for (const auto& of : found->second->classes) {
      for (const auto& shelf : of.second->shelves) {
        for (const Device& device : shelf.second->devices) use(device);
      }
    }
  }
  /// Calls `use(device)` for each, in order of connection.
  template <class Use>
  void for_each(const Use& use) const {
    for (const Device& device : by_order_) use(device);
  }

  // What happened to outlets: numbered from 1 on for as long as the session lives.

  void note_change(KeptPtr change);
  struct Changes {
    std::uint64_t before = 0;  ///< How many were taken before.
    const KeptPtr* first = nullptr;
    const KeptPtr* last = nullptr;  ///< One past the end.
  };
  /// Those since the last call. They stay where they are until the transaction ends.
  Changes take_changes();
  std::uint64_t change_count() const { return change_count_ + changes_taken_; }
  /// As many have happened and were taken.
  void count_changes_from(std::uint64_t count) { change_count_ = count - changes_taken_; }

  // Asks.

  /// The number of what is told by `text`, of a requester of this spec.
  std::size_t ask(Name requester, const std::string& text);
  bool is_sketched(std::size_t ask) const { return asks_.at(ask).sketch != nullptr; }
  /// What the ask's groups want.
  void sketch_ask(std::size_t ask, Sketch sketch);
  /// Whether a requester on this system may be given any device.
  bool has_device(Name system);

  struct Candidate {
    const Device* device = nullptr;
    bool spec_is_judged = false;  ///< Whether the ask is known to be within reach of its spec.
  };
  /// The first device after `after` that the ask is not known to be refused by, of those that are
  /// offered to the system, and of `touched`. With `after` 0 a search begins; it goes on after the
  /// device that was found last, while all devices are where they were.
  Candidate candidate(std::size_t ask, Name system, Key after, const std::vector<Key>& touched);
  /// The ask is refused by the class of the device.
  void refuse(std::size_t ask, const Device& device);
  /// What the ask can come to at best on the spec of the device.
  void judge_spec(std::size_t ask, const Device& device, bool within_reach);
  /// What is remembered of the ask and the class of the device, null for nothing.
  const Kept* result(std::size_t ask, const Device& device) const;
  void remember(std::size_t ask, const Device& device, KeptPtr result);
  /// Forgets what was worked out for requesters of this spec; 0: for all.
  void forget_asks(Name requester);

  WaitingOutlets& waiting() { return waiting_; }
  /// All outlets are about to be added again.
  void renew_waiting();
  /// The first outlet after the position that is to be tried, when it is known what has changed.
  const Outlet* next_waiting(Position after);
  /// Whether the outlets sleep that are told by `text`, of which the same would become. Then this
  /// one does as well.
  bool sleeps_with_group(Outlet& outlet, std::string text, Name system);
  /// The outlet was tried in vain since sleeps_with_group(), and nothing but asks decided that.
  void sleep(Outlet& outlet);
  std::size_t class_count() const { return classes_.size() - free_slots_.size(); }

 private:
  friend class DevicePools;
  using AskNumbers = std::map<std::pair<Name, std::string>, std::size_t>;
  struct Ask {
    Name requester = 0;  ///< 0: this number is free, or that of the ask for anything.
    AskNumbers::iterator entry;
    std::unique_ptr<const Sketch> sketch;
    BitSet refused;                                    ///< Slots of classes.
    std::unordered_map<std::size_t, KeptPtr> results;  ///< By slot of a class.
  };
  struct ShelfFirst {
    using type = Key;
    Key operator()(const Shelf& shelf) const { return shelf.first(); }
  };
  using ShelfSet = intrusive::set<Shelf, intrusive::member_hook<Shelf, SetHook, &Shelf::by_first>,
                                  intrusive::key_of_value<ShelfFirst>>;

  /// What a search has to come back to: the next devices of shelves that it has passed. Once it is
  /// complete, those of all shelves that may do.
  struct Search {
    std::vector<std::pair<Key, const Device*>> heap;
    const Shelf* passed = nullptr;  ///< The one that the last device was the first of.
    bool complete = false;

    void push(const Shelf& shelf, Key after);
    void pop();
  };

  System& system(Name name);
  const StateSet* intern(const DeviceSpec& spec, States states);
  void release(const StateSet* states) noexcept;
  DeviceClass& class_of(DeviceSpec& spec, std::vector<Name> taken, const StateSet* states);
  Shelf& shelf_of(DeviceClass& in, System* holder, bool connected);
  void put(Device& device, Shelf& shelf, const StateSet* states);
  void place(Device& device, Shelf* shelf, const StateSet* states) noexcept;
  void leave_shelf(Device& device) noexcept;
  void enter_shelf(Device& device, Shelf& shelf) noexcept;
  void link(Device& device) noexcept;
  void unlink(Device& device) noexcept;
  void tell_later(Device& device) noexcept;
  void tell(const Shelf* shelf);
  void tell_waiting();
  void dispose(Device* device) noexcept;
  void erase_ask(std::size_t ask) noexcept;
  void erase_asks(Name requester) noexcept;
  void forget_class(const DeviceClass& gone) noexcept;
  void sweep();
  void sweep_specs();
  void drop_taken_changes() noexcept;
  bool is_ruled_out(std::size_t ask, const DeviceClass& by);
  void judge(std::size_t ask, DeviceSpec& spec, bool within_reach);
  void complete_search(std::size_t ask, System* system, Key after);

  DevicePools& pools_;
  Key session_;
  TaxonomyGraph taxonomy_;
  DeviceSet<&Device::by_order, DeviceByKey> by_order_;
  DeviceSet<&Device::by_name, DeviceByName> by_name_;
  DeviceList<&Device::to_tell> to_tell_;
  std::map<Name, std::unique_ptr<System>> systems_;
  std::map<States, std::size_t> state_sets_;
  std::map<Name, DeviceSpec*> specs_;
  std::vector<std::unique_ptr<DeviceSpec>> all_specs_;  ///< Replaced ones too, until swept.
  std::vector<DeviceClass*> classes_;                   ///< By slot; null where it is free.
  std::vector<std::size_t> free_slots_;
  ShelfSet by_first_;  ///< Offered shelves that are not empty.
  std::size_t offered_to_all_ = 0;
  std::size_t used_classes_ = 0;  ///< Those with devices.
  std::size_t result_count_ = 0;
  std::vector<Ask> asks_;
  std::vector<std::size_t> free_asks_;
  Search search_;
  std::vector<KeptPtr> changes_;  ///< Those that were taken first.
  std::size_t changes_taken_ = 0;
  std::uint64_t change_count_ = 0;  ///< Before changes_.
  struct Attempt {
    Key outlet = 0;
    std::string text;
    Name system = 0;
    std::vector<std::size_t> asks;
  };
  Attempt attempt_;  ///< What came of sleeps_with_group() since.
  AskNumbers ask_numbers_;
  WaitingOutlets waiting_;
};

/// The pools of an engine of Prolog, and what they have to undo.
class DevicePools {
 public:
  explicit DevicePools(NameKeeper& names) : names_(names) {}
  DevicePools(const DevicePools&) = delete;
  DevicePools& operator=(const DevicePools&) = delete;
  ~DevicePools();

  DevicePool& open(Key session);
  void close(Key session) { pools_.erase(session); }
  DevicePool* find_pool(Key session);
  Device* find(Key key);
  /// The pool of a device that is connected.
  static DevicePool& pool_of(const Device& device) { return *device.system->pool; }
  OutletRegistry& outlets() { return outlets_; }
  NameKeeper& names() { return names_; }

  /// Begins a transaction, inside of another or not. Each is ended by commit() or rollback().
  void begin();
  void commit() noexcept;
  /// Everything is where it was when the transaction began.
  void rollback() noexcept;

 private:
  friend class DevicePool;
  enum class Step { Added, Removed, Moved, Connected, Spec, Forgot, Changed, Took };
  struct Undo {
    Step step;
    DevicePool* pool = nullptr;
    Device* device = nullptr;
    Shelf* shelf = nullptr;
    const StateSet* states = nullptr;
    System* system = nullptr;
    Name name = 0;
    DeviceSpec* spec = nullptr;
    std::size_t count = 0;
  };
  bool recording() const { return !marks_.empty(); }
  void make_room();
  /// Call make_room() before.
  void record(const Undo& undo) noexcept;
  void take_back(const Undo& undo) noexcept;

  NameKeeper& names_;
  OutletRegistry outlets_;
  DeviceSet<&Device::by_key, DeviceByKey> by_key_;
  std::map<Key, std::unique_ptr<DevicePool>> pools_;
  std::vector<Undo> journal_;
  std::vector<std::size_t> marks_;
};

}  // namespace ddb::detail

#endif  // DDB_SRC_DEVICE_POOL_HPP

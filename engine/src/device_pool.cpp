// SPDX-License-Identifier: Apache-2.0
#include "device_pool.hpp"

#include <algorithm>
#include <stdexcept>

namespace ddb::detail {

namespace {

template <class Set, class Of>
void add_sorted(Set& set, const Of& element) {
  const auto place = std::lower_bound(set.begin(), set.end(), element);
  if (place == set.end() || *place != element) set.insert(place, element);
}

}  // namespace

DevicePool::DevicePool(DevicePools& pools, Key session)
    : pools_(pools), session_(session), taxonomy_(pools.names()), waiting_(pools.outlets()) {
  asks_.emplace_back();
}

DevicePool::~DevicePool() {
  to_tell_.clear();
  by_first_.clear();
  while (!by_order_.empty()) {
    Device& device = *by_order_.begin();
    if (device.shelf != nullptr) {
      device.shelf->devices.erase(device.shelf->devices.iterator_to(device));
    }
    unlink(device);
    dispose(&device);
  }
  for (const auto& spec : all_specs_) {
    for (const auto& entry : spec->classes) forget_class(*entry.second);
    pools_.names().drop(spec->name);
    for (const Name unit : spec->units) pools_.names().drop(unit);
    for (const auto& state : spec->initial) pools_.names().drop(state.first);
  }
  for (const auto& [states, uses] : state_sets_) {
    for (const auto& state : states) pools_.names().drop(state.first);
  }
  for (const auto& entry : systems_) pools_.names().drop(entry.first);
  for (const Ask& ask : asks_) {
    if (ask.requester != 0) pools_.names().drop(ask.requester);
  }
}

// Specs and systems

void DevicePool::set_spec(Name name, std::vector<Name> units, States initial, bool reads_states) {
  std::sort(initial.begin(), initial.end());
  all_specs_.push_back(std::make_unique<DeviceSpec>());
  DeviceSpec& spec = *all_specs_.back();
  spec.name = name;
  spec.units = std::move(units);
  spec.initial = std::move(initial);
  spec.reads_states = reads_states;
  pools_.names().keep(name);
  for (const Name unit : spec.units) pools_.names().keep(unit);
  for (const auto& state : spec.initial) pools_.names().keep(state.first);

  DeviceSpec*& current = specs_[name];
  DeviceSpec* const before = current;
  pools_.make_room();
  DevicePools::Undo undo{DevicePools::Step::Spec, this};
  undo.name = name;
  undo.spec = before;
  pools_.record(undo);
  current = &spec;
  if (before == nullptr) return;

  std::vector<Device*> devices;
  for (const auto& entry : before->classes) {
    for (const auto& shelf : entry.second->shelves) {
      for (Device& device : shelf.second->devices) devices.push_back(&device);
    }
  }
  // What a device's states are is not for its spec to change.
  const StateSet* const kept =
      devices.empty() || before->initial == spec.initial ? nullptr : intern(spec, before->initial);
  for (Device* device : devices) {
    const StateSet* states = device->states == nullptr ? kept : intern(spec, device->states->first);
    DeviceClass& in = class_of(spec, device->shelf->of->taken, states);
    put(*device, shelf_of(in, device->shelf->holder, device->shelf->connected), states);
  }
}

void DevicePool::sketch_spec(Name name, Sketch sketch) {
  specs_.at(name)->sketch = std::make_unique<const Sketch>(std::move(sketch));
}

System& DevicePool::system(Name name) {
  auto& system = systems_[name];
  if (system == nullptr) {
    system = std::make_unique<System>();
    system->name = name;
    system->pool = this;
    pools_.names().keep(name);
  }
  return *system;
}

System* DevicePool::find_system(Name name) const {
  const auto found = systems_.find(name);
  return found == systems_.end() ? nullptr : found->second.get();
}

void DevicePool::set_connected(Name name, bool connected) {
  System& changed = system(name);
  waiting_.set_connected(name, connected);
  if (changed.connected == connected) return;
  pools_.make_room();
  DevicePools::Undo undo{DevicePools::Step::Connected, this};
  undo.system = &changed;
  pools_.record(undo);
  changed.connected = connected;
  for (Device& device : changed.devices) {
    put(device, shelf_of(*device.shelf->of, device.shelf->holder, connected), device.states);
  }
}

// Devices

void DevicePool::add(Key key, Name name, Name spec_name, Name system_name) {
  const auto spec = specs_.find(spec_name);
  if (spec == specs_.end()) throw std::invalid_argument("the pool does not know the device's spec");
  System& on = system(system_name);
  Shelf& shelf = shelf_of(class_of(*spec->second, {}, nullptr), nullptr, on.connected);
  pools_.make_room();
  auto owned = std::make_unique<Device>();
  Device& device = *owned.release();
  device.key = key;
  device.name = name;
  device.system = &on;
  pools_.names().keep(name);
  link(device);
  DevicePools::Undo undo{DevicePools::Step::Added, this};
  undo.device = &device;
  pools_.record(undo);
  place(device, &shelf, nullptr);
}

void DevicePool::remove(Device& device) {
  tell(device.told);
  pools_.make_room();
  DevicePools::Undo undo{DevicePools::Step::Removed, this};
  undo.device = &device;
  undo.shelf = device.shelf;
  undo.states = device.states;
  pools_.record(undo);
  place(device, nullptr, nullptr);
  unlink(device);
  if (!pools_.recording()) dispose(&device);
}

void DevicePool::take(Device& device, Name unit) {
  std::vector<Name> taken = device.shelf->of->taken;
  add_sorted(taken, unit);
  DeviceClass& in = class_of(*device.shelf->of->spec, std::move(taken), device.states);
  put(device, shelf_of(in, device.shelf->holder, device.shelf->connected), device.states);
}

void DevicePool::free(Device& device, Name unit) {
  std::vector<Name> taken = device.shelf->of->taken;
  const auto place = std::lower_bound(taken.begin(), taken.end(), unit);
  if (place == taken.end() || *place != unit) return;
  taken.erase(place);
  DeviceClass& in = class_of(*device.shelf->of->spec, std::move(taken), device.states);
  put(device, shelf_of(in, device.shelf->holder, device.shelf->connected), device.states);
}

void DevicePool::set_states(Device& device, States states) {
  DeviceSpec& spec = *device.shelf->of->spec;
  const StateSet* const now = intern(spec, std::move(states));
  DeviceClass& in = class_of(spec, device.shelf->of->taken, now);
  put(device, shelf_of(in, device.shelf->holder, device.shelf->connected), now);
}

void DevicePool::hold(Device& device, Name holder) {
  System* const by = holder == 0 ? nullptr : &system(holder);
  put(device, shelf_of(*device.shelf->of, by, device.shelf->connected), device.states);
}

const Device* DevicePool::find(Name name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : &*found;
}

// Changes of outlets

void DevicePool::note_change(KeptPtr change) {
  pools_.make_room();
  changes_.push_back(std::move(change));
  pools_.record({DevicePools::Step::Changed, this});
}

DevicePool::Changes DevicePool::take_changes() {
  pools_.make_room();
  if (!pools_.recording()) drop_taken_changes();
  const Changes changes{change_count(), changes_.data() + changes_taken_,
                        changes_.data() + changes_.size()};
  DevicePools::Undo undo{DevicePools::Step::Took, this};
  undo.count = changes_taken_;
  pools_.record(undo);
  changes_taken_ = changes_.size();
  return changes;
}

void DevicePool::drop_taken_changes() noexcept {
  changes_.erase(changes_.begin(), changes_.begin() + static_cast<std::ptrdiff_t>(changes_taken_));
  change_count_ += changes_taken_;
  changes_taken_ = 0;
}

// Classes and shelves

const StateSet* DevicePool::intern(const DeviceSpec& spec, States states) {
  std::sort(states.begin(), states.end());
  if (states == spec.initial) return nullptr;
  const auto [entry, is_new] = state_sets_.try_emplace(std::move(states), 0);
  if (is_new) {
    for (const auto& state : entry->first) pools_.names().keep(state.first);
  }
  return &*entry;
}

void DevicePool::release(const StateSet* states) noexcept {
  if (states == nullptr) return;
  const auto entry = state_sets_.find(states->first);
  if (--entry->second > 0) return;
  for (const auto& state : entry->first) pools_.names().drop(state.first);
  state_sets_.erase(entry);
}

DeviceClass& DevicePool::class_of(DeviceSpec& spec, std::vector<Name> taken,
                                  const StateSet* states) {
  DeviceSpec::ClassKey key{std::move(taken), spec.reads_states ? states : nullptr};
  const auto found = spec.classes.find(key);
  if (found != spec.classes.end()) return *found->second;
  auto owned = std::make_unique<DeviceClass>();
  DeviceClass& made = *owned;
  made.spec = &spec;
  made.taken = key.first;
  made.states = key.second;
  made.has_unit = !std::all_of(spec.units.begin(), spec.units.end(), [&](Name unit) {
    return std::binary_search(made.taken.begin(), made.taken.end(), unit);
  });
  made.refused = spec.out_of_reach;
  if (free_slots_.empty()) {
    free_slots_.reserve(classes_.size() + 1);
    classes_.push_back(nullptr);
    free_slots_.push_back(classes_.size() - 1);
  }
  made.slot = free_slots_.back();
  spec.out_of_reach.for_each_without(
      {}, [&](std::size_t ask) { asks_[ask].refused.insert(made.slot); });
  spec.classes.emplace(std::move(key), std::move(owned));
  free_slots_.pop_back();
  classes_[made.slot] = &made;
  for (const Name unit : made.taken) pools_.names().keep(unit);
  if (made.states != nullptr) ++const_cast<StateSet*>(made.states)->second;
  return made;
}

Shelf& DevicePool::shelf_of(DeviceClass& in, System* holder, bool connected) {
  auto& shelf = in.shelves[{holder, connected}];
  if (shelf == nullptr) {
    shelf = std::make_unique<Shelf>();
    shelf->of = &in;
    shelf->holder = holder;
    shelf->connected = connected;
    shelf->offered = connected && in.has_unit;
  }
  return *shelf;
}

void DevicePool::put(Device& device, Shelf& shelf, const StateSet* states) {
  if (device.shelf == &shelf && device.states == states) return;
  pools_.make_room();
  DevicePools::Undo undo{DevicePools::Step::Moved, this};
  undo.device = &device;
  undo.shelf = device.shelf;
  undo.states = device.states;
  pools_.record(undo);
  place(device, &shelf, states);
}

void DevicePool::place(Device& device, Shelf* shelf, const StateSet* states) noexcept {
  if (device.shelf != nullptr) leave_shelf(device);
  if (states != device.states) {
    if (states != nullptr) ++const_cast<StateSet*>(states)->second;
    release(device.states);
    device.states = states;
  }
  if (shelf != nullptr) enter_shelf(device, *shelf);
  tell_later(device);
}

void DevicePool::leave_shelf(Device& device) noexcept {
  Shelf& shelf = *device.shelf;
  device.shelf = nullptr;
  if (--shelf.of->devices == 0) --used_classes_;
  const auto place = shelf.devices.iterator_to(device);
  if (!shelf.offered) {
    shelf.devices.erase(place);
    return;
  }
  --(shelf.holder == nullptr ? offered_to_all_ : shelf.holder->offered);
  const bool was_first = place == shelf.devices.begin();
  if (was_first) by_first_.erase(by_first_.iterator_to(shelf));
  shelf.devices.erase(place);
  if (was_first && !shelf.devices.empty()) by_first_.insert(shelf);
}

void DevicePool::enter_shelf(Device& device, Shelf& shelf) noexcept {
  device.shelf = &shelf;
  if (shelf.of->devices++ == 0) ++used_classes_;
  if (!shelf.offered) {
    shelf.devices.insert(device);
    return;
  }
  ++(shelf.holder == nullptr ? offered_to_all_ : shelf.holder->offered);
  const bool is_first = shelf.devices.empty() || device.key < shelf.first();
  if (is_first && !shelf.devices.empty()) by_first_.erase(by_first_.iterator_to(shelf));
  shelf.devices.insert(device);
  if (is_first) by_first_.insert(shelf);
}

void DevicePool::link(Device& device) noexcept {
  pools_.by_key_.insert(device);
  by_order_.insert(by_order_.end(), device);
  by_name_.insert(device);
  device.system->devices.push_back(device);
}

void DevicePool::unlink(Device& device) noexcept {
  if (device.to_tell.is_linked()) to_tell_.erase(to_tell_.iterator_to(device));
  device.told = nullptr;
  device.system->devices.erase(device.system->devices.iterator_to(device));
  by_name_.erase(by_name_.iterator_to(device));
  by_order_.erase(by_order_.iterator_to(device));
  pools_.by_key_.erase(pools_.by_key_.iterator_to(device));
}

void DevicePool::dispose(Device* device) noexcept {
  const std::unique_ptr<Device> owned(device);
  release(owned->states);
  pools_.names().drop(owned->name);
}

// All pools

DevicePools::~DevicePools() { pools_.clear(); }

DevicePool& DevicePools::open(Key session) {
  auto& pool = pools_[session];
  if (pool == nullptr) pool = std::make_unique<DevicePool>(*this, session);
  return *pool;
}

DevicePool* DevicePools::find_pool(Key session) {
  const auto found = pools_.find(session);
  return found == pools_.end() ? nullptr : found->second.get();
}

Device* DevicePools::find(Key key) {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? nullptr : &*found;
}

void DevicePools::begin() {
  marks_.push_back(journal_.size());
  if (marks_.size() == 1) ++outlets_.transaction;
}

void DevicePools::make_room() {
  if (recording() && journal_.size() == journal_.capacity()) {
    journal_.reserve(std::max(std::size_t{64}, 2 * journal_.size()));
  }
}

void DevicePools::record(const Undo& undo) noexcept {
  if (!recording()) return;
  if (undo.states != nullptr) ++const_cast<StateSet*>(undo.states)->second;
  journal_.push_back(undo);
}

void DevicePools::commit() noexcept {
  marks_.pop_back();
  if (recording()) return;
  std::set<DevicePool*> changed;
  for (const Undo& undo : journal_) {
    undo.pool->release(undo.states);
    if (undo.step == Step::Removed) undo.pool->dispose(undo.device);
    changed.insert(undo.pool);
  }
  journal_.clear();
  for (DevicePool* pool : changed) {
    pool->drop_taken_changes();
    try {
      pool->sweep();
    } catch (...) {
      // There is no memory to tidy up with: it is tried again after the next transaction.
      continue;
    }
  }
}

void DevicePools::rollback() noexcept {
  const std::size_t mark = marks_.back();
  while (journal_.size() > mark) {
    take_back(journal_.back());
    journal_.pop_back();
  }
  marks_.pop_back();
  for (const auto& entry : pools_) {
    WaitingOutlets& waiting = entry.second->waiting_;
    if (waiting.changed_in() == outlets_.transaction) waiting.clear_after_undo();
  }
}

void DevicePools::take_back(const Undo& undo) noexcept {
  DevicePool& pool = *undo.pool;
  switch (undo.step) {
    case Step::Added:
      pool.place(*undo.device, nullptr, nullptr);
      pool.unlink(*undo.device);
      pool.dispose(undo.device);
      break;
    case Step::Removed:
      pool.link(*undo.device);
      pool.place(*undo.device, undo.shelf, undo.states);
      break;
    case Step::Moved:
      pool.place(*undo.device, undo.shelf, undo.states);
      break;
    case Step::Connected:
      undo.system->connected = !undo.system->connected;
      break;
    case Step::Spec:
      if (undo.spec == nullptr) {
        pool.specs_.erase(undo.name);
      } else {
        pool.specs_[undo.name] = undo.spec;
      }
      break;
    case Step::Forgot:
      pool.erase_asks(undo.name);
      break;
    case Step::Changed:
      pool.changes_.pop_back();
      break;
    case Step::Took:
      pool.changes_taken_ = undo.count;
      break;
  }
  pool.release(undo.states);
}

}  // namespace ddb::detail

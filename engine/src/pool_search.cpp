// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>

#include "device_pool.hpp"

// What asks come to, and what is remembered of it.

namespace ddb::detail {

namespace {

// How many shelves are looked at in their order before only those of classes that may do are.
constexpr int kFromHere = 64;
// Classes without devices are kept, with what is known of them, up to as many and as those with.
constexpr std::size_t kSpareClasses = 1024;
// What is worked out is worth so much memory; beyond, it is forgotten and worked out again.
constexpr std::size_t kMostBits = std::size_t{1} << 31U;
constexpr std::size_t kMostResults = std::size_t{1} << 20U;
// An ask that nothing is known of: any device may do.
constexpr std::size_t kAnything = 0;

bool may_have(const System* holder, const System* system) {
  return holder == nullptr || holder == system;
}

}  // namespace

// Asks

std::size_t DevicePool::ask(Name requester, const std::string& text) {
  const auto known = ask_numbers_.find({requester, text});
  if (known != ask_numbers_.end()) return known->second;
  if (free_asks_.empty()) {
    free_asks_.reserve(asks_.size() + 1);
    asks_.emplace_back();
    free_asks_.push_back(asks_.size() - 1);
  }
  const auto entry = ask_numbers_.try_emplace({requester, text}, 0).first;
  entry->second = free_asks_.back();
  Ask& ask = asks_[entry->second];
  ask.entry = entry;
  ask.requester = requester;
  pools_.names().keep(requester);
  free_asks_.pop_back();
  return entry->second;
}

void DevicePool::sketch_ask(std::size_t ask, Sketch sketch) {
  asks_.at(ask).sketch = std::make_unique<const Sketch>(std::move(sketch));
}

bool DevicePool::has_device(Name name) {
  const System* const system = find_system(name);
  if (offered_to_all_ > 0 || (system != nullptr && system->offered > 0)) return true;
  attempt_.asks.push_back(kAnything);
  return false;
}

void DevicePool::Search::push(const Shelf& shelf, Key after) {
  const auto next = shelf.devices.upper_bound(after);
  if (next == shelf.devices.end()) return;
  heap.emplace_back(next->key, &*next);
  std::push_heap(heap.begin(), heap.end(), std::greater<>());
}

void DevicePool::Search::pop() {
  std::pop_heap(heap.begin(), heap.end(), std::greater<>());
  heap.pop_back();
}

// Whether the ask is refused by the class; where nobody has looked yet, sketches may tell.
bool DevicePool::is_ruled_out(std::size_t number, const DeviceClass& by) {
  const Ask& ask = asks_.at(number);
  if (ask.refused.has(by.slot)) return true;
  DeviceSpec& spec = *by.spec;
  if (ask.sketch == nullptr || spec.sketch == nullptr) return false;
  if (spec.judged.has(number) || spec.sketched.has(number)) return false;
  spec.sketched.insert(number);
  if (may_reach(*ask.sketch, *spec.sketch)) return false;
  judge(number, spec, false);
  return true;
}

void DevicePool::complete_search(std::size_t ask, System* system, Key after) {
  search_.complete = true;
  search_.heap.clear();
  std::vector<const DeviceClass*> left;
  asks_.at(ask).refused.for_each_missing(classes_.size(), [&](std::size_t slot) {
    if (classes_[slot] != nullptr) left.push_back(classes_[slot]);
  });
  for (const DeviceClass* device_class : left) {
    if (is_ruled_out(ask, *device_class)) continue;
    const auto& shelves = device_class->shelves;
    for (System* holder : {static_cast<System*>(nullptr), system}) {
      const auto shelf = shelves.find({holder, true});
      if (shelf != shelves.end() && shelf->second->offered) search_.push(*shelf->second, after);
      if (system == nullptr) break;
    }
  }
}

DevicePool::Candidate DevicePool::candidate(std::size_t ask, Name system_name, Key after,
                                            const std::vector<Key>& touched) {
  if (attempt_.asks.empty() || attempt_.asks.back() != ask) attempt_.asks.push_back(ask);
  System* const system = find_system(system_name);
  const auto is_refused = [&](const Device& device) {
    return is_ruled_out(ask, *device.shelf->of);
  };
  if (after == 0) search_ = {};
  if (search_.passed != nullptr) search_.push(*search_.passed, after);
  search_.passed = nullptr;

  // Either most classes may do, and the next is near; or few may, and only they are looked at.
  const Device* next = nullptr;
  const Shelf* passing = nullptr;
  if (!search_.complete) {
    int left = kFromHere;
    auto shelf = by_first_.upper_bound(after);
    while (shelf != by_first_.end() && left > 0 &&
           (!may_have(shelf->holder, system) || is_ruled_out(ask, *shelf->of))) {
      ++shelf;
      --left;
    }
    if (left == 0) {
      complete_search(ask, system, after);
    } else if (shelf != by_first_.end()) {
      passing = &*shelf;
      next = &*shelf->devices.begin();
    }
  }
  while (!search_.heap.empty() &&
         (search_.heap.front().first <= after || is_refused(*search_.heap.front().second))) {
    const Device& device = *search_.heap.front().second;
    search_.pop();
    if (!is_refused(device)) search_.push(*device.shelf, after);
  }
  const auto consider = [&](const Device* device) {
    if (next != nullptr && next->key <= device->key) return;
    next = device;
    passing = nullptr;
  };
  if (!search_.heap.empty()) consider(search_.heap.front().second);
  for (const Key key : touched) {
    const Device* const device = pools_.find(key);
    if (device == nullptr || device->key <= after || device->shelf->offered) continue;
    if (!is_refused(*device)) consider(device);
  }
  search_.passed = passing;
  return {next, next != nullptr && next->shelf->of->spec->judged.has(ask)};
}

void DevicePool::refuse(std::size_t ask, const Device& device) {
  DeviceClass& by = *device.shelf->of;
  asks_.at(ask).refused.insert(by.slot);
  by.refused.insert(ask);
}

void DevicePool::judge_spec(std::size_t ask, const Device& device, bool within_reach) {
  judge(ask, *device.shelf->of->spec, within_reach);
}

void DevicePool::judge(std::size_t ask, DeviceSpec& spec, bool within_reach) {
  if (!within_reach) {
    for (const auto& entry : spec.classes) {
      asks_.at(ask).refused.insert(entry.second->slot);
      entry.second->refused.insert(ask);
    }
    spec.out_of_reach.insert(ask);
  }
  spec.judged.insert(ask);
}

const Kept* DevicePool::result(std::size_t ask, const Device& device) const {
  const auto& results = asks_.at(ask).results;
  const auto found = results.find(device.shelf->of->slot);
  return found == results.end() ? nullptr : found->second.get();
}

void DevicePool::remember(std::size_t ask, const Device& device, KeptPtr result) {
  const auto [entry, is_new] =
      asks_.at(ask).results.insert_or_assign(device.shelf->of->slot, std::move(result));
  if (is_new) ++result_count_;
}

void DevicePool::erase_ask(std::size_t number) noexcept {
  Ask& ask = asks_[number];
  if (ask.requester == 0) return;
  for (DeviceClass* device_class : classes_) {
    if (device_class != nullptr) device_class->refused.erase(number);
  }
  for (const auto& spec : all_specs_) {
    spec->sketched.erase(number);
    spec->judged.erase(number);
    spec->out_of_reach.erase(number);
  }
  result_count_ -= ask.results.size();
  ask_numbers_.erase(ask.entry);
  pools_.names().drop(ask.requester);
  ask = {};
  free_asks_.push_back(number);
}

void DevicePool::forget_asks(Name requester) {
  waiting_.wake_all();
  pools_.make_room();
  DevicePools::Undo undo{DevicePools::Step::Forgot, this};
  undo.name = requester;
  pools_.record(undo);
  erase_asks(requester);
}

void DevicePool::erase_asks(Name requester) noexcept {
  for (std::size_t i = kAnything + 1; i < asks_.size(); ++i) {
    if (requester == 0 || asks_[i].requester == requester) erase_ask(i);
  }
}

// Waiting outlets

void DevicePool::tell_later(Device& device) noexcept {
  if (!device.to_tell.is_linked()) to_tell_.push_back(device);
}

void DevicePool::tell(const Shelf* shelf) {
  if (shelf == nullptr || !shelf->offered) return;
  waiting_.wake(shelf->of->refused, shelf->holder == nullptr ? 0 : shelf->holder->name);
}

void DevicePool::tell_waiting() {
  while (!to_tell_.empty()) {
    Device& device = to_tell_.front();
    if (device.told != device.shelf) {
      tell(device.told);
      tell(device.shelf);
      device.told = device.shelf;
    }
    to_tell_.pop_front();
  }
}

void DevicePool::renew_waiting() {
  waiting_.clear();
  waiting_.set_complete();
  for (const auto& [name, system] : systems_) waiting_.set_connected(name, system->connected);
}

const Outlet* DevicePool::next_waiting(Position after) {
  tell_waiting();
  return waiting_.next(after);
}

bool DevicePool::sleeps_with_group(Outlet& outlet, std::string text, Name system) {
  attempt_ = {outlet.key, std::move(text), system, {}};
  return waiting_.sleeps_with(outlet, attempt_.text);
}

void DevicePool::sleep(Outlet& outlet) {
  if (outlet.key != attempt_.outlet) return;
  waiting_.sleep(outlet, attempt_.text, attempt_.system, attempt_.asks);
}

// Sweeping

void DevicePool::forget_class(const DeviceClass& gone) noexcept {
  for (Ask& ask : asks_) {
    ask.refused.erase(gone.slot);
    result_count_ -= ask.results.erase(gone.slot);
  }
  for (const Name unit : gone.taken) pools_.names().drop(unit);
  release(gone.states);
  classes_[gone.slot] = nullptr;
  free_slots_.push_back(gone.slot);
}

void DevicePool::sweep_specs() {
  const auto is_gone = [&](const std::unique_ptr<DeviceSpec>& spec) {
    const auto current = specs_.find(spec->name);
    if (current != specs_.end() && current->second == spec.get()) return false;
    for (const auto& entry : spec->classes) forget_class(*entry.second);
    for (const Name unit : spec->units) pools_.names().drop(unit);
    for (const auto& state : spec->initial) pools_.names().drop(state.first);
    pools_.names().drop(spec->name);
    return true;
  };
  all_specs_.erase(std::remove_if(all_specs_.begin(), all_specs_.end(), is_gone), all_specs_.end());
}

// What nobody points at goes: no device, no journal; and what is remembered beyond all measure.
void DevicePool::sweep() {
  if (all_specs_.size() > specs_.size()) {
    tell_waiting();
    sweep_specs();
  }
  if (class_count() > 2 * used_classes_ + kSpareClasses) {
    tell_waiting();
    for (const auto& spec : all_specs_) {
      for (auto entry = spec->classes.begin(); entry != spec->classes.end();) {
        const bool is_empty = entry->second->devices == 0;
        if (is_empty) forget_class(*entry->second);
        entry = is_empty ? spec->classes.erase(entry) : std::next(entry);
      }
    }
  }
  if (result_count_ > kMostResults || asks_.size() * (classes_.size() + 1) > kMostBits) {
    forget_asks(0);
  }
}

}  // namespace ddb::detail

// SPDX-License-Identifier: Apache-2.0
#include "waiting_outlets.hpp"

#include <limits>
#include <utility>

namespace ddb::detail {

void WaitingOutlets::clear() noexcept {
  loose_.clear();
  awake_.clear();
  turns_.clear();
  sleepers_.clear();
  waited_for_.clear();
  groups_.clear();
  by_system_.clear();
  disconnected_.clear();
  for (const auto& [position, outlet] : all_) registry_.outlets.erase(outlet->key);
  all_.clear();
}

void WaitingOutlets::add(Key key, Position position, Name system) {
  note_change();
  // Outlets get a new order one after the other: whoever stood here is added again later.
  if (const auto before = all_.find(position); before != all_.end()) remove(*before->second);
  auto outlet = std::make_unique<Outlet>();
  outlet->key = key;
  outlet->position = position;
  outlet->system = system;
  outlet->of = this;
  if (takes_part(*outlet)) loose_.emplace(position, outlet.get());
  by_system_[system].emplace(position, outlet.get());
  all_.emplace(position, outlet.get());
  registry_.outlets[key] = std::move(outlet);
}

void WaitingOutlets::remove(Outlet& outlet) noexcept {
  note_change();
  leave(outlet);
  const auto on_system = by_system_.find(outlet.system);
  on_system->second.erase(outlet.position);
  if (on_system->second.empty()) by_system_.erase(on_system);
  all_.erase(outlet.position);
  registry_.outlets.erase(outlet.key);
}

void WaitingOutlets::stir(Outlet& outlet, bool waits) {
  note_change();
  leave(outlet);
  outlet.waits = waits;
  outlet.is_tried = false;
  if (takes_part(outlet)) loose_.emplace(outlet.position, &outlet);
}

void WaitingOutlets::stir_all_of(Key requester) {
  const Position last{requester, std::numeric_limits<std::uint64_t>::max()};
  for (auto it = all_.lower_bound({requester, 0}); it != all_.end() && it->first <= last; ++it) {
    if (it->second->waits) stir(*it->second, true);
  }
}

void WaitingOutlets::set_connected(Name system, bool connected) {
  note_change();
  if (connected) {
    disconnected_.erase(system);
  } else {
    disconnected_.insert(system);
  }
  const auto on_system = by_system_.find(system);
  if (on_system == by_system_.end()) return;
  for (const auto& [position, outlet] : on_system->second) stir(*outlet, outlet->waits);
}

void WaitingOutlets::leave(Outlet& outlet) noexcept {
  loose_.erase(outlet.position);
  leave_group(outlet);
}

void WaitingOutlets::leave_group(Outlet& outlet) noexcept {
  WaitingGroup* const group = outlet.group;
  if (group == nullptr) return;
  outlet.group = nullptr;
  group->members.erase(outlet.position);
  set_turn(*group);
  if (!group->members.empty()) return;
  for (const std::size_t ask : group->asks) {
    const auto sleepers = sleepers_.find(ask);
    sleepers->second.erase(group);
    if (!sleepers->second.empty()) continue;
    sleepers_.erase(sleepers);
    waited_for_.erase(ask);
  }
  awake_.erase(group);
  groups_.erase(groups_.find(group->text));
}

void WaitingOutlets::set_turn(WaitingGroup& group) {
  auto turn = group.turn ? turns_.extract({*group.turn, &group}) : decltype(turns_)::node_type();
  group.turn.reset();
  if (group.asleep) return;
  const auto next = group.members.upper_bound(passed_);
  if (next == group.members.end()) return;
  if (turn.empty()) {
    turns_.emplace(next->first, &group);
  } else {
    turn.value() = {next->first, &group};
    turns_.insert(std::move(turn));
  }
  group.turn = next->first;
}

const Outlet* WaitingOutlets::next(Position after) {
  const bool goes_back = after < passed_;
  passed_ = after;
  if (goes_back) {
    for (WaitingGroup* group : awake_) set_turn(*group);
  }
  while (!turns_.empty() && turns_.begin()->first <= after) set_turn(*turns_.begin()->second);
  const auto loose = loose_.upper_bound(after);
  const Outlet* const first = loose == loose_.end() ? nullptr : loose->second;
  if (turns_.empty()) return first;
  const auto& [position, group] = *turns_.begin();
  return first != nullptr && first->position < position ? first : group->members.at(position);
}

void WaitingOutlets::join(Outlet& outlet, WaitingGroup& group) {
  if (outlet.group == &group) return;
  note_change();
  group.members.emplace(outlet.position, &outlet);
  leave(outlet);
  outlet.group = &group;
  set_turn(group);
}

bool WaitingOutlets::sleeps_with(Outlet& outlet, const std::string& text) {
  outlet.is_tried = true;
  const auto group = groups_.find(text);
  if (group != groups_.end()) {
    join(outlet, *group->second);
  } else if (outlet.group != nullptr) {
    note_change();
    loose_.emplace(outlet.position, &outlet);
    leave_group(outlet);
  }
  return outlet.group != nullptr && outlet.group->asleep;
}

void WaitingOutlets::sleep(Outlet& outlet, const std::string& text, Name system,
                           const std::vector<std::size_t>& asks) {
  if (!outlet.is_tried) return;
  auto& group = groups_[text];
  if (group == nullptr) {
    note_change();
    group = std::make_unique<WaitingGroup>();
    group->text = text;
    group->system = system;
    awake_.insert(group.get());
  }
  join(outlet, *group);
  if (group->asleep) return;
  note_change();
  for (const std::size_t ask : asks) {
    if (!sleepers_[ask].insert(group.get()).second) continue;
    group->asks.push_back(ask);
    waited_for_.insert(ask);
  }
  group->asleep = true;
  awake_.erase(group.get());
  set_turn(*group);
}

void WaitingOutlets::wake(WaitingGroup& group) {
  awake_.insert(&group);
  group.asleep = false;
  set_turn(group);
  for (const std::size_t ask : group.asks) {
    const auto sleepers = sleepers_.find(ask);
    sleepers->second.erase(&group);
    if (!sleepers->second.empty()) continue;
    sleepers_.erase(sleepers);
    waited_for_.erase(ask);
  }
  group.asks.clear();
}

void WaitingOutlets::wake(const BitSet& refused, Name holder) {
  std::vector<WaitingGroup*> woken;
  waited_for_.for_each_without(refused, [&](std::size_t ask) {
    for (WaitingGroup* group : sleepers_.at(ask)) {
      if (group->system == 0 || holder == 0 || group->system == holder) woken.push_back(group);
    }
  });
  for (WaitingGroup* group : woken) {
    if (group->asleep) wake(*group);
  }
}

void WaitingOutlets::wake_all() {
  for (const auto& [text, group] : groups_) {
    if (group->asleep) wake(*group);
  }
}

}  // namespace ddb::detail

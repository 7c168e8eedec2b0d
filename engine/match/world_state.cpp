// SPDX-License-Identifier: Apache-2.0
#include "world_state.hpp"

#include <algorithm>
#include <iterator>

namespace ddb::match {

namespace {

template <class Item>
ListChanges<Item> compared(const std::vector<Item>& before, const std::vector<Item>& now) {
  ListChanges<Item> changes;
  std::set_difference(before.begin(), before.end(), now.begin(), now.end(),
                      std::back_inserter(changes.gone));
  std::set_difference(now.begin(), now.end(), before.begin(), before.end(),
                      std::back_inserter(changes.added));
  return changes;
}

template <class Item>
bool is_empty(const ListChanges<Item>& changes) {
  return changes.gone.empty() && changes.added.empty();
}

}  // namespace

WorldState state_of(const Session& session) {
  return {session.transactions(), session.outlets(), session.registration_units(),
          session.states()};
}

bool WorldChanges::empty() const {
  return is_empty(transactions) && is_empty(outlets) && is_empty(registration_units) &&
         is_empty(states);
}

WorldChanges changes_between(const WorldState& before, const WorldState& now) {
  return {compared(before.transactions, now.transactions), compared(before.outlets, now.outlets),
          compared(before.registration_units, now.registration_units),
          compared(before.states, now.states)};
}

}  // namespace ddb::match

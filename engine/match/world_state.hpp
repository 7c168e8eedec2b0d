// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_MATCH_WORLD_STATE_HPP
#define DDB_MATCH_WORLD_STATE_HPP

#include <vector>

#include "ddb/engine.hpp"

namespace ddb::match {

/// What came of a scenario, all lists sorted.
struct WorldState {
  std::vector<Transaction> transactions;
  std::vector<OutletState> outlets;
  std::vector<RegistrationUnit> registration_units;
  std::vector<DeviceState> states;
};

/// What the session holds now.
WorldState state_of(const Session& session);

/// What only one of two sorted lists has. Something that changed is in both: as it was, and as it
/// is.
template <class Item>
struct ListChanges {
  std::vector<Item> gone;
  std::vector<Item> added;
};

/// What changed from one result to another.
struct WorldChanges {
  ListChanges<Transaction> transactions;
  ListChanges<OutletState> outlets;
  ListChanges<RegistrationUnit> registration_units;
  ListChanges<DeviceState> states;

  bool empty() const;
};

WorldChanges changes_between(const WorldState& before, const WorldState& now);

}  // namespace ddb::match

#endif  // DDB_MATCH_WORLD_STATE_HPP

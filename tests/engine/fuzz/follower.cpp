// SPDX-License-Identifier: Apache-2.0
#include "follower.hpp"

#include "features.hpp"
#include "utf8.hpp"

namespace fuzz {

Follower::Follower(const View& begin, std::uint64_t taken) : taken_(taken) {
  for (const ddb::OutletState& outlet : begin.outlets) {
    outlets_.try_emplace({outlet.requester, outlet.outlet}, Had{outlet.active, outlet.status, {}});
  }
  for (const ddb::Transaction& transaction : begin.transactions) {
    outlets_[{transaction.requester, transaction.outlet}].transactions.push_back(transaction);
  }
}

void Follower::take(const ddb::OutletChange& change) {
  using Kind = ddb::OutletChangeKind;
  require(change.number == ++taken_, "the numbers of changes have a gap");
  require(is_utf8(change.reason), "the reason of a change is not UTF-8");
  require(!change.reason.empty(), "a change has no reason");
  require(is_one_line(change.reason), "the reason of a change takes two lines");
  saw("change", ddb::outlet_change_text(change.kind));
  saw("reason", change.reason.substr(0, change.reason.find(' ')));
  const Key key(change.requester, change.outlet);
  if (change.kind == Kind::Created) {
    require(outlets_.try_emplace(key).second, "an outlet is created twice");
    return;
  }
  const auto known = outlets_.find(key);
  require(known != outlets_.end(), "something happens to an outlet that was not created");
  Had& had = known->second;
  require(had.active == change.before && had.transactions == change.lost,
          "a change does not begin with what the one before has left");
  if (change.kind == Kind::Removed) {
    outlets_.erase(known);
    return;
  }
  had = {change.active, change.status, change.transactions};
}

void Follower::compare(const View& view) const {
  std::vector<ddb::OutletState> outlets;
  std::vector<ddb::Transaction> transactions;
  for (const auto& [key, had] : outlets_) {
    outlets.push_back({std::get<0>(key), std::get<1>(key), had.active, had.status});
    transactions.insert(transactions.end(), had.transactions.begin(), had.transactions.end());
  }
  require(outlets == view.outlets, "the changes of outlets do not tell how they stand");
  require(transactions == view.transactions, "the changes of outlets do not tell what is bound");
}

}  // namespace fuzz

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_COUNTS_HPP
#define DDB_TESTS_COUNTS_HPP

#include <map>

#include "name_keeper.hpp"

/// Counts how often each name is kept.
class Counts : public ddb::detail::NameKeeper {
 public:
  using Name = ddb::detail::Name;

  void keep(Name name) noexcept override { ++counts_[name]; }
  void drop(Name name) noexcept override {
    if (--counts_[name] == 0) counts_.erase(name);
  }
  bool empty() const { return counts_.empty(); }
  int count(Name name) const { return counts_.count(name) == 0 ? 0 : counts_.at(name); }

 private:
  std::map<Name, int> counts_;
};

#endif  // DDB_TESTS_COUNTS_HPP

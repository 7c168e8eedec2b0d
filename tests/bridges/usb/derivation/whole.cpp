// SPDX-License-Identifier: Apache-2.0
#include "whole.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace described {

namespace {

using namespace ddb::usb;

using Names = std::set<std::string>;

bool is_name(const std::string& text) {
  return !text.empty() && std::islower(static_cast<unsigned char>(text.front())) != 0 &&
         std::all_of(text.begin(), text.end(),
                     [](unsigned char it) { return std::isalnum(it) != 0 || it == '_'; });
}

struct Used {
  Names units;
  Names interfaces;
  Names states;
};

void add(const Branch& branch, Used& used) {
  used.units.insert(branch.registration_units.begin(), branch.registration_units.end());
  used.interfaces.insert(branch.code_interfaces.begin(), branch.code_interfaces.end());
  for (const Leaf& it : branch.leaves) used.states.insert(it.states.begin(), it.states.end());
  for (const Branch& it : branch.branches) add(it, used);
}

// The names of a list, each there once and good; none if one is not.
template <class List, class Of>
Names names_of(const List& list, Of of) {
  Names names;
  for (const auto& it : list) {
    if (!is_name(of(it)) || !names.insert(of(it)).second) return {};
  }
  return names;
}

bool is_empty_list(const Value& value) {
  if (const auto* const words = std::get_if<std::vector<Word>>(&value)) return words->size() < 2;
  if (const auto* const numbers = std::get_if<Numbers>(&value)) return numbers->numbers.empty();
  if (const auto* const range = std::get_if<Range>(&value)) {
    return !range->least.has_value() && !range->greatest.has_value();
  }
  return false;
}

// A branch holds something, and no leaf twice: what `ddb-match check` would warn of.
std::string broken_branch(const Branch& branch) {
  if (branch.branches.empty() == branch.leaves.empty()) return "an odd branch";
  for (std::size_t at = 0; at < branch.leaves.size(); ++at) {
    const Leaf& leaf = branch.leaves[at];
    if (is_empty_list(leaf.value)) return "a leaf without a value";
    for (std::size_t other = 0; other < at; ++other) {
      const Leaf& it = branch.leaves[other];
      if (it.name == leaf.name && it.value == leaf.value) return "a leaf twice";
    }
  }
  for (const Branch& it : branch.branches) {
    std::string broken = broken_branch(it);
    if (!broken.empty()) return std::string(branch.name) + '/' + broken;
  }
  return {};
}

}  // namespace

std::string broken_spec(const Description& description) {
  Used used;
  std::map<std::string, const Branch*> ids;
  for (const Group& group : description.groups) {
    if (group.modules.empty()) return group.name + " is empty";
    Names own;
    for (const Branch& module : group.modules) {
      if (!is_name(module.id) || !own.insert(module.id).second) return "id " + module.id;
      const auto [found, fresh] = ids.emplace(module.id, &module);
      if (!fresh && *found->second != module) return module.id + " is two things";
      std::string broken = broken_branch(module);
      if (!broken.empty()) return module.id + ": " + broken;
      add(module, used);
    }
  }
  const auto own_name = [](const auto& it) { return it.name; };
  const auto itself = [](const auto& it) { return it; };
  if (!is_name(description.spec)) return "name of the spec";
  if (names_of(description.groups, own_name).size() != description.groups.size()) return "groups";
  if (used.units.empty()) return "no registration unit";
  if (names_of(description.registration_units, itself) != used.units) return "units";
  if (names_of(description.code_interfaces, own_name) != used.interfaces) return "interfaces";
  if (names_of(description.states, own_name) != used.states) return "states";
  std::set<std::pair<std::string, std::string>> connections;
  for (const Connection& it : description.connections) {
    if (ids.count(it.from) == 0 || ids.count(it.to) == 0) return "connection from " + it.from;
    if (!connections.emplace(it.from, it.to).second) return "a connection twice";
  }
  return {};
}

}  // namespace described

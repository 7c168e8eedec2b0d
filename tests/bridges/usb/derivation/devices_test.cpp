// SPDX-License-Identifier: Apache-2.0
// Every recorded device, and every broken one: what holds of all specs, and what the derivation
// understands of each class.
#include <algorithm>
#include <catch2/catch.hpp>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "corpus.hpp"
#include "described.hpp"

using namespace ddb::usb;

namespace {

// What the table says of a class.
struct Row {
  std::set<std::string> devices;
  std::size_t interfaces = 0;
  std::set<std::string> groups;
  std::size_t not_understood = 0;
};

void print(const std::map<std::string, Row>& table) {
  std::cout << std::left << std::setw(24) << "class" << std::right << std::setw(8) << "devices"
            << std::setw(12) << "interfaces" << std::setw(8) << "groups" << std::setw(16)
            << "not understood" << '\n';
  for (const auto& [name, row] : table) {
    std::cout << std::left << std::setw(24) << name << std::right << std::setw(8)
              << row.devices.size() << std::setw(12) << row.interfaces << std::setw(8)
              << row.groups.size() << std::setw(16) << row.not_understood << '\n';
  }
}

void add_names(const Branch& branch, std::set<std::string>& units, std::set<std::string>& uses,
               std::set<std::string>& states) {
  units.insert(branch.registration_units.begin(), branch.registration_units.end());
  uses.insert(branch.code_interfaces.begin(), branch.code_interfaces.end());
  for (const Leaf& it : branch.leaves) states.insert(it.states.begin(), it.states.end());
  for (const Branch& it : branch.branches) add_names(it, units, uses, states);
}

template <class List, class Of>
std::set<std::string> names_of(const List& list, Of of) {
  std::set<std::string> names;
  for (const auto& it : list) {
    CHECK(names.insert(of(it)).second);  // none twice
  }
  return names;
}

// What is declared is used and the other way round, and what is connected is there.
void check_whole(const Description& description) {
  std::set<std::string> units;
  std::set<std::string> uses;
  std::set<std::string> states;
  std::map<std::string, const Branch*> ids;
  for (const Group& group : description.groups) {
    CHECK_FALSE(group.modules.empty());
    std::set<std::string> own;
    for (const Branch& module : group.modules) {
      CHECK_FALSE(module.id.empty());
      CHECK(own.insert(module.id).second);
      const auto [found, fresh] = ids.emplace(module.id, &module);
      if (!fresh) CHECK(*found->second == module);  // shared elements are alike
      add_names(module, units, uses, states);
    }
  }
  CHECK(names_of(description.groups, [](const Group& it) { return it.name; }).size() ==
        description.groups.size());
  CHECK(names_of(description.registration_units, [](const auto& it) { return it; }) == units);
  CHECK(names_of(description.code_interfaces, [](const auto& it) { return it.name; }) == uses);
  CHECK(names_of(description.states, [](const auto& it) { return it.name; }) == states);
  CHECK_FALSE(units.empty());
  for (const Connection& it : description.connections) {
    INFO(it.from << " to " << it.to);
    CHECK(ids.count(it.from) == 1);
    CHECK(ids.count(it.to) == 1);
  }
  CHECK(names_of(description.connections, [](const Connection& it) {
          return it.from + ' ' + it.to;
        }).size() == description.connections.size());
}

}  // namespace

TEST_CASE("what is derived of every class", "[described_devices]") {
  std::map<std::string, Row> table;
  std::size_t devices = 0;
  const std::vector<corpus::Entry> entries = corpus::entries();
  for (const corpus::Entry& entry : entries) {
    if (entry.malformed) continue;
    ++devices;
    INFO(entry.name);
    const Reading reading = corpus::read(entry);
    const Description description = describe(reading, corpus::options_of(entry, reading.device));
    check_whole(description);
    CHECK(description.comment.empty());  // nothing is left out
    for (const InterfaceUse& it : description.interfaces) {
      INFO("interface " << unsigned{it.number} << ", class " << unsigned{it.class_id});
      Row& row = table[class_name(it.class_id)];
      row.devices.insert(entry.name);
      ++row.interfaces;
      for (const std::string& group : it.groups) row.groups.insert(entry.name + ' ' + group);
      CHECK_FALSE(it.groups.empty());
      constexpr std::uint8_t vendor_class = 0xff;
      if (!it.understood) ++row.not_understood;
      CHECK(it.understood == (it.class_id != vendor_class));
    }
  }
  print(table);
  std::cout << devices << " devices\n";
  CHECK((devices > 0 || entries.empty()));
}

TEST_CASE("broken descriptors and report descriptors give whole specs too", "[described_devices]") {
  for (const corpus::Entry& entry : corpus::entries()) {
    INFO(entry.name);
    if (entry.malformed) check_whole(describe(corpus::read(entry)));
    // Cut at every byte of the configuration's beginning, where most structures are.
    constexpr std::size_t step = 7;
    for (std::size_t size = 0; size < entry.descriptors.size(); size += step) {
      const Reading reading = read({.descriptors = std::span(entry.descriptors).first(size)});
      const Description description = describe(reading);
      CHECK_FALSE(description.groups.empty());
      CHECK(describe(reading) == description);
    }
  }
}

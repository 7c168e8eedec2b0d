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
#include "whole.hpp"

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

bool takes_unit(const Branch& branch) {
  return !branch.registration_units.empty() ||
         std::any_of(branch.branches.begin(), branch.branches.end(), takes_unit);
}

bool takes_unit(const Group& group) {
  return std::any_of(group.modules.begin(), group.modules.end(),
                     [](const Branch& it) { return takes_unit(it); });
}

void check_whole(const Description& description) {
  const std::string broken = described::broken_spec(description);
  INFO(broken);
  CHECK(broken.empty());
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
    for (const Group& group : description.groups) {
      INFO(group.name);
      CHECK((group.name == "general" || takes_unit(group)));
    }
    CHECK(description.comment.find("more signal paths") == std::string::npos);
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
    check_whole(describe(corpus::read(entry)));
    // And cut here and there.
    constexpr std::size_t step = 7;
    for (std::size_t size = 0; size < entry.descriptors.size(); size += step) {
      const Reading reading = read({.descriptors = std::span(entry.descriptors).first(size)});
      const Description description = describe(reading);
      check_whole(description);
      CHECK(describe(reading) == description);
    }
  }
}

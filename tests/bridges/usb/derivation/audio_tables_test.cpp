// SPDX-License-Identifier: Apache-2.0
// Audio devices against what a person reads from their bytes: audio_tables.txt.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "corpus.hpp"
#include "described.hpp"

using namespace ddb::usb;
using described::at;
using described::find_leaf;

namespace {

using Lines = std::vector<std::string>;

// The tables by device, without comments.
std::map<std::string, Lines> expected_tables() {
  std::ifstream file(DDB_AUDIO_TABLES);
  std::map<std::string, Lines> tables;
  std::string device;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.rfind("device ", 0) == 0) {
      device = line.substr(7);
      tables[device];
    } else {
      tables[device].push_back(line);
    }
  }
  return tables;
}

std::int64_t whole(const Leaf* leaf, std::int64_t factor = 1) {
  if (leaf == nullptr) return 0;
  const Exact& number = std::get<Numbers>(leaf->value).numbers.front();
  return number.numerator * factor / number.denominator;
}

bool is_true(const Leaf* leaf) { return leaf != nullptr && std::get<Word>(leaf->value) == "true"; }

// The formats of a converter.
void add_formats(const Branch& element, Lines& lines) {
  for (const Branch& function : at(element, "task")->branches) {
    if (function.name != "function") continue;
    std::ostringstream line;
    line << "format " << whole(find_leaf(function, "data_channels")) << ' '
         << whole(find_leaf(function, "bit_resolution"));
    const Leaf* const rates = find_leaf(function, "sampling_rate");
    if (rates == nullptr) {
      line << " -";
    } else {
      const auto& numbers = std::get<Numbers>(rates->value);
      CHECK(numbers.unit == "kilohertz");
      for (const Exact& it : numbers.numbers) {
        line << ' ' << it.numerator * 1000 / it.denominator;
      }
    }
    lines.push_back(line.str());
  }
}

void add_element(const Branch& element, Lines& lines) {
  const Branch* const task = at(element, "task");
  const Branch* const function = task == nullptr ? nullptr : at(*task, "function");
  if (function == nullptr) return;
  const std::string name = element.id.substr(3);
  if (find_leaf(*function, "master_control") != nullptr) {
    lines.push_back("control " + name +
                    (is_true(find_leaf(*function, "master_control")) ? " yes " : " no ") +
                    std::to_string(whole(find_leaf(*function, "channel_controls"))));
  } else if (find_leaf(*function, "inputs") != nullptr) {
    lines.push_back("inputs " + name + ' ' + std::to_string(whole(find_leaf(*function, "inputs"))));
  }
}

// The paths of a spec in the words of the tables.
Lines table_of(const Description& description) {
  Lines lines;
  for (const Group& group : description.groups) {
    const std::string kind = group.name.substr(0, group.name.rfind('_'));
    if (kind != "playback" && kind != "capture" && kind != "monitor") continue;
    std::string path = "path " + group.name;
    const std::size_t first = lines.size();
    Lines rest;
    bool outside = false;
    for (const Branch& element : group.modules) {
      if (element.name == "electrical_interface") {
        outside = true;
        const Branch* const characteristics = at(element, "characteristics");
        REQUIRE(characteristics != nullptr);
        path += ' ';
        path += std::get<Word>(find_leaf(*at(*characteristics, "electrical"), "terminal")->value);
      } else if (element.name == "task_element" && described::principal(element) == "convert") {
        add_formats(element, rest);
      } else {
        add_element(element, rest);
      }
    }
    if (!outside) path += " -";
    lines.push_back(path);
    lines.insert(lines.end(), rest.begin(), rest.end());
    CHECK(lines.size() > first);
  }
  return lines;
}

}  // namespace

TEST_CASE("audio devices are what a person reads from their bytes", "[audio_tables]") {
  const std::map<std::string, Lines> tables = expected_tables();
  REQUIRE(tables.size() >= 10);
  const std::vector<corpus::Entry> entries = corpus::entries();
  std::size_t compared = 0;
  for (const corpus::Entry& entry : entries) {
    const auto table = tables.find(entry.name);
    if (table == tables.end()) continue;
    ++compared;
    INFO(entry.name);
    const Reading reading = corpus::read(entry);
    const Description description = describe(reading, corpus::options_of(entry, reading.device));
    CHECK(table_of(description) == table->second);
    const bool has_unknown_rates =
        std::any_of(table->second.begin(), table->second.end(), [](const std::string& line) {
          return line.rfind("format ", 0) == 0 && line.ends_with(" -");
        });
    CHECK(has_unknown_rates == !description.comment.empty());
  }
  std::cout << compared << " of " << tables.size() << " tables compared\n";
  // The selection has some of these devices, the whole corpus all of them.
  constexpr std::size_t selection = 100;
  CHECK((entries.empty() || compared >= (entries.size() > selection ? tables.size() : 4)));
}

// SPDX-License-Identifier: Apache-2.0
// Buttons, keys, lights and axes of every recorded panel, against a second reader.
#include <catch2/catch.hpp>
#include <iostream>
#include <string>
#include <vector>

#include "corpus.hpp"
#include "described.hpp"
#include "hid_count.hpp"

using namespace ddb::usb;
using described::find_leaf;

namespace {

// What a group says of the panel that it is.
struct Told {
  std::int64_t buttons = 0;
  std::int64_t keys = 0;
  std::int64_t leds = 0;
  std::size_t axes = 0;                    // different ones
  std::map<std::string, unsigned> ranges;  // "absolute 0 255 x", and how many

  friend bool operator==(const Told&, const Told&) = default;
};

std::int64_t elements_of(const Branch& module) {
  const Leaf* const leaf = find_leaf(module, "mechanical_structure", "operation", "elements");
  if (leaf == nullptr) return 1;
  if (const auto* const range = std::get_if<Range>(&leaf->value)) return range->greatest->numerator;
  return std::get<Numbers>(leaf->value).numbers.front().numerator;
}

std::string axis_text(std::int64_t least, std::int64_t greatest, bool relative,
                      const std::string& name, const std::string& physical) {
  return std::string(relative ? "relative " : "absolute ") + std::to_string(least) + ' ' +
         std::to_string(greatest) + ' ' + name + (physical.empty() ? "" : ", " + physical);
}

// The leaf `range` of an axis, in the words of the second reader.
std::string physical_of(const Branch& module) {
  const Leaf* const leaf = find_leaf(module, "mechanical_structure", "operation", "range");
  if (leaf == nullptr) return "";
  const auto& range = std::get<Range>(leaf->value);
  const auto number = [](const Exact& it) {
    return static_cast<double>(it.numerator) / static_cast<double>(it.denominator);
  };
  return hid_count::range_text(number(range.least.value()), number(range.greatest.value()),
                               range.unit);
}

bool is_button_page(const Branch& module) {
  return find_leaf(module, "mechanical_structure", "operation", "number") != nullptr;
}

Told told_of(const Group& group) {
  Told told;
  for (const Branch& module : group.modules) {
    if (module.name != "user_interface") continue;
    const Leaf* const element = find_leaf(module, "mechanical_structure", "operation", "element");
    REQUIRE(element != nullptr);
    const Word word = std::get<Word>(element->value);
    const Leaf* const range =
        find_leaf(module, "mechanical_structure", "operation", "logical_range");
    const Leaf* const usage = find_leaf(module, "mechanical_structure", "operation", "usage");
    if (word == "button" && is_button_page(module)) told.buttons += elements_of(module);
    if (word == "key") told.keys += elements_of(module);
    if (word == "led") told.leds += elements_of(module);
    if (range == nullptr || usage == nullptr) continue;
    // Only what the second reader looks for: the page Generic Desktop.
    const std::string name(std::get<Word>(usage->value));
    static const std::set<std::string> desktop = {
        "x",  "y",     "z",          "rx",   "ry",   "rz",   "slider", "dial", "vx",
        "vy", "wheel", "hat_switch", "vbrx", "vbry", "vbrz", "vz",     "vno"};
    if (desktop.count(name) == 0) continue;
    const auto& between = std::get<Range>(range->value);
    const Leaf* const subtype = find_leaf(module, "mechanical_structure", "operation", "subtype");
    const auto* const list = std::get_if<std::vector<Word>>(&subtype->value);
    const Word way = list != nullptr ? list->back() : std::get<Word>(subtype->value);
    ++told.axes;
    told.ranges[axis_text(between.least->numerator, between.greatest->numerator, way == "relative",
                          name, physical_of(module))] += static_cast<unsigned>(elements_of(module));
  }
  return told;
}

std::string name_of_usage(std::uint32_t usage) {
  std::string name = hid::usage_name(usage);
  for (char& it : name) it = it == ' ' ? '_' : static_cast<char>(std::tolower(it));
  return name;
}

Told told_of(const hid_count::Panel& panel) {
  Told told;
  told.buttons = static_cast<std::int64_t>(panel.buttons.size());
  told.keys = static_cast<std::int64_t>(panel.keys.size());
  told.leds = static_cast<std::int64_t>(panel.leds.size());
  told.axes = panel.axes.size();
  for (const auto& [axis, count] : panel.axes) {
    told.ranges[axis_text(axis.least, axis.greatest, axis.relative, name_of_usage(axis.usage),
                          axis.physical)] += count;
  }
  return told;
}

std::ostream& operator<<(std::ostream& out, const Told& told) {
  out << told.buttons << " buttons, " << told.keys << " keys, " << told.leds << " leds";
  for (const auto& [axis, count] : told.ranges) out << "; " << count << " of " << axis;
  return out;
}

}  // namespace

TEST_CASE("panels have what a second reader counts", "[hid_panels]") {
  std::size_t panels = 0;
  const std::vector<corpus::Entry> entries = corpus::entries();
  for (const corpus::Entry& entry : entries) {
    if (entry.malformed) continue;
    for (const corpus::Bytes& bytes : entry.reports) {
      INFO(entry.name);
      Reading reading;
      reading.device.report_descriptors.push_back(
          hid::read_report_descriptor(bytes).report_descriptor);
      const Description description = describe(reading);
      const std::vector<hid_count::Panel> expected = hid_count::count(bytes);
      REQUIRE(description.groups.size() == expected.size() + 1);  // the first is the device itself
      for (std::size_t at = 0; at < expected.size(); ++at) {
        const Group& group = description.groups[at + 1];
        const Told is = told_of(group);
        const Told should = told_of(expected[at]);
        INFO(group.name << ": " << is << "\nsecond reader: " << should);
        CHECK(is == should);
        ++panels;
      }
    }
  }
  std::cout << panels << " panels compared\n";
  CHECK((panels > 0 || entries.empty()));
}

// SPDX-License-Identifier: Apache-2.0
// Recorded devices, broken ones, and what chance makes of both.
#include <algorithm>
#include <catch2/catch.hpp>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>
#include <string>

#include "allocations.hpp"
#include "corpus.hpp"
#include "extents.hpp"
#include "hand_made.hpp"
#include "invariants.hpp"

using namespace ddb::usb;
using corpus::Bytes;

namespace {

// What the table says of a class.
struct Row {
  std::size_t devices = 0;
  std::size_t settings = 0;
  std::size_t not_understood = 0;
};

using Table = std::map<std::string, Row>;

void count(const Device& device, Table& table) {
  std::set<std::string> classes;
  for (const Configuration& configuration : device.configurations) {
    for (const Interface& interface : configuration.interfaces) {
      for (const AlternateSetting& setting : interface.settings) {
        const std::string name = class_name(setting.interface_class.class_id);
        classes.insert(name);
        Row& row = table[name];
        ++row.settings;
        row.not_understood += static_cast<std::size_t>(
            std::count_if(setting.not_understood.begin(), setting.not_understood.end(),
                          [](const Opaque& it) { return it.reason != Unread::Vendor; }));
      }
    }
  }
  for (const std::string& name : classes) ++table[name].devices;
}

void print(const Table& table) {
  std::cout << std::left << std::setw(24) << "class" << std::right << std::setw(8) << "devices"
            << std::setw(10) << "settings" << std::setw(16) << "not understood" << '\n';
  for (const auto& [name, row] : table) {
    std::cout << std::left << std::setw(24) << name << std::right << std::setw(8) << row.devices
              << std::setw(10) << row.settings << std::setw(16) << row.not_understood << '\n';
  }
}

// A descriptor that no document defines, as the device has it: type and length.
bool is_truly_unknown(const Opaque& opaque) {
  return opaque.reason == Unread::Unknown && opaque.type == 0x11 && opaque.extent.length == 8;
}

using Check = std::string (*)(std::span<const std::uint8_t>);

// Truncations at every byte, and changes of every byte: what does not hold, and where, first.
std::string failure(const Bytes& bytes, Check check) {
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const std::string broken = check(std::span(bytes).first(size));
    if (!broken.empty()) return broken + ", cut after " + std::to_string(size);
  }
  // What lengths and counts are lied about with, and each bit in turn.
  Bytes changed = bytes;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const unsigned value : {0x00U, 0xffU, bytes[at] ^ (1U << at % 8)}) {
      changed[at] = static_cast<std::uint8_t>(value);
      const std::string broken = check(changed);
      if (!broken.empty()) {
        return broken + ", " + std::to_string(value) + " at " + std::to_string(at);
      }
    }
    changed[at] = bytes[at];
  }
  return "";
}

}  // namespace

TEST_CASE("every recorded device is read whole", "[devices]") {
  Table table;
  std::size_t devices = 0;
  const std::vector<corpus::Entry> entries = corpus::entries();
  for (const corpus::Entry& entry : entries) {
    if (entry.malformed) continue;
    ++devices;
    INFO(entry.name);
    const Reading reading = corpus::read(entry);
    CHECK_FALSE(reading.failed());
    CHECK(reading.complaints_left_out == 0);
    CHECK(extents::tile(extents::of(reading.device), entry.descriptors.size()));
    for (const Opaque& opaque : extents::not_understood(reading.device)) {
      INFO("offset " << opaque.extent.offset << ", type " << unsigned{opaque.type});
      CHECK(is_truly_unknown(opaque));
    }
    for (const hid::ReportDescriptor& report : reading.device.report_descriptors) {
      CHECK(report.not_understood.empty());
    }
    for (const Complaint& complaint : reading.complaints) {
      std::cout << entry.name << ", offset " << complaint.offset << ": "
                << severity_name(complaint.severity) << ": " << complaint.sentence << '\n';
    }
    count(reading.device, table);
  }
  print(table);
  std::cout << devices << " devices\n";
  CHECK((devices > 0 || entries.empty()));
}

TEST_CASE("every broken one is complained about, within bounds", "[malformed]") {
  std::size_t files = 0;
  const std::vector<corpus::Entry> entries = corpus::entries();
  for (const corpus::Entry& entry : entries) {
    if (!entry.malformed) continue;
    ++files;
    INFO(entry.name);
    const allocations::Peak peak;
    const Reading reading = corpus::read(entry);
    constexpr std::size_t mebibyte = 1024 * 1024;
    CHECK(peak.bytes() < mebibyte);
    REQUIRE_FALSE(reading.complaints.empty());
    CHECK(extents::tile(extents::of(reading.device), entry.descriptors.size()));
    std::cout << entry.name << ": " << reading.complaints.front().sentence << '\n';
  }
  std::cout << files << " files\n";
  CHECK((files > 0 || entries.empty()));
}

TEST_CASE("whatever is cut off or changed, nothing is lost and memory is bounded", "[mutations]") {
  for (const corpus::Entry& entry : corpus::entries()) {
    INFO(entry.name);
    CHECK(failure(entry.descriptors, invariants::broken_by_descriptors) == "");
    for (const Bytes& report : entry.reports) {
      CHECK(failure(report, invariants::broken_by_report) == "");
    }
  }
}

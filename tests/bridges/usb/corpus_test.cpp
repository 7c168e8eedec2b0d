// SPDX-License-Identifier: Apache-2.0
// Recorded devices, broken ones, and what chance makes of both.
#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>
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

// The class codes of interfaces that neither have a reader nor say by themselves what they are.
std::vector<ClassCode> not_known(const Device& device) {
  constexpr std::uint8_t vendor = 0xff;
  std::vector<ClassCode> codes;
  for (const Configuration& configuration : device.configurations) {
    for (const Interface& interface : configuration.interfaces) {
      for (const AlternateSetting& setting : interface.settings) {
        const ClassCode& code = setting.interface_class;
        const bool has_reader = !std::holds_alternative<std::monostate>(setting.details);
        const bool has_name = class_code_name(code)[0] != '\0';
        if (!has_reader && !has_name && code.class_id != vendor) codes.push_back(code);
      }
    }
  }
  return codes;
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
    for (const ClassCode& code : not_known(reading.device)) {
      INFO("class " << unsigned{code.class_id} << ", " << unsigned{code.subclass} << ", "
                    << unsigned{code.protocol});
      CHECK(code.class_id == 0);  // three devices leave it out in the interface
    }
  }
  print(table);
  std::cout << devices << " devices\n";
  CHECK((devices > 0 || entries.empty()));
}

namespace {

// What each broken file must be complained of for, whatever else is.
const std::map<std::string, std::string>& expected_sentences() {
  static const std::map<std::string, std::string> sentences = {
      {"bnumendpoints-255", "says that it has 255 endpoints, and it has 1"},
      {"bnumendpoints-zero", "says that it has 0 endpoints, and it has 1"},
      {"bnuminterfaces-255", "the configuration says that it has 255 interfaces, and it has 1"},
      {"cdc-union-missing-interface", "the union names interface 254, which is not there"},
      {"class-specific-blength-zero", "no whole descriptor stands here: its bLength is 0"},
      {"cut-in-audio-control-header", "no whole descriptor stands here: its bLength is"},
      {"cut-in-endpoint", "no whole descriptor stands here: its bLength is"},
      {"cut-in-interface", "no whole descriptor stands here: its bLength is 9"},
      {"device-blength-zero", "a device descriptor has 18 bytes; here it says 0"},
      {"device-descriptor-17-bytes", "here it says 18, and 17 are there"},
      {"device-only", "the device says that it has 1 configuration, and it has 0"},
      {"empty", "there are no bytes"},
      {"hid-255-descriptors", "names 255 descriptors, and has room for 1"},
      {"hid-cut-in-item", "the item 0x06 runs past the end"},
      {"hid-extra-end-collection", "an End Collection without a Collection"},
      {"hid-five-thousand-pushes", "a Push where 4 are open already"},
      {"hid-huge-report-count", "a Report Count of 4294967295"},
      {"hid-huge-report-size-and-count", "a Report Size of 65535 bits"},
      {"hid-long-item-past-end", "the item 0xfe runs past the end"},
      {"hid-missing-end-collection", "End Collection is missing"},
      {"hid-report-length-65535", "a report descriptor of 65535 bytes"},
      {"iad-past-last-interface", "250 interfaces from 200 on: interface 200 is not there"},
      {"interface-blength-zero", "no whole descriptor stands here: its bLength is 0"},
      {"last-blength-past-end", "no whole descriptor stands here: its bLength is 255"},
      {"last-byte-missing", "34 bytes in all, and is cut after 33"},
      {"midi-endpoint-255-jacks", "the MIDI data endpoint has 5 bytes"},
      {"midi-jack-self-source", "the MIDI OUT jack 4 is its own source"},
      {"nested-configuration", "stands inside another configuration"},
      {"trailing-garbage", "no whole descriptor stands here"},
      {"two-hundred-interfaces", "has the alternate setting 0 twice"},
      {"uac-dangling-source", "takes its signal from 238, which is not there"},
      {"uac-header-total-lies", "says that it and its own have 65535 bytes"},
      {"uac-selector-255-pins", "the selector unit has 7 bytes"},
      {"uac-terminal-link-dangling", "belongs to terminal 238, which is not there"},
      {"uac1-255-sample-rates", "the format of the audio stream has 11 bytes"},
      {"uac1-control-size-zero", "says that its controls have 0 bytes a channel"},
      {"uac1-feature-unit-self-source", "the feature unit 2 is its own source"},
      {"uac1-unit-cycle", "the feature unit 14 is its own source, by way of 16"},
      {"uac2-clock-selector-cycle", "is its own source"},
      {"uvc-255-formats", "the video input header has 15 bytes"},
      {"uvc-255-frame-intervals", "the video frame has"},
      {"wtotallength-ffff", "65535 bytes in all, and is cut after 408"},
      {"wtotallength-one-short", "no whole descriptor stands here"},
      {"wtotallength-zero", "0 bytes in all, less than its own descriptor"},
  };
  return sentences;
}

// The most that reading took.
struct Cost {
  double milliseconds = 0;
  std::size_t bytes = 0;
};

// The time of the processor; again, if it is more than the bound: a busy machine has its whims.
double milliseconds_to_read(const corpus::Entry& entry, double bound) {
  double least = bound;
  for (int tries = 0; tries < 5 && least >= bound; ++tries) {
    const std::clock_t begun = std::clock();
    const Reading reading = corpus::read(entry);
    const double taken = 1000.0 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
    least = tries == 0 ? taken : std::min(least, taken);
  }
  return least;
}

// Reads it within 10 ms and 1 MB, and with few steps: as many calls of operator new as bytes, and
// some for complaints and the rest.
Reading read_within_bounds(const corpus::Entry& entry, std::size_t bytes, Cost& most) {
  constexpr std::size_t megabyte = 1'000'000;
  constexpr double milliseconds_bound = 10;
  const allocations::Peak peak;
  Reading reading = corpus::read(entry);
  const std::size_t used = peak.bytes();
  CHECK(used < megabyte);
  CHECK(peak.calls() < bytes + 1000);
  most.bytes = std::max(most.bytes, used);
  const double milliseconds = milliseconds_to_read(entry, milliseconds_bound);
  CHECK(milliseconds < milliseconds_bound);
  most.milliseconds = std::max(most.milliseconds, milliseconds);
  return reading;
}

std::ostream& operator<<(std::ostream& stream, const Cost& most) {
  return stream << "at most " << most.milliseconds << " ms and " << most.bytes << " bytes\n";
}

// Whether nothing is left over or missing: what was broken may be all in what was cut off.
bool is_whole(const Device& device) {
  if (!device.descriptor || device.configurations.size() != device.descriptor->configurations) {
    return false;
  }
  std::size_t size = device.descriptor->place.length;
  for (const Configuration& it : device.configurations) size += it.total_length;
  return size == device.bytes.size();
}

}  // namespace

TEST_CASE("every broken one is complained about, within bounds", "[malformed]") {
  std::size_t files = 0;
  Cost most;
  const std::vector<corpus::Entry> entries = corpus::entries();
  for (const corpus::Entry& entry : entries) {
    if (!entry.malformed) continue;
    ++files;
    INFO(entry.name);
    const std::size_t size =
        entry.descriptors.size() + (entry.reports.empty() ? 0 : entry.reports.front().size());
    const Reading reading = read_within_bounds(entry, size, most);
    CHECK(extents::tile(extents::of(reading.device), entry.descriptors.size()));
    const std::size_t slash = entry.name.rfind('/') + 1;
    const auto expected =
        expected_sentences().find(entry.name.substr(slash, entry.name.rfind('.') - slash));
    REQUIRE(expected != expected_sentences().end());
    const auto told = std::find_if(
        reading.complaints.begin(), reading.complaints.end(), [&](const Complaint& complaint) {
          return complaint.sentence.find(expected->second) != std::string::npos;
        });
    REQUIRE(told != reading.complaints.end());
    std::cout << entry.name << ", at " << told->offset << ": " << severity_name(told->severity)
              << ": " << told->sentence << '\n';
  }
  std::cout << files << " files, " << most;
  CHECK((files == expected_sentences().size() || entries.empty()));
}

TEST_CASE("what is left of a broken one is complained about too, within bounds", "[malformed]") {
  Cost most;
  for (const corpus::Entry& entry : corpus::entries()) {
    if (!entry.malformed) continue;
    INFO(entry.name);
    const bool is_report = !entry.reports.empty();
    const Bytes& whole = is_report ? entry.reports.front() : entry.descriptors;
    corpus::Entry part = entry;
    Bytes& bytes = is_report ? part.reports.front() : part.descriptors;
    for (std::size_t size = whole.size(); size-- > 0;) {
      bytes.resize(size);
      const Reading reading = read_within_bounds(part, size, most);
      // Less of a report descriptor may be a whole one.
      CHECK((is_report || reading.failed() || is_whole(reading.device)));
    }
  }
  std::cout << "all parts of them: " << most;
}

TEST_CASE("whatever is cut off or changed, nothing is lost and memory is bounded", "[mutations]") {
  for (const corpus::Entry& entry : corpus::entries()) {
    INFO(entry.name);
    CHECK_THAT(failure(entry.descriptors, invariants::broken_by_descriptors), Catch::Equals(""));
    for (const Bytes& report : entry.reports) {
      CHECK_THAT(failure(report, invariants::broken_by_report), Catch::Equals(""));
    }
  }
}

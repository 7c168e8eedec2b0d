// SPDX-License-Identifier: Apache-2.0
#include "invariants.hpp"

#include <algorithm>

#include "allocations.hpp"
#include "ddb/usb/dump.hpp"
#include "extents.hpp"

namespace invariants {

namespace {

using namespace ddb::usb;

bool is_inside(const Complaint& complaint, std::size_t size) {
  return complaint.offset <= size && !complaint.sentence.empty();
}

bool are_inside(const std::vector<Complaint>& complaints, std::size_t size) {
  return complaints.size() <= kMostComplaints &&
         std::all_of(complaints.begin(), complaints.end(),
                     [size](const Complaint& it) { return is_inside(it, size); });
}

bool is_inside(const hid::LocalRun& run, const hid::ReportDescriptor& report) {
  return std::size_t{run.first} + run.count <= report.locals.size();
}

// Runs and parents point into the lists, and fields of a report do not overlap.
bool is_consistent(const hid::ReportDescriptor& report) {
  for (std::size_t index = 0; index < report.collections.size(); ++index) {
    const hid::Collection& it = report.collections[index];
    if (it.parent != hid::kNoCollection && it.parent >= index) return false;
    if (!is_inside(it.locals, report)) return false;
  }
  std::uint64_t usages = 0;
  for (const hid::Field& it : report.fields) {
    if (it.collection != hid::kNoCollection && it.collection >= report.collections.size()) {
      return false;
    }
    if (!is_inside(it.locals, report)) return false;
    const auto owner =
        std::find_if(report.reports.begin(), report.reports.end(), [&it](const hid::Report& other) {
          return other.kind == it.kind && other.id == it.report_id;
        });
    if (owner == report.reports.end() || it.bit_offset > owner->bits) return false;
    usages += report.usage_count(it) + report.usage(it, it.report_count).value_or(0);
  }
  return usages < UINT64_MAX;
}

}  // namespace

std::string broken_by_descriptors(std::span<const std::uint8_t> bytes) {
  const allocations::Peak peak;
  const Reading reading = read({.descriptors = bytes});
  if (peak.bytes() > most_memory(bytes.size())) return "memory";
  if (!are_inside(reading.complaints, bytes.size())) return "complaints";
  if (!extents::tile(extents::of(reading.device), bytes.size())) return "bytes are lost";
  const bool all_understood = extents::not_understood(reading.device).empty();
  if (!all_understood && reading.complaints.empty()) return "bytes are kept without a complaint";
  return "";
}

std::string broken_by_answers(std::span<const std::uint8_t> bytes) {
  const Reading store = read({.descriptors = {}, .bos = bytes});
  std::vector<Complaint> complaints;
  for (const Complaint& it : store.complaints) {
    if (it.source == Source::Bos) complaints.push_back(it);
  }
  if (!are_inside(complaints, bytes.size())) return "complaints about a BOS";
  if (!bytes.empty() && !store.device.bos) return "the BOS is lost";
  if (!are_inside(hub::read_hub(bytes).complaints, bytes.size())) return "complaints about a hub";
  if (!are_inside(audio3::read_cluster(bytes).complaints, bytes.size())) {
    return "complaints about a cluster";
  }
  if (!are_inside(midi::read_group_terminal_blocks(bytes).complaints, bytes.size())) {
    return "complaints about group terminal blocks";
  }
  constexpr std::size_t small = 1000;
  return bytes.size() < small ? broken_by_dump(store) : "";
}

std::string broken_by_dump(const ddb::usb::Reading& reading) {
  const std::string text = dump_text(reading);
  if (std::any_of(reading.complaints.begin(), reading.complaints.end(),
                  [&text](const Complaint& it) {
                    return text.find(": " + it.sentence + '\n') == std::string::npos;
                  })) {
    return "a complaint is not in the dump";
  }
  if (dump_json(reading).size() < 2) return "no JSON";
  return "";
}

std::string broken_by_report(std::span<const std::uint8_t> bytes) {
  const allocations::Peak peak;
  const hid::ReportReading reading = hid::read_report_descriptor(bytes);
  if (peak.bytes() > most_memory(bytes.size())) return "memory";
  if (!are_inside(reading.complaints, bytes.size())) return "complaints";
  if (!is_consistent(reading.report_descriptor)) return "the model contradicts itself";
  const bool all_understood = reading.report_descriptor.not_understood.empty();
  if (!all_understood && reading.complaints.empty()) return "bytes are kept without a complaint";
  return "";
}

}  // namespace invariants

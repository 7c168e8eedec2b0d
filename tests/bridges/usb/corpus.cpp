// SPDX-License-Identifier: Apache-2.0
#include "corpus.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>

namespace corpus {

namespace {

namespace fs = std::filesystem;

Bytes content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Entry recorded(const fs::path& folder) {
  Entry entry;
  std::vector<fs::path> reports;
  for (const fs::directory_entry& file : fs::directory_iterator(folder)) {
    const std::string name = file.path().filename().string();
    if (name == "descriptors" || name == "config_descriptor") {
      entry.descriptors = content_of(file.path());
    } else if (name.starts_with("report_descriptor")) {
      reports.push_back(file.path());
    } else if (name == "bos_descriptors") {
      entry.bos = content_of(file.path());
    }
  }
  std::sort(reports.begin(), reports.end());
  for (const fs::path& report : reports) entry.reports.push_back(content_of(report));
  return entry;
}

Entry broken(const fs::path& file) {
  Entry entry;
  entry.malformed = true;
  if (file.extension() == ".report") {
    entry.reports.push_back(content_of(file));
  } else {
    entry.descriptors = content_of(file);
  }
  return entry;
}

bool is_broken(const fs::path& path) {
  return path.extension() == ".descriptors" || path.extension() == ".report";
}

void add_all(const fs::path& kind, std::vector<Entry>& entries) {
  for (const fs::directory_entry& item : fs::directory_iterator(kind)) {
    if (!item.is_directory() && !is_broken(item.path())) continue;
    Entry entry = item.is_directory() ? recorded(item.path()) : broken(item.path());
    entry.name = kind.filename().string() + "/" + item.path().filename().string();
    entries.push_back(std::move(entry));
  }
}

}  // namespace

std::vector<Entry> entries() {
  std::vector<Entry> entries;
  const char* const root = std::getenv("DDB_CORPUS");
  if (root == nullptr || !fs::is_directory(root)) {
    std::cout << "SKIPPED: no corpus at '" << (root == nullptr ? "" : root)
              << "': set DDB_CORPUS to its folder\n";
    return entries;
  }
  for (const fs::directory_entry& kind : fs::directory_iterator(root)) {
    if (kind.is_directory()) add_all(kind.path(), entries);
  }
  if (entries.empty()) throw std::runtime_error("there are no descriptors in " + std::string(root));
  std::sort(entries.begin(), entries.end(),
            [](const Entry& left, const Entry& right) { return left.name < right.name; });
  return entries;
}

ddb::usb::Reading read(const Entry& entry) {
  if (entry.descriptors.empty() && entry.reports.size() == 1) {
    ddb::usb::hid::ReportReading report =
        ddb::usb::hid::read_report_descriptor(entry.reports.front());
    ddb::usb::Reading reading;
    reading.device.report_descriptors.push_back(std::move(report.report_descriptor));
    reading.complaints = std::move(report.complaints);
    reading.complaints_left_out = report.complaints_left_out;
    return reading;
  }
  const std::vector<std::span<const std::uint8_t>> reports(entry.reports.begin(),
                                                           entry.reports.end());
  return ddb::usb::read(
      {.descriptors = entry.descriptors, .bos = entry.bos, .report_descriptors = reports});
}

}  // namespace corpus

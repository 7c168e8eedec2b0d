// SPDX-License-Identifier: Apache-2.0
#include "corpus.hpp"

#include <algorithm>
#include <cctype>
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

std::map<std::string, std::string> pairs_of(const fs::path& path) {
  std::map<std::string, std::string> pairs;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t equals = line.find('=');
    if (equals != std::string::npos) pairs[line.substr(0, equals)] = line.substr(equals + 1);
  }
  return pairs;
}

Entry recorded(const fs::path& folder) {
  Entry entry;
  std::vector<fs::path> reports;
  for (const fs::directory_entry& file : fs::directory_iterator(folder)) {
    const std::string name = file.path().filename().string();
    if (name == "descriptors" || name == "config_descriptor") {
      entry.descriptors = content_of(file.path());
    } else if (name == "attributes") {
      entry.attributes = pairs_of(file.path());
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

ddb::usb::DescribeOptions options_of(const Entry& entry, const ddb::usb::Device& device) {
  using ddb::usb::Speed;
  ddb::usb::DescribeOptions options;
  const auto attribute = [&entry](const char* key) {
    const auto found = entry.attributes.find(key);
    return found == entry.attributes.end() ? std::string() : found->second;
  };
  options.product_name = attribute("usb_ids_name");
  if (options.product_name.empty()) options.product_name = attribute("description");
  if (device.descriptor.has_value()) {
    const auto set = [&options](ddb::usb::StringIndex index, const std::string& text) {
      if (index != 0 && !text.empty()) options.strings[index] = text;
    };
    set(device.descriptor->manufacturer_name, attribute("manufacturer"));
    set(device.descriptor->product_name, attribute("product"));
  } else {
    options.spec = "usb_";
    for (const char it : entry.name) {
      const bool plain = std::isalnum(static_cast<unsigned char>(it)) != 0;
      options.spec += plain ? static_cast<char>(std::tolower(static_cast<unsigned char>(it))) : '_';
    }
  }
  const std::map<std::string, Speed> speeds = {{"1.5", Speed::Low},
                                               {"12", Speed::Full},
                                               {"480", Speed::High},
                                               {"5000", Speed::Super},
                                               {"10000", Speed::SuperPlus}};
  const auto speed = speeds.find(attribute("speed"));
  if (speed != speeds.end()) options.speed = speed->second;
  return options;
}

}  // namespace corpus

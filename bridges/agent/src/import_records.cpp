// SPDX-License-Identifier: Apache-2.0
#include "import_records.hpp"

#include <charconv>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include "ddb/store/error.hpp"
#include "whole_file.hpp"

namespace ddb::agent {

namespace {

namespace fs = std::filesystem;

// Stands where a word must and there is none.
constexpr const char* kNothing = "-";

std::string written(const usbip::Endpoint& endpoint) {
  return endpoint.size() == 0 ? kNothing : endpoint.text();
}

// What written() has written; none for anything else.
usbip::Endpoint read_endpoint(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) return {};
  std::uint16_t port = 0;
  const char* const end = text.data() + text.size();
  if (std::from_chars(text.data() + colon + 1, end, port).ptr != end) return {};
  // It is an address: nobody is asked for it.
  const auto endpoints = usbip::resolve(text.substr(0, colon), port, usbip::Clock::now());
  return endpoints ? endpoints->front() : usbip::Endpoint();
}

fs::path usbip_file(const fs::path& folder, unsigned number) {
  return folder / ("port" + std::to_string(number));
}

bool says_the_same(const ImportRecords::Record& record, const usbip::VhciPort& port) {
  if (port.state == usbip::VhciState::Free) return false;
  // The kernel tells no more of a port in trouble.
  if (port.state != usbip::VhciState::Used) return true;
  return port.devid == record.devid && port.local_port == record.local_port;
}

}  // namespace

ImportRecords::ImportRecords(const fs::path& run, fs::path usbip_run)
    : file_(run / "imports"), usbip_run_(std::move(usbip_run)) {
  std::error_code error;
  fs::create_directories(file_.parent_path(), error);
  std::ifstream file(file_);
  std::string line;
  while (std::getline(file, line)) {
    std::istringstream words(line);
    std::string key;
    Record record;
    if (!(words >> key >> record.number >> record.devid >> record.local_port)) continue;
    std::string local;
    std::string peer;
    if (words >> local >> peer >> record.serial) {
      record.local = read_endpoint(local);
      record.peer = read_endpoint(peer);
      if (record.serial == kNothing) record.serial.clear();
      std::getline(words >> std::ws, record.protection);
    }
    try {
      records_.emplace(store::Key::parse(key), record);
    } catch (const store::Error&) {
      // A line that nobody here has written.
      continue;
    }
  }
}

void ImportRecords::add(const store::Key& key, const Record& record, std::uint16_t tcp_port) {
  records_.insert_or_assign(key, record);
  save();
  std::error_code error;
  fs::create_directories(usbip_run_, error);
  std::ofstream(usbip_file(usbip_run_, record.number))
      << key.provider() << ' ' << tcp_port << ' ' << key.port() << '\n';
}

void ImportRecords::remove(const store::Key& key) {
  const auto found = records_.find(key);
  if (found == records_.end()) return;
  std::error_code error;
  fs::remove(usbip_file(usbip_run_, found->second.number), error);
  records_.erase(found);
  save();
}

const std::map<store::Key, ImportRecords::Record>& ImportRecords::matching(
    const std::vector<usbip::VhciPort>& ports) {
  std::vector<store::Key> stale;
  for (const auto& [key, record] : records_) {
    const usbip::VhciPort* const port = usbip::port_numbered(record.number, ports);
    if (port == nullptr || !says_the_same(record, *port)) stale.push_back(key);
  }
  for (const store::Key& key : stale) remove(key);
  return records_;
}

void ImportRecords::save() const {
  std::ostringstream lines;
  for (const auto& [key, record] : records_) {
    lines << key.text() << ' ' << record.number << ' ' << record.devid << ' ' << record.local_port
          << ' ' << written(record.local) << ' ' << written(record.peer) << ' '
          << (record.serial.empty() ? kNothing : record.serial) << ' ' << record.protection << '\n';
  }
  write_whole(file_, lines.str());
}

}  // namespace ddb::agent

// SPDX-License-Identifier: Apache-2.0
#include "lent_records.hpp"

#include <fstream>
#include <sstream>
#include <system_error>

#include "whole_file.hpp"

namespace ddb::agent {

LentRecords::LentRecords(const std::filesystem::path& run) : file_(run / "lent") {
  std::error_code error;
  std::filesystem::create_directories(run, error);
  std::ifstream file(file_);
  std::string line;
  while (std::getline(file, line)) {
    std::istringstream words(line);
    std::string port;
    std::string node;
    usbip::Identity identity;
    if (!(words >> port >> node >> identity.serial)) continue;
    identity.nodes = {node};
    std::getline(words >> std::ws, identity.protection);
    identities_[port] = identity;
  }
}

void LentRecords::set(const std::string& port, const std::optional<usbip::Identity>& identity) {
  if (identity) {
    identities_[port] = *identity;
  } else if (identities_.erase(port) == 0) {
    return;
  }
  save();
}

std::optional<usbip::Identity> LentRecords::get(const std::string& port) const {
  const auto found = identities_.find(port);
  if (found == identities_.end()) return std::nullopt;
  return found->second;
}

void LentRecords::save() const {
  std::ostringstream lines;
  for (const auto& [port, identity] : identities_) {
    lines << port << ' ' << identity.nodes.front() << ' ' << identity.serial << ' '
          << identity.protection << '\n';
  }
  write_whole(file_, lines.str());
}

}  // namespace ddb::agent

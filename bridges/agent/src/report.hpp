// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_REPORT_HPP
#define DDB_AGENT_REPORT_HPP

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ddb/agent/agent.hpp"

namespace ddb::agent {

/// What an agent has counted since it was started.
struct Counts {
  std::map<std::string, std::uint64_t> changes;    ///< of entries, by the new status
  std::map<std::string, std::uint64_t> incidents;  ///< by event
  std::uint64_t attaches = 0;                      ///< that worked
  std::uint64_t failed_attaches = 0;
  std::uint64_t attach_milliseconds = 0;  ///< of those that worked, in all
  std::uint64_t store_errors = 0;
  std::uint64_t reconciliations = 0;
};

/// What an agent knows when it is asked.
struct Facts {
  std::string node;
  std::string store;        ///< its place
  std::string store_error;  ///< empty if it can be asked
  bool has_lease = false;
  std::vector<store::Entry> entries;
  std::map<store::Key, ImportView> imports;
  std::map<std::string, PortView> ports;
  std::vector<std::string> absent;    ///< nodes without a live agent
  std::vector<std::string> problems;  ///< sentences with remedies
  std::uint64_t revocations = 0;      ///< number of the list that counts; 0: none does
  std::optional<std::chrono::system_clock::time_point> certificate_end;  ///< none: it has none
  Counts counts;
};

/// Writes it in both forms. Pure.
Report report_of(const Facts& facts);

}  // namespace ddb::agent

#endif  // DDB_AGENT_REPORT_HPP

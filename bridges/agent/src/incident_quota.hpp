// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_INCIDENT_QUOTA_HPP
#define DDB_AGENT_INCIDENT_QUOTA_HPP

#include <array>
#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "ddb/agent/reconcile.hpp"
#include "ddb/agent/virtualization.hpp"

namespace ddb::agent {

/// Which incidents are logged, so that whoever can connect can't fill the log: of each kind the
/// first few from each host for each reason, and not too many of all, in each span of time. What
/// went well is always logged, since only masters can make it happen. Pure.
class IncidentQuota {
 public:
  static constexpr std::chrono::seconds kSpan{10};
  static constexpr std::size_t kMostOfHost = 5;  ///< of one kind and reason, in a span
  static constexpr std::size_t kMost = 100;      ///< of one kind, in a span

  /// Whether it is to be logged.
  bool allows(const Incident& incident, Time now);

  /// How many were not in the span before, told once; 0 while a span lasts.
  std::size_t take_left_out(Time now);

  /// When take_left_out() has something to tell; none if nothing was left out.
  std::optional<Time> due() const;

 private:
  using Kind = std::array<std::string, 3>;  // event, host and reason; no host: of all

  Time begin_{};
  std::map<Kind, std::size_t> counts_;
  std::size_t left_out_ = 0;
};

}  // namespace ddb::agent

#endif  // DDB_AGENT_INCIDENT_QUOTA_HPP

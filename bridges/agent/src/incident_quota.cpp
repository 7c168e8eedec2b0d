// SPDX-License-Identifier: Apache-2.0
#include "incident_quota.hpp"

#include <utility>

namespace ddb::agent {

bool IncidentQuota::allows(const Incident& incident, Time now) {
  if (incident.event == "served") return true;
  // What was left out is told before the next span begins.
  if (now - begin_ >= kSpan && left_out_ == 0) {
    begin_ = now;
    counts_.clear();
  }
  std::size_t& all = counts_[{incident.event, "", ""}];
  if (all < kMost && counts_[{incident.event, incident.host, incident.reason}]++ < kMostOfHost) {
    ++all;
    return true;
  }
  ++left_out_;
  return false;
}

std::size_t IncidentQuota::take_left_out(Time now) {
  const std::optional<Time> time = due();
  return time && *time <= now ? std::exchange(left_out_, 0) : 0;
}

std::optional<Time> IncidentQuota::due() const {
  if (left_out_ == 0) return std::nullopt;
  return begin_ + kSpan;
}

}  // namespace ddb::agent

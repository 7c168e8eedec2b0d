// SPDX-License-Identifier: Apache-2.0
#include "report.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string_view>

namespace ddb::agent {

namespace {

using Json = nlohmann::ordered_json;
using store::Status;

const char* holder_name(PortView::Holder holder) {
  switch (holder) {
    case PortView::Holder::Nobody:
      return "nobody";
    case PortView::Holder::Local:
      return "local";
    case PortView::Holder::Stub:
      return "stub";
    case PortView::Holder::Remote:
      return "remote";
    case PortView::Holder::Broken:
      break;
  }
  return "broken";
}

std::uint64_t seconds_of(std::chrono::system_clock::time_point time) {
  return static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count());
}

Json port_of(const store::Entry& entry, const Facts& facts) {
  Json port;
  port["key"] = entry.key.text();
  port["status"] = store::status_name(entry.status);
  port["since_ms"] = entry.since.time_since_epoch().count();
  port["error"] = entry.last_error;
  const bool is_provider = entry.key.provider() == facts.node;
  port["role"] = is_provider ? "provider" : "master";
  if (entry.device) {
    port["device"] = {{"vendor", entry.device->vendor},
                      {"product", entry.device->product},
                      {"serial", entry.device->serial},
                      {"name", entry.device->name}};
  }
  if (is_provider) {
    const auto found = facts.ports.find(entry.key.port());
    port["holder"] =
        holder_name(found != facts.ports.end() ? found->second.holder : PortView::Holder::Nobody);
  } else if (const auto found = facts.imports.find(entry.key); found != facts.imports.end()) {
    port["vhci_port"] = found->second.number;
    port["is_working"] = found->second.is_working;
    port["protection"] = found->second.protection;
  }
  return port;
}

std::string json_of(const Facts& facts) {
  Json all;
  all["node"] = facts.node;
  all["store"] = facts.store;
  all["store_error"] = facts.store_error;
  all["has_lease"] = facts.has_lease;
  all["revocations_number"] = facts.revocations;
  if (facts.certificate_end) all["certificate_end_ms"] = seconds_of(*facts.certificate_end) * 1000;
  all["ports"] = Json::array();
  for (const store::Entry& entry : facts.entries) all["ports"].push_back(port_of(entry, facts));
  all["absent_nodes"] = facts.absent;
  all["problems"] = facts.problems;
  return all.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

// Prometheus' text format.
class Metrics {
 public:
  void head(std::string_view name, std::string_view type, std::string_view help) {
    text_ << "# HELP " << name << ' ' << help << "\n# TYPE " << name << ' ' << type << '\n';
  }
  void value(std::string_view name, std::uint64_t number) {
    text_ << name << ' ' << number << '\n';
  }
  void value(std::string_view name, std::string_view label, std::string_view its,
             std::uint64_t number) {
    text_ << name << '{' << label << "=\"" << its << "\"} " << number << '\n';
  }
  void single(std::string_view name, std::string_view type, std::string_view help,
              std::uint64_t number) {
    head(name, type, help);
    value(name, number);
  }
  std::string take() const { return text_.str(); }

 private:
  std::ostringstream text_;
};

std::string metrics_of(const Facts& facts) {
  Metrics metrics;
  metrics.head("ddb_agent_ports", "gauge", "Ports of this node's buses, by status.");
  constexpr std::array kStatuses = {Status::Added,        Status::Exported, Status::Imported,
                                    Status::Disconnected, Status::ToDelete, Status::Deleted};
  for (const Status status : kStatuses) {
    const auto count = std::ranges::count(facts.entries, status, &store::Entry::status);
    metrics.value("ddb_agent_ports", "status", store::status_name(status),
                  static_cast<std::uint64_t>(count));
  }
  metrics.single("ddb_agent_imports", "gauge", "Devices that this node has imported.",
                 facts.imports.size());
  metrics.single("ddb_agent_store_up", "gauge", "Whether the store can be asked.",
                 facts.store_error.empty() ? 1 : 0);
  metrics.single("ddb_agent_lease_held", "gauge", "Whether this agent holds its node's lease.",
                 facts.has_lease ? 1 : 0);
  metrics.single("ddb_agent_problems", "gauge", "What is missing on this computer.",
                 facts.problems.size());
  metrics.single("ddb_agent_revocations_number", "gauge",
                 "Number of the list of revoked certificates that counts; 0: none.",
                 facts.revocations);
  if (facts.certificate_end) {
    metrics.single("ddb_agent_certificate_end_seconds", "gauge",
                   "When the certificate of this node ends, in seconds since 1970.",
                   seconds_of(*facts.certificate_end));
  }
  const Counts& counts = facts.counts;
  metrics.head("ddb_agent_changes_total", "counter", "Changes of entries that this agent made.");
  for (const auto& [status, count] : counts.changes) {
    metrics.value("ddb_agent_changes_total", "status", status, count);
  }
  metrics.head("ddb_agent_incidents_total", "counter",
               "Requests for devices, by what came of them.");
  for (const auto& [event, count] : counts.incidents) {
    metrics.value("ddb_agent_incidents_total", "event", event, count);
  }
  metrics.single("ddb_agent_attaches_total", "counter", "Imports that worked.", counts.attaches);
  metrics.single("ddb_agent_attach_failures_total", "counter", "Imports that failed.",
                 counts.failed_attaches);
  metrics.head("ddb_agent_attach_seconds_sum", "counter", "Time that working imports took in all.");
  std::ostringstream seconds;
  seconds << "ddb_agent_attach_seconds_sum "
          << static_cast<double>(counts.attach_milliseconds) / 1000.0 << '\n';
  std::string text = metrics.take() + seconds.str();
  Metrics rest;
  rest.single("ddb_agent_store_errors_total", "counter", "Questions that the store did not answer.",
              counts.store_errors);
  rest.single("ddb_agent_reconciliations_total", "counter", "Times that all was compared.",
              counts.reconciliations);
  return text + rest.take();
}

}  // namespace

Report report_of(const Facts& facts) { return {json_of(facts), metrics_of(facts)}; }

}  // namespace ddb::agent

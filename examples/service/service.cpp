// SPDX-License-Identifier: Apache-2.0
// A service that supplies its clients with devices: it tells the engine what happens, is told what
// that changes for each outlet, and reads from the session what each outlet has now.
//
//   service FILE...    descriptions of devices and requesters
#include <ddb/engine.hpp>
#include <exception>
#include <iostream>
#include <vector>

using namespace ddb;

// A real service learns these from hotplug and from its clients.
const std::vector<Event> events = {
    RequesterCreate{SystemName("white_4"), RequesterName("player"),
                    RequesterSpecName("requester2")},
    DeviceConnect{SystemName("green_2"), DeviceName("us224_1"), DeviceSpecName("us224")},
    RequesterCreate{SystemName("black_5"), RequesterName("studio"), RequesterSpecName("requester")},
    DeviceConnect{SystemName("red_1"), DeviceName("imic2_1"), DeviceSpecName("imic2")},
};

const char* text(OutletStatus status) {
  switch (status) {
    case OutletStatus::Threshold:
      return "has the best it asked for";
    case OutletStatus::Partial:
      return "works, and still wants something better";
    case OutletStatus::Inactive:
      break;
  }
  return "waits";
}

void print(const OutletChange& change) {
  std::cout << change.number << " " << change.requester << "/" << change.outlet << " "
            << outlet_change_text(change.kind) << ": " << change.reason << "\n";
}

// The tables of a session hold the rows of all outlets; each row names its own.
void print(const Session& session, const OutletState& outlet) {
  const auto belongs = [&](const auto& row) {
    return row.requester == outlet.requester && row.outlet == outlet.outlet;
  };
  std::cout << outlet.requester << "/" << outlet.outlet << " " << text(outlet.status) << "\n";
  for (const Transaction& row : session.transactions()) {
    if (!belongs(row)) continue;
    std::cout << "  bound    " << row.alternative << "/" << row.request << "/" << row.request_group
              << " to " << row.device << "/" << row.device_group << ", match factor "
              << row.match_factor.str() << "\n";
  }
  for (const CodeInterfaceEntry& row : session.code_interfaces()) {
    if (!belongs(row)) continue;
    std::cout << "  control  " << row.request_interface << " by " << row.device << "/"
              << row.device_interface << ":";
    for (const auto& operation : row.operations) std::cout << " " << operation;
    std::cout << "\n";
  }
  for (const DataInterfaceEntry& row : session.data_interfaces()) {
    if (!belongs(row)) continue;
    std::cout << "  setting  " << row.data_interface << "/" << row.aspect << " is " << row.value
              << "\n";
  }
}

int main(int argc, char** argv) try {
  std::vector<Source> sources;
  for (int i = 1; i < argc; ++i) sources.push_back(Source::file(argv[i]));
  const Engine engine;
  Session session = engine.open();

  // Mistakes in descriptions are no exceptions: all of them come at once, each with its place.
  const LoadReport report = session.load(sources);
  for (const Diagnostic& finding : report.diagnostics) std::cerr << finding.str() << "\n";
  if (!report.loaded) return 1;

  for (const Event& event : events) {
    const Outcome outcome = session.replay(event);
    // A real service hands each change on to the client whose outlet it is.
    for (const OutletChange& change : outcome.changes) print(change);
    // Warnings come from conditions of the descriptions; the event has happened all the same.
    for (const Diagnostic& warning : outcome.warnings) std::cerr << warning.str() << "\n";
  }
  std::cout << "\n";
  for (const OutletState& outlet : session.outlets()) print(session, outlet);
} catch (const std::exception& error) {  // ddb::Error, for example an event that cannot happen
  std::cerr << "service: " << error.what() << "\n";
  return 1;
}

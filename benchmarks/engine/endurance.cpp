// SPDX-License-Identifier: Apache-2.0
// What memory a service needs that runs for years: its size as events come, and as sessions go.
//
//   endurance [--events N] [--sessions N] [--json FILE] DESCRIPTION...
//
// events      one session; devices and requesters come and go under names that were never used
//             before, systems fail, some events are impossible, some calls look at everything;
//             now and then the session is written as a snapshot and restored from it
// sessions    sessions that load all descriptions, serve twenty events and are destroyed
//
// Each prints the resident set in MB at ten points, and the growth after the first fifth as the
// slope of the straight line that fits best. The JSON is what benchmarks/plot draws.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "ddb/engine.hpp"
#include "machine.hpp"

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kSamples = 200;
constexpr std::size_t kDevices = 8;
constexpr std::size_t kRequesters = 6;

double resident_mb() {
  std::size_t size = 0;
  std::size_t resident = 0;
  std::ifstream("/proc/self/statm") >> size >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

struct Specs {
  std::vector<ddb::DeviceSpecName> devices;
  std::vector<ddb::RequesterSpecName> requesters;
};

/// Events of a service, the same for the same seed. No name is used a second time.
class Traffic {
 public:
  Traffic(unsigned seed, Specs specs) : random_(seed), specs_(std::move(specs)) {}

  ddb::Event next() {
    switch (below(20)) {
      case 0:
        return ddb::SystemDisconnect{ddb::SystemName(system())};
      case 1:
      case 2:
        return ddb::SystemConnect{ddb::SystemName(system())};
      case 3:
        return ddb::DeviceDisconnect{ddb::DeviceName(name("absent"))};
      case 4:
        return create();
      default:
        return below(2) == 0 ? device_event() : requester_event();
    }
  }

  std::size_t below(std::size_t bound) { return random_() % bound; }

 private:
  ddb::Event device_event() {
    if (devices_.size() < kDevices && below(2) == 0) {
      devices_.push_back(name("device"));
      return ddb::DeviceConnect{ddb::SystemName(system()), ddb::DeviceName(devices_.back()),
                                specs_.devices[below(specs_.devices.size())]};
    }
    if (devices_.empty()) return ddb::SystemConnect{ddb::SystemName(system())};
    return ddb::DeviceDisconnect{ddb::DeviceName(take(devices_))};
  }

  ddb::Event requester_event() {
    if (requesters_.size() < kRequesters && below(2) == 0) return create();
    if (requesters_.empty()) return ddb::SystemConnect{ddb::SystemName(system())};
    return ddb::RequesterCancel{ddb::RequesterName(take(requesters_))};
  }

  ddb::Event create() {
    if (requesters_.size() > 2 * kRequesters) {
      return ddb::RequesterCancel{ddb::RequesterName(take(requesters_))};
    }
    requesters_.push_back(name("requester"));
    return ddb::RequesterCreate{ddb::SystemName(system()), ddb::RequesterName(requesters_.back()),
                                specs_.requesters[below(specs_.requesters.size())]};
  }

  std::string name(const char* kind) {
    return std::string(kind).append("_").append(std::to_string(++names_));
  }
  std::string system() { return std::string("system_").append(std::to_string(below(4))); }
  std::string take(std::vector<std::string>& from) {
    const std::size_t which = below(from.size());
    std::swap(from[which], from.back());
    std::string taken = std::move(from.back());
    from.pop_back();
    return taken;
  }

  std::mt19937 random_;
  Specs specs_;
  std::vector<std::string> devices_;
  std::vector<std::string> requesters_;
  std::size_t names_ = 0;
};

/// What was measured: the resident set after so many steps.
struct Course {
  std::vector<std::pair<double, double>> points;
  double seconds = 0;
  std::size_t matches = 0;

  /// In bytes a step, after the first fifth.
  double slope() const {
    const std::size_t first = points.size() / 5;
    const auto count = static_cast<double>(points.size() - first);
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (std::size_t i = first; i < points.size(); ++i) {
      x += points[i].first;
      y += points[i].second;
      xx += points[i].first * points[i].first;
      xy += points[i].first * points[i].second;
    }
    return (xy - x * y / count) / (xx - x * x / count) * 1e6;
  }
};

template <class Step>
Course measure(std::size_t steps, const Step& step) {
  Course course;
  const std::size_t every = std::max<std::size_t>(1, steps / kSamples);
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t i = 1; i <= steps; ++i) {
    course.matches += step(i);
    if (i % every == 0) course.points.emplace_back(static_cast<double>(i), resident_mb());
  }
  course.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return course;
}

ddb::Session loaded(const ddb::Engine& engine, const std::vector<ddb::Source>& sources) {
  ddb::Session session = engine.open();
  const ddb::LoadReport report = session.load(sources);
  if (!report.loaded) throw std::runtime_error(report.diagnostics.front().str());
  return session;
}

std::size_t matched(const ddb::Outcome& outcome) {
  return static_cast<std::size_t>(std::count_if(
      outcome.changes.begin(), outcome.changes.end(), [](const ddb::OutletChange& change) {
        return change.kind == ddb::OutletChangeKind::Matched ||
               change.kind == ddb::OutletChangeKind::Replaced;
      }));
}

std::size_t serve(ddb::Session& session, const ddb::Event& event) {
  try {
    return matched(session.replay(event));
  } catch (const ddb::Error& error) {
    if (error.code() != ddb::ErrorCode::Conflict) throw;
    return 0;
  }
}

void look_at_everything(const ddb::Session& session) {
  static_cast<void>(session.transactions());
  static_cast<void>(session.registration_units());
  static_cast<void>(session.states());
  static_cast<void>(session.code_interfaces());
  static_cast<void>(session.data_interfaces());
  for (const ddb::OutletState& outlet : session.outlets()) {
    static_cast<void>(session.explain(outlet.requester, outlet.outlet));
  }
}

Course events(const ddb::Engine& engine, const std::vector<ddb::Source>& sources,
              const Specs& specs, std::size_t count) {
  ddb::Session session = loaded(engine, sources);
  Traffic traffic(1, specs);
  return measure(count, [&](std::size_t i) {
    const std::size_t matches = serve(session, traffic.next());
    if (i % 1000 == 0) look_at_everything(session);
    if (i % 10000 == 0) session = engine.restore(session.snapshot());
    return matches;
  });
}

Course sessions(const ddb::Engine& engine, const std::vector<ddb::Source>& sources,
                const Specs& specs, std::size_t count) {
  return measure(count, [&](std::size_t i) {
    ddb::Session session = loaded(engine, sources);
    Traffic traffic(static_cast<unsigned>(i), specs);
    std::size_t matches = 0;
    for (int event = 0; event < 20; ++event) matches += serve(session, traffic.next());
    return matches;
  });
}

void print(const char* what, const Course& course) {
  const auto steps = static_cast<std::size_t>(course.points.back().first);
  std::printf("\n%zu %s in %.0f s (%.3f ms each), %zu outlets matched\n", steps, what,
              course.seconds, 1e3 * course.seconds / static_cast<double>(steps), course.matches);
  std::printf("  %12s  %8s\n", "after", "MB");
  for (std::size_t tenth = 1; tenth <= 10; ++tenth) {
    const auto& [step, mb] = course.points[course.points.size() * tenth / 10 - 1];
    std::printf("  %12.0f  %8.1f\n", step, mb);
  }
  std::printf("  growth after the first fifth: %.2f bytes each\n", course.slope());
}

Json plot(const char* title, const char* steps, const Course& course) {
  Json points = Json::array();
  for (const auto& [step, mb] : course.points) points.push_back({step, mb});
  return {{"title", title},
          {"x", {{"label", steps}}},
          {"y", {{"label", "resident set, MB"}, {"from", 0}}},
          {"series", Json::array({{{"name", "resident set"}, {"points", std::move(points)}}})},
          {"growth_bytes", course.slope()},
          {"seconds", course.seconds}};
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"What memory a service needs that runs for years"};
  std::size_t event_count = 1000000;
  std::size_t session_count = 10000;
  std::string json_file;
  std::vector<std::string> files;
  app.add_option("--events", event_count, "How many events one session serves");
  app.add_option("--sessions", session_count, "How many sessions are made and destroyed");
  app.add_option("--json", json_file, "Write what was measured to this file");
  app.add_option("DESCRIPTION", files, "Files of devices and requesters")->required();
  CLI11_PARSE(app, argc, argv);

  try {
    std::vector<ddb::Source> sources;
    sources.reserve(files.size());
    for (const std::string& file : files) sources.push_back(ddb::Source::file(file));
    const ddb::Engine engine;
    const Specs specs{{ddb::DeviceSpecName("imic2"), ddb::DeviceSpecName("us224"),
                       ddb::DeviceSpecName("audiophile")},
                      {ddb::RequesterSpecName("requester"), ddb::RequesterSpecName("requester2")}};
    std::printf("%s\n", machine().c_str());
    Json plots = Json::object();
    if (event_count > 0) {
      const Course course = events(engine, sources, specs, event_count);
      print("events through one session", course);
      plots["endurance_events"] = plot("Events through one session", "events", course);
    }
    if (session_count > 0) {
      const Course course = sessions(engine, sources, specs, session_count);
      print("sessions made and destroyed", course);
      plots["endurance_sessions"] = plot("Sessions made and destroyed", "sessions", course);
    }
    if (!json_file.empty()) {
      std::ofstream(json_file) << Json{{"machine", machine()}, {"plots", plots}}.dump(1) << '\n';
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "endurance: %s\n", error.what());
    return 1;
  }
}

// SPDX-License-Identifier: Apache-2.0
// How a device bus grows: whole agents, each a process in a network namespace of its own, over a
// real store; only the kernel's drivers are played (tests/bridges/agent/swarm).
//
//   bus_scale [--quick] [--rounds N] [--idle SECONDS] [--json FILE]
//   bus_scale --nodes N --ports N [--store redis|sqlite] [--loopback]
//
// import     all ports are put on their buses, with a device in each: ports a second
// plug       a device is unplugged and another plugged in, one port after the other: ms from before
//            the kernel has the device to when the master's agent has IMPORTED in the store
// replug     the same, so quick that nobody sees the port empty
// commands   of Redis, those of scripts as well, for each device that is plugged in or unplugged
// crowd      plug, with 100 ports at once (or all): devices plugged or unplugged a second, and ms
// idle       when nothing happens: memory of an agent that is its own, its share of a processor
//
// All but the kernel is in these times, so plug and replug are what the bus adds to it. The memory
// of simulated agents has the played kernel in it; the last line is the real ddb-agent.
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "machine.hpp"
#include "nodes.hpp"
#include "redis_server.hpp"
#include "workloads.hpp"

namespace {

using namespace ddb;
using Json = nlohmann::ordered_json;
using swarm::Network;

struct How {
  unsigned rounds = 200;
  std::chrono::seconds idle{20};
};

struct Size {
  unsigned nodes;
  unsigned ports;
};

// A store of its own for each measurement.
class Place {
 public:
  Place(bool is_redis, Network network) {
    if (is_redis) {
      // As the README of the store wants it.
      server_.emplace(std::vector<std::string>{"--bind", "0.0.0.0", "--protected-mode", "no",
                                               "--appendfsync", "always"});
      url_ = "redis://" + swarm::address(network) + ":" + std::to_string(server_->port());
    } else {
      url_ = "sqlite:" + (folder_.path() / "bus.db").string();
    }
  }

  const std::string& url() const { return url_; }
  std::filesystem::path folder() const { return folder_.path(); }

  // Commands that Redis has done; 0 with SQLite.
  double commands() const { return server_ ? static_cast<double>(server_->commands()) : 0; }

 private:
  nodes::Folder folder_;
  std::optional<store::test::RedisServer> server_;
  std::string url_;
};

double seconds(std::chrono::steady_clock::time_point since) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

Json told(const swarm::Times& times) {
  return {{"median_ms", times.quantile(0.5)},
          {"p99_ms", times.quantile(0.99)},
          {"most_ms", times.quantile(1)}};
}

// What processes cost while nothing happens.
struct Idle {
  double memory_mb = 0;
  double resident_mb = 0;
  double processor_percent = 0;
};

Idle idle(const std::vector<pid_t>& processes, std::chrono::seconds time) {
  std::vector<swarm::Cost> before;
  before.reserve(processes.size());
  for (const pid_t process : processes) before.push_back(swarm::cost_of(process));
  const auto begin = std::chrono::steady_clock::now();
  std::this_thread::sleep_for(time);
  const double passed = seconds(begin);
  Idle mean;
  const auto count = static_cast<double>(processes.size());
  for (std::size_t i = 0; i < processes.size(); ++i) {
    const swarm::Cost after = swarm::cost_of(processes[i]);
    const std::chrono::duration<double> ran = after.processor - before[i].processor;
    mean.memory_mb += static_cast<double>(after.memory) / 1e6 / count;
    mean.resident_mb += static_cast<double>(after.resident) / 1e6 / count;
    mean.processor_percent += 100 * ran.count() / passed / count;
  }
  return mean;
}

Json told(const Idle& it) {
  return {{"memory_mb", it.memory_mb},
          {"resident_mb", it.resident_mb},
          {"processor_percent", it.processor_percent}};
}

Json measure(const Size& size, bool is_redis, Network network, const How& how) {
  const Place place(is_redis, network);
  const auto store = store::open(place.url());
  // Room for the worst spread of ports.
  const unsigned room = 2 * size.ports / size.nodes + 8;
  swarm::Swarm swarm({size.nodes, place.url(), place.folder(), network, room});
  const auto ports = swarm::ports_of(swarm, size.ports);
  const double import_seconds = swarm::import_all(swarm, *store, ports);

  double commands = place.commands();
  const auto begin = std::chrono::steady_clock::now();
  const swarm::Times plug = swarm::plug(swarm, ports, how.rounds);
  const double plug_seconds = seconds(begin);
  double used = place.commands() - commands;
  const swarm::Times replug = swarm::replug(swarm, ports, how.rounds);
  const unsigned at_once = std::min(size.ports, 100U);
  const swarm::Crowd crowd =
      swarm::plug_at_once(swarm, ports, std::max(how.rounds, 2 * at_once), at_once);

  std::vector<pid_t> processes;
  for (unsigned i = 0; i < swarm.size(); ++i) processes.push_back(swarm.process_of(i));
  commands = place.commands();
  const Idle rest = idle(processes, how.idle);
  const double idle_commands =
      (place.commands() - commands) / static_cast<double>(how.idle.count());
  used -= idle_commands * plug_seconds;
  const double an_event = std::max(used / (2.0 * how.rounds), 0.0);
  std::printf(
      "%-6s %5u %6u | %7.0f | %6.1f %7.1f | %6.1f %7.1f | %6.1f | %6.0f %6.1f %7.1f | "
      "%5.1f %6.2f\n",
      is_redis ? "Redis" : "SQLite", size.nodes, size.ports, size.ports / import_seconds,
      plug.quantile(0.5), plug.quantile(0.99), replug.quantile(0.5), replug.quantile(0.99),
      an_event, crowd.rate(), crowd.plug_to_import.quantile(0.5),
      crowd.plug_to_import.quantile(0.99), rest.memory_mb, rest.processor_percent);
  std::fflush(stdout);
  return {{"store", is_redis ? "redis" : "sqlite"},
          {"network", network == Network::Namespaces ? "namespaces" : "loopback"},
          {"nodes", size.nodes},
          {"ports", size.ports},
          {"imports_per_s", size.ports / import_seconds},
          {"plug", told(plug)},
          {"replug", told(replug)},
          {"commands_per_event", an_event},
          {"idle_commands_per_s", idle_commands},
          {"crowd",
           {{"at_once", at_once},
            {"events_per_s", crowd.rate()},
            {"plug", told(crowd.plug_to_import)}}},
          {"idle", told(rest)}};
}

// The real one, on a node without ports.
Json measure_command(const How& how) {
  const Place place(true, Network::Loopback);
  const std::string run = (place.folder() / "run").string();
  const pid_t process = fork();
  if (process == 0) {
    execl(DDB_AGENT, DDB_AGENT, "--insecure", "--node", "127.0.0.1", "--store", place.url().c_str(),
          "--run", run.c_str(), "--port", "13240", "--log-level", "error",
          static_cast<char*>(nullptr));
    _exit(127);
  }
  nodes::until([&] { return std::filesystem::exists(place.folder() / "run" / "status"); });
  const Idle rest = idle({process}, how.idle);
  kill(process, SIGTERM);
  waitpid(process, nullptr, 0);
  std::printf(
      "ddb-agent, idle: %.1f MB its own, %.1f MB with shared libraries, %.2f %% of a processor\n",
      rest.memory_mb, rest.resident_mb, rest.processor_percent);
  return told(rest);
}

struct Curve {
  std::string name;
  std::function<double(const Json&)> value;
};

// Of those measurements that differ in ports or in nodes only.
Json plot(const std::string& title, const std::string& along, const std::string& unit,
          const Json& measured, const std::vector<Curve>& curves,
          const std::function<bool(const Json&)>& is_of_it) {
  Json series = Json::array();
  for (const Curve& curve : curves) {
    Json points = Json::array();
    for (const Json& one : measured) {
      if (is_of_it(one)) points.push_back({one.at(along), curve.value(one)});
    }
    series.push_back({{"name", curve.name}, {"points", points}});
  }
  return {{"title", title},
          {"x", {{"label", along}, {"log", true}}},
          {"y", {{"label", unit}, {"from", 0}}},
          {"series", series}};
}

Json plots(const Json& measured) {
  const auto in = [](const char* group, const char* value) {
    return [=](const Json& one) { return one.at(group).at(value).get<double>(); };
  };
  const std::vector<Curve> times = {{"plug, median", in("plug", "median_ms")},
                                    {"plug, 99 %", in("plug", "p99_ms")},
                                    {"replug, median", in("replug", "median_ms")},
                                    {"replug, 99 %", in("replug", "p99_ms")}};
  const auto ten_nodes = [](const Json& one) {
    return one.at("network") == "namespaces" && one.at("nodes") == 10;
  };
  const auto hundred_ports = [](const Json& one) {
    return one.at("network") == "namespaces" && one.at("ports") == 100;
  };
  const std::vector<Curve> commands = {
      {"commands", [](const Json& one) { return one.at("commands_per_event").get<double>(); }}};
  return {{"bus_ports_ms",
           plot("From plug to IMPORTED, 10 nodes", "ports", "ms", measured, times, ten_nodes)},
          {"bus_nodes_ms",
           plot("From plug to IMPORTED, 100 ports", "nodes", "ms", measured, times, hundred_ports)},
          {"bus_commands", plot("Commands of Redis for each device plugged or unplugged, 10 nodes",
                                "ports", "commands", measured, commands, ten_nodes)}};
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("How a device bus grows");
  How how;
  unsigned idle_seconds = 20;
  std::string json_file;
  std::string store = "redis";
  Size only{0, 0};
  bool is_quick = false;
  bool is_loopback = false;
  app.add_flag("--quick", is_quick, "Small ones only, fewer rounds");
  app.add_option("--rounds", how.rounds, "Devices plugged in");
  app.add_option("--idle", idle_seconds, "How long nothing happens");
  app.add_option("--json", json_file, "The result");
  app.add_option("--nodes", only.nodes, "With --ports: this size only");
  app.add_option("--ports", only.ports, "With --nodes: this size only");
  app.add_option("--store", store, "Of this size: redis or sqlite");
  app.add_flag("--loopback", is_loopback, "Of this size: addresses of loopback, no namespaces");
  CLI11_PARSE(app, argc, argv);
  how.idle = std::chrono::seconds(idle_seconds);
  try {
    std::printf(
        "%s\n%-19s | %7s | %14s | %14s | %6s | %21s | %12s\n%-6s %5s %6s | %7s | %6s %7s | "
        "%6s %7s | %6s | %6s %6s %7s | %5s %6s\n",
        machine().c_str(), "", "import", "plug, ms", "replug, ms", "Redis", "crowd, ms",
        "an idle agent", "store", "nodes", "ports", "ports/s", "median", "99 %", "median", "99 %",
        "cmds", "ev/s", "median", "99 %", "MB", "CPU %");
    if (only.nodes > 0) {
      const Network network = is_loopback ? Network::Loopback : swarm::own_network();
      measure(only, store == "redis", network, how);
      return 0;
    }
    Json measured = Json::array();
    // Before the namespace, which has no other addresses.
    for (const bool is_redis : {true, false}) {
      measured.push_back(measure({2, 10}, is_redis, Network::Loopback, how));
    }
    const Json command = measure_command(how);
    const Network network = swarm::own_network();
    std::vector<Size> sizes = {{10, 10}, {2, 100}, {10, 100}, {100, 100}, {10, 1000}, {100, 1000}};
    if (is_quick) sizes = {{10, 10}, {2, 100}, {10, 100}};
    for (const Size& size : sizes) measured.push_back(measure(size, true, network, how));
    if (json_file.empty()) return 0;
    std::ofstream(json_file) << Json{{"machine", machine()},
                                     {"sizes", measured},
                                     {"ddb_agent_idle", command},
                                     {"plots", plots(measured)}}
                                    .dump(1)
                             << '\n';
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bus_scale: %s\n", error.what());
    return 1;
  }
  return 0;
}

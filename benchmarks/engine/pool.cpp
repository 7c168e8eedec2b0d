// SPDX-License-Identifier: Apache-2.0
// How long events take with large pools of devices.
//
//   pool_events [--most DEVICES] [--rounds N] [--plain SECONDS] [--json FILE]
//   pool_events --scenario FILE
//
// The second writes a scenario of 100,000 devices whose last event is a miss, for the plain
// procedure (tests/engine/plain/plain_event.pl); SECONDS is what that takes. benchmarks/run does
// both.
//
// event      one requester asks a pool of 1,000 devices and more, of 10, 100 and 1,000 specs:
//              start        the first device does
//              end          only the last device does
//              miss         every device has all but one of the terms that are asked for
//              composite    four requests, each of another spec
//            Each is created and cancelled again and again, over names that were never used;
//            `first` is the first time that the engine meets its spec, in ms, the rest are times of
//            requester_create in microseconds, matching and all changes included.
// claims     requesters come until 10,000 devices are used up, and each has a device of its own
// churn      devices and requesters come and go at random, while 1,000 outlets wait in vain
// worst      what costs most (kWorstCases): the first time, and when it happens again
//
// What a device takes is the growth of the resident set over what it was before any was there.
// `--only` with the name of one of these, or of one of the worst, measures only that, with `--most`
// devices.
#include <sys/resource.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <functional>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ddb/engine.hpp"
#include "machine.hpp"

namespace {

using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

std::string numbered(const char* kind, std::size_t number) {
  return std::string(kind).append("_").append(std::to_string(number));
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double timed(const std::function<void()>& work) {
  const auto start = Clock::now();
  work();
  return seconds_since(start);
}

double resident_bytes() {
  std::size_t size = 0;
  std::size_t resident = 0;
  std::ifstream("/proc/self/statm") >> size >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

// Descriptions

/// A converter; its sampling rate tells it from others.
std::string device_spec(const std::string& name, std::size_t rate) {
  return "device(" + name + ", \"a converter\").\n" +                            //
         "registration_unit(" + name + ", in).\n" +                              //
         "registration_unit(" + name + ", out).\n" +                             //
         "code_interface(" + name + ", configure, [set_rate]).\n" +              //
         "state(" + name + ", rate, 44.1*kilohertz).\n" +                        //
         "state(" + name + ", channels, 2).\n" +                                 //
         "device_group(" + name + ", playback, [task_element([task([" +          //
         "registration_unit(out), function([direction(digital_to_analog)," +     //
         "sampling_rate(" + std::to_string(rate) + "*hertz)])])])]).\n" +        //
         "device_group(" + name + ", recording, [task_element([" +               //
         "code_interface(configure), task([registration_unit(in), function([" +  //
         "direction(analog_to_digital), sampling_rate(" + std::to_string(rate) +
         "*hertz, state(rate)), data_channels([1, 2], state(channels))])])])]).\n";
}

void append(std::string& text, std::initializer_list<std::string_view> parts) {
  for (const std::string_view part : parts) text += part;
}

/// One that wants to record at these rates, a device for each.
std::string requester_spec(const std::string& name, const std::vector<std::size_t>& rates) {
  std::string requests;
  std::string facts;
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const std::string number = std::to_string(i);
    requests += (i == 0 ? "q" : ", q") + number;
    append(facts,
           {"request(", name, ", q", number, ", [g", number, "]).\n",  //
            "request_group(", name, ", g", number, ", taskflow, accept(10), [task_element([",
            "code_interface(adjust), task([function([direction(analog_to_digital, weight(4)),",
            "data_channels(2, weight(2)), sampling_rate(", std::to_string(rates[i]),
            "*hertz, weight(4), data_interface(settings))])])])]).\n"});
  }
  return "requester(" + name + ", \"records\").\n" +    //
         "outlet(" + name + ", sound, [good-10]).\n" +  //
         "composite_request(" + name + ", good, [" + requests + "]).\n" + facts;
}

constexpr std::size_t kFirstRate = 8000;
constexpr std::size_t kNoRate = 1;
constexpr std::size_t kLastRate = 2;

struct World {
  ddb::Session session = ddb::Engine().open();
  std::size_t devices = 0;
  std::size_t requesters = 0;

  void load(const std::string& text) {
    const auto report = session.load({ddb::Source::text(ddb::SourceName("benchmark.pl"), text)});
    if (!report.loaded) throw std::runtime_error(report.diagnostics.at(0).sentence);
  }
  std::string connect(const std::string& spec) {
    std::string name = numbered("device", devices++);
    session.replay(ddb::DeviceConnect{ddb::SystemName(numbered("system", devices % 100)),
                                      ddb::DeviceName(name), ddb::DeviceSpecName(spec)});
    return name;
  }
  void disconnect_last() {
    session.replay(ddb::DeviceDisconnect{ddb::DeviceName(numbered("device", devices - 1))});
  }
  /// The name, and what became of it.
  std::pair<ddb::RequesterName, ddb::Outcome> create(const std::string& spec) {
    ddb::RequesterName name(numbered("requester", requesters++));
    auto outcome = session.replay(ddb::RequesterCreate{
        ddb::SystemName(numbered("system", requesters % 100)), name, ddb::RequesterSpecName(spec)});
    return {std::move(name), std::move(outcome)};
  }
  void cancel(const ddb::RequesterName& name) { session.replay(ddb::RequesterCancel{name}); }
};

std::string specs_text(std::size_t specs) {
  std::string text = device_spec("last", kLastRate);
  for (std::size_t i = 0; i < specs; ++i) text += device_spec(numbered("spec", i), kFirstRate + i);
  text += requester_spec("start", {kFirstRate});
  text += requester_spec("end", {kLastRate});
  text += requester_spec("miss", {kNoRate});
  text += requester_spec("composite", {kFirstRate + 6 % specs, kFirstRate + 4 % specs,
                                       kFirstRate + specs / 2, kFirstRate});
  return text;
}

// Measuring

/// What one kind of event takes, in microseconds. Where the machine has other work, some are held
/// up by it: those are counted that took far longer than the processor time of this process, and
/// the times of the rest are told as well. (Involuntary context switches do not tell: handing a
/// call over to another thread is one.)
class Timings {
 public:
  double add(const std::function<void()>& event) {
    const double before = processor_seconds();
    const auto start = Clock::now();
    event();
    const double seconds = seconds_since(start);
    const double processor = processor_seconds() - before;
    all_.push_back(1e6 * seconds);
    processor_ += processor;
    if (seconds - processor < kHeldUp) rest_.push_back(1e6 * seconds);
    return seconds;
  }

  Json summary() {
    std::sort(all_.begin(), all_.end());
    std::sort(rest_.begin(), rest_.end());
    const auto count = static_cast<double>(all_.size());
    return {{"median_us", quantile(0.5, all_)},
            {"p99_us", quantile(0.99, all_)},
            {"most_us", all_.back()},
            {"processor_us", 1e6 * processor_ / count},
            {"held_up", all_.size() - rest_.size()},
            {"p99_of_rest_us", quantile(0.99, rest_)},
            {"most_of_rest_us", quantile(1, rest_)}};
  }

  static std::string text(const Json& summary) {
    std::array<char, 200> line{};
    std::snprintf(line.data(), line.size(),
                  "median %.1f, p99 %.1f, most %.1f, processor %.1f us; %zu held up, the rest: "
                  "p99 %.1f, most %.1f us",
                  summary.at("median_us").get<double>(), summary.at("p99_us").get<double>(),
                  summary.at("most_us").get<double>(), summary.at("processor_us").get<double>(),
                  summary.at("held_up").get<std::size_t>(),
                  summary.at("p99_of_rest_us").get<double>(),
                  summary.at("most_of_rest_us").get<double>());
    return line.data();
  }

 private:
  static constexpr double kHeldUp = 100e-6;

  /// Of all threads.
  static double processor_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  }
  static double quantile(double fraction, const std::vector<double>& sorted) {
    if (sorted.empty()) return 0;
    return sorted[static_cast<std::size_t>(
        std::lround(fraction * static_cast<double>(sorted.size() - 1)))];
  }

  std::vector<double> all_;
  std::vector<double> rest_;
  double processor_ = 0;
};

void check(bool holds, const char* what) {
  if (!holds) throw std::runtime_error(what);
}

Json events(std::size_t devices, std::size_t specs, std::size_t rounds) {
  World world;
  const double load_ms = 1e3 * timed([&] { world.load(specs_text(specs)); });
  const double connect_s = timed([&] {
    for (std::size_t i = 0; i + 1 < devices; ++i) world.connect(numbered("spec", i % specs));
    world.connect("last");
  });
  const double rate = static_cast<double>(devices) / connect_s;
  Json result{
      {"devices", devices}, {"specs", specs}, {"load_ms", load_ms}, {"connects_per_s", rate}};
  std::printf("%8zu %6zu   load %.0f ms, %.0f connects/s\n", devices, specs, load_ms, rate);
  for (const char* kind : {"start", "end", "miss", "composite"}) {
    const bool matches = std::string(kind) != "miss";
    const auto create_and_cancel = [&](Timings& timings) {
      std::optional<std::pair<ddb::RequesterName, ddb::Outcome>> made;
      const double seconds = timings.add([&] { made = world.create(kind); });
      check(made->second.changes.size() == (matches ? 2 : 1),
            "a requester got what it should not get");
      world.cancel(made->first);
      return seconds;
    };
    Timings first;
    const double first_ms = 1e3 * create_and_cancel(first);
    Timings timings;
    for (std::size_t i = 0; i < rounds; ++i) create_and_cancel(timings);
    result[kind] = timings.summary();
    result[kind]["first_ms"] = first_ms;
    std::printf("%15s   %-9s first %.2f ms; %s\n", "", kind, first_ms,
                Timings::text(result[kind]).c_str());
  }
  std::fflush(stdout);
  return result;
}

/// To be the first of all: memory that was used before would be used again.
Json memory(std::size_t devices, std::size_t specs) {
  World world;
  world.load(specs_text(specs));
  for (std::size_t i = 0; i < specs; ++i) world.connect(numbered("spec", i));
  const double before = resident_bytes();
  for (std::size_t i = 0; i < devices; ++i) world.connect(numbered("spec", i % specs));
  const double bytes = (resident_bytes() - before) / static_cast<double>(devices);
  std::printf("memory   %zu devices of %zu specs: %.0f bytes a device\n", devices, specs, bytes);
  return {{"devices", devices}, {"specs", specs}, {"bytes_per_device", bytes}};
}

Json claims(std::size_t devices, std::size_t specs) {
  check(specs > 0, "there must be specs");
  World world;
  std::string text = specs_text(specs);
  for (std::size_t i = 0; i < specs; ++i) {
    text += requester_spec(numbered("want", i), {kFirstRate + i});
  }
  world.load(text);
  for (std::size_t i = 0; i < devices; ++i) world.connect(numbered("spec", i % specs));
  std::vector<std::string> wanted;
  for (std::size_t i = 0; i < devices; ++i) wanted.push_back(numbered("want", i % specs));
  std::shuffle(wanted.begin(), wanted.end(), std::mt19937(1));
  Timings timings;
  const double seconds = timed([&] {
    for (const std::string& spec : wanted) timings.add([&] { world.create(spec); });
  });
  std::set<ddb::DeviceName> used;
  for (const ddb::Transaction& transaction : world.session.transactions()) {
    check(used.insert(transaction.device).second, "a device was claimed twice");
  }
  check(used.size() == devices, "a device was not claimed");
  check(world.create("want_0").second.changes.size() == 1, "a device was claimed twice");
  const double rate = static_cast<double>(devices) / seconds;
  Json result = timings.summary();
  result["devices"] = devices;
  result["specs"] = specs;
  result["claims_per_s"] = rate;
  std::printf("claims   %zu devices of %zu specs: %.0f claims/s, none double; %s\n", devices, specs,
              rate, Timings::text(result).c_str());
  std::fflush(stdout);
  return result;
}

Json churn(std::size_t devices, std::size_t specs, std::size_t waiting, std::size_t rounds) {
  check(specs > 0, "there must be specs");
  World world;
  std::string text = specs_text(specs);
  for (std::size_t i = 0; i < specs; ++i) {
    text += requester_spec(numbered("want", i), {kFirstRate + i});
    text += requester_spec(numbered("wait", i), {kFirstRate + i, kNoRate});
    text += requester_spec(numbered("vain", i), {kNoRate, kFirstRate + i});
  }
  world.load(text);
  std::vector<std::string> connected;
  for (std::size_t i = 0; i < devices; ++i)
    connected.push_back(world.connect(numbered("spec", i % specs)));
  for (std::size_t i = 0; i < waiting; ++i) {
    world.create(numbered(i % 2 == 0 ? "vain" : "wait", i / 2 % specs));
  }
  std::mt19937 random(1);
  std::vector<ddb::RequesterName> claimed;
  const auto step = [&] {
    switch (random() % 4) {
      case 0:
        claimed.push_back(world.create(numbered("want", random() % specs)).first);
        break;
      case 1:
        if (claimed.empty()) break;
        std::swap(claimed[random() % claimed.size()], claimed.back());
        world.cancel(claimed.back());
        claimed.pop_back();
        break;
      case 2:
        connected.push_back(world.connect(numbered("spec", random() % specs)));
        break;
      default:
        std::swap(connected[random() % connected.size()], connected.back());
        world.session.replay(ddb::DeviceDisconnect{ddb::DeviceName(connected.back())});
        connected.pop_back();
    }
  };
  for (std::size_t i = 0; i < rounds / 10; ++i) step();
  Timings timings;
  const double seconds = timed([&] {
    for (std::size_t i = 0; i < rounds; ++i) timings.add(step);
  });
  const double rate = static_cast<double>(rounds) / seconds;
  Json result = timings.summary();
  result["devices"] = devices;
  result["specs"] = specs;
  result["waiting"] = waiting;
  result["events_per_s"] = rate;
  std::printf("churn    %zu devices of %zu specs, %zu outlets waiting: %.0f events/s; %s\n",
              devices, specs, waiting, rate, Timings::text(result).c_str());
  std::fflush(stdout);
  return result;
}

// What costs most. Each makes a world of so many devices (or outlets) and tells the event that is
// measured, which comes to nothing: once, and again after it was taken back.

struct Worst {
  World world;
  std::function<void()> event;
  std::function<void()> take_back;

  void ask(const std::string& spec) {
    event = [this, spec] { world.create(spec); };
    take_back = [this] {
      world.cancel(ddb::RequesterName(numbered("requester", world.requesters - 1)));
    };
  }
};

std::string requester_text(const std::string& name, const std::string& terms) {
  return "requester(" + name + ", \"asks\").\noutlet(" + name + ", o, [a-1]).\n" +
         "composite_request(" + name + ", a, [q]).\nrequest(" + name + ", q, [g]).\n" +
         "request_group(" + name + ", g, taskflow, accept(1), [task_element([" + terms + "])]).\n";
}

/// Devices each in a state of its own, which a condition reads when all else is found: `tasks`
/// times on each device. The states are set by requesters that count, and are gone again.
void own_states(Worst& worst, std::size_t devices, const std::string& body, int tasks) {
  World& world = worst.world;
  const std::string task = "task([function([direction(digital_to_analog, weight(1))])])";
  std::string terms = task;
  for (int i = 1; i < tasks; ++i) terms += ", " + task;
  world.load(
      "device(box, \"a box\").\nregistration_unit(box, in).\nstate(box, level, 0).\n"
      "match_condition(box, enough, _) :- " +
      body +
      ".\n"
      "device_group(box, levels, [task_element([task([registration_unit(in), function(["
      "direction(analog_to_digital), data_channels(at_least(0), state(level))])])])]).\n"
      "device_group(box, guarded, [task_element([task([match_condition(enough), function(["
      "direction(digital_to_analog)])])])]).\n" +
      requester_text("never", terms));
  const std::size_t batch = 1000;
  std::vector<ddb::RequesterName> setters;
  for (std::size_t i = 0; i < devices; ++i) {
    world.connect("box");
    if (i % batch == 0) {
      std::string text;
      for (std::size_t level = i + 1; level <= std::min(i + batch, devices); ++level) {
        text += requester_text(
            numbered("level", level),
            "task([function([data_channels(" + std::to_string(level) + ", weight(1))])])");
      }
      world.load(text);
    }
    setters.push_back(world.create(numbered("level", i + 1)).first);
  }
  for (const auto& setter : setters) world.cancel(setter);
  worst.ask("never");
}

void states(Worst& worst, std::size_t devices) {
  own_states(worst, devices, "current_state(level, Level), Level > 1000000000", 1);
}
void late(Worst& worst, std::size_t devices) {
  own_states(worst, devices, "current_state(level, Level), Level > 1000000000", 20);
}
void throws(Worst& worst, std::size_t devices) {
  own_states(worst, devices, "atom_length(_, Length), Length > 0", 1);
}

/// All units but one are taken on every device, and that one does not help.
void units(Worst& worst, std::size_t devices) {
  World& world = worst.world;
  world.load(
      "device(box, \"a box\").\nregistration_unit(box, a).\nregistration_unit(box, b).\n"
      "registration_unit(box, c).\n"
      "device_group(box, both, [task_element([task([registration_unit(a), registration_unit(b),"
      "function([direction(analog_to_digital)])])])]).\n"
      "device_group(box, other, [task_element([task([registration_unit(c), function(["
      "direction(digital_to_analog)])])])]).\n" +
      requester_text("taker", "task([function([direction(analog_to_digital, weight(1))])])"));
  for (std::size_t i = 0; i < devices; ++i) world.connect("box");
  for (std::size_t i = 0; i < devices; ++i) world.create("taker");
  worst.ask("taker");
}

/// 20 alternatives of four requests each, of which only the last can't be satisfied.
void alternatives(Worst& worst, std::size_t devices) {
  World& world = worst.world;
  std::string text = device_spec("box", kFirstRate) +
                     requester_spec("greedy", {kFirstRate, kFirstRate, kFirstRate, kNoRate});
  std::string names = "good-10";
  for (int i = 0; i < 19; ++i) {
    const std::string name = "more_" + std::to_string(i);
    names += ", " + name + "-" + std::to_string(20 + i);
    text += "composite_request(greedy, " + name + ", [q0, q1, q2, q3]).\n";
  }
  const std::string one = "[good-10]";
  text.replace(text.find(one), one.size(), "[" + names + "]");
  world.load(text);
  for (std::size_t i = 0; i < devices; ++i) world.connect("box");
  worst.ask("greedy");
}

/// As many outlets wait, each of a spec of its own, for something of which the device that comes
/// has a part.
void woken(Worst& worst, std::size_t outlets) {
  World& world = worst.world;
  const std::size_t batch = 1000;
  world.load(device_spec("box", kFirstRate));
  for (std::size_t i = 0; i < outlets; ++i) {
    if (i % batch == 0) {
      std::string text;
      for (std::size_t other = i; other < std::min(i + batch, outlets); ++other) {
        text += requester_spec(numbered("wait", other), {kFirstRate, kNoRate});
      }
      world.load(text);
    }
    world.create(numbered("wait", i));
  }
  worst.event = [&world] { world.connect("box"); };
  worst.take_back = [&world] { world.disconnect_last(); };
}

/// Each outlet holds what the one before it in the queue would like better, and the device that
/// comes is what the last one would: the queue is gone through once for each. Making it compares
/// each of as many requests with each of as many specs, which limits the size.
void cascade(Worst& worst, std::size_t outlets) {
  World& world = worst.world;
  const std::size_t batch = 1000;
  std::string text;
  for (std::size_t i = 0; i <= outlets; ++i) {
    const std::string name = numbered("climber", i);
    std::string spec = requester_spec(name, {kFirstRate + i, kFirstRate + i - 1});
    const std::string one = "[good-10]";
    spec.replace(spec.find(one), one.size(), "[good-10, poor-5]");
    const std::string both = "good, [q0, q1]";
    spec.replace(spec.find(both), both.size(), "good, [q0]");
    append(text, {device_spec(numbered("spec", i), kFirstRate + i), spec, "composite_request(",
                  name, ", poor, [q1]).\n"});
    if (i % batch == 0 || i == outlets) {
      world.load(text);
      text.clear();
    }
  }
  for (std::size_t i = 0; i < outlets; ++i) world.connect(numbered("spec", i));
  for (std::size_t i = 1; i <= outlets; ++i) {
    const ddb::SystemName system(numbered("home", i));
    world.session.replay(ddb::SystemConnect{system});
    world.session.replay(ddb::SystemDisconnect{system});
    world.session.replay(ddb::RequesterCreate{system, ddb::RequesterName(numbered("climber", i)),
                                              ddb::RequesterSpecName(numbered("climber", i))});
  }
  for (std::size_t i = outlets; i > 0; --i) {
    world.session.replay(ddb::SystemConnect{ddb::SystemName(numbered("home", i))});
  }
  const std::string last = numbered("spec", outlets);
  worst.event = [&world, last] { world.connect(last); };
  worst.take_back = [&world] { world.disconnect_last(); };
}

struct WorstCase {
  const char* name;
  const char* what;
  void (*make)(Worst&, std::size_t);
};
constexpr std::array kWorstCases = {
    WorstCase{"states", "devices, each in a state of its own", states},
    WorstCase{"late", "the same, refused by 20 conditions each", late},
    WorstCase{"throws", "the same, with a condition that throws", throws},
    WorstCase{"units", "devices with one unit left", units},
    WorstCase{"alternatives", "devices, 20 alternatives that fail at their fourth request",
              alternatives},
    WorstCase{"woken", "outlets that are woken, each of another spec", woken},
    WorstCase{"cascade", "outlets, each of which gives up what the one before it wants", cascade},
};

Json worst(const WorstCase& worst_case, std::size_t size) {
  Worst worst;
  worst_case.make(worst, size);
  const double first_ms = 1e3 * timed(worst.event);
  double next_ms = first_ms;
  for (int i = 0; i < 5; ++i) {
    worst.take_back();
    next_ms = std::min(next_ms, 1e3 * timed(worst.event));
  }
  std::printf("worst    %6zu %s: first %.2f ms, %.2f us each; next %.3f ms\n", size,
              worst_case.what, first_ms, 1e3 * first_ms / static_cast<double>(size), next_ms);
  std::fflush(stdout);
  return {{"case", worst_case.name},
          {"what", worst_case.what},
          {"size", size},
          {"first_ms", first_ms},
          {"next_ms", next_ms}};
}

constexpr std::size_t kScenarioDevices = 100000;
constexpr std::size_t kScenarioSpecs = 1000;

void write_scenario(const std::string& file) {
  std::ofstream out(file);
  out << specs_text(kScenarioSpecs);
  for (std::size_t i = 0; i < kScenarioDevices; ++i) {
    out << "event(device_connect(" << numbered("system", i % 100) << ", " << numbered("device", i)
        << ", " << numbered("spec", i % kScenarioSpecs) << ")).\n";
  }
  out << "event(requester_create(system_0, requester_0, miss)).\n";
  check(out.flush().good(), "the scenario cannot be written");
}

/// How many times the engine is as fast as the plain procedure.
Json ratio(double plain_s, const Json& measured) {
  for (const Json& each : measured.at("event")) {
    if (each.at("devices") != kScenarioDevices || each.at("specs") != kScenarioSpecs) continue;
    const double times = plain_s * 1e6 / each.at("miss").at("median_us").get<double>();
    std::printf("plain    %zu devices of %zu specs, a miss: %.1f s, %.0f times the median\n",
                kScenarioDevices, kScenarioSpecs, plain_s, times);
    return {{"plain_s", plain_s}, {"ratio", times}};
  }
  return nullptr;
}

Json plots(const Json& measured) {
  Json all = Json::object();
  for (const char* quantile : {"median_us", "p99_us"}) {
    Json plot{{"title", std::string("One event, ") + (quantile[0] == 'm' ? "median" : "99 % of") +
                            " requester_create"},
              {"x", {{"label", "devices"}, {"log", true}}},
              {"y", {{"label", "microseconds"}, {"log", true}}},
              {"series", Json::array()}};
    for (const char* kind : {"start", "end", "miss", "composite"}) {
      for (const std::size_t specs : {10, 1000}) {
        Json series{{"name", std::string(kind) + ", " + std::to_string(specs) + " specs"},
                    {"points", Json::array()}};
        for (const Json& each : measured.at("event")) {
          if (each.at("specs") != specs) continue;
          series["points"].push_back({each.at("devices"), each.at(kind).at(quantile)});
        }
        plot["series"].push_back(std::move(series));
      }
    }
    all[std::string("pool_event_") + quantile] = std::move(plot);
  }
  Json plot{{"title", "The worst that could be constructed: the first such event"},
            {"x", {{"label", "devices or outlets"}, {"log", true}}},
            {"y", {{"label", "milliseconds"}, {"log", true}}},
            {"series", Json::array()}};
  for (const WorstCase& each : kWorstCases) {
    Json series{{"name", each.name}, {"points", Json::array()}};
    for (const Json& one : measured.at("worst")) {
      if (one.at("case") == each.name) {
        series["points"].push_back({one.at("size"), one.at("first_ms")});
      }
    }
    plot["series"].push_back(std::move(series));
  }
  all["pool_worst"] = std::move(plot);
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t most = 1000000;
  std::size_t rounds = 2000;
  double plain_s = 0;
  std::string file;
  std::string scenario;
  std::string only;
  CLI::App app{"How long events take with large pools of devices"};
  app.add_option("--most", most, "Devices of the largest pool (1000000)");
  app.add_option("--rounds", rounds, "Events of each kind (2000)");
  app.add_option("--plain", plain_s, "Seconds that the plain procedure takes");
  app.add_option("--scenario", scenario, "Only write the scenario for the plain procedure");
  app.add_option("--only", only, "Measure only this: claims, churn, event, or one of the worst");
  app.add_option("--json", file, "What was measured, for comparison and for benchmarks/plot");
  CLI11_PARSE(app, argc, argv);
  try {
    if (!scenario.empty()) {
      write_scenario(scenario);
      return 0;
    }
    std::printf("%s\n", machine().c_str());
    if (!only.empty()) {
      if (only == "claims") claims(std::min(most, std::size_t{10000}), 100);
      if (only == "churn") churn(10000, 100, 1000, 10 * rounds);
      if (only == "event") events(most, 1000, rounds);
      for (const WorstCase& each : kWorstCases) {
        if (only == each.name) worst(each, most);
      }
      return 0;
    }
    Json measured{{"machine", machine()},
                  {"memory", memory(most, std::min(most / 10, std::size_t{1000}))},
                  {"event", Json::array()}};
    for (std::size_t devices = 1000; devices <= most; devices *= 10) {
      for (const std::size_t specs : {10, 100, 1000}) {
        measured["event"].push_back(events(devices, specs, rounds));
      }
    }
    if (plain_s > 0) measured["plain"] = ratio(plain_s, measured);
    measured["claims"] = claims(10000, 100);
    measured["churn"] = churn(10000, 100, 1000, 10 * rounds);
    measured["worst"] = Json::array();
    for (const WorstCase& each : kWorstCases) {
      const std::size_t largest = each.make == cascade ? 1000 : 10000;
      for (std::size_t size = 100; size <= std::min(most, largest); size *= 10) {
        measured["worst"].push_back(worst(each, size));
      }
    }
    measured["plots"] = plots(measured);
    if (!file.empty()) std::ofstream(file) << measured.dump(1) << '\n';
  } catch (const std::exception& error) {
    std::fprintf(stderr, "pool: %s\n", error.what());
    return 1;
  }
  return 0;
}

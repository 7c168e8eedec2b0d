// SPDX-License-Identifier: Apache-2.0
#include <poll.h>
#include <sys/signalfd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "file_watcher.hpp"
#include "inputs.hpp"
#include "json.hpp"
#include "terminal.hpp"
#include "transcript.hpp"
#include "world_state.hpp"

namespace ddb::match {

namespace {

using Clock = std::chrono::steady_clock;

// The signals that end the watch, as a descriptor to wait for. They are blocked before the engine
// starts its threads, which take the mask over.
class EndSignals {
 public:
  EndSignals()
      : descriptor_(signalfd(-1, blocked(), SFD_CLOEXEC), "signals cannot be waited for") {}

  int descriptor() const { return descriptor_.get(); }
  bool came() const {
    pollfd watched{descriptor_.get(), POLLIN, 0};
    return poll(&watched, 1, 0) > 0;
  }

 private:
  static const sigset_t* blocked() {
    static const sigset_t signals = [] {
      sigset_t set;
      sigemptyset(&set);
      sigaddset(&set, SIGINT);
      sigaddset(&set, SIGTERM);
      sigprocmask(SIG_BLOCK, &set, nullptr);
      return set;
    }();
    return &signals;
  }

  Descriptor descriptor_;
};

std::string fixed(double number) {
  std::array<char, 32> digits{};
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                    std::chars_format::fixed, 1);
  return {digits.data(), result.ptr};
}

std::string row(const Transaction& each) {
  return "transaction  " + each.requester.str() + "/" + each.outlet.str() + "/" +
         each.alternative.str() + "/" + each.request.str() + "/" + each.request_group.str() +
         " has " + each.device.str() + "/" + each.device_group.str() + ", match factor " +
         each.match_factor.str();
}

std::string row(const OutletState& each) {
  const std::string name = "outlet       " + each.requester.str() + "/" + each.outlet.str();
  if (!each.active) return name + " is inactive";
  const bool best = each.status == OutletStatus::Threshold;
  return name + " has " + each.active->str() + (best ? ", threshold" : ", partial");
}

std::string row(const RegistrationUnit& each) {
  return "unit         " + each.device.str() + "/" + each.unit.str() + " is " +
         (each.available ? "available" : "taken");
}

std::string row(const DeviceState& each) {
  return "state        " + each.device.str() + "/" + each.state.str() + " is " + each.value.str();
}

// What one looks for when one asks what became of it.
auto name(const Transaction& each) { return std::tie(each.requester, each.outlet); }
auto name(const OutletState& each) { return std::tie(each.requester, each.outlet); }
auto name(const RegistrationUnit& each) { return std::tie(each.device, each.unit); }
auto name(const DeviceState& each) { return std::tie(each.device, each.state); }

// In the order of the names; for each, first as it was, then as it is.
template <class Item>
void print_changes(Terminal& output, const ListChanges<Item>& changes) {
  auto gone = changes.gone.begin();
  auto added = changes.added.begin();
  while (gone != changes.gone.end() || added != changes.added.end()) {
    const bool takes_gone =
        added == changes.added.end() || (gone != changes.gone.end() && name(*gone) <= name(*added));
    if (takes_gone) {
      output.write("  - " + row(*gone++) + "\n", Colour::Red);
    } else {
      output.write("  + " + row(*added++) + "\n", Colour::Green);
    }
  }
}

void print_changes(Terminal& output, const WorldChanges& changes) {
  if (changes.empty()) {
    output.write("nothing has changed\n", Colour::Dim);
    return;
  }
  output.write("what has changed\n", Colour::Bold);
  print_changes(output, changes.transactions);
  print_changes(output, changes.outlets);
  print_changes(output, changes.registration_units);
  print_changes(output, changes.states);
}

// Replays the files again and again; remembers the last result that was good.
class Watch {
 public:
  Watch(const WatchOptions& options, const EndSignals& signals)
      : options_(options), signals_(signals) {}

  // Ends early, and prints nothing more, where a signal has come.
  void replay() {
    const Clock::time_point start = Clock::now();
    Session session = engine_.open({options_.transport});
    Terminal& output = Terminal::output();
    if (options_.output == ResultOutput::Text && output.is_terminal()) {
      // ECMA-48: home, erase the screen and what has scrolled away.
      output.write("\033[H\033[2J\033[3J");
      output.flush();
    }
    LoadReport report = options_.output == ResultOutput::Text
                            ? load(session, sources_of(options_.inputs))
                            : session.load(sources_of(options_.inputs));
    if (!report.loaded) {
      tell_failure(report.diagnostics);
      return;
    }
    std::vector<NarrationLine> tables;
    Narrator keep_tables;
    if (options_.output == ResultOutput::Text) {
      keep_tables = [&tables](const NarrationLine& line) {
        if (is_result(line.kind)) tables.push_back(line);
      };
    }
    std::vector<Diagnostic> warnings = std::move(report.diagnostics);
    const std::vector<Event> events = session.scenario();
    for (std::size_t i = 0; i < events.size(); ++i) {
      if (signals_.came()) return;
      // The tables after the last event are the result; telling the steps of all others takes time.
      const bool is_last = i + 1 == events.size();
      Outcome outcome = session.replay(events[i], is_last ? keep_tables : Narrator());
      if (options_.output == ResultOutput::Text) {
        for (const Diagnostic& warning : outcome.warnings) print(warning);
      }
      std::move(outcome.warnings.begin(), outcome.warnings.end(), std::back_inserter(warnings));
    }
    WorldState now = state_of(session);
    const std::optional<WorldChanges> changes =
        before_ ? std::optional(changes_between(*before_, now)) : std::nullopt;
    const std::chrono::duration<double, std::milli> taken = Clock::now() - start;
    if (options_.output == ResultOutput::Json) {
      output.write(to_json(now, changes, warnings, taken.count()) + "\n");
    } else {
      for (const NarrationLine& line : tables) print(output, line);
      if (!tables.empty()) output.write("\n");
      if (changes) print_changes(output, *changes);
      output.write(counted(events.size(), "event") + " in " + fixed(taken.count()) + " ms\n",
                   Colour::Dim);
    }
    output.flush();
    before_ = std::move(now);
  }

 private:
  void tell_failure(const std::vector<Diagnostic>& diagnostics) const {
    if (options_.output == ResultOutput::Json) {
      Terminal::output().write(to_json(diagnostics) + "\n");
      Terminal::output().flush();
      return;
    }
    const auto errors = std::count_if(
        diagnostics.begin(), diagnostics.end(),
        [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::Error; });
    Terminal::error().write(counted(static_cast<std::size_t>(errors), "error") +
                            (before_ ? "; the last good result stays what is compared with\n"
                                     : "; waiting for the next save\n"));
    Terminal::error().flush();
  }

  const WatchOptions& options_;
  const EndSignals& signals_;
  Engine engine_;
  std::optional<WorldState> before_;
};

std::vector<std::string> names_of(const Inputs& inputs) {
  std::vector<std::string> names = inputs.descriptions;
  names.insert(names.end(), inputs.taxonomy.begin(), inputs.taxonomy.end());
  names.insert(names.end(), inputs.units.begin(), inputs.units.end());
  return names;
}

}  // namespace

ExitCode watch(const WatchOptions& options) {
  const EndSignals signals;
  FileWatcher watcher(names_of(options.inputs), signals.descriptor());
  Watch watch(options, signals);
  do {
    watcher.arm();
    watch.replay();
  } while (watcher.wait() == FileWatcher::News::Saved);
  return ExitCode::Done;
}

}  // namespace ddb::match

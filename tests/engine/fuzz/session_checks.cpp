// SPDX-License-Identifier: Apache-2.0
#include "session_checks.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <tuple>
#include <utility>
#include <variant>

#include "features.hpp"
#include "follower.hpp"
#include "utf8.hpp"

namespace fuzz {

namespace {

// More events and outlets than this show nothing new and take long.
constexpr std::size_t kMostEvents = 40;
constexpr std::size_t kMostExplained = 4;

constexpr std::array kEventNames = {"system_connect",    "system_disconnect", "device_connect",
                                    "device_disconnect", "requester_create",  "requester_cancel"};

std::vector<std::string_view> lines_of(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::vector<std::string_view> lines;
  for (std::size_t end = 0; (end = text.find('\n')) != std::string_view::npos;) {
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  lines.push_back(text);
  return lines;
}

// Bytes that are no UTF-8 count one column each; the engine stops at the first.
std::size_t columns(std::string_view line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

void check_place(const ddb::Diagnostic& diagnostic, const std::vector<GivenSource>& sources) {
  const auto source = std::find_if(sources.begin(), sources.end(), [&](const GivenSource& each) {
    return each.name == diagnostic.file;
  });
  require(source != sources.end(), "a diagnostic names no source: " + diagnostic.str());
  const std::vector<std::string_view> lines = lines_of(source->text);
  require(diagnostic.line >= 1 && static_cast<std::size_t>(diagnostic.line) <= lines.size(),
          "a diagnostic is at no line: " + diagnostic.str());
  const std::string_view line = lines[static_cast<std::size_t>(diagnostic.line) - 1];
  require(
      diagnostic.column >= 1 && static_cast<std::size_t>(diagnostic.column) <= columns(line) + 1,
      "a diagnostic is at no column: " + diagnostic.str());
}

void check_utf8(const std::string& text) {
  require(is_utf8(text), "a text of the engine is not UTF-8");
}

void check_order(const std::vector<ddb::Diagnostic>& diagnostics,
                 const std::vector<GivenSource>& sources) {
  const auto key = [&](const ddb::Diagnostic& diagnostic) {
    const auto at = std::find_if(sources.begin(), sources.end(), [&](const GivenSource& source) {
      return source.name == diagnostic.file;
    });
    return std::tuple(at - sources.begin(), diagnostic.line);
  };
  require(std::is_sorted(diagnostics.begin(), diagnostics.end(),
                         [&](const auto& a, const auto& b) { return key(a) < key(b); }),
          "diagnostics are not in the order of sources and lines");
}

void look_at(const View& view) {
  saw_amount("transactions", view.transactions.size());
  saw_amount("units", view.units.size());
  saw_amount("states", view.states.size());
  saw_amount("code interfaces", view.code_interfaces.size());
  saw_amount("data interfaces", view.data_interfaces.size());
  for (const ddb::OutletState& outlet : view.outlets) {
    saw("status", std::string(1, static_cast<char>('a' + static_cast<int>(outlet.status))));
  }
}

// Which kind of line follows which: the way through the match process.
class Watcher {
 public:
  void operator()(const ddb::NarrationLine& line) {
    check_utf8(line.text);
    require(line.depth >= 0, "a line of the transcript is indented to the left");
    require(is_one_line(line.text), "a line of the transcript is two");
    const char kind = static_cast<char>('A' + static_cast<int>(line.kind));
    saw("narration", std::string{before_, kind});
    before_ = kind;
  }

 private:
  char before_ = '@';
};

void check_specs(const ddb::Session& session, const std::vector<ddb::Event>& events) {
  std::vector<ddb::DeviceSpecName> specs;
  for (const ddb::Event& event : events) {
    const auto* const connect = std::get_if<ddb::DeviceConnect>(&event);
    if (connect == nullptr || specs.size() == 2) continue;
    if (specs.empty() || specs.front() != connect->spec) specs.push_back(connect->spec);
  }
  if (specs.empty()) return;
  allows_limits([&] {
    require(session.equal(specs.front(), specs.front()).equivalent,
            "a device spec is not equal to itself");
    const ddb::SpecEquivalence found = session.equal(specs.front(), specs.back());
    if (found.difference) {
      saw("difference",
          std::string(1, static_cast<char>('a' + static_cast<int>(found.difference->kind))));
    }
    const ddb::SpecEquivalence back = session.equal(specs.back(), specs.front());
    require(found.equivalent == back.equivalent, "equivalence is not symmetric");
    saw_amount("elements", session.compare(specs).size());
  });
}

void check_explanations(const ddb::Session& session, const View& before) {
  std::size_t explained = 0;
  for (const ddb::OutletState& outlet : before.outlets) {
    if (++explained > kMostExplained) break;
    allows_limits([&] {
      const ddb::Explanation explanation = session.explain(outlet.requester, outlet.outlet);
      for (const ddb::AlternativeExplanation& alternative : explanation.alternatives) {
        saw("verdict", ddb::verdict_text(alternative.verdict));
        for (const ddb::RequestExplanation& request : alternative.requests) {
          for (const ddb::GroupExplanation& group : request.groups) {
            for (const ddb::Change& change : group.changes) {
              saw("cause", std::string(1, static_cast<char>('a' + static_cast<int>(change.cause))));
            }
          }
        }
      }
      require(outlet.status != ddb::OutletStatus::Threshold ||
                  explanation.verdict == ddb::Verdict::Active,
              "an outlet that has its best alternative is not explained as active");
    });
  }
  require(View(session) == before, "an explanation has changed the session");
}

}  // namespace

void require(bool condition, std::string_view sentence) {
  if (condition) return;
  std::fprintf(stderr, "fuzz: %.*s\n", static_cast<int>(sentence.size()), sentence.data());
  std::abort();
}

View::View(const ddb::Session& session)
    : scenario(session.scenario()),
      transactions(session.transactions()),
      outlets(session.outlets()),
      units(session.registration_units()),
      states(session.states()),
      code_interfaces(session.code_interfaces()),
      data_interfaces(session.data_interfaces()) {}

void check_diagnostics(const std::vector<ddb::Diagnostic>& diagnostics,
                       const std::vector<GivenSource>& sources) {
  for (const ddb::Diagnostic& diagnostic : diagnostics) {
    check_utf8(diagnostic.file);
    check_utf8(diagnostic.term_path);
    check_utf8(diagnostic.sentence);
    require(!diagnostic.sentence.empty(), "a diagnostic says nothing");
    require(is_one_line(diagnostic.sentence) && is_one_line(diagnostic.term_path),
            "a diagnostic takes two lines");
    check_place(diagnostic, sources);
    const bool is_error = diagnostic.severity == ddb::Severity::Error;
    saw(is_error ? "error" : "warning", diagnostic.sentence);
  }
}

void check_lists(const View& view) {
  std::set<std::tuple<ddb::RequesterName, ddb::OutletName, ddb::AlternativeName>> active;
  std::set<std::tuple<ddb::RequesterName, ddb::OutletName>> outlets;
  for (const ddb::OutletState& outlet : view.outlets) {
    require(outlets.emplace(outlet.requester, outlet.outlet).second, "an outlet stands twice");
    require(outlet.active.has_value() == (outlet.status != ddb::OutletStatus::Inactive),
            "the status of an outlet is not that of its alternative");
    if (outlet.active) active.emplace(outlet.requester, outlet.outlet, *outlet.active);
  }
  for (const ddb::Transaction& each : view.transactions) {
    require(active.count({each.requester, each.outlet, each.alternative}) == 1,
            "something is bound for an alternative that is not active");
  }
  std::set<std::tuple<ddb::DeviceName, ddb::UnitName>> units;
  for (const ddb::RegistrationUnit& unit : view.units) {
    require(units.emplace(unit.device, unit.unit).second, "a registration unit stands twice");
  }
  std::set<std::tuple<ddb::DeviceName, ddb::StateName>> states;
  for (const ddb::DeviceState& state : view.states) {
    require(states.emplace(state.device, state.state).second, "a state stands twice");
    require(!state.value.str().empty(), "a state has no value");
  }
}

bool load_and_check(ddb::Session& session, const std::vector<GivenSource>& sources,
                    const std::vector<GivenSource>& earlier) {
  std::vector<ddb::Source> given;
  given.reserve(sources.size());
  for (const GivenSource& source : sources) given.push_back(source_of(source));
  const View before(session);
  const ddb::LoadReport report = session.load(given);
  std::vector<GivenSource> known = earlier;
  known.insert(known.end(), sources.begin(), sources.end());
  check_diagnostics(report.diagnostics, known);
  check_order(report.diagnostics, known);
  require(report.loaded == std::none_of(report.diagnostics.begin(), report.diagnostics.end(),
                                        [](const ddb::Diagnostic& diagnostic) {
                                          return diagnostic.severity == ddb::Severity::Error;
                                        }),
          "a load is done exactly if it has no error");
  if (!report.loaded) require(View(session) == before, "a load that fails has changed the session");
  return report.loaded;
}

View replay_and_check(ddb::Session& session, const std::vector<GivenSource>& sources) {
  check_diagnostics(session.check(), sources);
  const std::vector<ddb::Event> events = session.scenario();
  check_specs(session, events);
  saw_amount("events", events.size());
  Watcher watcher;
  View view(session);
  Follower follower(view, 0);
  std::size_t replayed = 0;
  for (const ddb::Event& event : events) {
    if (++replayed > kMostEvents) break;
    saw("event", kEventNames.at(event.index()));
    const bool done = allows_limits([&] {
      const ddb::Outcome outcome = session.replay(event, [&](const auto& line) { watcher(line); });
      check_diagnostics(outcome.warnings, sources);
      for (const ddb::OutletChange& change : outcome.changes) follower.take(change);
    });
    View after(session);
    require(done || after == view, "an event that was too large has changed the session");
    if (!done) return after;
    follower.compare(after);
    check_lists(after);
    look_at(after);
    view = std::move(after);
  }
  check_explanations(session, view);
  return view;
}

void cancel_all(ddb::Session& session) {
  std::set<ddb::RequesterName> requesters;
  for (const ddb::OutletState& outlet : session.outlets()) requesters.insert(outlet.requester);
  for (const ddb::RequesterName& requester : requesters) {
    if (!allows_limits([&] { session.replay(ddb::RequesterCancel{requester}); })) return;
  }
  const View view(session);
  require(view.outlets.empty() && view.transactions.empty(),
          "something is bound for requesters that are gone");
  require(std::all_of(view.units.begin(), view.units.end(),
                      [](const ddb::RegistrationUnit& unit) { return unit.available; }),
          "a registration unit is taken by nobody");
}

}  // namespace fuzz

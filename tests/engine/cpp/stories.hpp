// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_STORIES_HPP
#define DDB_TESTS_STORIES_HPP

#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "world.hpp"

/// Random events, the same for the same seed.
namespace stories {

/// Two kinds of converters, with conditions and adjustments, and a requester that would rather have
/// two of them than one.
inline const char* const kDescriptions = R"(
device(counter, "counts its users").
registration_unit(counter, left).
registration_unit(counter, right).
code_interface(counter, configure, [set_sample_rate]).
state(counter, rate, 44.1*kilohertz).
state(counter, users, 0).
device_group(counter, in, [
    task_element(one, [
        code_interface(configure),
        task([
            registration_unit(left), state_adjust(count), match_condition(not_too_many),
            function([direction(analog_to_digital),
                      sampling_rate([32, 44.1, 48]*kilohertz, state(rate))])
        ])
    ])
]).
device_group(counter, again, [
    task_element(two, [
        task([
            registration_unit(right), state_adjust(count),
            function([direction(analog_to_digital), sampling_rate(96*kilohertz, state(rate))])
        ])
    ])
]).
state_adjust(counter, count, users, apply, Old, New) :- plus_step(Old, 1, New).
state_adjust(counter, count, users, remove, Old, New) :- plus_step(Old, -1, New).
plus_step(Old, Step, New) :- New is Old + Step.
match_condition(counter, not_too_many, _) :- current_state(users, N), N < 2.

requester(both, "would rather have two").
outlet(both, main, [two-20, one-10]).
outlet(both, spare, [one-5]).
composite_request(both, two, [first, second]).
composite_request(both, one, [first]).
request(both, first, [slow]).
request(both, second, [fast]).
request_group(both, slow, taskflow, accept(3), [
    task_element([
        code_interface(adjust),
        task([function([direction(analog_to_digital, weight(2)),
                        sampling_rate(48*kilohertz, weight(1.5), data_interface(settings))])])
    ])
]).
request_group(both, fast, taskflow, accept(3), [
    task_element([
        task([function([direction(analog_to_digital, weight(2)),
                        sampling_rate(at_least(50*kilohertz), weight(1.5))])])
    ])
]).
)";

inline void load(ddb::Session& session) {
  const ddb::LoadReport report =
      session.load({ddb::Source::text(ddb::SourceName("world.pl"), world::kDevice),
                    ddb::Source::text(ddb::SourceName("more.pl"), kDescriptions)});
  for (const ddb::Diagnostic& diagnostic : report.diagnostics) {
    if (!report.loaded) throw std::logic_error(diagnostic.str());
  }
}

/// "d1" of "d" and 1. (With operator+, GCC 12 warns of its own std::string: GCC bug 105651.)
inline std::string numbered(const char* name, std::size_t number) {
  return std::string(name).append(std::to_string(number));
}

/// What a callback throws in a story.
struct Enough : std::runtime_error {
  Enough() : std::runtime_error("enough") {}
};

/// Some event, possible or not: the names are few, so that they are used again.
class Events {
 public:
  explicit Events(unsigned seed) : random_(seed) {}

  std::size_t number(std::size_t below) { return random_() % below; }

  ddb::Event next() {
    const ddb::SystemName system(numbered("s", number(3)));
    const ddb::DeviceName device(numbered("d", number(6)));
    const ddb::RequesterName requester(numbered("r", number(5)));
    switch (number(12)) {
      case 0:
        return ddb::SystemDisconnect{system};
      case 1:
      case 2:
        return ddb::SystemConnect{system};
      case 3:
      case 4:
        return ddb::DeviceDisconnect{device};
      case 5:
      case 6:
        return ddb::RequesterCancel{requester};
      case 7:
      case 8:
        return ddb::RequesterCreate{system, requester, ddb::RequesterSpecName("both")};
      default:
        return ddb::DeviceConnect{system, device,
                                  ddb::DeviceSpecName(number(2) == 0 ? "counter" : "converter")};
    }
  }

 private:
  std::mt19937 random_;  // The same numbers everywhere, unlike the distributions.
};

/// What one event brings, as text.
inline std::string told(ddb::Session& session, const ddb::Event& event, bool with_callback,
                        bool throwing) {
  try {
    std::size_t lines = 0;
    const ddb::Narrator narrator = [&](const ddb::NarrationLine&) {
      if (throwing) throw Enough();
      ++lines;
    };
    const ddb::Outcome outcome =
        with_callback ? session.replay(event, narrator) : session.replay(event);
    std::string text = std::to_string(outcome.changes.size()) + " changes, " +
                       std::to_string(outcome.warnings.size()) + " warnings, " +
                       std::to_string(lines) + " lines\n";
    for (const ddb::OutletChange& change : outcome.changes) text += change.reason + "\n";
    return text;
  } catch (const ddb::Error& error) {
    return std::string(error.what()) + "\n";
  } catch (const Enough&) {
    return "a callback threw\n";
  }
}

/// Opens a session, lets so many events happen, closes it: all that it told.
inline std::string told(unsigned seed, int events) {
  ddb::Session session =
      world::session(seed % 2 == 0 ? ddb::Transport::Shared : ddb::Transport::WholeDevice);
  load(session);
  Events source(seed);
  std::string text;
  for (int i = 0; i < events; ++i) {
    const ddb::Event event = source.next();
    const std::size_t dice = source.number(8);
    text += told(session, event, dice < 2, dice == 0);
    if (dice == 7) {
      for (const ddb::OutletState& outlet : session.outlets()) {
        text += ddb::verdict_text(session.explain(outlet.requester, outlet.outlet).verdict);
      }
    }
  }
  return text + session.snapshot();
}

}  // namespace stories

#endif  // DDB_TESTS_STORIES_HPP

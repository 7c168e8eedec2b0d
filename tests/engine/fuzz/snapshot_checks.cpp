// SPDX-License-Identifier: Apache-2.0
#include "snapshot_checks.hpp"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "features.hpp"
#include "follower.hpp"
#include "session_checks.hpp"
#include "utf8.hpp"

namespace fuzz {

namespace {

constexpr std::size_t kMostEvents = 10;

// What came of an event.
struct Happened {
  ddb::Outcome outcome;
  std::vector<ddb::NarrationLine> lines;
  std::optional<ddb::ErrorCode> failure;

  friend bool operator==(const Happened&, const Happened&) = default;
};

Happened happen(ddb::Session& session, const ddb::Event& event) {
  Happened happened;
  try {
    happened.outcome = session.replay(
        event, [&](const ddb::NarrationLine& line) { happened.lines.push_back(line); });
  } catch (const ddb::Error& error) {
    require(error.code() == ddb::ErrorCode::Resource || error.code() == ddb::ErrorCode::Conflict,
            error.what());
    happened.failure = error.code();
  }
  return happened;
}

// What was to happen; then the first device goes, and all requesters.
std::vector<ddb::Event> events_of(const View& view) {
  std::vector<ddb::Event> events = view.scenario;
  if (events.size() > kMostEvents) events.resize(kMostEvents);
  if (!view.units.empty()) events.emplace_back(ddb::DeviceDisconnect{view.units.front().device});
  if (!view.states.empty()) events.emplace_back(ddb::DeviceDisconnect{view.states.back().device});
  for (const ddb::OutletState& outlet : view.outlets) {
    events.emplace_back(ddb::RequesterCancel{outlet.requester});
  }
  return events;
}

std::uint64_t changes_before(const std::string& snapshot) {
  constexpr std::string_view kKey = "\n\"outlet_changes\": ";
  const std::size_t at = snapshot.find(kKey);
  require(at != std::string::npos, "a snapshot does not tell how many changes there were");
  std::uint64_t changes = 0;
  const char* const end = snapshot.data() + snapshot.size();
  const auto read = std::from_chars(snapshot.data() + at + kKey.size(), end, changes);
  require(read.ec == std::errc{}, "a number of changes does not fit into 64 bits");
  return changes;
}

}  // namespace

std::optional<ddb::Session> restored_and_checked(const ddb::Session& session) {
  std::optional<ddb::Session> restored;
  allows_limits([&] {
    const std::string snapshot = session.snapshot();
    require(is_utf8(snapshot), "a snapshot is not UTF-8");
    saw_amount("snapshot", snapshot.size());
    try {
      restored = ddb::Engine().restore(snapshot);
    } catch (const ddb::Error& error) {
      require(error.code() == ddb::ErrorCode::Resource,
              std::string("a snapshot is refused: ") + error.what() + "\n" + snapshot);
      throw;
    }
    require(restored->snapshot() == snapshot, "a restored session gives another snapshot");
    require(View(*restored) == View(session), "a restored session is not as it was");
  });
  return restored;
}

std::optional<ddb::Session> restored_from(std::string_view text) {
  try {
    return ddb::Engine().restore(text);
  } catch (const ddb::Error& error) {
    // Before the last colon stand places, whose names would make everything new.
    const std::string_view sentence = error.what();
    const std::size_t colon = sentence.rfind(": ");
    saw("refused", sentence.substr(colon == std::string_view::npos ? 0 : colon));
    require(is_utf8(error.what()), "an error is not UTF-8");
    if (error.code() == ddb::ErrorCode::Resource) return {};
    require(error.code() == ddb::ErrorCode::Invalid, error.what());
    require(error.where().has_value(), "a snapshot is refused, and no place is told");
    const ddb::SourcePosition& where = *error.where();
    check_diagnostics({{ddb::Severity::Error, where.file, where.line, where.column, "", "refused"}},
                      {{where.file, std::string(text)}});
    return {};
  }
}

void go_on_alike(ddb::Session& one, ddb::Session& other) {
  View view(one);
  Follower follower(view, changes_before(one.snapshot()));
  for (const ddb::Event& event : events_of(view)) {
    const Happened happened = happen(one, event);
    require(happened == happen(other, event), "an event goes another way in a restored session");
    for (const ddb::OutletChange& change : happened.outcome.changes) follower.take(change);
    View after(one);
    require(!happened.failure || after == view, "an event that failed has changed the session");
    follower.compare(after);
    check_lists(after);
    view = std::move(after);
  }
  require(View(one) == View(other), "a restored session has become another one");
  require(one.snapshot() == other.snapshot(),
          "a restored session gives another snapshot in the end");
  cancel_all(one);
}

}  // namespace fuzz

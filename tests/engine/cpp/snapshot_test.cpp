// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <utility>

#include "world.hpp"

namespace {

ddb::Error invalid(const std::string& text) {
  try {
    const ddb::Session session = ddb::Engine().restore(text);
  } catch (const ddb::Error& error) {
    INFO(error.what());
    CHECK(error.code() == ddb::ErrorCode::Invalid);
    REQUIRE(error.where());
    CHECK(error.where()->file == "snapshot");
    CHECK(error.where()->line > 0);
    CHECK(error.where()->column > 0);
    return error;
  }
  FAIL("no ddb::Error was thrown");
  return {ddb::ErrorCode::Internal, ""};
}

void check_equal(const ddb::Session& one, const ddb::Session& other) {
  CHECK(one.scenario() == other.scenario());
  CHECK(one.transactions() == other.transactions());
  CHECK(one.outlets() == other.outlets());
  CHECK(one.registration_units() == other.registration_units());
  CHECK(one.states() == other.states());
  CHECK(one.code_interfaces() == other.code_interfaces());
  CHECK(one.data_interfaces() == other.data_interfaces());
  CHECK(one.snapshot() == other.snapshot());
}

std::vector<ddb::NarrationLine> told(ddb::Session& session, const ddb::Event& event) {
  std::vector<ddb::NarrationLine> lines;
  session.replay(event, [&](const ddb::NarrationLine& line) { lines.push_back(line); });
  return lines;
}

std::string replaced(std::string text, const std::string& before, const std::string& after) {
  const std::size_t at = text.find(before);
  REQUIRE(at != std::string::npos);
  return text.replace(at, before.size(), after);
}

}  // namespace

TEST_CASE("a session is restored after each event", "[snapshot]") {
  ddb::Session session = world::session(ddb::Transport::WholeDevice);
  check_equal(ddb::Engine().restore(session.snapshot()), session);
  REQUIRE(world::load(session).loaded);
  while (!session.scenario().empty()) {
    const ddb::Event event = session.scenario().front();
    ddb::Session copy = ddb::Engine().restore(session.snapshot());
    check_equal(copy, session);
    CHECK(told(copy, event) == told(session, event));
    check_equal(copy, session);
  }
}

TEST_CASE("numbers of outlet changes go on", "[snapshot]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  session.replay(world::kConnect);
  REQUIRE(session.replay(world::kCreate).changes.back().number == 2);
  ddb::Session copy = ddb::Engine().restore(session.snapshot());
  const auto changes = copy.replay(ddb::DeviceDisconnect{ddb::DeviceName("c1")}).changes;
  REQUIRE(changes.size() == 1);
  CHECK(changes.front().number == 3);
  CHECK(changes.front().kind == ddb::OutletChangeKind::Lost);
}

TEST_CASE("a snapshot outlives its session, and a restored one is its own", "[snapshot]") {
  std::string text;
  std::thread([&] {
    ddb::Session session = world::session();
    REQUIRE(world::load(session).loaded);
    session.replay(world::kConnect);
    text = session.snapshot();
  }).join();
  ddb::Session one = ddb::Engine().restore(text);
  const ddb::Session two = ddb::Engine().restore(text);
  one.replay(world::kCreate);
  CHECK(one.transactions().size() == 1);
  CHECK(two.transactions().empty());
  CHECK(two.snapshot() == text);
}

TEST_CASE("a moved-from session has no snapshot", "[snapshot]") {
  ddb::Session session = world::session();
  const ddb::Session other = std::move(session);
  // What it does is what is asked here.
  // NOLINTNEXTLINE(bugprone-use-after-move, clang-analyzer-cplusplus.Move)
  CHECK_THROWS_AS(session.snapshot(), ddb::Error);
}

TEST_CASE("what is no snapshot is refused with its place", "[snapshot]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  session.replay(world::kConnect);
  session.replay(world::kCreate);
  const std::string text = session.snapshot();

  invalid("");
  invalid("{}");
  invalid("null");
  invalid("\xEF\xBB\xBF" + text);
  invalid(text + "x");
  invalid(std::string(100'000, '['));
  const ddb::Error encoding = invalid(replaced(text, "\"c1\"", "\"c\xFF\""));
  CHECK_THAT(encoding.what(), Catch::Contains("UTF-8"));
  CHECK(encoding.where()->line > 1);
  const ddb::Error device =
      invalid(replaced(text, R"("spec": "converter")", R"("spec": "konverter")"));
  CHECK_THAT(device.what(),
             Catch::Contains("devices[0].spec: ") && Catch::Contains("did you mean `converter`?"));
  for (std::size_t length = 0; length + 2 < text.size(); length += 97) {
    invalid(text.substr(0, length));
  }
  check_equal(ddb::Engine().restore(text), session);
}

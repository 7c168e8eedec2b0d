// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "world.hpp"

namespace {

using ddb::OutletChangeKind;

// The text with one part of it replaced.
std::string with(std::string text, std::string_view before, std::string_view after) {
  const std::size_t at = text.find(before);
  REQUIRE(at != std::string::npos);
  return text.replace(at, before.size(), after);
}

ddb::LoadReport replace(ddb::Session& session, std::string text) {
  return session.replace({ddb::Source::text(ddb::SourceName("new.pl"), std::move(text))});
}

ddb::Session matched() {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  session.replay(world::kConnect);
  session.replay(world::kCreate);
  REQUIRE(session.transactions().size() == 1);
  return session;
}

auto state_of(const ddb::Session& session) {
  return std::tuple(session.transactions(), session.outlets(), session.registration_units(),
                    session.states(), session.code_interfaces(), session.data_interfaces(),
                    session.scenario());
}

}  // namespace

TEST_CASE("the same text again changes nothing", "[replacement]") {
  ddb::Session session = matched();
  const auto before = state_of(session);
  const ddb::LoadReport report =
      session.replace({ddb::Source::text(ddb::SourceName("device.pl"), world::kDevice),
                       ddb::Source::text(ddb::SourceName("other.pl"), world::kRequester)});
  CHECK(report.loaded);
  CHECK(report.diagnostics.empty());
  CHECK(report.changes.empty());
  CHECK(state_of(session) == before);
}

TEST_CASE("a match that holds stays", "[replacement]") {
  ddb::Session session = matched();
  const auto before = state_of(session);
  const ddb::LoadReport report =
      replace(session, with(world::kDevice, "[32, 44.1, 48]", "[32, 44.1, 48, 96]"));
  CHECK(report.loaded);
  CHECK(report.changes.empty());
  CHECK(state_of(session) == before);
}

TEST_CASE("a match that does not hold is lost, and what is possible is matched", "[replacement]") {
  ddb::Session session = matched();
  const std::vector<ddb::Transaction> had = session.transactions();
  const ddb::LoadReport lost =
      replace(session, with(world::kDevice, "[32, 44.1, 48]", "[32, 44.1]"));
  CHECK(lost.loaded);
  REQUIRE(lost.changes.size() == 1);
  CHECK(lost.changes[0].kind == OutletChangeKind::Lost);
  CHECK(lost.changes[0].number == 3);
  CHECK(lost.changes[0].lost == had);
  CHECK(lost.changes[0].reason ==
        "spec converter was replaced; request group signal is not accepted any more");
  CHECK(session.transactions().empty());
  CHECK(session.registration_units().front().available);

  const ddb::LoadReport back = replace(session, world::kDevice);
  REQUIRE(back.changes.size() == 1);
  CHECK(back.changes[0].kind == OutletChangeKind::Matched);
  CHECK(back.changes[0].number == 4);
  CHECK(back.changes[0].transactions == had);
  CHECK(session.transactions() == had);
}

TEST_CASE("factors and status follow the new spec", "[replacement]") {
  ddb::Session session = matched();
  const ddb::LoadReport report =
      replace(session, with(world::kRequester, "weight(1.5)", "weight(2.5)"));
  REQUIRE(report.changes.size() == 1);
  const ddb::OutletChange& change = report.changes[0];
  CHECK(change.kind == OutletChangeKind::Updated);
  CHECK(ddb::outlet_change_text(change.kind) == std::string("updated"));
  CHECK(change.before == ddb::AlternativeName("good"));
  CHECK(change.active == ddb::AlternativeName("good"));
  REQUIRE(change.lost.size() == 1);
  CHECK(change.lost[0].match_factor == ddb::Rational(7, 2));
  REQUIRE(change.transactions.size() == 1);
  CHECK(change.transactions[0].match_factor == ddb::Rational(9, 2));
  CHECK(change.transactions == session.transactions());
  CHECK(change.reason == "spec recorder was replaced");
}

TEST_CASE("a replacement with an error changes nothing", "[replacement]") {
  ddb::Session session = matched();
  const auto before = state_of(session);
  const ddb::LoadReport report =
      session.replace({ddb::Source::text(ddb::SourceName("device.pl"),
                                         with(world::kDevice, "[32, 44.1, 48]", "[32]")),
                       ddb::Source::text(ddb::SourceName("wrong.pl"), "device(d, 1)."),
                       ddb::Source::file("/nonexistent/file.pl")});
  CHECK_FALSE(report.loaded);
  CHECK(report.changes.empty());
  CHECK(report.diagnostics.size() >= 2);
  CHECK(state_of(session) == before);

  const ddb::LoadReport kind = replace(session, "requester(converter, \"another kind\").");
  CHECK_FALSE(kind.loaded);
  CHECK(state_of(session) == before);
}

TEST_CASE("a replacement is told like an event", "[replacement]") {
  ddb::Session session = matched();
  std::vector<std::string> lines;
  const ddb::LoadReport report =
      session.replace({ddb::Source::text(ddb::SourceName("new.pl"),
                                         with(world::kDevice, "[32, 44.1, 48]", "[48]"))},
                      [&](const ddb::NarrationLine& line) { lines.push_back(line.text); });
  CHECK(report.loaded);
  REQUIRE_FALSE(lines.empty());
  CHECK(lines.front() == "specs replaced: converter");
  CHECK(std::count(lines.begin(), lines.end(), "the match holds, and stays") == 1);
}

TEST_CASE("a replacement whose callback threw has taken place", "[replacement]") {
  ddb::Session session = matched();
  const ddb::Narrator thrower = [](const ddb::NarrationLine&) { throw std::domain_error("no"); };
  CHECK_THROWS_AS(
      session.replace({ddb::Source::text(ddb::SourceName("new.pl"),
                                         with(world::kDevice, "[32, 44.1, 48]", "[32]"))},
                      thrower),
      std::domain_error);
  CHECK(session.transactions().empty());
  CHECK(replace(session, world::kDevice).changes.size() == 1);
}

// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "world.hpp"

namespace {

const ddb::RequesterName kFirst("r1");
const ddb::RequesterName kSecond("r2");
const ddb::OutletName kMain("main");
const ddb::RequesterSpecName kRecorder("recorder");

ddb::Session loaded() {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  return session;
}

ddb::RequesterCreate arrival(const ddb::RequesterName& requester) {
  return {ddb::SystemName("blue"), requester, kRecorder};
}

}  // namespace

TEST_CASE("an outlet that waits for a unit learns who holds it", "[explanation]") {
  ddb::Session session = loaded();
  session.replay(world::kConnect);
  session.replay(arrival(kFirst));
  session.replay(arrival(kSecond));
  CHECK(session.explain(kFirst, kMain).verdict == ddb::Verdict::Active);

  const ddb::Explanation explanation = session.explain(kSecond, kMain);
  CHECK(explanation.verdict == ddb::Verdict::NotNow);
  REQUIRE(explanation.alternatives.size() == 1);
  REQUIRE(explanation.alternatives.front().requests.size() == 1);
  const ddb::RequestExplanation& request = explanation.alternatives.front().requests.front();
  CHECK(request.verdict == ddb::Verdict::NotNow);
  REQUIRE(request.groups.size() == 1);
  const ddb::GroupExplanation& group = request.groups.front();
  CHECK(group.device == ddb::DeviceName("c1"));
  CHECK(group.needed == ddb::Rational(3));
  REQUIRE(group.changes.size() == 1);
  CHECK(group.changes.front().cause == ddb::Cause::UnitTaken);
  CHECK(group.changes.front().name == "stream");
  REQUIRE(group.changes.front().holders.size() == 1);
  CHECK(group.changes.front().holders.front() == ddb::Holder{kFirst, kMain});

  // What is named helps: once the holder is gone, the match happens.
  session.replay(ddb::RequesterCancel{kFirst});
  CHECK(session.explain(kSecond, kMain).verdict == ddb::Verdict::Active);
}

TEST_CASE("what two groups of an alternative both need, and what no device can do",
          "[explanation]") {
  ddb::Session session = loaded();
  const std::string text = R"(
requester(pair, "two inputs, and one that cannot be had").
outlet(pair, main, [both-20, never-10]).
composite_request(pair, both, [inputs]).
composite_request(pair, never, [impossible]).
request(pair, inputs, [signal, signal]).
request(pair, impossible, [greedy]).
request_group(pair, signal, taskflow, accept(2), [
    task_element([task([function([direction(analog_to_digital, weight(2))])])])]).
request_group(pair, greedy, taskflow, accept(3), [
    task_element([task([function([direction(analog_to_digital, weight(2))])])])]).
)";
  REQUIRE(session.load({ddb::Source::text(ddb::SourceName("pair.pl"), text)}).loaded);
  session.replay(world::kConnect);
  session.replay(
      ddb::RequesterCreate{ddb::SystemName("blue"), kFirst, ddb::RequesterSpecName("pair")});
  const std::string before = session.snapshot();

  const ddb::Explanation explanation = session.explain(kFirst, kMain);
  CHECK(explanation.verdict == ddb::Verdict::Never);
  REQUIRE(explanation.alternatives.size() == 2);
  const auto& both = explanation.alternatives[0].requests.at(0).groups;
  REQUIRE(both.size() == 2);
  CHECK(both[0].changes.empty());
  CHECK_FALSE(both[0].beyond_reach);
  REQUIRE(both[1].changes.size() == 1);
  CHECK(both[1].changes[0].cause == ddb::Cause::UnitNeededTwice);
  CHECK(both[1].changes[0].path == "te/task");
  CHECK(both[1].changes[0].name == "stream");
  CHECK(both[1].changes[0].request_group == ddb::RequestGroupName("signal"));

  const ddb::GroupExplanation& greedy = explanation.alternatives[1].requests.at(0).groups.at(0);
  CHECK(greedy.beyond_reach);
  CHECK(greedy.changes.empty());
  CHECK(greedy.reached == ddb::Rational(2));
  CHECK(session.snapshot() == before);
}

TEST_CASE("a device that another system has imported is named with who uses it", "[explanation]") {
  ddb::Session session = world::session(ddb::Transport::WholeDevice);
  const std::string text = R"(
registration_unit(converter, other).
device_group(converter, out, [
    task_element(te_out, [
        registration_unit(other),
        task([function([direction(digital_to_analog)])])])]).
requester(player, "plays").
outlet(player, main, [good-10]).
composite_request(player, good, [output]).
request(player, output, [signal]).
request_group(player, signal, taskflow, accept(2), [
    task_element([task([function([direction(digital_to_analog, weight(2))])])])]).
)";
  REQUIRE(session
              .load({ddb::Source::text(ddb::SourceName("device.pl"), world::kDevice),
                     ddb::Source::text(ddb::SourceName("requester.pl"), world::kRequester),
                     ddb::Source::text(ddb::SourceName("player.pl"), text)})
              .loaded);
  session.replay(world::kConnect);
  session.replay(arrival(kFirst));
  session.replay(
      ddb::RequesterCreate{ddb::SystemName("green"), kSecond, ddb::RequesterSpecName("player")});
  const std::string before = session.snapshot();

  const ddb::Explanation explanation = session.explain(kSecond, kMain);
  CHECK(explanation.verdict == ddb::Verdict::NotNow);
  const ddb::GroupExplanation& group = explanation.alternatives.at(0).requests.at(0).groups.at(0);
  REQUIRE(group.changes.size() == 1);
  CHECK(group.changes[0].cause == ddb::Cause::DeviceTaken);
  CHECK(group.changes[0].path.empty());
  CHECK(group.changes[0].holders == std::vector<ddb::Holder>{{kFirst, kMain}});
  CHECK(session.snapshot() == before);

  session.replay(ddb::RequesterCancel{kFirst});
  CHECK(session.explain(kSecond, kMain).verdict == ddb::Verdict::Active);
}

TEST_CASE("without a device nothing can ever be satisfied", "[explanation]") {
  ddb::Session session = loaded();
  session.replay(arrival(kFirst));
  const ddb::Explanation explanation = session.explain(kFirst, kMain);
  CHECK(explanation.verdict == ddb::Verdict::Never);
  REQUIRE(explanation.alternatives.size() == 1);
  CHECK_FALSE(explanation.alternatives.front().requests.front().groups.front().device);
}

TEST_CASE("explain refuses names that are not there", "[explanation]") {
  ddb::Session session = loaded();
  session.replay(arrival(kFirst));
  CHECK_THROWS_WITH(session.explain(kSecond, kMain), "unknown requester 'r2'; did you mean 'r1'?");
  ddb::ExplainOptions options;
  options.device = ddb::DeviceName("c9");
  CHECK_THROWS_AS(session.explain(kFirst, kMain, options), ddb::Error);
}

TEST_CASE("verdicts are said in words", "[explanation]") {
  CHECK(std::string(ddb::verdict_text(ddb::Verdict::NotAllowed)) == "not allowed");
  CHECK(std::string(ddb::verdict_text(ddb::Verdict::Never)) == "never");
  CHECK(ddb::Verdict::Possible < ddb::Verdict::NotNow);
}

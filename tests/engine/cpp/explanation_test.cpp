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

// SPDX-License-Identifier: Apache-2.0
#include "ddb/json.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "world.hpp"

using ddb::Diagnostic;
using ddb::Source;
using ddb::SourceFormat;
using ddb::SourceName;

namespace {

const std::string kLine =
    R"({"event": {"type": "device_connect", "system": "red", "device": "d_1", "spec": "d"}, )"
    R"("transactions": [{"requester": "r_1", "outlet": "o", "alternative": "a", "request": "q", )"
    R"("request_group": "g", "device": "d_1", "device_group": "dg", "match_factor": 2.5}], )"
    R"("outlets": [{"requester": "r_1", "outlet": "o", "active": "a", "status": "partial"}, )"
    R"({"requester": "r_1", "outlet": "p", "active": null, "status": "inactive"}], )"
    R"("registration_units": [{"device": "d_1", "unit": "u", "available": false}], )"
    R"("states": [{"device": "d_1", "state": "s", "value": "44.1*kilohertz"}]})";

std::string replaced(const std::string& what, const std::string& by) {
  std::string text = kLine;
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

ddb::Error refused(const std::string& text) {
  try {
    static_cast<void>(ddb::result_from_json(text));
  } catch (const ddb::Error& error) {
    return error;
  }
  FAIL("taken as a result: " << text);
  throw std::logic_error("FAIL returns");
}

std::vector<std::string> sentences(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> lines;
  lines.reserve(diagnostics.size());
  for (const Diagnostic& diagnostic : diagnostics) lines.push_back(diagnostic.str());
  return lines;
}

}  // namespace

TEST_CASE("a result is read field by field", "[json]") {
  const ddb::Result result = ddb::result_from_json(kLine);
  CHECK(result.event ==
        ddb::Event(ddb::DeviceConnect{ddb::SystemName("red"), ddb::DeviceName("d_1"),
                                      ddb::DeviceSpecName("d")}));
  REQUIRE(result.transactions.size() == 1);
  CHECK(result.transactions[0].device_group == ddb::DeviceGroupName("dg"));
  CHECK(result.transactions[0].match_factor == ddb::Rational(5, 2));
  REQUIRE(result.outlets.size() == 2);
  CHECK(result.outlets[0].active == ddb::AlternativeName("a"));
  CHECK(result.outlets[0].status == ddb::OutletStatus::Partial);
  CHECK(result.outlets[1].active == std::nullopt);
  REQUIRE(result.registration_units.size() == 1);
  CHECK_FALSE(result.registration_units[0].available);
  REQUIRE(result.states.size() == 1);
  CHECK(result.states[0].value == "44.1*kilohertz");
  CHECK(ddb::to_json(result) == kLine);
}

TEST_CASE("a result may be laid out in any way, and its keys in any order", "[json]") {
  const ddb::Result result = ddb::result_from_json(
      "\n{\"states\":[],\t\"registration_units\" : [ ],\r\n\"outlets\":[],\"transactions\":[],"
      "\"event\":{\"requester\":\"\\u0072\\ud83d\\ude00\\n\\\"\",\"type\":\"requester_cancel\"}} ");
  CHECK(result.event ==
        ddb::Event(ddb::RequesterCancel{ddb::RequesterName("r\xF0\x9F\x98\x80\n\"")}));
  CHECK(ddb::result_from_json(ddb::to_json(result)) == result);
}

TEST_CASE("all that ddb-match has printed is read, and written as it was", "[json]") {
  int lines = 0;
  for (const auto& golden :
       std::filesystem::directory_iterator(DDB_TOP "/tests/engine/match/golden")) {
    std::string arguments;
    std::getline(std::ifstream(golden.path() / "args"), arguments);
    if (!arguments.starts_with("run --json")) continue;
    std::ifstream output(golden.path() / "expected.out");
    for (std::string line; std::getline(output, line); ++lines) {
      CHECK(ddb::to_json(ddb::result_from_json(line)) == line);
    }
  }
  CHECK(lines > 10);
}

TEST_CASE("the result of a session comes back the same", "[json]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  for (const ddb::Event& event : session.scenario()) {
    static_cast<void>(session.replay(event));
    const ddb::Result result = ddb::get_result(event, session);
    CHECK(result.transactions == session.transactions());
    CHECK(result.outlets == session.outlets());
    CHECK(result.registration_units == session.registration_units());
    CHECK(result.states.size() == session.states().size());
    CHECK(ddb::result_from_json(ddb::to_json(result)) == result);
  }
}

TEST_CASE("a match factor that no decimal ends is the nearest number, and stays it", "[json]") {
  ddb::Result result = ddb::result_from_json(kLine);
  for (const ddb::Rational& factor :
       {ddb::Rational(1, 3), ddb::Rational(1, 3'000'000'000), ddb::Rational(200, 7),
        ddb::Rational::parse("1e300") / ddb::Rational(7),
        ddb::Rational::parse("1e-300") / ddb::Rational(7)}) {
    result.transactions[0].match_factor = factor;
    const std::string text = ddb::to_json(result);
    const ddb::Result back = ddb::result_from_json(text);
    CHECK(back.transactions[0].match_factor.to_double() == factor.to_double());
    CHECK(ddb::to_json(back) == text);
  }
}

TEST_CASE("what is no result says where and why", "[json]") {
  const auto [text, line, column, sentence] = GENERATE(table<std::string, int, int, std::string>({
      {"", 1, 1, "this is no JSON: expected a value; a number is written as in -12, 0.5 or 1e3"},
      {"[]", 1, 1, "expected an object"},
      {"{}", 1, 1, "the key \"event\" is missing"},
      {"{\"event\":\n {,", 2, 3, "this is no JSON: expected a key in double quotes"},
      {"{\"a\": 1, \"a\": 2}", 1, 10, "this is no JSON: this key stands twice in its object"},
      {"{\"a\" 1}", 1, 6, "this is no JSON: expected a colon between a key and its value"},
      {"[1 2]", 1, 4, "this is no JSON: expected a comma, or the end of this object or array"},
      {"[1] 2", 1, 5, "this is no JSON: the text goes on after the end of its value"},
      {"[\"\xC3\xA9", 1, 2, "this is no JSON: this quote is not closed"},
      {"[\"\xC3\xA9\t\"]", 1, 4,
       "this is no JSON: a control character stands in a text as an escape such as \\n"},
      {"[\"\\x\"]", 1, 3, "this is no JSON: unknown escape"},
      {"[\"\\ud800\"]", 1, 3, "this is no JSON: half of a character"},
      {"[\"\\udc00\"]", 1, 3, "this is no JSON: half of a character"},
      {"[nul]", 1, 2, "this is no JSON: expected a value"},
      {"[01]", 1, 3, "this is no JSON: expected a comma, or the end of this object or array"},
      {"[1.]", 1, 4,
       "this is no JSON: expected a value; a number is written as in -12, 0.5 or 1e3"},
      {"[\"\xFF\"]", 1, 3, "this byte is not UTF-8"},
      {std::string(101, '['), 1, 101, "this is no JSON: values are nested more than 100 deep here"},
  }));
  const ddb::Error error = refused(text);
  CHECK(error.code() == ddb::ErrorCode::Invalid);
  CHECK(error.what() == sentence);
  CHECK(error.where() == ddb::SourcePosition{"result", line, column});
}

TEST_CASE("what is in a wrong place of a result is named by it", "[json]") {
  const auto [what, by, sentence] = GENERATE(table<std::string, std::string, std::string>({
      {"device_connect", "eruption", "event.type: there is no event \"eruption\""},
      {"\"system\": \"red\", ", "", "event: the key \"system\" is missing"},
      {"\"system\": \"red\"", "\"system\": \"\"", "event.system: a name is not empty"},
      {"\"system\": \"red\"", "\"sistem\": 1, \"system\": \"red\"",
       "event: unknown key \"sistem\""},
      {"\"device\": \"d_1\", \"device_group\"", "\"device\": 7, \"device_group\"",
       "transactions[0].device: expected a string"},
      {"2.5", "\"2.5\"", "transactions[0].match_factor: expected a number"},
      {"\"partial\"", "\"maybe\"",
       "outlets[0].status: there is no status \"maybe\"; there are threshold, partial and "
       "inactive"},
      {"\"inactive\"", "\"threshold\"",
       "outlets[1].status: an outlet is inactive exactly if its active alternative is null"},
      {"\"partial\"", "\"inactive\"",
       "outlets[0].status: an outlet is inactive exactly if its active alternative is null"},
      {"false", "\"false\"", "registration_units[0].available: expected true or false"},
      {"\"states\": [", "\"states\": [[], ", "states[0]: expected an object"},
      {"\"44.1*kilohertz\"", "\"\"", "states[0].value: a value is not empty"},
      {"\"states\": [{", "\"states\": {\"a\": {",
       "this is no JSON: expected a comma, or the end of this object or array"},
  }));
  const ddb::Error error = refused(replaced(what, by));
  CHECK(error.code() == ddb::ErrorCode::Invalid);
  CHECK(error.what() == sentence);
  REQUIRE(error.where());
  CHECK(error.where()->line == 1);
  CHECK(error.where()->column > 1);
}

TEST_CASE("a number that is too much is refused with its place", "[json]") {
  const ddb::Error error = refused(replaced("2.5", "1e9999"));
  CHECK(error.code() == ddb::ErrorCode::Invalid);
  CHECK(std::string(error.what()).starts_with("transactions[0].match_factor: "));
}

TEST_CASE("descriptions are converted to JSON and back", "[json]") {
  const ddb::Engine engine;
  const Source terms = Source::text(SourceName("device.pl"), world::kDevice);
  const ddb::Conversion json = engine.convert(terms);
  REQUIRE(json.text);
  CHECK(json.diagnostics.empty());
  CHECK(json.text->starts_with("{\n  \"ddb\": 1,\n  \"facts\": ["));
  CHECK(engine.convert(terms, SourceFormat::Json).text == json.text);

  // Whatever it is called, JSON is taken as it is.
  const Source back = Source::json(SourceName("device"), *json.text);
  const ddb::Conversion again = engine.convert(back);
  REQUIRE(again.text);
  CHECK(again.text->find("device(converter, \"two channels in\").\n") == 0);
  CHECK(engine.convert(back, SourceFormat::Json).text == json.text);
  CHECK(engine.convert(Source::text(SourceName("x"), *again.text)).text == json.text);
  CHECK(engine.convert(terms, SourceFormat::Prolog).text == again.text);
}

TEST_CASE("a session loads JSON as it loads terms", "[json]") {
  const ddb::Engine engine;
  const std::vector<std::pair<std::string, const char*>> sources = {
      {"device", world::kDevice}, {"requester", world::kRequester}, {"scenario", world::kScenario}};
  std::vector<Source> json;
  for (const auto& [name, text] : sources) {
    const ddb::Conversion conversion = engine.convert(Source::text(SourceName(name), text));
    REQUIRE(conversion.text);
    json.push_back(Source::json(SourceName(name), *conversion.text));
  }
  ddb::Session from_json = engine.open();
  REQUIRE(from_json.load(json).loaded);
  ddb::Session from_terms = world::session();
  REQUIRE(world::load(from_terms).loaded);
  REQUIRE(from_json.scenario() == from_terms.scenario());
  for (const ddb::Event& event : from_json.scenario()) {
    CHECK(from_json.replay(event).changes == from_terms.replay(event).changes);
    CHECK(ddb::to_json(ddb::get_result(event, from_json)) ==
          ddb::to_json(ddb::get_result(event, from_terms)));
  }
}

TEST_CASE("what cannot be converted or loaded says why, in its place", "[json]") {
  const ddb::Engine engine;
  const Source wrong =
      Source::json(SourceName("wrong"),
                   "{\"ddb\": 1, \"facts\": [\n  {\"type\": \"device\", \"spec\": \"a\"},\n  7]}");
  const std::vector<std::string> expected = {
      "wrong:2:3: error: a/device: the key \"title\" is missing: {\"type\": ..., \"spec\": ..., "
      "\"title\": ...}",
      "wrong:3:3: error: expected an object, a fact, found a number"};
  const ddb::Conversion conversion = engine.convert(wrong);
  CHECK_FALSE(conversion.text);
  CHECK(sentences(conversion.diagnostics) == expected);
  const ddb::LoadReport report = engine.open().load({wrong});
  CHECK_FALSE(report.loaded);
  CHECK(sentences(report.diagnostics) == expected);

  CHECK(sentences(
            engine.convert(Source::json(SourceName("terms"), "device(a, \"b\").")).diagnostics) ==
        std::vector<std::string>{"terms:1:1: error: this is no JSON: expected a value, found "
                                 "device: texts stand in double quotes"});
  CHECK(
      sentences(
          engine.convert(Source::text(SourceName("bytes"), "device(a, \"\xFF\").")).diagnostics) ==
      std::vector<std::string>{
          "bytes:1:12: error: this byte is not UTF-8, the encoding of every source"});
  CHECK(sentences(engine.convert(Source::file("/nonexistent")).diagnostics) ==
        std::vector<std::string>{"/nonexistent: error: there is no such file"});
}

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <stdexcept>

#include "world.hpp"

namespace {

std::vector<ddb::Diagnostic> errors_of(const ddb::LoadReport& report) {
  std::vector<ddb::Diagnostic> errors;
  for (const ddb::Diagnostic& diagnostic : report.diagnostics) {
    if (diagnostic.severity == ddb::Severity::Error) errors.push_back(diagnostic);
  }
  return errors;
}

ddb::ErrorCode code_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const ddb::Error& error) {
    INFO(error.what());
    return error.code();
  }
  FAIL("no ddb::Error was thrown");
  return ddb::ErrorCode::Internal;
}

}  // namespace

TEST_CASE("a requester is matched with a device", "[session]") {
  ddb::Session session = world::session();
  const ddb::LoadReport report = world::load(session);
  for (const ddb::Diagnostic& diagnostic : report.diagnostics) UNSCOPED_INFO(diagnostic.str());
  REQUIRE(report.loaded);

  CHECK(session.replay(world::kConnect) == ddb::Outcome{});
  CHECK(session.transactions().empty());
  REQUIRE(session.registration_units().size() == 1);
  CHECK(session.registration_units().front().available);

  CHECK(session.replay(world::kCreate).warnings.empty());
  const ddb::Transaction expected{ddb::RequesterName("r1"),        ddb::OutletName("main"),
                                  ddb::AlternativeName("good"),    ddb::RequestName("input"),
                                  ddb::RequestGroupName("signal"), ddb::DeviceName("c1"),
                                  ddb::DeviceGroupName("in"),      ddb::Rational(7, 2)};
  REQUIRE(session.transactions() == std::vector{expected});
  REQUIRE(session.outlets().size() == 1);
  CHECK(session.outlets().front().active == ddb::AlternativeName("good"));
  CHECK(session.outlets().front().status == ddb::OutletStatus::Threshold);
  CHECK_FALSE(session.registration_units().front().available);
  REQUIRE(session.states().size() == 1);
  CHECK(session.states().front().value.str() == "48*kilohertz");

  REQUIRE(session.code_interfaces().size() == 1);
  const ddb::CodeInterfaceEntry code = session.code_interfaces().front();
  CHECK(code.request_interface == ddb::InterfaceName("adjust"));
  CHECK(code.device_interface == ddb::InterfaceName("configure"));
  CHECK(code.operations == std::vector<std::string>{"set_sample_rate", "set_channels"});
  REQUIRE(session.data_interfaces().size() == 1);
  CHECK(session.data_interfaces().front().aspect == ddb::AspectName("sampling_rate"));
  CHECK(session.data_interfaces().front().value.str() == "48*kilohertz");

  session.replay(ddb::RequesterCancel{ddb::RequesterName("r1")});
  CHECK(session.transactions().empty());
  CHECK(session.outlets().empty());
  CHECK(session.code_interfaces().empty());
  CHECK(session.registration_units().front().available);
}

TEST_CASE("a scenario is read in order and does not happen by itself", "[session]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  const std::vector<ddb::Event> expected = {world::kConnect, world::kCreate,
                                            ddb::RequesterCancel{ddb::RequesterName("r1")}};
  CHECK(session.scenario() == expected);
  CHECK(session.registration_units().empty());
}

TEST_CASE("sessions know nothing of each other", "[session]") {
  ddb::Session one = world::session();
  ddb::Session two = world::session();
  REQUIRE(world::load(one).loaded);
  CHECK(two.scenario().empty());
  CHECK(code_of([&] { two.replay(world::kConnect); }) == ddb::ErrorCode::Conflict);
  one.replay(world::kConnect);
  one.replay(world::kCreate);
  CHECK(one.transactions().size() == 1);
  CHECK(two.registration_units().empty());

  REQUIRE(world::load(two).loaded);
  two.replay(world::kConnect);
  CHECK(two.transactions().empty());
  { const ddb::Session ended = std::move(one); }
  two.replay(world::kCreate);
  CHECK(two.transactions().size() == 1);
}

TEST_CASE("an event that cannot happen is a conflict and changes nothing", "[session]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  session.replay(world::kConnect);
  CHECK(code_of([&] { session.replay(world::kConnect); }) == ddb::ErrorCode::Conflict);
  CHECK(code_of([&] { session.replay(ddb::DeviceDisconnect{ddb::DeviceName("nobody")}); }) ==
        ddb::ErrorCode::Conflict);
  CHECK(session.registration_units().size() == 1);
}

TEST_CASE("a load with an error changes nothing and tells every error", "[session]") {
  ddb::Session session = world::session();
  const ddb::LoadReport report =
      session.load({ddb::Source::text(ddb::SourceName("device.pl"), world::kDevice),
                    ddb::Source::text(ddb::SourceName("wrong.pl"),
                                      "device(d, \"d\").\nstate(e, s, 1*kilohert).\n"
                                      ":- directive.\n")});
  CHECK_FALSE(report.loaded);
  const std::vector<ddb::Diagnostic> errors = errors_of(report);
  CHECK(errors.size() >= 2);
  for (const ddb::Diagnostic& error : errors) {
    CHECK(error.file == "wrong.pl");
    CHECK(error.line >= 2);
  }
  CHECK(code_of([&] { session.replay(world::kConnect); }) == ddb::ErrorCode::Conflict);
  CHECK(world::load(session).loaded);
}

TEST_CASE("a source that cannot be read is an error of the load", "[session]") {
  ddb::Session session = world::session();
  const ddb::LoadReport report =
      session.load({ddb::Source::file("/nonexistent/file.pl"), ddb::Source::file("/"),
                    ddb::Source::text(ddb::SourceName("device.pl"), world::kDevice)});
  CHECK_FALSE(report.loaded);
  const std::vector<ddb::Diagnostic> errors = errors_of(report);
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].str() == "/nonexistent/file.pl: error: there is no such file");
  CHECK(errors[1].str() == "/: error: the file cannot be read: Is a directory");
}

TEST_CASE("a source that is not UTF-8 is an error with its place", "[session]") {
  ddb::Session session = world::session();
  const ddb::LoadReport report = session.load({ddb::Source::text(
      ddb::SourceName("latin.pl"), "% \xC3\xA9\ndevice(d, \"\xC3\xA9\xE9\").\n")});
  CHECK_FALSE(report.loaded);
  const std::vector<ddb::Diagnostic> errors = errors_of(report);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].line == 2);
  CHECK(errors[0].column == 13);
}

TEST_CASE("text keeps its characters on the way through", "[session]") {
  ddb::Session session = world::session();
  const std::string text = R"(
device(mic, "M\u00fcller \u4e2d").
registration_unit(mic, 'Größe 中').
device_group(mic, g, [task_element([task([function([direction(analog_to_digital)])])])]).
)";
  const ddb::LoadReport report =
      session.load({ddb::Source::text(ddb::SourceName("m.pl"), "\xEF\xBB\xBF" + text)});
  for (const ddb::Diagnostic& diagnostic : report.diagnostics) UNSCOPED_INFO(diagnostic.str());
  REQUIRE(report.loaded);
  session.replay(ddb::DeviceConnect{ddb::SystemName("Ω"), ddb::DeviceName("né\"1"),
                                    ddb::DeviceSpecName("mic")});
  REQUIRE(session.registration_units().size() == 1);
  CHECK(session.registration_units()[0].device == ddb::DeviceName("né\"1"));
  CHECK(session.registration_units()[0].unit == ddb::UnitName("Größe 中"));
}

TEST_CASE("a name that names nothing, and text that is not UTF-8, are invalid", "[session]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  using ddb::ErrorCode;
  CHECK(code_of([&] { session.replay(ddb::SystemConnect{}); }) == ErrorCode::Invalid);
  CHECK(code_of([&] {
          session.replay(ddb::DeviceConnect{ddb::SystemName("red"), {}, {}});
        }) == ErrorCode::Invalid);
  CHECK(code_of([&] { session.explain({}, ddb::OutletName("main")); }) == ErrorCode::Invalid);
  CHECK(code_of([&] { session.equal({}, ddb::DeviceSpecName("converter")); }) ==
        ErrorCode::Invalid);
  CHECK(code_of([&] { session.compare({ddb::DeviceSpecName()}); }) == ErrorCode::Invalid);
  CHECK(code_of([&] { session.taxonomy({"\xFF"}); }) == ErrorCode::Invalid);
  CHECK(session.outlets().empty());
  CHECK(session.registration_units().empty());
}

TEST_CASE("the narrator hears every event, and what it throws reaches the caller", "[session]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  std::vector<ddb::NarrationLine> lines;
  session.replay(world::kConnect, [&](const ddb::NarrationLine& line) { lines.push_back(line); });
  CHECK_FALSE(lines.empty());
  int calls = 0;
  CHECK_THROWS_AS(session.replay(world::kCreate,
                                 [&](const ddb::NarrationLine&) {
                                   ++calls;
                                   throw std::out_of_range("enough");
                                 }),
                  std::out_of_range);
  CHECK(calls == 1);
  CHECK(session.transactions().size() == 1);
}

TEST_CASE("a callback must not call the engine", "[session]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  CHECK(code_of([&] {
          session.replay(world::kConnect,
                         [&](const ddb::NarrationLine&) { static_cast<void>(session.outlets()); });
        }) == ddb::ErrorCode::Conflict);
  CHECK(session.registration_units().size() == 1);
}

TEST_CASE("progress counts the sources", "[session]") {
  ddb::Session session = world::session();
  std::vector<std::size_t> done;
  session.load({ddb::Source::text(ddb::SourceName("a.pl"), world::kDevice),
                ddb::Source::text(ddb::SourceName("b.pl"), "")},
               [&](std::size_t count, std::size_t total) {
                 CHECK(total == 2);
                 done.push_back(count);
               });
  REQUIRE_FALSE(done.empty());
  CHECK(std::is_sorted(done.begin(), done.end()));
  CHECK(done.back() == 2);
}

TEST_CASE("the taxonomy is found by name, and near names for a name that is not", "[session]") {
  const ddb::Session session = world::session();
  const std::vector<ddb::TaxonomyEntry> all = session.taxonomy();
  CHECK(all.size() > 100);
  const std::vector<ddb::TaxonomyEntry> found = session.taxonomy({"sampling_rate"});
  CHECK(std::any_of(found.begin(), found.end(), [](const ddb::TaxonomyEntry& entry) {
    return entry.kind == ddb::TaxonomyKind::Aspect && entry.path == "task/function/sampling_rate" &&
           entry.type == "quantity(frequency)";
  }));
  const std::vector<ddb::TaxonomyEntry> near = session.taxonomy({"samplingrate"});
  REQUIRE_FALSE(near.empty());
  CHECK(near.front().kind == ddb::TaxonomyKind::Nearest);
}

TEST_CASE("a session that was moved away says so", "[session]") {
  ddb::Session one = world::session();
  const ddb::Session two = std::move(one);
  CHECK(two.outlets().empty());
  // NOLINTNEXTLINE(bugprone-use-after-move,clang-analyzer-cplusplus.Move): what this is about
  CHECK(code_of([&] { static_cast<void>(one.outlets()); }) == ddb::ErrorCode::Conflict);
}

TEST_CASE("two specs are equivalent but for names", "[session]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  const ddb::DeviceSpecName converter("converter");
  std::string text = world::kDevice;
  const auto replace = [&](const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
      text.replace(at, from.size(), to);
    }
  };
  replace("converter", "twin");
  replace("stream", "flow");
  replace("[32, 44.1, 48]*kilohertz", "[32000, 44100, 48000]*hertz");
  REQUIRE(session.load({ddb::Source::text(ddb::SourceName("twin.pl"), text)}).loaded);
  const ddb::SpecEquivalence same = session.equal(converter, ddb::DeviceSpecName("twin"));
  CHECK(same.equivalent);
  CHECK_FALSE(same.difference.has_value());

  replace("twin", "other");
  replace("48000", "96000");
  REQUIRE(session.load({ddb::Source::text(ddb::SourceName("other.pl"), text)}).loaded);
  const ddb::SpecEquivalence differs = session.equal(converter, ddb::DeviceSpecName("other"));
  CHECK_FALSE(differs.equivalent);
  REQUIRE(differs.difference.has_value());
  CHECK(*differs.difference == ddb::SpecDifference{ddb::DifferenceKind::Value,
                                                   "converter/in/te/task/function/sampling_rate",
                                                   "other/in/te/task/function/sampling_rate",
                                                   "[32, 44.1, 48]*kilohertz",
                                                   "[32000, 44100, 96000]*hertz"});

  const std::vector<ddb::ElementComparison> elements =
      session.compare({converter, ddb::DeviceSpecName("other")});
  REQUIRE(elements.size() == 1);
  CHECK(elements.front().module == "task_element");
  CHECK(elements.front().role == "analog_to_digital");
  CHECK(elements.front().elements == std::vector<std::optional<std::string>>{"te", "te"});
  REQUIRE(elements.front().aspects.size() == 2);
  CHECK(elements.front().aspects.back() ==
        ddb::AspectComparison{
            "task/function/sampling_rate", "kilohertz", {"[32, 44.1, 48]", "[32, 44.1, 96]"}});
}

TEST_CASE("what is no device spec cannot be compared", "[session]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  const ddb::DeviceSpecName converter("converter");
  CHECK(code_of([&] { session.equal(converter, ddb::DeviceSpecName("recorder")); }) ==
        ddb::ErrorCode::Conflict);
  CHECK(code_of([&] { session.equal(ddb::DeviceSpecName("convertr"), converter); }) ==
        ddb::ErrorCode::Conflict);
  CHECK(code_of([&] {
          session.compare({converter, ddb::DeviceSpecName("nobody")});
        }) == ddb::ErrorCode::Conflict);
  CHECK(session.compare({}).empty());
}

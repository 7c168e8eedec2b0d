// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <functional>
#include <optional>
#include <random>
#include <set>

#include "world.hpp"

namespace {

using ddb::Rational;
using ddb::Value;
using ddb::ValueForm;
using ddb::ValueKind;

// What a state that is written so holds.
std::vector<Value> values_of(ddb::Session& session, const std::vector<std::string>& texts) {
  static int loads = 0;
  std::string spec = "d";
  spec += std::to_string(++loads);
  std::string text = "device(" + spec + ", \"a device\").\n";
  for (std::size_t i = 0; i < texts.size(); ++i) {
    // Names that stand in the order of the texts.
    text += "state(" + spec + ", s" + std::to_string(1000 + i) + ", " + texts[i] + ").\n";
  }
  const ddb::LoadReport report =
      session.load({ddb::Source::text(ddb::SourceName(spec + ".pl"), text)});
  for (const ddb::Diagnostic& diagnostic : report.diagnostics) UNSCOPED_INFO(diagnostic.str());
  REQUIRE(report.loaded);
  const ddb::DeviceName device(spec + "_1");
  session.replay(ddb::DeviceConnect{ddb::SystemName("red"), device, ddb::DeviceSpecName(spec)});
  std::vector<Value> values;
  for (const ddb::DeviceState& state : session.states()) values.push_back(state.value);
  session.replay(ddb::DeviceDisconnect{device});
  REQUIRE(values.size() == texts.size());
  return values;
}

Value value_of(ddb::Session& session, const std::string& text) {
  return values_of(session, {text}).front();
}

void require_invalid(const std::function<void()>& access, const std::string& sentence) {
  try {
    access();
  } catch (const ddb::Error& error) {
    CHECK(error.code() == ddb::ErrorCode::Invalid);
    CHECK(error.what() == sentence);
    return;
  }
  FAIL("no error where one says: " << sentence);
}

// GCC 12 warns of a literal plus a long string (GCC bug 105651).
std::string with_zeros(std::string head, std::size_t count, const char* tail) {
  head.append(count, '0');
  return head.append(tail);
}

}  // namespace

TEST_CASE("a value prints as the language writes it", "[value]") {
  ddb::Session session = world::session();
  const std::vector<std::string> texts = {
      "digital",
      "'two words'",
      "[rca_connector, rca_connector]",
      "[rca_connector]",
      "true",
      "[true, false]",
      "2",
      "[1, 2]",
      "123456789012345678901234567890",
      "48*kilohertz",
      "44.1*kHz",
      "[8, 11.025, 16]*kilohertz",
      "[48]*kHz",
      "1r3*hour",
      "-5*degree_celsius",
      "20*'°C'",
      "-3.5*dBV",
      "0.25*turn",
      "at_least(8*kilohertz)",
      "above(8*kilohertz)",
      "at_most(3)",
      "below(3)",
      "between(1*kilohertz, 2000*hertz)",
      "and(at_least(1*kilohertz), at_most(2*kilohertz))",
      "and(above(1*kilohertz), at_most(2*kilohertz))",
      "and(at_least(1), below(3))",
      "\"text with \\\"quotes\\\" and ü\"",
      "\"\"",
  };
  const std::vector<Value> values = values_of(session, texts);
  for (std::size_t i = 0; i < texts.size(); ++i) CHECK(values[i].str() == texts[i]);
  CHECK(values_of(session, texts) == values);
  // What a quantity prints after a conversion is written by other code: it must be the same.
  for (const Value& value : values) {
    if (value.kind() == ValueKind::Quantity &&
        value.str().find("2000*hertz") == std::string::npos) {
      CHECK(value.in(*value.unit()) == value);
    }
  }
}

TEST_CASE("a value says what it is", "[value]") {
  ddb::Session session = world::session();
  const auto value = [&](const std::string& text) { return value_of(session, text); };

  const Value word = value("'two words'");
  CHECK(word.kind() == ValueKind::Word);
  CHECK(word.form() == ValueForm::Single);
  CHECK(word.word() == "two words");
  CHECK(word.words() == std::vector<std::string>{"two words"});
  CHECK_FALSE(word.unit());
  const Value words = value("[rca_connector, din_5_socket]");
  CHECK(words.form() == ValueForm::List);
  CHECK(words.words() == std::vector<std::string>{"rca_connector", "din_5_socket"});

  CHECK(value("true").kind() == ValueKind::Boolean);
  CHECK(value("true").boolean());
  CHECK_FALSE(value("false").boolean());
  CHECK(value("[true, false]").booleans() == std::vector<bool>{true, false});

  CHECK(value("2").kind() == ValueKind::Count);
  CHECK(value("2").number() == Rational(2));
  CHECK(value("[1, 2]").numbers() == std::vector{Rational(1), Rational(2)});
  CHECK_FALSE(value("2").unit());

  const Value text = value(R"("say \"yes\"")");
  CHECK(text.kind() == ValueKind::Text);
  CHECK(text.text() == "say \"yes\"");

  const Value rate = value("44.1*kHz");
  CHECK(rate.kind() == ValueKind::Quantity);
  CHECK(rate.number() == Rational(441, 10));
  REQUIRE(rate.unit());
  CHECK(rate.unit()->name() == "kHz");
  CHECK(rate.unit()->quantity() == "frequency");
  CHECK(value("[44.1, 48]*kHz").numbers() == std::vector{Rational(441, 10), Rational(48)});

  const Value range = value("between(1*kilohertz, 2000*hertz)");
  CHECK(range.form() == ValueForm::Range);
  REQUIRE(range.lower());
  REQUIRE(range.upper());
  CHECK(range.lower()->number == Rational(1));
  CHECK(range.lower()->closed);
  CHECK(range.lower()->unit->name() == "kilohertz");
  CHECK(range.upper()->number == Rational(2000));
  CHECK(range.upper()->unit->name() == "hertz");
  CHECK(range.unit()->name() == "kilohertz");
  const Value below = value("below(3)");
  CHECK(below.kind() == ValueKind::Count);
  CHECK_FALSE(below.lower());
  CHECK_FALSE(below.upper()->closed);
  CHECK_FALSE(below.upper()->unit);

  CHECK(Value().kind() == ValueKind::Any);
  CHECK(Value().form() == ValueForm::Single);
  CHECK(Value().str() == "any");
}

TEST_CASE("a value is not taken for what it is not", "[value]") {
  ddb::Session session = world::session();
  const auto value = [&](const std::string& text) { return value_of(session, text); };
  const Value word = value("digital");
  const Value list = value("[48, 96]*kilohertz");
  const Value range = value("at_least(3)");
  require_invalid([&] { (void)word.number(); },
                  "the value `digital` is not a number or a list of numbers");
  require_invalid([&] { (void)word.boolean(); },
                  "the value `digital` is not a boolean or a list of booleans");
  require_invalid([&] { (void)word.text(); }, "the value `digital` is not a text");
  require_invalid([&] { (void)word.lower(); }, "the value `digital` is not a range");
  require_invalid([&] { (void)word.upper(); }, "the value `digital` is not a range");
  require_invalid([&] { (void)word.in(session.unit("hertz")); },
                  "the value `digital` is not a quantity, which alone has a unit");
  require_invalid([&] { (void)list.number(); },
                  "the value `[48, 96]*kilohertz` is not a single number");
  require_invalid([&] { (void)list.words(); },
                  "the value `[48, 96]*kilohertz` is not a word or a list of words");
  require_invalid([&] { (void)range.numbers(); },
                  "the value `at_least(3)` is not a number or a list of numbers");
  require_invalid([&] { (void)value("[true, false]").boolean(); },
                  "the value `[true, false]` is not a single boolean");
  require_invalid([&] { (void)value("[a, b]").word(); }, "the value `[a, b]` is not a single word");
  require_invalid([&] { (void)Value().words(); },
                  "the value `any` is not a word or a list of words");
}

TEST_CASE("a quantity converts exactly", "[value]") {
  ddb::Session session = world::session();
  const auto converted = [&](const std::string& text, const std::string& unit) {
    return value_of(session, text).in(session.unit(unit)).str();
  };
  CHECK(converted("44.1*kilohertz", "hertz") == "44100*hertz");
  CHECK(converted("44100*hertz", "kHz") == "44.1*kHz");
  CHECK(converted("[8, 11.025]*kilohertz", "hertz") == "[8000, 11025]*hertz");
  CHECK(converted("[48]*kHz", "hertz") == "[48000]*hertz");
  CHECK(converted("20*minute", "hour") == "1r3*hour");
  CHECK(converted("25*degree_celsius", "degree_fahrenheit") == "77*degree_fahrenheit");
  CHECK(converted("-40*degree_fahrenheit", "°C") == "-40*'°C'");
  CHECK(converted("0*kelvin", "degree_celsius") == "-273.15*degree_celsius");
  CHECK(converted("90*degree", "turn") == "0.25*turn");
  CHECK(converted("1*kibibyte", "bit") == "8192*bit");
  CHECK(converted("-10*dB", "decibel") == "-10*decibel");
  CHECK(converted("1*quettahertz", "quectohertz") == with_zeros("1", 60, "*quectohertz"));
  CHECK(converted("1*quectohertz", "quettahertz") == with_zeros("0.", 59, "1*quettahertz"));
  CHECK(converted("between(1*kilohertz, 2000*hertz)", "hertz") ==
        "between(1000*hertz, 2000*hertz)");
  CHECK(converted("and(above(1*kilohertz), at_most(2*kilohertz))", "hertz") ==
        "and(above(1000*hertz), at_most(2000*hertz))");
  CHECK(converted("and(at_least(1*kilohertz), at_most(2*kilohertz))", "hertz") ==
        "and(at_least(1000*hertz), at_most(2000*hertz))");
  CHECK(converted("at_least(1*kilohertz)", "hertz") == "at_least(1000*hertz)");
  CHECK(converted("below(1*kilohertz)", "hertz") == "below(1000*hertz)");
  CHECK(value_of(session, "44.1*kilohertz").in(session.unit("hertz")).number().to_int64() == 44100);
  CHECK(value_of(session, "1*kilohertz") != value_of(session, "1000*hertz"));
  CHECK(value_of(session, "1*kilohertz").in(session.unit("hertz")) ==
        value_of(session, "1000*hertz"));
}

TEST_CASE("what does not convert is an error that says why", "[value]") {
  ddb::Session session = world::session();
  require_invalid([&] { (void)value_of(session, "1*kilohertz").in(session.unit("second")); },
                  "kilohertz is a unit of frequency, second one of time: they do not convert");
  require_invalid([&] { (void)value_of(session, "0*dBu").in(session.unit("dBV")); },
                  "dBu is a unit of level, dBV one of another kind or reference: they do not "
                  "convert");
  require_invalid([&] { (void)value_of(session, "at_least(1*degree)").in(session.unit("radian")); },
                  "degree is a unit of angle, radian one of another kind or reference: they do not "
                  "convert");
  CHECK_FALSE(session.unit("degree").converts_to(session.unit("radian")));
  CHECK(session.unit("degree").converts_to(session.unit("turn")));
  require_invalid([&] { (void)session.unit("kilohert"); },
                  "unknown unit `kilohert`; did you mean `kilohertz`?");
  CHECK_THROWS_AS(session.unit(""), ddb::Error);
  CHECK_THROWS_AS(session.unit("\xFF"), ddb::Error);
}

TEST_CASE("units and values outlive their session", "[value]") {
  std::optional<Value> value;
  std::optional<ddb::Unit> unit;
  {
    ddb::Session session = world::session();
    value = value_of(session, "44.1*kilohertz");
    unit = session.unit("hertz");
    const Value moved = std::move(*value);
    value = moved;
  }
  CHECK(value->in(*unit).str() == "44100*hertz");
  CHECK(unit->convert(Rational(1), *value->unit()) == Rational(1, 1000));
}

TEST_CASE("units of two sessions are the same if they mean the same", "[value]") {
  ddb::Session one = world::session();
  ddb::Session two = world::session();
  for (ddb::Session* const session : {&one, &two}) {
    const std::string factor = session == &one ? "2" : "3";
    REQUIRE(session
                ->load({ddb::Source::text(ddb::SourceName("units.pl"),
                                          "unit(span, length, " + factor + ", spn, plain).\n")})
                .loaded);
  }
  CHECK(one.unit("metre") == two.unit("metre"));
  CHECK(one.unit("metre") != one.unit("m"));
  CHECK(one.unit("span") != two.unit("span"));
  const Value first = value_of(one, "1*span");
  const Value second = value_of(two, "1*span");
  CHECK(first.str() == second.str());
  CHECK(first != second);
  CHECK((first < second) != (second < first));
  CHECK(first.in(one.unit("metre")).number() == Rational(2));
  CHECK(second.in(one.unit("metre")).number() == Rational(3));
}

TEST_CASE("values stand in the order of their texts", "[value]") {
  ddb::Session session = world::session();
  const std::vector<Value> values =
      values_of(session, {"10*hertz", "9*hertz", "\"z\"", "[a, b]", "b", "true", "at_least(2)"});
  for (const Value& a : values) {
    for (const Value& b : values) CHECK((a < b) == (a.str() < b.str()));
  }
}

// The conversion here against the one that the engine makes when it reads the text of the result.
TEST_CASE("conversions there and back give the same value", "[value]") {
  ddb::Session session = world::session();
  const std::vector<std::vector<std::string>> groups = {
      {"hertz", "kHz", "millihertz", "quettahertz", "quectohertz"},
      {"second", "minute", "hour", "day", "picosecond"},
      {"kelvin", "degree_celsius", "degree_fahrenheit", "millikelvin"},
      {"bit", "byte", "kibibyte", "megabit", "yobibyte"},
      {"degree", "turn", "arcminute"},
      {"dBu", "decibel_unloaded"},
  };
  std::mt19937 random(1);
  const auto up_to = [&](std::size_t largest) {
    return std::uniform_int_distribution<std::size_t>(0, largest)(random);
  };
  const auto number = [&] {
    std::string digits = std::to_string(1 + up_to(8));
    for (std::size_t i = up_to(40); i > 0; --i) digits += std::to_string(up_to(9));
    if (up_to(1) == 0) return digits + "." + std::to_string(up_to(9)) + "5";
    return up_to(1) == 0 ? digits + "r" + std::to_string(3 + up_to(1000)) : digits;
  };
  const auto unit_of = [&](const std::vector<std::string>& group) {
    return group[up_to(group.size() - 1)];
  };

  std::vector<std::string> written;
  std::vector<std::string> others;
  for (int i = 0; i < 300; ++i) {
    const std::vector<std::string>& group = groups[up_to(groups.size() - 1)];
    const std::string quantity = number() + "*" + unit_of(group);
    std::string text;
    switch (up_to(3)) {
      case 0:
        text.append("at_least(").append(quantity).append(")");
        break;
      case 1:
        text.append("below(").append(quantity).append(")");
        break;
      case 2:
        text.append("[").append(number()).append(", ").append(number()).append("]*");
        text.append(unit_of(group));
        break;
      default:
        text = quantity;
    }
    written.push_back(text);
    others.push_back(unit_of(group));
  }
  const std::vector<Value> values = values_of(session, written);
  std::vector<Value> converted;
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < values.size(); ++i) {
    converted.push_back(values[i].in(session.unit(others[i])));
    texts.push_back(converted[i].str());
    CHECK(converted[i].in(*values[i].unit()) == values[i]);
  }
  CHECK(values_of(session, texts) == converted);
}

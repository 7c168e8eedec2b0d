// SPDX-License-Identifier: Apache-2.0
// What descriptors do not say comes with the options; names, texts and numbers as they are written.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "ddb/usb/derivation.hpp"
#include "described.hpp"

using namespace ddb::usb;
using Bytes = std::vector<std::uint8_t>;

namespace {

// A device descriptor and one configuration with what follows.
Bytes device_with(const Bytes& interfaces, std::uint8_t count) {
  Bytes bytes = {18, 1, 0x00, 0x02, 0, 0, 0, 64, 0x34,  0x12, 0x78, 0x56, 0, 1,
                 1,  2, 3,    1,    9, 2, 0, 0,  count, 1,    0,    0xa0, 50};
  for (const std::uint8_t it : interfaces) bytes.push_back(it);
  const std::size_t total = bytes.size() - 18;
  bytes[20] = static_cast<std::uint8_t>(total);
  bytes[21] = static_cast<std::uint8_t>(total >> 8U);
  return bytes;
}

// Playback of audio 2: clock 9, terminal 1, unit 2 with mute and volume, loudspeaker 3.
Bytes playback_of_audio2() {
  return device_with(
      {
          9,  4,    0,  0, 0, 1,  1,  0x20, 0,                          // control
          9,  0x24, 1,  0, 2, 1,  64, 0,    0,                          // header
          8,  0x24, 10, 9, 3, 7,  0,  0,                                // clock source
          17, 0x24, 2,  1, 1, 1,  0,  9,    2, 3, 0, 0, 0, 0, 0, 0, 0,  // input terminal
          10, 0x24, 6,  2, 1, 15, 0,  0,    0, 0,                       // feature unit
          12, 0x24, 3,  3, 2, 3,  0,  2,    9, 0, 0, 0,                 // output terminal
          9,  4,    1,  0, 0, 1,  2,  0x20, 0,                          // streaming, idle
          9,  4,    1,  1, 1, 1,  2,  0x20, 0,                          // streaming
          16, 0x24, 1,  1, 0, 1,  1,  0,    0, 0, 2, 3, 0, 0, 0, 0,     // terminal 1, PCM
          6,  0x24, 2,  1, 3, 24,                                       // 24 bit in 3 bytes
          7,  5,    1,  5, 0, 1,  1,                                    // endpoint
          8,  0x25, 1,  0, 0, 0,  0,  0,
      },
      2);
}

const Leaf* leaf_of(const Description& description, const char* group, const char* id,
                    const char* first, const char* second, const char* name) {
  const Group* const found = described::group(description, group);
  REQUIRE(found != nullptr);
  const Branch* const element = described::element(*found, id);
  REQUIRE(element != nullptr);
  return described::find_leaf(*element, first, second, name);
}

}  // namespace

TEST_CASE("names come from the device before the list", "[describe_options]") {
  const Bytes bytes = device_with({}, 0);
  const Reading reading = read({.descriptors = bytes});
  CHECK(describe(reading).spec == "usb_1234_5678");
  CHECK(describe(reading).title == "USB device");
  DescribeOptions options;
  options.vendor_name = "Acme, Inc.";
  options.product_name = "Thing [model 3]";
  CHECK(describe(reading, options).spec == "usb_1234_5678_thing_model_3");
  CHECK(describe(reading, options).title == "Acme, Inc. Thing [model 3]");
  options.strings = {{1, "Acme"}, {2, "Acme  Ä-Thing!"}, {3, "42"}};
  const Description described = describe(reading, options);
  CHECK(described.spec == "usb_1234_5678_acme_thing");
  CHECK(described.title == "Acme  Ä-Thing!");
  const std::string terms = to_terms(described);
  CHECK(terms.find("serial_number(\"42\")") != std::string::npos);
  for (const char* text : {"manufacturer(\"Acme\")", "manufacturer(\"Acme, Inc.\")",
                           "product(\"Acme  Ä-Thing!\")", "product(\"Thing [model 3]\")"}) {
    INFO(text);
    CHECK(terms.find(text) != std::string::npos);
  }
  options.strings[2] = std::string(300, 'x');
  CHECK(describe(reading, options).spec == "usb_1234_5678_" + std::string(24, 'x'));
  options.spec = "my_thing";
  CHECK(describe(reading, options).spec == "my_thing");
  options.spec = "no name";
  CHECK(describe(reading, options).spec != "no name");
}

TEST_CASE("texts of a device are quoted, bounded, and run nothing", "[describe_options]") {
  const Reading reading = read({.descriptors = device_with({}, 0)});
  DescribeOptions options;
  options.strings = {{1, "\"). halt. %\n:- halt.\\"}, {2, "a\tb\x01\x7f\xe2\x80\xae\xff\xc3\xa9"}};
  const std::string terms = to_terms(describe(reading, options));
  CHECK(terms.find(R"(manufacturer("\"). halt. %\n:- halt.\\"))") != std::string::npos);
  CHECK(terms.find("product(\"a\\tb\\x1\\\\x7F\\\\x202E\\\xef\xbf\xbd\xc3\xa9\")") !=
        std::string::npos);
  const std::string json = to_json(describe(reading, options));
  CHECK(json.find(R"("text": "\"). halt. %\u000a:- halt.\\")") != std::string::npos);
  CHECK(json.find("a\\u0009b\\u0001\\u007f\\u202e\\ufffd\xc3\xa9") != std::string::npos);
  options.strings[2] = std::string(100'000, 'y');
  CHECK(to_terms(describe(reading, options)).size() < 4'000);
}

TEST_CASE("a live device gives rates and levels", "[describe_options]") {
  const Reading reading = read({.descriptors = playback_of_audio2()});
  const auto rates = [&](const DescribeOptions& options) {
    return leaf_of(describe(reading, options), "playback_1", "te_playback_stream_1", "task",
                   "function", "sampling_rate");
  };
  DescribeOptions options;
  {
    const Description described = describe(reading, options);
    CHECK(leaf_of(described, "playback_1", "te_playback_stream_1", "task", "function",
                  "sampling_rate") == nullptr);
    CHECK(to_terms(described).find("signal_attenuation(at_least(0*decibel)") != std::string::npos);
    CHECK(to_terms(described).rfind("% Where there is no sampling_rate it is not known", 0) == 0);
  }
  options.clock_rates[{0, 9}] = {{44100, 44100, 0}, {48000, 48000, 0}, {96000, 96000, 0}};
  options.volumes[{0, 2}] = {-12810, 1536, 1};
  const std::string terms = to_terms(describe(reading, options));
  CHECK(describe(reading, options).comment.empty());
  CHECK(terms.find("sampling_rate([44.1, 48, 96]*kilohertz") != std::string::npos);
  CHECK(terms.find("signal_attenuation(between(0*decibel, 50.0390625*decibel)") !=
        std::string::npos);
  CHECK(terms.find("signal_gain(between(0*decibel, 6*decibel)") != std::string::npos);
  options.clock_rates[{0, 9}] = {{8000, 192000, 1}};
  CHECK(to_terms(describe(reading, options))
            .find("sampling_rate(between(8*kilohertz, 192*kilohertz)") != std::string::npos);
  // What a driver has found of the setting goes before what the clocks can do.
  options.setting_rates[{1, 1}] = {{48000, 48000, 0}, {44100, 44100, 0}};
  CHECK(to_terms(describe(reading, options)).find("sampling_rate([44.1, 48]*kilohertz") !=
        std::string::npos);
  options.setting_rates = {{{1, 2}, {{32000, 32000, 0}}}};
  CHECK(to_terms(describe(reading, options)).find("sampling_rate(between(8*kilohertz") !=
        std::string::npos);
  options.setting_rates.clear();
  // Ranges that make no sense are as good as none.
  options.clock_rates[{0, 9}] = {{192000, 8000, 1}};
  CHECK(rates(options) == nullptr);
  options.volumes[{0, 2}] = {5, -5, 0};
  CHECK(to_terms(describe(reading, options)).find("at_least(0*decibel)") != std::string::npos);
}

TEST_CASE("intervals follow the speed", "[describe_options]") {
  const Bytes bytes = device_with({9, 4, 0, 0, 1, 3, 0, 0, 0, 7, 5, 0x81, 3, 8, 0, 4}, 1);
  const Reading reading = read({.descriptors = bytes});
  const auto terms = [&reading](std::optional<Speed> speed) {
    DescribeOptions options;
    options.speed = speed;
    return to_terms(describe(reading, options));
  };
  CHECK(terms(std::nullopt).find("interval(") == std::string::npos);
  CHECK(terms(Speed::Low).find("interval(4*millisecond)") != std::string::npos);
  CHECK(terms(Speed::Full).find("interval(4*millisecond)") != std::string::npos);
  CHECK(terms(Speed::High).find("interval(1*millisecond)") != std::string::npos);
  CHECK(terms(Speed::Low).find("link_rate(1500*kilobit_per_second)") != std::string::npos);
  CHECK(terms(Speed::SuperPlus).find("link_rate(10*gigabit_per_second)") != std::string::npos);
  CHECK(terms(Speed::Super).find("consumption(400*milliampere)") != std::string::npos);
  CHECK(terms(Speed::High).find("consumption(100*milliampere)") != std::string::npos);
}

TEST_CASE("the configuration is the active one, else that of Linux", "[describe_options]") {
  Bytes bytes = {18, 1, 0, 2, 0, 0, 0, 64, 1, 0, 2, 0, 0, 1, 0, 0, 0, 3};
  for (const std::uint8_t class_id : {0xff, 8, 3}) {
    const auto value = static_cast<std::uint8_t>((bytes.size() - 18) / 18 + 1);
    const Bytes one = {9, 2, 18, 0, 1, value, 0, 0x80, 50, 9, 4, 0, 0, 0, class_id, 6, 0x50, 0};
    for (const std::uint8_t it : one) bytes.push_back(it);
  }
  const Reading reading = read({.descriptors = bytes});
  DescribeOptions options;
  CHECK(described::group(describe(reading, options), "storage_1") != nullptr);
  options.configuration = 3;
  CHECK(described::group(describe(reading, options), "reports_1") != nullptr);
  options.configuration = 1;
  CHECK(described::group(describe(reading, options), "vendor_specific_1") != nullptr);
  options.configuration = 9;
  CHECK(described::group(describe(reading, options), "storage_1") != nullptr);
}

TEST_CASE("units of HID become those of the SI, exactly", "[describe_options]") {
  struct Case {
    std::uint32_t unit;
    std::uint8_t exponent;
    const char* range;
  };
  const std::vector<Case> cases = {
      {0x11, 0x0d, "range(between(0*centimetre, 21.6*centimetre))"},
      {0x13, 0x0d, "range(between(0*inch, 21.6*inch))"},
      {0x14, 0x00, "range(between(0*degree, 21600*degree))"},
      {0x12, 0x0e, "range(between(0*radian, 216*radian))"},
      {0xe111, 0x00, "range(between(0*newton, 0.216*newton))"},
      {0x00f0d121, 0x07, "range(between(0*volt, 21600*volt))"},
      {0x1001, 0x00, "range(between(0*second, 21600*second))"},
      {0xf011, 0x00, "range(between(0*metre_per_second, 216*metre_per_second))"},
      {0xe113, 0x00, "range(between(0*pound_force, 1800*pound_force))"},
      {0x00, 0x00, "range(between(0*one, 21600*one))"},
  };
  for (const Case& it : cases) {
    const auto byte = [&it](unsigned at) { return static_cast<std::uint8_t>(it.unit >> (8 * at)); };
    const Bytes report = {0x05,        1,    0x09, 4,       0xa1,    1,       0x09,    0x30,
                          0x15,        0,    0x26, 0xff,    0x03,    0x35,    0,       0x46,
                          0x60,        0x54, 0x67, byte(0), byte(1), byte(2), byte(3), 0x55,
                          it.exponent, 0x75, 16,   0x95,    1,       0x81,    2,       0xc0};
    Reading reading;
    reading.device.report_descriptors.push_back(
        hid::read_report_descriptor(report).report_descriptor);
    INFO(to_terms(describe(reading)));
    CHECK(to_terms(describe(reading)).find(it.range) != std::string::npos);
  }
}

TEST_CASE("numbers are written exactly", "[describe_options]") {
  Description description;
  description.spec = "a";
  description.title = "A";
  Branch module{"general", "g", {}, {"u"}, {}, {}};
  description.registration_units = {"u"};
  const auto add = [&module](Exact number) {
    module.branches.push_back({"power", "", {}, {}, {}, {{"w", Numbers{{number}, "watt"}, {}}}});
  };
  for (const Exact& it : {Exact{441, 10}, Exact{-1, 4}, Exact{1, 3}, Exact{30000, 1001}, Exact{7},
                          Exact{1, 1'000'000}, Exact{123456789, 100'000'000'000'000'000}}) {
    add(it);
  }
  description.groups.push_back({"x", "", {module}});
  const std::string terms = to_terms(description);
  for (const char* text : {"(44.1*watt)", "(-0.25*watt)", "(1r3*watt)", "(30000r1001*watt)",
                           "(7*watt)", "(0.000001*watt)", "(0.00000000123456789*watt)"}) {
    INFO(text);
    CHECK(terms.find(text) != std::string::npos);
  }
  CHECK(to_json(description).find(R"({"numerator": 1, "denominator": 3})") != std::string::npos);
}

// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <catch2/catch.hpp>
#include <string>

#include "hand_made.hpp"

using namespace ddb::usb;
using namespace hand_made;
using hid::LocalKind;

namespace {

// Reads a report descriptor and expects no complaint about it.
hid::ReportDescriptor good(const Bytes& bytes) {
  const hid::ReportReading reading = hid::read_report_descriptor(bytes);
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  return reading.report_descriptor;
}

std::string complaints_of(const Bytes& bytes) {
  return sentences(hid::read_report_descriptor(bytes).complaints);
}

// Of the boot mouse: HID E.10.
const Bytes kMouse = {0x05, 0x01, 0x09, 0x02, 0xa1, 0x01, 0x09, 0x01, 0xa1, 0x00, 0x05, 0x09, 0x19,
                      0x01, 0x29, 0x03, 0x15, 0x00, 0x25, 0x01, 0x95, 0x03, 0x75, 0x01, 0x81, 0x02,
                      0x95, 0x01, 0x75, 0x05, 0x81, 0x01, 0x05, 0x01, 0x09, 0x30, 0x09, 0x31, 0x15,
                      0x81, 0x25, 0x7f, 0x75, 0x08, 0x95, 0x02, 0x81, 0x06, 0xc0, 0xc0};

}  // namespace

TEST_CASE("HID: the mouse of the specification", "[hid]") {
  const hid::ReportDescriptor mouse = good(kMouse);
  REQUIRE(mouse.collections.size() == 2);
  CHECK(hid::collection_type_name(mouse.collections[0].type) == std::string("application"));
  CHECK(mouse.collections[0].parent == hid::kNoCollection);
  CHECK(mouse.collections[0].usage == 0x00010002);
  CHECK(mouse.collections[1].parent == 0);
  CHECK(mouse.collections[1].usage == 0x00010001);
  REQUIRE(mouse.fields.size() == 3);
  const hid::Field& buttons = mouse.fields[0];
  CHECK(buttons.kind == hid::ReportKind::Input);
  CHECK(buttons.variable());
  CHECK_FALSE(buttons.constant());
  CHECK(buttons.report_size == 1);
  CHECK(buttons.report_count == 3);
  CHECK(buttons.bit_offset == 0);
  CHECK(buttons.logical_maximum == 1);
  CHECK(buttons.collection == 1);
  CHECK(mouse.usage_count(buttons) == 3);
  CHECK(mouse.usage(buttons, 0) == 0x00090001);
  CHECK(mouse.usage(buttons, 2) == 0x00090003);
  CHECK(mouse.usage(buttons, 9) == 0x00090003);
  CHECK(mouse.fields[1].constant());
  CHECK(mouse.usage(mouse.fields[1], 0) == std::nullopt);
  const hid::Field& axes = mouse.fields[2];
  CHECK(axes.relative());
  CHECK(axes.bit_offset == 8);
  CHECK(axes.logical_minimum == -127);
  CHECK(axes.logical_maximum == 127);
  CHECK(mouse.usage(axes, 0) == 0x00010030);
  CHECK(mouse.usage(axes, 1) == 0x00010031);
  CHECK(mouse.reports == std::vector<hid::Report>{{hid::ReportKind::Input, 0, 24}});
}

TEST_CASE("HID: report ids, each with its own bits", "[hid]") {
  const hid::ReportDescriptor report =
      good({0xa1, 0x01, 0x75, 8,    0x95, 2,    0x85, 1, 0x81, 0x02, 0x91, 0x02,
            0x85, 2,    0x81, 0x02, 0xb1, 0x02, 0x85, 1, 0x81, 0x02, 0xc0});
  REQUIRE(report.fields.size() == 5);
  CHECK(report.fields[0].bit_offset == 0);
  CHECK(report.fields[4].bit_offset == 16);
  CHECK(report.fields[4].report_id == 1);
  CHECK(report.reports == std::vector<hid::Report>{{hid::ReportKind::Input, 1, 32},
                                                   {hid::ReportKind::Output, 1, 16},
                                                   {hid::ReportKind::Input, 2, 16},
                                                   {hid::ReportKind::Feature, 2, 16}});
}

TEST_CASE("HID: signs as Linux takes them", "[hid]") {
  const auto logical = [](const Bytes& items) {
    const hid::ReportDescriptor report = good(joined({{0xa1, 0x01}, items, {0x81, 0x02, 0xc0}}));
    return std::pair(report.fields.at(0).logical_minimum, report.fields.at(0).logical_maximum);
  };
  // 0 to 0xff in a byte: the maximum is not negative, because the minimum is not.
  CHECK(logical({0x15, 0x00, 0x25, 0xff}) == std::pair(0, 255));
  CHECK(logical({0x15, 0x81, 0x25, 0x7f}) == std::pair(-127, 127));
  CHECK(logical({0x15, 0xff, 0x25, 0xff}) == std::pair(-1, -1));
  CHECK(logical({0x16, 0x00, 0x80, 0x26, 0xff, 0x7f}) == std::pair(-32768, 32767));
  CHECK(logical({0x17, 0, 0, 0, 0x80, 0x27, 0xff, 0xff, 0xff, 0x7f}) ==
        std::pair(std::numeric_limits<std::int32_t>::min(),
                  std::numeric_limits<std::int32_t>::max()));
}

TEST_CASE("HID: physical ranges, units and exponents", "[hid]") {
  const hid::ReportDescriptor report =
      good({0xa1, 0x01, 0x35, 0x00, 0x46, 0xe8, 0x03, 0x55, 0x0e, 0x66, 0x11, 0xe1,
            0x81, 0x02, 0x55, 0xfb, 0x81, 0x02, 0x55, 0x03, 0x81, 0x02, 0xc0});
  CHECK(report.fields[0].physical_minimum == 0);
  CHECK(report.fields[0].physical_maximum == 1000);
  CHECK(report.fields[0].unit == 0xe111);
  CHECK(report.fields[0].unit_exponent == -2);
  CHECK(report.fields[1].unit_exponent == -5);
  CHECK(report.fields[2].unit_exponent == 3);
  // cm g / s^2: a force
  const hid::Unit force = hid::unit_of(0xe111);
  CHECK(force.system == hid::Unit::System::SiLinear);
  CHECK(force.length == 1);
  CHECK(force.mass == 1);
  CHECK(force.time == -2);
  CHECK(force.temperature == 0);
  // candela in the English system, divided by amperes
  const hid::Unit other = hid::unit_of(0x01f00003);
  CHECK(other.system == hid::Unit::System::EnglishLinear);
  CHECK(other.current == -1);
  CHECK(other.luminous_intensity == 1);
}

TEST_CASE("HID: push and pop", "[hid]") {
  const hid::ReportDescriptor report =
      good({0xa1, 0x01, 0x75, 8, 0x95, 1, 0xa4, 0x75, 16, 0x81, 0x02, 0xb4, 0x81, 0x02, 0xc0});
  CHECK(report.fields.at(0).report_size == 16);
  CHECK(report.fields.at(1).report_size == 8);
  CHECK(complaints_of({0xb4}) == "error: a Pop without a Push\n");
  CHECK(complaints_of({0xa4, 0xa4, 0xa4, 0xa4, 0xa4}) ==
        "error: a Push where 4 are open already, which is the most that Linux takes\n");
}

TEST_CASE("HID: usages and their pages", "[hid]") {
  SECTION("a page in the item wins") {
    const hid::ReportDescriptor report =
        good({0xa1, 0x01, 0x05, 0x01, 0x0b, 0x05, 0x00, 0x0c, 0x00, 0x81, 0x02, 0xc0});
    CHECK(report.usage(report.fields.at(0), 0) == 0x000c0005);
  }
  SECTION("the page at the main item holds for usages before it") {
    const hid::ReportDescriptor report =
        good({0xa1, 0x01, 0x05, 0x01, 0x09, 0x30, 0x05, 0x09, 0x81, 0x02, 0xc0});
    CHECK(report.usage(report.fields.at(0), 0) == 0x00090030);
  }
  SECTION("but not past a usage that is on it already") {
    const hid::ReportDescriptor report =
        good({0xa1, 0x01, 0x05, 0x01, 0x09, 0x30, 0x05, 0x09, 0x09, 0x01, 0x81, 0x02, 0xc0});
    CHECK(report.usage(report.fields.at(0), 0) == 0x00010030);
    CHECK(report.usage(report.fields.at(0), 1) == 0x00090001);
  }
  SECTION("ranges stay ranges") {
    const hid::ReportDescriptor report = good(
        {0xa1, 0x01, 0x05, 0x07, 0x19, 0x00, 0x2a, 0xff, 0x00, 0x95, 6, 0x75, 8, 0x81, 0x00, 0xc0});
    CHECK(report.locals.size() == 1);
    CHECK(report.usage_count(report.fields.at(0)) == 256);
    CHECK(report.usage(report.fields.at(0), 255) == 0x000700ff);
  }
  SECTION("a page that only one end of a range has") {
    const hid::ReportDescriptor report =
        good({0xa1, 0x01, 0x1b, 1, 0, 0x0c, 0, 0x29, 3, 0x81, 0x02, 0xc0});
    CHECK(report.usage(report.fields.at(0), 0) == 0x000c0001);
    CHECK(report.usage_count(report.fields.at(0)) == 3);
  }
  SECTION("a range that ends before it begins") {
    CHECK(complaints_of({0xa1, 0x01, 0x19, 5, 0x29, 4, 0x81, 0x02, 0xc0}) ==
          "warning: a range that ends before it begins: 0x0005 to 0x0004\n");
  }
}

TEST_CASE("HID: strings, designators and delimiters are kept", "[hid]") {
  const hid::ReportDescriptor report =
      good({0xa1, 0x01, 0x05, 0x01, 0xa9, 1, 0x09, 0x30, 0xa9, 0, 0xa9, 1, 0x09, 0x31, 0xa9, 0,
            0x39, 2,    0x79, 3,    0x49, 4, 0x59, 5,    0x89, 6, 0x99, 7, 0x81, 0x02, 0xc0});
  const auto locals = report.locals_of(report.fields.at(0).locals);
  const std::vector<hid::Local> expected = {
      {LocalKind::Usage, false, 0x00010030, 0x00010030},
      {LocalKind::AlternativeUsage, false, 0x00010031, 0x00010031},
      {LocalKind::Designator, true, 2, 2},
      {LocalKind::String, true, 3, 3},
      {LocalKind::Designator, true, 4, 5},
      {LocalKind::String, true, 6, 7}};
  CHECK(std::vector<hid::Local>(locals.begin(), locals.end()) == expected);
  CHECK(report.usage_count(report.fields.at(0)) == 1);
}

TEST_CASE("HID: what Linux refuses", "[hid]") {
  CHECK(complaints_of({0xc0}) == "error: an End Collection without a Collection\n");
  CHECK(complaints_of({0xa1, 0x01}) ==
        "error: the report descriptor ends inside 1 collection: End Collection is missing\n");
  CHECK(complaints_of({0x06, 0x01}) ==
        "error: the item 0x06 runs past the end of the report descriptor\n");
  CHECK(complaints_of({0xfe, 0xff, 0x01}) ==
        "error: the item 0xfe runs past the end of the report descriptor\n");
  CHECK(complaints_of({0xfe, 0x01, 0x01, 0x00}) ==
        "error: a long item, which no document defines\n");
  CHECK(complaints_of({0x85, 0x00}) == "error: a Report ID of 0: it must be 1 to 255\n");
  CHECK(complaints_of({0x76, 0x01, 0x01}) ==
        "error: a Report Size of 257 bits: Linux takes at most 256\n");
  CHECK(complaints_of({0xa9, 0x01, 0xa9, 0x01}) ==
        "error: delimiters inside delimiters\n"
        "error: the report descriptor ends inside delimiters\n");
  CHECK(complaints_of({0xa9, 0x00}) == "error: delimiters closed that are not open\n");
  CHECK(complaints_of({0xa1, 0x01, 0x15, 0x05, 0x25, 0x04, 0x81, 0x02, 0xc0}) ==
        "error: the logical range 5 to 4 ends before it begins\n");
}

TEST_CASE("HID: huge numbers take no memory", "[hid]") {
  const Bytes bytes = {0xa1, 0x01, 0x77, 0xff, 0xff, 0xff, 0xff, 0x97, 0xff, 0xff,
                       0xff, 0xff, 0x81, 0x02, 0x81, 0x02, 0x81, 0x02, 0xc0};
  const hid::ReportReading reading = hid::read_report_descriptor(bytes);
  const hid::ReportDescriptor& report = reading.report_descriptor;
  REQUIRE(report.fields.size() == 3);
  CHECK(report.fields[0].report_count == 0xffffffff);
  CHECK(report.reports.at(0).bits == std::numeric_limits<std::uint64_t>::max());
  CHECK(sentences(reading.complaints) ==
        "error: a Report Size of 4294967295 bits: Linux takes at most 256\n"
        "error: a Report Count of 4294967295: Linux takes at most 12288\n"
        "error: the input report 0 has 18446744065119617025 bits: Linux takes at most 131064\n");
}

TEST_CASE("HID: collections cannot be nested without end", "[hid]") {
  Bytes bytes;
  for (unsigned depth = 0; depth < 1000; ++depth) bytes.insert(bytes.end(), {0xa1, 0x02});
  const hid::ReportReading reading = hid::read_report_descriptor(bytes);
  CHECK(reading.report_descriptor.collections.size() == 64);
  CHECK(reading.report_descriptor.not_understood.size() == 1);
  CHECK(sentences(reading.complaints) == "error: collections are nested more than 64 deep\n");
}

TEST_CASE("HID: unknown items are kept", "[hid]") {
  const hid::ReportReading reading = hid::read_report_descriptor(
      Bytes{0xa1, 0x01, 0xd1, 0x05, 0xc5, 0x05, 0xb9, 0x05, 0x0d, 1, 0xc0});
  CHECK(sentences(reading.complaints) ==
        "warning: an unknown main item, tag 0xd\n"
        "warning: an unknown global item, tag 0xc\n"
        "warning: an unknown local item, tag 0xb\n"
        "warning: an item of the reserved type\n");
  CHECK(reading.report_descriptor.not_understood ==
        std::vector{Opaque{{2, 8}, 0, Unread::Unknown}});
}

TEST_CASE("HID: names of usages", "[hid]") {
  CHECK(hid::usage_page_name(0x01) == "Generic Desktop");
  CHECK(hid::usage_page_name(0xf1d0) == "FIDO Alliance");
  CHECK(hid::usage_page_name(0xff00) == "vendor defined");
  CHECK(hid::usage_page_name(0x7777).empty());
  CHECK(hid::usage_name(0x00010030) == "X");
  CHECK(hid::usage_name(0x0007002f) == "[ and {");
  CHECK(hid::usage_name(0x00070031) == "\\ and |");
  CHECK(hid::usage_name(0x00070033) == "; and :");
  CHECK(hid::usage_name(0x00070034) == "' and \"");
  CHECK(hid::usage_name(0x000c0221) == "AC Search");
  CHECK(hid::usage_name(0x00090003) == "Button 3");
  CHECK(hid::usage_name(0x00090000).empty());
  CHECK(hid::usage_name(0x00010005) == "Gamepad");
  CHECK(hid::usage_name(0x00010003).empty());
  CHECK(hid::usage_name(0xff000001).empty());
}

TEST_CASE("HID: the descriptor in the configuration", "[hid]") {
  const auto hid_descriptor = [](unsigned count, unsigned length) {
    return descriptor({0x21, 0x11, 0x01, 33, count, 0x22, length, 0});
  };
  const auto read_with = [](const Bytes& bytes) {
    const std::array reports = {std::span<const std::uint8_t>(kMouse)};
    return ddb::usb::read({.descriptors = bytes, .report_descriptors = reports});
  };
  SECTION("and its report descriptor") {
    const Reading reading = read_with(device({interface(3, 1, 2), hid_descriptor(1, 50)}));
    CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
    const auto& function = first<hid::Function>(reading);
    CHECK(function.release == 0x0111);
    CHECK(function.country == 33);
    CHECK(function.descriptors == std::vector<hid::ClassDescriptor>{{0x22, 50}});
    REQUIRE(function.report == 0U);
    CHECK(reading.device.report_descriptors.at(*function.report).fields.size() == 3);
  }
  SECTION("of another length") {
    CHECK(sentences(read_with(device({interface(3, 1, 2), hid_descriptor(1, 51)})).complaints) ==
          "warning: the HID descriptor announces a report descriptor of 51 bytes, and 50 were "
          "given\n");
  }
  SECTION("without a HID descriptor") {
    CHECK(sentences(read_with(device({interface(0xff, 0, 0)})).complaints) ==
          "warning: there is no HID descriptor that this report descriptor belongs to\n");
    CHECK(sentences(read({interface(3, 0, 0)}).complaints) ==
          "warning: the HID descriptor is missing\n");
  }
  SECTION("that counts wrongly") {
    CHECK(sentences(read({interface(3, 0, 0), hid_descriptor(255, 50)}).complaints) ==
          "error: the HID descriptor says that it names 255 descriptors, and has room for 1\n");
    CHECK(sentences(read({interface(3, 0, 0), hid_descriptor(0, 50)}).complaints) ==
          "warning: the HID descriptor says that it names 0 descriptors, and names 1\n");
  }
  SECTION("in the order of the HID descriptors") {
    const Bytes small = {0xc0};
    const std::array reports = {std::span<const std::uint8_t>(small),
                                std::span<const std::uint8_t>(kMouse)};
    const Bytes bytes = device({interface(3, 0, 0, 0, 0), hid_descriptor(1, 1),
                                interface(3, 0, 0, 0, 1), hid_descriptor(1, 50)});
    const Reading reading = ddb::usb::read({.descriptors = bytes, .report_descriptors = reports});
    CHECK(sentences(reading.complaints) == "error: an End Collection without a Collection\n");
    CHECK(reading.complaints.at(0).source == Source::ReportDescriptor);
    CHECK(reading.complaints.at(0).number == 0);
    const auto& second = reading.device.configurations.at(0).interfaces.at(1).settings.at(0);
    CHECK(std::get<hid::Function>(second.details).report == 1U);
  }
}

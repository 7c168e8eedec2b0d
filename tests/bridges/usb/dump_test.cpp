// SPDX-License-Identifier: Apache-2.0
#include "ddb/usb/dump.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "dump_images.hpp"
#include "hand_made.hpp"

using namespace ddb::usb;
using namespace hand_made;

namespace {

using Json = nlohmann::json;

// A feature unit without bits for the channels, and a device that says it has two interfaces.
Reading audio() {
  Bytes bytes = device({interface(1, 1, 0), descriptor({0x24, 1, 0x00, 0x01, 8, 0, 0}),
                        descriptor({0x24, 6, 2, 1, 1, 3, 4}), endpoint(0x81, 5, 192, 1)});
  bytes[18 + 4] = 2;
  return read(bytes);
}

// Fills a class-specific descriptor with two values in turn.
Bytes filled(std::uint8_t type, std::uint8_t subtype, std::size_t length,
             std::array<std::uint8_t, 2> values) {
  Bytes bytes = {static_cast<std::uint8_t>(length), type, subtype};
  while (bytes.size() < length) bytes.push_back(values[bytes.size() % 2]);
  return bytes;
}

std::vector<std::size_t> all_places(std::size_t begin, std::size_t end) {
  std::vector<std::size_t> places;
  for (std::size_t at = begin; at < end; ++at) places.push_back(at);
  return places;
}

bool nothing_silent(std::size_t /*at*/) { return false; }

// The values of two bytes that choose what follows: types of terminals, units and formats.
constexpr std::array<std::array<std::uint8_t, 2>, 8> kValues = {
    {{1, 1}, {1, 0}, {0, 1}, {2, 0}, {0, 2}, {1, 2}, {2, 1}, {3, 0}}};

// Whether the part behind `before` bytes is read; then every byte of it must be shown.
std::size_t check_descriptor(const Bytes& before, const Bytes& part) {
  const Reading reading = read({before, part});
  const AlternateSetting& setting = first_setting(reading);
  if (!setting.not_understood.empty()) return 0;
  const Bytes bytes = device({before, part});
  const std::string lost = dump_images::loss(
      bytes, all_places(bytes.size() - part.size() + 2, bytes.size()),
      [](const Bytes& changed) { return read(changed); }, nothing_silent);
  INFO(lost);
  CHECK(lost.empty());
  return 1;
}

}  // namespace

TEST_CASE("a dump for people", "[dump]") {
  const std::string text = dump_text(audio(), {{1, "maker\x1b[2J"}, {4, "loudness"}});
  const std::string expected = R"(Device Descriptor: (at 0)
  bLength                   18
  bDescriptorType           1
  bcdUSB                    2.00
  bDeviceClass              0  by interface
  bDeviceSubClass           0
  bDeviceProtocol           0
  bMaxPacketSize0           64
  idVendor                  0x077d
  idProduct                 0x07af
  bcdDevice                 1.23
  iManufacturer             1  maker\x1b[2J
  iProduct                  2
  iSerial                   3
  bNumConfigurations        1
Configuration Descriptor: (at 18)
  bLength                   9
  bDescriptorType           2
  wTotalLength              41
  bNumInterfaces            2
  bConfigurationValue       1
  iConfiguration            4  loudness
  bmAttributes              0xa0  bus powered, remote wakeup
  bMaxPower                 50  in 2 mA, at SuperSpeed in 8 mA
  extent                    41  bytes that were found of it and all its own
  warning: the configuration says that it has 2 interfaces, and it has 1
  Interface Descriptor: (at 27)
    bLength                   9
    bDescriptorType           4
    bInterfaceNumber          0
    bAlternateSetting         0
    bNumEndpoints             0
    bInterfaceClass           1  audio
    bInterfaceSubClass        1
    bInterfaceProtocol        0  audio control
    iInterface                0
    error: interface 0, alternate setting 0 says that it has 0 endpoints, and it has 1
    AudioControl Interface Descriptor: (at 36)
      bLength                   8
      bDescriptorType           36
      bDescriptorSubtype        1
      bcdADC                    1.00
      wTotalLength              8
      bInCollection             0
      baInterfaceNr
      warning: the AudioControl header says that it and its own have 8 bytes, and they have 16
    AudioControl Interface Descriptor: (at 44)
      bLength                   8
      bDescriptorType           36
      bDescriptorSubtype        6
      bUnitID                   2
      bSourceID                 1
      bControlSize              1
      bmaControls               0x03  master mute volume
      iFeature                  4  loudness
      warning: the feature unit 2 takes its signal from 1, which is not there
    Endpoint Descriptor: (at 52)
      bLength                   7
      bDescriptorType           5
      bEndpointAddress          0x81  number 1, in
      bmAttributes              0x05  isochronous, synchronization asynchronous, usage data
      wMaxPacketSize            0x00c0  1 of 192 bytes
      bInterval                 1
)";
  CHECK(text == expected);
}

TEST_CASE("a dump for programs", "[dump]") {
  const std::string text = dump_json(audio(), {{1, "maker\xff"}});
  CHECK(text.back() == '\n');
  const Json json = Json::parse(text);
  CHECK(json["device"]["idVendor"] == 0x077d);
  CHECK(json["device"]["meanings"]["iManufacturer"] == "maker\xef\xbf\xbd");
  const Json& interface = json["configurations"][0]["interfaces"][0];
  CHECK(interface["offset"] == kFirstPart);
  CHECK(interface["class_specific"][1]["bmaControls"] == Json::array({3}));
  CHECK(interface["endpoints"][0]["wMaxPacketSize"] == 192);
  CHECK(json["bos"].is_null());
  CHECK(json["report_descriptors"].empty());
  CHECK(json["complaints"].size() == 4);
  CHECK(json["complaints"][0]["offset"] == 18);
  CHECK(json["complaints_left_out"] == 0);
}

TEST_CASE("nothing at all has a dump too", "[dump]") {
  const Reading reading = read(Bytes{});
  CHECK(dump_text(reading) == "error: at 0: there are no bytes: a device descriptor has 18\n");
  const Json json = Json::parse(dump_json(reading));
  CHECK(json["device"].is_null());
  CHECK(json["configurations"].empty());
}

TEST_CASE("bytes that are kept are in the dump", "[dump]") {
  const Reading reading = read({interface(0xff, 0, 0), descriptor({0x41, 0xab, 0xcd})});
  const Json opaque =
      Json::parse(dump_json(reading))["configurations"][0]["interfaces"][0]["not_understood"][0];
  CHECK(opaque["bytes"] == "0441abcd");
  CHECK(opaque["reason"] == "vendor specific");
  CHECK(dump_text(reading).find("0441abcd") != std::string::npos);
}

TEST_CASE("a report descriptor in a dump", "[dump]") {
  const Bytes report = {0x05, 0x01, 0x09, 0x04, 0xa1, 0x01, 0x85, 0x02, 0x15, 0x81, 0x25, 0x7f,
                        0x35, 0x00, 0x46, 0xff, 0x00, 0x55, 0x0e, 0x65, 0x11, 0x75, 0x08, 0x95,
                        0x02, 0x0b, 0x30, 0x00, 0x01, 0x00, 0x79, 0x03, 0x81, 0x06, 0xc0};
  const std::span<const std::uint8_t> given(report);
  const Reading reading = ddb::usb::read(
      {.descriptors = device({interface(3, 0, 0)}), .report_descriptors = {&given, 1}});
  const Json json = Json::parse(dump_json(reading))["report_descriptors"][0];
  CHECK(json["wDescriptorLength"] == report.size());
  CHECK(json["reports"][0] ==
        Json({{"descriptor", "report"}, {"kind", "input"}, {"report_id", 2}, {"bits", 16}}));
  const Json collection = json["collections"][0];
  CHECK(collection["type"] == 1);
  CHECK(collection["usage"] == 0x00010004);
  Json field = collection["fields"][0];
  CHECK(field["meanings"]["flags"] == "data, variable, relative");
  CHECK(field["meanings"]["unit"] == "SI linear, length 1");
  field.erase("meanings");
  for (Json& local : field["locals"]) local.erase("meanings");
  const Json usage = {
      {"descriptor", "usage"}, {"minimum", 0x00010030}, {"maximum", 0x00010030}, {"own_page", 1}};
  const Json string = {{"descriptor", "string"}, {"minimum", 3}, {"maximum", 3}, {"own_page", 1}};
  CHECK(field == Json({{"descriptor", "Field"},
                       {"offset", 32},
                       {"kind", "input"},
                       {"flags", 6},
                       {"report_id", 2},
                       {"bit_offset", 0},
                       {"report_size", 8},
                       {"report_count", 2},
                       {"logical_minimum", -127},
                       {"logical_maximum", 127},
                       {"physical_minimum", 0},
                       {"physical_maximum", 255},
                       {"unit_exponent", -2},
                       {"unit", 0x11},
                       {"locals", Json::array({usage, string})}}));
}

TEST_CASE("every byte of the descriptors of every class is shown", "[dump]") {
  struct Kind {
    Bytes before;
    std::uint8_t type = 0x24;
  };
  const Bytes video_format = descriptor({0x24, 6, 1, 1, 0, 0, 0, 0, 0, 0});
  const std::vector<Kind> kinds = {
      {interface(1, 1, 0)},
      {interface(1, 2, 0)},
      {joined({interface(1, 2, 0, 1), endpoint(0x81, 5)}), 0x25},
      {interface(1, 3, 0)},
      {joined({interface(1, 3, 0, 1), endpoint(0x81)}), 0x25},
      {interface(1, 1, 0x20)},
      {interface(1, 2, 0x20)},
      {joined({interface(1, 2, 0x20, 1), endpoint(0x81, 5)}), 0x25},
      {interface(1, 1, 0x30)},
      {interface(1, 2, 0x30)},
      {joined({interface(1, 2, 0x30, 1), endpoint(0x81, 5)}), 0x25},
      {interface(2, 2, 1)},
      {interface(3, 0, 0), 0x21},
      {interface(7, 1, 4), 0x21},
      {interface(9, 0, 0), 0x29},
      {interface(9, 0, 3), 0x2a},
      {interface(11, 0, 0), 0x21},
      {interface(14, 1, 0)},
      {joined({interface(14, 1, 0, 1), endpoint(0x81, 3)}), 0x25},
      {interface(14, 2, 0)},
      {joined({interface(14, 2, 0), video_format})},
      {interface(0xfe, 1, 1), 0x21},
      {joined({interface(0xff, 0, 0, 1), endpoint(0x81)}), 0x30},
      {joined({interface(0xff, 0, 0, 1), endpoint(0x81)}), 0x31},
      {interface(0xff, 0, 0), 0x0b},
      {interface(0xff, 0, 0), 0x09},
      {interface(0xff, 0, 0), 0x05},
  };
  constexpr std::size_t most_known = 60;
  std::size_t read = 0;
  for (const Kind& kind : kinds) {
    for (std::uint8_t subtype = 0; subtype < 0x1e; ++subtype) {
      // Types of one kind of descriptor have a field in the place of the subtype.
      if (kind.type != 0x24 && kind.type != 0x25 && subtype > 0) break;
      for (const auto& values : kValues) {
        INFO("class " << unsigned{kind.before[5]} << ", " << unsigned{kind.before[6]} << ", "
                      << unsigned{kind.before[7]} << ", type " << unsigned{kind.type}
                      << ", subtype " << unsigned{subtype} << ", values " << unsigned{values[0]}
                      << ", " << unsigned{values[1]});
        read += check_descriptor(kind.before, filled(kind.type, subtype, most_known, values));
      }
    }
  }
  std::cout << read << " descriptors\n";
  CHECK(read > 500);
}

TEST_CASE("every byte of a device capability is shown", "[dump]") {
  constexpr std::size_t most_known = 60;
  std::size_t read = 0;
  for (std::uint8_t type = 1; type < 0x12; ++type) {
    for (const auto& values : kValues) {
      const Bytes part = filled(0x10, type, most_known, values);
      const Bytes bytes = joined({descriptor({0x0f, 5 + most_known, 0, 1}), part});
      const auto read_bos = [](const Bytes& changed) {
        return ddb::usb::read({.descriptors = device({interface(0xff, 0, 0)}), .bos = changed});
      };
      if (!read_bos(bytes).device.bos->not_understood.empty()) continue;
      ++read;
      INFO("capability " << unsigned{type} << ", values " << unsigned{values[0]} << ", "
                         << unsigned{values[1]});
      const std::string lost =
          dump_images::loss(bytes, all_places(7, bytes.size()), read_bos, nothing_silent);
      INFO(lost);
      CHECK(lost.empty());
    }
  }
  CHECK(read > 60);
}

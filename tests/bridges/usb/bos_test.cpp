// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "hand_made.hpp"

using namespace ddb::usb;
using namespace hand_made;

namespace {

#define DDB_UUID \
  0x38, 0xb6, 0x08, 0x34, 0xa9, 0x09, 0xa0, 0x47, 0x8b, 0xfd, 0xa0, 0x76, 0x88, 0x15, 0xb6, 0x65

Reading read_bos(std::initializer_list<Bytes> capabilities) {
  const Bytes content = joined(capabilities);
  const unsigned total = static_cast<unsigned>(content.size()) + 5;
  const Bytes bos = joined(
      {descriptor({0x0f, total & 0xffU, total >> 8U, static_cast<unsigned>(capabilities.size())}),
       content});
  const Bytes descriptors = device({interface(0xff, 0, 0)});
  return ddb::usb::read({.descriptors = descriptors, .bos = bos});
}

template <class Capability>
const Capability& capability(const Reading& reading, std::size_t index) {
  return std::get<Capability>(reading.device.bos->capabilities.at(index));
}

}  // namespace

TEST_CASE("BOS: the capabilities", "[bos]") {
  Bytes billboard = {0x10, 0x0d, 1, 2, 0, 0x03, 0x00};
  billboard.resize(billboard.size() + 32, 0xff);
  billboard.insert(billboard.end(), {0x20, 0x01, 0, 0, 0x01, 0xff, 0, 4, 0x87, 0x80, 1, 5});
  billboard.insert(billboard.begin(), static_cast<std::uint8_t>(billboard.size() + 1));
  const Reading reading = read_bos(
      {descriptor({0x10, 2, 0x1e, 0xf4, 0, 0}), descriptor({0x10, 3, 2, 0x0e, 0, 1, 10, 0xff, 7}),
       descriptor({0x10, 4, 0, DDB_UUID}), descriptor({0x10, 5, 0, DDB_UUID, 0, 1, 2, 3}),
       descriptor({0x10, 6, 0, 0x1e, 0, 0, 0, 0x20, 1, 0, 2, 0x20, 1}),
       descriptor({0x10, 0x0a, 0, 1, 0, 0, 0, 0, 0x11, 0, 0, 0x30, 0x40, 10, 0, 0xb0, 0x40, 10, 0}),
       descriptor({0x10, 0x0b}), billboard, descriptor({0x10, 0x0f, 1, 4, 3, 2, 1}),
       descriptor({0x10, 0x10, 0, 1, 0xef, 2, 1, 2, 0, 1})});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  REQUIRE(reading.device.bos);
  CHECK(capability<bos::Usb2Extension>(reading, 0).attributes == 0xf41e);
  const auto& speed = capability<bos::SuperSpeed>(reading, 1);
  CHECK(speed.attributes == 2);
  CHECK(speed.speeds == 0x0e);
  CHECK(speed.full_function == 1);
  CHECK(speed.u1_exit_latency == 10);
  CHECK(speed.u2_exit_latency == 0x07ff);
  CHECK(capability<bos::ContainerId>(reading, 2).id == bos::Uuid{DDB_UUID});
  const auto& platform = capability<bos::Platform>(reading, 3);
  CHECK(bos::platform_name(platform.id) == std::string("WebUSB"));
  CHECK(platform.data == std::vector<std::uint8_t>{0, 1, 2, 3});
  const auto& power = capability<bos::PowerDelivery>(reading, 4);
  CHECK(power.attributes == 0x1e);
  CHECK(power.charging_release == 0x0120);
  CHECK(power.power_release == 0x0200);
  CHECK(power.connector_release == 0x0120);
  const auto& plus = capability<bos::SuperSpeedPlus>(reading, 5);
  REQUIRE(plus.sublinks.size() == 2);
  CHECK(plus.functionality == 0x1100);
  CHECK(plus.sublinks[0].bits_per_second() == 10'000'000'000);
  CHECK_FALSE(plus.sublinks[0].transmits());
  CHECK(plus.sublinks[1].transmits());
  CHECK(capability<bos::PrecisionTime>(reading, 6).place.length == 3);
  const auto& board = capability<bos::Billboard>(reading, 7);
  CHECK(board.url == 1);
  CHECK(board.connector_power == 3);
  CHECK(board.release == 0x0120);
  CHECK(board.modes == std::vector<bos::AlternateMode>{{0xff01, 0, 4}, {0x8087, 1, 5}});
  CHECK(capability<bos::BillboardMode>(reading, 8).mode_object == 0x01020304);
  CHECK(capability<bos::ConfigurationSummary>(reading, 9).device_class == 0xef);
  CHECK(capability<bos::ConfigurationSummary>(reading, 9).configurations ==
        std::vector<std::uint8_t>{0, 1});
}

TEST_CASE("BOS: what is not understood, and what lies", "[bos]") {
  const Reading unknown = read_bos({descriptor({0x10, 0x0e, 1, 2})});
  CHECK(sentences(unknown.complaints) ==
        "warning: a device capability of type 0x0e (authentication) is kept as bytes\n");
  CHECK(unknown.complaints.at(0).source == Source::Bos);
  CHECK(unknown.complaints.at(0).offset == 5);
  CHECK(unknown.device.bos->not_understood == std::vector{Opaque{{5, 5}, 0x10, Unread::Unknown}});
  CHECK(read_bos({descriptor({0x10, 2, 0})}).failed());

  const Bytes whole = joined({descriptor({0x0f, 12, 0, 1}), descriptor({0x10, 2, 1, 0, 0, 0})});
  for (std::size_t size = 1; size < whole.size(); ++size) {
    const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    const Reading reading = ddb::usb::read({.descriptors = device({}), .bos = cut});
    CHECK(reading.failed());
  }
}

// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "hand_made.hpp"

using namespace ddb::usb;
using namespace hand_made;

TEST_CASE("mass storage: bulk only has no descriptor, UAS has pipes", "[small_classes]") {
  CHECK(sentences(read({interface(8, 6, 0x50, 2), endpoint(0x81), endpoint(0x02)}).complaints)
            .empty());
  const Reading reading = read({interface(8, 6, 0x62, 2), endpoint(0x81), descriptor({0x24, 3, 0}),
                                endpoint(0x02), descriptor({0x24, 4, 0})});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  const AlternateSetting& setting = first_setting(reading);
  CHECK(std::get<storage::PipeUsage>(setting.endpoints.at(0).details).pipe ==
        storage::Pipe::DataIn);
  CHECK(storage::pipe_name(std::get<storage::PipeUsage>(setting.endpoints.at(1).details).pipe) ==
        std::string("data out"));
}

TEST_CASE("still image, billboard, Bluetooth, measurement: no descriptor of their own",
          "[small_classes]") {
  for (const Bytes& bytes : {interface(6, 1, 1), interface(0x11, 0, 0), interface(0xe0, 1, 1),
                             interface(0xfe, 3, 1), interface(7, 1, 2), interface(9, 0, 0)}) {
    CHECK(sentences(read({bytes}).complaints).empty());
  }
}

TEST_CASE("a descriptor that the class does not define", "[small_classes]") {
  const Reading reading =
      read({interface(6, 1, 1), descriptor({0x24, 9, 1}), descriptor({0x77, 1})});
  CHECK(sentences(reading.complaints) ==
        "warning: a class-specific descriptor of type 0x24, subtype 0x09 that the class \"still "
        "image\" does not define\n"
        "warning: a descriptor of type 0x77 that the class \"still image\" does not define\n");
  CHECK(first_setting(reading).not_understood.size() == 2);
}

TEST_CASE("smart card", "[small_classes]") {
  const Reading reading = read(
      {interface(11, 0, 0),
       descriptor({0x21, 0x10, 0x01, 2, 7,    3,    0,    0,    0,    0xa0, 0x0f, 0,    0, 0x40,
                   0x1f, 0,    0,    4, 0x80, 0x25, 0,    0,    0x00, 0xc2, 1,    0,    5, 0xfe,
                   0,    0,    0,    6, 0,    0,    0,    7,    0,    0,    0,    0x30, 0, 2,
                   0,    0x0f, 1,    0, 0,    0xff, 0xfe, 0x10, 0x02, 3,    8})});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  const auto& card = first<ccid::Function>(reading);
  CHECK(card.place.length == 54);
  CHECK(card.release == 0x0110);
  CHECK(card.maximum_slot_index == 2);
  CHECK(card.voltages == 7);
  CHECK(card.protocols == 3);
  CHECK(card.default_clock == 4000);
  CHECK(card.maximum_clock == 8000);
  CHECK(card.clocks == 4);
  CHECK(card.data_rate == 9600);
  CHECK(card.maximum_data_rate == 115200);
  CHECK(card.data_rates == 5);
  CHECK(card.maximum_ifsd == 254);
  CHECK(card.synchronous_protocols == 6);
  CHECK(card.mechanical == 7);
  CHECK(card.features == 0x20030);
  CHECK(card.maximum_message_length == 271);
  CHECK(card.class_get_response == 0xff);
  CHECK(card.class_envelope == 0xfe);
  CHECK(card.lcd_layout == 0x0210);
  CHECK(card.pin_support == 3);
  CHECK(card.maximum_busy_slots == 8);
}

TEST_CASE("firmware upgrade", "[small_classes]") {
  SECTION("1.1") {
    const Reading reading =
        read({interface(0xfe, 1, 1), descriptor({0x21, 0x0b, 0xff, 0, 0x00, 0x04, 0x1a, 0x01})});
    CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
    const auto& upgrade = first<dfu::Function>(reading);
    CHECK(upgrade.can_download());
    CHECK(upgrade.can_upload());
    CHECK_FALSE(upgrade.manifestation_tolerant());
    CHECK(upgrade.will_detach());
    CHECK(upgrade.detach_time == 255);
    CHECK(upgrade.transfer_size == 1024);
    CHECK(upgrade.release == 0x011a);
  }
  SECTION("1.0 says no version") {
    const Reading reading = read({interface(0xfe, 1, 1), descriptor({0x21, 5, 0xff, 0, 0x40, 0})});
    CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
    CHECK_FALSE(first<dfu::Function>(reading).release);
  }
  SECTION("missing, and there twice") {
    CHECK(sentences(read({interface(0xfe, 1, 1)}).complaints) ==
          "warning: the firmware upgrade descriptor is missing\n");
    const Bytes upgrade = descriptor({0x21, 5, 0xff, 0, 0x40, 0});
    CHECK(sentences(read({interface(0xfe, 1, 1), upgrade, upgrade}).complaints) ==
          "error: the firmware upgrade descriptor is there twice\n");
  }
}

TEST_CASE("a printer that speaks IPP", "[small_classes]") {
  // The first is as a printer has it, of ten bytes.
  const Bytes basic = descriptor({0x21, 1, 1, 0, 4, 0x11, 0, 0, 0});
  CHECK(first<printer::Function>(read({interface(7, 1, 4), basic})).versions.at(0) ==
        printer::Version{0, {0x11, 0, 0, 0}});
  const Reading reading =
      read({interface(7, 1, 4), descriptor({0x21, 1, 2, 0, 5, 1, 0, 2, 3, 4, 0x20, 1, 9})});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  const auto& printer = first<printer::Function>(reading);
  CHECK(printer.release == 1);
  REQUIRE(printer.versions.size() == 2);
  CHECK(printer.versions[0] == printer::Version{0, {1, 0, 2, 3, 4}});
  CHECK(printer.versions[1] == printer::Version{0x20, {9}});
}

TEST_CASE("hub descriptors", "[small_classes]") {
  SECTION("of USB 2.0, by itself") {
    const hub::HubReading reading =
        hub::read_hub(descriptor({0x29, 9, 0xe9, 0, 50, 100, 0x02, 0x01, 0xff, 0xff}));
    CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
    REQUIRE(reading.hub);
    CHECK(reading.hub->ports == 9);
    CHECK(reading.hub->characteristics == 0xe9);
    CHECK(reading.hub->power_on_delay == 50);
    CHECK(reading.hub->controller_current == 100);
    CHECK(reading.hub->not_removable == std::vector<std::uint8_t>{2, 1});
    CHECK(reading.hub->power_control == std::vector<std::uint8_t>{0xff, 0xff});
  }
  SECTION("of USB 3, in a configuration") {
    const Reading reading =
        read({interface(9, 0, 3), descriptor({0x2a, 4, 9, 0, 50, 0, 4, 0x2c, 1, 2, 0})});
    CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
    const auto& hub = first<hub::Function>(reading);
    CHECK(hub.decode_latency == 4);
    CHECK(hub.delay == 300);
    CHECK(hub.not_removable == std::vector<std::uint8_t>{2, 0});
    CHECK(hub.power_control.empty());
  }
  SECTION("none") {
    for (const Bytes& bytes : {Bytes{}, Bytes{9, 0x29, 4}, Bytes{3, 0x29, 4}, Bytes{2, 0x77}}) {
      const hub::HubReading reading = hub::read_hub(bytes);
      CHECK_FALSE(reading.hub);
      CHECK_FALSE(reading.complaints.empty());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "hand_made.hpp"

using namespace ddb::usb;
using namespace hand_made;

TEST_CASE("MIDI: jacks, elements and endpoints", "[midi]") {
  const Reading reading =
      read({interface(1, 3, 0, 1), descriptor({0x24, 1, 0x00, 0x01, 0x41, 0}),
            descriptor({0x24, 2, 1, 1, 5}), descriptor({0x24, 2, 2, 2, 6}),
            descriptor({0x24, 3, 1, 3, 1, 2, 1, 7}),
            descriptor({0x24, 4, 4, 1, 3, 1, 1, 8, 9, 2, 0x12, 0x00, 10}),
            descriptor({0x05, 0x02, 2, 64, 0, 0, 0, 0}), descriptor({0x25, 1, 1, 1})});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  const auto& streaming = first<midi::Streaming>(reading);
  REQUIRE(streaming.header);
  CHECK(streaming.header->release == 0x0100);
  CHECK(streaming.header->total_length == 0x41);
  const auto& in = std::get<midi::InJack>(streaming.entities.at(0));
  CHECK(in.type == midi::JackType::Embedded);
  CHECK(in.id == 1);
  CHECK(in.name == 5);
  CHECK(std::get<midi::InJack>(streaming.entities.at(1)).type == midi::JackType::External);
  const auto& out = std::get<midi::OutJack>(streaming.entities.at(2));
  CHECK(out.id == 3);
  CHECK(out.sources == std::vector<std::uint8_t>{2});
  CHECK(out.pins == std::vector<std::uint8_t>{1});
  CHECK(out.name == 7);
  const auto& element = std::get<midi::Element>(streaming.entities.at(3));
  CHECK(element.sources == std::vector<std::uint8_t>{3});
  CHECK(element.output_pins == 1);
  CHECK(element.in_terminal_link == 8);
  CHECK(element.out_terminal_link == 9);
  CHECK(element.capabilities == std::vector<std::uint8_t>{0x12, 0x00});
  CHECK(element.name == 10);
  const Endpoint& endpoint = first_setting(reading).endpoints.at(0);
  CHECK(std::get<midi::JackEndpoint>(endpoint.details).jacks == std::vector<std::uint8_t>{1});
}

TEST_CASE("MIDI: jacks that cannot be", "[midi]") {
  const Reading reading = read({interface(1, 3, 0, 1), descriptor({0x24, 3, 1, 3, 1, 3, 1, 0}),
                                endpoint(0x81), descriptor({0x25, 1, 1, 9})});
  CHECK(sentences(reading.complaints) ==
        "error: the MIDI OUT jack 3 is its own source, by way of 3\n"
        "error: the MIDI endpoint belongs to jack 9, which is not there\n");
}

TEST_CASE("MIDI 2.0: group terminal blocks", "[midi]") {
  const Reading reading =
      read({interface(1, 3, 0, 1, 0, 0), descriptor({0x24, 1, 0x00, 0x02, 7, 0}), endpoint(0x81),
            descriptor({0x25, 2, 2, 1, 2})});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  CHECK(std::get<midi::GroupEndpoint>(first_setting(reading).endpoints.at(0).details).blocks ==
        std::vector<std::uint8_t>{1, 2});

  Bytes bytes = joined(
      {descriptor({0x26, 1, 18, 0}), descriptor({0x26, 2, 1, 2, 3, 4, 5, 0x11, 1, 0, 2, 0})});
  SECTION("whole") {
    const midi::GroupTerminalBlocksReading blocks = midi::read_group_terminal_blocks(bytes);
    CHECK_THAT(sentences(blocks.complaints), Catch::Equals(""));
    CHECK(blocks.group_terminal_blocks.total_length == 18);
    const midi::GroupTerminalBlock& block = blocks.group_terminal_blocks.blocks.at(0);
    CHECK(block.id == 1);
    CHECK(block.type == midi::BlockType::OutputOnly);
    CHECK(block.first_group == 3);
    CHECK(block.groups == 4);
    CHECK(block.name == 5);
    CHECK(block.protocol == 0x11);
    CHECK(block.maximum_input_rate == 1);
    CHECK(block.maximum_output_rate == 2);
  }
  SECTION("cut at every byte") {
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      CHECK_FALSE(
          midi::read_group_terminal_blocks(std::span(bytes).first(size)).complaints.empty());
    }
  }
}

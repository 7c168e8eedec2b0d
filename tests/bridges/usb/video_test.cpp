// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "hand_made.hpp"

using namespace ddb::usb;
using namespace hand_made;

namespace {

// The bytes of a GUID that begins with four characters.
#define DDB_GUID 'Y', 'U', 'Y', '2', 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71

const Bytes kVideoFrame =
    descriptor({0x24, 0x05, 1, 1,    0x80, 2, 0xe0, 1, 1,    0,    0, 0, 2,    0,    0,    0, 0,
                0x60, 9,    0, 0x15, 0x16, 5, 0,    2, 0x15, 0x16, 5, 0, 0x2a, 0x2c, 0x0a, 0});

}  // namespace

TEST_CASE("video: terminals and units", "[video]") {
  const Reading reading =
      read({interface(0x0e, 1, 0, 1),
            descriptor({0x24, 1, 0x00, 0x01, 125, 0, 0x80, 0x8d, 0x5b, 0, 1, 1}),
            descriptor({0x24, 2, 1, 0x01, 0x02, 0, 5, 1, 0, 2, 0, 3, 0, 3, 0x0e, 0x20, 0}),
            descriptor({0x24, 2, 2, 0x02, 0x02, 0, 6, 1, 7, 2, 8, 9}),
            descriptor({0x24, 4, 3, 2, 1, 2, 7}),
            descriptor({0x24, 5, 4, 3, 0x34, 0x12, 2, 0x0f, 0x01, 8, 3}),
            descriptor({0x24, 6, 5, DDB_GUID, 9, 1, 4, 2, 0xff, 0x01, 10}),
            descriptor({0x24, 7, 6, 5, 11, 3, 1, 2, 3, 4, 5, 6}),
            descriptor({0x24, 3, 7, 0x01, 0x01, 0, 6, 12}),
            descriptor({0x24, 3, 8, 0x02, 0x03, 0, 6, 13, 1, 5, 0}), endpoint(0x83, 3, 16, 6),
            descriptor({0x25, 3, 16, 0}), interface(0x0e, 2, 0, 0, 1)});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  const auto& control = first<video::Control>(reading);
  REQUIRE(control.header);
  CHECK(control.header->release == 0x0100);
  CHECK(control.header->clock_frequency == 6000000);
  CHECK(control.header->interfaces == std::vector<std::uint8_t>{1});
  const auto& camera = std::get<video::InputTerminal>(control.entities.at(0));
  CHECK(video::terminal_type_name(camera.terminal_type) == std::string("camera"));
  CHECK(camera.name == 5);
  CHECK(std::get<video::Camera>(camera.details) == video::Camera{1, 2, 3, {0x0e, 0x20, 0}});
  const auto& tape = std::get<video::InputTerminal>(control.entities.at(1));
  CHECK(std::get<video::MediaTransport>(tape.details) == video::MediaTransport{{7}, {8, 9}});
  CHECK(std::get<video::SelectorUnit>(control.entities.at(2)).sources ==
        std::vector<std::uint8_t>{1, 2});
  const auto& processing = std::get<video::ProcessingUnit>(control.entities.at(3));
  CHECK(processing.source == 3);
  CHECK(processing.maximum_multiplier == 0x1234);
  CHECK(processing.controls == std::vector<std::uint8_t>{0x0f, 0x01});
  CHECK(processing.name == 8);
  CHECK(processing.video_standards == 3);
  const auto& extension = std::get<video::ExtensionUnit>(control.entities.at(4));
  CHECK(extension.extension_code == video::Guid{DDB_GUID});
  CHECK(extension.control_count == 9);
  CHECK(extension.sources == std::vector<std::uint8_t>{4});
  CHECK(extension.controls == std::vector<std::uint8_t>{0xff, 0x01});
  CHECK(extension.name == 10);
  const auto& encoding = std::get<video::EncodingUnit>(control.entities.at(5));
  CHECK(encoding.source == 5);
  CHECK(encoding.name == 11);
  CHECK(encoding.controls == 0x030201);
  CHECK(encoding.runtime_controls == 0x060504);
  CHECK(std::get<video::OutputTerminal>(control.entities.at(6)).source == 6);
  CHECK(std::get<video::MediaTransport>(
            std::get<video::OutputTerminal>(control.entities.at(7)).details) ==
        video::MediaTransport{{5}, {}});
  CHECK(std::get<video::InterruptEndpoint>(first_setting(reading).endpoints.at(0).details)
            .maximum_transfer_size == 16);
}

TEST_CASE("video: a capture stream", "[video]") {
  const Reading reading = read(
      {interface(0x0e, 2, 0, 0), descriptor({0x24, 1, 2, 163, 0, 0x81, 1, 7, 2, 1, 0, 1, 4, 5}),
       descriptor({0x24, 4, 1, 1, DDB_GUID, 16, 1, 4, 3, 2, 1}), kVideoFrame,
       descriptor({0x24, 3, 0, 2, 0x80, 2, 0xe0, 1, 0x40, 1, 0xf0, 0, 1, 9}),
       descriptor({0x24, 0x0d, 1, 2, 3}),
       descriptor({0x24, 0x10, 2, 1, DDB_GUID, 16, 1, 0, 0, 0, 0, 1}),
       descriptor({0x24, 0x11, 1, 0, 0x80, 7, 0x38, 4, 1, 0, 0, 0, 2, 0, 0, 0, 0x15, 0x16, 5,
                   0,    0,    3, 0, 0,    0, 1,    0, 0, 0, 2, 0, 0, 0, 3, 0, 0,    0})});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  const auto& streaming = first<video::Streaming>(reading);
  const auto& header = std::get<video::InputHeader>(streaming.header);
  CHECK(header.formats == 2);
  CHECK(header.endpoint == 0x81);
  CHECK(header.info == 1);
  CHECK(header.terminal_link == 7);
  CHECK(header.still_capture_method == 2);
  CHECK(header.trigger_support == 1);
  CHECK(header.control_size == 1);
  CHECK(header.controls == std::vector<std::uint8_t>{4, 5});
  REQUIRE(streaming.formats.size() == 2);
  const video::Format& raw = streaming.formats[0];
  const auto& uncompressed = std::get<video::Uncompressed>(raw.kind);
  CHECK(uncompressed.format == video::Guid{DDB_GUID});
  CHECK(uncompressed.bits_per_pixel == 16);
  CHECK(uncompressed.common == video::FormatCommon{1, 4, 3, 2, 1});
  REQUIRE(raw.frames.size() == 1);
  const video::Frame& frame = raw.frames[0];
  CHECK(frame.index == 1);
  CHECK(frame.capabilities == 1);
  CHECK(frame.width == 640);
  CHECK(frame.height == 480);
  CHECK(frame.minimum_bit_rate == 1);
  CHECK(frame.maximum_bit_rate == 2);
  CHECK(frame.maximum_frame_size == 614400);
  CHECK_FALSE(frame.bytes_per_line);
  CHECK(frame.default_interval == 333333);
  CHECK(frame.intervals == video::Intervals{std::vector<std::uint32_t>{333333, 666666}});
  REQUIRE(raw.stills.size() == 1);
  CHECK(raw.stills[0].sizes == std::vector<video::StillImageFrame::Size>{{640, 480}, {320, 240}});
  CHECK(raw.stills[0].compressions == std::vector<std::uint8_t>{9});
  REQUIRE(raw.colors.size() == 1);
  CHECK(raw.colors[0].primaries == 1);
  CHECK(raw.colors[0].transfer == 2);
  CHECK(raw.colors[0].coefficients == 3);
  const video::Format& coded = streaming.formats[1];
  CHECK(video::format_name(coded) == std::string("frame based"));
  CHECK(std::get<video::FrameBased>(coded.kind).variable_size == 1);
  REQUIRE(coded.frames.size() == 1);
  CHECK(coded.frames[0].bytes_per_line == 3);
  CHECK_FALSE(coded.frames[0].maximum_frame_size);
  CHECK(coded.frames[0].intervals == video::Intervals{video::IntervalRange{1, 2, 3}});
}

TEST_CASE("video: other formats", "[video]") {
  const Reading reading =
      read({interface(0x0e, 2, 0, 0), descriptor({0x24, 2, 6, 159, 0, 1, 7, 1, 1, 2, 3, 4, 5, 6}),
            descriptor({0x24, 6, 1, 0, 1, 1, 0, 0, 0, 0}), descriptor({0x24, 0x0a, 2, 0, 188, 192}),
            descriptor({0x24, 0x0a, 3, 0, 188, 188, DDB_GUID}),
            descriptor({0x24, 0x0c, 4, 0x00, 0x10, 0, 0, 0x81}),
            descriptor({0x24, 0x12, 5, DDB_GUID, 0x00, 2, 0, 0}),
            descriptor({0x24, 0x13, 6, 1,  1, 2,  3, 4,  5, 0,  6, 1,  0,  2,  0,  3,  0,
                        4,    0,    5, 0,  6, 0,  7, 0,  8, 0,  9, 0,  10, 0,  11, 0,  12,
                        0,    13,   0, 14, 0, 15, 0, 16, 0, 17, 0, 18, 0,  19, 0,  20, 0}),
            descriptor({0x24, 0x14, 1, 0x80, 7, 0x38, 4, 1, 0, 1, 0, 0x40, 0x66, 40, 2, 0,
                        3,    0,    0, 0,    4, 0,    5, 0, 0, 0, 6, 0,    0,    0,  7, 0,
                        0,    0,    8, 0,    0, 0,    9, 0, 0, 0, 1, 10,   0,    0,  0})});
  CHECK(sentences(reading.complaints) ==
        "warning: the video header says that it and its own have 159 bytes, and they have 189\n");
  const auto& streaming = first<video::Streaming>(reading);
  const auto& header = std::get<video::OutputHeader>(streaming.header);
  CHECK(header.endpoint == 1);
  CHECK(header.terminal_link == 7);
  CHECK(header.controls.size() == 6);
  CHECK(std::get<video::MotionJpeg>(streaming.formats.at(0).kind).flags == 1);
  CHECK_FALSE(std::get<video::Mpeg2Transport>(streaming.formats.at(1).kind).stride);
  CHECK(std::get<video::Mpeg2Transport>(streaming.formats.at(2).kind).stride ==
        video::Guid{DDB_GUID});
  CHECK(std::get<video::Dv>(streaming.formats.at(3).kind).maximum_frame_size == 4096);
  CHECK(std::get<video::Dv>(streaming.formats.at(3).kind).format_type == 0x81);
  CHECK(std::get<video::StreamBased>(streaming.formats.at(4).kind).packet_length == 512);
  const auto& h264 = std::get<video::H264>(streaming.formats.at(5).kind);
  CHECK(h264.maximum_configuration_delay == 2);
  CHECK(h264.rate_control_modes == 6);
  CHECK(h264.maximum_macroblock_rates[19] == 20);
  const video::Frame& frame = streaming.formats.at(5).frames.at(0);
  REQUIRE(frame.h264);
  CHECK(frame.width == 1920);
  CHECK(frame.h264->profile == 0x6640);
  CHECK(frame.h264->level == 40);
  CHECK(frame.capabilities == 4);
  CHECK(frame.h264->mvc_capabilities == 6);
  CHECK(frame.default_interval == 9);
  CHECK(frame.intervals == video::Intervals{std::vector<std::uint32_t>{10}});
}

TEST_CASE("video: what does not fit together", "[video]") {
  const Reading reading =
      read({interface(0x0e, 1, 0), descriptor({0x24, 1, 0, 1, 12, 0, 0, 0, 0, 0, 0}),
            interface(0x0e, 2, 0, 0, 1), kVideoFrame,
            descriptor({0x24, 1, 2, 24, 0, 0x81, 0, 7, 0, 0, 0, 0}),
            descriptor({0x24, 6, 1, 3, 1, 1, 0, 0, 0, 0})});
  CHECK(sentences(reading.complaints) ==
        "error: the video frame stands before any format\n"
        "error: the video header says that it has 2 formats, and it has 1\n"
        "error: the video stream belongs to terminal 7, which is not there\n"
        "warning: the video header says that it and its own have 24 bytes, and they have 58\n"
        "error: the video format 1 says that it has 3 frames, and it has 0\n");
}

TEST_CASE("video: names of controls", "[video]") {
  CHECK(video::camera_control_name(5) == std::string("focus (absolute)"));
  CHECK(video::camera_control_name(9) == std::string("zoom (absolute)"));
  CHECK(video::camera_control_name(15) == std::string("unknown"));
  CHECK(video::processing_control_name(0) == std::string("brightness"));
  CHECK(video::processing_control_name(10) == std::string("power line frequency"));
  CHECK(video::processing_control_name(99) == std::string("unknown"));
}

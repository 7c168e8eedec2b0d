// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "hand_made.hpp"

using namespace ddb::usb;
using namespace hand_made;

namespace {

template <class Entity, class Control>
const Entity& entity(const Control& control, std::size_t index) {
  return std::get<Entity>(control.entities.at(index));
}

}  // namespace

TEST_CASE("audio 1: header, terminals and feature unit", "[audio]") {
  const Reading reading =
      read({interface(1, 1, 0), descriptor({0x24, 1, 0x00, 0x01, 43, 0, 1, 1}),
            descriptor({0x24, 2, 1, 0x01, 0x01, 3, 2, 0x03, 0, 5, 6}),
            descriptor({0x24, 6, 2, 1, 2, 0x01, 0x00, 0x02, 0x00, 0x02, 0x02, 7}),
            descriptor({0x24, 3, 3, 0x02, 0x03, 1, 2, 8}), interface(1, 2, 0, 0, 1)});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  const auto& control = first<audio1::Control>(reading);
  REQUIRE(control.header);
  CHECK(control.header->release == 0x0100);
  CHECK(control.header->total_length == 43);
  CHECK(control.header->interfaces == std::vector<std::uint8_t>{1});
  const auto& input = entity<audio1::InputTerminal>(control, 0);
  CHECK(input.id == 1);
  CHECK(input.terminal_type == 0x0101);
  CHECK(input.associated_terminal == 3);
  CHECK(input.channels == 2);
  CHECK(input.channel_config == 3);
  CHECK(input.channel_names == 5);
  CHECK(input.name == 6);
  const auto& feature = entity<audio1::FeatureUnit>(control, 1);
  CHECK(feature.id == 2);
  CHECK(feature.source == 1);
  CHECK(feature.control_sets() == 3);
  CHECK(feature.has(audio1::FeatureControl::Mute, 0));
  CHECK_FALSE(feature.has(audio1::FeatureControl::Volume, 0));
  CHECK(feature.has(audio1::FeatureControl::Volume, 1));
  CHECK(feature.has(audio1::FeatureControl::Loudness, 2));
  CHECK_FALSE(feature.has(audio1::FeatureControl::Mute, 3));
  CHECK(feature.name == 7);
  const auto& output = entity<audio1::OutputTerminal>(control, 2);
  CHECK(output.id == 3);
  CHECK(output.terminal_type == 0x0302);
  CHECK(output.associated_terminal == 1);
  CHECK(output.source == 2);
  CHECK(output.name == 8);
}

TEST_CASE("audio 1: mixer, selector, processing and extension units", "[audio]") {
  const Reading reading =
      read({interface(1, 1, 0), descriptor({0x24, 1, 0x00, 0x01, 91, 0, 0}),
            descriptor({0x24, 2, 1, 0x01, 0x02, 0, 1, 0, 0, 0, 0}),
            descriptor({0x24, 4, 2, 1, 1, 2, 0x03, 0, 9, 0xc0, 10}),
            descriptor({0x24, 5, 3, 2, 1, 2, 11}),
            descriptor({0x24, 7, 4, 0x01, 0x00, 1, 3, 2, 3, 0, 0, 1, 3, 12, 2, 3, 0, 12, 0}),
            descriptor({0x24, 7, 5, 0x04, 0x00, 1, 4, 2, 3, 0, 0, 2, 0x1f, 0, 13}),
            descriptor({0x24, 8, 6, 0x34, 0x12, 1, 5, 2, 3, 0, 14, 1, 1, 15})});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  const auto& control = first<audio1::Control>(reading);
  const auto& mixer = entity<audio1::MixerUnit>(control, 1);
  CHECK(mixer.sources == std::vector<std::uint8_t>{1});
  CHECK(mixer.channels == 2);
  CHECK(mixer.channel_config == 3);
  CHECK(mixer.channel_names == 9);
  CHECK(mixer.controls == std::vector<std::uint8_t>{0xc0});
  CHECK(mixer.name == 10);
  const auto& selector = entity<audio1::SelectorUnit>(control, 2);
  CHECK(selector.sources == std::vector<std::uint8_t>{1, 2});
  CHECK(selector.name == 11);
  const auto& mix = entity<audio1::ProcessingUnit>(control, 3);
  CHECK(mix.process_type == audio1::ProcessType::UpDownMix);
  CHECK(mix.controls == std::vector<std::uint8_t>{3});
  CHECK(mix.name == 12);
  CHECK(mix.modes == std::vector<std::uint16_t>{3, 12});
  const auto& reverberation = entity<audio1::ProcessingUnit>(control, 4);
  CHECK(reverberation.process_type == audio1::ProcessType::Reverberation);
  CHECK(reverberation.controls == std::vector<std::uint8_t>{0x1f, 0});
  CHECK(reverberation.modes.empty());
  const auto& extension = entity<audio1::ExtensionUnit>(control, 5);
  CHECK(extension.extension_code == 0x1234);
  CHECK(extension.channel_names == 14);
  CHECK(extension.controls == std::vector<std::uint8_t>{1});
  CHECK(extension.name == 15);
  const Node node = audio1::node_of(control.entities[2]);
  CHECK(node.id == 3);
  CHECK(node.kind == std::string("selector unit"));
  CHECK(std::vector<std::uint8_t>(node.sources.begin(), node.sources.end()) ==
        std::vector<std::uint8_t>{1, 2});
}

TEST_CASE("audio 1: formats and data endpoints", "[audio]") {
  SECTION("discrete sampling frequencies") {
    const Reading reading = read(
        {interface(1, 2, 0, 1), descriptor({0x24, 1, 1, 2, 0x01, 0x00}),
         descriptor({0x24, 2, 1, 2, 2, 16, 2, 0x44, 0xac, 0x00, 0x80, 0xbb, 0x00}),
         descriptor({0x05, 0x01, 0x0d, 200, 0, 1, 2, 0x82}), descriptor({0x25, 1, 0x83, 1, 4, 0})});
    CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
    const auto& streaming = first<audio1::Streaming>(reading);
    REQUIRE(streaming.general);
    CHECK(streaming.general->terminal_link == 1);
    CHECK(streaming.general->delay == 2);
    CHECK(audio1::format_tag_name(streaming.general->format_tag) == std::string("PCM"));
    const auto& format = std::get<audio1::SampledFormat>(streaming.format);
    CHECK(format.type == 1);
    CHECK(format.channels == 2);
    CHECK(format.subframe_size == 2);
    CHECK(format.bit_resolution == 16);
    CHECK(format.frequencies == audio1::Frequencies{std::vector<std::uint32_t>{44100, 48000}});
    const Endpoint& endpoint = first_setting(reading).endpoints.at(0);
    CHECK(endpoint.audio == AudioExtension{2, 0x82});
    const auto& data = std::get<audio1::DataEndpoint>(endpoint.details);
    CHECK(data.sampling_frequency_control());
    CHECK(data.pitch_control());
    CHECK(data.maximum_packets_only());
    CHECK(data.lock_delay_units == 1);
    CHECK(data.lock_delay == 4);
  }
  SECTION("a range") {
    const Reading reading = read(
        {interface(1, 2, 0), descriptor({0x24, 2, 3, 2, 2, 16, 0, 0x40, 0x1f, 0, 0x80, 0xbb, 0})});
    const auto& format = std::get<audio1::SampledFormat>(first<audio1::Streaming>(reading).format);
    CHECK(format.type == 3);
    CHECK(format.frequencies == audio1::Frequencies{audio1::FrequencyRange{8000, 48000}});
  }
  SECTION("MPEG") {
    const Reading reading = read(
        {interface(1, 2, 0), descriptor({0x24, 2, 2, 0x80, 0x01, 0x80, 0x04, 1, 0x80, 0xbb, 0}),
         descriptor({0x24, 3, 0x01, 0x10, 0x34, 0x12, 0x02})});
    CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
    const auto& streaming = first<audio1::Streaming>(reading);
    const auto& format = std::get<audio1::EncodedFormat>(streaming.format);
    CHECK(format.maximum_bit_rate == 384);
    CHECK(format.samples_per_frame == 1152);
    const auto& details = std::get<audio1::MpegFormat>(streaming.details);
    CHECK(details.capabilities == 0x1234);
    CHECK(details.features == 2);
  }
  SECTION("AC-3, and what is neither") {
    const Reading ac3 =
        read({interface(1, 2, 0), descriptor({0x24, 3, 0x02, 0x10, 0xff, 1, 0, 0, 3})});
    const auto& details = std::get<audio1::Ac3Format>(first<audio1::Streaming>(ac3).details);
    CHECK(details.bitstream_modes == 0x1ff);
    CHECK(details.features == 3);
    const Reading other = read({interface(1, 2, 0), descriptor({0x24, 3, 0x01, 0x20, 9, 8})});
    CHECK(std::get<audio1::OtherFormat>(first<audio1::Streaming>(other).details).bytes ==
          std::vector<std::uint8_t>{9, 8});
  }
}

TEST_CASE("audio 1: a data endpoint that stands before its endpoint", "[audio]") {
  const Reading reading = read({interface(1, 2, 0, 1), descriptor({0x25, 1, 1, 0, 0, 0}),
                                descriptor({0x05, 0x81, 0x05, 100, 0, 1, 0, 0})});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  CHECK(
      std::holds_alternative<audio1::DataEndpoint>(first_setting(reading).endpoints.at(0).details));
}

TEST_CASE("audio: what the graph must not say", "[audio]") {
  SECTION("circles") {
    const Reading reading =
        read({interface(1, 1, 0), descriptor({0x24, 1, 0x00, 0x01, 22, 0, 0}),
              descriptor({0x24, 5, 1, 1, 2, 0}), descriptor({0x24, 5, 2, 1, 1, 0}),
              interface(1, 1, 0x20, 0, 1), descriptor({0x24, 1, 0, 2, 1, 17, 0, 0}),
              descriptor({0x24, 0x0b, 7, 1, 7, 0, 0})});
    CHECK(sentences(reading.complaints) ==
          "error: the selector unit 2 is its own source, by way of 1\n"
          "error: the clock selector 7 is its own source, by way of 7\n");
  }
  SECTION("ids that are there twice, and sources that are not there") {
    const Reading reading =
        read({interface(1, 1, 0), descriptor({0x24, 1, 0x00, 0x01, 26, 0, 0}),
              descriptor({0x24, 3, 1, 1, 1, 0, 9, 0}), descriptor({0x24, 3, 1, 1, 1, 0, 1, 0})});
    CHECK(sentences(reading.complaints) ==
          "warning: the output terminal 1 takes its signal from 9, which is not there\n"
          "error: the output terminal has the id 1, which another entity has already\n");
  }
  SECTION("a stream of no terminal") {
    const Reading reading = read({interface(1, 1, 0), descriptor({0x24, 1, 0x00, 0x01, 8, 0, 0}),
                                  interface(1, 2, 0, 0, 1), descriptor({0x24, 1, 9, 0, 1, 0})});
    CHECK(sentences(reading.complaints) ==
          "error: the audio stream belongs to terminal 9, which is not there\n");
  }
  SECTION("a total length and controls of no bytes") {
    const Reading reading =
        read({interface(1, 1, 0), descriptor({0x24, 1, 0x00, 0x01, 7, 1, 0}),
              descriptor({0x24, 2, 1, 1, 1, 0, 0, 0, 0, 0, 0}), descriptor({0x24, 6, 2, 1, 0, 0})});
    CHECK(sentences(reading.complaints) ==
          "warning: the AudioControl header says that it and its own have 263 bytes, and they "
          "have 27\n"
          "error: the feature unit 2 says that its controls have 0 bytes a channel\n");
  }
}

TEST_CASE("audio 2: clocks, terminals and units", "[audio]") {
  const Reading reading =
      read({interface(1, 1, 0x20), descriptor({0x24, 1, 0, 2, 8, 171, 0, 1}),
            descriptor({0x24, 0x0a, 1, 0x07, 0x07, 5, 11}),
            descriptor({0x24, 0x0b, 2, 2, 1, 3, 3, 12}), descriptor({0x24, 0x0c, 3, 1, 5, 13}),
            descriptor({0x24, 2, 5, 0x01, 0x02, 6, 2, 2, 3, 0, 0, 0, 14, 0x34, 0x12, 15}),
            descriptor({0x24, 6, 7, 5, 0x03, 0, 0, 0, 0x0c, 0, 0, 0, 0x40, 0, 0, 0x40, 16}),
            descriptor({0x24, 4, 8, 2, 5, 7, 2, 3, 0, 0, 0, 17, 0xf0, 0x0c, 18}),
            descriptor({0x24, 5, 9, 2, 7, 8, 3, 19}),
            descriptor({0x24, 7, 10, 2, 0, 9, 1, 0, 0, 0, 2, 0, 0, 0, 20}),
            descriptor(
                {0x24, 8, 11, 1, 0, 1, 10, 2, 3, 0, 0, 0, 21, 3, 0, 22, 2, 3, 0, 0, 0, 4, 0, 0, 0}),
            descriptor({0x24, 9, 12, 0x78, 0x56, 1, 11, 2, 3, 0, 0, 0, 23, 1, 24}),
            descriptor({0x24, 0x0d, 13, 12, 1, 2, 25}),
            descriptor({0x24, 3, 6, 0x01, 0x01, 5, 13, 2, 0x78, 0x56, 26})});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  const auto& control = first<audio2::Control>(reading);
  REQUIRE(control.header);
  CHECK(control.header->release == 0x0200);
  CHECK(audio2::category_name(control.header->category) == std::string("I/O box"));
  CHECK(control.header->total_length == 171);
  const auto& clock = entity<audio2::ClockSource>(control, 0);
  CHECK(clock.type() == audio2::ClockType::InternalProgrammable);
  CHECK(clock.synchronized_to_bus());
  CHECK(audio2::access_of(clock.controls, 0) == audio2::Access::ReadWrite);
  CHECK(audio2::access_of(clock.controls, 1) == audio2::Access::ReadOnly);
  CHECK(clock.associated_terminal == 5);
  CHECK(clock.name == 11);
  const auto& selector = entity<audio2::ClockSelector>(control, 1);
  CHECK(selector.clocks == std::vector<std::uint8_t>{1, 3});
  CHECK(selector.controls == 3);
  CHECK(selector.name == 12);
  const auto& multiplier = entity<audio2::ClockMultiplier>(control, 2);
  CHECK(multiplier.clock == 1);
  CHECK(multiplier.controls == 5);
  CHECK(multiplier.name == 13);
  const auto& input = entity<audio2::InputTerminal>(control, 3);
  CHECK(input.terminal_type == 0x0201);
  CHECK(input.associated_terminal == 6);
  CHECK(input.clock == 2);
  CHECK(input.channels == 2);
  CHECK(input.channel_config == 3);
  CHECK(input.channel_names == 14);
  CHECK(input.controls == 0x1234);
  CHECK(input.name == 15);
  const auto& feature = entity<audio2::FeatureUnit>(control, 4);
  CHECK(feature.controls.size() == 3);
  CHECK(feature.access(audio2::FeatureControl::Mute, 0) == audio2::Access::ReadWrite);
  CHECK(feature.access(audio2::FeatureControl::Volume, 1) == audio2::Access::ReadWrite);
  CHECK(feature.access(audio2::FeatureControl::Bass, 1) == audio2::Access::None);
  CHECK(feature.access(audio2::FeatureControl::Mid, 2) == audio2::Access::ReadOnly);
  CHECK(feature.access(audio2::FeatureControl::Overflow, 2) == audio2::Access::None);
  CHECK(feature.name == 16);
  const auto& mixer = entity<audio2::MixerUnit>(control, 5);
  CHECK(mixer.sources == std::vector<std::uint8_t>{5, 7});
  CHECK(mixer.mixer_controls == std::vector<std::uint8_t>{0xf0});
  CHECK(mixer.controls == 0x0c);
  CHECK(mixer.name == 18);
  const auto& choice = entity<audio2::SelectorUnit>(control, 6);
  CHECK(choice.sources == std::vector<std::uint8_t>{7, 8});
  CHECK(choice.controls == 3);
  CHECK(choice.name == 19);
  const auto& effect = entity<audio2::EffectUnit>(control, 7);
  CHECK(effect.effect_type == audio2::EffectType::Reverberation);
  CHECK(effect.source == 9);
  CHECK(effect.controls == std::vector<std::uint32_t>{1, 2});
  CHECK(effect.name == 20);
  const auto& processing = entity<audio2::ProcessingUnit>(control, 8);
  CHECK(processing.process_type == audio2::ProcessType::UpDownMix);
  CHECK(processing.controls == 3);
  CHECK(processing.name == 22);
  CHECK(processing.modes == std::vector<std::uint32_t>{3, 4});
  const auto& extension = entity<audio2::ExtensionUnit>(control, 9);
  CHECK(extension.extension_code == 0x5678);
  CHECK(extension.controls == 1);
  CHECK(extension.name == 24);
  const auto& converter = entity<audio2::SampleRateConverter>(control, 10);
  CHECK(converter.source == 12);
  CHECK(converter.clocks == std::array<std::uint8_t, 2>{1, 2});
  CHECK(converter.name == 25);
  const auto& output = entity<audio2::OutputTerminal>(control, 11);
  CHECK(output.source == 13);
  CHECK(output.clock == 2);
  CHECK(output.controls == 0x5678);
  CHECK(output.name == 26);
}

TEST_CASE("audio 2: streams", "[audio]") {
  SECTION("PCM") {
    const Reading reading = read({interface(1, 2, 0x20, 1),
                                  descriptor({0x24, 1, 5, 0x05, 1, 1, 0, 0, 0, 2, 3, 0, 0, 0, 9}),
                                  descriptor({0x24, 2, 1, 4, 24}), endpoint(0x01, 5, 392, 1),
                                  descriptor({0x25, 1, 0x80, 0x03, 2, 1, 0})});
    CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
    const auto& streaming = first<audio2::Streaming>(reading);
    REQUIRE(streaming.general);
    CHECK(streaming.general->terminal_link == 5);
    CHECK(streaming.general->controls == 5);
    CHECK(streaming.general->format_type == 1);
    CHECK(streaming.general->formats == 1);
    CHECK(streaming.general->channels == 2);
    CHECK(streaming.general->channel_config == 3);
    CHECK(streaming.general->channel_names == 9);
    const auto& format = std::get<audio2::SampledFormat>(streaming.format);
    CHECK(format.subslot_size == 4);
    CHECK(format.bit_resolution == 24);
    const auto& data =
        std::get<audio2::DataEndpoint>(first_setting(reading).endpoints.at(0).details);
    CHECK(data.attributes == 0x80);
    CHECK(data.controls == 3);
    CHECK(data.lock_delay_units == 2);
    CHECK(data.lock_delay == 1);
  }
  SECTION("extended, encoded and bare formats") {
    const Reading extended =
        read({interface(1, 2, 0x20), descriptor({0x24, 2, 0x81, 4, 24, 8, 2, 1})});
    const auto& sampled =
        std::get<audio2::SampledFormat>(first<audio2::Streaming>(extended).format);
    CHECK(sampled.header_length == 8);
    CHECK(sampled.control_size == 2);
    CHECK(sampled.sideband_protocol == 1);
    const Reading encoded =
        read({interface(1, 2, 0x20), descriptor({0x24, 2, 0x82, 0x80, 1, 0x80, 4, 8, 1})});
    const auto& frames = std::get<audio2::EncodedFormat>(first<audio2::Streaming>(encoded).format);
    CHECK(frames.maximum_bit_rate == 384);
    CHECK(frames.slots_per_frame == 1152);
    CHECK(frames.header_length == 8);
    CHECK(frames.sideband_protocol == 1);
    const Reading bare = read({interface(1, 2, 0x20), descriptor({0x24, 2, 4})});
    CHECK(std::holds_alternative<audio2::BareFormat>(first<audio2::Streaming>(bare).format));
  }
  SECTION("encoders and decoders") {
    const Reading reading = read(
        {interface(1, 2, 0x20), descriptor({0x24, 3, 1, 2, 3, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9}),
         descriptor({0x24, 4, 2, 1, 0x34, 0x12, 5, 6, 7})});
    CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
    const auto& streaming = first<audio2::Streaming>(reading);
    CHECK(streaming.encoders.at(0).type == 2);
    CHECK(streaming.encoders.at(0).parameters[7] == 8);
    CHECK(streaming.encoders.at(0).name == 9);
    CHECK(streaming.decoders.at(0).type == 1);
    CHECK(streaming.decoders.at(0).capabilities == std::vector<std::uint8_t>{0x34, 0x12, 5});
    CHECK(streaming.decoders.at(0).controls == 6);
    CHECK(streaming.decoders.at(0).name == 7);
  }
}

TEST_CASE("audio 3: clocks, terminals, units and power domains", "[audio]") {
  const Reading reading =
      read({interface(1, 1, 0x30), descriptor({0x24, 1, 4, 222, 0, 1, 0, 0, 0}),
            descriptor({0x24, 0x0b, 1, 3, 7, 0, 0, 0, 5, 0x01, 0x10}),
            descriptor({0x24, 0x0c, 2, 2, 1, 3, 3, 0, 0, 0, 0x02, 0x10}),
            descriptor({0x24, 0x0d, 3, 1, 5, 0, 0, 0, 0x03, 0x10}),
            descriptor({0x24, 2, 5, 0x01, 0x02, 6, 2, 1, 0, 0, 0, 0x01, 0x20, 2, 0, 3, 0, 4, 0}),
            descriptor({0x24, 7, 7, 5, 3, 0, 0, 0, 0x0c, 0, 0, 0, 5, 0}),
            descriptor({0x24, 5, 8, 1, 7, 0x02, 0x20, 0xc0, 1, 0, 0, 0, 6, 0}),
            descriptor({0x24, 6, 9, 2, 7, 8, 3, 0, 0, 0, 7, 0}),
            descriptor({0x24, 8, 10, 2, 0, 9, 1, 0, 0, 0, 2, 0, 0, 0, 8, 0}),
            descriptor({0x24, 9, 11, 1, 0, 1, 10, 9, 0, 3, 0, 0, 0, 2, 0x03, 0x20, 0x04, 0x20}),
            descriptor({0x24, 9, 12, 3, 0, 1, 11, 10, 0, 1, 0, 0, 0, 0x05, 0x20, 7, 0, 0, 0}),
            descriptor({0x24, 0x0a, 13, 0x78, 0x56, 1, 12, 11, 0, 1, 0, 0, 0, 0x06, 0x20}),
            descriptor({0x24, 0x0e, 14, 13, 1, 2, 12, 0}),
            descriptor({0x24, 0x10, 15, 20, 0, 30, 0, 2, 5, 6, 13, 0}),
            descriptor({0x24, 3, 6, 0x01, 0x01, 5, 14, 2, 1, 0, 0, 0, 2, 0, 3, 0, 14, 0})});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  const auto& control = first<audio3::Control>(reading);
  REQUIRE(control.header);
  CHECK(control.header->category == 4);
  CHECK(control.header->total_length == 222);
  CHECK(control.header->controls == 1);
  const auto& clock = entity<audio3::ClockSource>(control, 0);
  CHECK(clock.internal());
  CHECK(clock.synchronized_to_bus());
  CHECK(clock.controls == 7);
  CHECK(clock.reference_terminal == 5);
  CHECK(clock.name == 0x1001);
  CHECK(entity<audio3::ClockSelector>(control, 1).clocks == std::vector<std::uint8_t>{1, 3});
  CHECK(entity<audio3::ClockSelector>(control, 1).name == 0x1002);
  CHECK(entity<audio3::ClockMultiplier>(control, 2).name == 0x1003);
  const auto& input = entity<audio3::InputTerminal>(control, 3);
  CHECK(input.clock == 2);
  CHECK(input.controls == 1);
  CHECK(input.cluster == 0x2001);
  CHECK(input.extended == 2);
  CHECK(input.connectors == 3);
  CHECK(input.name == 4);
  const auto& feature = entity<audio3::FeatureUnit>(control, 4);
  CHECK(feature.access(audio2::FeatureControl::Mute, 0) == audio3::Access::ReadWrite);
  CHECK(feature.access(audio2::FeatureControl::Volume, 1) == audio3::Access::ReadWrite);
  CHECK(feature.name == 5);
  const auto& mixer = entity<audio3::MixerUnit>(control, 5);
  CHECK(mixer.cluster == 0x2002);
  CHECK(mixer.mixer_controls == std::vector<std::uint8_t>{0xc0});
  CHECK(mixer.controls == 1);
  CHECK(mixer.name == 6);
  CHECK(entity<audio3::SelectorUnit>(control, 6).sources == std::vector<std::uint8_t>{7, 8});
  CHECK(entity<audio3::SelectorUnit>(control, 6).name == 7);
  CHECK(entity<audio3::EffectUnit>(control, 7).controls == std::vector<std::uint32_t>{1, 2});
  CHECK(entity<audio3::EffectUnit>(control, 7).name == 8);
  const auto& mix = entity<audio3::ProcessingUnit>(control, 8);
  CHECK(mix.name == 9);
  CHECK(mix.mode_clusters == std::vector<std::uint16_t>{0x2003, 0x2004});
  const auto& multi = entity<audio3::ProcessingUnit>(control, 9);
  CHECK(multi.cluster == 0x2005);
  CHECK(multi.algorithms == 7);
  const auto& extension = entity<audio3::ExtensionUnit>(control, 10);
  CHECK(extension.name == 11);
  CHECK(extension.cluster == 0x2006);
  CHECK(entity<audio3::SampleRateConverter>(control, 11).clocks ==
        std::array<std::uint8_t, 2>{1, 2});
  const auto& domain = entity<audio3::PowerDomain>(control, 12);
  CHECK(domain.recovery_time1 == 20);
  CHECK(domain.recovery_time2 == 30);
  CHECK(domain.entities == std::vector<std::uint8_t>{5, 6});
  CHECK(domain.name == 13);
  const auto& output = entity<audio3::OutputTerminal>(control, 13);
  CHECK(output.source == 14);
  CHECK(output.clock == 2);
  CHECK(output.connectors == 3);
  CHECK(output.name == 14);
}

TEST_CASE("audio 3: a stream", "[audio]") {
  const Reading reading = read(
      {interface(1, 2, 0x30, 1),
       descriptor({0x24, 1, 5, 1, 0, 0, 0, 0x01, 0x20, 1, 0, 0, 0, 0, 0, 0, 0x80, 4, 24, 2, 0, 3}),
       endpoint(0x01, 5, 392, 1), descriptor({0x25, 1, 3, 0, 0, 0, 1, 2, 0})});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  const auto& general = first<audio3::Streaming>(reading).general;
  REQUIRE(general);
  CHECK(general->terminal_link == 5);
  CHECK(general->cluster == 0x2001);
  CHECK(general->formats == 0x8000000000000001);
  CHECK(general->subslot_size == 4);
  CHECK(general->bit_resolution == 24);
  CHECK(general->auxiliary_protocols == 2);
  CHECK(general->control_size == 3);
  const auto& data = std::get<audio3::DataEndpoint>(first_setting(reading).endpoints.at(0).details);
  CHECK(data.controls == 3);
  CHECK(data.lock_delay_units == 1);
  CHECK(data.lock_delay == 2);
}

TEST_CASE("audio 3: clusters", "[audio]") {
  Bytes bytes = {19, 0, 0x26, 1, 0x01, 0x20, 2, 6, 0, 0x20, 1, 2, 3, 3, 0, 0xff, 3, 0, 0xff};
  SECTION("whole") {
    const audio3::ClusterReading reading = audio3::read_cluster(bytes);
    CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
    CHECK(reading.cluster.id == 0x2001);
    CHECK(reading.cluster.channels == 2);
    REQUIRE(reading.cluster.segments.size() == 3);
    CHECK(reading.cluster.segments[0] == audio3::Segment{{7, 6}, 0x20, 1, 2, 3});
    CHECK(reading.cluster.segments[2].type == 0xff);
  }
  SECTION("with a segment that runs past the end") {
    bytes[16] = 9;
    const audio3::ClusterReading reading = audio3::read_cluster(bytes);
    CHECK(sentences(reading.complaints) ==
          "error: the segment says that it has 9 bytes, and 3 are left\n");
    CHECK(reading.cluster.segments.size() == 2);
  }
  SECTION("cut at every byte") {
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      CHECK_FALSE(audio3::read_cluster(std::span(bytes).first(size)).complaints.empty());
    }
  }
}

TEST_CASE("an audio protocol that nobody has defined is read as audio 1", "[audio]") {
  const Reading reading = read({interface(1, 1, 4), descriptor({0x24, 1, 0x00, 0x01, 8, 0, 0})});
  CHECK(sentences(reading.complaints) ==
        "warning: the audio protocol 0x04 is not defined: it is read as audio 1\n");
  CHECK(first<audio1::Control>(reading).header);
}

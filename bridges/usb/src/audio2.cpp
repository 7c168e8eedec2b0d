// SPDX-License-Identifier: Apache-2.0
#include "ddb/usb/audio2.hpp"

#include "class_readers.hpp"
#include "nodes.hpp"

namespace ddb::usb {

namespace audio2 {

namespace {

Header header(FieldReader& in) {
  Header header;
  header.release = in.u16();
  header.category = in.u8();
  header.total_length = in.u16();
  header.controls = in.u8();
  return header;
}

ClockSource clock_source(FieldReader& in) {
  ClockSource clock;
  clock.id = in.u8();
  clock.attributes = in.u8();
  clock.controls = in.u8();
  clock.associated_terminal = in.u8();
  clock.name = in.u8();
  return clock;
}

ClockSelector clock_selector(FieldReader& in) {
  ClockSelector clock;
  clock.id = in.u8();
  clock.clocks = in.bytes(in.u8());
  clock.controls = in.u8();
  clock.name = in.u8();
  return clock;
}

ClockMultiplier clock_multiplier(FieldReader& in) {
  ClockMultiplier clock;
  clock.id = in.u8();
  clock.clock = in.u8();
  clock.controls = in.u8();
  clock.name = in.u8();
  return clock;
}

InputTerminal input_terminal(FieldReader& in) {
  InputTerminal terminal;
  terminal.id = in.u8();
  terminal.terminal_type = in.u16();
  terminal.associated_terminal = in.u8();
  terminal.clock = in.u8();
  terminal.channels = in.u8();
  terminal.channel_config = in.u32();
  terminal.channel_names = in.u8();
  terminal.controls = in.u16();
  terminal.name = in.u8();
  return terminal;
}

OutputTerminal output_terminal(FieldReader& in) {
  OutputTerminal terminal;
  terminal.id = in.u8();
  terminal.terminal_type = in.u16();
  terminal.associated_terminal = in.u8();
  terminal.source = in.u8();
  terminal.clock = in.u8();
  terminal.controls = in.u16();
  terminal.name = in.u8();
  return terminal;
}

// What mixer, processing and extension units have in common.
template <class Unit>
void cluster(FieldReader& in, Unit& unit) {
  unit.channels = in.u8();
  unit.channel_config = in.u32();
  unit.channel_names = in.u8();
}

MixerUnit mixer_unit(FieldReader& in) {
  MixerUnit unit;
  unit.id = in.u8();
  unit.sources = in.bytes(in.u8());
  cluster(in, unit);
  // Their number follows from the channels of all sources, which may stand further on; all bytes
  // but the last two are theirs.
  unit.mixer_controls = in.bytes(in.left() > 2 ? in.left() - 2 : 0);
  unit.controls = in.u8();
  unit.name = in.u8();
  return unit;
}

SelectorUnit selector_unit(FieldReader& in) {
  SelectorUnit unit;
  unit.id = in.u8();
  unit.sources = in.bytes(in.u8());
  unit.controls = in.u8();
  unit.name = in.u8();
  return unit;
}

// All that is left but the last byte, which is the name.
std::vector<std::uint32_t> channel_controls(FieldReader& in) {
  return in.numbers<std::uint32_t>(in.left() > 0 ? (in.left() - 1) / 4 : 0);
}

FeatureUnit feature_unit(FieldReader& in) {
  FeatureUnit unit;
  unit.id = in.u8();
  unit.source = in.u8();
  unit.controls = channel_controls(in);
  unit.name = in.u8();
  return unit;
}

SampleRateConverter sample_rate_converter(FieldReader& in) {
  SampleRateConverter unit;
  unit.id = in.u8();
  unit.source = in.u8();
  unit.clocks = in.array<2>();
  unit.name = in.u8();
  return unit;
}

EffectUnit effect_unit(FieldReader& in) {
  EffectUnit unit;
  unit.id = in.u8();
  unit.effect_type = static_cast<EffectType>(in.u16());
  unit.source = in.u8();
  unit.controls = channel_controls(in);
  unit.name = in.u8();
  return unit;
}

ProcessingUnit processing_unit(FieldReader& in) {
  ProcessingUnit unit;
  unit.id = in.u8();
  unit.process_type = static_cast<ProcessType>(in.u16());
  unit.sources = in.bytes(in.u8());
  cluster(in, unit);
  unit.controls = in.u16();
  unit.name = in.u8();
  if (unit.process_type == ProcessType::UpDownMix ||
      unit.process_type == ProcessType::DolbyProLogic) {
    unit.modes = in.numbers<std::uint32_t>(in.u8());
  }
  return unit;
}

ExtensionUnit extension_unit(FieldReader& in) {
  ExtensionUnit unit;
  unit.id = in.u8();
  unit.extension_code = in.u16();
  unit.sources = in.bytes(in.u8());
  cluster(in, unit);
  unit.controls = in.u8();
  unit.name = in.u8();
  return unit;
}

General general(FieldReader& in) {
  General general;
  general.terminal_link = in.u8();
  general.controls = in.u8();
  general.format_type = in.u8();
  general.formats = in.u32();
  general.channels = in.u8();
  general.channel_config = in.u32();
  general.channel_names = in.u8();
  return general;
}

constexpr std::uint8_t kExtended = 0x80;

SampledFormat sampled_format(FieldReader& in, std::uint8_t type) {
  SampledFormat format;
  format.type = type;
  format.subslot_size = in.u8();
  format.bit_resolution = in.u8();
  if ((type & kExtended) != 0) {
    format.header_length = in.u8();
    if (type == 0x81) format.control_size = in.u8();
    format.sideband_protocol = in.u8();
  }
  return format;
}

EncodedFormat encoded_format(FieldReader& in, std::uint8_t type) {
  EncodedFormat format;
  format.type = type;
  format.maximum_bit_rate = in.u16();
  format.slots_per_frame = in.u16();
  if ((type & kExtended) != 0) {
    format.header_length = in.u8();
    format.sideband_protocol = in.u8();
  }
  return format;
}

bool read_format(Context& context, FieldReader& in, Streaming& streaming) {
  constexpr const char* what = "format of the audio stream";
  const std::uint8_t type = in.u8();
  switch (type) {
    case 0x01:
    case 0x03:
    case 0x81:
    case 0x83:
      keep_only(context, in, streaming.format, sampled_format(in, type), what);
      return true;
    case 0x02:
    case 0x82:
      keep_only(context, in, streaming.format, encoded_format(in, type), what);
      return true;
    case 0x04: {
      BareFormat format;
      format.type = type;
      keep_only(context, in, streaming.format, format, what);
      return true;
    }
    default:
      return false;
  }
}

Encoder encoder(FieldReader& in) {
  Encoder encoder;
  encoder.id = in.u8();
  encoder.type = in.u8();
  encoder.controls = in.u32();
  encoder.parameters = in.array<8>();
  encoder.name = in.u8();
  return encoder;
}

Decoder decoder(FieldReader& in) {
  Decoder decoder;
  decoder.id = in.u8();
  decoder.type = in.u8();
  decoder.capabilities = in.bytes(in.left() > 2 ? in.left() - 2 : 0);
  decoder.controls = in.u8();
  decoder.name = in.u8();
  return decoder;
}

}  // namespace

Node node_of(const Entity& entity) noexcept {
  return std::visit(
      Overloaded{
          [](const InputTerminal& it) { return node(it, "input terminal", {}, one(it.clock)); },
          [](const OutputTerminal& it) {
            return node(it, "output terminal", one(it.source), one(it.clock));
          },
          [](const MixerUnit& it) { return node(it, "mixer unit", it.sources); },
          [](const SelectorUnit& it) { return node(it, "selector unit", it.sources); },
          [](const FeatureUnit& it) { return node(it, "feature unit", one(it.source)); },
          [](const EffectUnit& it) { return node(it, "effect unit", one(it.source)); },
          [](const ProcessingUnit& it) { return node(it, "processing unit", it.sources); },
          [](const ExtensionUnit& it) { return node(it, "extension unit", it.sources); },
          [](const ClockSource& it) { return node(it, "clock source"); },
          [](const ClockSelector& it) { return node(it, "clock selector", {}, it.clocks); },
          [](const ClockMultiplier& it) { return node(it, "clock multiplier", {}, one(it.clock)); },
          [](const SampleRateConverter& it) {
            return node(it, "sampling rate converter", one(it.source), it.clocks);
          },
      },
      entity);
}

}  // namespace audio2

bool read_class_descriptor(Context& context, FieldReader& in, audio2::Control& control) {
  if (in.type() != kClassSpecificInterface) return false;
  std::vector<audio2::Entity>& entities = control.entities;
  switch (in.u8()) {
    case 0x01:
      keep_once(context, in, control.header, audio2::header(in), "AudioControl header");
      return true;
    case 0x02:
      keep(context, in, entities, audio2::input_terminal(in), "input terminal");
      return true;
    case 0x03:
      keep(context, in, entities, audio2::output_terminal(in), "output terminal");
      return true;
    case 0x04:
      keep(context, in, entities, audio2::mixer_unit(in), "mixer unit");
      return true;
    case 0x05:
      keep(context, in, entities, audio2::selector_unit(in), "selector unit");
      return true;
    case 0x06:
      keep(context, in, entities, audio2::feature_unit(in), "feature unit");
      return true;
    case 0x07:
      keep(context, in, entities, audio2::effect_unit(in), "effect unit");
      return true;
    case 0x08:
      keep(context, in, entities, audio2::processing_unit(in), "processing unit");
      return true;
    case 0x09:
      keep(context, in, entities, audio2::extension_unit(in), "extension unit");
      return true;
    case 0x0a:
      keep(context, in, entities, audio2::clock_source(in), "clock source");
      return true;
    case 0x0b:
      keep(context, in, entities, audio2::clock_selector(in), "clock selector");
      return true;
    case 0x0c:
      keep(context, in, entities, audio2::clock_multiplier(in), "clock multiplier");
      return true;
    case 0x0d:
      keep(context, in, entities, audio2::sample_rate_converter(in), "sampling rate converter");
      return true;
    default:
      return false;
  }
}

bool read_class_descriptor(Context& context, FieldReader& in, audio2::Streaming& streaming) {
  const std::uint8_t subtype = in.u8();
  if (in.type() == kClassSpecificEndpoint && subtype == 0x01) {
    audio2::DataEndpoint endpoint;
    endpoint.attributes = in.u8();
    endpoint.controls = in.u8();
    endpoint.lock_delay_units = in.u8();
    endpoint.lock_delay = in.u16();
    keep_at_endpoint(context, in, endpoint, "audio data endpoint");
    return true;
  }
  if (in.type() != kClassSpecificInterface) return false;
  switch (subtype) {
    case 0x01:
      keep_once(context, in, streaming.general, audio2::general(in), "AudioStreaming descriptor");
      return true;
    case 0x02:
      return audio2::read_format(context, in, streaming);
    case 0x03:
      keep(context, in, streaming.encoders, audio2::encoder(in), "encoder");
      return true;
    case 0x04:
      keep(context, in, streaming.decoders, audio2::decoder(in), "decoder");
      return true;
    default:
      return false;
  }
}

}  // namespace ddb::usb

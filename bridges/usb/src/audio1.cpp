// SPDX-License-Identifier: Apache-2.0
#include "ddb/usb/audio1.hpp"

#include "class_readers.hpp"
#include "nodes.hpp"

namespace ddb::usb {

namespace audio1 {

namespace {

Header header(FieldReader& in) {
  Header header;
  header.release = in.u16();
  header.total_length = in.u16();
  header.interfaces = in.bytes(in.u8());
  return header;
}

InputTerminal input_terminal(FieldReader& in) {
  InputTerminal terminal;
  terminal.id = in.u8();
  terminal.terminal_type = in.u16();
  terminal.associated_terminal = in.u8();
  terminal.channels = in.u8();
  terminal.channel_config = in.u16();
  terminal.channel_names = in.u8();
  terminal.name = in.u8();
  return terminal;
}

OutputTerminal output_terminal(FieldReader& in) {
  OutputTerminal terminal;
  terminal.id = in.u8();
  terminal.terminal_type = in.u16();
  terminal.associated_terminal = in.u8();
  terminal.source = in.u8();
  terminal.name = in.u8();
  return terminal;
}

// What mixer, processing and extension units have in common.
template <class Unit>
void cluster(FieldReader& in, Unit& unit) {
  unit.channels = in.u8();
  unit.channel_config = in.u16();
  unit.channel_names = in.u8();
}

MixerUnit mixer_unit(FieldReader& in) {
  MixerUnit unit;
  unit.id = in.u8();
  unit.sources = in.bytes(in.u8());
  cluster(in, unit);
  // Their number follows from the channels of all sources, which may stand further on; all bytes
  // but the last are theirs.
  unit.controls = in.bytes(in.left() > 0 ? in.left() - 1 : 0);
  unit.name = in.u8();
  return unit;
}

SelectorUnit selector_unit(FieldReader& in) {
  SelectorUnit unit;
  unit.id = in.u8();
  unit.sources = in.bytes(in.u8());
  unit.name = in.u8();
  return unit;
}

FeatureUnit feature_unit(FieldReader& in) {
  FeatureUnit unit;
  unit.id = in.u8();
  unit.source = in.u8();
  unit.control_size = in.u8();
  if (unit.control_size > 0 && in.left() > 0) {
    unit.controls = in.bytes((in.left() - 1) / unit.control_size * unit.control_size);
  }
  unit.name = in.u8();
  return unit;
}

ProcessingUnit processing_unit(FieldReader& in) {
  ProcessingUnit unit;
  unit.id = in.u8();
  unit.process_type = static_cast<ProcessType>(in.u16());
  unit.sources = in.bytes(in.u8());
  cluster(in, unit);
  unit.controls = in.bytes(in.u8());
  unit.name = in.u8();
  if (unit.process_type == ProcessType::UpDownMix ||
      unit.process_type == ProcessType::DolbyProLogic) {
    unit.modes = in.numbers<std::uint16_t>(in.u8());
  }
  return unit;
}

ExtensionUnit extension_unit(FieldReader& in) {
  ExtensionUnit unit;
  unit.id = in.u8();
  unit.extension_code = in.u16();
  unit.sources = in.bytes(in.u8());
  cluster(in, unit);
  unit.controls = in.bytes(in.u8());
  unit.name = in.u8();
  return unit;
}

General general(FieldReader& in) {
  General general;
  general.terminal_link = in.u8();
  general.delay = in.u8();
  general.format_tag = in.u16();
  return general;
}

Frequencies frequencies(FieldReader& in) {
  const std::uint8_t count = in.u8();  // bSamFreqType: 0 is a range
  if (count == 0) {
    FrequencyRange range;
    range.lowest = in.u24();
    range.highest = in.u24();
    return range;
  }
  return in.numbers<std::uint32_t>(count, 3);
}

SampledFormat sampled_format(FieldReader& in, std::uint8_t type) {
  SampledFormat format;
  format.type = type;
  format.channels = in.u8();
  format.subframe_size = in.u8();
  format.bit_resolution = in.u8();
  format.frequencies = frequencies(in);
  return format;
}

EncodedFormat encoded_format(FieldReader& in) {
  EncodedFormat format;
  format.maximum_bit_rate = in.u16();
  format.samples_per_frame = in.u16();
  format.frequencies = frequencies(in);
  return format;
}

bool read_format(Context& context, FieldReader& in, Streaming& streaming) {
  constexpr const char* what = "format of the audio stream";
  const std::uint8_t type = in.u8();
  switch (type) {
    case 1:
    case 3:
      keep_only(context, in, streaming.format, sampled_format(in, type), what);
      return true;
    case 2:
      keep_only(context, in, streaming.format, encoded_format(in), what);
      return true;
    default:
      return false;
  }
}

void read_details(Context& context, FieldReader& in, Streaming& streaming) {
  constexpr std::uint16_t mpeg = 0x1001;
  constexpr std::uint16_t ac3 = 0x1002;
  constexpr const char* what = "format-specific descriptor of the audio stream";
  const std::uint16_t tag = in.u16();
  if (tag == mpeg) {
    MpegFormat format;
    format.format_tag = tag;
    format.capabilities = in.u16();
    format.features = in.u8();
    keep_only(context, in, streaming.details, format, what);
  } else if (tag == ac3) {
    Ac3Format format;
    format.format_tag = tag;
    format.bitstream_modes = in.u32();
    format.features = in.u8();
    keep_only(context, in, streaming.details, format, what);
  } else {
    OtherFormat format;
    format.format_tag = tag;
    format.bytes = in.all_bytes();
    keep_only(context, in, streaming.details, std::move(format), what);
  }
}

}  // namespace

std::size_t FeatureUnit::control_sets() const noexcept {
  return control_size == 0 ? 0 : controls.size() / control_size;
}

std::uint32_t FeatureUnit::control_bits(std::size_t channel) const noexcept {
  std::uint32_t bits = 0;
  if (channel >= control_sets()) return bits;
  for (std::size_t byte = 0; byte < control_size && byte < sizeof bits; ++byte) {
    bits |= static_cast<std::uint32_t>(controls[channel * control_size + byte]) << (8 * byte);
  }
  return bits;
}

Node node_of(const Entity& entity) noexcept {
  return std::visit(
      Overloaded{
          [](const InputTerminal& it) { return node(it, "input terminal"); },
          [](const OutputTerminal& it) { return node(it, "output terminal", one(it.source)); },
          [](const MixerUnit& it) { return node(it, "mixer unit", it.sources); },
          [](const SelectorUnit& it) { return node(it, "selector unit", it.sources); },
          [](const FeatureUnit& it) { return node(it, "feature unit", one(it.source)); },
          [](const ProcessingUnit& it) { return node(it, "processing unit", it.sources); },
          [](const ExtensionUnit& it) { return node(it, "extension unit", it.sources); },
      },
      entity);
}

}  // namespace audio1

bool read_class_descriptor(Context& context, FieldReader& in, audio1::Control& control) {
  if (in.type() != kClassSpecificInterface) return false;
  std::vector<audio1::Entity>& entities = control.entities;
  switch (in.u8()) {
    case 0x01:
      keep_once(context, in, control.header, audio1::header(in), "AudioControl header");
      return true;
    case 0x02:
      keep(context, in, entities, audio1::input_terminal(in), "input terminal");
      return true;
    case 0x03:
      keep(context, in, entities, audio1::output_terminal(in), "output terminal");
      return true;
    case 0x04:
      keep(context, in, entities, audio1::mixer_unit(in), "mixer unit");
      return true;
    case 0x05:
      keep(context, in, entities, audio1::selector_unit(in), "selector unit");
      return true;
    case 0x06:
      keep(context, in, entities, audio1::feature_unit(in), "feature unit");
      return true;
    case 0x07:
      keep(context, in, entities, audio1::processing_unit(in), "processing unit");
      return true;
    case 0x08:
      keep(context, in, entities, audio1::extension_unit(in), "extension unit");
      return true;
    default:
      return false;
  }
}

bool read_class_descriptor(Context& context, FieldReader& in, audio1::Streaming& streaming) {
  const std::uint8_t subtype = in.u8();
  if (in.type() == kClassSpecificEndpoint && subtype == 0x01) {
    audio1::DataEndpoint endpoint;
    endpoint.attributes = in.u8();
    endpoint.lock_delay_units = in.u8();
    endpoint.lock_delay = in.u16();
    keep_at_endpoint(context, in, endpoint, "audio data endpoint");
    return true;
  }
  if (in.type() != kClassSpecificInterface) return false;
  switch (subtype) {
    case 0x01:
      keep_once(context, in, streaming.general, audio1::general(in), "AudioStreaming descriptor");
      return true;
    case 0x02:
      return audio1::read_format(context, in, streaming);
    case 0x03:
      audio1::read_details(context, in, streaming);
      return true;
    default:
      return false;
  }
}

}  // namespace ddb::usb

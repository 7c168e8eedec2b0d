// SPDX-License-Identifier: Apache-2.0
#include "ddb/usb/audio3.hpp"

#include <algorithm>

#include "class_readers.hpp"
#include "nodes.hpp"

namespace ddb::usb {

namespace audio3 {

namespace {

Header header(FieldReader& in) {
  Header header;
  header.category = in.u8();
  header.total_length = in.u16();
  header.controls = in.u32();
  return header;
}

InputTerminal input_terminal(FieldReader& in) {
  InputTerminal terminal;
  terminal.id = in.u8();
  terminal.terminal_type = in.u16();
  terminal.associated_terminal = in.u8();
  terminal.clock = in.u8();
  terminal.controls = in.u32();
  terminal.cluster = in.u16();
  terminal.extended = in.u16();
  terminal.connectors = in.u16();
  terminal.name = in.u16();
  return terminal;
}

OutputTerminal output_terminal(FieldReader& in) {
  OutputTerminal terminal;
  terminal.id = in.u8();
  terminal.terminal_type = in.u16();
  terminal.associated_terminal = in.u8();
  terminal.source = in.u8();
  terminal.clock = in.u8();
  terminal.controls = in.u32();
  terminal.extended = in.u16();
  terminal.connectors = in.u16();
  terminal.name = in.u16();
  return terminal;
}

MixerUnit mixer_unit(FieldReader& in) {
  constexpr std::size_t after_controls = 6;  // bmControls and wMixerDescrStr
  MixerUnit unit;
  unit.id = in.u8();
  unit.sources = in.bytes(in.u8());
  unit.cluster = in.u16();
  unit.mixer_controls = in.bytes(in.left() > after_controls ? in.left() - after_controls : 0);
  unit.controls = in.u32();
  unit.name = in.u16();
  return unit;
}

SelectorUnit selector_unit(FieldReader& in) {
  SelectorUnit unit;
  unit.id = in.u8();
  unit.sources = in.bytes(in.u8());
  unit.controls = in.u32();
  unit.name = in.u16();
  return unit;
}

// All that is left but the last two bytes, which are the name.
std::vector<std::uint32_t> channel_controls(FieldReader& in) {
  return in.numbers<std::uint32_t>(in.left() > 2 ? (in.left() - 2) / 4 : 0);
}

FeatureUnit feature_unit(FieldReader& in) {
  FeatureUnit unit;
  unit.id = in.u8();
  unit.source = in.u8();
  unit.controls = channel_controls(in);
  unit.name = in.u16();
  return unit;
}

SampleRateConverter sample_rate_converter(FieldReader& in) {
  SampleRateConverter unit;
  unit.id = in.u8();
  unit.source = in.u8();
  unit.clocks = in.array<2>();
  unit.name = in.u16();
  return unit;
}

EffectUnit effect_unit(FieldReader& in) {
  EffectUnit unit;
  unit.id = in.u8();
  unit.effect_type = static_cast<audio2::EffectType>(in.u16());
  unit.source = in.u8();
  unit.controls = channel_controls(in);
  unit.name = in.u16();
  return unit;
}

ProcessingUnit processing_unit(FieldReader& in) {
  ProcessingUnit unit;
  unit.id = in.u8();
  unit.process_type = static_cast<ProcessType>(in.u16());
  unit.sources = in.bytes(in.u8());
  unit.name = in.u16();
  switch (unit.process_type) {
    case ProcessType::UpDownMix:
      unit.controls = in.u32();
      unit.mode_clusters = in.numbers<std::uint16_t>(in.u8());
      break;
    case ProcessType::StereoExtender:
      unit.controls = in.u32();
      break;
    case ProcessType::MultiFunction:
      unit.controls = in.u32();
      unit.cluster = in.u16();
      unit.algorithms = in.u32();
      break;
    case ProcessType::Undefined:
      break;
  }
  return unit;
}

ExtensionUnit extension_unit(FieldReader& in) {
  ExtensionUnit unit;
  unit.id = in.u8();
  unit.extension_code = in.u16();
  unit.sources = in.bytes(in.u8());
  unit.name = in.u16();
  unit.controls = in.u32();
  unit.cluster = in.u16();
  return unit;
}

ClockSource clock_source(FieldReader& in) {
  ClockSource clock;
  clock.id = in.u8();
  clock.attributes = in.u8();
  clock.controls = in.u32();
  clock.reference_terminal = in.u8();
  clock.name = in.u16();
  return clock;
}

ClockSelector clock_selector(FieldReader& in) {
  ClockSelector clock;
  clock.id = in.u8();
  clock.clocks = in.bytes(in.u8());
  clock.controls = in.u32();
  clock.name = in.u16();
  return clock;
}

ClockMultiplier clock_multiplier(FieldReader& in) {
  ClockMultiplier clock;
  clock.id = in.u8();
  clock.clock = in.u8();
  clock.controls = in.u32();
  clock.name = in.u16();
  return clock;
}

PowerDomain power_domain(FieldReader& in) {
  PowerDomain domain;
  domain.id = in.u8();
  domain.recovery_time1 = in.u16();
  domain.recovery_time2 = in.u16();
  domain.entities = in.bytes(in.u8());
  domain.name = in.u16();
  return domain;
}

General general(FieldReader& in) {
  General general;
  general.terminal_link = in.u8();
  general.controls = in.u32();
  general.cluster = in.u16();
  general.formats = in.u64();
  general.subslot_size = in.u8();
  general.bit_resolution = in.u8();
  general.auxiliary_protocols = in.u16();
  general.control_size = in.u8();
  return general;
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
          [](const PowerDomain& it) { return node(it, "power domain"); },
      },
      entity);
}

ClusterReading read_cluster(std::span<const std::uint8_t> bytes) {
  constexpr std::size_t header_size = 7;   // wLength to bNrChannels
  constexpr std::size_t segment_size = 3;  // wLength, bSegmentType
  constexpr std::uint8_t information = 0x20;
  ClusterReading reading;
  std::size_t left_out = 0;
  Collector complaints(reading.complaints, left_out, Source::Other);
  Cluster& cluster = reading.cluster;
  cluster.bytes.assign(bytes.begin(), bytes.end());
  const auto word = [bytes](std::size_t at) {
    return static_cast<std::uint16_t>(bytes[at] | bytes[at + 1] << 8U);
  };
  if (bytes.size() < header_size) {
    complaints.error(0, "a cluster descriptor has ", header_size, " bytes at least, not ",
                     bytes.size());
    return reading;
  }
  if (bytes[2] != 0x26 || bytes[3] != 0x01) {
    complaints.error(0, "a cluster descriptor is of type 0x26, subtype 0x01, not ", Hex{bytes[2]},
                     ", ", Hex{bytes[3]});
    return reading;
  }
  cluster.id = word(4);
  cluster.channels = bytes[6];
  if (word(0) != bytes.size()) {
    complaints.error(0, "the cluster descriptor says that it has ", word(0), " bytes, and has ",
                     bytes.size());
  }
  const std::size_t end = std::min<std::size_t>(bytes.size(), word(0));
  std::size_t at = header_size;
  while (at + segment_size <= end) {
    const std::size_t length = word(at);
    const auto offset = static_cast<std::uint32_t>(at);
    if (length < segment_size || length > end - at) {
      complaints.error(offset, "the segment says that it has ", length, " bytes, and ", end - at,
                       " are left");
      return reading;
    }
    Segment segment;
    segment.extent = {offset, static_cast<std::uint32_t>(length)};
    segment.type = bytes[at + 2];
    if (segment.type == information) {
      if (length < segment_size + 3) {
        complaints.error(offset, "an information segment has 6 bytes at least, not ", length);
      } else {
        segment.purpose = bytes[at + 3];
        segment.relationship = bytes[at + 4];
        segment.group = bytes[at + 5];
      }
    }
    cluster.segments.push_back(segment);
    at += length;
  }
  if (at < end) {
    complaints.error(static_cast<std::uint32_t>(at), "bytes are left that are no whole segment");
  }
  return reading;
}

}  // namespace audio3

bool read_class_descriptor(Context& context, FieldReader& in, audio3::Control& control) {
  if (in.type() != kClassSpecificInterface) return false;
  std::vector<audio3::Entity>& entities = control.entities;
  switch (in.u8()) {
    case 0x01:
      keep_once(context, in, control.header, audio3::header(in), "AudioControl header");
      return true;
    case 0x02:
      keep(context, in, entities, audio3::input_terminal(in), "input terminal");
      return true;
    case 0x03:
      keep(context, in, entities, audio3::output_terminal(in), "output terminal");
      return true;
    case 0x05:
      keep(context, in, entities, audio3::mixer_unit(in), "mixer unit");
      return true;
    case 0x06:
      keep(context, in, entities, audio3::selector_unit(in), "selector unit");
      return true;
    case 0x07:
      keep(context, in, entities, audio3::feature_unit(in), "feature unit");
      return true;
    case 0x08:
      keep(context, in, entities, audio3::effect_unit(in), "effect unit");
      return true;
    case 0x09:
      keep(context, in, entities, audio3::processing_unit(in), "processing unit");
      return true;
    case 0x0a:
      keep(context, in, entities, audio3::extension_unit(in), "extension unit");
      return true;
    case 0x0b:
      keep(context, in, entities, audio3::clock_source(in), "clock source");
      return true;
    case 0x0c:
      keep(context, in, entities, audio3::clock_selector(in), "clock selector");
      return true;
    case 0x0d:
      keep(context, in, entities, audio3::clock_multiplier(in), "clock multiplier");
      return true;
    case 0x0e:
      keep(context, in, entities, audio3::sample_rate_converter(in), "sampling rate converter");
      return true;
    case 0x10:
      keep(context, in, entities, audio3::power_domain(in), "power domain");
      return true;
    default:
      return false;
  }
}

bool read_class_descriptor(Context& context, FieldReader& in, audio3::Streaming& streaming) {
  const std::uint8_t subtype = in.u8();
  if (in.type() == kClassSpecificEndpoint && subtype == 0x01) {
    audio3::DataEndpoint endpoint;
    endpoint.controls = in.u32();
    endpoint.lock_delay_units = in.u8();
    endpoint.lock_delay = in.u16();
    keep_at_endpoint(context, in, endpoint, "audio data endpoint");
    return true;
  }
  if (in.type() == kClassSpecificInterface && subtype == 0x01) {
    keep_once(context, in, streaming.general, audio3::general(in), "AudioStreaming descriptor");
    return true;
  }
  return false;
}

}  // namespace ddb::usb

// SPDX-License-Identifier: Apache-2.0
#include "ddb/usb/midi.hpp"

#include "class_readers.hpp"
#include "nodes.hpp"

namespace ddb::usb {

namespace midi {

namespace {

Header header(FieldReader& in) {
  Header header;
  header.release = in.u16();
  header.total_length = in.u16();
  return header;
}

InJack in_jack(FieldReader& in) {
  InJack jack;
  jack.type = static_cast<JackType>(in.u8());
  jack.id = in.u8();
  jack.name = in.u8();
  return jack;
}

// Pairs of an id and a pin; stops where the descriptor ends.
template <class Entity>
void input_pins(FieldReader& in, Entity& entity) {
  const std::size_t count = in.u8();
  const std::vector<std::uint8_t> pairs = in.bytes(2 * count);
  entity.sources.reserve(pairs.size() / 2);
  entity.pins.reserve(pairs.size() / 2);
  for (std::size_t at = 0; at + 1 < pairs.size(); at += 2) {
    entity.sources.push_back(pairs[at]);
    entity.pins.push_back(pairs[at + 1]);
  }
}

OutJack out_jack(FieldReader& in) {
  OutJack jack;
  jack.type = static_cast<JackType>(in.u8());
  jack.id = in.u8();
  input_pins(in, jack);
  jack.name = in.u8();
  return jack;
}

Element element(FieldReader& in) {
  Element element;
  element.id = in.u8();
  input_pins(in, element);
  element.output_pins = in.u8();
  element.in_terminal_link = in.u8();
  element.out_terminal_link = in.u8();
  element.capabilities = in.bytes(in.u8());
  element.name = in.u8();
  return element;
}

GroupTerminalBlock group_terminal_block(FieldReader& in) {
  GroupTerminalBlock block;
  block.id = in.u8();
  block.type = static_cast<BlockType>(in.u8());
  block.first_group = in.u8();
  block.groups = in.u8();
  block.name = in.u8();
  block.protocol = in.u8();
  block.maximum_input_rate = in.u16();
  block.maximum_output_rate = in.u16();
  return block;
}

}  // namespace

Node node_of(const Entity& entity) noexcept {
  return std::visit(Overloaded{
                        [](const InJack& it) { return node(it, "MIDI IN jack"); },
                        [](const OutJack& it) { return node(it, "MIDI OUT jack", it.sources); },
                        [](const Element& it) { return node(it, "MIDI element", it.sources); },
                    },
                    entity);
}

GroupTerminalBlocksReading read_group_terminal_blocks(std::span<const std::uint8_t> bytes) {
  constexpr std::uint8_t type = 0x26;  // CS_GR_TRM_BLOCK
  GroupTerminalBlocksReading reading;
  std::size_t left_out = 0;
  Collector complaints(reading.complaints, left_out, Source::Other);
  GroupTerminalBlocks& result = reading.group_terminal_blocks;
  result.bytes.assign(bytes.begin(), bytes.end());
  Context context{complaints, result.not_understood};
  bool has_header = false;
  for_each_frame(
      bytes, 0,
      [&](FieldReader in) {
        const std::uint8_t subtype = in.peek();
        if (in.type() == type && subtype == 0x01 && !has_header) {
          in.u8();
          result.total_length = in.u16();
          Place place;
          has_header = finish(context, in, place, "header of the group terminal blocks");
        } else if (in.type() == type && subtype == 0x02) {
          in.u8();
          keep(context, in, result.blocks, group_terminal_block(in), "group terminal block");
        } else {
          misplace(context, in, "descriptor", "is no group terminal block");
        }
      },
      [&](Extent rest, std::uint8_t length) { cut(context, rest, length); });
  if (!has_header) {
    complaints.error(0, "the group terminal blocks do not begin with their header");
  } else if (result.total_length != bytes.size()) {
    complaints.warn(0, "the header of the group terminal blocks says that there are ",
                    result.total_length, " bytes, and there are ", bytes.size());
  }
  return reading;
}

}  // namespace midi

bool read_class_descriptor(Context& context, FieldReader& in, midi::Streaming& streaming) {
  const std::uint8_t subtype = in.u8();
  if (in.type() == kClassSpecificEndpoint) {
    if (subtype == 0x01) {
      midi::JackEndpoint endpoint;
      endpoint.jacks = in.bytes(in.u8());
      keep_at_endpoint(context, in, std::move(endpoint), "MIDI data endpoint");
      return true;
    }
    if (subtype == 0x02) {
      midi::GroupEndpoint endpoint;
      endpoint.blocks = in.bytes(in.u8());
      keep_at_endpoint(context, in, std::move(endpoint), "MIDI data endpoint");
      return true;
    }
    return false;
  }
  if (in.type() != kClassSpecificInterface) return false;
  switch (subtype) {
    case 0x01:
      keep_once(context, in, streaming.header, midi::header(in), "MIDIStreaming header");
      return true;
    case 0x02:
      keep(context, in, streaming.entities, midi::in_jack(in), "MIDI IN jack");
      return true;
    case 0x03:
      keep(context, in, streaming.entities, midi::out_jack(in), "MIDI OUT jack");
      return true;
    case 0x04:
      keep(context, in, streaming.entities, midi::element(in), "MIDI element");
      return true;
    default:
      return false;
  }
}

}  // namespace ddb::usb

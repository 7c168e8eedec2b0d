// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>

#include "dump_classes.hpp"
#include "nodes.hpp"

namespace ddb::usb::dump_tree {

namespace {

using namespace audio2;

void fill(Filler& out, const Header& it) {
  out.release("bcdADC", it.release);
  out.number("bCategory", it.category, known(category_name(it.category)));
  out.number("wTotalLength", it.total_length);
  out.hex("bmControls", it.controls);
}

void fill(Filler& out, const ClockSource& it) {
  out.number("bClockID", it.id);
  out.hex("bmAttributes", it.attributes,
          std::string(clock_type_name(it.type())) +
              (it.synchronized_to_bus() ? ", synchronized to SOF" : ""));
  out.hex("bmControls", it.controls);
  out.number("bAssocTerminal", it.associated_terminal);
  out.string("iClockSource", it.name);
}

void fill(Filler& out, const ClockSelector& it) {
  out.number("bClockID", it.id);
  out.number("bNrInPins", it.clocks.size());
  out.list("baCSourceID", it.clocks);
  out.hex("bmControls", it.controls);
  out.string("iClockSelector", it.name);
}

void fill(Filler& out, const ClockMultiplier& it) {
  out.number("bClockID", it.id);
  out.number("bCSourceID", it.clock);
  out.hex("bmControls", it.controls);
  out.string("iClockMultiplier", it.name);
}

template <class Entity>
void fill_cluster(Filler& out, const Entity& it) {
  out.number("bNrChannels", it.channels);
  out.hex("bmChannelConfig", it.channel_config);
  out.string("iChannelNames", it.channel_names);
}

void fill(Filler& out, const InputTerminal& it) {
  out.number("bTerminalID", it.id);
  out.hex("wTerminalType", it.terminal_type, terminal_type_name(it.terminal_type));
  out.number("bAssocTerminal", it.associated_terminal);
  out.number("bCSourceID", it.clock);
  fill_cluster(out, it);
  out.hex("bmControls", it.controls);
  out.string("iTerminal", it.name);
}

void fill(Filler& out, const OutputTerminal& it) {
  out.number("bTerminalID", it.id);
  out.hex("wTerminalType", it.terminal_type, terminal_type_name(it.terminal_type));
  out.number("bAssocTerminal", it.associated_terminal);
  out.number("bSourceID", it.source);
  out.number("bCSourceID", it.clock);
  out.hex("bmControls", it.controls);
  out.string("iTerminal", it.name);
}

template <class Unit>
void fill_sources(Filler& out, const Unit& it) {
  out.number("bNrInPins", it.sources.size());
  out.list("baSourceID", it.sources);
}

void fill(Filler& out, const MixerUnit& it) {
  out.number("bUnitID", it.id);
  fill_sources(out, it);
  fill_cluster(out, it);
  out.hex_list("bmMixerControls", it.mixer_controls);
  out.hex("bmControls", it.controls);
  out.string("iMixer", it.name);
}

void fill(Filler& out, const SelectorUnit& it) {
  out.number("bUnitID", it.id);
  fill_sources(out, it);
  out.hex("bmControls", it.controls);
  out.string("iSelector", it.name);
}

std::string controls_meaning(const FeatureUnit& it) {
  constexpr std::array<const char*, 4> access = {"", " (read)", " (invalid)", " (set)"};
  std::string text;
  for (std::size_t channel = 0; channel < it.controls.size(); ++channel) {
    if (it.controls[channel] == 0) continue;
    if (!text.empty()) text += "; ";
    text += channel == 0 ? "master" : "channel " + std::to_string(channel);
    for (std::uint8_t control = 0; control < 16; ++control) {
      const auto feature = static_cast<FeatureControl>(control);
      const Access allowed = it.access(feature, channel);
      if (allowed == Access::None) continue;
      text += std::string(" ") + feature_control_name(feature) +
              access[static_cast<std::size_t>(allowed)];
    }
  }
  return text;
}

void fill(Filler& out, const FeatureUnit& it) {
  out.number("bUnitID", it.id);
  out.number("bSourceID", it.source);
  out.hex_list("bmaControls", it.controls, controls_meaning(it));
  out.string("iFeature", it.name);
}

void fill(Filler& out, const SampleRateConverter& it) {
  out.number("bUnitID", it.id);
  out.number("bSourceID", it.source);
  out.number("bCSourceInID", it.clocks[0]);
  out.number("bCSourceOutID", it.clocks[1]);
  out.string("iSRC", it.name);
}

void fill(Filler& out, const EffectUnit& it) {
  out.number("bUnitID", it.id);
  out.hex("wEffectType", it.effect_type, effect_type_name(it.effect_type));
  out.number("bSourceID", it.source);
  out.hex_list("bmaControls", it.controls);
  out.string("iEffects", it.name);
}

void fill(Filler& out, const ProcessingUnit& it) {
  out.number("bUnitID", it.id);
  out.hex("wProcessType", it.process_type, process_type_name(it.process_type));
  fill_sources(out, it);
  fill_cluster(out, it);
  out.hex("bmControls", it.controls);
  out.string("iProcessing", it.name);
  if (it.process_type == ProcessType::UpDownMix || it.process_type == ProcessType::DolbyProLogic) {
    out.number("bNrModes", it.modes.size());
    out.hex_list("daModes", it.modes);
  }
}

void fill(Filler& out, const ExtensionUnit& it) {
  out.number("bUnitID", it.id);
  out.hex("wExtensionCode", it.extension_code);
  fill_sources(out, it);
  fill_cluster(out, it);
  out.hex("bmControls", it.controls);
  out.string("iExtension", it.name);
}

void fill(Filler& out, const General& it) {
  out.number("bTerminalLink", it.terminal_link);
  out.hex("bmControls", it.controls);
  out.number("bFormatType", it.format_type);
  out.hex("bmFormats", it.formats);
  fill_cluster(out, it);
}

constexpr std::uint8_t kExtended = 0x80;

void fill(Filler& out, const SampledFormat& it) {
  out.number("bFormatType", it.type);
  out.number("bSubslotSize", it.subslot_size, "bytes");
  out.number("bBitResolution", it.bit_resolution, "bits");
  if ((it.type & kExtended) == 0) return;
  out.number("bHeaderLength", it.header_length, "bytes");
  if (it.type == 0x81) out.number("bControlSize", it.control_size, "bytes");
  out.number("bSideBandProtocol", it.sideband_protocol);
}

void fill(Filler& out, const EncodedFormat& it) {
  out.number("bFormatType", it.type);
  out.number("wMaxBitRate", it.maximum_bit_rate, "kbit/s");
  if ((it.type & kExtended) == 0) {
    out.number("wSlotsPerFrame", it.slots_per_frame);
  } else {
    out.number("wSamplesPerFrame", it.slots_per_frame);
    out.number("bHeaderLength", it.header_length, "bytes");
    out.number("bSideBandProtocol", it.sideband_protocol);
  }
}

void fill(Filler& out, const BareFormat& it) { out.number("bFormatType", it.type); }

void fill(Filler& out, const Encoder& it) {
  out.number("bEncoderID", it.id);
  out.number("bEncoder", it.type);
  out.hex("bmControls", it.controls);
  out.list("iParam", it.parameters);
  out.string("iEncoder", it.name);
}

void fill(Filler& out, const Decoder& it) {
  out.number("bDecoderID", it.id);
  out.number("bDecoder", it.type);
  out.bytes("capabilities", it.capabilities);
  out.hex("bmControls", it.controls);
  out.string("iDecoder", it.name);
}

template <class Descriptor>
void add(const Scope& scope, std::vector<Node>& nodes, const char* title, const Descriptor& it) {
  add_descriptor(scope, nodes, kClassSpecific, title, it.place, Third::Subtype,
                 [&it](Filler& out) { fill(out, it); });
}

}  // namespace

void add_details(const Scope& scope, std::vector<Node>& nodes, const audio2::Control& control) {
  constexpr const char* title = "AudioControl Interface Descriptor";
  if (control.header) add(scope, nodes, title, *control.header);
  for (const Entity& entity : control.entities) {
    std::visit([&](const auto& it) { add(scope, nodes, title, it); }, entity);
  }
}

void add_details(const Scope& scope, std::vector<Node>& nodes, const audio2::Streaming& streaming) {
  constexpr const char* title = "AudioStreaming Interface Descriptor";
  if (streaming.general) add(scope, nodes, title, *streaming.general);
  std::visit(Overloaded{[](std::monostate /*none*/) {},
                        [&](const auto& it) { add(scope, nodes, title, it); }},
             streaming.format);
  for (const Encoder& encoder : streaming.encoders) add(scope, nodes, title, encoder);
  for (const Decoder& decoder : streaming.decoders) add(scope, nodes, title, decoder);
}

void add_details(const Scope& scope, std::vector<Node>& nodes, const audio2::DataEndpoint& it) {
  add_descriptor(scope, nodes, kClassSpecific, "AudioStreaming Endpoint Descriptor", it.place,
                 Third::Subtype, [&](Filler& out) {
                   out.hex("bmAttributes", it.attributes,
                           (it.attributes & 0x80U) != 0 ? "maximum packets only" : "");
                   out.hex("bmControls", it.controls);
                   out.number("bLockDelayUnits", it.lock_delay_units);
                   out.number("wLockDelay", it.lock_delay);
                 });
}

}  // namespace ddb::usb::dump_tree

// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>
#include <type_traits>

#include "dump_classes.hpp"
#include "nodes.hpp"

namespace ddb::usb::dump_tree {

namespace {

using namespace audio1;

// "Left, Right": UAC1 3.7.2.3.
constexpr std::array<const char*, 12> kChannels = {
    "left front",      "right front",          "center front",   "low frequency",
    "left surround",   "right surround",       "left of center", "right of center",
    "surround center", "side left (surround)", "side right",     "top"};

void fill(Filler& out, const Header& it) {
  out.release("bcdADC", it.release);
  out.number("wTotalLength", it.total_length);
  out.number("bInCollection", it.interfaces.size());
  out.list("baInterfaceNr", it.interfaces);
}

// What input terminals, mixer, processing and extension units have in common.
template <class Entity>
void fill_cluster(Filler& out, const Entity& it) {
  out.number("bNrChannels", it.channels);
  out.hex("wChannelConfig", it.channel_config, bit_names(it.channel_config, kChannels));
  out.string("iChannelNames", it.channel_names);
}

void fill(Filler& out, const InputTerminal& it) {
  out.number("bTerminalID", it.id);
  out.hex("wTerminalType", it.terminal_type, terminal_type_name(it.terminal_type));
  out.number("bAssocTerminal", it.associated_terminal);
  fill_cluster(out, it);
  out.string("iTerminal", it.name);
}

void fill(Filler& out, const OutputTerminal& it) {
  out.number("bTerminalID", it.id);
  out.hex("wTerminalType", it.terminal_type, terminal_type_name(it.terminal_type));
  out.number("bAssocTerminal", it.associated_terminal);
  out.number("bSourceID", it.source);
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
  out.hex_list("bmControls", it.controls);
  out.string("iMixer", it.name);
}

void fill(Filler& out, const SelectorUnit& it) {
  out.number("bUnitID", it.id);
  fill_sources(out, it);
  out.string("iSelector", it.name);
}

std::string controls_meaning(const FeatureUnit& it) {
  std::string text;
  for (std::size_t channel = 0; channel < it.control_sets(); ++channel) {
    const std::uint32_t bits = it.control_bits(channel);
    if (bits == 0) continue;
    if (!text.empty()) text += "; ";
    text += channel == 0 ? "master" : "channel " + std::to_string(channel);
    for (std::uint8_t bit = 0; bit < 32; ++bit) {
      if ((bits >> bit & 1U) == 0) continue;
      text += std::string(" ") + feature_control_name(static_cast<FeatureControl>(bit));
    }
  }
  return text;
}

void fill(Filler& out, const FeatureUnit& it) {
  out.number("bUnitID", it.id);
  out.number("bSourceID", it.source);
  out.number("bControlSize", it.control_size);
  out.hex_list("bmaControls", it.controls, controls_meaning(it));
  out.string("iFeature", it.name);
}

void fill(Filler& out, const ProcessingUnit& it) {
  out.number("bUnitID", it.id);
  out.hex("wProcessType", it.process_type, process_type_name(it.process_type));
  fill_sources(out, it);
  fill_cluster(out, it);
  out.number("bControlSize", it.controls.size());
  out.hex_list("bmControls", it.controls);
  out.string("iProcessing", it.name);
  if (it.process_type == ProcessType::UpDownMix || it.process_type == ProcessType::DolbyProLogic) {
    out.number("bNrModes", it.modes.size());
    out.hex_list("waModes", it.modes);
  }
}

void fill(Filler& out, const ExtensionUnit& it) {
  out.number("bUnitID", it.id);
  out.hex("wExtensionCode", it.extension_code);
  fill_sources(out, it);
  fill_cluster(out, it);
  out.number("bControlSize", it.controls.size());
  out.hex_list("bmControls", it.controls);
  out.string("iExtension", it.name);
}

void fill(Filler& out, const General& it) {
  out.number("bTerminalLink", it.terminal_link);
  out.number("bDelay", it.delay, "frames");
  out.hex("wFormatTag", it.format_tag, format_tag_name(it.format_tag));
}

void fill_frequencies(Filler& out, const Frequencies& it) {
  if (const auto* list = std::get_if<std::vector<std::uint32_t>>(&it)) {
    out.number("bSamFreqType", list->size(), "discrete");
    out.list("tSamFreq", *list, "Hz");
  } else {
    const auto& range = std::get<FrequencyRange>(it);
    out.number("bSamFreqType", 0U, "continuous");
    out.number("tLowerSamFreq", range.lowest, "Hz");
    out.number("tUpperSamFreq", range.highest, "Hz");
  }
}

void fill(Filler& out, const SampledFormat& it) {
  out.number("bFormatType", it.type);
  out.number("bNrChannels", it.channels);
  out.number("bSubframeSize", it.subframe_size, "bytes");
  out.number("bBitResolution", it.bit_resolution, "bits");
  fill_frequencies(out, it.frequencies);
}

void fill(Filler& out, const EncodedFormat& it) {
  out.number("bFormatType", 2U);
  out.number("wMaxBitRate", it.maximum_bit_rate, "kbit/s");
  out.number("wSamplesPerFrame", it.samples_per_frame);
  fill_frequencies(out, it.frequencies);
}

void fill(Filler& out, const MpegFormat& it) {
  out.hex("wFormatTag", it.format_tag, format_tag_name(it.format_tag));
  out.hex("bmMPEGCapabilities", it.capabilities);
  out.hex("bmMPEGFeatures", it.features);
}

void fill(Filler& out, const Ac3Format& it) {
  out.hex("wFormatTag", it.format_tag, format_tag_name(it.format_tag));
  out.hex("bmBSID", it.bitstream_modes);
  out.hex("bmAC3Features", it.features);
}

void fill(Filler& out, const OtherFormat& it) {
  out.hex("wFormatTag", it.format_tag, format_tag_name(it.format_tag));
  out.bytes("bytes", it.bytes);
}

template <class Descriptor>
void add(const Scope& scope, std::vector<Node>& nodes, const char* title, const Descriptor& it) {
  add_descriptor(scope, nodes, kClassSpecific, title, it.place, Third::Subtype,
                 [&it](Filler& out) { fill(out, it); });
}

}  // namespace

void add_details(const Scope& scope, std::vector<Node>& nodes, const audio1::Control& control) {
  constexpr const char* title = "AudioControl Interface Descriptor";
  if (control.header) add(scope, nodes, title, *control.header);
  for (const Entity& entity : control.entities) {
    std::visit([&](const auto& it) { add(scope, nodes, title, it); }, entity);
  }
}

void add_details(const Scope& scope, std::vector<Node>& nodes, const audio1::Streaming& streaming) {
  constexpr const char* title = "AudioStreaming Interface Descriptor";
  if (streaming.general) add(scope, nodes, title, *streaming.general);
  const auto add_it = Overloaded{[](std::monostate /*none*/) {},
                                 [&](const auto& it) { add(scope, nodes, title, it); }};
  std::visit(add_it, streaming.format);
  std::visit(add_it, streaming.details);
}

void add_details(const Scope& scope, std::vector<Node>& nodes, const audio1::DataEndpoint& it) {
  constexpr std::array<const char*, 8> names = {
      "sampling frequency", "pitch",    "reserved", "reserved",
      "reserved",           "reserved", "reserved", "maximum packets only"};
  add_descriptor(scope, nodes, kClassSpecific, "AudioStreaming Endpoint Descriptor", it.place,
                 Third::Subtype, [&](Filler& out) {
                   out.hex("bmAttributes", it.attributes, bit_names(it.attributes, names));
                   out.number("bLockDelayUnits", it.lock_delay_units);
                   out.number("wLockDelay", it.lock_delay);
                 });
}

}  // namespace ddb::usb::dump_tree

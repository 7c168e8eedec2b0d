// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>

#include "dump_classes.hpp"

namespace ddb::usb::dump_tree {

namespace {

using namespace audio3;

void fill(Filler& out, const Header& it) {
  out.number("bCategory", it.category, known(audio2::category_name(it.category)));
  out.number("wTotalLength", it.total_length);
  out.hex("bmControls", it.controls);
}

void fill(Filler& out, const InputTerminal& it) {
  out.number("bTerminalID", it.id);
  out.hex("wTerminalType", it.terminal_type, terminal_type_name(it.terminal_type));
  out.number("bAssocTerminal", it.associated_terminal);
  out.number("bCSourceID", it.clock);
  out.hex("bmControls", it.controls);
  out.number("wClusterDescrID", it.cluster);
  out.number("wExTerminalDescrID", it.extended);
  out.number("wConnectorsDescrID", it.connectors);
  out.number("wTerminalDescrStr", it.name);
}

void fill(Filler& out, const OutputTerminal& it) {
  out.number("bTerminalID", it.id);
  out.hex("wTerminalType", it.terminal_type, terminal_type_name(it.terminal_type));
  out.number("bAssocTerminal", it.associated_terminal);
  out.number("bSourceID", it.source);
  out.number("bCSourceID", it.clock);
  out.hex("bmControls", it.controls);
  out.number("wExTerminalDescrID", it.extended);
  out.number("wConnectorsDescrID", it.connectors);
  out.number("wTerminalDescrStr", it.name);
}

template <class Unit>
void fill_sources(Filler& out, const Unit& it) {
  out.number("bNrInPins", it.sources.size());
  out.list("baSourceID", it.sources);
}

void fill(Filler& out, const MixerUnit& it) {
  out.number("bUnitID", it.id);
  fill_sources(out, it);
  out.number("wClusterDescrID", it.cluster);
  out.hex_list("bmMixerControls", it.mixer_controls);
  out.hex("bmControls", it.controls);
  out.number("wMixerDescrStr", it.name);
}

void fill(Filler& out, const SelectorUnit& it) {
  out.number("bUnitID", it.id);
  fill_sources(out, it);
  out.hex("bmControls", it.controls);
  out.number("wSelectorDescrStr", it.name);
}

void fill(Filler& out, const FeatureUnit& it) {
  out.number("bUnitID", it.id);
  out.number("bSourceID", it.source);
  out.hex_list("bmaControls", it.controls);
  out.number("wFeatureDescrStr", it.name);
}

void fill(Filler& out, const SampleRateConverter& it) {
  out.number("bUnitID", it.id);
  out.number("bSourceID", it.source);
  out.number("bCSourceInID", it.clocks[0]);
  out.number("bCSourceOutID", it.clocks[1]);
  out.number("wSRCDescrStr", it.name);
}

void fill(Filler& out, const EffectUnit& it) {
  out.number("bUnitID", it.id);
  out.hex("wEffectType", it.effect_type, audio2::effect_type_name(it.effect_type));
  out.number("bSourceID", it.source);
  out.hex_list("bmaControls", it.controls);
  out.number("wEffectsDescrStr", it.name);
}

void fill(Filler& out, const ProcessingUnit& it) {
  out.number("bUnitID", it.id);
  out.hex("wProcessType", it.process_type, process_type_name(it.process_type));
  fill_sources(out, it);
  out.number("wProcessingDescrStr", it.name);
  switch (it.process_type) {
    case ProcessType::UpDownMix:
      out.hex("bmControls", it.controls);
      out.number("bNrModes", it.mode_clusters.size());
      out.list("waClusterDescrID", it.mode_clusters);
      break;
    case ProcessType::StereoExtender:
      out.hex("bmControls", it.controls);
      break;
    case ProcessType::MultiFunction:
      out.hex("bmControls", it.controls);
      out.number("wClusterDescrID", it.cluster);
      out.hex("bmAlgorithms", it.algorithms);
      break;
    case ProcessType::Undefined:
      break;
  }
}

void fill(Filler& out, const ExtensionUnit& it) {
  out.number("bUnitID", it.id);
  out.hex("wExtensionCode", it.extension_code);
  fill_sources(out, it);
  out.number("wExtensionDescrStr", it.name);
  out.hex("bmControls", it.controls);
  out.number("wClusterDescrID", it.cluster);
}

void fill(Filler& out, const ClockSource& it) {
  out.number("bClockID", it.id);
  out.hex("bmAttributes", it.attributes,
          std::string(it.internal() ? "internal" : "external") +
              (it.synchronized_to_bus() ? ", synchronized to SOF" : ""));
  out.hex("bmControls", it.controls);
  out.number("bReferenceTerminal", it.reference_terminal);
  out.number("wClockSourceStr", it.name);
}

void fill(Filler& out, const ClockSelector& it) {
  out.number("bClockID", it.id);
  out.number("bNrInPins", it.clocks.size());
  out.list("baCSourceID", it.clocks);
  out.hex("bmControls", it.controls);
  out.number("wCSelectorDescrStr", it.name);
}

void fill(Filler& out, const ClockMultiplier& it) {
  out.number("bClockID", it.id);
  out.number("bCSourceID", it.clock);
  out.hex("bmControls", it.controls);
  out.number("wCMultiplierDescrStr", it.name);
}

void fill(Filler& out, const PowerDomain& it) {
  out.number("bPowerDomainID", it.id);
  out.list("waRecoveryTime", std::array{it.recovery_time1, it.recovery_time2}, "in 50 us");
  out.number("bNrEntities", it.entities.size());
  out.list("baEntityID", it.entities);
  out.number("wPDomainDescrStr", it.name);
}

void fill(Filler& out, const General& it) {
  out.number("bTerminalLink", it.terminal_link);
  out.hex("bmControls", it.controls);
  out.number("wClusterDescrID", it.cluster);
  out.hex("bmFormats", it.formats);
  out.number("bSubslotSize", it.subslot_size, "bytes");
  out.number("bBitResolution", it.bit_resolution, "bits");
  out.hex("bmAuxProtocols", it.auxiliary_protocols);
  out.number("bControlSize", it.control_size, "bytes");
}

void fill(Filler& out, const DataEndpoint& it) {
  out.hex("bmControls", it.controls);
  out.number("bLockDelayUnits", it.lock_delay_units);
  out.number("wLockDelay", it.lock_delay);
}

template <class Descriptor>
void add(const Scope& scope, std::vector<Node>& nodes, const char* title, const Descriptor& it) {
  add_descriptor(scope, nodes, kClassSpecific, title, it.place, Third::Subtype,
                 [&it](Filler& out) { fill(out, it); });
}

}  // namespace

void add_details(const Scope& scope, std::vector<Node>& nodes, const audio3::Control& control) {
  constexpr const char* title = "AudioControl Interface Descriptor";
  if (control.header) add(scope, nodes, title, *control.header);
  for (const Entity& entity : control.entities) {
    std::visit([&](const auto& it) { add(scope, nodes, title, it); }, entity);
  }
}

void add_details(const Scope& scope, std::vector<Node>& nodes, const audio3::Streaming& streaming) {
  if (!streaming.general) return;
  add(scope, nodes, "AudioStreaming Interface Descriptor", *streaming.general);
}

void add_details(const Scope& scope, std::vector<Node>& nodes, const audio3::DataEndpoint& it) {
  add(scope, nodes, "AudioStreaming Endpoint Descriptor", it);
}

}  // namespace ddb::usb::dump_tree

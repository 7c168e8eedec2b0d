// SPDX-License-Identifier: Apache-2.0
// Classes of few descriptors: MIDI streaming, and those of small_classes.hpp.
#include <array>

#include "dump_classes.hpp"

namespace ddb::usb::dump_tree {

namespace {

void fill(Filler& out, const midi::Header& it) {
  out.release("bcdADC", it.release);
  out.number("wTotalLength", it.total_length);
}

void fill(Filler& out, const midi::InJack& it) {
  out.number("bJackType", static_cast<std::uint8_t>(it.type), midi::jack_type_name(it.type));
  out.number("bJackID", it.id);
  out.string("iJack", it.name);
}

template <class Entity>
void fill_pins(Filler& out, const Entity& it) {
  out.number("bNrInputPins", it.sources.size());
  out.list("baSourceID", it.sources);
  out.list("BaSourcePin", it.pins);
}

void fill(Filler& out, const midi::OutJack& it) {
  out.number("bJackType", static_cast<std::uint8_t>(it.type), midi::jack_type_name(it.type));
  out.number("bJackID", it.id);
  fill_pins(out, it);
  out.string("iJack", it.name);
}

void fill(Filler& out, const midi::Element& it) {
  out.number("bElementID", it.id);
  fill_pins(out, it);
  out.number("bNrOutputPins", it.output_pins);
  out.number("bInTerminalLink", it.in_terminal_link);
  out.number("bOutTerminalLink", it.out_terminal_link);
  out.number("bElCapsSize", it.capabilities.size());
  out.hex_list("bmElementCaps", it.capabilities);
  out.string("iElement", it.name);
}

void fill(Filler& out, const midi::JackEndpoint& it) {
  out.number("bNumEmbMIDIJack", it.jacks.size());
  out.list("baAssocJackID", it.jacks);
}

void fill(Filler& out, const midi::GroupEndpoint& it) {
  out.number("bNumGrpTrmBlock", it.blocks.size());
  out.list("baAssoGrpTrmBlkID", it.blocks);
}

template <class Descriptor>
void add(const Scope& scope, std::vector<Node>& nodes, const char* title, const Descriptor& it) {
  add_descriptor(scope, nodes, kClassSpecific, title, it.place, Third::Subtype,
                 [&it](Filler& out) { fill(out, it); });
}

// A class that has one descriptor; a place without length says that it is missing.
template <class Function, class Fill>
void add_function(const Scope& scope, std::vector<Node>& nodes, const char* title,
                  const Function& it, Fill fill_it) {
  if (it.place.length == 0) return;
  add_descriptor(scope, nodes, kClassSpecific, title, it.place, Third::Field, fill_it);
}

}  // namespace

void add_details(const Scope& scope, std::vector<Node>& nodes, const midi::Streaming& streaming) {
  constexpr const char* title = "MIDIStreaming Interface Descriptor";
  if (streaming.header) add(scope, nodes, title, *streaming.header);
  for (const midi::Entity& entity : streaming.entities) {
    std::visit([&](const auto& it) { add(scope, nodes, title, it); }, entity);
  }
}

void add_details(const Scope& scope, std::vector<Node>& nodes, const midi::JackEndpoint& it) {
  add(scope, nodes, "MIDIStreaming Endpoint Descriptor", it);
}

void add_details(const Scope& scope, std::vector<Node>& nodes, const midi::GroupEndpoint& it) {
  add(scope, nodes, "MIDIStreaming Endpoint Descriptor", it);
}

void add_details(const Scope& scope, std::vector<Node>& nodes, const hid::Function& it) {
  add_function(scope, nodes, "HID Device Descriptor", it, [&](Filler& out) {
    out.release("bcdHID", it.release);
    out.number("bCountryCode", it.country);
    out.number("bNumDescriptors", it.declared);
    for (const hid::ClassDescriptor& entry : it.descriptors) {
      Filler part = out.part("descriptors", "descriptor");
      part.number("bDescriptorType", entry.type);
      part.number("wDescriptorLength", entry.length);
    }
    if (it.report) out.number("report_descriptor", *it.report, "which of those given, from 0");
  });
}

void add_details(const Scope& scope, std::vector<Node>& nodes, const ccid::Function& it) {
  constexpr std::array<const char*, 3> voltages = {"5.0 V", "3.0 V", "1.8 V"};
  constexpr std::array<const char*, 2> protocols = {"T=0", "T=1"};
  constexpr std::array<const char*, 2> pins = {"verification", "modification"};
  add_function(scope, nodes, "ChipCard Interface Descriptor", it, [&](Filler& out) {
    out.release("bcdCCID", it.release);
    out.number("nMaxSlotIndex", it.maximum_slot_index);
    out.number("bVoltageSupport", it.voltages, bit_names(it.voltages, voltages));
    out.number("dwProtocols", it.protocols, bit_names(it.protocols, protocols));
    out.number("dwDefaultClock", it.default_clock, "kHz");
    out.number("dwMaxiumumClock", it.maximum_clock, "kHz");
    out.number("bNumClockSupported", it.clocks);
    out.number("dwDataRate", it.data_rate, "bit/s");
    out.number("dwMaxDataRate", it.maximum_data_rate, "bit/s");
    out.number("bNumDataRatesSupp.", it.data_rates);
    out.number("dwMaxIFSD", it.maximum_ifsd);
    out.hex("dwSyncProtocols", it.synchronous_protocols);
    out.hex("dwMechanical", it.mechanical);
    out.hex("dwFeatures", it.features);
    out.number("dwMaxCCIDMsgLen", it.maximum_message_length);
    out.hex("bClassGetResponse", it.class_get_response);
    out.hex("bClassEnvelope", it.class_envelope);
    out.hex("wlcdLayout", it.lcd_layout);
    out.number("bPINSupport", it.pin_support, bit_names(it.pin_support, pins));
    out.number("bMaxCCIDBusySlots", it.maximum_busy_slots);
  });
}

void add_details(const Scope& scope, std::vector<Node>& nodes, const dfu::Function& it) {
  constexpr std::array<const char*, 4> names = {"can download", "can upload",
                                                "manifestation tolerant", "will detach"};
  add_function(scope, nodes, "Device Firmware Upgrade Interface Descriptor", it, [&](Filler& out) {
    out.number("bmAttributes", it.attributes, bit_names(it.attributes, names));
    out.number("wDetachTimeout", it.detach_time, "ms");
    out.number("wTransferSize", it.transfer_size, "bytes");
    if (it.release) out.release("bcdDFUVersion", *it.release);
  });
}

void add_details(const Scope& scope, std::vector<Node>& nodes, const printer::Function& it) {
  add_function(scope, nodes, "IPP Printer Descriptor", it, [&](Filler& out) {
    out.number("bcdReleaseNumber", it.release);
    out.number("bcdNumDescriptors", it.versions.size());
    for (const printer::Version& version : it.versions) {
      Filler part = out.part("versions", "version");
      part.number("type", version.type);
      part.bytes("bytes", version.bytes);
    }
  });
}

void add_details(const Scope& scope, std::vector<Node>& nodes, const hub::Function& it) {
  add_function(scope, nodes, "Hub Descriptor", it, [&](Filler& out) {
    out.number("nNbrPorts", it.ports);
    out.hex("wHubCharacteristic", it.characteristics);
    out.number("bPwrOn2PwrGood", it.power_on_delay, "in 2 ms");
    out.number("bHubContrCurrent", it.controller_current);
    if (it.decode_latency) out.number("bHubDecLat", *it.decode_latency, "in 0.1 us");
    if (it.delay) out.number("wHubDelay", *it.delay, "ns");
    out.hex_list("DeviceRemovable", it.not_removable);
    out.hex_list("PortPwrCtrlMask", it.power_control);
  });
}

void add_details(const Scope& scope, std::vector<Node>& nodes, const storage::PipeUsage& it) {
  add_descriptor(
      scope, nodes, kClassSpecific, "Pipe Usage", it.place, Third::Field, [&it](Filler& out) {
        out.number("bPipeID", static_cast<std::uint8_t>(it.pipe), storage::pipe_name(it.pipe));
      });
}

}  // namespace ddb::usb::dump_tree

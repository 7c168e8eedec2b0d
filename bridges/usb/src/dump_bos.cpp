// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>

#include "dump_classes.hpp"

namespace ddb::usb::dump_tree {

namespace {

using namespace bos;

const char* title(const Usb2Extension& /*it*/) { return "USB 2.0 Extension Device Capability"; }
const char* title(const SuperSpeed& /*it*/) { return "SuperSpeed USB Device Capability"; }
const char* title(const ContainerId& /*it*/) { return "Container ID Device Capability"; }
const char* title(const Platform& it) {
  const std::string_view name = platform_name(it.id);
  return name == "WebUSB" ? "WebUSB Platform Device Capability" : "Platform Device Capability";
}
const char* title(const SuperSpeedPlus& /*it*/) { return "SuperSpeedPlus USB Device Capability"; }
const char* title(const PowerDelivery& /*it*/) { return "Power Delivery Device Capability"; }
const char* title(const PrecisionTime& /*it*/) {
  return "Precision Time Measurement Device Capability";
}
const char* title(const ConfigurationSummary& /*it*/) {
  return "Configuration Summary Device Capability";
}
const char* title(const Billboard& /*it*/) { return "Billboard Capability"; }
const char* title(const BillboardMode& /*it*/) { return "Billboard AUM Device Capability"; }

void fill(Filler& out, const Usb2Extension& it) { out.hex("bmAttributes", it.attributes); }

void fill(Filler& out, const SuperSpeed& it) {
  constexpr std::array<const char*, 4> speeds = {"low", "full", "high", "5 Gbit/s"};
  out.hex("bmAttributes", it.attributes);
  out.hex("wSpeedsSupported", it.speeds, bit_names(it.speeds, speeds));
  out.number("bFunctionalitySupport", it.full_function);
  out.number("bU1DevExitLat", it.u1_exit_latency, "us");
  out.number("bU2DevExitLat", it.u2_exit_latency, "us");
}

void fill(Filler& out, const ContainerId& it) {
  out.number("bReserved", it.reserved);
  out.text("ContainerID", guid(it.id));
}

void fill(Filler& out, const Platform& it) {
  out.number("bReserved", it.reserved);
  out.text("PlatformCapabilityUUID", guid(it.id), platform_name(it.id));
  out.bytes("CapabilityData", it.data);
}

void fill(Filler& out, const SuperSpeedPlus& it) {
  out.number("bReserved", it.reserved);
  out.hex("bmAttributes", it.attributes);
  out.hex("wFunctionalitySupport", it.functionality);
  out.number("wReserved", it.reserved2);
  std::vector<std::uint32_t> attributes;
  std::string meaning;
  for (const Sublink& sublink : it.sublinks) {
    attributes.push_back(sublink.attributes);
    if (!meaning.empty()) meaning += "; ";
    meaning += "id " + std::to_string(sublink.id()) + ' ' +
               std::to_string(sublink.bits_per_second()) + " bit/s " +
               (sublink.transmits() ? "TX" : "RX");
  }
  out.hex_list("bmSublinkSpeedAttr", attributes, std::move(meaning));
}

void fill(Filler& out, const PowerDelivery& it) {
  out.number("bReserved", it.reserved);
  out.hex("bmAttributes", it.attributes);
  out.release("bcdBCVersion", it.charging_release);
  out.release("bcdPDVersion", it.power_release);
  out.release("bcdUSBTypeCVersion", it.connector_release);
}

void fill(Filler& /*out*/, const PrecisionTime& /*it*/) {}

void fill(Filler& out, const ConfigurationSummary& it) {
  out.release("bcdVersion", it.release);
  out.number("bClass", it.device_class);
  out.number("bSubClass", it.device_subclass);
  out.number("bProtocol", it.device_protocol);
  out.number("bConfigurationCount", it.configurations.size());
  out.list("bConfigurationIndex", it.configurations);
}

void fill(Filler& out, const Billboard& it) {
  out.string("iAdditionalInfoURL", it.url);
  out.number("bNumberOfAlternateModes", it.modes.size());
  out.number("bPreferredAlternateMode", it.preferred_mode);
  out.hex("VCONN Power", it.connector_power);
  out.hex_list("bmConfigured", it.configured);
  out.release("bcdVersion", it.release);
  out.hex("bAdditionalFailureInfo", it.failure);
  out.number("bReserved", it.reserved);
  for (const AlternateMode& mode : it.modes) {
    Filler part = out.part("alternate_modes", "alternate mode");
    part.hex("wSVID", mode.vendor);
    part.number("bAlternateMode", mode.mode);
    part.string("iAlternateModeString", mode.name);
  }
}

void fill(Filler& out, const BillboardMode& it) {
  out.number("bIndex", it.index);
  out.hex("dwAlternateModeVdo", it.mode_object);
}

}  // namespace

Node bos_node(const bos::Bos& bos, const Strings& strings) {
  const Scope scope{bos.bytes, strings, Source::Bos};
  std::vector<Node> nodes;
  if (bos.place.length > 0) {
    add_descriptor(scope, nodes, "bos", "Binary Object Store Descriptor", bos.place, Third::Field,
                   [&](Filler& out) {
                     out.number("wTotalLength", bos.total_length);
                     out.number("bNumDeviceCaps", bos.declared);
                   });
  } else {
    Node& node = nodes.emplace_back();
    node.list = "bos";
    node.title = "Binary Object Store Descriptor";
    node.source = Source::Bos;
  }
  Node& node = nodes.front();
  for (const Capability& capability : bos.capabilities) {
    std::visit(
        [&](const auto& it) {
          add_descriptor(scope, node.parts, "capabilities", title(it), it.place, Third::Capability,
                         [&it](Filler& out) { fill(out, it); });
        },
        capability);
  }
  add_opaques(scope, node.parts, bos.not_understood);
  return std::move(node);
}

}  // namespace ddb::usb::dump_tree

// SPDX-License-Identifier: Apache-2.0
#include "dump_tree.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "dump_classes.hpp"

namespace ddb::usb::dump_tree {

namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

void add_byte(std::string& text, std::uint8_t byte) {
  text += kDigits[byte >> 4U];
  text += kDigits[byte & 0xfU];
}

std::uint8_t byte_at(std::span<const std::uint8_t> bytes, std::size_t index) noexcept {
  return index < bytes.size() ? bytes[index] : std::uint8_t{0};
}

void class_code(Filler& out, const ClassCode& code, const char* class_id, const char* subclass,
                const char* protocol) {
  out.number(class_id, code.class_id, class_name(code.class_id));
  out.number(subclass, code.subclass);
  out.number(protocol, code.protocol, class_code_name(code));
}

void add_device_descriptor(const Scope& scope, std::vector<Node>& nodes,
                           const DeviceDescriptor& it) {
  add_descriptor(
      scope, nodes, "device", "Device Descriptor", it.place, Third::Field, [&](Filler& out) {
        out.release("bcdUSB", it.usb_release);
        class_code(out, it.device_class, "bDeviceClass", "bDeviceSubClass", "bDeviceProtocol");
        out.number("bMaxPacketSize0", it.maximum_packet_size);
        out.hex("idVendor", it.vendor);
        out.hex("idProduct", it.product);
        out.release("bcdDevice", it.release);
        out.string("iManufacturer", it.manufacturer_name);
        out.string("iProduct", it.product_name);
        out.string("iSerial", it.serial_number);
        out.number("bNumConfigurations", it.configurations);
      });
}

std::string endpoint_meaning(const Endpoint& it) {
  std::string text = transfer_type_name(it.transfer_type());
  if (it.transfer_type() == TransferType::Isochronous) {
    text += std::string(", synchronization ") + synchronization_name(it.synchronization()) +
            ", usage " + endpoint_usage_name(it.usage());
  }
  return text;
}

void add_companions(const Scope& scope, std::vector<Node>& nodes, const Endpoint& endpoint) {
  if (endpoint.companion) {
    const SuperSpeedCompanion& it = *endpoint.companion;
    add_descriptor(scope, nodes, "companions", "SuperSpeed Endpoint Companion", it.place,
                   Third::Field, [&](Filler& out) {
                     out.number("bMaxBurst", it.maximum_burst);
                     out.hex("bmAttributes", it.attributes);
                     out.number("wBytesPerInterval", it.bytes_per_interval);
                   });
  }
  if (endpoint.isochronous) {
    const IsochronousCompanion& it = *endpoint.isochronous;
    add_descriptor(scope, nodes, "companions", "SuperSpeedPlus Isochronous Endpoint Companion",
                   it.place, Third::Field, [&](Filler& out) {
                     out.hex("wReserved", it.reserved);
                     out.number("dwBytesPerInterval", it.bytes_per_interval);
                   });
  }
}

void add_endpoint(const Scope& scope, std::vector<Node>& nodes, const Endpoint& it) {
  Node& node = add_descriptor(
      scope, nodes, "endpoints", "Endpoint Descriptor", it.place, Third::Field, [&](Filler& out) {
        out.hex("bEndpointAddress", it.address,
                "number " + std::to_string(it.number()) + (it.is_in() ? ", in" : ", out"));
        out.hex("bmAttributes", it.attributes, endpoint_meaning(it));
        out.hex("wMaxPacketSize", it.maximum_packet,
                std::to_string(it.packets_per_microframe()) + " of " +
                    std::to_string(it.packet_size()) + " bytes");
        out.number("bInterval", it.interval);
        if (it.audio) {
          out.number("bRefresh", it.audio->refresh);
          out.hex("bSynchAddress", it.audio->synch_address);
        }
      });
  add_companions(scope, node.parts, it);
  std::visit([&](const auto& details) { add_details(scope, node.parts, details); }, it.details);
}

void add_setting(const Scope& scope, std::vector<Node>& nodes, const AlternateSetting& it) {
  Node& node = add_descriptor(scope, nodes, "interfaces", "Interface Descriptor", it.place,
                              Third::Field, [&](Filler& out) {
                                out.number("bInterfaceNumber", it.interface);
                                out.number("bAlternateSetting", it.alternate);
                                out.number("bNumEndpoints", it.declared_endpoints);
                                class_code(out, it.interface_class, "bInterfaceClass",
                                           "bInterfaceSubClass", "bInterfaceProtocol");
                                out.string("iInterface", it.name);
                              });
  std::visit([&](const auto& details) { add_details(scope, node.parts, details); }, it.details);
  for (const Endpoint& endpoint : it.endpoints) add_endpoint(scope, node.parts, endpoint);
  add_opaques(scope, node.parts, it.not_understood);
}

void add_association(const Scope& scope, std::vector<Node>& nodes, const InterfaceAssociation& it) {
  add_descriptor(scope, nodes, "associations", "Interface Association", it.place, Third::Field,
                 [&](Filler& out) {
                   out.number("bFirstInterface", it.first_interface);
                   out.number("bInterfaceCount", it.interfaces);
                   class_code(out, it.function_class, "bFunctionClass", "bFunctionSubClass",
                              "bFunctionProtocol");
                   out.string("iFunction", it.name);
                 });
}

void add_on_the_go(const Scope& scope, std::vector<Node>& nodes, const OnTheGo& it) {
  constexpr std::array<const char*, 4> names = {"SRP", "HNP", "ADP", "RSP"};
  add_descriptor(scope, nodes, "on_the_go", "OTG Descriptor", it.place, Third::Field,
                 [&](Filler& out) {
                   out.hex("bmAttributes", it.attributes, bit_names(it.attributes, names));
                   if (it.release) out.release("bcdOTG", *it.release);
                 });
}

void add_configuration(const Scope& scope, std::vector<Node>& nodes, const Configuration& it) {
  Node& node = add_descriptor(
      scope, nodes, "configurations", "Configuration Descriptor", it.place, Third::Field,
      [&](Filler& out) {
        out.number("wTotalLength", it.total_length);
        out.number("bNumInterfaces", it.declared_interfaces);
        out.number("bConfigurationValue", it.value);
        out.string("iConfiguration", it.name);
        out.hex("bmAttributes", it.attributes,
                std::string(it.self_powered() ? "self powered" : "bus powered") +
                    (it.remote_wakeup() ? ", remote wakeup" : ""));
        out.number("bMaxPower", it.maximum_power, "in 2 mA, at SuperSpeed in 8 mA");
        out.number("extent", it.extent.length, "bytes that were found of it and all its own");
      });
  for (const InterfaceAssociation& association : it.associations) {
    add_association(scope, node.parts, association);
  }
  for (const Interface& interface : it.interfaces) {
    for (const AlternateSetting& setting : interface.settings) {
      add_setting(scope, node.parts, setting);
    }
  }
  if (it.on_the_go) add_on_the_go(scope, node.parts, *it.on_the_go);
  add_opaques(scope, node.parts, it.not_understood);
}

}  // namespace

std::span<const std::uint8_t> Scope::of(Extent extent) const noexcept {
  const std::size_t offset = std::min<std::size_t>(extent.offset, bytes.size());
  return bytes.subspan(offset, std::min<std::size_t>(extent.length, bytes.size() - offset));
}

std::string hex(std::uint64_t value, unsigned digits) {
  std::string text = "0x";
  for (; digits > 0; --digits) text += kDigits[value >> (4 * (digits - 1)) & 0xfU];
  return text;
}

std::string hex(std::span<const std::uint8_t> bytes) {
  std::string text;
  text.reserve(2 * bytes.size());
  for (const std::uint8_t byte : bytes) add_byte(text, byte);
  return text;
}

std::string guid(std::span<const std::uint8_t, 16> bytes) {
  constexpr std::array<std::size_t, 16> order = {3, 2, 1,  0,  5,  4,  7,  6,
                                                 8, 9, 10, 11, 12, 13, 14, 15};
  std::string text = "{";
  for (std::size_t at = 0; at < order.size(); ++at) {
    if (at == 4 || at == 6 || at == 8 || at == 10) text += '-';
    add_byte(text, bytes[order[at]]);
  }
  return text + '}';
}

std::string bit_names(std::uint64_t bits, std::span<const char* const> names) {
  std::string text;
  for (std::size_t bit = 0; bit < names.size(); ++bit) {
    if ((bits >> bit & 1U) == 0) continue;
    if (!text.empty()) text += ", ";
    text += names[bit];
  }
  return text;
}

std::string known(const char* name) {
  return std::string_view(name) == "unknown" ? std::string() : std::string(name);
}

Field& Filler::next(const char* name, Form form, unsigned digits, std::string meaning) {
  Field& field = node_.fields.emplace_back();
  field.name = name;
  field.form = form;
  field.digits = digits;
  field.meaning = std::move(meaning);
  return field;
}

void Filler::add(const char* name, std::uint64_t value, Form form, unsigned digits,
                 std::string meaning) {
  next(name, form, digits, std::move(meaning)).value = value;
}

void Filler::add(const char* name, std::int64_t value, Form form, unsigned digits,
                 std::string meaning) {
  next(name, form, digits, std::move(meaning)).value = value;
}

void Filler::add(const char* name, Numbers value, Form form, unsigned digits, std::string meaning) {
  next(name, form, digits, std::move(meaning)).value = std::move(value);
}

void Filler::add(const char* name, std::string value, Form form, unsigned digits,
                 std::string meaning) {
  next(name, form, digits, std::move(meaning)).value = std::move(value);
}

void Filler::release(const char* name, std::uint16_t value) {
  add(name, std::uint64_t{value}, Form::Release, 4, "");
}

void Filler::string(const char* name, StringIndex index) {
  const auto found = scope_.strings.find(index);
  number(name, index, index == 0 || found == scope_.strings.end() ? "" : found->second);
}

void Filler::bytes(const char* name, std::span<const std::uint8_t> bytes) {
  text(name, dump_tree::hex(bytes));
}

Filler Filler::part(const char* list, const char* title) {
  Node node;
  node.list = list;
  node.title = title;
  node.source = node_.source;
  node.number = node_.number;
  node.one_line = true;
  node_.parts.push_back(std::move(node));
  return {scope_, node_.parts.back()};
}

Node& begin_descriptor(const Scope& scope, std::vector<Node>& nodes, const char* list,
                       std::string title, const Place& place, Third third) {
  Node& node = nodes.emplace_back();
  node.list = list;
  node.title = std::move(title);
  node.source = scope.source;
  node.number = scope.number;
  node.extent = place.extent();
  const std::span<const std::uint8_t> bytes = scope.of(node.extent);
  Filler out(scope, node);
  out.number("bLength", place.length);
  out.number("bDescriptorType", byte_at(bytes, 1));
  if (third == Third::Subtype) out.number("bDescriptorSubtype", byte_at(bytes, 2));
  if (third == Third::Capability) out.number("bDevCapabilityType", byte_at(bytes, 2));
  return node;
}

void add_opaques(const Scope& scope, std::vector<Node>& nodes, const std::vector<Opaque>& opaques) {
  for (const Opaque& opaque : opaques) {
    Node& node = nodes.emplace_back();
    node.list = "not_understood";
    node.title = "** Not understood";
    node.source = scope.source;
    node.number = scope.number;
    node.extent = opaque.extent;
    Filler out(scope, node);
    out.text("reason", unread_name(opaque.reason));
    out.number("type", opaque.type);
    out.bytes("bytes", scope.of(opaque.extent));
  }
}

std::vector<Node> nodes_of(const Reading& reading, const Strings& strings) {
  const Device& device = reading.device;
  const Scope scope{device.bytes, strings};
  std::vector<Node> nodes;
  if (device.descriptor) add_device_descriptor(scope, nodes, *device.descriptor);
  for (const Configuration& configuration : device.configurations) {
    add_configuration(scope, nodes, configuration);
  }
  add_opaques(scope, nodes, device.not_understood);
  if (device.bos) nodes.push_back(bos_node(*device.bos, strings));
  for (std::size_t number = 0; number < device.report_descriptors.size(); ++number) {
    nodes.push_back(report_node(device.report_descriptors[number],
                                static_cast<std::uint32_t>(number), strings));
  }
  return nodes;
}

}  // namespace ddb::usb::dump_tree

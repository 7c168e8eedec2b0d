// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstddef>
#include <string>

#include "dump_classes.hpp"

namespace ddb::usb::dump_tree {

namespace {

using namespace hid;

/// "Generic Desktop / X".
std::string usage_text(std::uint32_t usage) {
  const std::string_view page = usage_page_name(static_cast<std::uint16_t>(usage >> 16U));
  std::string name = usage_name(usage);
  if (page.empty()) return name;
  if (name.empty()) return std::string(page);
  return std::string(page) + " / " + name;
}

const char* local_name(LocalKind kind) {
  switch (kind) {
    case LocalKind::Usage:
      return "usage";
    case LocalKind::AlternativeUsage:
      return "alternative usage";
    case LocalKind::Designator:
      return "designator";
    case LocalKind::String:
      break;
  }
  return "string";
}

std::string flag_text(const hid::Field& it) {
  std::string text = it.constant() ? "constant" : "data";
  text += it.variable() ? ", variable" : ", array";
  text += it.relative() ? ", relative" : ", absolute";
  if (it.wraps()) text += ", wrap";
  if (it.nonlinear()) text += ", nonlinear";
  if (it.no_preferred_state()) text += ", no preferred state";
  if (it.null_state()) text += ", null state";
  if (it.is_volatile()) text += ", volatile";
  if (it.buffered_bytes()) text += ", buffered bytes";
  return text;
}

/// The dimensions that are not 0, with their exponents; the nibbles that the Unit item has.
std::string unit_text(std::uint32_t data) {
  if (data == 0) return "";
  const Unit unit = unit_of(data);
  constexpr std::array systems = {"no system", "SI linear", "SI rotation", "English linear",
                                  "English rotation"};
  const auto system = static_cast<std::size_t>(unit.system);
  std::string text = system < systems.size() ? systems[system] : "vendor or reserved";
  const auto add = [&text](const char* name, std::int8_t exponent) {
    if (exponent != 0) text += std::string(", ") + name + ' ' + std::to_string(exponent);
  };
  add("length", unit.length);
  add("mass", unit.mass);
  add("time", unit.time);
  add("temperature", unit.temperature);
  add("current", unit.current);
  add("luminous intensity", unit.luminous_intensity);
  return text;
}

class Builder {
 public:
  Builder(const ReportDescriptor& report, const Scope& scope) noexcept
      : report_(report), scope_(scope) {}

  Node build() {
    Node node = begin("report_descriptors", "Report Descriptor", 0);
    node.extent.length = static_cast<std::uint32_t>(report_.bytes.size());
    Filler out(scope_, node);
    out.number("wDescriptorLength", report_.bytes.size());
    for (const Report& it : report_.reports) {
      Filler part = out.part("reports", "report");
      part.text("kind", report_kind_name(it.kind));
      part.number("report_id", it.id);
      part.number("bits", it.bits);
    }
    add_parts(node, kNoCollection);
    add_opaques(scope_, node.parts, report_.not_understood);
    return node;
  }

 private:
  Node begin(const char* list, std::string title, std::uint32_t offset) const {
    Node node;
    node.list = list;
    node.title = std::move(title);
    node.source = scope_.source;
    node.number = scope_.number;
    node.extent = {offset, 1};
    return node;
  }

  // Both lists are in the order of the bytes, and a collection comes before what is in it: one pass
  // over both for all levels.
  void add_parts(Node& node, std::uint32_t collection) {
    while (true) {
      const bool has_collection = next_collection_ < report_.collections.size() &&
                                  report_.collections[next_collection_].parent == collection;
      const bool has_field = next_field_ < report_.fields.size() &&
                             report_.fields[next_field_].collection == collection;
      if (has_field && (!has_collection || report_.fields[next_field_].offset <
                                               report_.collections[next_collection_].offset)) {
        node.parts.push_back(field_node(report_.fields[next_field_++]));
      } else if (has_collection) {
        const auto index = static_cast<std::uint32_t>(next_collection_++);
        node.parts.push_back(collection_node(report_.collections[index], index));
      } else {
        return;
      }
    }
  }

  Node collection_node(const Collection& it, std::uint32_t index) {
    Node node = begin("collections", "Collection", it.offset);
    Filler out(scope_, node);
    out.number("type", it.type, collection_type_name(it.type));
    out.hex("usage", it.usage, usage_text(it.usage));
    add_locals(out, it.locals);
    add_parts(node, index);
    return node;
  }

  Node field_node(const hid::Field& it) const {
    Node node = begin("fields", "Field", it.offset);
    Filler out(scope_, node);
    out.text("kind", report_kind_name(it.kind));
    out.hex("flags", it.flags, flag_text(it));
    out.number("report_id", it.report_id);
    out.number("bit_offset", it.bit_offset);
    out.number("report_size", it.report_size);
    out.number("report_count", it.report_count);
    out.number("logical_minimum", it.logical_minimum);
    add_maximum(out, "logical_maximum", it.logical_minimum, it.logical_maximum);
    out.number("physical_minimum", it.physical_minimum);
    add_maximum(out, "physical_maximum", it.physical_minimum, it.physical_maximum);
    out.number("unit_exponent", it.unit_exponent);
    out.hex("unit", it.unit, unit_text(it.unit));
    add_locals(out, it.locals);
    return node;
  }

  // As hid::Field has it: unsigned if the minimum is not negative.
  static void add_maximum(Filler& out, const char* name, std::int32_t minimum,
                          std::int32_t maximum) {
    if (minimum < 0) {
      out.number(name, maximum);
    } else {
      out.number(name, static_cast<std::uint32_t>(maximum));
    }
  }

  void add_locals(Filler& out, LocalRun run) const {
    for (const Local& it : report_.locals_of(run)) {
      const bool usage = it.kind == LocalKind::Usage || it.kind == LocalKind::AlternativeUsage;
      Filler part = out.part("locals", local_name(it.kind));
      part.hex("minimum", it.minimum, usage ? usage_text(it.minimum) : "");
      part.hex("maximum", it.maximum,
               usage && it.maximum != it.minimum ? usage_text(it.maximum) : "");
      part.number("own_page", std::uint8_t{it.own_page});
    }
  }

  const ReportDescriptor& report_;
  const Scope& scope_;
  std::size_t next_collection_ = 0;
  std::size_t next_field_ = 0;
};

}  // namespace

Node report_node(const hid::ReportDescriptor& report, std::uint32_t number,
                 const Strings& strings) {
  const Scope scope{report.bytes, strings, Source::ReportDescriptor, number};
  return Builder(report, scope).build();
}

}  // namespace ddb::usb::dump_tree

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "dump_tree.hpp"

namespace ddb::usb {

namespace {

using dump_tree::Field;
using dump_tree::Form;
using dump_tree::Node;
using dump_tree::Numbers;

// Where a complaint is about, and where a node begins.
using Spot = std::tuple<Source, std::uint32_t, std::uint32_t>;

Spot spot_of(const Node& node) { return {node.source, node.number, node.extent.offset}; }

// Names begin at the indentation of their descriptor, numbers here after it.
constexpr std::size_t kValueColumn = 26;

/// Strings come from a device: what would move a terminal's cursor is shown, not done.
std::string shown(std::string_view text) {
  constexpr unsigned char space = 0x20;
  constexpr unsigned char rubout = 0x7f;
  std::string result;
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte >= space && byte != rubout) {
      result += character;
    } else {
      result += "\\x" + dump_tree::hex(byte, 2).substr(2);
    }
  }
  return result;
}

std::string number_text(std::uint64_t value, const Field& field) {
  switch (field.form) {
    case Form::Hex:
      return dump_tree::hex(value, field.digits);
    case Form::Release: {
      // As lsusb has it: 2.00; digits above 9 cannot be in a good one.
      const std::string digits = dump_tree::hex(value, 4).substr(2);
      const std::size_t begin = digits[0] == '0' ? 1 : 0;
      return digits.substr(begin, 2 - begin) + '.' + digits.substr(2);
    }
    case Form::Decimal:
      break;
  }
  return std::to_string(value);
}

std::string value_text(const Field& field) {
  if (const auto* number = std::get_if<std::uint64_t>(&field.value)) {
    return number_text(*number, field);
  }
  if (const auto* number = std::get_if<std::int64_t>(&field.value)) {
    return std::to_string(*number);
  }
  if (const auto* text = std::get_if<std::string>(&field.value)) return *text;
  std::string result;
  for (const std::uint64_t number : std::get<Numbers>(field.value)) {
    if (!result.empty()) result += ' ';
    result += number_text(number, field);
  }
  return result;
}

/// The last node that begins at the place of a complaint or before it has the complaint.
class Complaints {
 public:
  Complaints(const std::vector<Node>& nodes, const std::vector<Complaint>& complaints) {
    add_nodes(nodes);
    for (const Complaint& it : complaints) {
      auto next = nodes_.upper_bound({it.source, it.number, it.offset});
      const bool found = next != nodes_.begin() && is_of(std::prev(next)->first, it);
      by_node_[found ? std::prev(next)->second : nullptr].push_back(&it);
    }
  }

  /// Null: those that no node has.
  void write(const Node* node, std::size_t indent, std::string& text) const {
    const auto found = by_node_.find(node);
    if (found == by_node_.end()) return;
    for (const Complaint* it : found->second) {
      text.append(indent, ' ');
      text += std::string(severity_name(it->severity)) + ": ";
      if (node == nullptr || node->extent.offset != it->offset) {
        text += "at " + std::to_string(it->offset) + ": ";
      }
      text += it->sentence + '\n';
    }
  }

 private:
  static bool is_of(const Spot& spot, const Complaint& complaint) {
    return std::get<0>(spot) == complaint.source && std::get<1>(spot) == complaint.number;
  }

  void add_nodes(const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
      if (node.extent.length > 0) nodes_[spot_of(node)] = &node;
      add_nodes(node.parts);
    }
  }

  std::map<Spot, const Node*> nodes_;
  std::map<const Node*, std::vector<const Complaint*>> by_node_;
};

class Writer {
 public:
  explicit Writer(const Complaints& complaints) : complaints_(complaints) {}

  void write_all(const std::vector<Node>& nodes, std::size_t indent) {
    std::vector<const Node*> ordered;
    ordered.reserve(nodes.size());
    for (const Node& node : nodes) ordered.push_back(&node);
    std::stable_sort(ordered.begin(), ordered.end(), [](const Node* left, const Node* right) {
      return spot_of(*left) < spot_of(*right);
    });
    for (const Node* node : ordered) write_node(*node, indent);
  }

  std::string text;

 private:
  void write_node(const Node& node, std::size_t indent) {
    text.append(indent, ' ');
    text += node.title;
    if (node.one_line) {
      for (const Field& field : node.fields) write_short(field);
      text += '\n';
    } else {
      text += ": (at " + std::to_string(node.extent.offset) + ")\n";
      for (const Field& field : node.fields) write_field(field, indent + 2);
    }
    complaints_.write(&node, indent + 2, text);
    write_all(node.parts, indent + 2);
  }

  void write_short(const Field& field) {
    text += std::string("  ") + field.name + ' ' + value_text(field);
    if (!field.meaning.empty()) text += " (" + shown(field.meaning) + ')';
  }

  void write_field(const Field& field, std::size_t indent) {
    text.append(indent, ' ');
    const std::string_view name = field.name;
    text += name;
    const std::string value = value_text(field);
    if (!value.empty()) {
      text.append(name.size() < kValueColumn ? kValueColumn - name.size() : 1, ' ');
      text += value;
    }
    if (!field.meaning.empty()) text += "  " + shown(field.meaning);
    text += '\n';
  }

  const Complaints& complaints_;
};

}  // namespace

std::string dump_text(const Reading& reading, const Strings& strings) {
  const std::vector<dump_tree::Node> nodes = dump_tree::nodes_of(reading, strings);
  const Complaints complaints(nodes, reading.complaints);
  Writer writer(complaints);
  writer.write_all(nodes, 0);
  complaints.write(nullptr, 0, writer.text);
  if (reading.complaints_left_out > 0) {
    writer.text += std::to_string(reading.complaints_left_out) + " more complaints\n";
  }
  return std::move(writer.text);
}

}  // namespace ddb::usb

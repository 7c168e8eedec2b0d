// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <variant>

#include "ddb/usb/description.hpp"
#include "written_text.hpp"

namespace ddb::usb {

namespace {

void append_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const Character it = first_character(text);
    if (it.code == '"' || it.code == '\\') {
      out += '\\';
      out += static_cast<char>(it.code);
    } else if (it.code <= 0xffff && !is_shown(it.code)) {
      out += "\\u";
      append_hexadecimal(out, it.code, 4);
    } else if (it.size == 1 && it.code > 0x7f) {
      out += "\\ufffd";
    } else {
      out += text.substr(0, it.size);
    }
    text.remove_prefix(it.size);
  }
  out += '"';
}

// `"key": `, with a comma before it unless it is the first of its object.
void append_key(std::string& out, std::string_view key) {
  if (out.back() != '{') out += ", ";
  out += '"';
  out += key;
  out += "\": ";
}

void append_pair(std::string& out, std::string_view key, std::string_view text) {
  append_key(out, key);
  append_string(out, text);
}

// A list, each element of which `write` appends.
template <class List, class Write>
void append_list(std::string& out, const List& list, Write write) {
  out += '[';
  bool first = true;
  for (const auto& it : list) {
    if (!first) out += ", ";
    first = false;
    write(it);
  }
  out += ']';
}

void append_json_number(std::string& out, const Exact& number) {
  if (append_decimal(out, number)) return;
  out += "{\"numerator\": ";
  append_number(out, number.numerator);
  out += ", \"denominator\": ";
  append_number(out, number.denominator);
  out += '}';
}

void append_quantity(std::string& out, const Exact& number, Word unit) {
  if (unit.empty()) {
    append_json_number(out, number);
    return;
  }
  out += "{\"value\": ";
  append_json_number(out, number);
  append_pair(out, "unit", unit);
  out += '}';
}

class ValueWriter {
 public:
  explicit ValueWriter(std::string& out) : out_(out) {}

  void operator()(Word word) const {
    if (word == "true" || word == "false") {
      out_ += word;
    } else {
      append_string(out_, word);
    }
  }

  void operator()(const std::vector<Word>& words) const { append_list(out_, words, *this); }

  void operator()(const Numbers& numbers) const {
    const auto number = [this](const Exact& it) { append_json_number(out_, it); };
    if (numbers.numbers.size() == 1) {
      append_quantity(out_, numbers.numbers.front(), numbers.unit);
    } else if (numbers.unit.empty()) {
      append_list(out_, numbers.numbers, number);
    } else {
      out_ += "{\"values\": ";
      append_list(out_, numbers.numbers, number);
      append_pair(out_, "unit", numbers.unit);
      out_ += '}';
    }
  }

  void operator()(const Range& range) const {
    const bool both = range.least.has_value() && range.greatest.has_value();
    out_ += both ? "{\"between\": [" : range.least ? "{\"at_least\": " : "{\"at_most\": ";
    if (range.least) append_quantity(out_, *range.least, range.unit);
    if (both) out_ += ", ";
    if (range.greatest) append_quantity(out_, *range.greatest, range.unit);
    out_ += both ? "]}" : "}";
  }

  void operator()(const std::string& text) const {
    out_ += '{';
    append_pair(out_, "text", text);
    out_ += '}';
  }

 private:
  std::string& out_;
};

void append_names(std::string& out, std::string_view key, const std::vector<std::string>& names) {
  if (names.empty()) return;
  append_key(out, key);
  append_list(out, names, [&out](const std::string& it) { append_string(out, it); });
}

void append_leaf(std::string& out, const Leaf& leaf) {
  out += '{';
  append_pair(out, "name", leaf.name);
  append_key(out, "value");
  std::visit(ValueWriter(out), leaf.value);
  append_names(out, "states", leaf.states);
  out += '}';
}

void append_branch(std::string& out, const Branch& branch) {
  out += '{';
  append_pair(out, "name", branch.name);
  if (!branch.id.empty()) append_pair(out, "id", branch.id);
  append_names(out, "code_interfaces", branch.code_interfaces);
  append_names(out, "registration_units", branch.registration_units);
  append_key(out, "terms");
  if (branch.leaves.empty()) {
    append_list(out, branch.branches, [&out](const Branch& it) { append_branch(out, it); });
  } else {
    append_list(out, branch.leaves, [&out](const Leaf& it) { append_leaf(out, it); });
  }
  out += '}';
}

// Facts, one a line.
class FactWriter {
 public:
  explicit FactWriter(const std::string& spec) : spec_(spec) {}

  std::string& begin(std::string_view type) {
    out_ += first_ ? "\n{" : ",\n{";
    first_ = false;
    append_pair(out_, "type", type);
    if (type != "comment") append_pair(out_, "spec", spec_);
    return out_;
  }

  void end() { out_ += '}'; }

  // A comment without the end of its last line.
  void comment(std::string_view text) {
    if (text.empty()) return;
    if (text.back() == '\n') text.remove_suffix(1);
    append_pair(begin("comment"), "text", text);
    end();
  }

  std::string take() {
    out_ += "\n]}\n";
    return std::move(out_);
  }

 private:
  std::string out_ = "{\"ddb\": 1, \"facts\": [";
  const std::string& spec_;
  bool first_ = true;
};

}  // namespace

std::string to_json(const Description& description) {
  FactWriter writer(description.spec);
  writer.comment(description.comment);
  append_pair(writer.begin("device"), "title", description.title);
  writer.end();
  if (description.vendor.has_value()) {
    std::string& out = writer.begin("usb_identity");
    append_key(out, "vendor");
    out += '"';
    append_hexadecimal(out, *description.vendor, 4);
    out += '"';
    append_key(out, "product");
    out += '"';
    append_hexadecimal(out, description.product, 4);
    out += '"';
    writer.end();
  }
  for (const std::string& unit : description.registration_units) {
    append_pair(writer.begin("registration_unit"), "unit", unit);
    writer.end();
  }
  for (const CodeInterface& it : description.code_interfaces) {
    std::string& out = writer.begin("code_interface");
    append_pair(out, "interface", it.name);
    append_key(out, "operations");
    append_list(out, it.operations, [&out](Word word) { append_string(out, word); });
    writer.end();
  }
  for (const State& it : description.states) {
    std::string& out = writer.begin("state");
    append_pair(out, "state", it.name);
    append_key(out, "value");
    std::visit(ValueWriter(out), it.value);
    writer.end();
  }
  for (const Group& group : description.groups) {
    writer.comment(group.comment);
    std::string& out = writer.begin("device_group");
    append_pair(out, "group", group.name);
    append_key(out, "terms");
    append_list(out, group.modules, [&out](const Branch& it) { append_branch(out, it); });
    writer.end();
  }
  for (const Connection& it : description.connections) {
    std::string& out = writer.begin("connects");
    append_pair(out, "from", it.from);
    append_pair(out, "to", it.to);
    writer.end();
  }
  return writer.take();
}

}  // namespace ddb::usb

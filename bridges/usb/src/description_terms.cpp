// SPDX-License-Identifier: Apache-2.0
// The layout is that of `ddb-match convert` (engine/prolog/source_writer.pl): a term stands on one
// line where 100 columns are enough; else each element of its last list has lines of its own.
#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

#include "ddb/usb/description.hpp"
#include "written_text.hpp"

namespace ddb::usb {

namespace {

constexpr std::size_t kWidth = 100;
constexpr std::size_t kStep = 4;

// Writes terms one behind the other and knows in which column it is. A column is a character, not
// a byte.
class TermWriter {
 public:
  explicit TermWriter(std::size_t expected = 0) { out_.reserve(expected); }

  std::string take() { return std::move(out_); }

  void put(std::string_view text) { out_ += text; }
  void put(char character) { out_ += character; }

  void comment(std::string_view lines) {
    while (!lines.empty()) {
      const std::size_t end = std::min(lines.find('\n'), lines.size());
      out_ += end == 0 ? "%" : "% ";
      out_ += lines.substr(0, end);
      end_line();
      lines.remove_prefix(std::min(end + 1, lines.size()));
    }
  }

  void end_line() {
    out_ += '\n';
    line_ = out_.size();
    wide_ = 0;
  }

  void new_line(std::size_t indentation) {
    end_line();
    out_.append(indentation, ' ');
  }

  void quoted(std::string_view text) {
    out_ += '"';
    for (;;) {
      const std::size_t plain = plain_length(text);
      out_ += text.substr(0, plain);
      text.remove_prefix(plain);
      if (text.empty()) break;
      const Character it = first_character(text);
      character(it.code, text.substr(0, it.size));
      text.remove_prefix(it.size);
    }
    out_ += '"';
  }

  void value(const Value& value) {
    std::visit([this](const auto& it) { form(it); }, value);
  }

  void flat_leaf(const Leaf& leaf) {
    put(leaf.name);
    put('(');
    value(leaf.value);
    states(leaf);
    put(')');
  }

  // `last` is the last column that the term may reach.
  void leaf(const Leaf& leaf, std::size_t indentation, std::size_t last) {
    const Mark mark = here();
    flat_leaf(leaf);
    if (column() <= last) return;
    back_to(mark);
    put(leaf.name);
    put('(');
    if (const auto* const words = std::get_if<std::vector<Word>>(&leaf.value)) {
      put('[');
      new_line(indentation + kStep);
      filled(*words, indentation + kStep, last);
      new_line(indentation);
      put(']');
      states(leaf);
    } else {
      const std::size_t inside = column();
      value(leaf.value);
      for (const std::string& state : leaf.states) {
        constexpr std::string_view around = "state()";
        put(',');
        if (column() + 1 + around.size() + state.size() + 1 <= last) {
          put(' ');
        } else {
          new_line(inside);
        }
        put("state(");
        put(state);
        put(')');
      }
    }
    put(')');
  }

  void branch(const Branch& branch, std::size_t indentation, std::size_t last) {
    if (column() + least_columns(branch) <= last) {
      const Mark mark = here();
      if (flat_branch(branch, last)) return;
      back_to(mark);
    }
    open(branch);
    below(branch, indentation + kStep, last);
    new_line(indentation);
    put("])");
  }

  // Words, several on a line.
  void filled(const std::vector<Word>& words, std::size_t indentation, std::size_t last) {
    for (std::size_t at = 0; at < words.size(); ++at) {
      put(words[at]);
      if (at + 1 == words.size()) return;
      put(',');
      if (column() + 1 + words[at + 1].size() + 1 <= last) {
        put(' ');
      } else {
        new_line(indentation);
      }
    }
  }

  std::size_t column() const noexcept { return out_.size() - line_ - wide_; }

  struct Mark {
    std::size_t size = 0;
    std::size_t line = 0;
    std::size_t wide = 0;
  };

  Mark here() const noexcept { return {out_.size(), line_, wide_}; }

  void back_to(const Mark& mark) {
    out_.resize(mark.size);
    line_ = mark.line;
    wide_ = mark.wide;
  }

 private:
  void character(char32_t code, std::string_view bytes) {
    constexpr std::string_view letters = "abtnvfr";
    if (code == '"' || code == '\\') {
      out_ += '\\';
      out_ += static_cast<char>(code);
    } else if (code >= '\a' && code <= '\r') {
      out_ += '\\';
      out_ += letters[code - '\a'];
    } else if (!is_shown(code)) {
      constexpr std::string_view digits = "0123456789ABCDEF";
      out_ += "\\x";
      unsigned shift = 0;
      while (shift < 20 && code >> (shift + 4) != 0) shift += 4;
      for (;; shift -= 4) {
        out_ += digits[code >> shift & 0xfU];
        if (shift == 0) break;
      }
      out_ += '\\';
    } else if (bytes.size() == 1 && code > 0x7f) {
      out_ += "\xef\xbf\xbd";
      wide_ += 2;
    } else {
      out_ += bytes;
      wide_ += bytes.size() - 1;
    }
  }

  void form(const Word& word) { put(word); }

  void form(const std::vector<Word>& words) {
    put('[');
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (at != 0) put(", ");
      put(words[at]);
    }
    put(']');
  }

  void form(const Numbers& numbers) {
    if (numbers.numbers.size() == 1) {
      append_exact(out_, numbers.numbers.front());
    } else {
      put('[');
      for (std::size_t at = 0; at < numbers.numbers.size(); ++at) {
        if (at != 0) put(", ");
        append_exact(out_, numbers.numbers[at]);
      }
      put(']');
    }
    unit(numbers.unit);
  }

  void form(const Range& range) {
    const bool both = range.least.has_value() && range.greatest.has_value();
    put(both ? "between(" : range.least.has_value() ? "at_least(" : "at_most(");
    if (range.least.has_value()) {
      append_exact(out_, *range.least);
      unit(range.unit);
    }
    if (both) put(", ");
    if (range.greatest.has_value()) {
      append_exact(out_, *range.greatest);
      unit(range.unit);
    }
    put(')');
  }

  void form(const std::string& text) { quoted(text); }

  void unit(Word unit) {
    if (unit.empty()) return;
    put('*');
    put(unit);
  }

  void states(const Leaf& leaf) {
    for (const std::string& state : leaf.states) {
      put(", state(");
      put(state);
      put(')');
    }
  }

  void open(const Branch& branch) {
    put(branch.name);
    put('(');
    if (!branch.id.empty()) {
      put(branch.id);
      put(", ");
    }
    put('[');
  }

  // Calls `write` for each annotation with its word and what it names.
  template <class Write>
  static void for_annotations(const Branch& branch, Write write) {
    for (const std::string& it : branch.code_interfaces) write("code_interface(", it);
    for (const std::string& it : branch.registration_units) write("registration_unit(", it);
  }

  // Columns that a branch takes on one line at the least: of values, no more is counted than is
  // quick to know. Most branches that are too long are known to be so without being written.
  static std::size_t least_columns(const Branch& branch) noexcept {
    constexpr std::size_t around = 4;  // name([])
    std::size_t columns = branch.name.size() + around + branch.id.size();
    for_annotations(branch, [&columns](std::string_view word, const std::string& name) {
      columns += word.size() + name.size() + 1;
    });
    for (const Branch& it : branch.branches) columns += least_columns(it);
    for (const Leaf& it : branch.leaves) {
      columns += it.name.size() + 3;  // name(v)
      if (const auto* const word = std::get_if<Word>(&it.value)) columns += word->size() - 1;
      for (const std::string& state : it.states) columns += state.size();
    }
    return columns;
  }

  // Writes the branch on one line; false as soon as it is longer.
  bool flat_branch(const Branch& branch, std::size_t last) {
    open(branch);
    bool first = true;
    const auto comma = [this, &first] {
      if (!first) put(", ");
      first = false;
    };
    for_annotations(branch, [&](std::string_view word, const std::string& name) {
      comma();
      put(word);
      put(name);
      put(')');
    });
    if (column() > last) return false;
    for (const Branch& it : branch.branches) {
      comma();
      if (!flat_branch(it, last)) return false;
    }
    for (const Leaf& it : branch.leaves) {
      comma();
      flat_leaf(it);
      if (column() > last) return false;
    }
    put("])");
    return column() <= last;
  }

  // Annotations stand on a line of their own where they have room, all others one below the other.
  void below(const Branch& branch, std::size_t indentation, std::size_t last) {
    bool first = true;
    const std::size_t notes = branch.code_interfaces.size() + branch.registration_units.size();
    std::size_t length = indentation + 1 + 2 * (notes - 1);
    for_annotations(branch, [&length](std::string_view word, const std::string& name) {
      length += word.size() + name.size() + 1;
    });
    const bool together = notes > 1 && length <= last;
    for_annotations(branch, [&](std::string_view word, const std::string& name) {
      if (!first) put(',');
      if (first || !together) {
        new_line(indentation);
      } else {
        put(' ');
      }
      first = false;
      put(word);
      put(name);
      put(')');
    });
    const auto next = [&] {
      if (!first) put(',');
      new_line(indentation);
      first = false;
    };
    for (const Branch& it : branch.branches) {
      next();
      this->branch(it, indentation, last - 1);
    }
    for (const Leaf& it : branch.leaves) {
      next();
      leaf(it, indentation, last - 1);
    }
  }

  std::string out_;
  std::size_t line_ = 0;  // where the line begins
  std::size_t wide_ = 0;  // bytes of the line that are no columns of their own
};

void append_head(TermWriter& writer, const Description& description, std::string_view form) {
  writer.put(form);
  writer.put('(');
  writer.put(description.spec);
  writer.put(", ");
}

// The columns of a text: its characters.
std::size_t columns(std::string_view text) noexcept {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char it) {
    return (static_cast<unsigned char>(it) & 0xc0U) != 0x80;
  }));
}

// A fact whose arguments are texts: on one line where it fits, else filled line by line.
void append_fact(TermWriter& writer, std::string_view form,
                 std::initializer_list<std::string_view> arguments) {
  std::size_t length = form.size() + 3;
  for (const std::string_view it : arguments) length += columns(it) + 2;
  const bool fits = length - 2 <= kWidth;
  writer.put(form);
  writer.put('(');
  const std::size_t inside = writer.column();
  bool first = true;
  for (const std::string_view it : arguments) {
    if (!first) {
      writer.put(',');
      if (fits || writer.column() + 1 + columns(it) + 1 <= kWidth - 1) {
        writer.put(' ');
      } else {
        writer.new_line(inside);
      }
    }
    first = false;
    writer.put(it);
  }
  writer.put(").");
  writer.end_line();
}

void append_code_interface(TermWriter& writer, const Description& description,
                           const CodeInterface& it) {
  append_head(writer, description, "code_interface");
  writer.put(it.name);
  writer.put(", [");
  const TermWriter::Mark mark = writer.here();
  writer.filled(it.operations, 0, std::string::npos);
  writer.put("]).");
  if (writer.column() > kWidth) {
    writer.back_to(mark);
    writer.new_line(kStep);
    writer.filled(it.operations, kStep, kWidth - 1);
    writer.new_line(0);
    writer.put("]).");
  }
  writer.end_line();
}

void append_group(TermWriter& writer, const Description& description, const Group& group) {
  writer.end_line();
  writer.comment(group.comment);
  append_head(writer, description, "device_group");
  writer.put(group.name);
  writer.put(", [");
  for (std::size_t at = 0; at < group.modules.size(); ++at) {
    if (at != 0) writer.put(',');
    writer.new_line(kStep);
    writer.branch(group.modules[at], kStep, kWidth - 2);
  }
  writer.end_line();
  writer.put("]).");
  writer.end_line();
}

}  // namespace

std::string to_terms(const Description& description) {
  constexpr std::size_t usual_size = 16384;
  TermWriter writer(usual_size);
  const std::string& spec = description.spec;
  if (!description.comment.empty()) {
    writer.comment(description.comment);
    writer.end_line();
  }
  TermWriter title;
  title.quoted(description.title);
  append_fact(writer, "device", {spec, title.take()});
  if (description.vendor.has_value()) {
    std::string vendor = "0x";
    append_hexadecimal(vendor, *description.vendor, 4);
    std::string product = "0x";
    append_hexadecimal(product, description.product, 4);
    append_fact(writer, "usb_identity", {spec, vendor, product});
  }
  if (!description.registration_units.empty()) writer.end_line();
  for (const std::string& unit : description.registration_units) {
    append_fact(writer, "registration_unit", {spec, unit});
  }
  if (!description.code_interfaces.empty()) writer.end_line();
  for (const CodeInterface& it : description.code_interfaces) {
    append_code_interface(writer, description, it);
  }
  if (!description.states.empty()) writer.end_line();
  for (const State& state : description.states) {
    TermWriter value;
    value.value(state.value);
    append_fact(writer, "state", {spec, state.name, value.take()});
  }
  for (const Group& group : description.groups) append_group(writer, description, group);
  if (!description.connections.empty()) writer.end_line();
  for (const Connection& it : description.connections) {
    append_fact(writer, "connects", {spec, it.from, it.to});
  }
  return writer.take();
}

}  // namespace ddb::usb

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_DUMP_TREE_HPP
#define DDB_USB_DUMP_TREE_HPP

#include <array>
#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "ddb/usb/dump.hpp"

/// A reading as a tree of named numbers, which is written as text or as JSON.
namespace ddb::usb::dump_tree {

/// How a number is shown to people; programs get the number.
enum class Form : std::uint8_t { Decimal, Hex, Release };

/// Several numbers under one name.
using Numbers = std::vector<std::uint64_t>;

/// A field of a descriptor.
struct Field {
  const char* name = "";
  std::variant<std::uint64_t, std::int64_t, Numbers, std::string> value;
  Form form = Form::Decimal;
  unsigned digits = 2;  ///< of hexadecimal numbers
  std::string meaning;  ///< for people; empty if the number says it all
};

/// A descriptor, or a part of one.
struct Node {
  const char* list = "";  ///< the list of JSON that it stands in
  std::string title;
  Source source = Source::Descriptors;
  std::uint32_t number = 0;  ///< which report descriptor
  Extent extent;             ///< its own bytes; none of a part that has no place of its own
  bool one_line = false;     ///< short enough for a line of its own
  std::vector<Field> fields;
  std::vector<Node> parts;
};

/// Everything of a reading but its complaints, in the order in which it is shown.
std::vector<Node> nodes_of(const Reading& reading, const Strings& strings);

/// Where descriptors stand, and what is known of them beside.
struct Scope {
  std::span<const std::uint8_t> bytes;
  const Strings& strings;
  Source source = Source::Descriptors;
  std::uint32_t number = 0;

  /// Cut where it would run past the end.
  std::span<const std::uint8_t> of(Extent extent) const noexcept;
};

/// "0x24".
std::string hex(std::uint64_t value, unsigned digits);
/// Two digits a byte, and nothing between them.
std::string hex(std::span<const std::uint8_t> bytes);
/// In the form of registries: {32595559-0000-0010-8000-00aa00389b71}.
std::string guid(std::span<const std::uint8_t, 16> bytes);
/// The names of the bits that are set, with commas.
std::string bit_names(std::uint64_t bits, std::span<const char* const> names);
/// Empty for "unknown".
std::string known(const char* name);

/// Fills a node, field by field.
class Filler {
 public:
  Filler(const Scope& scope, Node& node) noexcept : scope_(scope), node_(node) {}

  template <std::integral Number>
  void number(const char* name, Number value, std::string meaning = "") {
    add(name, wide(value), Form::Decimal, 2, std::move(meaning));
  }
  template <class Number>
  void hex(const char* name, Number value, std::string meaning = "") {
    if constexpr (std::is_enum_v<Number>) {
      hex(name, static_cast<std::underlying_type_t<Number>>(value), std::move(meaning));
    } else {
      add(name, std::uint64_t{value}, Form::Hex, 2 * sizeof value, std::move(meaning));
    }
  }
  /// Binary-coded decimal.
  void release(const char* name, std::uint16_t value);
  void string(const char* name, StringIndex index);
  template <class List>
  void list(const char* name, const List& values, std::string meaning = "") {
    add(name, Numbers(values.begin(), values.end()), Form::Decimal, 2, std::move(meaning));
  }
  template <class List>
  void hex_list(const char* name, const List& values, std::string meaning = "") {
    add(name, Numbers(values.begin(), values.end()), Form::Hex,
        2 * sizeof(typename List::value_type), std::move(meaning));
  }
  void text(const char* name, std::string value, std::string meaning = "") {
    add(name, std::move(value), Form::Decimal, 2, std::move(meaning));
  }
  void bytes(const char* name, std::span<const std::uint8_t> bytes);

  /// A part without a place of its own.
  Filler part(const char* list, const char* title);

 private:
  Field& next(const char* name, Form form, unsigned digits, std::string meaning);
  void add(const char* name, std::uint64_t value, Form form, unsigned digits, std::string meaning);
  void add(const char* name, std::int64_t value, Form form, unsigned digits, std::string meaning);
  void add(const char* name, Numbers value, Form form, unsigned digits, std::string meaning);
  void add(const char* name, std::string value, Form form, unsigned digits, std::string meaning);

  template <std::integral Number>
  static auto wide(Number value) noexcept {
    if constexpr (std::is_signed_v<Number>) {
      return std::int64_t{value};
    } else {
      return std::uint64_t{value};
    }
  }

  const Scope& scope_;
  Node& node_;
};

/// The third byte of a descriptor, where it says more of the type.
enum class Third : std::uint8_t { Field, Subtype, Capability };

/// A descriptor with its bLength and bDescriptorType.
Node& begin_descriptor(const Scope& scope, std::vector<Node>& nodes, const char* list,
                       std::string title, const Place& place, Third third);

/// Adds a descriptor with its bLength and bDescriptorType, the fields that `fill` gives a Filler,
/// and the bytes after the last field that is known.
template <class Fill>
Node& add_descriptor(const Scope& scope, std::vector<Node>& nodes, const char* list,
                     std::string title, const Place& place, Third third, Fill fill) {
  Node& node = begin_descriptor(scope, nodes, list, std::move(title), place, third);
  Filler filler(scope, node);
  fill(filler);
  if (place.rest().length > 0) filler.bytes("rest", scope.of(place.rest()));
  return node;
}

/// Bytes that are kept as they are.
void add_opaques(const Scope& scope, std::vector<Node>& nodes, const std::vector<Opaque>& opaques);

}  // namespace ddb::usb::dump_tree

#endif  // DDB_USB_DUMP_TREE_HPP

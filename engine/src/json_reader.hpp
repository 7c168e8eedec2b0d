// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_JSON_READER_HPP
#define DDB_SRC_JSON_READER_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ddb/error.hpp"

/// JSON with the place of each value, for texts that become values of C++ and need no engine. The
/// inference engine reads its own, engine/prolog/json_text.pl.
namespace ddb::detail {

enum class JsonKind { Null, True, False, Number, String, Array, Object };

/// A value as it was written.
struct JsonValue {
  JsonKind kind = JsonKind::Null;
  std::size_t offset = 0;         ///< bytes before it
  std::string text;               ///< of a string what it says, of a number its digits
  std::vector<std::string> keys;  ///< of an object, each once
  std::vector<JsonValue> parts;   ///< the elements of an array, the values of an object
};

/// RFC 8259, with values nested 100 deep at most.
/// @param name what the error calls the text
/// @throws Error Invalid, with the place in the text
JsonValue read_json(const std::string& name, std::string_view text);

/// A value that must have a certain form, and where it is in its document. Whatever has another
/// form is an Error Invalid with the place in the text and in the document.
class JsonNode {
 public:
  /// The whole document; all three must outlive the node.
  JsonNode(const std::string& name, std::string_view text, const JsonValue& value)
      : name_(&name), text_(text), value_(&value) {}

  /// An object of just these keys, in whatever order.
  void expect_keys(const std::vector<std::string_view>& keys) const;
  JsonNode member(std::string_view key) const;
  std::vector<JsonNode> elements() const;  ///< of an array
  bool is_null() const { return value_->kind == JsonKind::Null; }
  const std::string& string() const;
  const std::string& number() const;  ///< its digits
  bool boolean() const;

  /// @param sentence what is wrong with the value
  [[noreturn]] void fail(const std::string& sentence) const;

 private:
  void expect(JsonKind kind, const char* what) const;

  const std::string* name_;
  std::string_view text_;
  const JsonValue* value_;
  std::string path_;
};

}  // namespace ddb::detail

#endif  // DDB_SRC_JSON_READER_HPP

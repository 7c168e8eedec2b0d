// SPDX-License-Identifier: Apache-2.0
#include "json_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "term.hpp"

namespace ddb::detail {

namespace {

constexpr int kDeepest = 100;

SourcePosition position(const std::string& name, std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::string_view line = before.substr(before.rfind('\n') + 1);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const auto column =
      std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
  return {name, static_cast<int>(lines) + 1, static_cast<int>(column) + 1};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void append_utf8(std::string& text, std::uint32_t point) {
  const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (point < 0x80) {
    add(point);
  } else if (point < 0x800) {
    add(0xC0U | point >> 6U);
    add(0x80U | (point & 0x3FU));
  } else if (point < 0x10000) {
    add(0xE0U | point >> 12U);
    add(0x80U | (point >> 6U & 0x3FU));
    add(0x80U | (point & 0x3FU));
  } else {
    add(0xF0U | point >> 18U);
    add(0x80U | (point >> 12U & 0x3FU));
    add(0x80U | (point >> 6U & 0x3FU));
    add(0x80U | (point & 0x3FU));
  }
}

class Reader {
 public:
  Reader(const std::string& name, std::string_view text) : name_(name), text_(text) {}

  JsonValue document() {
    JsonValue value = read(0);
    skip_blanks();
    if (at_ < text_.size()) fail("the text goes on after the end of its value");
    return value;
  }

 private:
  [[noreturn]] void fail(const char* sentence) const { fail(sentence, at_); }
  [[noreturn]] void fail(const char* sentence, std::size_t offset) const {
    throw Error(ErrorCode::Invalid, std::string("this is no JSON: ") + sentence,
                position(name_, text_, offset));
  }

  // NUL at the end, which is no part of JSON.
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  void skip_blanks() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') ++at_;
  }

  JsonValue read(int depth) {
    skip_blanks();
    JsonValue value;
    value.offset = at_;
    switch (peek()) {
      case '{':
        value.kind = JsonKind::Object;
        read_parts(value, '}', depth);
        break;
      case '[':
        value.kind = JsonKind::Array;
        read_parts(value, ']', depth);
        break;
      case '"':
        value.kind = JsonKind::String;
        value.text = read_string();
        break;
      case 't':
        value.kind = JsonKind::True;
        read_word("true");
        break;
      case 'f':
        value.kind = JsonKind::False;
        read_word("false");
        break;
      case 'n':
        read_word("null");
        break;
      default:
        value.kind = JsonKind::Number;
        value.text = read_number();
    }
    return value;
  }

  void read_parts(JsonValue& value, char end, int depth) {
    if (depth >= kDeepest) fail("values are nested more than 100 deep here");
    ++at_;
    skip_blanks();
    if (take(end)) return;
    do {
      if (value.kind == JsonKind::Object) read_key(value);
      value.parts.push_back(read(depth + 1));
      skip_blanks();
    } while (take(','));
    if (!take(end)) fail("expected a comma, or the end of this object or array");
  }

  void read_key(JsonValue& object) {
    skip_blanks();
    if (peek() != '"') fail("expected a key in double quotes");
    const std::size_t offset = at_;
    std::string key = read_string();
    if (std::find(object.keys.begin(), object.keys.end(), key) != object.keys.end()) {
      fail("this key stands twice in its object", offset);
    }
    object.keys.push_back(std::move(key));
    skip_blanks();
    if (!take(':')) fail("expected a colon between a key and its value");
  }

  void read_word(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) fail("expected a value");
    at_ += word.size();
  }

  std::string read_number() {
    const std::size_t start = at_;
    static_cast<void>(take('-'));
    if (!take('0')) read_digits();
    if (take('.')) read_digits();
    if (take('e') || take('E')) {
      if (!take('+')) static_cast<void>(take('-'));
      read_digits();
    }
    return std::string(text_.substr(start, at_ - start));
  }
  void read_digits() {
    if (!is_digit(peek())) fail("expected a value; a number is written as in -12, 0.5 or 1e3");
    while (is_digit(peek())) ++at_;
  }

  std::string read_string() {
    const std::size_t start = at_++;
    std::string text;
    while (!take('"')) {
      if (at_ >= text_.size()) fail("this quote is not closed", start);
      if (static_cast<unsigned char>(peek()) < 0x20) {
        fail("a control character stands in a text as an escape such as \\n");
      }
      if (take('\\')) {
        read_escape(text);
      } else {
        text += text_[at_++];
      }
    }
    return text;
  }

  void read_escape(std::string& text) {
    static constexpr std::string_view kLetters = "\"\\/bfnrt";
    static constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    const std::size_t backslash = at_ - 1;
    if (take('u')) {
      std::uint32_t point = read_unit(backslash);
      if (point >= 0xD800 && point < 0xE000) {
        // A character beyond U+FFFF is two units of UTF-16, the high one first.
        const bool pair = point < 0xDC00 && take('\\') && take('u');
        const std::uint32_t low = pair ? read_unit(backslash) : 0;
        if (low < 0xDC00 || low > 0xDFFF) fail("half of a character", backslash);
        point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
      }
      append_utf8(text, point);
      return;
    }
    const std::size_t index = kLetters.find(peek());
    if (at_ >= text_.size() || index == std::string_view::npos) fail("unknown escape", backslash);
    ++at_;
    text += kMeanings[index];
  }

  std::uint32_t read_unit(std::size_t backslash) {
    std::uint32_t unit = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = peek();
      const char lower = static_cast<char>(c | 0x20);
      unit <<= 4U;
      if (is_digit(c)) {
        unit += static_cast<std::uint32_t>(c - '0');
      } else if (lower >= 'a' && lower <= 'f') {
        unit += static_cast<std::uint32_t>(lower - 'a' + 10);
      } else {
        fail("unknown escape", backslash);
      }
    }
    return unit;
  }

  const std::string& name_;
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

JsonValue read_json(const std::string& name, std::string_view text) {
  std::optional<SourcePosition> invalid = find_invalid_utf8(name, text);
  if (invalid) throw Error(ErrorCode::Invalid, "this byte is not UTF-8", std::move(invalid));
  return Reader(name, text).document();
}

void JsonNode::fail(const std::string& sentence) const {
  throw Error(ErrorCode::Invalid, (path_.empty() ? "" : path_ + ": ") + sentence,
              position(*name_, text_, value_->offset));
}

void JsonNode::expect(JsonKind kind, const char* what) const {
  if (value_->kind != kind) fail(std::string("expected ") + what);
}

void JsonNode::expect_keys(const std::vector<std::string_view>& keys) const {
  expect(JsonKind::Object, "an object");
  for (const std::string_view key : keys) {
    if (std::find(value_->keys.begin(), value_->keys.end(), key) == value_->keys.end()) {
      fail("the key \"" + std::string(key) + "\" is missing");
    }
  }
  for (const std::string& key : value_->keys) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      fail("unknown key \"" + key + "\"");
    }
  }
}

JsonNode JsonNode::member(std::string_view key) const {
  expect(JsonKind::Object, "an object");
  const auto found = std::find(value_->keys.begin(), value_->keys.end(), key);
  if (found == value_->keys.end()) fail("the key \"" + std::string(key) + "\" is missing");
  JsonNode node(*name_, text_,
                value_->parts[static_cast<std::size_t>(found - value_->keys.begin())]);
  node.path_ = path_.empty() ? std::string(key) : path_ + "." + std::string(key);
  return node;
}

std::vector<JsonNode> JsonNode::elements() const {
  expect(JsonKind::Array, "an array");
  std::vector<JsonNode> nodes;
  nodes.reserve(value_->parts.size());
  for (const JsonValue& part : value_->parts) {
    JsonNode node(*name_, text_, part);
    node.path_ = path_ + "[" + std::to_string(nodes.size()) + "]";
    nodes.push_back(std::move(node));
  }
  return nodes;
}

const std::string& JsonNode::string() const {
  expect(JsonKind::String, "a string");
  return value_->text;
}

const std::string& JsonNode::number() const {
  expect(JsonKind::Number, "a number");
  return value_->text;
}

bool JsonNode::boolean() const {
  if (value_->kind != JsonKind::True && value_->kind != JsonKind::False) {
    fail("expected true or false");
  }
  return value_->kind == JsonKind::True;
}

}  // namespace ddb::detail

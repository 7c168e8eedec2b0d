// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "target.hpp"
#include "text_edits.hpp"

// Changes of JSON that keep it JSON, most of the time: whole values, members and strings are
// dropped, repeated, swapped and put elsewhere.

namespace fuzz {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

// Where the parts of a text are. Brackets need not match.
struct Parts {
  std::vector<Span> items;    // elements of arrays, and members with their keys
  std::vector<Span> values;   // elements of arrays, and what members have
  std::vector<Span> keys;     // with their quotes
  std::vector<Span> strings;  // with their quotes, keys left out
};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  Parts parts() {
    while (at_ < text_.size()) step();
    return std::move(parts_);
  }

 private:
  // A bracket that is open: where its present item begins, and has its colon.
  struct Level {
    std::size_t begin = 0;
    std::size_t colon = kNone;
  };

  void step() {
    const char c = text_[at_];
    if (c == '"') {
      take_string();
      return;
    }
    if (c == '}' || c == ']' || c == ',') end_item();
    if ((c == '}' || c == ']') && !open_.empty()) open_.pop_back();
    if (c == ':') take_colon();
    ++at_;
    if (c == '{' || c == '[') open_.push_back({at_});
    if (c == ',' && !open_.empty()) open_.back() = {at_};
  }

  void take_string() {
    const std::size_t begin = at_;
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    at_ = std::min(at_ + 1, text_.size());
    parts_.strings.push_back({begin, at_});
  }

  // The string before it was a key.
  void take_colon() {
    if (open_.empty() || open_.back().colon != kNone || parts_.strings.empty()) return;
    open_.back().colon = at_;
    parts_.keys.push_back(parts_.strings.back());
    parts_.strings.pop_back();
  }

  void end_item() {
    if (open_.empty()) return;
    const Level& level = open_.back();
    const Span item = trimmed(text_, {level.begin, at_});
    if (item.begin == item.end) return;
    parts_.items.push_back(item);
    const Span value = level.colon == kNone ? item : trimmed(text_, {level.colon + 1, at_});
    if (value.begin < value.end) parts_.values.push_back(value);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Level> open_;
  Parts parts_;
};

constexpr std::array<std::string_view, 44> kOdd = {
    "null",
    "true",
    "false",
    "[]",
    "{}",
    "0",
    "-1",
    "2",
    "0.5",
    "1.0e10",
    "-0.0",
    "1e-7",
    "1e4000",
    "9223372036854775807",
    "99999999999999999999",
    R"("")",
    R"("any")",
    R"("two words")",
    R"("1r3")",
    R"("[]")",
    R"("[|]")",
    R"("\u0000")",
    R"("\u00e9")",
    R"("\ud83d\ude00")",
    R"("a\nb")",
    R"("48*kilohertz")",
    R"("[1, 2]*kilohertz")",
    R"x("at_least(1*hertz)")x",
    R"("true")",
    R"({"numerator": 1, "denominator": 3})",
    R"({"value": 48, "unit": "kilohertz"})",
    R"({"values": [1, 2.5], "unit": "hertz"})",
    R"({"at_least": {"value": 1, "unit": "hertz"}})",
    R"({"between": [1, 2]})",
    R"({"and": [{"above": 1}, {"below": 3}]})",
    R"({"text": "free text"})",
    R"({"name": "task", "terms": []})",
    R"({"name": "direction", "value": "analog_to_digital", "weight": 2})",
    R"({"annotation": "registration_unit", "value": "u"})",
    R"x({"exact": "value(term, none, point(true))"})x",
    R"x({"exact": "value(count, none, interval(closed(1, none), unbounded))"})x",
    R"({"registration_unit": "u"})",
    R"({"state": "s", "value": "1"})",
    R"({"state_adjust": "a"})",
};

constexpr std::array<std::string_view, 9> kFacts = {
    R"({"type": "comment", "text": " of a line"})",
    R"({"type": "comment", "text": "beside", "beside": true})",
    R"({"type": "helper", "clause": "helper(X, Y) :- Y is X + 1."})",
    R"({"type": "match_condition", "clause": "match_condition(a, c, _)."})",
    R"({"type": "state", "spec": "a", "state": "s", "value": 1})",
    R"({"type": "system_connect", "system": "red"})",
    R"({"type": "system_disconnect", "system": "red"})",
    R"({"type": "requester_cancel", "requester": "r1"})",
    R"({"system": "blue", "status": "connected"})",
};

// Odd content of strings that stay closed.
constexpr std::array<std::string_view, 12> kPieces = {
    "",  "any",  "1r3*hertz", R"(\n)", R"(\")", R"(\\)", R"(\u0041)", R"(\ud834\udd1e)",
    "'", " :- ", "\xC3\xA9",  "% "};

std::string wrapped(std::string_view value, Random& random) {
  const std::string text(value);
  switch (below(6, random)) {
    case 0:
      return "[" + text + "]";
    case 1:
      return "[" + text + ", " + text + "]";
    case 2:
      return R"({"value": )" + text + R"(, "unit": "hertz"})";
    case 3:
      return R"({"at_most": )" + text + "}";
    case 4:
      return R"({"exact": )" + text + "}";
    default:
      return R"({"name": "function", "terms": [)" + text + "]}";
  }
}

std::string changed_value(std::string_view text, const Parts& parts, Random& random) {
  const Span value = any_of(parts.values, random);
  switch (below(4, random)) {
    case 0:
      return replaced(text, value, part(text, any_of(parts.values, random)));
    case 1:
      return swapped(text, value, any_of(parts.values, random));
    case 2:
      return replaced(text, value, any_of(kOdd, random));
    default:
      return replaced(text, value, wrapped(part(text, value), random));
  }
}

std::string changed_item(std::string_view text, const Parts& parts, Random& random) {
  const Span item = any_of(parts.items, random);
  switch (below(5, random)) {
    case 0:
      return dropped(text, item);
    case 1:
      return replaced(text, {item.end, item.end}, ", " + std::string(part(text, item)));
    case 2:
      return replaced(text, {item.end, item.end},
                      ", " + std::string(part(text, any_of(parts.items, random))));
    case 3:
      return swapped(text, item, any_of(parts.items, random));
    default:
      return replaced(text, {item.end, item.end}, ", " + std::string(any_of(kFacts, random)));
  }
}

// Names that stand for one another are what most mistakes are about.
std::string changed_string(std::string_view text, const std::vector<Span>& strings,
                           Random& random) {
  const Span string = any_of(strings, random);
  if (below(3, random) > 0) return replaced(text, string, part(text, any_of(strings, random)));
  const std::size_t at = string.begin + 1 + below(string.end - string.begin, random);
  const std::size_t inside = std::min(at, string.end - 1);
  return replaced(text, {inside, inside}, any_of(kPieces, random));
}

}  // namespace

std::string mutated(std::string_view input, Random& random) {
  const Parts parts = Scanner(input).parts();
  const std::size_t choice = below(10, random);
  if (choice < 4 && !parts.values.empty()) return changed_value(input, parts, random);
  if (choice < 7 && !parts.items.empty()) return changed_item(input, parts, random);
  if (choice < 8 && !parts.keys.empty()) return changed_string(input, parts.keys, random);
  if (!parts.strings.empty()) return changed_string(input, parts.strings, random);
  return std::string(input) + std::string(any_of(kOdd, random));
}

std::string crossed(std::string_view input, std::string_view other, Random& random) {
  const Parts mine = Scanner(input).parts();
  const Parts theirs = Scanner(other).parts();
  if (mine.items.empty() || theirs.items.empty()) return std::string(other);
  if (below(2, random) == 0 && !mine.values.empty() && !theirs.values.empty()) {
    return replaced(input, any_of(mine.values, random), part(other, any_of(theirs.values, random)));
  }
  const Span item = any_of(mine.items, random);
  return replaced(input, {item.end, item.end},
                  ", " + std::string(part(other, any_of(theirs.items, random))));
}

}  // namespace fuzz

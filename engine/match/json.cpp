// SPDX-License-Identifier: Apache-2.0
#include "json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <string_view>
#include <variant>

namespace ddb::match {

namespace {

// Appends JSON with ", " and ": " between its parts, as the language's document shows it.
class Writer {
 public:
  void begin(char bracket) {
    separate();
    text_ += bracket;
    first_ = true;
  }
  void end(char bracket) {
    text_ += bracket;
    first_ = false;
  }
  void key(std::string_view name) {
    separate();
    quote(name);
    text_ += ": ";
    first_ = true;
  }
  void value(std::string_view text) {
    separate();
    quote(text);
  }
  void literal(std::string_view text) {
    separate();
    text_ += text;
  }
  void member(std::string_view name, std::string_view text) {
    key(name);
    value(text);
  }
  void optional_value(const std::optional<std::string>& text) {
    if (text) {
      value(*text);
    } else {
      literal("null");
    }
  }
  void optional_member(std::string_view name, const std::optional<std::string>& text) {
    key(name);
    optional_value(text);
  }
  std::string take() { return std::move(text_); }

 private:
  void separate() {
    if (!first_) text_ += ", ";
    first_ = false;
  }

  // RFC 8259, section 7. Text from the engine is UTF-8 already.
  void quote(std::string_view text) {
    static constexpr std::string_view kHexadecimal = "0123456789abcdef";
    text_ += '"';
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      switch (c) {
        case '"':
          text_ += "\\\"";
          break;
        case '\\':
          text_ += "\\\\";
          break;
        case '\n':
          text_ += "\\n";
          break;
        case '\t':
          text_ += "\\t";
          break;
        case '\r':
          text_ += "\\r";
          break;
        default:
          if (byte < 0x20) {
            text_ += "\\u00";
            text_ += kHexadecimal[byte >> 4U];
            text_ += kHexadecimal[byte & 0xFU];
          } else {
            text_ += c;
          }
      }
    }
    text_ += '"';
  }

  std::string text_;
  bool first_ = true;
};

struct EventMembers {
  Writer& writer;

  void operator()(const SystemConnect& event) const {
    writer.member("type", "system_connect");
    writer.member("system", event.system.str());
  }
  void operator()(const SystemDisconnect& event) const {
    writer.member("type", "system_disconnect");
    writer.member("system", event.system.str());
  }
  void operator()(const DeviceConnect& event) const {
    writer.member("type", "device_connect");
    writer.member("system", event.system.str());
    writer.member("device", event.device.str());
    writer.member("spec", event.spec.str());
  }
  void operator()(const DeviceDisconnect& event) const {
    writer.member("type", "device_disconnect");
    writer.member("device", event.device.str());
  }
  void operator()(const RequesterCreate& event) const {
    writer.member("type", "requester_create");
    writer.member("system", event.system.str());
    writer.member("requester", event.requester.str());
    writer.member("spec", event.spec.str());
  }
  void operator()(const RequesterCancel& event) const {
    writer.member("type", "requester_cancel");
    writer.member("requester", event.requester.str());
  }
};

std::string_view name_of(OutletStatus status) {
  switch (status) {
    case OutletStatus::Threshold:
      return "threshold";
    case OutletStatus::Partial:
      return "partial";
    case OutletStatus::Inactive:
      break;
  }
  return "inactive";
}

// A number that JSON can hold: exact where a decimal ends, else the nearest finite double.
std::string number(const Rational& value) {
  std::string text = value.str();
  if (text.find('r') == std::string::npos) return text;
  constexpr double kLargest = std::numeric_limits<double>::max();
  const double nearest = std::clamp(value.to_double(), -kLargest, kLargest);
  std::array<char, 32> digits{};
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), nearest);
  return {digits.data(), result.ptr};
}

template <class Items, class Members>
void list(Writer& writer, std::string_view name, const Items& items, const Members& members) {
  writer.key(name);
  writer.begin('[');
  for (const auto& item : items) {
    writer.begin('{');
    members(item);
    writer.end('}');
  }
  writer.end(']');
}

std::string_view name_of(Cause cause) {
  switch (cause) {
    case Cause::Absent:
      return "absent";
    case Cause::OtherValue:
      return "other value";
    case Cause::UnitTaken:
      return "unit taken";
    case Cause::UnitNeededTwice:
      return "unit needed twice";
    case Cause::DeviceTaken:
      return "device taken";
    case Cause::ConditionRefuses:
      break;
  }
  return "condition refused";
}

// The text of a name that may be absent.
template <class Name>
std::optional<std::string> text_of(const std::optional<Name>& name) {
  return name ? std::optional(name->str()) : std::nullopt;
}

void members(Writer& writer, const std::vector<Holder>& holders) {
  list(writer, "holders", holders, [&](const Holder& holder) {
    writer.member("requester", holder.requester.str());
    writer.member("outlet", holder.outlet.str());
  });
}

void members(Writer& writer, const Change& change) {
  writer.member("cause", name_of(change.cause));
  writer.member("path", change.path);
  switch (change.cause) {
    case Cause::Absent:
      writer.member("asked", change.asked);
      break;
    case Cause::OtherValue:
      writer.member("asked", change.asked);
      writer.member("had", change.had);
      break;
    case Cause::UnitTaken:
      writer.member("unit", change.name);
      members(writer, change.holders);
      break;
    case Cause::UnitNeededTwice:
      writer.member("unit", change.name);
      writer.optional_member("request_group", text_of(change.request_group));
      break;
    case Cause::DeviceTaken:
      members(writer, change.holders);
      break;
    case Cause::ConditionRefuses:
      writer.member("condition", change.name);
      writer.member("spec", change.spec);
      break;
  }
}

void members(Writer& writer, const GroupExplanation& group) {
  writer.member("request_group", group.request_group.str());
  writer.optional_member("device", text_of(group.device));
  writer.optional_member("device_group", text_of(group.device_group));
  writer.key("reached");
  writer.literal(number(group.reached));
  writer.key("needed");
  writer.literal(number(group.needed));
  writer.key("beyond_reach");
  writer.literal(group.beyond_reach ? "true" : "false");
  list(writer, "changes", group.changes, [&](const Change& change) { members(writer, change); });
}

void members(Writer& writer, const Transaction& transaction) {
  writer.member("requester", transaction.requester.str());
  writer.member("outlet", transaction.outlet.str());
  writer.member("alternative", transaction.alternative.str());
  writer.member("request", transaction.request.str());
  writer.member("request_group", transaction.request_group.str());
  writer.member("device", transaction.device.str());
  writer.member("device_group", transaction.device_group.str());
  writer.key("match_factor");
  writer.literal(number(transaction.match_factor));
}

void members(Writer& writer, const OutletState& outlet) {
  writer.member("requester", outlet.requester.str());
  writer.member("outlet", outlet.outlet.str());
  writer.optional_member("active", text_of(outlet.active));
  writer.member("status", name_of(outlet.status));
}

void members(Writer& writer, const RegistrationUnit& unit) {
  writer.member("device", unit.device.str());
  writer.member("unit", unit.unit.str());
  writer.key("available");
  writer.literal(unit.available ? "true" : "false");
}

void members(Writer& writer, const DeviceState& state) {
  writer.member("device", state.device.str());
  writer.member("state", state.state.str());
  writer.member("value", state.value.str());
}

void members(Writer& writer, const Diagnostic& diagnostic) {
  writer.member("severity", diagnostic.severity == Severity::Error ? "error" : "warning");
  writer.member("file", diagnostic.file);
  writer.key("line");
  writer.literal(std::to_string(diagnostic.line));
  writer.key("column");
  writer.literal(std::to_string(diagnostic.column));
  writer.member("path", diagnostic.term_path);
  writer.member("sentence", diagnostic.sentence);
}

template <class Item>
void list_of(Writer& writer, std::string_view name, const std::vector<Item>& items) {
  list(writer, name, items, [&](const Item& item) { members(writer, item); });
}

void lists(Writer& writer, const WorldState& state) {
  list_of(writer, "transactions", state.transactions);
  list_of(writer, "outlets", state.outlets);
  list_of(writer, "registration_units", state.registration_units);
  list_of(writer, "states", state.states);
}

template <class Item>
void changed_list(Writer& writer, std::string_view name, const ListChanges<Item>& changes) {
  writer.key(name);
  writer.begin('{');
  list_of(writer, "gone", changes.gone);
  list_of(writer, "new", changes.added);
  writer.end('}');
}

}  // namespace

std::string to_json(const Event& event, const Session& session) {
  Writer writer;
  writer.begin('{');
  writer.key("event");
  writer.begin('{');
  std::visit(EventMembers{writer}, event);
  writer.end('}');
  lists(writer, state_of(session));
  writer.end('}');
  return writer.take();
}

std::string to_json(const OutletState& outlet, const Explanation& explanation) {
  Writer writer;
  writer.begin('{');
  writer.member("verdict", verdict_text(explanation.verdict));
  writer.member("requester", outlet.requester.str());
  writer.member("outlet", outlet.outlet.str());
  writer.optional_member("active", text_of(outlet.active));
  list(writer, "alternatives", explanation.alternatives,
       [&](const AlternativeExplanation& alternative) {
         writer.member("alternative", alternative.alternative.str());
         writer.member("verdict", verdict_text(alternative.verdict));
         list(writer, "requests", alternative.requests, [&](const RequestExplanation& request) {
           writer.member("request", request.request.str());
           writer.member("verdict", verdict_text(request.verdict));
           list(writer, "groups", request.groups,
                [&](const GroupExplanation& group) { members(writer, group); });
         });
       });
  writer.end('}');
  return writer.take();
}

std::string to_json(const WorldState& result, const std::optional<WorldChanges>& changes,
                    const std::vector<Diagnostic>& warnings, double milliseconds) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), milliseconds,
                                 std::chars_format::fixed, 3);
  Writer writer;
  writer.begin('{');
  writer.key("loaded");
  writer.literal("true");
  writer.key("result");
  writer.begin('{');
  lists(writer, result);
  writer.end('}');
  writer.key("changes");
  if (changes) {
    writer.begin('{');
    changed_list(writer, "transactions", changes->transactions);
    changed_list(writer, "outlets", changes->outlets);
    changed_list(writer, "registration_units", changes->registration_units);
    changed_list(writer, "states", changes->states);
    writer.end('}');
  } else {
    writer.literal("null");
  }
  list_of(writer, "diagnostics", warnings);
  writer.key("milliseconds");
  writer.literal({digits.data(), static_cast<std::size_t>(end.ptr - digits.data())});
  writer.end('}');
  return writer.take();
}

std::string to_json(const std::vector<Diagnostic>& diagnostics) {
  Writer writer;
  writer.begin('{');
  writer.key("loaded");
  writer.literal("false");
  list_of(writer, "diagnostics", diagnostics);
  writer.end('}');
  return writer.take();
}

std::string_view name_of(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::Group:
      return "group";
    case DifferenceKind::Term:
      return "term";
    case DifferenceKind::Value:
      return "value";
    case DifferenceKind::Element:
      return "element";
    case DifferenceKind::RegistrationUnit:
      return "registration_unit";
    case DifferenceKind::CodeInterface:
      return "code_interface";
    case DifferenceKind::State:
      return "state";
    case DifferenceKind::MatchCondition:
      return "match_condition";
    case DifferenceKind::StateAdjust:
      return "state_adjust";
    case DifferenceKind::Connection:
      break;
  }
  return "connection";
}

std::string to_json(const std::string& left, const std::string& right,
                    const SpecEquivalence& equivalence) {
  Writer writer;
  writer.begin('{');
  writer.member("left", left);
  writer.member("right", right);
  writer.key("equivalent");
  writer.literal(equivalence.equivalent ? "true" : "false");
  writer.key("difference");
  if (equivalence.difference) {
    const SpecDifference& difference = *equivalence.difference;
    writer.begin('{');
    writer.member("kind", name_of(difference.kind));
    writer.member("left_path", difference.left_path);
    writer.member("right_path", difference.right_path);
    writer.optional_member("left", difference.left);
    writer.optional_member("right", difference.right);
    writer.end('}');
  } else {
    writer.literal("null");
  }
  writer.end('}');
  return writer.take();
}

std::string to_json(const std::vector<std::string>& specs,
                    const std::vector<ElementComparison>& elements) {
  Writer writer;
  const auto texts = [&](std::string_view name, const auto& items) {
    writer.key(name);
    writer.begin('[');
    for (const auto& item : items) writer.optional_value(item);
    writer.end(']');
  };
  writer.begin('{');
  texts("specs", specs);
  list(writer, "elements", elements, [&](const ElementComparison& element) {
    writer.member("module", element.module);
    writer.member("role", element.role);
    texts("ids", element.elements);
    list(writer, "aspects", element.aspects, [&](const AspectComparison& aspect) {
      writer.member("aspect", aspect.aspect);
      writer.optional_member("unit",
                             aspect.unit.empty() ? std::nullopt : std::optional(aspect.unit));
      texts("values", aspect.values);
    });
  });
  writer.end('}');
  return writer.take();
}

}  // namespace ddb::match

// SPDX-License-Identifier: Apache-2.0
#include "json.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "json_writer.hpp"

namespace ddb::match {

using namespace ddb::detail;

namespace {

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

void members(JsonWriter& writer, const std::vector<Holder>& holders) {
  list(writer, "holders", holders, [&](const Holder& holder) {
    writer.member("requester", holder.requester.str());
    writer.member("outlet", holder.outlet.str());
  });
}

void members(JsonWriter& writer, const Change& change) {
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

void members(JsonWriter& writer, const GroupExplanation& group) {
  writer.member("request_group", group.request_group.str());
  writer.optional_member("device", text_of(group.device));
  writer.optional_member("device_group", text_of(group.device_group));
  writer.key("reached");
  writer.literal(json_number(group.reached));
  writer.key("needed");
  writer.literal(json_number(group.needed));
  writer.key("beyond_reach");
  writer.literal(group.beyond_reach ? "true" : "false");
  list(writer, "changes", group.changes, [&](const Change& change) { members(writer, change); });
}

void members(JsonWriter& writer, const DeviceState& state) {
  writer.member("device", state.device.str());
  writer.member("state", state.state.str());
  writer.member("value", state.value.str());
}

void members(JsonWriter& writer, const Diagnostic& diagnostic) {
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
void list_of(JsonWriter& writer, std::string_view name, const std::vector<Item>& items) {
  list(writer, name, items, [&](const Item& item) { members(writer, item); });
}

void lists(JsonWriter& writer, const WorldState& state) {
  list_of(writer, "transactions", state.transactions);
  list_of(writer, "outlets", state.outlets);
  list_of(writer, "registration_units", state.registration_units);
  list_of(writer, "states", state.states);
}

template <class Item>
void changed_list(JsonWriter& writer, std::string_view name, const ListChanges<Item>& changes) {
  writer.key(name);
  writer.begin('{');
  list_of(writer, "gone", changes.gone);
  list_of(writer, "new", changes.added);
  writer.end('}');
}

}  // namespace

std::string to_json(const OutletState& outlet, const Explanation& explanation) {
  JsonWriter writer;
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
  JsonWriter writer;
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
  JsonWriter writer;
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
  JsonWriter writer;
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
  JsonWriter writer;
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

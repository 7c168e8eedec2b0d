// SPDX-License-Identifier: Apache-2.0
#include "rows.hpp"

#include <array>
#include <utility>

#include "value_access.hpp"

namespace ddb::detail {

namespace {

OutletStatus get_status(const std::string& text) {
  if (text == "threshold") return OutletStatus::Threshold;
  if (text == "partial") return OutletStatus::Partial;
  return OutletStatus::Inactive;
}

OutletChangeKind get_change_kind(const std::string& text) {
  static constexpr std::array kKinds = {OutletChangeKind::Created,  OutletChangeKind::Matched,
                                        OutletChangeKind::Replaced, OutletChangeKind::Updated,
                                        OutletChangeKind::Lost,     OutletChangeKind::Removed};
  for (const OutletChangeKind kind : kKinds) {
    if (text == outlet_change_text(kind)) return kind;
  }
  throw Error(ErrorCode::Internal, "the inference engine gave an unknown kind of change: " + text);
}

// A whole number of any size: past 64 bits, Prolog gives its digits.
Rational get_whole(term_t term) {
  if (const std::optional<std::int64_t> value = find_int64(term)) return Rational(*value);
  return Rational::parse(get_text(term));
}

Rational get_quotient(const Row& row, std::size_t numerator, std::size_t denominator) {
  if (find_int64(row.argument(denominator)) == 1) return get_whole(row.argument(numerator));
  return get_whole(row.argument(numerator)) / get_whole(row.argument(denominator));
}

std::optional<Unit> get_optional_unit(term_t term) {
  if (Row(term).is("none", 0)) return std::nullopt;
  return get_unit(term);
}

ValueKind get_value_kind(const std::string& text) {
  static constexpr std::array kKinds = {
      std::pair{"any", ValueKind::Any},           std::pair{"word", ValueKind::Word},
      std::pair{"boolean", ValueKind::Boolean},   std::pair{"count", ValueKind::Count},
      std::pair{"quantity", ValueKind::Quantity}, std::pair{"text", ValueKind::Text},
  };
  for (const auto& [name, kind] : kKinds) {
    if (text == name) return kind;
  }
  throw Error(ErrorCode::Internal, "the inference engine gave an unknown kind of value: " + text);
}

void add_element(term_t term, ValueAccess::Content& value) {
  switch (value.kind) {
    case ValueKind::Any:
      break;
    case ValueKind::Word:
    case ValueKind::Text:
      value.words.push_back(get_text(term));
      break;
    case ValueKind::Boolean:
      value.booleans.push_back(get_text(term) == "true");
      break;
    case ValueKind::Count:
    case ValueKind::Quantity:
      value.numbers.push_back(get_rational(term));
      break;
  }
}

std::optional<ValueBound> get_bound(term_t term) {
  const Row row(term);
  if (row.is("unbounded", 0)) return std::nullopt;
  const bool closed = row.is("closed", 2);
  if (!closed) row.expect("open", 2);
  ValueBound bound;
  bound.number = get_rational(row.argument(1));
  bound.unit = get_optional_unit(row.argument(2));
  bound.closed = closed;
  return bound;
}

void get_extent(term_t term, ValueAccess::Content& value) {
  const Row row(term);
  if (row.is("single", 1)) {
    value.form = ValueForm::Single;
    add_element(row.argument(1), value);
  } else if (row.is("list", 1)) {
    value.form = ValueForm::List;
    for_each(row.argument(1), [&](term_t element) { add_element(element, value); });
  } else {
    row.expect("range", 3);
    value.form = ValueForm::Range;
    value.lower = get_bound(row.argument(1));
    value.upper = get_bound(row.argument(2));
    value.joined = row.text(3) == "joined";
  }
}

}  // namespace

Rational get_rational(term_t term) {
  const Row row(term);
  row.expect("/", 2);
  return get_quotient(row, 1, 2);
}

Unit get_unit(term_t term) {
  const Row row(term);
  row.expect("unit", 6);
  ValueAccess::Meaning meaning;
  meaning.name = row.text(1);
  meaning.written = row.text(2);
  meaning.quantity = row.text(3);
  meaning.family = row.text(4);
  meaning.factor = get_rational(row.argument(5));
  meaning.offset = get_rational(row.argument(6));
  return ValueAccess::unit(std::move(meaning));
}

Value get_value(term_t term) {
  const Row row(term);
  row.expect("value", 4);
  ValueAccess::Content value;
  value.kind = get_value_kind(row.text(1));
  value.written = row.text(2);
  value.unit = get_optional_unit(row.argument(3));
  get_extent(row.argument(4), value);
  return ValueAccess::value(std::move(value));
}

std::vector<Diagnostic> get_diagnostics(term_t list) {
  std::vector<Diagnostic> diagnostics;
  for_each(list, [&](term_t term) {
    const Row row(term);
    row.expect("diagnostic", 6);
    diagnostics.push_back({row.text(1) == "error" ? Severity::Error : Severity::Warning,
                           row.text(2), static_cast<int>(row.integer(3)),
                           static_cast<int>(row.integer(4)), row.text(5), row.text(6)});
  });
  return diagnostics;
}

Transaction get_transaction(term_t term) {
  const Row row(term);
  row.expect("transaction", 9);
  return {RequesterName(row.text(1)),   OutletName(row.text(2)),       AlternativeName(row.text(3)),
          RequestName(row.text(4)),     RequestGroupName(row.text(5)), DeviceName(row.text(6)),
          DeviceGroupName(row.text(7)), get_quotient(row, 8, 9)};
}

OutletState get_outlet_state(term_t term) {
  const Row row(term);
  row.expect("outlet", 4);
  return {RequesterName(row.text(1)), OutletName(row.text(2)),
          get_optional<AlternativeName>(row.text(3)), get_status(row.text(4))};
}

RegistrationUnit get_registration_unit(term_t term) {
  const Row row(term);
  row.expect("unit", 3);
  return {DeviceName(row.text(1)), UnitName(row.text(2)), row.boolean(3)};
}

DeviceState get_device_state(term_t term) {
  const Row row(term);
  row.expect("state", 3);
  return {DeviceName(row.text(1)), StateName(row.text(2)), get_value(row.argument(3))};
}

CodeInterfaceEntry get_code_interface(term_t term) {
  const Row row(term);
  row.expect("code_interface", 6);
  return {RequesterName(row.text(1)), OutletName(row.text(2)),    InterfaceName(row.text(3)),
          DeviceName(row.text(4)),    InterfaceName(row.text(5)), get_texts(row.argument(6))};
}

DataInterfaceEntry get_data_interface(term_t term) {
  const Row row(term);
  row.expect("data_interface", 5);
  return {RequesterName(row.text(1)), OutletName(row.text(2)), InterfaceName(row.text(3)),
          AspectName(row.text(4)), get_value(row.argument(5))};
}

OutletChange get_outlet_change(term_t term) {
  const Row row(term);
  row.expect("change", 12);
  OutletChange change;
  change.number = static_cast<std::uint64_t>(row.integer(1));
  change.requester = RequesterName(row.text(2));
  change.outlet = OutletName(row.text(3));
  change.kind = get_change_kind(row.text(4));
  change.before = get_optional<AlternativeName>(row.text(5));
  change.active = get_optional<AlternativeName>(row.text(6));
  change.status = get_status(row.text(7));
  change.lost = get_sorted(row.argument(8), get_transaction);
  change.transactions = get_sorted(row.argument(9), get_transaction);
  change.code_interfaces = get_sorted(row.argument(10), get_code_interface);
  change.data_interfaces = get_sorted(row.argument(11), get_data_interface);
  change.reason = row.text(12);
  return change;
}

std::vector<OutletChange> get_outlet_changes(term_t list) {
  std::vector<OutletChange> changes;
  for_each(list, [&](term_t term) { changes.push_back(get_outlet_change(term)); });
  return changes;
}

}  // namespace ddb::detail

// SPDX-License-Identifier: Apache-2.0
#include "rows.hpp"

#include <array>
#include <utility>

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

}  // namespace

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
  return {RequesterName(row.text(1)),    OutletName(row.text(2)),
          AlternativeName(row.text(3)),  RequestName(row.text(4)),
          RequestGroupName(row.text(5)), DeviceName(row.text(6)),
          DeviceGroupName(row.text(7)),  Rational(row.integer(8), row.integer(9))};
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
  return {DeviceName(row.text(1)), StateName(row.text(2)), row.text(3)};
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
          AspectName(row.text(4)), row.text(5)};
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

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_ROWS_HPP
#define DDB_SRC_ROWS_HPP

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "ddb/model.hpp"
#include "ddb/outlet_change.hpp"
#include "term.hpp"

/// The rows of engine_api's lists as values. Like everything of term.hpp, inside a detail::Call
/// only; a row that is not as agreed is an Error Internal.
namespace ddb::detail {

std::vector<Diagnostic> get_diagnostics(term_t list);
/// Numerator/Denominator, whole numbers of any size.
Rational get_rational(term_t term);
Unit get_unit(term_t term);
Value get_value(term_t term);
Transaction get_transaction(term_t term);
OutletState get_outlet_state(term_t term);
RegistrationUnit get_registration_unit(term_t term);
DeviceState get_device_state(term_t term);
CodeInterfaceEntry get_code_interface(term_t term);
DataInterfaceEntry get_data_interface(term_t term);
OutletChange get_outlet_change(term_t term);
std::vector<OutletChange> get_outlet_changes(term_t list);

/// What `get` makes of the elements of the list, sorted.
template <class Get>
auto get_sorted(term_t list, const Get& get) {
  std::vector<decltype(get(list))> values;
  for_each(list, [&](term_t element) { values.push_back(get(element)); });
  std::sort(values.begin(), values.end());
  return values;
}

/// The empty text stands for nothing.
template <class Text = std::string>
std::optional<Text> get_optional(std::string text) {
  if (text.empty()) return std::nullopt;
  return Text(std::move(text));
}

}  // namespace ddb::detail

#endif  // DDB_SRC_ROWS_HPP

// SPDX-License-Identifier: Apache-2.0
#include "ddb/explanation.hpp"

#include <string_view>
#include <utility>

#include "prolog_runtime.hpp"
#include "rows.hpp"
#include "session_impl.hpp"
#include "term.hpp"

namespace ddb {

using namespace detail;

namespace {

Verdict get_verdict(const std::string& text) {
  if (text == "active") return Verdict::Active;
  if (text == "possible") return Verdict::Possible;
  if (text == "not_now") return Verdict::NotNow;
  if (text == "not_allowed") return Verdict::NotAllowed;
  return Verdict::Never;
}

template <class Value, class Convert>
std::vector<Value> get_list(term_t list, const char* name, std::size_t arity,
                            const Convert& convert) {
  std::vector<Value> values;
  for_each(list, [&](term_t term) {
    const Row row(term);
    row.expect(name, arity);
    values.push_back(convert(row));
  });
  return values;
}

std::vector<Holder> get_holders(term_t list) {
  return get_list<Holder>(list, "holder", 2, [](const Row& holder) {
    return Holder{RequesterName(holder.text(1)), OutletName(holder.text(2))};
  });
}

Change get_change(term_t term) {
  const Row row(term);
  Change change;
  if (row.is("device_taken", 1)) {
    change.cause = Cause::DeviceTaken;
    change.holders = get_holders(row.argument(1));
    return change;
  }
  change.path = row.text(1);
  if (row.is("absent", 2)) {
    change.asked = row.text(2);
  } else if (row.is("other_value", 3)) {
    change.cause = Cause::OtherValue;
    change.asked = row.text(2);
    change.had = row.text(3);
  } else if (row.is("unit_needed_twice", 3)) {
    change.cause = Cause::UnitNeededTwice;
    change.name = row.text(2);
    change.request_group = RequestGroupName(row.text(3));
  } else if (row.is("unit_taken", 3)) {
    change.cause = Cause::UnitTaken;
    change.name = row.text(2);
    change.holders = get_holders(row.argument(3));
  } else {
    row.expect("condition_refuses", 3);
    change.cause = Cause::ConditionRefuses;
    change.name = row.text(2);
    change.spec = row.text(3);
  }
  return change;
}

GroupExplanation get_group(const Row& row) {
  GroupExplanation group;
  group.request_group = RequestGroupName(row.text(1));
  if (std::string device = row.text(2); !device.empty()) {
    group.device = DeviceName(std::move(device));
    if (std::string device_group = row.text(3); device_group != "none") {
      group.device_group = DeviceGroupName(std::move(device_group));
    }
  }
  group.reached = get_rational(row.argument(4));
  group.needed = get_rational(row.argument(5));
  group.beyond_reach = row.text(6) == "beyond";
  for_each(row.argument(7), [&](term_t term) { group.changes.push_back(get_change(term)); });
  return group;
}

RequestExplanation get_request(const Row& row) {
  return {RequestName(row.text(1)), get_verdict(row.text(2)),
          get_list<GroupExplanation>(row.argument(3), "group", 7, get_group)};
}

AlternativeExplanation get_alternative(const Row& row) {
  return {AlternativeName(row.text(1)), get_verdict(row.text(2)),
          get_list<RequestExplanation>(row.argument(3), "request", 3, get_request)};
}

[[noreturn]] void throw_unknown(const Row& row) {
  row.expect("unknown", 3);
  std::string sentence = "unknown " + row.text(1) + " '" + row.text(2) + "'";
  const std::string nearest = row.text(3);
  if (!nearest.empty()) sentence += "; did you mean '" + nearest + "'?";
  throw Error(ErrorCode::Conflict, sentence);
}

}  // namespace

const char* verdict_text(Verdict verdict) noexcept {
  switch (verdict) {
    case Verdict::Active:
      return "active";
    case Verdict::Possible:
      return "possible";
    case Verdict::NotNow:
      return "not now";
    case Verdict::NotAllowed:
      return "not allowed";
    case Verdict::Never:
      break;
  }
  return "never";
}

Explanation Session::explain(const RequesterName& requester, const OutletName& outlet,
                             const ExplainOptions& options) const {
  return impl().seat.call([&](Call& call) -> Explanation {
    term_t const arguments = new_terms(4);
    put_integer(arguments, impl().id);
    put_compound_of_atoms(arguments + 1, "outlet", {requester.str(), outlet.str()});
    std::vector<std::pair<const char*, std::string>> restrictions;
    if (options.alternative) restrictions.emplace_back("alternative", options.alternative->str());
    if (options.device) restrictions.emplace_back("device", options.device->str());
    put_list(arguments + 2, restrictions, [](term_t term, const auto& restriction) {
      put_compound_of_atoms(term, restriction.first, {restriction.second});
    });
    call.run("api_explain", 4, arguments);
    const Row row(arguments + 3);
    if (!row.is("explanation", 2)) throw_unknown(row);
    return {get_verdict(row.text(1)),
            get_list<AlternativeExplanation>(row.argument(2), "alternative", 3, get_alternative)};
  });
}

}  // namespace ddb

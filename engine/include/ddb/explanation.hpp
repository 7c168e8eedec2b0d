// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_EXPLANATION_HPP
#define DDB_EXPLANATION_HPP

#include <optional>
#include <string>
#include <vector>

#include "ddb/model.hpp"

/// Why an outlet does not get what it asks for: the answers of Session::explain.
namespace ddb {

/// Ordered from the kindest.
enum class Verdict {
  Active,      ///< it is the active alternative of its outlet
  Possible,    ///< as things are now, it could be satisfied
  NotNow,      ///< it could be, were registration units free
  NotAllowed,  ///< it could be, did no match condition refuse
  Never,       ///< it could not be, even with everything free and allowed
};

/// "active", "possible", "not now", "not allowed" or "never".
DDB_EXPORT const char* verdict_text(Verdict verdict) noexcept;

/// What stands between a request group and a device group.
enum class Cause {
  Absent,            ///< the device does not have the term
  OtherValue,        ///< the device has the term with another value
  UnitTaken,         ///< a registration unit is taken
  ConditionRefuses,  ///< a match condition refuses
};

/// An outlet that holds a registration unit.
struct Holder {
  RequesterName requester;  ///< whose outlet it is
  OutletName outlet;        ///< which of its outlets

  friend bool operator==(const Holder&, const Holder&) = default;
};

/// One change that helps to close the gap.
struct Change {
  Cause cause = Cause::Absent;  ///< says which of the fields below are filled
  std::string path;             ///< ids and names from the module on: `te_adc/task/function`
  std::string asked;            ///< Absent, OtherValue: the request's value as it is written
  std::string had;              ///< OtherValue: the device's value as it is written
  std::string name;             ///< UnitTaken: the unit; ConditionRefuses: the condition
  std::string spec;             ///< ConditionRefuses: whose condition, a device or requester spec
  std::vector<Holder> holders;  ///< UnitTaken: who holds it

  friend bool operator==(const Change&, const Change&) = default;
};

/// A request group on the device group that needs the fewest changes.
struct GroupExplanation {
  RequestGroupName request_group;               ///< of the request
  std::optional<DeviceName> device;             ///< none where there is no device at all
  std::optional<DeviceGroupName> device_group;  ///< none where the device has no group
  Rational reached;                             ///< the match factor that is reached now
  Rational needed;                              ///< what the request group accepts
  std::vector<Change> changes;  ///< the fewest that close the gap; empty if there is none, or if
                                ///< all weights together are too little

  friend bool operator==(const GroupExplanation&, const GroupExplanation&) = default;
};

/// A request by itself.
struct RequestExplanation {
  RequestName request;                   ///< of the requester's description
  Verdict verdict = Verdict::Never;      ///< of this request alone
  std::vector<GroupExplanation> groups;  ///< all on the device where they need the fewest changes

  friend bool operator==(const RequestExplanation&, const RequestExplanation&) = default;
};

/// An alternative: all its requests together. Each may be possible alone and the alternative not,
/// where they want the same units.
struct AlternativeExplanation {
  AlternativeName alternative;               ///< a composite request of the outlet
  Verdict verdict = Verdict::Never;          ///< of all its requests together
  std::vector<RequestExplanation> requests;  ///< in written order; none where it is active

  friend bool operator==(const AlternativeExplanation&, const AlternativeExplanation&) = default;
};

/// The kindest verdict of the alternatives, and each of them, in descending priority.
struct Explanation {
  Verdict verdict = Verdict::Never;                  ///< the kindest of the alternatives
  std::vector<AlternativeExplanation> alternatives;  ///< in descending priority

  friend bool operator==(const Explanation&, const Explanation&) = default;
};

}  // namespace ddb

#endif  // DDB_EXPLANATION_HPP

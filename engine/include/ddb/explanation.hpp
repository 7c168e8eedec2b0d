// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_EXPLANATION_HPP
#define DDB_EXPLANATION_HPP

#include <optional>
#include <string>
#include <vector>

#include "ddb/model.hpp"

/// Why an outlet does not get what it asks for: the answers of Session::explain.
namespace ddb {

/// Ordered from the kindest. "Free" means: with the matches given up that hold something of the
/// devices looked at.
enum class Verdict {
  Active,      ///< it is the active alternative of its outlet
  Possible,    ///< as things are now, it could be satisfied
  NotNow,      ///< it could be, were everything free
  NotAllowed,  ///< it could be, were everything free and did no match condition refuse
  Never,       ///< it could not be, even with everything free and allowed
};

/// "active", "possible", "not now", "not allowed" or "never".
DDB_EXPORT const char* verdict_text(Verdict verdict) noexcept;

/// What stands between a request group and a device group, and how it is put right. A change of a
/// description is one of its device spec, so all devices of the spec have it; in an element (with
/// an id) that stands in several device groups it is made in each of them.
enum class Cause {
  /// The device does not have the term. Add a leaf of this name with the asked value (for `any`:
  /// a value that nothing else asks for) at the end of its place, with the branches that lead there
  /// where the device does not have them.
  Absent,
  /// The device has the term with another value. Add a further leaf of this name with the asked
  /// value at the end of its place.
  OtherValue,
  /// A registration unit is taken. Cancel the match of the outlets that hold it.
  UnitTaken,
  /// A match condition refuses. Let it hold, always.
  ConditionRefuses,
  /// A registration unit of the element is needed by another request group of the same alternative,
  /// which takes it first. Take the unit away from the element's annotations.
  UnitNeededTwice,
  /// Matches with the device stand in the way other than by a unit of what is to be matched: no
  /// unit
  /// of the device is left, it is imported by another system, or a condition refuses in the state
  /// that they have brought about. Cancel them.
  DeviceTaken,
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
  /// Ids and names from the module on: `te_adc/task/function`. `function[2]` is the second branch
  /// called `function` of its place, where it has no id; it may be the one to be added. Empty for
  /// DeviceTaken, and for a condition that refuses before anything is matched.
  std::string path;
  std::string asked;  ///< Absent, OtherValue: the request's value as it is written
  std::string had;    ///< OtherValue: the device's values as they are written
  std::string name;   ///< UnitTaken, UnitNeededTwice: the unit; ConditionRefuses: the condition
  std::string spec;   ///< ConditionRefuses: whose condition, a device or requester spec
  std::vector<Holder> holders;  ///< UnitTaken, DeviceTaken: who holds it
  /// UnitNeededTwice: the request group that takes the unit first
  std::optional<RequestGroupName> request_group;

  friend bool operator==(const Change&, const Change&) = default;
};

/// A request group where it would be matched: once all changes of its alternative are made, the
/// match process binds it to this device group.
struct GroupExplanation {
  RequestGroupName request_group;               ///< of the request
  std::optional<DeviceName> device;             ///< none where no device could ever be taken
  std::optional<DeviceGroupName> device_group;  ///< none where the device has no group
  Rational reached;                             ///< the match factor that is reached now
  Rational needed;                              ///< what the request group accepts
  /// All weights of the group together are less than it accepts, or it asks for no term at all: no
  /// change of any device helps. The changes of the other groups are those that help without it.
  bool beyond_reach = false;
  /// What of the alternative's changes the group needs. One that several groups need is named by
  /// each of them and made once.
  std::vector<Change> changes;

  friend bool operator==(const GroupExplanation&, const GroupExplanation&) = default;
};

/// A request: its verdict is its own, its groups are explained as parts of the alternative.
struct RequestExplanation {
  RequestName request;                   ///< of the requester's description
  Verdict verdict = Verdict::Never;      ///< of this request alone
  std::vector<GroupExplanation> groups;  ///< all on one device

  friend bool operator==(const RequestExplanation&, const RequestExplanation&) = default;
};

/// An alternative: all its requests together. Each may be possible alone and the alternative not,
/// where they want the same units.
///
/// When all changes that its groups name are made, the match process satisfies the alternative (but
/// for groups beyond reach), and none of them can be left out. The terms (Absent, OtherValue,
/// UnitNeededTwice) are the fewest with which it could be satisfied were everything free and
/// allowed; with these, the conditions are the fewest with which it could be were everything free;
/// with both, the matches to be cancelled are the fewest. Of equals, the one with the fewest
/// conditions, then matches, then the first of those that were found.
///
/// The search is bounded. Of shorter lists of terms, all are tried where there are at most 120 of a
/// length; else those that come up where group by group is given what it lacks on each device
/// group, so a list that is shorter because one term serves two groups may be overlooked. Of
/// conditions and of matches, 60 sets are tried, the smaller first. Where the search ends early,
/// the list is not proven to be the shortest, but helps all the same, and nothing of it can be left
/// out.
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

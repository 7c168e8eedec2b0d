// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_OUTLET_CHANGE_HPP
#define DDB_OUTLET_CHANGE_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ddb/model.hpp"

/// What an event brings about for outlets: the results of Session::replay and Session::replace.
namespace ddb {

/// What happened to an outlet.
enum class OutletChangeKind {
  Created,   ///< its requester came; nothing is matched
  Matched,   ///< it had nothing, and has an alternative
  Replaced,  ///< a better alternative took the place of the one it had
  Updated,   ///< it keeps its match, but specs were replaced (Session::replace): another status or
             ///< other match factors
  Lost,      ///< its match was cancelled; nothing is matched
  Removed,  ///< its requester is gone, or is of a spec now that has no such outlet; what it had was
            ///< Lost before
};

/// "created", "matched", "replaced", "updated", "lost" or "removed".
DDB_EXPORT const char* outlet_change_text(OutletChangeKind kind) noexcept;

/// One change of one outlet, as it was when it happened: what the outlet has after it is all here,
/// so that whoever receives the change can act on it without asking the session, which may have
/// gone on since.
///
/// Applied in the order of their numbers, the changes of a session give its outlets() and
/// transactions(): the first of an outlet is Created, the last Removed, and each begins with what
/// the one before has left.
struct OutletChange {
  std::uint64_t number = 0;  ///< from 1, without a gap in the whole life of the session
  RequesterName requester;   ///< whose outlet
  OutletName outlet;         ///< which of its outlets
  OutletChangeKind kind = OutletChangeKind::Created;  ///< what happened
  std::optional<AlternativeName> before;              ///< what was active; Replaced, Updated, Lost
  std::optional<AlternativeName> active;              ///< what is; Matched, Replaced, Updated
  OutletStatus status = OutletStatus::Inactive;       ///< how well it is served now
  std::vector<Transaction> lost;                      ///< what it had; Replaced, Updated, Lost
  std::vector<Transaction> transactions;              ///< what it has now, sorted
  std::vector<CodeInterfaceEntry> code_interfaces;    ///< how to control that, sorted
  std::vector<DataInterfaceEntry> data_interfaces;    ///< what was negotiated, sorted
  std::string reason;                                 ///< why, in words, without a full stop:
                                                      ///< `device imic2_1 was disconnected`

  friend bool operator==(const OutletChange&, const OutletChange&) = default;
};

/// What an event brought about.
struct Outcome {
  std::vector<OutletChange> changes;  ///< of all outlets, in the order in which they happened
  std::vector<Diagnostic> warnings;   ///< about bodies that failed or ran too long

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

}  // namespace ddb

#endif  // DDB_OUTLET_CHANGE_HPP

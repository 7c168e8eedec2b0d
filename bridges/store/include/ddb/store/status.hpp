// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_STATUS_HPP
#define DDB_STORE_STATUS_HPP

#include <optional>
#include <span>
#include <string_view>

namespace ddb::store {

/// The statuses of a port (thesis, chapter 8 and appendix A.2).
enum class Status {
  Added,         ///< assigned; no device there, or not exported yet
  Exported,      ///< ready to be imported
  Imported,      ///< in use on the master
  Disconnected,  ///< was lost; tried again
  ToDelete,      ///< the user wants it gone
  Deleted,       ///< gone; the entry is removed when all have seen it
};

/// `ADDED`, `EXPORTED`, `IMPORTED`, `DISCONNECTED`, `TO_DELETE`, `DELETED`: what is stored.
std::string_view status_name(Status status) noexcept;
/// The status of this name; none if there is no such name.
std::optional<Status> status_of(std::string_view name) noexcept;

/// Who moves a port from a status to another.
enum class Mover {
  User,      ///< a person, with ddb-bus or a program like it
  Provider,  ///< the agent of the node that has the port
  Master,    ///< the agent of the node that uses the device
};

/// `user`, `provider`, `master`.
std::string_view mover_name(Mover mover) noexcept;

/// One line of the table of the port's state machine.
struct Transition {
  std::optional<Status> from;  ///< none: there is no entry
  std::optional<Status> to;    ///< none: the entry is removed
  Mover mover;                 ///< who does it
  std::string_view when;       ///< in words: `a device is there and exported`
};

/// All transitions that there are; no other happens. Both stores refuse what does not stand here,
/// and `ddb-bus graph` draws it. Where two may do the same, there is a line for each.
std::span<const Transition> transitions() noexcept;

/// Whether the table has this transition for this mover.
bool is_transition(std::optional<Status> from, std::optional<Status> to, Mover mover) noexcept;

}  // namespace ddb::store

#endif  // DDB_STORE_STATUS_HPP

// SPDX-License-Identifier: Apache-2.0
#include "ddb/store/status.hpp"

#include <algorithm>
#include <array>

namespace ddb::store {

namespace {

constexpr std::array kStatuses = {Status::Added,        Status::Exported, Status::Imported,
                                  Status::Disconnected, Status::ToDelete, Status::Deleted};

constexpr std::optional<Status> kNone = std::nullopt;

// "either side" is two lines.
constexpr std::array kTransitions = {
    Transition{kNone, Status::Added, Mover::User, "the port is added to a bus"},
    Transition{Status::Added, Status::Exported, Mover::Provider, "a device is there and exported"},
    Transition{Status::Exported, Status::Imported, Mover::Master, "attach works"},
    Transition{Status::Exported, Status::Disconnected, Mover::Master, "attach fails"},
    Transition{Status::Imported, Status::Disconnected, Mover::Master,
               "an error, or the device is gone"},
    Transition{Status::Imported, Status::Disconnected, Mover::Provider,
               "an error, or the device is gone"},
    Transition{Status::Disconnected, Status::Added, Mover::Provider, "no device is there"},
    Transition{Status::Disconnected, Status::Exported, Mover::Provider,
               "a device is there and exported again"},
    Transition{Status::Added, Status::ToDelete, Mover::User, "the port is to leave its bus"},
    Transition{Status::Exported, Status::ToDelete, Mover::User, "the port is to leave its bus"},
    Transition{Status::Imported, Status::ToDelete, Mover::User, "the port is to leave its bus"},
    Transition{Status::Disconnected, Status::ToDelete, Mover::User, "the port is to leave its bus"},
    Transition{Status::ToDelete, Status::Deleted, Mover::Provider,
               "the master has detached, and the local driver has the device"},
    Transition{Status::Deleted, kNone, Mover::Master, "it has been seen"},
    Transition{Status::Deleted, kNone, Mover::Provider, "the master has no agent to see it"},
};

}  // namespace

std::string_view status_name(Status status) noexcept {
  switch (status) {
    case Status::Added:
      return "ADDED";
    case Status::Exported:
      return "EXPORTED";
    case Status::Imported:
      return "IMPORTED";
    case Status::Disconnected:
      return "DISCONNECTED";
    case Status::ToDelete:
      return "TO_DELETE";
    case Status::Deleted:
      break;
  }
  return "DELETED";
}

std::optional<Status> status_of(std::string_view name) noexcept {
  const auto* const found = std::find_if(kStatuses.begin(), kStatuses.end(),
                                         [&](Status it) { return status_name(it) == name; });
  if (found == kStatuses.end()) return std::nullopt;
  return *found;
}

std::string_view mover_name(Mover mover) noexcept {
  switch (mover) {
    case Mover::User:
      return "user";
    case Mover::Provider:
      return "provider";
    case Mover::Master:
      break;
  }
  return "master";
}

std::span<const Transition> transitions() noexcept { return kTransitions; }

bool is_transition(std::optional<Status> from, std::optional<Status> to, Mover mover) noexcept {
  return std::any_of(kTransitions.begin(), kTransitions.end(), [&](const Transition& it) {
    return it.from == from && it.to == to && it.mover == mover;
  });
}

}  // namespace ddb::store

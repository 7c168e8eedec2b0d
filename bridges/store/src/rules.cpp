// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include <string>

namespace ddb::store::detail {

void check_transition(const Key& key, Status from, Status to, Mover mover) {
  if (from == to || is_transition(from, to, mover)) return;
  throw Error(ErrorCode::Invalid, key.text() + ": the " + std::string(mover_name(mover)) +
                                      " moves no port from " + std::string(status_name(from)) +
                                      " to " + std::string(status_name(to)) +
                                      "; 'ddb-bus graph' shows what there is");
}

void check_removal(const Key& key, Mover mover) {
  if (is_transition(Status::Deleted, std::nullopt, mover)) return;
  throw Error(ErrorCode::Invalid, key.text() + ": the " + std::string(mover_name(mover)) +
                                      " removes no entries; 'ddb-bus graph' shows who does");
}

void check_revocations(const PublishedRevocations& revocations) {
  if (revocations.pem.size() <= kLongestRevocations) return;
  throw Error(ErrorCode::Invalid, "the list of revoked certificates has more than " +
                                      std::to_string(kLongestRevocations) +
                                      " bytes; make a new authority");
}

bool is_as_expected(const std::optional<Entry>& entry, const Expected& expected) {
  return entry && entry->status == expected.status &&
         (!expected.revision || *expected.revision == entry->revision.number);
}

}  // namespace ddb::store::detail

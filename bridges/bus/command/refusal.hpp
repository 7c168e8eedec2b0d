// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_BUS_REFUSAL_HPP
#define DDB_BUS_REFUSAL_HPP

#include <optional>
#include <string>

#include "ddb/store/store.hpp"

namespace ddb::bus::command {

/// Why a port could not be put on a bus, with the remedy; none if it is on it now, by this attempt
/// or from before.
/// @param attempt of Store::add()
std::optional<std::string> refusal_of(const store::Key& key, const store::Attempt& attempt);

}  // namespace ddb::bus::command

#endif  // DDB_BUS_REFUSAL_HPP

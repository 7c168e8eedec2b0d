// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_CA_DATABASE_HPP
#define DDB_CA_DATABASE_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ddb/ca/authority.hpp"

namespace ddb::ca::detail {

/// What an authority has issued; the file `issued.json`.
struct Database {
  std::uint64_t revocations_number = 0;  ///< of the last list
  std::vector<Issued> issued;            ///< the oldest first
};

std::string text_of(const Database& database);

/// @throws Error it is no such text
Database database_of(std::string_view text, const std::string& place);

}  // namespace ddb::ca::detail

#endif  // DDB_CA_DATABASE_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_REDIS_FUNCTION_HPP
#define DDB_STORE_REDIS_FUNCTION_HPP

#include <cstdint>
#include <string>
#include <vector>

#include "redis_connection.hpp"

namespace ddb::store::detail {

/// The functions of the library that the server keeps.
enum class Function : std::uint8_t {
  Get,
  List,
  Change,
  Remove,  ///< as Change, also where there is no memory left
  Acquire,
  Renew,
  Leases,
  Revocations,
  Publish,
  Withdraw,
};

/// Calls a function of the server. Its library is loaded where it is missing; libraries of other
/// versions of this program are left alone. An answer that is an error is thrown.
/// @throws Error Denied: it is missing, and the user may not load it
Reply call_function(Connection& connection, Function function, const std::vector<std::string>& keys,
                    const std::vector<std::string>& arguments, Clock::time_point deadline);

}  // namespace ddb::store::detail

#endif  // DDB_STORE_REDIS_FUNCTION_HPP

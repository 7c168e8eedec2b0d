// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_REDIS_SCRIPT_HPP
#define DDB_STORE_REDIS_SCRIPT_HPP

#include <string>
#include <string_view>
#include <vector>

#include "redis_connection.hpp"

namespace ddb::store::detail {

/// A script that the server is sent once, and then knows by its digest.
class Script {
 public:
  explicit Script(std::string_view text) : text_(text) {}

  /// Runs it. An answer that is an error is thrown.
  Reply run(Connection& connection, const std::vector<std::string>& keys,
            const std::vector<std::string>& arguments, Clock::time_point deadline);

 private:
  std::string_view text_;
  std::string digest_;  // of a server that was asked; empty before
};

}  // namespace ddb::store::detail

#endif  // DDB_STORE_REDIS_SCRIPT_HPP

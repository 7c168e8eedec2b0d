// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_REDIS_URL_HPP
#define DDB_STORE_REDIS_URL_HPP

#include <string>
#include <string_view>

namespace ddb::store::detail {

/// Where a Redis server is, and who wants in.
struct RedisUrl {
  std::string host;    ///< without brackets; empty: it is a socket
  std::string socket;  ///< path of a Unix socket; empty: it is a host
  std::string port = "6379";
  std::string user;           ///< empty: the server's default user
  std::string password;       ///< empty: none
  std::string password_file;  ///< read at every connection; empty: none
  std::string login_file;     ///< user and password, a line each, likewise
  std::string database;       ///< a number; empty: the first one

  /// The URL without a password.
  std::string place() const;
};

/// @throws Error Invalid, which says what is wrong
RedisUrl parse_redis_url(std::string_view url);

}  // namespace ddb::store::detail

#endif  // DDB_STORE_REDIS_URL_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_CA_REDIS_LOGIN_HPP
#define DDB_CA_REDIS_LOGIN_HPP

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "ddb/ca/error.hpp"

namespace ddb::ca {

/// A user of the Redis server, made with a random password that only its file holds.
struct RedisLogin {
  std::string user;
  std::vector<std::string> words;  ///< of `ACL SETUSER`, the user's name first
};

/// The user of a node: `node-192.0.2.1`; `node-fe80__1` for `[fe80::1]`.
/// @param node as store::node_name() spells it
std::string redis_user_of(std::string_view node);

/// Makes a password and writes `redis.login` (user and password, a line each, 0600) and `redis.acl`
/// (the line for the server's aclfile, with a digest of the password, 0600) to the folder, which is
/// made if it is not there.
/// @param rules see store::redis_rules_of_node()
/// @throws Error the files can't be written
RedisLogin write_redis_login(const std::filesystem::path& folder, const std::string& user,
                             const std::vector<std::string>& rules);

}  // namespace ddb::ca

#endif  // DDB_CA_REDIS_LOGIN_HPP

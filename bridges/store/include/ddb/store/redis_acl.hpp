// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_REDIS_ACL_HPP
#define DDB_STORE_REDIS_ACL_HPP

#include <string>
#include <string_view>
#include <vector>

/// Who may do what in a Redis server: rules of its access control lists (ACL, Redis 7.0).
namespace ddb::store {

/// The rules of a node's user: what its agent does, and no more. It may write the entries of ports
/// whose master or provider the node is, its own lease, and add to the history; it may not read
/// entries of others, add or delete ports, bring code, or see what else is stored.
///
/// Each element is one word of `ACL SETUSER`, and of a line of the server's `aclfile`. The password
/// is not among them.
/// @param node as node_name() takes it
/// @throws Error Invalid: the name is none
std::vector<std::string> redis_rules_of_node(std::string_view node);

/// The rules of whoever adds and deletes ports and publishes revocations: all keys, the functions
/// of this library, and nothing that concerns the server as a whole.
std::vector<std::string> redis_rules_of_operator();

}  // namespace ddb::store

#endif  // DDB_STORE_REDIS_ACL_HPP

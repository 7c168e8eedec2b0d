// SPDX-License-Identifier: Apache-2.0
#include "ddb/store/redis_acl.hpp"

#include "ddb/store/key.hpp"

namespace ddb::store {

namespace {

// Patterns of keys are those of KEYS: the brackets of an IPv6 address would be a set of characters.
std::string pattern_of(const std::string& node) {
  std::string pattern;
  for (const char c : node) {
    if (c == '[' || c == ']') pattern += '\\';
    pattern += c;
  }
  return pattern;
}

}  // namespace

std::vector<std::string> redis_rules_of_node(std::string_view node) {
  const std::string it = pattern_of(node_name(node));
  const std::string entries = "~*:" + it + ":usbip:* ~*:usbip:" + it + ":*";
  return {
      "resetkeys",
      "resetchannels",
      "-@all",
      "+auth",
      "+hello",
      "+ping",
      "+select",
      "+time",
      // A function is called with keys of several kinds; what it does is checked again, by the
      // rest.
      "(+fcall " + entries + " ~ddb/revision ~ddb/changes ~ddb/changes/* ~ddb/ports/" + it +
          " ~ddb/lease/" + it + " ~ddb/nodes)",
      "(+get +set +del +type +hget +hgetall +hset " + entries + ")",
      "(+get %R~ddb/owner/*)",
      "(+get +set ~ddb/revision)",
      // Streams only say where to look: one who adds to them, or begins them anew, is no danger.
      "(+xadd +del ~ddb/changes ~ddb/changes/*)",
      "(+xread +xrange +xrevrange +xlen %R~ddb/changes/" + it + ")",
      "(+smembers +srem ~ddb/ports/" + it + ")",
      "(+hmget +hset ~ddb/lease/" + it + ")",
      "(+hmget %R~ddb/lease/* %R~ddb/revocations)",
      "(+sadd ~ddb/nodes)",
  };
}

std::vector<std::string> redis_rules_of_operator() {
  return {"resetkeys", "resetchannels", "-@all", "+@read", "+@write",        "+@connection",
          "+fcall",    "-@dangerous",   "+info", "+time",  "+function|load", "~*"};
}

}  // namespace ddb::store

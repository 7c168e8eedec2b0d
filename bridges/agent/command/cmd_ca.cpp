// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "commands.hpp"
#include "ddb/ca/authority.hpp"
#include "ddb/ca/redis_login.hpp"
#include "ddb/store/redis_acl.hpp"
#include "ddb/store/store.hpp"

namespace ddb::agent::command {

namespace {

using ca::Authority;
using ca::Issued;

// So long before its end, a certificate is to be renewed.
constexpr std::chrono::days kWarning{30};

ca::Time now() { return ca::AuthorityOptions().clock(); }

std::string days_left(ca::Time end) {
  return std::to_string(std::chrono::floor<std::chrono::days>(end - now()).count());
}

const char* state_of(const Issued& it) {
  if (it.revoked_at) return "revoked";
  if (!it.is_valid(now())) return "ended";
  return it.not_after - now() < kWarning ? "ends soon" : "valid";
}

void tell_where(const Issued& issued, const std::filesystem::path& out, bool has_new_key) {
  std::cout << issued.node << " has a certificate until " << ca::text_of(issued.not_after) << "\n";
  if (has_new_key) {
    std::cout << "Bring " << out.string() << " to " << issued.node
              << " as /etc/ddb-agent/tls, for the agent's user only: node.key is secret.\n";
  } else {
    std::cout << "Bring " << (out / "node.crt").string() << " to " << issued.node
              << "; it holds no secret, and its agent may go on.\n";
  }
}

void make_redis_login(const std::filesystem::path& folder, const std::string& user,
                      const std::vector<std::string>& rules) {
  const ca::RedisLogin login = ca::write_redis_login(folder, user, rules);
  std::cout << "The user " << login.user << " of the Redis server has its password in "
            << (folder / "redis.login").string() << ".\nAdd the line of "
            << (folder / "redis.acl").string()
            << " to the server's aclfile and use 'redis-cli acl load', or where there is none:\n"
               "  redis-cli acl setuser";
  for (const std::string& word : login.words) {
    const bool is_plain = word.find_first_of("()~*%#&$ \\[]") == std::string::npos;
    std::cout << " " << (is_plain ? word : "'" + word + "'");
  }
  std::cout << "\n";
}

// A node's newest valid certificate is the one that matters.
void warn_of_ends(const Authority& authority) {
  if (authority.not_after() - now() < kWarning * 12) {
    std::cerr << "ddb-agent: the authority itself ends in " << days_left(authority.not_after())
              << " days; make a new one with 'ddb-agent ca init --dir', and bring its certificates "
                 "to all nodes before\n";
  }
  std::map<std::string, const Issued*> newest;
  for (const Issued& it : authority.issued()) {
    if (!it.revoked_at) newest[it.node] = &it;
  }
  for (const auto& [node, it] : newest) {
    if (it->not_after - now() >= kWarning) continue;
    if (it->is_valid(now())) {
      std::cerr << "ddb-agent: the certificate of " << node << " ends in "
                << days_left(it->not_after) << " days";
    } else {
      std::cerr << "ddb-agent: the certificate of " << node << " has ended";
    }
    std::cerr << "; use 'ddb-agent ca renew " << node << "'\n";
  }
}

void print_json(const Authority& authority) {
  nlohmann::ordered_json all;
  all["not_after"] = ca::text_of(authority.not_after());
  all["revocations_number"] = authority.revocations_number();
  all["certificates"] = nlohmann::ordered_json::array();
  for (const Issued& it : authority.issued()) {
    nlohmann::ordered_json one = {{"node", it.node},
                                  {"serial", it.serial},
                                  {"not_before", ca::text_of(it.not_before)},
                                  {"not_after", ca::text_of(it.not_after)},
                                  {"state", state_of(it)}};
    if (it.revoked_at) one["revoked_at"] = ca::text_of(*it.revoked_at);
    all["certificates"].push_back(std::move(one));
  }
  std::cout << all << "\n";
}

void print_table(const Authority& authority) {
  std::size_t width = 4;
  for (const Issued& it : authority.issued()) width = std::max(width, it.node.size());
  const auto row = [&](const std::string& node, const std::string& state, const std::string& until,
                       const std::string& serial) {
    std::cout << std::left << std::setw(static_cast<int>(width)) << node << "  " << std::setw(9)
              << state << "  " << std::setw(20) << until << "  " << serial << "\n";
  };
  row("NODE", "STATE", "UNTIL", "SERIAL NUMBER");
  for (const Issued& it : authority.issued()) {
    row(it.node, state_of(it), ca::text_of(it.revoked_at.value_or(it.not_after)), it.serial);
  }
}

void finish(const Authority& authority, const Issued& issued, const CaOptions& options,
            bool has_new_key) {
  const std::filesystem::path out =
      options.out.empty() ? authority.folder_of(issued.node) : std::filesystem::path(options.out);
  tell_where(issued, out, has_new_key);
  if (options.redis) {
    make_redis_login(out, ca::redis_user_of(issued.node), store::redis_rules_of_node(issued.node));
  }
}

// What is done here stays done if the store can't be told.
ExitCode publish(const Authority& authority, const CaOptions& options) {
  const std::string place = (std::filesystem::path(options.dir) / "ca.crl").string();
  try {
    const auto store = store::open(options.store);
    const std::uint64_t number = authority.revocations_number();
    if (const auto other = store->revocations(); other && !authority.has_signed(other->pem)) {
      if (!options.replace) {
        std::cerr << "ddb-agent: " << store->place() << " has list number " << other->number
                  << ", which this authority has not signed; name the authority that has with "
                     "--dir, or if this one replaces it, use 'ddb-agent ca publish --replace'\n";
        return ExitCode::Failed;
      }
      store->withdraw(*other);
    }
    const std::uint64_t there = store->publish({number, authority.revocations()});
    if (there > number) {
      std::cerr << "ddb-agent: " << store->place() << " has list number " << there
                << " already, and this authority's is number " << number << "; bring the newest "
                << options.dir << " back from a backup, or see who wrote the list\n";
      return ExitCode::Failed;
    }
    std::cout << "List number " << number << " is published in " << store->place()
              << "; agents that are there follow it within seconds.\n";
    return ExitCode::Done;
  } catch (const store::Error& error) {
    std::cerr << "ddb-agent: " << place
              << " is signed, but agents do not know of it: " << error.what()
              << "; then use 'ddb-agent ca publish --store URL'\n";
    return ExitCode::Failed;
  }
}

}  // namespace

ExitCode ca_init(const CaOptions& options) {
  const Authority authority = Authority::init(options.dir, options.days.value_or(3650));
  std::cout << "There is an authority in " << options.dir << ", until "
            << ca::text_of(authority.not_after())
            << ".\nWho has its ca.key can be any node: keep it secret, and keep a backup of the "
               "folder.\nNow 'ddb-agent ca issue NODE' for each computer.\n";
  return ExitCode::Done;
}

ExitCode ca_issue(const CaOptions& options) {
  Authority authority(options.dir);
  const Issued issued = authority.issue(options.node, options.out, options.days.value_or(365));
  finish(authority, issued, options, true);
  return ExitCode::Done;
}

ExitCode ca_renew(const CaOptions& options) {
  Authority authority(options.dir);
  const Issued issued =
      authority.renew(options.node, options.out, options.days.value_or(365), options.new_key);
  finish(authority, issued, options, options.new_key);
  return ExitCode::Done;
}

ExitCode ca_revoke(const CaOptions& options) {
  Authority authority(options.dir);
  const std::vector<Issued> revoked = authority.revoke(options.node);
  std::cout << revoked.front().node << ": " << revoked.size()
            << (revoked.size() == 1 ? " certificate" : " certificates")
            << " revoked, in list number " << authority.revocations_number() << "\n";
  std::cout << "Its user of a Redis server, if it has one, goes with 'redis-cli acl deluser "
            << ca::redis_user_of(revoked.front().node) << "'.\n";
  if (!options.store.empty()) return publish(authority, options);
  std::cout << "No agent knows yet: use 'ddb-agent ca publish --store URL', or bring "
            << (std::filesystem::path(options.dir) / "ca.crl").string()
            << " to /etc/ddb-agent/tls of each node.\n";
  return ExitCode::Done;
}

ExitCode ca_publish(const CaOptions& options) {
  const Authority authority(options.dir);
  return publish(authority, options);
}

ExitCode ca_operator(const CaOptions& options) {
  const Authority authority(options.dir);
  const std::filesystem::path out = options.out.empty()
                                        ? std::filesystem::path(options.dir) / "operator"
                                        : std::filesystem::path(options.out);
  make_redis_login(out, "ddb-operator", store::redis_rules_of_operator());
  std::cout << "With ddb-bus and ddb-agent ca: --store 'redis://HOST?login-file="
            << std::filesystem::absolute(out / "redis.login").string() << "'\n";
  return ExitCode::Done;
}

ExitCode ca_list(const CaOptions& options) {
  const Authority authority(options.dir);
  if (options.json) {
    print_json(authority);
  } else {
    print_table(authority);
  }
  warn_of_ends(authority);
  return ExitCode::Done;
}

}  // namespace ddb::agent::command

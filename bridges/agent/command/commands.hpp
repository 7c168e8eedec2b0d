// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_COMMANDS_HPP
#define DDB_AGENT_COMMANDS_HPP

#include <cstdint>
#include <optional>
#include <string>

#include "ddb/agent/log.hpp"

/// What ddb-agent does: words parsed in main.cpp come in, work is done here.
namespace ddb::agent::command {

enum class ExitCode { Done = 0, Failed = 1, WrongUsage = 2 };

struct RunOptions {
  std::string node;
  std::string store;
  std::string store_login;  ///< file; empty: that of the folder of certificates, if it is there
  std::string sysfs = "/sys";
  std::string run = "/run/ddb-agent";
  std::string metrics;  ///< ADDRESS:PORT of loopback; empty: nowhere
  std::uint16_t port = 3240;
  unsigned grace_seconds = 60;
  std::string tls;                                      ///< folder; empty: where it is by default
  std::string state = "/var/lib/ddb";                   ///< folder of what outlives a boot
  std::string authorize;                                ///< program; empty: none is asked
  std::uint64_t key_limit = std::uint64_t{256} << 30U;  ///< bytes
  bool insecure = false;
  bool once = false;
  Level least = Level::Info;
};

/// Returns when SIGINT or SIGTERM has come, or with --once when there is nothing left to do.
ExitCode run(const RunOptions& options);

struct StatusOptions {
  std::string run = "/run/ddb-agent";
  bool json = false;
  bool metrics = false;
};

/// Shows what the agent of this computer says of itself.
ExitCode status(const StatusOptions& options);

/// Of the cluster's authority; those that a command has not are left alone.
struct CaOptions {
  std::string dir = "/etc/ddb-ca";
  std::string node;
  std::string out;          ///< empty: below dir
  std::string store;        ///< where to publish; empty: nowhere
  std::optional<int> days;  ///< none: a year, ten for the authority
  bool new_key = false;
  bool replace = false;  ///< of what another authority has published
  bool redis = false;    ///< with a user of a Redis server
  bool json = false;
};

/// Each throws ca::Error.
ExitCode ca_init(const CaOptions& options);
ExitCode ca_issue(const CaOptions& options);
ExitCode ca_renew(const CaOptions& options);
ExitCode ca_revoke(const CaOptions& options);
/// Makes the user of a Redis server for who adds ports and publishes.
ExitCode ca_operator(const CaOptions& options);
ExitCode ca_publish(const CaOptions& options);
/// Says what ends soon on standard error.
ExitCode ca_list(const CaOptions& options);

}  // namespace ddb::agent::command

#endif  // DDB_AGENT_COMMANDS_HPP

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
  std::string sysfs = "/sys";
  std::string run = "/run/ddb-agent";
  std::string metrics;  ///< ADDRESS:PORT of loopback; empty: nowhere
  std::uint16_t port = 3240;
  unsigned grace_seconds = 60;
  std::string tls;                                      ///< folder; empty: where it is by default
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

}  // namespace ddb::agent::command

#endif  // DDB_AGENT_COMMANDS_HPP

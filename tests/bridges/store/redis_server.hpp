// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_REDIS_SERVER_HPP
#define DDB_TESTS_REDIS_SERVER_HPP

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace ddb::store::test {

/// A folder of its own, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  const std::filesystem::path& path() const noexcept { return path_; }

 private:
  std::filesystem::path path_;
};

/// A real redis-server on a free port of loopback, with a folder of its own. It dies with the
/// thread that starts it.
class RedisServer {
 public:
  /// Returns when it takes connections.
  explicit RedisServer(std::vector<std::string> options = {});
  RedisServer(const RedisServer&) = delete;
  RedisServer& operator=(const RedisServer&) = delete;
  ~RedisServer();

  /// Like a power failure for the process: SIGKILL.
  void kill();
  /// Starts it again, on the same port, with what it has written.
  void start();
  /// Removes what it has written; it must not run.
  void forget() const;
  /// Stops and continues it, so that it is there and silent.
  void pause() const;
  void resume() const;

  int port() const noexcept { return port_; }
  std::string url() const { return "redis://127.0.0.1:" + std::to_string(port_); }
  /// What redis-cli prints for the words.
  std::string cli(const std::vector<std::string>& words) const;
  /// Commands that it has done so far, those inside scripts as well, questions for this left out.
  long commands() const;

 private:
  bool try_to_start();

  TemporaryFolder folder_;
  std::vector<std::string> options_;
  int port_ = 0;
  pid_t process_ = -1;
};

/// A free port of loopback, as far as can be known.
int free_port();

/// Runs a program to its end.
/// @return its standard output without the last end of line
std::string output_of(const std::vector<std::string>& words);

}  // namespace ddb::store::test

#endif  // DDB_TESTS_REDIS_SERVER_HPP

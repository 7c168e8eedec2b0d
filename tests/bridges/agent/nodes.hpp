// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_AGENT_NODES_HPP
#define DDB_TESTS_AGENT_NODES_HPP

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "ddb/agent/agent.hpp"
#include "ddb/agent/usbip_module.hpp"
#include "ddb/store/store.hpp"
#include "fake_kernel.hpp"

/// Computers with an agent each, in one process: their kernels are played, all else is real: the
/// store, the sockets, the threads.
namespace nodes {

/// A folder that goes with this.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// What was logged; any thread may look.
class Lines : public ddb::agent::Log {
 public:
  void write(ddb::agent::Level level, std::string_view event, std::string_view sentence,
             std::initializer_list<Field> fields) override;
  /// All lines: "event sentence name=value ...".
  std::vector<std::string> all() const;
  /// Whether there is a line that has both texts.
  bool has(const std::string& event, const std::string& part = "") const;

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;
};

/// One computer. Its kernel goes on when its agent is killed.
class Node {
 public:
  struct Options {
    std::string address;
    std::string store_url;
    std::filesystem::path run;
    std::uint16_t port = 0;  ///< of all agents
    ddb::agent::Times times;
    std::chrono::milliseconds renewal{100};
    std::chrono::milliseconds period{30000};
    std::shared_ptr<ddb::tls::Credentials> credentials;  ///< none: connections are clear
    ddb::agent::Hook hook;
    /// Where lists of revoked certificates are; none: nobody looks for them.
    std::optional<ddb::agent::RevocationOptions> revocations = {};
    std::uint64_t key_limit = std::uint64_t{256} << 30U;
  };

  explicit Node(Options options);
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
  ~Node();

  /// Its next agent is started so.
  void become(Options options) { options_ = std::move(options); }
  /// Starts the agent in a thread.
  void start();
  /// Ends it as a kill does: nothing is told to anybody, and what it remembered is lost.
  void stop();
  /// Reconciles once, without a thread.
  bool once();
  ddb::agent::Report report();

  fake::Kernel kernel;
  Lines log;

 private:
  struct Life;
  Options options_;
  std::unique_ptr<Life> life_;
};

/// What udev would tell of the played kernel, which must live as long.
std::unique_ptr<ddb::agent::DeviceModule> devices_of(fake::Kernel& kernel);

/// Of the module for usbip of such a computer.
ddb::agent::UsbipOptions usbip_options(const Node::Options& options);

/// Waits until it holds; whether it came to that in time.
bool until(const std::function<bool()>& holds,
           std::chrono::seconds longest = std::chrono::seconds(20));

/// A TCP port that is free on all addresses of loopback.
std::uint16_t free_port();

}  // namespace nodes

#endif  // DDB_TESTS_AGENT_NODES_HPP

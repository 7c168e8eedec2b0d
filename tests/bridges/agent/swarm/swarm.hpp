// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_AGENT_SWARM_HPP
#define DDB_TESTS_AGENT_SWARM_HPP

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ddb/store/store.hpp"

/// Many computers on one machine: a process each, in a network namespace of its own with a kernel
/// that is played (simulated_agent.cpp). All else is real: agents, sockets, the store.
namespace swarm {

/// What nodes have between each other.
enum class Network : std::uint8_t {
  Namespaces,  ///< a namespace each, joined by a router; needs root, or namespaces of users
  Loopback,    ///< an address of loopback each
};

/// Puts this process into a network namespace of its own, where a router can join others. To be
/// called before any thread is started, and before a server that the nodes are to reach.
/// @return Loopback where that may not be done; why is told on standard error
Network own_network();

/// This machine's address for all nodes.
std::string address(Network network);

/// A line of a node.
struct Line {
  std::uint64_t time = 0;          ///< ns of the steady clock
  std::string what;                ///< "plugged", "status" ...
  std::vector<std::string> words;  ///< what follows
};

/// What a process costs.
struct Cost {
  std::uint64_t memory = 0;               ///< bytes that are its own (Private_*)
  std::uint64_t resident = 0;             ///< bytes with what it shares (Rss)
  std::chrono::nanoseconds processor{0};  ///< time that it ran, all threads
};

/// Of a process that is there. What /proc does not tell is 0.
Cost cost_of(pid_t process);

/// How a swarm is made.
struct Options {
  unsigned nodes = 2;
  std::string store_url;
  std::filesystem::path folder;  ///< for what the nodes keep
  Network network = Network::Loopback;
  unsigned imports_of_a_node = 8;  ///< so many ports of a kind has its virtual controller
};

/// The nodes. They end with it.
class Swarm {
 public:
  /// Returns when all agents are ready.
  /// @throws std::runtime_error: they do not become ready
  explicit Swarm(const Options& options);
  Swarm(const Swarm&) = delete;
  Swarm& operator=(const Swarm&) = delete;
  ~Swarm();

  unsigned size() const { return static_cast<unsigned>(nodes_.size()); }
  const std::string& address_of(unsigned node) const { return nodes_.at(node).address; }
  std::uint16_t tcp_port() const { return port_; }
  pid_t process_of(unsigned node) const { return nodes_.at(node).process; }
  /// The node with this address.
  unsigned node_at(const std::string& address) const { return by_address_.at(address); }

  /// "plug 1-3": see simulated_agent.cpp.
  void tell(unsigned node, const std::string& words);

  /// Reads what nodes say, each line once, until `is_enough` says so of one of them.
  /// @return false: it did not come to that in time
  bool listen(const std::function<bool(unsigned node, const Line&)>& is_enough,
              std::chrono::milliseconds longest = std::chrono::seconds(60));

 private:
  struct Node {
    std::string address;
    pid_t process = -1;
    int input = -1;   // of the process
    int output = -1;  // of the process
    std::string rest;
  };

  void start(Node& node);
  void join();
  void end(Node& node) const;

  Options options_;
  std::uint16_t port_ = 0;
  std::vector<Node> nodes_;
  std::map<std::string, unsigned> by_address_;
  std::vector<std::pair<unsigned, Line>> heard_;  // and not yet told
};

/// Ports of a swarm, spread evenly: each has another node for its master.
std::vector<ddb::store::Key> ports_of(const Swarm& swarm, unsigned count);

}  // namespace swarm

#endif  // DDB_TESTS_AGENT_SWARM_HPP

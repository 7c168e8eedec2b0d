// SPDX-License-Identifier: Apache-2.0
#include "swarm.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "nodes.hpp"

namespace swarm {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

namespace {

constexpr const char* kRouter = "10.77.0.1";

// What `ip` is to do.
bool ip(const std::string& commands) {
  FILE* const program = popen("ip -batch -", "w");
  if (program == nullptr) return false;
  std::fputs(commands.c_str(), program);
  return pclose(program) == 0;
}

bool write_file(const char* path, const std::string& text) {
  std::ofstream file(path);
  file << text << std::flush;
  return file.good();
}

// The user is root in there, of nothing but that.
bool own_users() {
  const std::string user = "0 " + std::to_string(getuid()) + " 1\n";
  const std::string group = "0 " + std::to_string(getgid()) + " 1\n";
  return unshare(CLONE_NEWUSER) == 0 && write_file("/proc/self/setgroups", "deny") &&
         write_file("/proc/self/uid_map", user) && write_file("/proc/self/gid_map", group);
}

std::string node_address(Network network, unsigned number) {
  const std::string end = std::to_string(number / 200) + "." + std::to_string(number % 200 + 2);
  return (network == Network::Namespaces ? "10.77." : "127.77.") + end;
}

// So many after the name in a file of /proc, "Rss:    1234 kB".
std::uint64_t kilobytes(const std::string& text, const std::string& name) {
  const std::size_t at = text.find(name + ":");
  return at == std::string::npos ? 0 : std::stoull(text.substr(at + name.size() + 1));
}

std::string content(const fs::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

Line line_of(const std::string& text) {
  Line line;
  std::istringstream words(text);
  words >> line.time >> line.what;
  for (std::string word; words >> word;) line.words.push_back(word);
  return line;
}

}  // namespace

Network own_network() {
  const bool is_own = (unshare(CLONE_NEWNET) == 0 || (own_users() && unshare(CLONE_NEWNET) == 0)) &&
                      write_file("/proc/sys/net/ipv4/ip_forward", "1") &&
                      ip(std::string("link set lo up\naddr add ") + kRouter + "/32 dev lo\n");
  if (is_own) return Network::Namespaces;
  std::cerr << "no network namespaces here (" << std::strerror(errno)
            << "): nodes are addresses of loopback\n";
  return Network::Loopback;
}

std::string address(Network network) {
  return network == Network::Namespaces ? kRouter : "127.0.0.1";
}

Cost cost_of(pid_t process) {
  const fs::path folder = "/proc/" + std::to_string(process);
  const std::string memory = content(folder / "smaps_rollup");
  Cost cost;
  cost.memory = 1024 * (kilobytes(memory, "Private_Clean") + kilobytes(memory, "Private_Dirty"));
  cost.resident = 1024 * kilobytes(memory, "Rss");
  std::error_code error;
  for (const auto& task : fs::directory_iterator(folder / "task", error)) {
    std::uint64_t time = 0;
    std::istringstream(content(task.path() / "schedstat")) >> time;
    cost.processor += std::chrono::nanoseconds(time);
  }
  return cost;
}

Swarm::Swarm(const Options& options) : options_(options), port_(nodes::free_port()) {
  // A node that is gone is told by read().
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  nodes_.resize(options.nodes);
  for (unsigned i = 0; i < options.nodes; ++i) {
    nodes_[i].address = node_address(options.network, i);
    by_address_.emplace(nodes_[i].address, i);
    start(nodes_[i]);
  }
  join();
  unsigned ready = 0;
  const bool are_ready = listen([&](unsigned /*node*/, const Line& line) {
    return line.what == "ready" && ++ready == size();
  });
  if (!are_ready) throw std::runtime_error("the agents do not become ready");
}

Swarm::~Swarm() {
  for (Node& node : nodes_) kill(node.process, SIGKILL);
  for (Node& node : nodes_) end(node);
}

void Swarm::end(Node& node) const {
  kill(node.process, SIGKILL);
  waitpid(node.process, nullptr, 0);
  close(node.input);
  close(node.output);
}

// In a namespace it waits until it is joined to the others.
void Swarm::start(Node& node) {
  std::array<int, 2> input{};
  std::array<int, 2> output{};
  if (pipe2(input.data(), O_CLOEXEC) != 0 || pipe2(output.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("cannot make a pipe");
  }
  constexpr const char* joined =
      "read go && ip -batch - <<END && exec \"$@\"\n"
      "link set lo up\naddr add $ADDRESS/32 dev eth0\nlink set eth0 up\n"
      "route add default via $ROUTER dev eth0 onlink\nEND\n";
  std::vector<std::string> words;
  if (options_.network == Network::Namespaces) {
    words = {"/bin/sh", "-c", joined, "sh"};
  }
  const std::string ports = std::to_string(options_.imports_of_a_node);
  words.insert(words.end(), {DDB_SIMULATED_AGENT, node.address, options_.store_url,
                             options_.folder.string(), std::to_string(port_), ports});
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);

  const pid_t process = fork();
  if (process < 0) throw std::runtime_error("cannot start a process");
  if (process == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(input[0], STDIN_FILENO);
    dup2(output[1], STDOUT_FILENO);
    setenv("ADDRESS", node.address.c_str(), 1);
    setenv("ROUTER", kRouter, 1);
    const bool is_fine = options_.network == Network::Loopback || unshare(CLONE_NEWNET) == 0;
    static_cast<void>(!write(STDOUT_FILENO, "0 started\n", is_fine ? 10 : 0));
    if (is_fine) execv(arguments[0], arguments.data());
    _exit(127);
  }
  close(input[0]);
  close(output[1]);
  node.process = process;
  node.input = input[1];
  node.output = output[0];
  node.rest.clear();
}

// All that were started and wait, by one call of `ip`. They are joined by a router, as there is one
// table of neighbours for all namespaces: where each is a neighbour of each, it has no room for a
// hundred.
void Swarm::join() {
  if (options_.network == Network::Loopback) return;
  unsigned started = 0;
  const bool are_started = listen([&](unsigned /*node*/, const Line& line) {
    return line.what == "started" && ++started == size();
  });
  std::string commands;
  for (const Node& node : nodes_) {
    // The kernel removes what a swarm before this one had some time after it has ended: links have
    // names of their own, and the ways to its addresses may still be there.
    const std::string process = std::to_string(node.process);
    for (const std::string& piece :
         {"link add ddb" + process, " type veth peer name eth0 netns " + process,
          "\nlink set ddb" + process, " up\nroute replace " + node.address,
          " dev ddb" + process + "\n"}) {
      commands += piece;
    }
  }
  if (!are_started || !ip(commands)) throw std::runtime_error("the nodes can't be joined");
  for (unsigned i = 0; i < size(); ++i) tell(i, "go");
}

void Swarm::tell(unsigned node, const std::string& words) {
  const std::string line = words + "\n";
  static_cast<void>(!write(nodes_.at(node).input, line.data(), line.size()));
}

bool Swarm::listen(const std::function<bool(unsigned node, const Line&)>& is_enough,
                   milliseconds longest) {
  const auto end = std::chrono::steady_clock::now() + longest;
  for (;;) {
    for (std::size_t i = 0; i < heard_.size(); ++i) {
      const auto [node, line] = std::move(heard_[i]);
      if (!is_enough(node, line)) continue;
      heard_.erase(heard_.begin(), heard_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      return true;
    }
    heard_.clear();
    const auto left = std::chrono::ceil<milliseconds>(end - std::chrono::steady_clock::now());
    std::vector<pollfd> waiting;
    for (const Node& node : nodes_) waiting.push_back({node.output, POLLIN, 0});
    const auto time = static_cast<int>(std::max<std::int64_t>(left.count(), 0));
    if (poll(waiting.data(), waiting.size(), time) <= 0) return false;
    for (unsigned i = 0; i < size(); ++i) {
      if (waiting[i].revents == 0) continue;
      Node& node = nodes_[i];
      std::array<char, 65536> block{};
      const ssize_t count = read(node.output, block.data(), block.size());
      if (count <= 0) throw std::runtime_error("the node " + node.address + " has ended");
      node.rest.append(block.data(), static_cast<std::size_t>(count));
      for (std::size_t at = 0; (at = node.rest.find('\n')) != std::string::npos;) {
        heard_.emplace_back(i, line_of(node.rest.substr(0, at)));
        node.rest.erase(0, at + 1);
      }
    }
  }
}

std::vector<ddb::store::Key> ports_of(const Swarm& swarm, unsigned count) {
  std::vector<ddb::store::Key> keys;
  for (unsigned i = 0; i < count; ++i) {
    const unsigned provider = i % swarm.size();
    const unsigned number = i / swarm.size();
    const unsigned master = (provider + 1 + number % (swarm.size() - 1)) % swarm.size();
    keys.emplace_back(
        "bus-" + std::to_string(master), swarm.address_of(master), "usbip",
        swarm.address_of(provider),
        "1-" + std::to_string(number / 100 + 1) + "." + std::to_string(number % 100 + 1));
  }
  return keys;
}

}  // namespace swarm

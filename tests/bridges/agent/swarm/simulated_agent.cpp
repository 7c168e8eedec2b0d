// SPDX-License-Identifier: Apache-2.0
// A computer in a process: a whole agent over a real store and real sockets; the kernel is played.
//
//   simulated_agent ADDRESS STORE FOLDER TCP_PORT VHCI_PORTS
//
// Standard input: `plug PORT`, `unplug PORT`, `replug PORT`, `owns PORT` (which driver has its
// device), `imports` (how many), a line each; its end is the process's. Standard output, a line
// each: `TIME WHAT KEY ...`, TIME in ns of the steady clock, which all processes of a computer
// share.
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "nodes.hpp"

namespace {

using namespace ddb;

void say(std::string_view what, std::string_view rest) {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  std::string line = std::to_string(std::chrono::nanoseconds(now).count());
  line.append(" ").append(what).append(" ").append(rest).append("\n");
  // One write: whole lines come in their order.
  static_cast<void>(!write(STDOUT_FILENO, line.data(), line.size()));
}

// What happens to ports, and what went wrong.
class Told : public agent::Log {
 public:
  void write(agent::Level level, std::string_view event, std::string_view sentence,
             std::initializer_list<Field> fields) override {
    const bool is_change = event == "status" || event == "removed";
    if (!is_change && level > agent::Level::Warning && event != "lease_taken") return;
    std::string rest;
    for (const auto& [name, value] : fields) rest.append(value).append(" ");
    say(event, rest.append(sentence));
  }
};

class Words {
 public:
  explicit Words(fake::Kernel& kernel) : kernel_(kernel) {}

  // Whether there is more to come.
  bool take() {
    std::array<char, 4096> block{};
    const ssize_t count = read(STDIN_FILENO, block.data(), block.size());
    if (count <= 0) return false;
    text_.append(block.data(), static_cast<std::size_t>(count));
    for (std::size_t end = 0; (end = text_.find('\n')) != std::string::npos;) {
      obey(text_.substr(0, end));
      text_.erase(0, end + 1);
    }
    return true;
  }

 private:
  void obey(const std::string& line) {
    const std::string word = line.substr(0, line.find(' '));
    const std::string port = line.substr(line.find(' ') + 1);
    // The time of plugging is that before it.
    if (word == "unplug" || word == "replug") kernel_.unplug(port);
    if (word == "plug" || word == "replug") say("plugged", port);
    if (word == "plug" || word == "replug") kernel_.plug(port, {.serial = port});
    if (word == "unplug") say("unplugged", port);
    if (word == "owns") say("driver", port + " " + kernel_.driver_of(port));
    if (word == "imports") say("imports", std::to_string(kernel_.vhci().size()));
  }

  fake::Kernel& kernel_;
  std::string text_;
};

int run(char** words) {
  nodes::Node::Options options;
  options.address = words[1];
  options.store_url = words[2];
  options.run = std::filesystem::path(words[3]) / options.address;
  options.port = static_cast<std::uint16_t>(std::stoul(words[4]));
  fake::Kernel kernel;
  kernel.ports_of_a_kind = static_cast<unsigned>(std::stoul(words[5]));

  Told told;
  const auto store = store::open(options.store_url);
  const auto devices = nodes::devices_of(kernel);
  const auto usbip = agent::usbip_module(kernel, nodes::usbip_options(options));
  // As ddb-agent has them.
  agent::Settings settings;
  settings.node = options.address;
  settings.holder = options.address;
  agent::Agent agent(settings, *store, *devices, *usbip, told);
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return 1;
  Words input(kernel);
  agent.run(ends[0], [] { say("ready", ""); }, {{STDIN_FILENO, [&] {
                                                   if (!input.take()) close(ends[1]);
                                                 }}});
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  // A connection for each port, on both sides.
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  constexpr int words = 6;
  if (argc != words) return 2;
  try {
    return run(argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "simulated_agent: %s\n", error.what());
    return 1;
  }
}

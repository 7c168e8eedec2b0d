// SPDX-License-Identifier: Apache-2.0
#include "redis_server.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace ddb::store::test {

namespace {

struct Started {
  pid_t process = -1;
  int output = -1;
};

Started start_program(const std::vector<std::string>& words) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t process = fork();
  if (process == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(ends[1], STDOUT_FILENO);
    execvp(arguments[0], arguments.data());
    _exit(127);
  }
  close(ends[1]);
  if (process < 0) throw std::runtime_error("cannot start " + words.front());
  return {process, ends[0]};
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "ddb-store-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

int free_port() {
  const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const general = reinterpret_cast<sockaddr*>(&address);
  const bool is_bound =
      bind(descriptor, general, size) == 0 && getsockname(descriptor, general, &size) == 0;
  close(descriptor);
  if (!is_bound) throw std::runtime_error("there is no free port");
  return ntohs(address.sin_port);
}

std::string output_of(const std::vector<std::string>& words) {
  const Started started = start_program(words);
  std::string text;
  std::array<char, 4096> block{};
  for (;;) {
    const ssize_t count = read(started.output, block.data(), block.size());
    if (count <= 0) break;
    text.append(block.data(), static_cast<std::size_t>(count));
  }
  close(started.output);
  waitpid(started.process, nullptr, 0);
  if (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

RedisServer::RedisServer(std::vector<std::string> options) : options_(std::move(options)) {
  constexpr int kTries = 10;  // another program may have taken the port
  for (int i = 0; i < kTries; ++i) {
    port_ = free_port();
    if (try_to_start()) return;
  }
  throw std::runtime_error("redis-server does not start (Debian: apt install redis-server)");
}

RedisServer::~RedisServer() { kill(); }

void RedisServer::kill() {
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
  process_ = -1;
}

void RedisServer::start() {
  if (!try_to_start()) throw std::runtime_error("redis-server does not start again");
}

void RedisServer::forget() const {
  for (const auto& it : std::filesystem::directory_iterator(folder_.path())) {
    std::filesystem::remove_all(it.path());
  }
}

void RedisServer::pause() const {
  ::kill(process_, SIGSTOP);
  waitpid(process_, nullptr, WUNTRACED);
}

void RedisServer::resume() const { ::kill(process_, SIGCONT); }

std::string RedisServer::cli(const std::vector<std::string>& words) const {
  std::vector<std::string> all = {"redis-cli", "-p", std::to_string(port_)};
  all.insert(all.end(), words.begin(), words.end());
  return output_of(all);
}

long RedisServer::commands() const {
  std::istringstream lines(cli({"info", "commandstats"}));
  long count = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t calls = line.find("calls=");
    const bool is_ours = calls != std::string::npos && line.find("cmdstat_info") != 0;
    if (is_ours) count += std::stol(line.substr(calls + 6));
  }
  return count;
}

bool RedisServer::try_to_start() {
  std::vector<std::string> words = {"redis-server",
                                    "--port",
                                    std::to_string(port_),
                                    "--bind",
                                    "127.0.0.1",
                                    "--dir",
                                    folder_.path(),
                                    "--appendonly",
                                    "yes",
                                    "--save",
                                    "",
                                    "--enable-debug-command",
                                    "yes"};
  words.insert(words.end(), options_.begin(), options_.end());
  const Started started = start_program(words);
  process_ = started.process;
  std::string text;
  std::array<char, 4096> block{};
  while (text.find("Ready to accept connections") == std::string::npos) {
    pollfd waiting{started.output, POLLIN, 0};
    const ssize_t count =
        poll(&waiting, 1, 20000) == 1 ? read(started.output, block.data(), block.size()) : 0;
    if (count <= 0) {
      close(started.output);
      kill();
      return false;
    }
    text.append(block.data(), static_cast<std::size_t>(count));
  }
  // It goes on writing its log, to nobody.
  close(started.output);
  return true;
}

}  // namespace ddb::store::test

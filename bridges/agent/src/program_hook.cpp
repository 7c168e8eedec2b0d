// SPDX-License-Identifier: Apache-2.0
#include "ddb/agent/program_hook.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "ddb/usbip/socket.hpp"

namespace ddb::agent {

namespace {

using Clock = std::chrono::steady_clock;
using usbip::Socket;

// What a pipe takes without a reader (pipe(7)).
constexpr std::size_t kLongestQuestion = 65536;
constexpr std::size_t kMostOutput = 65536;
constexpr std::size_t kLongestReason = 300;

[[noreturn]] void failed(const std::string& what, int error = errno) {
  throw std::system_error(error, std::generic_category(), what);
}

struct Pipe {
  Socket reading;
  Socket writing;
};

Pipe new_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) failed("cannot make a pipe");
  return {Socket(ends[0]), Socket(ends[1])};
}

struct Actions {
  Actions() { posix_spawn_file_actions_init(&it); }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
  ~Actions() { posix_spawn_file_actions_destroy(&it); }
  posix_spawn_file_actions_t it{};
};

struct Attributes {
  Attributes() { posix_spawnattr_init(&it); }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  ~Attributes() { posix_spawnattr_destroy(&it); }
  posix_spawnattr_t it{};
};

pid_t start(const std::string& program, int input, int output) {
  Actions actions;
  posix_spawn_file_actions_addchdir_np(&actions.it, "/");
  // Input and output may be any numbers: 0 to 2 are open in a service, so neither is one of them.
  posix_spawn_file_actions_adddup2(&actions.it, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions.it, output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions.it, output, STDERR_FILENO);
  posix_spawn_file_actions_addclosefrom_np(&actions.it, STDERR_FILENO + 1);
  Attributes attributes;
  sigset_t none{};
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes.it, &none);
  // An agent ignores this one.
  sigset_t pipe{};
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes.it, &pipe);
  posix_spawnattr_setflags(&attributes.it,
                           POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
  std::string word = program;
  std::string path = "PATH=/usr/sbin:/usr/bin:/sbin:/bin";
  std::string language = "LANG=C.UTF-8";
  std::array<char*, 2> words = {word.data(), nullptr};
  std::array<char*, 3> environment = {path.data(), language.data(), nullptr};
  pid_t process = -1;
  const int error = posix_spawn(&process, program.c_str(), &actions.it, &attributes.it,
                                words.data(), environment.data());
  if (error != 0) failed("cannot run " + program, error);
  return process;
}

// A program that runs; killed, with its session's processes, and waited for at the end.
class Running {
 public:
  explicit Running(pid_t process)
      : process_(process), descriptor_(static_cast<int>(syscall(SYS_pidfd_open, process, 0))) {}
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() { end(); }

  int descriptor() const { return descriptor_.get(); }

  // Its status as wait(2) has it. While it is not waited for, its group's number is nobody else's.
  int end() {
    if (process_ < 0) return status_;
    kill(-process_, SIGKILL);
    kill(process_, SIGKILL);
    while (waitpid(process_, &status_, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    return status_;
  }

 private:
  pid_t process_;
  Socket descriptor_;
  int status_ = 0;
};

enum class End : std::uint8_t { Exited, TimeOver, TooMuch };

// Reads what is there; false: there is no more to come.
bool read_some(int descriptor, std::string& output) {
  std::array<char, 4096> block{};
  for (;;) {
    const ssize_t count = read(descriptor, block.data(), block.size());
    if (count > 0) output.append(block.data(), static_cast<std::size_t>(count));
    if (count > 0 && output.size() <= kMostOutput) continue;
    if (count < 0 && errno == EINTR) continue;
    return count > 0 || (count < 0 && errno == EAGAIN);
  }
}

End wait_for(const Running& program, int output_pipe, std::string& output,
             Clock::time_point deadline) {
  std::array<pollfd, 2> waiting = {pollfd{program.descriptor(), POLLIN, 0},
                                   pollfd{output_pipe, POLLIN, 0}};
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return End::TimeOver;
    if (poll(waiting.data(), waiting.size(), static_cast<int>(left)) < 0 && errno != EINTR) {
      failed("cannot wait for the hook");
    }
    if (waiting[1].revents != 0 && !read_some(output_pipe, output)) waiting[1].fd = -1;
    if (output.size() > kMostOutput) return End::TooMuch;
    if (waiting[0].revents != 0) {
      static_cast<void>(read_some(output_pipe, output));
      return End::Exited;
    }
  }
}

std::string reason_of(const std::string& output) {
  std::string line = output.substr(0, std::min(output.find('\n'), kLongestReason));
  std::replace_if(
      line.begin(), line.end(), [](unsigned char it) { return it < 0x20 || it == 0x7f; }, ' ');
  return line.empty() ? "" : ": " + line;
}

std::string ask(const ProgramHookOptions& options, const HookQuestion& question) {
  const std::string name = options.program.string();
  const std::string text = json_of(question);
  if (text.size() > kLongestQuestion) return "the device has too much to say for " + name;
  Pipe input = new_pipe();
  Pipe output = new_pipe();
  fcntl(output.reading.get(), F_SETFL, O_NONBLOCK);
  if (write(input.writing.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
    failed("cannot ask the hook");
  }
  input.writing = Socket();
  const auto deadline = Clock::now() + options.patience;
  Running program(start(name, input.reading.get(), output.writing.get()));
  if (program.descriptor() < 0) failed("cannot wait for the hook");
  output.writing = Socket();
  std::string said;
  switch (wait_for(program, output.reading.get(), said, deadline)) {
    case End::TimeOver:
      return name + " did not answer within " + std::to_string(options.patience.count()) + " ms";
    case End::TooMuch:
      return name + " wrote more than " + std::to_string(kMostOutput) + " bytes";
    case End::Exited:
      break;
  }
  const int status = program.end();
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return "";
  if (WIFSIGNALED(status)) {
    return name + " was ended by signal " + std::to_string(WTERMSIG(status)) + reason_of(said);
  }
  return name + " says no with status " + std::to_string(WEXITSTATUS(status)) + reason_of(said);
}

}  // namespace

std::string json_of(const HookQuestion& question) {
  const nlohmann::ordered_json all = {
      {"vendor", question.vendor},      {"product", question.product},
      {"serial", question.serial},      {"name", question.name},
      {"class", question.device_class}, {"interfaces", question.interfaces},
      {"port", question.port},          {"master", question.master},
      {"provider", question.provider}};
  return all.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

Hook program_hook(const ProgramHookOptions& options) {
  const std::string name = options.program.string();
  struct stat status {};
  if (!options.program.is_absolute()) {
    throw std::runtime_error("--authorize needs an absolute path, not '" + name + "'");
  }
  if (stat(name.c_str(), &status) != 0 || !S_ISREG(status.st_mode) ||
      access(name.c_str(), X_OK) != 0) {
    throw std::runtime_error("--authorize: " + name +
                             " is no program that can be run; see its path, and 'chmod 755' it");
  }
  if ((status.st_mode & 022U) != 0) {
    throw std::runtime_error("--authorize: others may write " + name + "; 'chmod 755' it");
  }
  if (status.st_uid != 0 && status.st_uid != geteuid()) {
    throw std::runtime_error("--authorize: " + name +
                             " is another user's, who may change it; 'chown root' it");
  }
  return [options](const HookQuestion& question) { return ask(options, question); };
}

}  // namespace ddb::agent

// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include "drawing.hpp"

namespace ddb::drawing {

namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

class End {
 public:
  explicit End(int number) : number_(number) {}
  End(const End&) = delete;
  End& operator=(const End&) = delete;
  ~End() { shut(); }
  int get() const { return number_; }
  void shut() {
    if (number_ >= 0) close(std::exchange(number_, -1));
  }

 private:
  int number_;
};

// A program that reads one end of a connection and writes to it. It is waited for.
class Program {
 public:
  Program(const std::array<const char*, 3>& words, int input_and_output) {
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input_and_output, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, input_and_output, STDOUT_FILENO);
    std::array<char*, 4> arguments{};
    for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = const_cast<char*>(words[i]);
    failure_ = posix_spawnp(&process_, words[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program() { wait(); }

  int failure() const { return failure_; }
  // The exit status; -1 if it did not end by itself.
  int wait() {
    if (failure_ != 0 || process_ <= 0) return -1;
    int status = 0;
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t process_ = -1;
  int failure_ = 0;
};

// Writes all of the text and reads the answer to its end, whichever can be done.
std::string exchange(int connection, std::string_view text) {
  std::string answer;
  std::array<char, 65536> block{};
  for (;;) {
    pollfd waiting{connection, POLLIN, 0};
    if (!text.empty()) waiting.events |= POLLOUT;
    if (poll(&waiting, 1, -1) < 0) {
      if (errno == EINTR) continue;
      fail("cannot wait for dot");
    }
    if ((waiting.revents & POLLOUT) != 0 && !text.empty()) {
      const ssize_t count = send(connection, text.data(), text.size(), MSG_NOSIGNAL);
      // One that has ended reads no more; its exit status says why.
      text.remove_prefix(count > 0 ? static_cast<std::size_t>(count)
                                   : (errno == EAGAIN || errno == EINTR ? 0 : text.size()));
      if (text.empty()) shutdown(connection, SHUT_WR);
    }
    if ((waiting.revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
    const ssize_t count = recv(connection, block.data(), block.size(), 0);
    if (count > 0) answer.append(block.data(), static_cast<std::size_t>(count));
    if (count == 0) return answer;
    if (count < 0 && errno != EAGAIN && errno != EINTR) return answer;
  }
}

}  // namespace

std::string to_svg(std::string_view dot) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    fail("cannot talk to dot");
  }
  End ours(ends[0]);
  End theirs(ends[1]);
  fcntl(ours.get(), F_SETFL, O_NONBLOCK);
  Program program({"dot", "-Tsvg", nullptr}, theirs.get());
  theirs.shut();
  if (program.failure() == ENOENT) {
    throw LayoutError(
        "Graphviz' program 'dot', which lays pictures out, is not installed (Debian: "
        "apt install graphviz); '--graph dot' needs it not");
  }
  if (program.failure() != 0) {
    throw LayoutError("cannot start Graphviz' program 'dot': " +
                      std::generic_category().message(program.failure()));
  }
  std::string picture = exchange(ours.get(), dot);
  ours.shut();
  if (program.wait() != 0) {
    throw LayoutError("Graphviz' program 'dot' could not lay the picture out");
  }
  return picture;
}

}  // namespace ddb::drawing

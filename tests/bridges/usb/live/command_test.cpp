// SPDX-License-Identifier: Apache-2.0
// ddb-usb on devices that umockdev plays: the program finds them by the environment of this one.
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>

#include "bed.hpp"

namespace {

using bed::Bed;
using bed::Socket;

// ddb-usb, running. What it prints is read by lines.
class Program {
 public:
  explicit Program(std::array<const char*, 4> words) {
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    process_ = fork();
    REQUIRE(process_ >= 0);
    if (process_ == 0) {
      dup2(ends[1], STDOUT_FILENO);
      close(ends[0]);
      close(ends[1]);
      execl(DDB_USB, "ddb-usb", words[0], words[1], words[2], words[3], nullptr);
      _exit(127);
    }
    close(ends[1]);
    output_ = ends[0];
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program() {
    if (process_ > 0) stop();
    close(output_);
  }

  // The next line, without its end; empty if none comes within ten seconds.
  std::string line() {
    for (;;) {
      const std::size_t end = read_.find('\n');
      if (end != std::string::npos) {
        std::string found = read_.substr(0, end);
        read_.erase(0, end + 1);
        keep(found);
        return found;
      }
      pollfd waiting{output_, POLLIN, 0};
      std::array<char, 4096> block{};
      if (poll(&waiting, 1, 10000) != 1) return "";
      const ssize_t count = read(output_, block.data(), block.size());
      if (count <= 0) return "";
      read_.append(block.data(), static_cast<std::size_t>(count));
    }
  }
  int stop() {
    kill(process_, SIGTERM);
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  // For a test of what is printed, which reads this file.
  static void keep(const std::string& line) {
    const char* const file = std::getenv("DDB_KEPT_LINES");
    if (file == nullptr || !line.starts_with('{')) return;
    std::ofstream(file, std::ios::app) << line << '\n';
  }

  pid_t process_ = -1;
  int output_ = -1;
  std::string read_;
};

corpus::Entry sound_card() {
  for (corpus::Entry& entry : corpus::entries()) {
    if (entry.name.ends_with("/usb-audio")) return std::move(entry);
  }
  FAIL("the recording of QEMU's sound card is missing");
  return {};
}

}  // namespace

TEST_CASE("ddb-usb tells of devices that come and go", "[mockdev][command]") {
  if (!bed::is_there()) return;
  const corpus::Entry entry = sound_card();
  const Socket first{1, "1", 2};
  const Socket second{1, "2", 3};
  Bed bed;
  bed.plug(entry, first);
  Program watch({"watch", "--json", nullptr, nullptr});
  const auto begins = [&](const std::string& text) {
    const std::string line = watch.line();
    INFO(line);
    CHECK(line.rfind(text, 0) == 0);
  };
  // It listens when it has told who is there.
  begins(R"({"event": "arrived", "port": "1-1")");
  bed.plug(entry, second);
  begins(R"({"event": "arrived", "port": "1-2")");
  bed.unplug(entry, first);
  std::string line = watch.line();
  // What hangs on a device may be seen after the device.
  while (line.find(R"("changed")") != std::string::npos) line = watch.line();
  CHECK(line.rfind(R"({"event": "departed", "port": "1-1")", 0) == 0);
  CHECK(watch.stop() == 0);
}

TEST_CASE("ddb-usb lists and describes what is plugged in", "[mockdev][command]") {
  if (!bed::is_there()) return;
  const corpus::Entry entry = sound_card();
  Bed bed;
  bed.plug(entry, {1, "3", 2});
  Program list({"list", nullptr, nullptr, nullptr});
  CHECK(list.line().rfind("PORT", 0) == 0);
  const std::string line = list.line();
  INFO(line);
  CHECK(line.rfind("1-3", 0) == 0);
  CHECK(line.find("audio playback") != std::string::npos);
  Program describe({"describe", "--derived", "1-3", nullptr});
  CHECK(describe.line().rfind("device(usb_46f4_0002", 0) == 0);
}

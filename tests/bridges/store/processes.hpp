// SPDX-License-Identifier: Apache-2.0
// Other processes that work with a store of a test.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <exception>
#include <functional>
#include <string>
#include <vector>

namespace ddb::store::test {

// Processes that do the work all at once, when they are told. They are made before a store is open
// here: a process that is made while another thread holds a lock of SQLite's waits for it for ever.
class Processes {
 public:
  Processes(int count, const std::function<int(int)>& work) {
    REQUIRE(pipe(gate_.data()) == 0);
    for (int i = 0; i < count; ++i) {
      const pid_t process = fork();
      if (process == 0) {
        char byte = 0;
        static_cast<void>(read(gate_[0], &byte, 1) + 0);
        int result = 255;
        try {
          result = work(i);
        } catch (const std::exception& error) {
          fprintf(stderr, "%s\n", error.what());
        }
        _exit(result);
      }
      processes_.push_back(process);
    }
  }
  ~Processes() {
    if (!processes_.empty()) results();
    for (const int end : gate_) close(end);
  }
  Processes(const Processes&) = delete;
  Processes& operator=(const Processes&) = delete;

  // Lets them go, once; gives what each returned (0 to 255), or -1.
  std::vector<int> results() {
    const std::string bytes(processes_.size(), '+');
    REQUIRE(write(gate_[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    std::vector<int> results;
    for (const pid_t process : processes_) {
      int status = 0;
      waitpid(process, &status, 0);
      results.push_back(WIFEXITED(status) ? WEXITSTATUS(status) : -1);
    }
    processes_.clear();
    return results;
  }

 private:
  std::array<int, 2> gate_{};
  std::vector<pid_t> processes_;
};

}  // namespace ddb::store::test

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_BENCHMARKS_MACHINE_HPP
#define DDB_BENCHMARKS_MACHINE_HPP

#include <sys/utsname.h>

#include <fstream>
#include <string>
#include <thread>

/// Where figures were taken: processor, how many, system.
inline std::string machine() {
  utsname system{};
  uname(&system);
  std::string cpu = "unknown processor";
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    if (line.rfind("model name", 0) == 0) {
      cpu = line.substr(line.find(':') + 2);
      break;
    }
  }
  return cpu + ", " + std::to_string(std::thread::hardware_concurrency()) + " threads, " +
         system.sysname + " " + system.release;
}

#endif  // DDB_BENCHMARKS_MACHINE_HPP

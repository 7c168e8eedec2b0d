// SPDX-License-Identifier: Apache-2.0
#include "ddb/agent/log.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "ddb/usbip/socket.hpp"

using ddb::agent::JsonLog;
using ddb::agent::Level;
using ddb::usbip::Socket;

namespace {

struct Ends {
  explicit Ends(const std::array<int, 2>& pair) : reads(pair[0]), writes(pair[1]) {}
  Socket reads;
  Socket writes;
};

Ends pipe_ends() {
  std::array<int, 2> pair{};
  REQUIRE(pipe(pair.data()) == 0);
  return Ends(pair);
}

Ends socket_ends() {
  std::array<int, 2> pair{};
  REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, pair.data()) == 0);
  return Ends(pair);
}

std::vector<nlohmann::json> lines_at(int descriptor) {
  std::string text;
  std::array<char, 65536> bytes{};
  for (pollfd ready{descriptor, POLLIN, 0}; poll(&ready, 1, 0) == 1;) {
    const ssize_t got = read(descriptor, bytes.data(), bytes.size());
    REQUIRE(got > 0);
    text.append(bytes.data(), static_cast<std::size_t>(got));
  }
  std::vector<nlohmann::json> lines;
  std::istringstream all(text);
  for (std::string line; std::getline(all, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

// Far more is said than there is room for: each line has come or is counted.
void check_nothing_waits(const Ends& ends) {
  JsonLog log(Level::Info, ends.writes.get());
  constexpr std::size_t kLines = 20000;
  for (std::size_t i = 0; i < kLines; ++i) {
    log.write(Level::Info, "tested", "a line", {{"number", std::to_string(i)}});
  }
  const auto come = lines_at(ends.reads.get());
  CHECK(come.size() > 100);
  REQUIRE(come.size() < kLines);
  for (std::size_t i = 0; i < come.size(); ++i) {
    REQUIRE(come[i].at("number") == std::to_string(i));
  }
  log.write(Level::Info, "tested", "the last one");
  log.write(Level::Info, "tested", "one more");
  const auto last = lines_at(ends.reads.get());
  REQUIRE(last.size() == 3);
  CHECK(last[0].at("event") == "log_lost");
  CHECK(last[0].at("level") == "warning");
  CHECK(last[0].at("lines") == std::to_string(kLines - come.size()));
  CHECK(last[1].at("message") == "the last one");
}

}  // namespace

TEST_CASE("a log that nobody reads holds up nobody: a pipe", "[log]") {
  check_nothing_waits(pipe_ends());
}

TEST_CASE("a log that nobody reads holds up nobody: a socket, as the journal's", "[log]") {
  check_nothing_waits(socket_ends());
}

TEST_CASE("a line has its fields, and those below the level are not written", "[log]") {
  const Ends ends = pipe_ends();
  JsonLog log(Level::Notice, ends.writes.get());
  log.write(Level::Info, "quiet", "not this one");
  log.write(Level::Notice, "plugged", "a device \xff came\n", {{"port", "1-1"}, {"serial", ""}});
  const auto lines = lines_at(ends.reads.get());
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].at("event") == "plugged");
  CHECK(lines[0].at("level") == "notice");
  CHECK(lines[0].at("message") == "a device \xEF\xBF\xBD came\n");
  CHECK(lines[0].at("port") == "1-1");
  CHECK_FALSE(lines[0].contains("serial"));
  CHECK(lines[0].at("time").get<std::string>().size() == 24);
}

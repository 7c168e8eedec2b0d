// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <clocale>
#include <fstream>
#include <memory>
#include <string>

#include "world.hpp"

namespace {

std::string status_line(const std::string& key) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(key)) return line;
  }
  return "";
}

void match_once() {
  ddb::Session session = world::session();
  const ddb::LoadReport report = world::load(session);
  for (const ddb::Diagnostic& diagnostic : report.diagnostics) UNSCOPED_INFO(diagnostic.str());
  REQUIRE(report.loaded);
  session.replay(world::kConnect);
  session.replay(world::kCreate);
  REQUIRE(session.transactions().size() == 1);
  CHECK(session.transactions().front().match_factor == ddb::Rational(7, 2));
  CHECK(session.states().front().value == "48*kilohertz");
}

}  // namespace

TEST_CASE("the locale of the process stays", "[locale]") {
  REQUIRE(std::setlocale(LC_ALL, "C") != nullptr);
  match_once();
  CHECK(std::string(std::setlocale(LC_ALL, nullptr)) == "C");
}

TEST_CASE("no signal handler is installed and no signal blocked", "[signals]") {
  const std::string caught = status_line("SigCgt:");
  const std::string blocked = status_line("SigBlk:");
  const std::string ignored = status_line("SigIgn:");
  REQUIRE_FALSE(caught.empty());
  match_once();
  CHECK(status_line("SigCgt:") == caught);
  CHECK(status_line("SigBlk:") == blocked);
  CHECK(status_line("SigIgn:") == ignored);
}

TEST_CASE("a process that never uses the engine does not start it", "[unused]") {
  CHECK(status_line("Threads:") == "Threads:\t1");
}

namespace {

// Destroyed after main() and after the end of the main thread's attachment.
std::unique_ptr<ddb::Session> late_session;

}  // namespace

TEST_CASE("a session may outlive main", "[destruction]") {
  late_session = std::make_unique<ddb::Session>(world::session());
  REQUIRE(world::load(*late_session).loaded);
}

// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <clocale>
#include <cstdint>
#include <fstream>
#include <memory>
#include <string>

#include "world.hpp"

namespace {

std::string status_value(const std::string& key) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(key)) return line.substr(line.find('\t') + 1);
  }
  FAIL("no " << key << " in /proc/self/status");
  return "";
}

// A set of signals, without 32 and 33: the C library takes them when the first thread is made.
std::uint64_t signals(const std::string& key) {
  return std::stoull(status_value(key), nullptr, 16) & ~(std::uint64_t{3} << 31U);
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
  CHECK(session.states().front().value.str() == "48*kilohertz");
}

}  // namespace

TEST_CASE("the locale of the process stays", "[locale]") {
  REQUIRE(std::setlocale(LC_ALL, "C") != nullptr);
  match_once();
  CHECK(std::string(std::setlocale(LC_ALL, nullptr)) == "C");
}

TEST_CASE("no signal handler is installed and no signal blocked", "[signals]") {
  const std::uint64_t caught = signals("SigCgt:");
  const std::uint64_t blocked = signals("SigBlk:");
  const std::uint64_t ignored = signals("SigIgn:");
  match_once();
  CHECK(signals("SigCgt:") == caught);
  CHECK(signals("SigBlk:") == blocked);
  CHECK(signals("SigIgn:") == ignored);
}

// The sanitizers keep what was freed to look at it, and have memory of their own.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

TEST_CASE("what a large call took is given back", "[memory]") {
  const auto resident_kilobytes = [] { return std::stol(status_value("VmRSS:")); };
  match_once();
  const long before = resident_kilobytes();
  constexpr std::size_t kDeep = 499990;
  std::string text = "device(d, ";
  for (std::size_t i = 0; i < kDeep; ++i) text += "f(";
  text += "x" + std::string(kDeep, ')') + ").";
  for (int i = 0; i < 3; ++i) {
    ddb::Session session = world::session();
    CHECK_FALSE(session.load({ddb::Source::text(ddb::SourceName("deep.pl"), text)}).loaded);
    // The stacks are given back after the answer, before the next call.
    CHECK(session.outlets().empty());
  }
  CHECK(std::stol(status_value("VmHWM:")) - before > 200'000);
  // 32 MiB of the stacks of Prolog, 1 MiB of the C stack, and what malloc keeps.
  CHECK(resident_kilobytes() - before < 140'000);
}

#endif

TEST_CASE("a process that never uses the engine does not start it", "[unused]") {
  CHECK(status_value("Threads:") == "1");
}

namespace {

// Destroyed after main() and after the end of the main thread's attachment.
std::unique_ptr<ddb::Session> late_session;

}  // namespace

TEST_CASE("a session may outlive main", "[destruction]") {
  late_session = std::make_unique<ddb::Session>(world::session());
  REQUIRE(world::load(*late_session).loaded);
}

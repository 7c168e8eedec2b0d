// SPDX-License-Identifier: Apache-2.0
#include "ddb/agent/program_hook.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>
#include <vector>

#include "ddb/agent/usbip_module.hpp"
#include "ddb/usbip/server.hpp"
#include "hook_runner.hpp"
#include "nodes.hpp"

using namespace ddb::agent;
using std::chrono::milliseconds;
namespace fs = std::filesystem;

namespace {

HookQuestion question() {
  return {"0781",       "5581",  "4C530001",  "Ultra",    "00",
          {"08:06:50"}, "1-3.2", "192.0.2.1", "192.0.2.2"};
}

std::string content(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

struct Program {
  nodes::Folder folder;
  fs::path path = folder.path() / "authorize";

  explicit Program(const std::string& script) {
    std::ofstream(path) << "#!/bin/sh\n" << script << "\n";
    chmod(path.c_str(), 0755);
  }
  std::string ask(milliseconds patience = milliseconds(10000),
                  const HookQuestion& its = question()) const {
    return program_hook({path, patience})(its);
  }
};

}  // namespace

TEST_CASE("the question of a hook is the schema's example", "[hook]") {
  const auto schema = nlohmann::json::parse(content(DDB_AGENT_SCHEMA));
  CHECK(nlohmann::json::parse(json_of(question())) == schema.at("examples").at(0));
  HookQuestion hostile = question();
  hostile.serial = "a\xFF\"\n}";
  const auto read = nlohmann::json::parse(json_of(hostile));
  CHECK(read.at("serial") == "a\xEF\xBF\xBD\"\n}");
}

TEST_CASE("exit status 0 says yes, all else no, with its first line as the reason", "[hook]") {
  CHECK(Program("cat >/dev/null; exit 0").ask().empty());
  // Who does not read the question may answer all the same.
  CHECK(Program("exit 0").ask().empty());
  const Program program("echo storage stays here; echo more; exit 3");
  CHECK(program.ask() == program.path.string() + " says no with status 3: storage stays here");
  CHECK_THAT(Program("printf 'a\\033[2Jb'; exit 1").ask(), Catch::EndsWith(": a [2Jb"));
}

TEST_CASE("a hook that hangs, floods or dies says no, in time", "[hook]") {
  const auto begin = std::chrono::steady_clock::now();
  CHECK_THAT(Program("exec sleep 1000").ask(milliseconds(100)),
             Catch::Contains("did not answer within 100 ms"));
  CHECK_THAT(Program("exec yes").ask(), Catch::Contains("wrote more than 65536 bytes"));
  CHECK_THAT(Program("kill -SEGV $$").ask(), Catch::Contains("was ended by signal 11"));
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(8));
}

TEST_CASE("what a hook has started ends with it", "[hook]") {
  const Program program("sleep 1000 & echo $! >\"${0%/*}/child\"; exit 0");
  CHECK(program.ask().empty());
  const pid_t child = std::stoi(content(program.folder.path() / "child"));
  // Its new parent may not have buried it yet.
  CHECK(nodes::until([&] {
    if (kill(child, 0) != 0) return true;
    const std::string stat = content("/proc/" + std::to_string(child) + "/stat");
    return stat.empty() || stat.find(") Z ") != std::string::npos;
  }));
}

TEST_CASE("a hook has its question, two variables, and nothing of ours", "[hook]") {
  const Program program(
      "cd \"${0%/*}\"; cat >question; env | sort >environment; ls /proc/self/fd >descriptors; "
      "grep Sig /proc/self/status >signals");
  // One that is not closed at exec, as a library may leave.
  const ddb::usbip::Socket leak(open("/dev/null", O_RDONLY));
  REQUIRE(leak.get() > 2);
  setenv("DDB_SECRET", "secret", 1);
  // As the command does.
  const auto before = signal(SIGPIPE, SIG_IGN);
  CHECK(program.ask().empty());
  signal(SIGPIPE, before);
  const fs::path folder = program.folder.path();
  CHECK(content(folder / "question") == json_of(question()));
  const std::string environment = content(folder / "environment");
  CHECK(environment.find("secret") == std::string::npos);
  CHECK(environment.find("LANG=C.UTF-8\n") != std::string::npos);
  CHECK(environment.find("PATH=/usr/sbin:/usr/bin:/sbin:/bin\n") != std::string::npos);
  // The last is the folder that 'ls' reads.
  CHECK(content(folder / "descriptors") == "0\n1\n2\n3\n");
  const std::string signals = content(folder / "signals");
  CHECK_THAT(signals, Catch::Contains("SigBlk:\t0000000000000000"));
  const std::size_t ignored = signals.find("SigIgn:") + 8;
  CHECK((std::stoull(signals.substr(ignored, 16), nullptr, 16) & (1ULL << (SIGPIPE - 1))) == 0);
}

TEST_CASE("many may ask at once", "[hook]") {
  const Program program("read question; exit 0");
  const Hook hook = program_hook({program.path, milliseconds(20000)});
  std::vector<std::thread> threads;
  threads.reserve(8);
  std::vector<std::string> answers(8, "none");
  for (std::string& answer : answers) {
    threads.emplace_back([&] { answer = hook(question()); });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(answers == std::vector<std::string>(8));
}

TEST_CASE("who comes a thousand times with the same question has it asked once", "[hook]") {
  std::atomic<int> asked{0};
  std::atomic<bool> may_answer{false};
  HookRunner runner([&](const HookQuestion& it) -> std::string {
    ++asked;
    nodes::until([&] { return may_answer.load(); });
    return it.port;
  });
  const auto first = runner.ask(question());
  for (int i = 0; i < 1000; ++i) CHECK(runner.ask(question()) == first);
  HookQuestion other = question();
  other.port = "1-4";
  const auto second = runner.ask(other);
  CHECK_FALSE(first->answer());
  may_answer = true;
  REQUIRE(nodes::until([&] { return first->answer() && second->answer(); }));
  CHECK(first->answer() == "1-3.2");
  CHECK(second->answer() == "1-4");
  CHECK(asked == 2);
  // An answer is of use once.
  CHECK(runner.ask(question()) != first);
  CHECK(nodes::until([&] { return asked == 3; }));
}

TEST_CASE("a hook has the time that it is told, and both sides wait for it", "[hook]") {
  CHECK(ProgramHookOptions().patience == milliseconds(5000));
  CHECK(ddb::usbip::ServerOptions().answer_patience > ProgramHookOptions().patience);
  CHECK(UsbipOptions().answer_patience > ddb::usbip::ServerOptions().answer_patience);
}

TEST_CASE("what is no program, or others may write, is no hook", "[hook]") {
  CHECK_THROWS_WITH(program_hook({"authorize", milliseconds(1)}), Catch::Contains("absolute path"));
  const Program program("exit 0");
  CHECK_THROWS_WITH(program_hook({program.folder.path() / "none", milliseconds(1)}),
                    Catch::Contains("no program that can be run"));
  chmod(program.path.c_str(), 0775);
  CHECK_THROWS_WITH(program_hook({program.path, milliseconds(1)}),
                    Catch::Contains("others may write"));
  chmod(program.path.c_str(), 0644);
  CHECK_THROWS_WITH(program_hook({program.path, milliseconds(1)}), Catch::Contains("chmod 755"));
  chmod(program.path.c_str(), 0755);
  CHECK_NOTHROW(program_hook({program.path, milliseconds(1)}));
  constexpr uid_t somebody = 65534;
  if (chown(program.path.c_str(), somebody, static_cast<gid_t>(-1)) != 0) {
    WARN("only root can give a file away");
    return;
  }
  CHECK_THROWS_WITH(program_hook({program.path, milliseconds(1)}), Catch::Contains("chown root"));
}

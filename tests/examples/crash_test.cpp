// SPDX-License-Identifier: Apache-2.0
// examples/service/durable_service.cpp, killed with SIGKILL at random moments: the file and the
// restarted service have exactly the state after the last event that was answered, or after the
// one that was being served. DDB_KILLS in the environment says how many kills, DDB_SEED which.
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ddb/engine.hpp"

namespace {

using std::chrono::microseconds;
using std::chrono::steady_clock;

constexpr microseconds kPatience = std::chrono::seconds(60);

std::vector<std::string> descriptions() {
  std::vector<std::string> files;
  for (const char* name : {"audiophile", "imic2", "us224", "requester", "requester2"}) {
    files.push_back((std::filesystem::path(DDB_WORLD) / name).concat(".pl").string());
  }
  return files;
}

std::optional<std::string> content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

/// The running service, killed with the object.
class Service {
 public:
  /// @param crash_at which call that changes files is its last; 0 = none (crash_at.cpp)
  explicit Service(const std::filesystem::path& state, [[maybe_unused]] int crash_at = 0) {
    std::vector<std::string> words = {DDB_SERVICE, state.string()};
    for (std::string& file : descriptions()) words.push_back(std::move(file));
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0) std::abort();
    process_ = fork();
    if (process_ == 0) {
      dup2(in[0], STDIN_FILENO);
      dup2(out[1], STDOUT_FILENO);
#ifdef DDB_CRASH_AT_LIBRARY
      if (crash_at != 0) {
        setenv("LD_PRELOAD", DDB_CRASH_AT_LIBRARY, 1);
        setenv("DDB_CRASH_AT", std::to_string(crash_at).c_str(), 1);
      }
#endif
      execv(argv[0], argv.data());
      _exit(127);
    }
    close(in[0]);
    close(out[1]);
    to_ = in[1];
    from_ = out[0];
  }
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;
  ~Service() {
    end();
    close(to_);
    close(from_);
  }

  /// Kills it. Whether its answer was complete before that.
  bool end() {
    if (process_ == 0) return false;
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    process_ = 0;
    std::array<char, 4096> block{};
    for (ssize_t count = 0; (count = read(from_, block.data(), block.size())) > 0;) {
      said_.append(block.data(), static_cast<std::size_t>(count));
    }
    return ended();
  }

  void send(const std::string& line) const {
    const std::string text = line + "\n";
    REQUIRE(write(to_, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
  }

  /// Whether the service has said the last line of an answer, waiting so long for it; not if it has
  /// ended.
  bool answers(microseconds patience) {
    const auto end = steady_clock::now() + patience;
    while (!ended()) {
      const auto left = std::chrono::duration_cast<std::chrono::nanoseconds>(
          std::max(end - steady_clock::now(), steady_clock::duration::zero()));
      const timespec time{left.count() / 1'000'000'000, left.count() % 1'000'000'000};
      pollfd wait{from_, POLLIN, 0};
      if (ppoll(&wait, 1, &time, nullptr) == 0) return false;
      std::array<char, 4096> block{};
      const ssize_t count = read(from_, block.data(), block.size());
      if (count <= 0) return false;
      said_.append(block.data(), static_cast<std::size_t>(count));
    }
    said_.clear();
    return true;
  }

 private:
  bool ended() const {
    return said_.ends_with("ready\n") || said_.ends_with("done\n") ||
           (said_.ends_with("\n") && said_.starts_with("refused"));
  }

  pid_t process_;
  int to_;
  int from_;
  std::string said_;
};

/// Chooses events that can happen, and now and then one that cannot.
class World {
 public:
  explicit World(unsigned seed) : random_(seed) {}

  struct Chosen {
    ddb::Event event;
    std::string line;
  };

  Chosen choose() {
    using namespace ddb;
    const std::string system = "system_" + std::to_string(pick(3));
    switch (pick(8)) {
      case 0:
        return {SystemConnect{SystemName(system)}, "system_connect " + system};
      case 1:
        return {SystemDisconnect{SystemName(system)}, "system_disconnect " + system};
      case 2:
      case 3:
      case 4: {
        const std::string device = "device_" + std::to_string(pick(5));
        if (devices_.contains(device)) {
          return {DeviceDisconnect{DeviceName(device)}, "device_disconnect " + device};
        }
        const std::string spec = std::array{"imic2", "us224", "audiophile"}.at(pick(3));
        return {DeviceConnect{SystemName(system), DeviceName(device), DeviceSpecName(spec)},
                "device_connect " + system + " " + device + " " + spec};
      }
      default: {
        const std::string requester = "requester_" + std::to_string(pick(4));
        if (requesters_.contains(requester)) {
          return {RequesterCancel{RequesterName(requester)}, "requester_cancel " + requester};
        }
        const std::string spec = std::array{"requester", "requester2"}.at(pick(2));
        return {
            RequesterCreate{SystemName(system), RequesterName(requester), RequesterSpecName(spec)},
            "requester_create " + system + " " + requester + " " + spec};
      }
    }
  }

  void happened(const ddb::Event& event) {
    using namespace ddb;
    if (const auto* connect = std::get_if<DeviceConnect>(&event)) {
      devices_.insert(connect->device.str());
    } else if (const auto* disconnect = std::get_if<DeviceDisconnect>(&event)) {
      devices_.erase(disconnect->device.str());
    } else if (const auto* create = std::get_if<RequesterCreate>(&event)) {
      requesters_.insert(create->requester.str());
    } else if (const auto* cancel = std::get_if<RequesterCancel>(&event)) {
      requesters_.erase(cancel->requester.str());
    }
  }

  unsigned pick(unsigned count) { return std::uniform_int_distribution(0U, count - 1)(random_); }

 private:
  std::mt19937 random_;
  std::set<std::string> devices_;
  std::set<std::string> requesters_;
};

/// What the service should be, without ever having been killed.
class Model {
 public:
  Model() : session_(ddb::Engine().open()) {
    std::vector<ddb::Source> sources;
    for (const std::string& file : descriptions()) sources.push_back(ddb::Source::file(file));
    REQUIRE(session_.load(sources).loaded);
    snapshot_ = session_.snapshot();
  }

  const std::string& snapshot() const { return snapshot_; }

  Model copy() const { return Model(ddb::Engine().restore(snapshot_)); }

  /// Whether the event can happen; then it has.
  bool happens(const ddb::Event& event) {
    try {
      session_.replay(event);
    } catch (const ddb::Error& error) {
      REQUIRE(error.code() == ddb::ErrorCode::Conflict);
      return false;
    }
    snapshot_ = session_.snapshot();
    return true;
  }

 private:
  explicit Model(ddb::Session session)
      : session_(std::move(session)), snapshot_(session_.snapshot()) {}

  ddb::Session session_;
  std::string snapshot_;
};

/// A folder of its own, removed with the object.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "ddb_crash_XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

microseconds since(steady_clock::time_point begin) {
  return std::chrono::duration_cast<microseconds>(steady_clock::now() - begin);
}

unsigned from_environment(const char* name, unsigned otherwise) {
  const char* const text = std::getenv(name);
  return text == nullptr ? otherwise : static_cast<unsigned>(std::strtoul(text, nullptr, 10));
}

}  // namespace

TEST_CASE("killed at any moment, a service comes back with the last state", "[crash]") {
  const unsigned kills = from_environment("DDB_KILLS", 50);
  const unsigned seed = from_environment("DDB_SEED", std::random_device{}());
  CAPTURE(seed);
  World world(seed);
  Model model;
  const Folder folder;
  const std::filesystem::path state = folder.path() / "state.json";
  std::map<std::string, unsigned> met;
  const auto moment = [&](microseconds usual) {
    return microseconds(world.pick(static_cast<unsigned>(usual.count())));
  };
  microseconds usual_start{100'000};
  microseconds usual_event{10'000};
  bool was_ready = false;

  for (unsigned kill = 0; kill < kills;) {
    CAPTURE(kill);
    Service service(state);
    const auto next_file = [&] { return std::filesystem::exists(state.string() + ".next"); };
    // One kill in eight is while it starts.
    const auto begin = steady_clock::now();
    const bool early = world.pick(8) == 0;
    const bool ready = service.answers(early ? moment(usual_start) : kPatience);
    if (!ready) {
      REQUIRE(early);
      service.end();
      ++kill;
      ++met["while it starts"];
      // The first start of all may not have come to its file.
      if (was_ready || std::filesystem::exists(state)) {
        REQUIRE(content(state) == model.snapshot());
      }
      continue;
    }
    was_ready = true;
    if (!early) usual_start = (7 * usual_start + since(begin)) / 8;

    for (bool alive = true; alive && kill < kills;) {
      REQUIRE(content(state) == model.snapshot());
      const World::Chosen chosen = world.choose();
      CAPTURE(chosen.line);
      const bool shot = world.pick(4) == 0;
      const auto sent = steady_clock::now();
      service.send(chosen.line);
      bool answered = service.answers(shot ? moment(usual_event) : kPatience);
      if (!shot) {
        REQUIRE(answered);
        usual_event = (7 * usual_event + since(sent)) / 8;
      } else {
        const bool was_answered = answered;
        answered = service.end() || answered;
        alive = false;
        ++kill;
        const bool same = content(state) == model.snapshot();
        ++met[was_answered || answered ? "after the answer"
              : next_file()            ? "while it writes"
              : same                   ? "before the file changes"
                                       : "after the file has changed"];
        if (!answered && same) continue;  // the event has not happened
      }
      if (model.happens(chosen.event)) world.happened(chosen.event);
      REQUIRE(content(state) == model.snapshot());
    }
  }
  std::cout << "seed " << seed << ", killed";
  for (const auto& [when, count] : met) std::cout << " " << count << " times " << when << ",";
  std::cout << " in all " << kills << "\n";
  CHECK(was_ready);
}

#ifdef DDB_CRASH_AT_LIBRARY
TEST_CASE("killed at each call that changes a file, a service comes back", "[crash]") {
  World world(1);
  Model model;
  const Folder folder;
  const std::filesystem::path state = folder.path() / "state.json";
  int crashes_while_starting = 0;
  int crashes_while_answering = 0;
  int not_happened = 0;
  bool crashed = true;

  for (int crash_at = 1; crashed; ++crash_at) {
    CAPTURE(crash_at);
    REQUIRE(crash_at < 100);
    // Something to lose.
    World::Chosen chosen = world.choose();
    for (bool happened = false; !happened; chosen = world.choose()) {
      Service service(state);
      REQUIRE(service.answers(kPatience));
      service.send(chosen.line);
      REQUIRE(service.answers(kPatience));
      happened = model.happens(chosen.event);
      if (happened) world.happened(chosen.event);
    }
    REQUIRE(content(state) == model.snapshot());

    Model next = model.copy();
    while (!next.happens(chosen.event)) chosen = world.choose();
    Service service(state, crash_at);
    if (!service.answers(kPatience)) {
      ++crashes_while_starting;
      REQUIRE(content(state) == model.snapshot());
      continue;
    }
    service.send(chosen.line);
    crashed = !service.answers(kPatience);
    service.end();
    if (crashed) ++crashes_while_answering;
    if (crashed && content(state) == model.snapshot()) {
      ++not_happened;
      continue;
    }
    REQUIRE(model.happens(chosen.event));
    world.happened(chosen.event);
    REQUIRE(content(state) == model.snapshot());
  }
  // Open, write, sync and rename, then open and sync the folder; four of them before the new name.
  CHECK(crashes_while_starting == 6);
  CHECK(crashes_while_answering == 6);
  CHECK(not_happened == 4);
}
#endif

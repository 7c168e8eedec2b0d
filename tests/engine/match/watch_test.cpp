// SPDX-License-Identifier: Apache-2.0
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// A replay takes milliseconds; this is for machines that do much else.
constexpr std::chrono::seconds kPatience{60};

// A folder that lives as long as the object.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "ddb_watch_XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }

  std::string path(const std::string& name) const { return (path_ / name).string(); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name) << text;
  }

 private:
  fs::path path_;
};

// The command while it runs. Its standard error goes to its output, so that both come in order.
class Watch {
 public:
  enum class Output { Pipe, Terminal };

  explicit Watch(std::vector<std::string> words, Output output = Output::Pipe) {
    words.insert(words.begin(), {DDB_MATCH, "watch"});
    if (output == Output::Terminal) {
      child_ = forkpty(&descriptor_, nullptr, nullptr, nullptr);
      REQUIRE(child_ >= 0);
      if (child_ == 0) become(std::move(words));
      return;
    }
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    child_ = fork();
    REQUIRE(child_ >= 0);
    if (child_ == 0) {
      dup2(ends[1], STDOUT_FILENO);
      dup2(ends[1], STDERR_FILENO);
      close(ends[0]);
      close(ends[1]);
      become(std::move(words));
    }
    close(ends[1]);
    descriptor_ = ends[0];
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  ~Watch() {
    if (child_ > 0) {
      kill(child_, SIGKILL);
      waitpid(child_, nullptr, 0);
    }
    close(descriptor_);
  }

  // All that was printed up to the first place where this text ends.
  std::string until(const std::string& text) {
    const auto latest = std::chrono::steady_clock::now() + kPatience;
    std::size_t at = 0;
    while ((at = unread_.find(text)) == std::string::npos) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
          latest - std::chrono::steady_clock::now());
      pollfd watched{descriptor_, POLLIN, 0};
      INFO("waiting for: " << text << "\nread: " << unread_);
      REQUIRE(poll(&watched, 1, static_cast<int>(std::max(left.count(), 0L))) == 1);
      std::array<char, 4096> block{};
      const ssize_t count = read(descriptor_, block.data(), block.size());
      REQUIRE(count > 0);
      unread_.append(block.data(), static_cast<std::size_t>(count));
    }
    std::string found = unread_.substr(0, at + text.size());
    unread_.erase(0, found.size());
    return found;
  }

  json next() { return json::parse(until("\n")); }

  // The first replay of which this holds: one save may be seen in two steps.
  json next_where(const std::function<bool(const json&)>& holds) {
    for (;;) {
      json object = next();
      if (holds(object)) return object;
    }
  }

  void type(const std::string& keys) const {
    REQUIRE(::write(descriptor_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
  }

  int status_after(int signal_number) {
    if (signal_number != 0) kill(child_, signal_number);
    int status = 0;
    REQUIRE(waitpid(child_, &status, 0) == child_);
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  [[noreturn]] static void become(std::vector<std::string> words) {
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    execv(DDB_MATCH, argv.data());
    _exit(127);
  }

  pid_t child_ = -1;
  int descriptor_ = -1;
  std::string unread_;
};

std::string world(const std::string& rate) {
  return R"(
device(d, "a device").
registration_unit(d, u).
state(d, s, 44.1*kilohertz).
device_group(d, g, [task_element([task([registration_unit(u), function([
    direction(analog_to_digital), sampling_rate([44.1, 48, 96]*kilohertz, state(s))])])])]).
requester(r, "r").
outlet(r, o, [a-1]).
composite_request(r, a, [q]).
request(r, q, [rg]).
request_group(r, rg, taskflow, accept(2), [task_element([task([function([
    direction(analog_to_digital, weight(1)), sampling_rate()" +
         rate + R"(*hertz, weight(1))])])])]).
event(device_connect(red, d1, d)).
event(requester_create(red, r1, r)).
)";
}

bool is_loaded(const json& object) { return object["loaded"] == true; }

// The state of the device after the scenario: the rate that was asked for.
std::function<bool(const json&)> has_rate(const std::string& rate) {
  return [rate](const json& object) {
    return is_loaded(object) && !object["result"]["states"].empty() &&
           object["result"]["states"][0]["value"] == rate + "*hertz";
  };
}

}  // namespace

TEST_CASE("watch sees a file however it is saved", "[watch]") {
  const Folder folder;
  const std::string file = folder.path("case.pl");
  folder.write("case.pl", world("48000"));
  Watch watch({"--json", file});
  const json first = watch.next();
  CHECK(has_rate("48000")(first));
  CHECK(first["changes"].is_null());
  CHECK(first["milliseconds"].get<double>() > 0);

  // Truncated and written.
  folder.write("case.pl", world("96000"));
  const json second = watch.next_where(has_rate("96000"));
  CHECK(second["changes"]["states"]["gone"][0]["value"] == "48000*hertz");
  CHECK(second["changes"]["states"]["new"][0]["value"] == "96000*hertz");
  CHECK(second["changes"]["outlets"]["new"].empty());

  // Renamed over the old one.
  folder.write("case.pl.new", world("44100"));
  fs::rename(folder.path("case.pl.new"), file);
  watch.next_where(has_rate("44100"));

  // The old one renamed away, and a new one made.
  fs::rename(file, folder.path("case.pl~"));
  folder.write("case.pl", world("48000"));
  watch.next_where(has_rate("48000"));

  // Deleted and made again.
  fs::remove(file);
  folder.write("case.pl", world("96000"));
  watch.next_where(has_rate("96000"));

  // Many saves at once: whatever is seen of them, the last is.
  for (const char* const rate : {"44100", "48000", "96000", "44100", "48000"}) {
    folder.write("case.pl", world(rate));
  }
  folder.write("case.pl", world("44100"));
  watch.next_where(has_rate("44100"));
  CHECK(watch.status_after(SIGTERM) == 0);
}

TEST_CASE("after errors, watch compares with the last result that was good", "[watch]") {
  const Folder folder;
  folder.write("case.pl", world("48000"));
  Watch watch({"--json", folder.path("case.pl")});
  CHECK(has_rate("48000")(watch.next()));

  folder.write("case.pl", world("48000") + "device(x).\nnonsense(1.\n");
  const json failed = watch.next_where(
      [](const json& object) { return !is_loaded(object) && object["diagnostics"].size() == 2; });
  CHECK(failed["diagnostics"][0]["severity"] == "error");
  CHECK(failed["diagnostics"][0]["file"] == folder.path("case.pl"));
  CHECK(failed["diagnostics"][0]["line"] == 15);
  CHECK(failed["diagnostics"][1]["line"] == 16);

  fs::remove(folder.path("case.pl"));
  watch.next_where([](const json& object) {
    return !is_loaded(object) && object["diagnostics"][0]["sentence"] == "there is no such file";
  });

  // Nothing can be satisfied any more.
  folder.write("case.pl", world("8000"));
  const json good = watch.next_where(is_loaded);
  CHECK(good["changes"]["transactions"]["gone"].size() == 1);
  CHECK(good["changes"]["transactions"]["new"].empty());
  CHECK(good["changes"]["outlets"]["gone"][0]["status"] == "threshold");
  CHECK(good["changes"]["outlets"]["new"][0]["status"] == "inactive");
  CHECK(good["changes"]["registration_units"]["new"][0]["available"] == true);
  CHECK(watch.status_after(SIGINT) == 0);
}

TEST_CASE("watch sees what comes into a folder, and below it", "[watch]") {
  const Folder folder;
  folder.write("case.pl", world("48000"));
  Watch watch({"--json", folder.path("")});
  CHECK(has_rate("48000")(watch.next()));

  // Not in the language, so of no interest.
  folder.write("notes.txt", "device(x).");
  fs::create_directories(folder.path("more"));
  folder.write("more/other.pl",
               "device(e, \"e\").\nregistration_unit(e, v).\n"
               "device_group(e, g, []).\nevent(device_connect(red, e1, e)).\n");
  const json grown = watch.next_where([](const json& object) {
    return is_loaded(object) && object["result"]["registration_units"].size() == 2;
  });
  CHECK(grown["result"]["registration_units"][1]["device"] == "e1");

  fs::remove_all(folder.path("more"));
  watch.next_where([](const json& object) {
    return is_loaded(object) && object["result"]["registration_units"].size() == 1;
  });
  CHECK(watch.status_after(SIGTERM) == 0);
}

TEST_CASE("watch follows a link to a file", "[watch]") {
  const Folder folder;
  const Folder elsewhere;
  elsewhere.write("real.pl", world("48000"));
  fs::create_symlink(elsewhere.path("real.pl"), folder.path("case.pl"));
  Watch watch({"--json", folder.path("case.pl")});
  CHECK(has_rate("48000")(watch.next()));
  elsewhere.write("real.pl", world("96000"));
  watch.next_where(has_rate("96000"));
  CHECK(watch.status_after(SIGTERM) == 0);
}

TEST_CASE("watch tells people what is gone and what is new", "[watch]") {
  const Folder folder;
  folder.write("case.pl", world("48000"));
  Watch watch({folder.path("case.pl")});
  const std::string first = watch.until(" ms\n");
  CHECK(first.find("requester r1 (r) arrives on red") != std::string::npos);
  CHECK(first.find("48000*hertz") != std::string::npos);
  CHECK(first.find("changed") == std::string::npos);
  CHECK(first.find('\033') == std::string::npos);

  folder.write("case.new", world("8000"));
  fs::rename(folder.path("case.new"), folder.path("case.pl"));
  const std::string second = watch.until(" ms\n");
  CHECK(second.find("  - outlet       r1/o has a, threshold\n"
                    "  + outlet       r1/o is inactive\n"
                    "  - unit         d1/u is taken\n"
                    "  + unit         d1/u is available\n"
                    "  - state        d1/s is 48000*hertz\n"
                    "  + state        d1/s is 44.1*kilohertz\n") != std::string::npos);

  folder.write("case.new", "nonsense(1.\n");
  fs::rename(folder.path("case.new"), folder.path("case.pl"));
  const std::string third = watch.until("what is compared with\n");
  CHECK(third.find("case.pl:1:") != std::string::npos);

  folder.write("case.new", world("8000"));
  fs::rename(folder.path("case.new"), folder.path("case.pl"));
  CHECK(watch.until(" ms\n").find("nothing has changed\n") != std::string::npos);
  CHECK(watch.status_after(SIGTERM) == 0);
}

TEST_CASE("on a terminal, watch clears the screen, and Ctrl-C ends it", "[watch]") {
  const Folder folder;
  folder.write("case.pl", world("48000"));
  setenv("TERM", "xterm", 1);
  Watch watch({folder.path("case.pl")}, Watch::Output::Terminal);
  CHECK(watch.until(" ms").find("\033[2J") != std::string::npos);
  watch.type("\x03");
  CHECK(watch.status_after(0) == 0);
}

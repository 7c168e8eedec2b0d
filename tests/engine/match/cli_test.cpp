// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Result {
  int status = -1;
  std::string output;
  std::string error;
};

enum class Output { Pipes, Terminal };

std::string read_all(int descriptor) {
  std::string text;
  std::array<char, 4096> block{};
  for (;;) {
    const ssize_t count = read(descriptor, block.data(), block.size());
    if (count <= 0) return text;
    text.append(block.data(), static_cast<std::size_t>(count));
  }
}

[[noreturn]] void become(std::vector<std::string> words) {
  std::vector<char*> argv;
  words.insert(words.begin(), DDB_MATCH);
  argv.reserve(words.size() + 1);
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  if (chdir(DDB_TOP) == 0) execv(DDB_MATCH, argv.data());
  _exit(127);
}

// On a terminal, both outputs are one.
Result run(const std::vector<std::string>& words, Output output = Output::Pipes) {
  Result result;
  pid_t child = -1;
  if (output == Output::Terminal) {
    int terminal = -1;
    winsize size{};
    size.ws_col = 60;
    size.ws_row = 24;
    child = forkpty(&terminal, nullptr, nullptr, &size);
    REQUIRE(child >= 0);
    if (child == 0) become(words);
    result.output = read_all(terminal);
    close(terminal);
  } else {
    std::array<int, 2> out{};
    const fs::path error_file =
        fs::temp_directory_path() / ("ddb_cli_test_" + std::to_string(getpid()));
    REQUIRE(pipe(out.data()) == 0);
    child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      const int error = open(error_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
      dup2(out[1], STDOUT_FILENO);
      dup2(error, STDERR_FILENO);
      close(out[0]);
      close(out[1]);
      become(words);
    }
    close(out[1]);
    result.output = read_all(out[0]);
    close(out[0]);
    int status = 0;
    waitpid(child, &status, 0);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    std::ifstream file(error_file);
    result.error.assign(std::istreambuf_iterator<char>(file), {});
    fs::remove(error_file);
    return result;
  }
  int status = 0;
  waitpid(child, &status, 0);
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

// A file that lives as long as the object.
class File {
 public:
  explicit File(const std::string& text, const std::string& name = "case.pl")
      : folder_(fs::temp_directory_path() / ("ddb_cli_files_" + std::to_string(getpid()))),
        path_(folder_ / name) {
    fs::create_directories(folder_);
    std::ofstream(path_) << text;
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { fs::remove_all(folder_); }

  std::string path() const { return path_.string(); }
  std::string folder() const { return folder_.string(); }

 private:
  fs::path folder_;
  fs::path path_;
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

constexpr const char* kWorld = R"(
device(d, "a \"device\"").
registration_unit(d, u).
state(d, s, 44.1*kilohertz).
device_group(d, g, [task_element([task([registration_unit(u), function([
    direction(analog_to_digital), sampling_rate([44.1, 48]*kilohertz, state(s))])])])]).
requester(r, "r").
outlet(r, o, [a-1]).
composite_request(r, a, [q]).
request(r, q, [rg]).
request_group(r, rg, taskflow, accept(1), [task_element([task([function([
    direction(analog_to_digital, weight(1.5)), sampling_rate(48000*hertz, weight(1))])])])]).
event(device_connect(red, d1, d)).
event(requester_create(red, r1, r)).
)";

}  // namespace

TEST_CASE("wrong usage exits with 2 and says what is right", "[cli]") {
  const std::vector<std::vector<std::string>> cases = {{},
                                                       {"rum"},
                                                       {"run"},
                                                       {"check"},
                                                       {"run", "--transport", "none", "x.pl"},
                                                       {"run", "--jsn", "x.pl"},
                                                       {"run", "--json", "--quiet", "x.pl"},
                                                       {"run", "--units"},
                                                       {"equal"},
                                                       {"equal", "a"},
                                                       {"equal", "a", "b"},
                                                       {"compare"},
                                                       {"compare", "a,b"},
                                                       {"compare", "a", "b", "x.pl"},
                                                       {"compare", "a,", "x.pl"},
                                                       {"compare", ",", "x.pl"}};
  for (const std::vector<std::string>& words : cases) {
    const Result result = run(words);
    CAPTURE(words, result.error);
    CHECK(result.status == 2);
    CHECK(result.output.empty());
    CHECK(contains(result.error, "ddb-match: "));
    CHECK(contains(result.error, "--help'"));
  }
}

TEST_CASE("help and version are no errors", "[cli]") {
  for (const char* const command : {"run", "check", "taxonomy"}) {
    const Result result = run({command, "--help"});
    CHECK(result.status == 0);
    CHECK(contains(result.output, "Examples:"));
    CHECK(contains(result.output, std::string("ddb-match ") + command));
    CHECK(result.error.empty());
  }
  CHECK(contains(run({"--help"}).output, "Examples:"));
  const Result version = run({"--version"});
  CHECK(version.status == 0);
  CHECK(version.output.starts_with("ddb-match 0."));
}

TEST_CASE("JSON is one object a line, with its keys in order and its spacing", "[cli]") {
  const File file(kWorld);
  const Result result = run({"run", "--json", file.path()});
  INFO(result.error);
  REQUIRE(result.status == 0);
  CHECK(result.output ==
        "{\"event\": {\"type\": \"device_connect\", \"system\": \"red\", \"device\": \"d1\", "
        "\"spec\": \"d\"}, \"transactions\": [], \"outlets\": [], \"registration_units\": "
        "[{\"device\": \"d1\", \"unit\": \"u\", \"available\": true}], \"states\": "
        "[{\"device\": \"d1\", \"state\": \"s\", \"value\": \"44.1*kilohertz\"}]}\n"
        "{\"event\": {\"type\": \"requester_create\", \"system\": \"red\", \"requester\": "
        "\"r1\", \"spec\": \"r\"}, \"transactions\": [{\"requester\": \"r1\", \"outlet\": \"o\", "
        "\"alternative\": \"a\", \"request\": \"q\", \"request_group\": \"rg\", \"device\": "
        "\"d1\", \"device_group\": \"g\", \"match_factor\": 2.5}], \"outlets\": "
        "[{\"requester\": \"r1\", \"outlet\": \"o\", \"active\": \"a\", \"status\": "
        "\"threshold\"}], \"registration_units\": [{\"device\": \"d1\", \"unit\": \"u\", "
        "\"available\": false}], \"states\": [{\"device\": \"d1\", \"state\": \"s\", \"value\": "
        "\"48000*hertz\"}]}\n");
}

TEST_CASE("JSON escapes what it must", "[cli]") {
  const File file(
      "device(d, \"x\").\nregistration_unit(d, 'a\"b\\\\c\\n\\x1\\Ω').\n"
      "device_group(d, g, [task_element([task([function([direction(analog_to_digital)])])])]).\n"
      "event(device_connect(red, d1, d)).\n");
  const Result result = run({"run", "--json", file.path()});
  INFO(result.error);
  REQUIRE(result.status == 0);
  const auto object = nlohmann::json::parse(result.output);
  CHECK(object["registration_units"][0]["unit"] == "a\"b\\c\n\x01Ω");
}

TEST_CASE("errors of the input are all on standard error, and nothing on output", "[cli]") {
  const File file("device(d, \"d\").\nstate(d, s, 1*kilohert).\n:- halt.\nnonsense(1).\n");
  for (const char* const option : {"--json", "--quiet", "--transport=shared"}) {
    const Result result = run({"run", option, file.path(), "/nonexistent.pl"});
    CAPTURE(result.error);
    CHECK(result.status == 1);
    CHECK(result.output.empty());
    CHECK(contains(result.error, file.path() + ":2:"));
    CHECK(contains(result.error, file.path() + ":3:"));
    CHECK(contains(result.error, file.path() + ":4:"));
    CHECK(contains(result.error, ": error: "));
    CHECK(contains(result.error, "kilohertz"));
    CHECK(contains(result.error, "/nonexistent.pl: error: there is no such file"));
    CHECK_FALSE(contains(result.error, "\033"));
  }
}

TEST_CASE("a scenario that cannot happen is an error before anything is replayed", "[cli]") {
  const File file(std::string(kWorld) + "event(device_disconnect(nobody)).\n");
  const Result result = run({"run", file.path()});
  CHECK(result.status == 1);
  CHECK(result.output.empty());
  CHECK(contains(result.error, "nobody"));
}

TEST_CASE("check counts what it finds", "[cli]") {
  const File good(kWorld);
  const Result clean = run({"check", good.path()});
  INFO(clean.error);
  CHECK(clean.status == 0);
  CHECK(clean.output.starts_with("1 file: no errors, "));

  const File wrong("nonsense(1).\nnonsense(2).\n");
  const Result result = run({"check", wrong.path(), wrong.path()});
  CHECK(result.status == 1);
  CHECK(result.output.empty());
  CHECK(contains(result.error, "2 files: "));
  CHECK(contains(result.error, " errors, no warnings\n"));
}

TEST_CASE("a folder stands for the files in it", "[cli]") {
  const File file(kWorld);
  std::ofstream(fs::path(file.folder()) / "notes.txt") << "not in the language";
  const Result result = run({"check", file.folder()});
  INFO(result.error);
  CHECK(result.status == 0);
  CHECK(result.output.starts_with("1 file: "));
}

TEST_CASE("the taxonomy is shown in groups; a word that is not there is an error", "[cli]") {
  const Result found = run({"taxonomy", "sampling_rate", "hertz"});
  CHECK(found.status == 0);
  CHECK(contains(found.output, "Aspects\n"));
  CHECK(contains(found.output, "task/function/sampling_rate"));
  CHECK(contains(found.output, "Units\n"));
  CHECK(found.error.empty());

  const Result missing = run({"taxonomy", "samplingrate"});
  CHECK(missing.status == 1);
  CHECK(missing.output.empty());
  CHECK(contains(missing.error, "sampling_rate"));

  CHECK(run({"taxonomy"}).output.size() > found.output.size());
}

TEST_CASE("only a terminal gets colours and wrapped lines", "[cli]") {
  const File file(kWorld);
  unsetenv("NO_COLOR");
  setenv("TERM", "xterm", 1);
  const Result piped = run({"run", file.path()});
  CHECK(piped.status == 0);
  CHECK_FALSE(contains(piped.output, "\033"));
  const Result shown = run({"run", file.path()}, Output::Terminal);
  CHECK(shown.status == 0);
  CHECK(contains(shown.output, "\033[1m"));
  CHECK(contains(run({"run", "/nonexistent.pl"}, Output::Terminal).output, "\033[31merror:"));

  setenv("NO_COLOR", "1", 1);
  CHECK_FALSE(contains(run({"run", file.path()}, Output::Terminal).output, "\033"));
  unsetenv("NO_COLOR");
  setenv("TERM", "dumb", 1);
  CHECK_FALSE(contains(run({"run", file.path()}, Output::Terminal).output, "\033"));
}

TEST_CASE("quiet leaves out the steps, not the results", "[cli]") {
  const File file(kWorld);
  const Result whole = run({"run", file.path()});
  const Result quiet = run({"run", "--quiet", file.path()});
  CHECK(quiet.status == 0);
  CHECK(quiet.output.size() < whole.output.size());
  CHECK(contains(quiet.output, "d1"));
  CHECK(contains(quiet.output, "r1"));
}

TEST_CASE("output that cannot be written is an error, not a crash", "[cli]") {
  const File file(kWorld);
  const std::string command = std::string(DDB_MATCH) + " run " + file.path();
  const auto status = [](const std::string& line) {
    return WEXITSTATUS(std::system(line.c_str()));  // NOLINT: the shell sets up the output
  };
  CHECK(status(command + " >/dev/full 2>/dev/null") == 1);
  CHECK(status(command + " >&- 2>/dev/null") == 1);
  // The reader ends before anything is written.
  CHECK(status("{ sleep 0.2; " + command + " 2>&1 >&3; echo $? >&2; } 3>&1 2>" + file.folder() +
               "/status | true") == 0);
  std::ifstream recorded(file.folder() + "/status");
  std::string line;
  std::getline(recorded, line);
  CHECK(line == "1");
}

TEST_CASE("equal tells by its status whether device specs are equivalent", "[cli]") {
  const File file(R"(
device(a, "").  device_group(a, g, [task_element(x, [task([function([
    sampling_rate(44.1*kilohertz)])])])]).
device(b, "").  device_group(b, h, [task_element(y, [task([function([
    sampling_rate(44100*hertz)])])])]).
device(c, "").  device_group(c, g, [task_element(x, [task([function([
    sampling_rate(48*kilohertz)])])])]).
)");
  const Result same = run({"equal", "a", "b", file.path()});
  CHECK(same.status == 0);
  CHECK(same.output == "a and b are equivalent\n");
  const Result other = run({"equal", "a", "c", file.path()});
  CHECK(other.status == 1);
  CHECK(other.error.empty());
  CHECK(contains(other.output, "a/g/x/task/function/sampling_rate: 44.1*kilohertz\n"));
  CHECK(contains(other.output, "c/g/x/task/function/sampling_rate: 48*kilohertz\n"));

  const auto json = nlohmann::json::parse(run({"equal", "--json", "a", "c", file.path()}).output);
  CHECK(json["equivalent"] == false);
  CHECK(json["difference"]["kind"] == "value");
  CHECK(json["difference"]["right"] == "48*kilohertz");
  CHECK(nlohmann::json::parse(run({"equal", "--json", "a", "b", file.path()}).output)["difference"]
            .is_null());
}

TEST_CASE("equal and compare tell what is wrong with their input", "[cli]") {
  const File file(R"(device(a, ""). device(b, "").)");
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"equal", "a", "none", file.path()}, {"compare", "a,none", file.path()}}) {
    const Result result = run(words);
    CHECK(result.status == 1);
    CHECK(result.output.empty());
    CHECK(contains(result.error, "`none`"));
  }
  const File wrong("device(a).", "wrong.pl");
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"equal", "a", "a", wrong.path()}, {"compare", "a,a", wrong.path()}}) {
    const Result result = run(words);
    CHECK(result.status == 1);
    CHECK(result.output.empty());
    CHECK(contains(result.error, "wrong.pl:1:"));
  }
}

TEST_CASE("compare shows what is absent, for people and programs", "[cli]") {
  const File file(R"(
device(a, "").  device_group(a, g, [task_element(x, [task([function([
    sampling_rate(44.1*kilohertz), data_channels(2)])])])]).
device(b, "").  device_group(b, h, [task_element(y, [task([function([
    sampling_rate(48000*hertz)])])])]).
)");
  const Result text = run({"compare", "a,b", file.path()});
  CHECK(text.status == 0);
  CHECK(contains(text.output, "task/function/sampling_rate, kilohertz  44.1  48\n"));
  CHECK(contains(text.output, "task/function/data_channels             2     \u2013\n"));
  const auto json = nlohmann::json::parse(run({"compare", "--json", "a,b", file.path()}).output);
  CHECK(json["specs"] == nlohmann::json({"a", "b"}));
  const auto element = json["elements"][0];
  CHECK(element["ids"] == nlohmann::json({"x", "y"}));
  CHECK(element["aspects"][0]["unit"] == "kilohertz");
  CHECK(element["aspects"][1]["unit"].is_null());
  CHECK(element["aspects"][1]["values"][1].is_null());
}

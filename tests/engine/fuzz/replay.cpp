// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "target.hpp"

// Runs a target on files, in a program of any compiler:
//
//     TARGET_replay [--seconds N] [--mutations N] [--seed N] FILE_OR_FOLDER...
//
// --seconds bounds each input (10), --mutations adds that many inputs made from the files (0).

namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

struct Options {
  unsigned seconds = 10;
  unsigned mutations = 0;
  unsigned seed = 1;
  std::vector<std::string> paths;
};

// What runs now, for handlers that may neither allocate nor lock.
std::array<char, 4096> current_name;

void tell(std::string_view what) {
  for (const std::string_view text : {what, std::string_view(current_name.data()), "\n"sv}) {
    static_cast<void>(!write(STDERR_FILENO, text.data(), text.size()));
  }
}

extern "C" void tell_and_leave(int number) {
  tell(number == SIGALRM ? "fuzz: too slow: " : "fuzz: crashed: ");
  _exit(1);
}

// The sanitizers report crashes themselves, and call this last.
extern "C" void tell_at_death() { tell("fuzz: crashed: "); }
extern "C" __attribute__((weak)) void __sanitizer_set_death_callback(  // NOLINT: their name
    void (*callback)());

void handle_signals() {
  struct sigaction action {};
  action.sa_handler = tell_and_leave;
  sigaction(SIGALRM, &action, nullptr);
  if (__sanitizer_set_death_callback != nullptr) {
    __sanitizer_set_death_callback(tell_at_death);
    return;
  }
  sigaction(SIGABRT, &action, nullptr);
  sigaction(SIGSEGV, &action, nullptr);
}

void run(const std::string& name, std::string_view input, unsigned seconds) {
  current_name.at(name.copy(current_name.data(), current_name.size() - 1)) = '\0';
  alarm(seconds);
  try {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "fuzz: threw: %s: %s\n", name.c_str(), error.what());
    std::_Exit(1);
  }
  alarm(0);
}

std::vector<fs::path> files_of(const std::vector<std::string>& names) {
  std::vector<fs::path> files;
  for (const std::string& name : names) {
    if (!fs::is_directory(name)) {
      files.emplace_back(name);
      continue;
    }
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(name)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::system_error(errno, std::generic_category(), path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

// An input that fails must be there afterwards to be looked at.
std::string write_input(const std::string& input) {
  const fs::path path =
      fs::temp_directory_path() / ("ddb_fuzz_input_" + std::to_string(getpid()) + ".pl");
  std::ofstream(path, std::ios::binary) << input;
  return path.string();
}

unsigned run_mutations(const std::vector<std::string>& inputs, const Options& options) {
  fuzz::Random random(options.seed);
  const auto any = [&]() -> const std::string& { return inputs[random() % inputs.size()]; };
  std::string path;
  for (unsigned done = 0; done < options.mutations; ++done) {
    std::string input = any();
    if (random() % 4 == 0) input = fuzz::crossed(input, any(), random);
    for (std::size_t changes = 1 + random() % 4; changes > 0; --changes) {
      input = fuzz::mutated(input, random);
    }
    path = write_input(input);
    run(path, input, options.seconds);
  }
  if (!path.empty()) fs::remove(path);
  return options.mutations;
}

Options parse(const std::vector<std::string>& words) {
  Options options;
  for (auto word = words.begin(); word != words.end(); ++word) {
    unsigned* number = nullptr;
    if (*word == "--seconds") number = &options.seconds;
    if (*word == "--mutations") number = &options.mutations;
    if (*word == "--seed") number = &options.seed;
    if (number == nullptr) {
      options.paths.push_back(*word);
      continue;
    }
    const std::string option = *word;
    if (++word == words.end()) throw std::invalid_argument(option + " needs a number");
    const char* const end = word->data() + word->size();
    if (std::from_chars(word->data(), end, *number).ptr != end || word->empty()) {
      throw std::invalid_argument("'" + *word + "' is no number");
    }
  }
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Options options = parse({argv + 1, argv + argc});
    handle_signals();
    std::vector<std::string> inputs;
    for (const fs::path& path : files_of(options.paths)) {
      inputs.push_back(content_of(path));
      run(path.string(), inputs.back(), options.seconds);
    }
    if (inputs.empty()) throw std::invalid_argument("no inputs: name files or folders");
    const unsigned mutations = run_mutations(inputs, options);
    std::printf("%zu inputs and %u mutations, seed %u: none fails\n", inputs.size(), mutations,
                options.seed);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "fuzz: %s\n", error.what());
    return 2;
  }
  return 0;
}

// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "features.hpp"
#include "session_checks.hpp"
#include "target.hpp"

// The loader on anything: an input is text in the language. A line that begins with one of these
// marks, comments to the language, begins another source or another load of the same session:
//
//     %%description  %%taxonomy  %%units     another source, and what it may hold
//     %%load                                 another load, beginning with a description

namespace {

using fuzz::GivenSource;
using Load = std::vector<GivenSource>;

constexpr std::size_t kMostSources = 8;

constexpr std::array kMarks = {
    std::pair{std::string_view("%%description"), ddb::SourceRole::Description},
    std::pair{std::string_view("%%taxonomy"), ddb::SourceRole::Taxonomy},
    std::pair{std::string_view("%%units"), ddb::SourceRole::Units},
    std::pair{std::string_view("%%load"), ddb::SourceRole::Description},
};

std::vector<Load> loads_of(std::string_view input) {
  std::vector<Load> loads(1);
  std::size_t count = 0;
  const auto start_source = [&](ddb::SourceRole role) {
    loads.back().push_back({std::to_string(++count) + ".pl", "", role});
  };
  while (!input.empty()) {
    const std::size_t length = std::min(input.find('\n'), input.size() - 1) + 1;
    const std::string_view line = input.substr(0, length);
    for (const auto& [mark, role] : kMarks) {
      if (!line.starts_with(mark) || count == kMostSources) continue;
      if (mark == "%%load" && !loads.back().empty()) loads.emplace_back();
      start_source(role);
      break;
    }
    if (loads.back().empty()) start_source(ddb::SourceRole::Description);
    loads.back().back().text += line;
    input.remove_prefix(length);
  }
  return loads;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const ddb::Engine engine;
  const std::vector<Load> loads = loads_of({reinterpret_cast<const char*>(data), size});
  ddb::Session session =
      engine.open({size % 2 == 0 ? ddb::Transport::Shared : ddb::Transport::WholeDevice});
  std::vector<GivenSource> loaded;
  bool all = true;
  for (const Load& load : loads) {
    if (fuzz::load_and_check(session, load, loaded)) {
      loaded.insert(loaded.end(), load.begin(), load.end());
    } else {
      all = false;
    }
  }
  fuzz::saw_amount("loads", loads.size());
  if (all) fuzz::saw("all loaded");
  if (!loaded.empty()) fuzz::replay_and_check(session, loaded);
  return 0;
}

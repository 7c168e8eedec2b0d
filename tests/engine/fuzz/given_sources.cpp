// SPDX-License-Identifier: Apache-2.0
#include "given_sources.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace fuzz {

namespace {

constexpr std::size_t kMostSources = 8;

constexpr std::array kMarks = {
    std::pair{std::string_view("%%description"), ddb::SourceRole::Description},
    std::pair{std::string_view("%%taxonomy"), ddb::SourceRole::Taxonomy},
    std::pair{std::string_view("%%units"), ddb::SourceRole::Units},
    std::pair{std::string_view("%%load"), ddb::SourceRole::Description},
};

}  // namespace

std::vector<Load> loads_of(std::string_view input, std::string_view extension) {
  const bool keeps_marks = extension == ".pl";
  std::vector<Load> loads(1);
  std::size_t count = 0;
  const auto start_source = [&](ddb::SourceRole role) {
    loads.back().push_back({std::to_string(++count) + std::string(extension), "", role});
  };
  while (!input.empty()) {
    const std::size_t length = std::min(input.find('\n'), input.size() - 1) + 1;
    const std::string_view line = input.substr(0, length);
    input.remove_prefix(length);
    bool is_mark = false;
    for (const auto& [mark, role] : kMarks) {
      if (!line.starts_with(mark) || count == kMostSources) continue;
      if (mark == "%%load" && !loads.back().empty()) loads.emplace_back();
      start_source(role);
      is_mark = true;
      break;
    }
    if (is_mark && !keeps_marks) continue;
    if (loads.back().empty()) start_source(ddb::SourceRole::Description);
    loads.back().back().text += line;
  }
  return loads;
}

ddb::Source source_of(const GivenSource& source) {
  return ddb::Source::text(ddb::SourceName(source.name), source.text, source.role);
}

}  // namespace fuzz

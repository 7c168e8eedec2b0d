// SPDX-License-Identifier: Apache-2.0
#include "inputs.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "progress.hpp"
#include "terminal.hpp"

namespace ddb::match {

namespace {

namespace fs = std::filesystem;

void add(const std::vector<std::string>& names, SourceRole role, std::vector<Source>& sources) {
  for (const std::string& name : names) {
    std::error_code ignored;
    if (!fs::is_directory(name, ignored)) {
      sources.push_back(Source::file(name, role));
      continue;
    }
    std::vector<std::string> files;
    // What cannot be entered is reported when the folder itself is read as a file.
    std::error_code failure;
    fs::recursive_directory_iterator entries(name, failure);
    for (; !failure && entries != fs::recursive_directory_iterator(); entries.increment(failure)) {
      if (entries->path().extension() == ".pl" && !entries->is_directory(ignored)) {
        files.push_back(entries->path().string());
      }
    }
    std::sort(files.begin(), files.end());
    if (failure) files.push_back(name);
    for (const std::string& file : files) sources.push_back(Source::file(file, role));
  }
}

}  // namespace

std::vector<Source> sources_of(const Inputs& inputs) {
  std::vector<Source> sources;
  add(inputs.taxonomy, SourceRole::Taxonomy, sources);
  add(inputs.units, SourceRole::Units, sources);
  add(inputs.descriptions, SourceRole::Description, sources);
  return sources;
}

LoadReport load(Session& session, const std::vector<Source>& sources) {
  ProgressBar bar("loading");
  LoadReport report =
      session.load(sources, [&](std::size_t done, std::size_t total) { bar.show(done, total); });
  bar.clear();
  for (const Diagnostic& diagnostic : report.diagnostics) print(diagnostic);
  return report;
}

std::string counted(std::size_t count, const std::string& noun) {
  if (count == 0) return "no " + noun + "s";
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace ddb::match

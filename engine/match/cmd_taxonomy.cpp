// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>

#include "commands.hpp"
#include "inputs.hpp"
#include "terminal.hpp"

namespace ddb::match {

namespace {

struct Group {
  TaxonomyKind kind;
  std::string_view title;
};

constexpr std::array kGroups = {
    Group{TaxonomyKind::Module, "Modules"},
    Group{TaxonomyKind::Category, "Categories"},
    Group{TaxonomyKind::Subcategory, "Subcategories"},
    Group{TaxonomyKind::Aspect, "Aspects"},
    Group{TaxonomyKind::Value, "Values"},
    Group{TaxonomyKind::Quantity, "Quantities"},
    Group{TaxonomyKind::Unit, "Units"},
    Group{TaxonomyKind::Prefix, "Prefixes"},
};

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t used = columns(text);
  return text + std::string(used < width ? width - used : 0, ' ');
}

// Columns longer than this push the next one aside instead of moving all rows.
constexpr std::size_t kWidestColumn = 44;

void print_group(const Group& group, const std::vector<TaxonomyEntry>& entries) {
  std::vector<const TaxonomyEntry*> rows;
  std::size_t path_width = 0;
  std::size_t type_width = 0;
  for (const TaxonomyEntry& entry : entries) {
    if (entry.kind != group.kind) continue;
    rows.push_back(&entry);
    path_width = std::max(path_width, std::min(columns(entry.path), kWidestColumn));
    type_width = std::max(type_width, std::min(columns(entry.type), kWidestColumn));
  }
  if (rows.empty()) return;
  Terminal& output = Terminal::output();
  output.write(group.title, Colour::Bold);
  output.write("\n");
  for (const TaxonomyEntry* const row : rows) {
    std::string text = "  " + padded(row->path, path_width);
    if (type_width > 0) text += "  " + padded(row->type, type_width);
    if (!row->doc.empty()) text += "  " + row->doc;
    text.erase(text.find_last_not_of(' ') + 1);
    const std::size_t indent = 4 + path_width + (type_width > 0 ? type_width + 2 : 0);
    output.write(wrap(text, output.width(), indent) + "\n");
  }
}

std::string nearest_names(const std::vector<TaxonomyEntry>& entries) {
  std::string names;
  for (const TaxonomyEntry& entry : entries) {
    if (entry.kind != TaxonomyKind::Nearest) continue;
    names += (names.empty() ? "" : ", ") + entry.path;
  }
  return names;
}

}  // namespace

ExitCode taxonomy(const Inputs& inputs, const std::vector<std::string>& words) {
  const Engine engine;
  Session session = engine.open();
  const std::vector<Source> sources = sources_of(inputs);
  if (!sources.empty() && !load(session, sources).loaded) return ExitCode::InputErrors;

  std::vector<TaxonomyEntry> found;
  ExitCode code = ExitCode::Done;
  const auto add = [&](std::vector<TaxonomyEntry> entries) {
    for (TaxonomyEntry& entry : entries) {
      if (std::find(found.begin(), found.end(), entry) == found.end()) {
        found.push_back(std::move(entry));
      }
    }
  };
  if (words.empty()) found = session.taxonomy();
  for (const std::string& word : words) {
    std::vector<TaxonomyEntry> entries = session.taxonomy({word});
    const bool known = std::any_of(entries.begin(), entries.end(), [](const TaxonomyEntry& entry) {
      return entry.kind != TaxonomyKind::Nearest;
    });
    if (known) {
      add(std::move(entries));
      continue;
    }
    code = ExitCode::InputErrors;
    const std::string near = nearest_names(entries);
    Terminal::error().write("ddb-match: nothing in the taxonomy is called, or speaks of, '" + word +
                            "'" + (near.empty() ? "" : "; near to it: " + near) + "\n");
    Terminal::error().flush();
  }
  bool first = true;
  for (const Group& group : kGroups) {
    const bool any = std::any_of(found.begin(), found.end(), [&](const TaxonomyEntry& entry) {
      return entry.kind == group.kind;
    });
    if (!any) continue;
    if (!first) Terminal::output().write("\n");
    first = false;
    print_group(group, found);
  }
  return code;
}

}  // namespace ddb::match

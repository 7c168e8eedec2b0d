// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "commands.hpp"
#include "inputs.hpp"
#include "json.hpp"
#include "terminal.hpp"

namespace ddb::match {

namespace {

constexpr std::string_view kAbsent = "\u2013";

using Line = std::vector<std::string>;

std::string cell(const std::optional<std::string>& text) {
  return text ? *text : std::string(kAbsent);
}

// The first line is the head: what the elements are, and their ids.
std::vector<Line> lines_of(const ElementComparison& element) {
  std::vector<Line> lines;
  Line head{element.module + (element.role.empty() ? "" : ", " + element.role)};
  for (const auto& id : element.elements) head.push_back(cell(id));
  lines.push_back(std::move(head));
  for (const AspectComparison& aspect : element.aspects) {
    Line line{"  " + aspect.aspect + (aspect.unit.empty() ? "" : ", " + aspect.unit)};
    for (const auto& value : aspect.values) line.push_back(cell(value));
    lines.push_back(std::move(line));
  }
  return lines;
}

// Columns are as wide as their widest cell; the last one ends where its text ends.
std::string aligned(const Line& line, const std::vector<std::size_t>& widths) {
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    text += line[i];
    if (i + 1 == line.size()) break;
    const std::size_t used = columns(line[i]);
    text.append((used < widths[i] ? widths[i] - used : 0) + 2, ' ');
  }
  return text + "\n";
}

}  // namespace

ExitCode compare(const Inputs& inputs, const std::vector<std::string>& specs, ResultOutput output) {
  const Engine engine;
  Session session = engine.open();
  if (!load(session, sources_of(inputs)).loaded) return ExitCode::InputErrors;
  std::vector<DeviceSpecName> names;
  names.reserve(specs.size());
  for (const std::string& spec : specs) names.emplace_back(spec);
  const std::vector<ElementComparison> elements = session.compare(names);
  Terminal& terminal = Terminal::output();
  if (output == ResultOutput::Json) {
    terminal.write(to_json(specs, elements) + "\n");
    return ExitCode::Done;
  }
  Line title{""};
  title.insert(title.end(), specs.begin(), specs.end());
  std::vector<std::vector<Line>> tables;
  tables.reserve(elements.size());
  for (const ElementComparison& element : elements) tables.push_back(lines_of(element));
  std::vector<std::size_t> widths(title.size(), 0);
  const auto widen = [&](const Line& line) {
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], columns(line[i]));
  };
  widen(title);
  for (const std::vector<Line>& table : tables) std::for_each(table.begin(), table.end(), widen);

  terminal.write(aligned(title, widths), Colour::Bold);
  for (const std::vector<Line>& table : tables) {
    terminal.write("\n");
    terminal.write(aligned(table.front(), widths), Colour::Bold);
    for (auto line = table.begin() + 1; line != table.end(); ++line) {
      terminal.write(aligned(*line, widths));
    }
  }
  return ExitCode::Done;
}

}  // namespace ddb::match

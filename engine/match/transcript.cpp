// SPDX-License-Identifier: Apache-2.0
#include "transcript.hpp"

#include <string>

namespace ddb::match {

namespace {

constexpr std::size_t kIndent = 2;

Colour colour_of(LineKind kind) {
  switch (kind) {
    case LineKind::Heading:
    case LineKind::Event:
    case LineKind::Result:
      return Colour::Bold;
    case LineKind::Outlet:
    case LineKind::Alternative:
    case LineKind::Request:
    case LineKind::RequestGroup:
      return Colour::Cyan;
    case LineKind::Device:
    case LineKind::DeviceGroup:
      return Colour::Blue;
    case LineKind::ThresholdMet:
    case LineKind::ConditionHeld:
    case LineKind::Accepted:
      return Colour::Green;
    case LineKind::ThresholdMissed:
    case LineKind::UnitTaken:
    case LineKind::ConditionRefused:
    case LineKind::Refused:
      return Colour::Red;
    case LineKind::Undo:
    case LineKind::Cancel:
    case LineKind::Warning:
      return Colour::Yellow;
    case LineKind::UnitFree:
      return Colour::Dim;
    default:
      return Colour::None;
  }
}

}  // namespace

bool is_result(LineKind kind) {
  return kind == LineKind::Event || kind == LineKind::Table || kind == LineKind::Result ||
         kind == LineKind::Blank;
}

void print(Terminal& terminal, const NarrationLine& line) {
  if (line.kind == LineKind::Blank || line.text.empty()) {
    terminal.write("\n");
    return;
  }
  const std::size_t indent = kIndent * static_cast<std::size_t>(line.depth);
  const std::string text = std::string(indent, ' ') + line.text;
  // The columns of a table must stay under each other.
  const bool wraps = line.kind != LineKind::Table;
  terminal.write(wraps ? wrap(text, terminal.width(), indent + 2 * kIndent) : text,
                 colour_of(line.kind));
  terminal.write("\n");
}

}  // namespace ddb::match

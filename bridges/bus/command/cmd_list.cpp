// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "commands.hpp"
#include "ports.hpp"

namespace ddb::bus::command {

namespace {

using match::Colour;
using match::Terminal;
using store::Entry;

constexpr std::size_t kColumns = 8;
constexpr std::size_t kStatusColumn = 4;
constexpr std::size_t kProtectionColumn = 6;
using Line = std::array<std::string, kColumns>;

void print_table(const std::vector<Entry>& entries) {
  std::vector<Line> lines = {
      {"BUS", "MASTER", "PROVIDER", "PORT", "STATUS", "SINCE", "PROTECTION", "DEVICE"}};
  for (const Entry& entry : entries) {
    const store::Key& key = entry.key;
    lines.push_back({key.bus(), key.master(), key.provider(), key.port(),
                     std::string(store::status_name(entry.status)), local_time_text(entry),
                     entry.protection.empty() ? "-" : entry.protection, device_text(entry)});
  }
  std::array<std::size_t, kColumns> widths{};
  for (const Line& line : lines) {
    for (std::size_t i = 0; i < kColumns; ++i)
      widths[i] = std::max(widths[i], match::columns(line[i]));
  }
  Terminal& terminal = Terminal::output();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_title = i == 0;
    for (std::size_t column = 0; column < kColumns; ++column) {
      const std::string& text = lines[i][column];
      const bool is_last = column + 1 == kColumns;
      const std::size_t gap = is_last ? 0 : widths[column] - match::columns(text) + 2;
      Colour colour = is_title ? Colour::Bold : Colour::None;
      if (!is_title && column == kStatusColumn) colour = colour_of(entries[i - 1].status);
      if (!is_title && column == kProtectionColumn) {
        colour = protection_colour_of(entries[i - 1].protection);
      }
      terminal.write(text, colour);
      terminal.write(std::string(gap, ' '));
    }
    terminal.write("\n");
    if (!is_title && !entries[i - 1].last_error.empty()) {
      terminal.write("  " + entries[i - 1].last_error + "\n", Colour::Red);
    }
  }
}

}  // namespace

ExitCode list(const ListOptions& options) {
  const Selection selection(options.which, options.node);
  const auto store = open_store(options.store);
  const std::vector<Entry> entries = entries_of(*store, selection);
  if (options.form == Form::Json) {
    for (const Entry& entry : entries) {
      ddb::detail::JsonWriter writer;
      writer.begin('{');
      write_members(writer, entry);
      writer.end('}');
      Terminal::output().write(writer.take() + "\n");
    }
    return ExitCode::Done;
  }
  if (entries.empty()) {
    tell(selection.is_all()
             ? "there is no port on any bus of " + store->place() + "; 'ddb-bus add' puts one there"
             : "there is no such port in " + store->place());
    return ExitCode::Done;
  }
  print_table(entries);
  return ExitCode::Done;
}

}  // namespace ddb::bus::command

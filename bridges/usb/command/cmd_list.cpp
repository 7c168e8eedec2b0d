// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "commands.hpp"
#include "devices.hpp"
#include "terminal.hpp"

namespace ddb::usb::command {

namespace {

using match::Colour;
using match::Terminal;

using Line = std::vector<std::string>;

std::string aligned(const Line& line, const std::vector<std::size_t>& widths) {
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    text += line[i];
    const std::size_t used = match::columns(line[i]);
    text.append((used < widths[i] ? widths[i] - used : 0) + 2, ' ');
  }
  text.erase(text.find_last_not_of(' ') + 1);
  return text + "\n";
}

}  // namespace

ExitCode list(const ListOptions& options) {
  const live::UsbIds ids;
  std::vector<live::SeenDevice> devices = look(options.place);
  if (!options.hubs) leave_out_hubs(options.place, devices);
  Terminal& terminal = Terminal::output();
  if (options.form == Form::Json) {
    for (const live::SeenDevice& device : devices) {
      ddb::detail::JsonWriter writer;
      writer.begin('{');
      write_members(writer, device, ids);
      writer.end('}');
      terminal.write(writer.take() + "\n");
    }
    return ExitCode::Done;
  }
  std::vector<Line> lines = {{"PORT", "ID", "NAME", "DOES", "DRIVER", "SPEED"}};
  for (const live::SeenDevice& device : devices) {
    lines.push_back({device.port.empty() ? "-" : device.port, ids_text(device),
                     name_of(device, ids), joined(functions_of(device)),
                     device.authorized == false ? "not authorized" : joined(drivers_of(device)),
                     speed_text(device)});
  }
  std::vector<std::size_t> widths(lines.front().size(), 0);
  for (const Line& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      widths[i] = std::max(widths[i], match::columns(line[i]));
    }
  }
  if (devices.empty()) {
    tell_none(options.hubs);
    return ExitCode::Done;
  }
  terminal.write(aligned(lines.front(), widths), Colour::Bold);
  for (std::size_t i = 1; i < lines.size(); ++i) terminal.write(aligned(lines[i], widths));
  for (const live::SeenDevice& device : devices) tell_not_read(device);
  return ExitCode::Done;
}

}  // namespace ddb::usb::command

// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>
#include <string_view>

#include "commands.hpp"
#include "drawing.hpp"
#include "output_file.hpp"

namespace ddb::bus::command {

namespace {

using store::Mover;
using store::Status;

std::string_view node_of(std::optional<Status> status) {
  return status ? store::status_name(*status) : "no entry";
}

// A colour for each of those who move a port.
std::string_view colour_of(Mover mover) {
  switch (mover) {
    case Mover::User:
      return "#b8741a";
    case Mover::Provider:
      return "#3f8a3a";
    case Mover::Master:
      break;
  }
  return "#3b6ea5";
}

// The table of transitions as text in Graphviz' language; the same table gives the same text.
std::string to_dot() {
  std::string text =
      "digraph \"statuses of a port\" {\n"
      "  graph [rankdir=TB, nodesep=0.5, ranksep=0.7, fontname=\"Helvetica\"]\n"
      "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#f4f4f4\", "
      "fontname=\"Helvetica\"]\n"
      "  edge [fontname=\"Helvetica\", fontsize=10]\n"
      "  \"no entry\" [shape=circle, style=filled, fillcolor=black, label=\"\", width=0.2]\n";
  for (const store::Transition& it : store::transitions()) {
    for (const std::string_view part :
         {std::string_view("  \""), node_of(it.from), std::string_view("\" -> \""), node_of(it.to),
          std::string_view("\" [label=\""), store::mover_name(it.mover), std::string_view(": "),
          it.when, std::string_view("\", color=\""), colour_of(it.mover),
          std::string_view("\", fontcolor=\""), colour_of(it.mover), std::string_view("\"]\n")}) {
      text += part;
    }
  }
  return text + "}\n";
}

}  // namespace

ExitCode graph(const GraphOptions& options) {
  std::string text = to_dot();
  if (options.is_svg) text = drawing::to_svg(text);
  match::write_result(options.output, text);
  return ExitCode::Done;
}

}  // namespace ddb::bus::command

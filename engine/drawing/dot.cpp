// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graph_utility.hpp>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "drawing.hpp"

namespace ddb::drawing {

namespace {

struct Style {
  std::string_view module;
  std::string_view look;  // shape, and what else is not a colour
  std::string_view fill;
  std::string_view line;
};

// Colours of one lightness, so that text is as easy to read on each.
constexpr std::array kStyles = {
    Style{"general", "shape=note", "#f4f1e8", "#8a8267"},
    Style{"task_element", "shape=box", "#e3eefb", "#3b6ea5"},
    Style{"user_interface", "shape=box", "#fdeedd", "#b8741a"},
    Style{"electrical_interface", "shape=box, style=filled, penwidth=2", "#e5f4e3", "#3f8a3a"},
    Style{"communications_link", "shape=box", "#ffffff", "#8c8c8c"},
};
constexpr Style kOther = {"", "shape=box", "#f2f2f2", "#666666"};

// What an element is, where nothing of it can be changed. In the order in which it is said.
constexpr std::array<std::string_view, 15> kTelling = {
    "name",    "manufacturer", "product",       "link_name",     "connector",
    "label",   "usage",        "sampling_rate", "data_channels", "bit_resolution",
    "element", "transfer",     "protocol",      "interval",      "impedance"};

constexpr std::size_t kMostLines = 4;
constexpr std::size_t kWidest = 40;

const Style& style_of(std::string_view module) {
  const auto* const found = std::find_if(kStyles.begin(), kStyles.end(),
                                         [&](const Style& it) { return it.module == module; });
  return found == kStyles.end() ? kOther : *found;
}

// Text in a label of the kind that is like HTML.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        // Control characters are none of XML's.
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// At most so many code points; the rest is three dots.
std::string shortened(std::string_view text) {
  std::size_t points = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (continues_code_point(text[i]) || ++points <= kWidest) continue;
    return std::string(text.substr(0, i)) + "\u2026";
  }
  return std::string(text);
}

std::string name_of(const AspectText& aspect) {
  std::string name = aspect.path.substr(aspect.path.rfind('/') + 1);
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

std::string leaf_of(const AspectText& aspect) {
  return aspect.path.substr(aspect.path.rfind('/') + 1);
}

// A value as people say it: `between(0*decibel, 64*decibel)` is "0 decibel … 64 decibel".
std::string said(std::string_view value) {
  constexpr std::string_view kBetween = "between(";
  const bool is_range = value.starts_with(kBetween) && value.ends_with(')');
  if (is_range) value = value.substr(kBetween.size(), value.size() - kBetween.size() - 1);
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (c == '[' || c == ']') continue;
    if (is_range && value.substr(i).starts_with(", ")) {
      text += " \u2026";
    } else {
      text += c == '*' || c == '_' ? ' ' : c;
    }
  }
  return text;
}

std::string line_of(const AspectText& aspect) {
  // A text speaks for itself.
  if (aspect.value.size() > 1 && aspect.value.front() == '"') {
    return shortened(aspect.value.substr(1, aspect.value.size() - 2));
  }
  return shortened(name_of(aspect) + ": " + said(aspect.value));
}

// What is said of an element below its id: what it does, then some of its aspects.
std::vector<std::string> lines_of(const SpecElement& element) {
  std::vector<std::string> lines;
  std::string role = element.role;
  std::replace(role.begin(), role.end(), '_', ' ');
  if (!role.empty()) lines.push_back(shortened(role));
  const auto add = [&](const AspectText& aspect) {
    if (lines.size() < kMostLines) lines.push_back(line_of(aspect));
  };
  for (const AspectText& aspect : element.aspects) {
    if (aspect.changeable) add(aspect);
  }
  for (const std::string_view telling : kTelling) {
    for (const AspectText& aspect : element.aspects) {
      if (aspect.changeable || leaf_of(aspect) != telling) continue;
      // The role has it already.
      if (role.find(said(aspect.value)) == std::string::npos) add(aspect);
    }
  }
  return lines;
}

struct Vertex {
  const SpecElement* element = nullptr;
  std::string name;       // of the node
  std::size_t group = 0;  // in which it is drawn
};

struct Edge {
  bool goes_both_ways = false;
};

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Vertex, Edge>;

Graph graph_of(const SpecStructure& structure) {
  Graph graph;
  std::map<std::string, std::size_t> vertices;
  for (std::size_t i = 0; i < structure.groups.size(); ++i) {
    for (const SpecElement& element : structure.groups[i].elements) {
      std::string name = element.id;
      if (name.empty()) name = element.module + " " + std::to_string(num_vertices(graph) + 1);
      if (vertices.count(name) > 0) continue;
      const std::size_t vertex = add_vertex(Vertex{&element, name, i}, graph);
      vertices[std::move(name)] = vertex;
    }
  }
  for (const SpecConnection& connection : structure.connections) {
    const auto from = vertices.find(connection.from);
    const auto to = vertices.find(connection.to);
    if (from == vertices.end() || to == vertices.end()) continue;
    if (edge(from->second, to->second, graph).second) continue;
    const auto back = edge(to->second, from->second, graph);
    if (back.second && from->second != to->second) {
      graph[back.first].goes_both_ways = true;
    } else {
      add_edge(from->second, to->second, Edge{}, graph);
    }
  }
  return graph;
}

std::string node_text(const Vertex& vertex) {
  const SpecElement& element = *vertex.element;
  const Style& style = style_of(element.module);
  std::string label = "<b>" + escaped(element.id.empty() ? element.module : element.id) + "</b>";
  for (const std::string& line : lines_of(element)) {
    label += "<br/><font point-size=\"9\">" + escaped(line) + "</font>";
  }
  std::string text = quoted(vertex.name) + " [label=<" + label + ">";
  text += ", " + std::string(style.look);
  text += ", fillcolor=" + quoted(style.fill) + ", color=" + quoted(style.line);
  text += ", tooltip=" + quoted(element.module) + "]";
  return text;
}

/// Elements that no signal reaches would stand in one long column; they are laid out as a block by
/// lines that are not seen.
std::string block_text(const Graph& graph, const std::vector<std::size_t>& alone) {
  if (alone.size() < 4) return "";
  const auto rows =
      static_cast<std::size_t>(std::ceil(std::sqrt(2.0 * static_cast<double>(alone.size()))));
  std::string text;
  for (std::size_t i = rows; i < alone.size(); ++i) {
    text += "    " + quoted(graph[alone[i - rows]].name) + " -> " + quoted(graph[alone[i]].name) +
            " [style=invis]\n";
  }
  return text;
}

}  // namespace

std::string to_dot(std::string_view spec, const SpecStructure& structure) {
  const Graph graph = graph_of(structure);
  std::string text = "digraph " + quoted(spec) + " {\n";
  text +=
      "  graph [rankdir=LR, nodesep=0.18, ranksep=0.45, fontname=\"Helvetica\", fontsize=14,\n"
      "         labelloc=t, label=<<b>" +
      escaped(structure.text.empty() ? spec : structure.text) + "</b>  " +
      (structure.text.empty() ? "" : escaped(spec)) +
      ">]\n"
      "  node [style=\"filled,rounded\", fontname=\"Helvetica\", fontsize=11, "
      "margin=\"0.12,0.06\"]\n"
      "  edge [color=\"#444444\", arrowsize=0.7]\n";
  for (std::size_t i = 0; i < structure.groups.size(); ++i) {
    std::string nodes;
    std::vector<std::size_t> alone;
    for (std::size_t vertex = 0; vertex < num_vertices(graph); ++vertex) {
      if (graph[vertex].group != i) continue;
      nodes += "    " + node_text(graph[vertex]) + "\n";
      if (degree(vertex, graph) == 0) alone.push_back(vertex);
    }
    if (nodes.empty()) continue;
    text += "  subgraph " + quoted("cluster_" + structure.groups[i].name) + " {\n";
    text += "    graph [label=" + quoted(structure.groups[i].name) +
            ", style=\"rounded\", color=\"#b0b0b0\", fontsize=11, labeljust=l]\n";
    text += nodes + block_text(graph, alone) + "  }\n";
  }
  for (const auto& edge : boost::make_iterator_range(edges(graph))) {
    text += "  " + quoted(graph[source(edge, graph)].name) + " -> " +
            quoted(graph[target(edge, graph)].name) +
            (graph[edge].goes_both_ways ? " [dir=both]" : "") + "\n";
  }
  return text + "}\n";
}

}  // namespace ddb::drawing

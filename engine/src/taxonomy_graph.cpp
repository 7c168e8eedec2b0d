// SPDX-License-Identifier: Apache-2.0
#include "taxonomy_graph.hpp"

#include <boost/range/iterator_range.hpp>

namespace ddb::detail {

TaxonomyGraph::~TaxonomyGraph() {
  for (const auto& edge : boost::make_iterator_range(edges(graph_))) names_.drop(graph_[edge].name);
}

TaxonomyGraph::Word TaxonomyGraph::narrower(Word word, const NarrowerWord& narrower) {
  const auto& known = graph_.out_edge_list(word);
  const auto edge = known.find({kTop, narrower});  // Where it leads is not compared.
  if (edge != known.end()) return static_cast<Word>(edge->get_target());
  const auto added = add_vertex(graph_);
  add_edge(word, added, narrower, graph_);
  names_.keep(narrower.name);
  return static_cast<Word>(added);
}

}  // namespace ddb::detail

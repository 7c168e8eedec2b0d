// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_TAXONOMY_GRAPH_HPP
#define DDB_SRC_TAXONOMY_GRAPH_HPP

#include <boost/graph/adjacency_list.hpp>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <set>

#include "name_keeper.hpp"

namespace ddb::detail {

/// What an edge says: the word that it leads to. An aspect has a value, and is never the word of
/// the same name that has words below it.
struct NarrowerWord {
  Name name = 0;
  bool is_aspect = false;
  auto operator<=>(const NarrowerWord&) const = default;
};

/// Edges out of a vertex that are found by what they say.
struct EdgesByWord {};

}  // namespace ddb::detail

// How Boost.Graph is told of another container of edges ("Using adjacency_list: Customizing the
// Adjacency List Storage").
template <class Edge>
struct boost::container_gen<ddb::detail::EdgesByWord, Edge> {
  struct Less {
    bool operator()(const Edge& left, const Edge& right) const {
      return left.get_property() < right.get_property();
    }
  };
  using type = std::set<Edge, Less>;
};
template <>
struct boost::parallel_edge_traits<ddb::detail::EdgesByWord> {
  using type = boost::disallow_parallel_edge_tag;
};

namespace ddb::detail {

/// The taxonomy, as far as descriptions of a session use it: a vertex for each word at its place,
/// an edge from a word to each narrower one. Below the top stand modules, below them categories,
/// subcategories and aspects. A category that may stand in two modules is a vertex in each, as a
/// term of the one never corresponds to a term of the other.
///
/// Nobody hands the taxonomy over. A word gets its vertex when a description first has it there,
/// whether it is a built-in one or the session's own; the words were checked when it was loaded. So
/// a vertex means the same word for as long as the graph lives, whatever words come. The graph only
/// grows, as the session's own words do, and is gone with the session.
class TaxonomyGraph {
 public:
  using Word = std::uint32_t;  ///< A vertex.
  static constexpr Word kTop = 0;

  /// Keeps the names of its words.
  explicit TaxonomyGraph(NameKeeper& names) : names_(names), graph_(1) {}
  TaxonomyGraph(const TaxonomyGraph&) = delete;
  TaxonomyGraph& operator=(const TaxonomyGraph&) = delete;
  ~TaxonomyGraph();

  /// The word of this name below `word`; the logarithm of the number of words there.
  Word narrower(Word word, const NarrowerWord& narrower);
  std::size_t size() const { return num_vertices(graph_); }  ///< With the top.

 private:
  using Graph = boost::adjacency_list<EdgesByWord, boost::vecS, boost::directedS,
                                      boost::no_property, NarrowerWord>;

  NameKeeper& names_;
  Graph graph_;
};

}  // namespace ddb::detail

#endif  // DDB_SRC_TAXONOMY_GRAPH_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_SKETCH_HPP
#define DDB_SRC_SKETCH_HPP

#include <bitset>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <utility>
#include <vector>

#include "taxonomy_graph.hpp"

/// What request groups ask and device groups have, roughly: words of the taxonomy are vertices of
/// its graph, so exact; values that are words are hashes; numbers are as exact as `double`. Two
/// sketches tell in less than a microsecond that a request is out of reach of a device spec,
/// whichever units are available and whichever conditions hold; or else nothing. prolog/reach.pl is
/// the exact bound, and says what is compared with what. Each inexactness is on the side of the
/// request: a sketch never rules out what reach.pl does not.
namespace ddb::detail {

using Hash = std::uint32_t;

/// A word, or a number in base units.
struct SketchPoint {
  bool is_number = false;
  double number = 0;
  Hash word = 0;
};

/// Points, a range (-inf and inf where it has no end), or anything.
struct SketchValue {
  enum class Extent { Anything, Points, Range };
  Extent extent = Extent::Anything;
  Hash space = 0;  ///< Of what may be compared.
  std::vector<SketchPoint> points;
  double lower = 0;
  double upper = 0;
};

/// A term of a group. A device's has no weight and accepts nothing. A group is one as well, at
/// the top of the taxonomy.
struct SketchTerm {
  TaxonomyGraph::Word word = TaxonomyGraph::kTop;
  bool is_aspect = false;
  double weight = 0;
  double accept = 0;  ///< -inf: whatever is found below.
  SketchValue value;  ///< Of an aspect.
};

/// Terms with edges to what stands below each, in the order that they are written in.
using SketchTerms =
    boost::compressed_sparse_row_graph<boost::directedS, SketchTerm, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint32_t>;

/// Aspects by their words, folded: two words may share a bit, and a spec takes no more memory where
/// the taxonomy is large.
class AspectSet {
 public:
  void insert(TaxonomyGraph::Word word) { bits_.set(word % bits_.size()); }
  bool may_meet(const AspectSet& other) const { return (bits_ & other.bits_).any(); }

 private:
  std::bitset<512> bits_;
};

struct SketchGroup {
  SketchTerms::vertex_descriptor term = 0;
  double accept = 0;
  double weights = 0;  ///< What all of the group's weights and thresholds come to without signs.
  AspectSet aspects;   ///< All that it has or asks.
};

/// All groups of a request, or all of a device spec.
struct Sketch {
  SketchTerms terms;
  std::vector<SketchGroup> groups;
};

/// Makes a sketch, term by term as they are written: first a group, then what stands in it.
class SketchBuilder {
 public:
  using Term = SketchTerms::vertex_descriptor;

  /// The words are those of `taxonomy`, and are added to it.
  explicit SketchBuilder(TaxonomyGraph& taxonomy) : taxonomy_(taxonomy) {}

  Term add_group(double accept);
  Term add_branch(Term above, Name name, double weight, double accept);
  void add_aspect(Term above, Name name, double weight, SketchValue value);
  /// The builder is of no more use.
  Sketch build();

 private:
  Term add(Term above, const NarrowerWord& word, SketchTerm term);

  TaxonomyGraph& taxonomy_;
  std::vector<SketchTerm> terms_;
  std::vector<std::pair<Term, Term>> edges_;
  std::vector<SketchGroup> groups_;
};

/// Whether each group of the request could be satisfied by one of the device's, as far as sketches
/// tell. Both are of one taxonomy.
bool may_reach(const Sketch& request, const Sketch& device);

}  // namespace ddb::detail

#endif  // DDB_SRC_SKETCH_HPP

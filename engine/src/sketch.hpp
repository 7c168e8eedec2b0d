// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_SKETCH_HPP
#define DDB_SRC_SKETCH_HPP

#include <cstdint>
#include <vector>

/// What request groups ask and device groups have, roughly: names and words are hashes, numbers are
/// as exact as `double`. Two sketches tell in less than a microsecond that a request is out of
/// reach of a device spec, whichever units are available and whichever conditions hold; or else
/// nothing. prolog/reach.pl is the exact bound, and says what is compared with what. Each
/// inexactness is on the side of the request: a sketch never rules out what reach.pl does not.
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

/// A term of a group. A device's has no weight and accepts nothing.
struct SketchTerm {
  Hash name = 0;
  bool is_leaf = false;
  double weight = 0;
  double accept = 0;  ///< -inf: whatever is found below.
  SketchValue value;
  std::vector<SketchTerm> below;
};

struct SketchGroup {
  double accept = 0;
  double weights = 0;  ///< What all of the group's weights and thresholds come to without signs.
  std::vector<SketchTerm> terms;
};
/// All groups of a request, or all of a device spec.
using Sketch = std::vector<SketchGroup>;

/// Whether each group of the request could be satisfied by one of the device's, as far as sketches
/// tell.
bool may_reach(const Sketch& request, const Sketch& device);

}  // namespace ddb::detail

#endif  // DDB_SRC_SKETCH_HPP

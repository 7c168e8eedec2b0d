// SPDX-License-Identifier: Apache-2.0
#include "sketch.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace ddb::detail {

namespace {

// Far more than numbers lose where they become `double` and are added, a few thousand of them.
constexpr double kTolerance = 1e-9;

// Not certainly below.
bool may_be_at_least(double left, double right) {
  return !(left < right - kTolerance * std::max(std::abs(left), std::abs(right)));
}

bool may_hold(const SketchValue& value, const SketchPoint& point) {
  if (value.extent == SketchValue::Extent::Range) {
    if (!point.is_number) return true;
    return may_be_at_least(point.number, value.lower) && may_be_at_least(value.upper, point.number);
  }
  return std::any_of(value.points.begin(), value.points.end(), [&](const SketchPoint& other) {
    if (point.is_number != other.is_number) return false;
    if (!point.is_number) return point.word == other.word;
    return may_be_at_least(point.number, other.number) &&
           may_be_at_least(other.number, point.number);
  });
}

bool may_overlap(const SketchValue& asked, const SketchValue& had) {
  using Extent = SketchValue::Extent;
  if (asked.extent == Extent::Anything || had.extent == Extent::Anything) return true;
  if (asked.space != had.space) return false;
  if (asked.extent == Extent::Range && had.extent == Extent::Range) {
    return may_be_at_least(asked.upper, had.lower) && may_be_at_least(had.upper, asked.lower);
  }
  const SketchValue& listed = asked.extent == Extent::Points ? asked : had;
  const SketchValue& other = asked.extent == Extent::Points ? had : asked;
  return std::any_of(listed.points.begin(), listed.points.end(),
                     [&](const SketchPoint& point) { return may_hold(other, point); });
}

struct Best {
  std::size_t found = 0;
  double factor = 0;
};

// As best_factor/4 of reach.pl; `slack` is what the sums may be wrong by.
Best best(const std::vector<SketchTerm>& asked, const std::vector<SketchTerm>& had, double slack) {
  Best result;
  for (const SketchTerm& term : asked) {
    std::optional<double> most;
    for (const SketchTerm& other : had) {
      if (other.name != term.name || other.is_leaf != term.is_leaf) continue;
      double weight = term.weight;
      if (term.is_leaf) {
        if (!may_overlap(term.value, other.value)) continue;
      } else {
        const Best below = best(term.below, other.below, slack);
        if (below.found == 0 || below.factor < term.accept - slack) continue;
        weight += below.factor;
      }
      most = most ? std::max(*most, weight) : weight;
    }
    if (!most) continue;
    ++result.found;
    result.factor += std::max(*most, 0.0);
  }
  return result;
}

}  // namespace

bool may_reach(const Sketch& request, const Sketch& device) {
  return std::all_of(request.begin(), request.end(), [&](const SketchGroup& asked) {
    const double slack = kTolerance * asked.weights;
    return std::any_of(device.begin(), device.end(), [&](const SketchGroup& had) {
      const Best reached = best(asked.terms, had.terms, slack);
      return reached.found > 0 && !(reached.factor < asked.accept - slack);
    });
  });
}

}  // namespace ddb::detail

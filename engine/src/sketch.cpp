// SPDX-License-Identifier: Apache-2.0
#include "sketch.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
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

auto below(SketchTerms::vertex_descriptor term, const SketchTerms& terms) {
  return boost::make_iterator_range(adjacent_vertices(term, terms));
}

struct Best {
  std::size_t found = 0;
  double factor = 0;
};

// Terms of a request below one of them, and of a device.
struct Level {
  const SketchTerms& terms;
  SketchTerms::vertex_descriptor above;
};

// As best_factor/4 of reach.pl; `slack` is what the sums may be wrong by.
Best best(const Level& request, const Level& device, double slack) {
  Best result;
  for (const auto asked : below(request.above, request.terms)) {
    const SketchTerm& term = request.terms[asked];
    std::optional<double> most;
    for (const auto had : below(device.above, device.terms)) {
      const SketchTerm& other = device.terms[had];
      if (other.word != term.word) continue;
      double weight = term.weight;
      if (term.is_aspect) {
        if (!may_overlap(term.value, other.value)) continue;
      } else {
        const Best narrower = best({request.terms, asked}, {device.terms, had}, slack);
        if (narrower.found == 0 || narrower.factor < term.accept - slack) continue;
        weight += narrower.factor;
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

SketchBuilder::Term SketchBuilder::add_group(double accept) {
  const auto term = static_cast<Term>(terms_.size());
  terms_.emplace_back();
  SketchGroup group;
  group.term = term;
  group.accept = accept;
  group.weights = std::abs(accept);
  groups_.push_back(group);
  return term;
}

SketchBuilder::Term SketchBuilder::add_branch(Term above, Name name, double weight, double accept) {
  SketchTerm term;
  term.weight = weight;
  term.accept = accept;
  if (std::isfinite(accept)) groups_.back().weights += std::abs(accept);
  return add(above, {name, false}, std::move(term));
}

void SketchBuilder::add_aspect(Term above, Name name, double weight, SketchValue value) {
  SketchTerm term;
  term.is_aspect = true;
  term.weight = weight;
  term.value = std::move(value);
  groups_.back().aspects.insert(terms_[add(above, {name, true}, std::move(term))].word);
}

SketchBuilder::Term SketchBuilder::add(Term above, const NarrowerWord& word, SketchTerm term) {
  const auto added = static_cast<Term>(terms_.size());
  term.word = taxonomy_.narrower(terms_[above].word, word);
  groups_.back().weights += std::abs(term.weight);
  terms_.push_back(std::move(term));
  edges_.emplace_back(above, added);
  return added;
}

Sketch SketchBuilder::build() {
  // Numbers tell what was written first.
  std::sort(edges_.begin(), edges_.end());
  SketchTerms terms(boost::edges_are_sorted, edges_.begin(), edges_.end(), terms_.size());
  for (Term term = 0; term < terms_.size(); ++term) terms[term] = std::move(terms_[term]);
  return {std::move(terms), std::move(groups_)};
}

bool may_reach(const Sketch& request, const Sketch& device) {
  return std::all_of(request.groups.begin(), request.groups.end(), [&](const SketchGroup& asked) {
    const double slack = kTolerance * asked.weights;
    return std::any_of(device.groups.begin(), device.groups.end(), [&](const SketchGroup& had) {
      // Nothing is found where no aspect is.
      if (!asked.aspects.may_meet(had.aspects)) return false;
      const Best reached = best({request.terms, asked.term}, {device.terms, had.term}, slack);
      return reached.found > 0 && !(reached.factor < asked.accept - slack);
    });
  });
}

}  // namespace ddb::detail

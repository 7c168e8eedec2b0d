// SPDX-License-Identifier: Apache-2.0
#include "sketch.hpp"

#include <catch2/catch.hpp>
#include <cstddef>
#include <limits>
#include <vector>

#include "counts.hpp"

using namespace ddb::detail;

// What sketches come to beside the exact bound: tests/engine/prolog/test_sketches.pl.

namespace {

constexpr double kAny = -std::numeric_limits<double>::infinity();
constexpr Name kTask = 1;
constexpr Name kControl = 2;
constexpr Name kRate = 3;
constexpr Name kChannels = 4;

SketchValue point(double number) {
  SketchValue value;
  value.extent = SketchValue::Extent::Points;
  value.points.push_back({true, number, 0});
  return value;
}

struct Sketches {
  Counts names;
  TaxonomyGraph taxonomy{names};

  /// A group with one branch that has one aspect.
  Sketch one(Name branch, Name aspect, double number, double weight = 0, double accept = 0) {
    SketchBuilder sketch(taxonomy);
    const auto group = sketch.add_group(accept);
    sketch.add_aspect(sketch.add_branch(group, branch, 0, kAny), aspect, weight, point(number));
    return sketch.build();
  }
};

std::vector<TaxonomyGraph::Word> words_below(const Sketch& sketch,
                                             SketchTerms::vertex_descriptor term) {
  std::vector<TaxonomyGraph::Word> words;
  const auto [first, last] = adjacent_vertices(term, sketch.terms);
  for (auto below = first; below != last; ++below) words.push_back(sketch.terms[*below].word);
  return words;
}

}  // namespace

TEST_CASE("terms stand below each other as they are written", "[sketch]") {
  Sketches s;
  SketchBuilder builder(s.taxonomy);
  builder.add_aspect(builder.add_group(0), kRate, 0, {});
  const auto group = builder.add_group(5);
  const auto control = builder.add_branch(group, kControl, 2, kAny);
  const auto task = builder.add_branch(group, kTask, -1, -4);
  builder.add_aspect(task, kRate, 3, point(1));
  builder.add_aspect(control, kRate, 0, {});
  builder.add_aspect(group, kChannels, 0, {});
  builder.add_aspect(task, kChannels, 0, {});
  builder.add_branch(group, kControl, 0, kAny);
  const Sketch sketch = builder.build();

  REQUIRE(sketch.groups.size() == 2);
  CHECK(num_vertices(sketch.terms) == 10);
  const auto word = [&](TaxonomyGraph::Word above, Name name, bool is_aspect) {
    return s.taxonomy.narrower(above, {name, is_aspect});
  };
  const auto control_word = word(TaxonomyGraph::kTop, kControl, false);
  const auto task_word = word(TaxonomyGraph::kTop, kTask, false);
  CHECK(words_below(sketch, sketch.groups[0].term) ==
        std::vector{word(TaxonomyGraph::kTop, kRate, true)});
  CHECK(words_below(sketch, sketch.groups[1].term) ==
        std::vector{control_word, task_word, word(TaxonomyGraph::kTop, kChannels, true),
                    control_word});
  CHECK(words_below(sketch, task) ==
        std::vector{word(task_word, kRate, true), word(task_word, kChannels, true)});
  CHECK(words_below(sketch, control) == std::vector{word(control_word, kRate, true)});
  CHECK(sketch.terms[task].weight == -1);
  CHECK(sketch.terms[task].accept == -4);
  CHECK(sketch.groups[1].accept == 5);
  CHECK(sketch.groups[1].weights == 5 + 2 + 1 + 4 + 3);
  CHECK(s.taxonomy.size() == 8);
}

TEST_CASE("a request reaches what has its words at their places", "[sketch]") {
  Sketches s;
  const Sketch asked = s.one(kTask, kRate, 8, 1, 1);
  CHECK(may_reach(asked, s.one(kTask, kRate, 8)));
  CHECK_FALSE(may_reach(asked, s.one(kTask, kRate, 9)));
  CHECK_FALSE(may_reach(asked, s.one(kTask, kChannels, 8)));
  CHECK_FALSE(may_reach(asked, s.one(kControl, kRate, 8)));
  CHECK_FALSE(may_reach(s.one(kTask, kRate, 8, 1, 2), s.one(kTask, kRate, 8)));
  CHECK(may_reach(s.one(kTask, kRate, 8, -1, 0), s.one(kTask, kRate, 8)));
  CHECK_FALSE(may_reach(asked, Sketch{}));
  CHECK(may_reach(Sketch{}, s.one(kTask, kRate, 8)));
}

TEST_CASE("more words than a set of aspects tells apart", "[sketch]") {
  Sketches s;
  std::vector<Sketch> sketches;
  for (Name aspect = 1; aspect <= 1500; ++aspect) sketches.push_back(s.one(kTask, aspect, 8));
  std::size_t shared = 0;
  for (const Sketch& had : sketches) {
    if (sketches.front().groups[0].aspects.may_meet(had.groups[0].aspects)) ++shared;
    CHECK(may_reach(had, had));
    CHECK(may_reach(sketches.front(), had) == (&had == &sketches.front()));
  }
  CHECK(shared == 3);
}

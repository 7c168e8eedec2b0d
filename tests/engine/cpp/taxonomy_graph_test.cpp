// SPDX-License-Identifier: Apache-2.0
#include "taxonomy_graph.hpp"

#include <catch2/catch.hpp>
#include <optional>
#include <set>

#include "counts.hpp"

using namespace ddb::detail;

namespace {

constexpr Name kTask = 1;
constexpr Name kFunction = 2;
constexpr Name kDirection = 3;

}  // namespace

TEST_CASE("a word is a vertex at each of its places", "[taxonomy]") {
  Counts names;
  TaxonomyGraph taxonomy(names);
  CHECK(taxonomy.size() == 1);
  const auto task = taxonomy.narrower(TaxonomyGraph::kTop, {kTask, false});
  const auto function = taxonomy.narrower(task, {kFunction, false});
  const auto direction = taxonomy.narrower(function, {kDirection, true});
  CHECK(std::set{TaxonomyGraph::kTop, task, function, direction}.size() == 4);

  SECTION("the same one whenever it is named") {
    CHECK(taxonomy.narrower(TaxonomyGraph::kTop, {kTask, false}) == task);
    CHECK(taxonomy.narrower(task, {kFunction, false}) == function);
    CHECK(taxonomy.narrower(function, {kDirection, true}) == direction);
    CHECK(taxonomy.size() == 4);
  }
  SECTION("another one elsewhere") {
    CHECK(taxonomy.narrower(task, {kDirection, true}) != direction);
    CHECK(taxonomy.narrower(function, {kDirection, false}) != direction);
    CHECK(taxonomy.narrower(function, {kFunction, false}) != function);
    CHECK(taxonomy.size() == 7);
  }
  SECTION("words that come later change nothing") {
    std::set<TaxonomyGraph::Word> words;
    for (Name name = 10000; name > 100; --name) {
      words.insert(taxonomy.narrower(function, {name, true}));
    }
    CHECK(words.size() == 9900);
    CHECK(taxonomy.size() == 9904);
    CHECK(taxonomy.narrower(function, {kDirection, true}) == direction);
  }
}

TEST_CASE("the graph keeps a name for each word, and lets it go", "[taxonomy]") {
  Counts names;
  std::optional<TaxonomyGraph> taxonomy(names);
  const auto task = taxonomy->narrower(TaxonomyGraph::kTop, {kTask, false});
  taxonomy->narrower(task, {kTask, true});
  taxonomy->narrower(task, {kTask, true});
  CHECK(names.count(kTask) == 2);
  taxonomy.reset();
  CHECK(names.empty());
}

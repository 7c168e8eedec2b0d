// SPDX-License-Identifier: Apache-2.0
#include "taxonomy_graph.hpp"

#include <catch2/catch.hpp>
#include <optional>
#include <set>

#include "counts.hpp"

using namespace ddb::detail;

namespace {

constexpr Name kModule = 1;
constexpr Name kCategory = 2;
constexpr Name kAspect = 3;

}  // namespace

TEST_CASE("a word is a vertex at each of its places", "[taxonomy]") {
  Counts names;
  TaxonomyGraph taxonomy(names);
  CHECK(taxonomy.size() == 1);
  const auto module_word = taxonomy.narrower(TaxonomyGraph::kTop, {kModule, false});
  const auto category_word = taxonomy.narrower(module_word, {kCategory, false});
  const auto aspect_word = taxonomy.narrower(category_word, {kAspect, true});
  CHECK(std::set{TaxonomyGraph::kTop, module_word, category_word, aspect_word}.size() == 4);

  SECTION("the same one whenever it is named") {
    CHECK(taxonomy.narrower(TaxonomyGraph::kTop, {kModule, false}) == module_word);
    CHECK(taxonomy.narrower(module_word, {kCategory, false}) == category_word);
    CHECK(taxonomy.narrower(category_word, {kAspect, true}) == aspect_word);
    CHECK(taxonomy.size() == 4);
  }
  SECTION("another one elsewhere") {
    CHECK(taxonomy.narrower(module_word, {kAspect, true}) != aspect_word);
    CHECK(taxonomy.narrower(category_word, {kAspect, false}) != aspect_word);
    CHECK(taxonomy.narrower(category_word, {kCategory, false}) != category_word);
    CHECK(taxonomy.size() == 7);
  }
  SECTION("words that come later change nothing") {
    std::set<TaxonomyGraph::Word> words;
    for (Name name = 10000; name > 100; --name) {
      words.insert(taxonomy.narrower(category_word, {name, true}));
    }
    CHECK(words.size() == 9900);
    CHECK(taxonomy.size() == 9904);
    CHECK(taxonomy.narrower(category_word, {kAspect, true}) == aspect_word);
  }
}

TEST_CASE("the graph keeps a name for each word, and lets it go", "[taxonomy]") {
  Counts names;
  std::optional<TaxonomyGraph> taxonomy(names);
  const auto module_word = taxonomy->narrower(TaxonomyGraph::kTop, {kModule, false});
  taxonomy->narrower(module_word, {kModule, true});
  taxonomy->narrower(module_word, {kModule, true});
  CHECK(names.count(kModule) == 2);
  taxonomy.reset();
  CHECK(names.empty());
}

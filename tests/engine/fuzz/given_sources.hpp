// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_FUZZ_GIVEN_SOURCES_HPP
#define DDB_TESTS_FUZZ_GIVEN_SOURCES_HPP

#include <string>
#include <string_view>
#include <vector>

#include "ddb/engine.hpp"

namespace fuzz {

/// A source as it was given, to look up places in.
struct GivenSource {
  std::string name;
  std::string text;
  ddb::SourceRole role = ddb::SourceRole::Description;
};

/// What is loaded together.
using Load = std::vector<GivenSource>;

/// An input as several sources and loads. A line that begins with one of these marks begins
/// another source or another load of the same session:
///
///     %%description  %%taxonomy  %%units     another source, and what it may hold
///     %%load                                 another load, beginning with a description
///
/// To the language they are comments. JSON has none, so that there a mark is no part of its source.
/// @param extension of the names of the sources, which tells their form: `.pl`, `.json`
std::vector<Load> loads_of(std::string_view input, std::string_view extension);

/// For the engine.
ddb::Source source_of(const GivenSource& source);

}  // namespace fuzz

#endif  // DDB_TESTS_FUZZ_GIVEN_SOURCES_HPP

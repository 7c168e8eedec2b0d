// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_FUZZ_CONVERSION_CHECKS_HPP
#define DDB_TESTS_FUZZ_CONVERSION_CHECKS_HPP

#include <optional>

#include "ddb/engine.hpp"
#include "given_sources.hpp"

namespace fuzz {

/// A source in both of its forms, as the engine writes them.
struct BothForms {
  std::string prolog;
  std::string json;
};

/// Converts a source to both forms, there and back: nothing may be lost on the way, and what is
/// refused has its reasons at places in the source.
/// @return nothing where it is refused
std::optional<BothForms> convert_and_check(const ddb::Engine& engine, const GivenSource& source);

}  // namespace fuzz

#endif  // DDB_TESTS_FUZZ_CONVERSION_CHECKS_HPP

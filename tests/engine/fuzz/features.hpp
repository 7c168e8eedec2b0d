// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_FUZZ_FEATURES_HPP
#define DDB_TESTS_FUZZ_FEATURES_HPP

#include <cstdint>
#include <string_view>

/// What an input made the engine do. libFuzzer counts edges of C++; the loader and the match
/// process are Prolog, which it cannot see. So the targets tell it what they observed, and an input
/// that shows something new is kept.
namespace fuzz {

/// Counts that this was seen once more, by its kind and its words. What stands in quotes of any
/// kind, and numbers, do not count: names are the input's own and would make everything new.
void saw(std::string_view kind, std::string_view words = {});

/// Counts that this amount was seen, in steps of powers of two.
void saw_amount(std::string_view kind, std::uint64_t amount);

}  // namespace fuzz

#endif  // DDB_TESTS_FUZZ_FEATURES_HPP

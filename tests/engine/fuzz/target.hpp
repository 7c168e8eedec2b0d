// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_FUZZ_TARGET_HPP
#define DDB_TESTS_FUZZ_TARGET_HPP

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

/// What a target gives to whoever runs it: libFuzzer, or replay.cpp.
namespace fuzz {

using Random = std::minstd_rand;

/// Another input, by changes that keep most of its structure.
std::string mutated(std::string_view input, Random& random);

/// An input that has parts of both.
std::string crossed(std::string_view input, std::string_view other, Random& random);

}  // namespace fuzz

/// Runs the target on one input. Returns 0; ends the process where something is wrong.
extern "C" int LLVMFuzzerTestOneInput(  // NOLINT(readability-identifier-naming): libFuzzer's name
    const std::uint8_t* data, std::size_t size);

#endif  // DDB_TESTS_FUZZ_TARGET_HPP

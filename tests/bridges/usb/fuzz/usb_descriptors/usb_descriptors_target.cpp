// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstdlib>
#include <string>

#include "invariants.hpp"
#include "target.hpp"

extern "C" int LLVMFuzzerTestOneInput(  // NOLINT(readability-identifier-naming)
    const std::uint8_t* data, std::size_t size) {
  std::string broken = invariants::broken_by_descriptors({data, size});
  // A dump is some fifty times as long as the bytes: of large ones it would be most of the time.
  constexpr std::size_t small = 2000;
  if (broken.empty() && size < small) {
    broken = invariants::broken_by_dump(ddb::usb::read({.descriptors = {data, size}}));
  }
  if (broken.empty()) broken = invariants::broken_by_answers({data, size});
  if (broken.empty()) return 0;
  std::fprintf(stderr, "fuzz: %s\n", broken.c_str());
  std::abort();
}

// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstdlib>
#include <string>

#include "invariants.hpp"
#include "target.hpp"

extern "C" int LLVMFuzzerTestOneInput(  // NOLINT(readability-identifier-naming)
    const std::uint8_t* data, std::size_t size) {
  const std::string broken = invariants::broken_by_descriptors({data, size});
  if (broken.empty()) return 0;
  std::fprintf(stderr, "fuzz: %s\n", broken.c_str());
  std::abort();
}

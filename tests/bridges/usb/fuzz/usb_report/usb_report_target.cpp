// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstdlib>
#include <string>

#include "invariants.hpp"
#include "target.hpp"

extern "C" int LLVMFuzzerTestOneInput(  // NOLINT(readability-identifier-naming)
    const std::uint8_t* data, std::size_t size) {
  std::string broken = invariants::broken_by_report({data, size});
  constexpr std::size_t small = 1000;
  if (broken.empty() && size < small) {
    const std::span<const std::uint8_t> report(data, size);
    broken = invariants::broken_by_dump(
        ddb::usb::read({.descriptors = {}, .report_descriptors = {&report, 1}}));
  }
  if (broken.empty()) return 0;
  std::fprintf(stderr, "fuzz: %s\n", broken.c_str());
  std::abort();
}

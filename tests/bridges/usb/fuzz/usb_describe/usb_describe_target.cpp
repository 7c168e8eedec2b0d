// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstdlib>
#include <string>

#include "ddb/usb/derivation.hpp"
#include "target.hpp"
#include "whole.hpp"

namespace {

using namespace ddb::usb;

// A spec is whole, and never larger than what kMostPaths allows.
std::string broken(const Reading& reading) {
  const Description description = describe(reading);
  std::string found = described::broken_spec(description);
  constexpr std::size_t most_text = 16U << 20U;
  if (found.empty() && to_terms(description).size() > most_text) found = "too long a text";
  return found;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(  // NOLINT(readability-identifier-naming)
    const std::uint8_t* data, std::size_t size) {
  std::string found = broken(read({.descriptors = {data, size}}));
  if (found.empty()) {
    Reading reading;
    reading.device.report_descriptors.push_back(
        hid::read_report_descriptor({data, size}).report_descriptor);
    found = broken(reading);
  }
  if (found.empty()) return 0;
  std::fprintf(stderr, "fuzz: %s\n", found.c_str());
  std::abort();
}

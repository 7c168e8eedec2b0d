// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_STORE_FUZZ_RULES_HPP
#define DDB_TESTS_STORE_FUZZ_RULES_HPP

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

/// What must hold of all that comes out of a store's readers.
namespace rules {

inline void must(bool holds, const char* rule) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", rule);
  std::abort();
}

/// A message goes to terminals and logs: it holds nothing that one would obey, and has an end.
inline void is_message(std::string_view text) {
  must(!text.empty() && text.size() < 1500, "a message is bounded");
  must(std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x20 && c < 0x7f; }),
       "a message is printable");
}

}  // namespace rules

#endif  // DDB_TESTS_STORE_FUZZ_RULES_HPP

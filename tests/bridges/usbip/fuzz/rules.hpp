// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_USBIP_FUZZ_RULES_HPP
#define DDB_TESTS_USBIP_FUZZ_RULES_HPP

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "ddb/usbip/wire.hpp"

/// What holds for any bytes, whatever a decoder makes of them.
namespace rules {

using ddb::usbip::wire::Bytes;

inline void must(bool holds, const char* rule) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: broken: %s\n", rule);
  std::abort();
}

/// @param write how a decoded message is written again
template <class Decode, class Needed, class Write>
void check(Bytes bytes, Decode decode, Needed needed, Write write) {
  // A reader that asks how much it needs comes to an end, and never reads too much.
  std::size_t have = 0;
  for (;;) {
    const auto more = needed(bytes.first(have));
    if (!more || *more == have) break;
    must(*more > have, "what is needed grows");
    if (*more > bytes.size()) {
      have = bytes.size() + 1;
      break;
    }
    have = *more;
  }
  const auto decoded = decode(bytes);
  must(!decoded || have == bytes.size(), "a whole message is what a reader reads");
  if (!decoded) {
    must(decoded.error().offset <= bytes.size(), "errors are inside");
    must(!decoded.error().reason.empty(), "errors have a reason");
    return;
  }
  const auto again = write(*decoded);
  const auto twice = decode(Bytes(again));
  must(again.size() == bytes.size(), "what is written is as long as what was read");
  must(twice && *twice == *decoded, "what is written reads the same");
}

}  // namespace rules

#endif  // DDB_TESTS_USBIP_FUZZ_RULES_HPP

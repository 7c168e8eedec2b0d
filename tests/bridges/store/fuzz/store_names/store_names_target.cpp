// SPDX-License-Identifier: Apache-2.0
// Keys, names of nodes, buses and ports, URLs of Redis servers, texts that are stored.
#include <string>
#include <string_view>

#include "ddb/store/entry.hpp"
#include "ddb/store/error.hpp"
#include "ddb/store/key.hpp"
#include "redis_url.hpp"
#include "rules.hpp"
#include "target.hpp"
#include "text.hpp"

namespace {

using namespace ddb::store;

// Whatever is read is read again as what it is written as; all else is refused with a sentence.
template <class Read>
void check(std::string_view text, const Read& read) {
  try {
    const std::string written = read(text);
    rules::must(read(written) == written, "a name has one spelling");
  } catch (const Error& error) {
    rules::must(error.code() == ErrorCode::Invalid, "what is no name is Invalid");
    rules::is_message(error.what());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(  // NOLINT(readability-identifier-naming)
    const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check(text, [](std::string_view it) { return Key::parse(it).text(); });
  check(text, [](std::string_view it) { return node_name(it); });
  check(text, [](std::string_view it) { return bus_name(it); });
  check(text, [](std::string_view it) { return port_name(it); });
  check(text, [](std::string_view it) { return protocol_name(it); });
  check(text, [](std::string_view it) {
    std::string place = detail::parse_redis_url(it).place();
    rules::is_message(place);
    return place;
  });
  const std::string stored = detail::storable(text);
  rules::must(stored.size() <= kLongestText, "a text is bounded");
  rules::must(detail::storable(stored) == stored, "what is stored is stored as it is");
  return 0;
}

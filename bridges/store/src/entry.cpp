// SPDX-License-Identifier: Apache-2.0
#include "ddb/store/entry.hpp"

#include "ddb/store/error.hpp"
#include "text.hpp"

namespace ddb::store {

namespace {

constexpr std::string_view kNever = "never";

}  // namespace

std::string grace_text(Grace grace) {
  return grace == kForEver ? std::string(kNever) : std::to_string(grace.count());
}

Grace grace_of(std::string_view text) {
  if (const std::optional<Grace> grace = detail::stored_grace(text)) return *grace;
  throw Error(ErrorCode::Invalid, detail::quoted(text) +
                                      " is no time of grace; use seconds, at most " +
                                      std::to_string(kLongestGrace.count()) + ", or 'never'");
}

std::optional<Grace> detail::stored_grace(std::string_view text) {
  if (text == kNever) return kForEver;
  const std::int64_t seconds = number_of(text);
  if (seconds < 0 || seconds > kLongestGrace.count()) return std::nullopt;
  return Grace(seconds);
}

bool Filter::matches(const Key& key) const {
  if (bus && key.bus() != *bus) return false;
  return !node || key.master() == *node || key.provider() == *node;
}

}  // namespace ddb::store

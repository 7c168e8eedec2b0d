// SPDX-License-Identifier: Apache-2.0
// What a Redis server answers, read as an entry, as a listing and as a change.
#include <string>
#include <string_view>

#include "answer_reader.hpp"
#include "redis_entries.hpp"
#include "rules.hpp"
#include "target.hpp"

namespace {

using namespace ddb::store;

// A key is a checked one, whatever the server says.
void check(const Entry& entry) {
  rules::must(Key::parse(entry.key.text()) == entry.key, "a key is read as it is written");
}

void read(const detail::Value& value) {
  try {
    if (const auto entry = detail::entry_of(value)) check(*entry);
  } catch (const Error& error) {
    rules::is_message(error.what());
  }
  const Listing listing = detail::listing_of(value);
  for (const Entry& entry : listing.entries) check(entry);
  for (const std::string& complaint : listing.complaints) rules::is_message(complaint);
  const detail::Recorded recorded = detail::change_of(value);
  if (recorded.change && recorded.change->entry) check(*recorded.change->entry);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(  // NOLINT(readability-identifier-naming)
    const std::uint8_t* data, std::size_t size) {
  const detail::AnswerReader reader;
  redisReaderFeed(reader.get(), reinterpret_cast<const char*>(data), size);
  void* reply = nullptr;
  while (redisReaderGetReply(reader.get(), &reply) == REDIS_OK && reply != nullptr) {
    const detail::Reply owned(static_cast<redisReply*>(reply));
    read(owned.value());
    reply = nullptr;
  }
  return 0;
}

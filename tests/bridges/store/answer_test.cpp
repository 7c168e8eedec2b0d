// SPDX-License-Identifier: Apache-2.0
// Answers of a Redis server that means harm.
#include <catch2/catch.hpp>
#include <string>

#include "answer_reader.hpp"

using ddb::store::detail::AnswerReader;

namespace {

// Whether it was read, as far as it is there.
bool is_read(AnswerReader& reader, const std::string& bytes) {
  void* reply = nullptr;
  REQUIRE(redisReaderFeed(reader.get(), bytes.data(), bytes.size()) == REDIS_OK);
  const bool is_fine = redisReaderGetReply(reader.get(), &reply) == REDIS_OK;
  if (reply != nullptr) freeReplyObject(reply);
  return is_fine;
}

}  // namespace

TEST_CASE("a list that says that it is longer than any answer is refused at its beginning",
          "[answer]") {
  AnswerReader fine;
  CHECK(is_read(fine, "*2\r\n$1\r\na\r\n:7\r\n"));
  CHECK(is_read(fine, "*-1\r\n"));
  CHECK_FALSE(fine.has_refused());
  AnswerReader outer;
  CHECK_FALSE(is_read(outer, "*2000000000\r\n"));
  CHECK(outer.has_refused());
  AnswerReader inner;
  CHECK_FALSE(is_read(inner, "*2\r\n*1000001\r\n"));
  CHECK(inner.has_refused());
  AnswerReader longest;
  CHECK(is_read(longest, "*1000000\r\n"));
}

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_ANSWER_READER_HPP
#define DDB_STORE_ANSWER_READER_HPP

#include <hiredis/hiredis.h>

#include <cstddef>
#include <memory>

namespace ddb::store::detail {

/// hiredis's reader of answers. A list is made in memory as long as its beginning says, before an
/// element of it is there; this one makes none that is longer than any answer.
class AnswerReader {
 public:
  /// More than there are ports and changes in any answer.
  static constexpr std::size_t kMostElements = 1'000'000;

  /// @throws std::bad_alloc
  AnswerReader();
  AnswerReader(const AnswerReader&) = delete;
  AnswerReader& operator=(const AnswerReader&) = delete;
  ~AnswerReader() = default;

  redisReader* get() const noexcept { return reader_.get(); }
  /// Whether it stopped at a list that is too long.
  bool has_refused() const noexcept { return state_.has_refused; }

 private:
  struct Free {
    void operator()(redisReader* reader) const noexcept { redisReaderFree(reader); }
  };
  struct State {
    const redisReplyObjectFunctions* theirs = nullptr;
    bool has_refused = false;
  };
  // Of a type that differs between versions of hiredis.
  template <class Count>
  static void* bounded_array(const redisReadTask* task, Count count);

  State state_;
  redisReplyObjectFunctions functions_{};
  std::unique_ptr<redisReader, Free> reader_;
};

}  // namespace ddb::store::detail

#endif  // DDB_STORE_ANSWER_READER_HPP

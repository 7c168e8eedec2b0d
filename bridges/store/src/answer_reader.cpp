// SPDX-License-Identifier: Apache-2.0
#include "answer_reader.hpp"

#include <new>

namespace ddb::store::detail {

template <class Count>
void* AnswerReader::bounded_array(const redisReadTask* task, Count count) {
  auto* const state = static_cast<State*>(task->privdata);
  state->has_refused = static_cast<std::size_t>(count) > kMostElements;
  return state->has_refused ? nullptr : state->theirs->createArray(task, count);
}

AnswerReader::AnswerReader() : reader_(redisReaderCreate()) {
  if (!reader_) throw std::bad_alloc();
  state_.theirs = reader_->fn;
  functions_ = *reader_->fn;
  functions_.createArray = &bounded_array;
  reader_->fn = &functions_;
  reader_->privdata = &state_;
}

}  // namespace ddb::store::detail

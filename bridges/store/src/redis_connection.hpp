// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_REDIS_CONNECTION_HPP
#define DDB_STORE_REDIS_CONNECTION_HPP

#include <hiredis/hiredis.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answer_reader.hpp"
#include "ddb/store/error.hpp"
#include "descriptor.hpp"
#include "redis_url.hpp"
#include "resolver.hpp"
#include "waiting.hpp"

namespace ddb::store::detail {

/// The connection broke, or the server cannot answer yet: a new one may do better.
class ConnectionLost : public Error {
 public:
  explicit ConnectionLost(const std::string& sentence) : Error(ErrorCode::Unavailable, sentence) {}
};

/// The server did not answer before the deadline. The connection is of no more use.
class TimeOver : public Error {
 public:
  explicit TimeOver(const std::string& sentence) : Error(ErrorCode::Unavailable, sentence) {}
};

/// A part of an answer. Belongs to the Reply.
class Value {
 public:
  explicit Value(const redisReply* reply) noexcept : reply_(reply) {}

  bool is_nil() const noexcept { return reply_ == nullptr || reply_->type == REDIS_REPLY_NIL; }
  bool is_error() const noexcept { return reply_ != nullptr && reply_->type == REDIS_REPLY_ERROR; }
  /// Of a text, a status, an error; a number is written out. Else empty.
  std::string text() const;
  /// Of a number, or of a text that is one; -1 if it is none.
  std::int64_t number() const;
  /// Elements of a list; 0 of all else.
  std::size_t size() const noexcept;
  /// An element; nil beyond the end.
  Value at(std::size_t i) const noexcept;
  /// The value of the field, in a list of fields and values; nil if there is none.
  Value field(std::string_view name) const;

 private:
  const redisReply* reply_;
};

/// An answer of the server.
class Reply {
 public:
  explicit Reply(redisReply* reply) noexcept : reply_(reply) {}
  Value value() const noexcept { return Value(reply_.get()); }

 private:
  struct Free {
    void operator()(redisReply* reply) const noexcept { freeReplyObject(reply); }
  };
  std::unique_ptr<redisReply, Free> reply_;
};

/// A connection to a Redis server. The bytes are sent and received here, so that every step has its
/// bound; hiredis writes commands and reads answers.
class Connection {
 public:
  /// Connects, and says who it is.
  /// @param deadline until when
  /// @param stop a descriptor that ends every wait, with ConnectionLost; -1: none
  /// @throws ConnectionLost, TimeOver; Error with any code
  Connection(const RedisUrl& url, Clock::time_point deadline, int stop = -1);

  using Words = std::vector<std::string_view>;

  /// Sends a command and waits for its answer, which may be an error.
  /// @throws ConnectionLost, TimeOver
  Reply call(const Words& words, Clock::time_point deadline);
  /// Sends several at once. The answers are in their order.
  std::vector<Reply> call_all(const std::vector<Words>& commands, Clock::time_point deadline);

  /// What to call the store in messages.
  const std::string& place() const noexcept { return place_; }

  /// Throws what an answer that is an error means.
  /// @throws Error; ConnectionLost if the server cannot answer yet
  [[noreturn]] void fail(const std::string& answer) const;

 private:
  void connect_to(const RedisUrl& url, Clock::time_point deadline);
  // 0, or what went wrong.
  int connect_to(const Address& address, Clock::time_point deadline);
  void introduce(const RedisUrl& url, Clock::time_point deadline);
  void send(std::string_view bytes, Clock::time_point deadline);
  Reply receive(Clock::time_point deadline);
  void wait(short events, Clock::time_point deadline) const;
  [[noreturn]] void lost(const std::string& why) const;

  std::string place_;
  std::string user_;
  int stop_;
  Descriptor socket_;
  AnswerReader reader_;
};

}  // namespace ddb::store::detail

#endif  // DDB_STORE_REDIS_CONNECTION_HPP

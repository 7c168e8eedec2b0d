// SPDX-License-Identifier: Apache-2.0
#include "redis_follower.hpp"

#include <optional>
#include <string>
#include <utility>

#include "redis_entries.hpp"
#include "redis_function.hpp"

namespace ddb::store::detail {

namespace {

// The server answers at least this often, so that a silent one is noticed.
constexpr std::chrono::milliseconds kLongestBlock{5000};
// As in the function that makes a change: a stream is never cut to less.
constexpr std::int64_t kKeptOfAll = 10000;
constexpr std::int64_t kKeptOfNode = 1000;

class RedisFollower final : public Follower {
 public:
  RedisFollower(RedisUrl url, std::chrono::milliseconds patience, Filter filter, Listing from)
      : Follower(std::move(filter), std::move(from)), url_(std::move(url)), patience_(patience) {}

  Listing read_all(int stop) override {
    return guarded(stop, [&](Connection& connection, Clock::time_point deadline) {
      return read_listing(connection, filter(), deadline);
    });
  }

  std::optional<std::vector<Recorded>> read_on(const Revision& place, int stop) override {
    const bool is_new = !connection_;
    return guarded(stop, [&](Connection& connection, Clock::time_point deadline) {
      return read_stream(connection, place, is_new, deadline);
    });
  }

 private:
  template <class Work>
  std::invoke_result_t<Work, Connection&, Clock::time_point> guarded(int stop, const Work& work) {
    const auto deadline = Clock::now() + patience_;
    try {
      if (!connection_) connection_.emplace(url_, deadline, stop);
      return work(*connection_, deadline);
    } catch (...) {
      // There may be an answer under way that nobody would wait for.
      connection_.reset();
      throw;
    }
  }

  std::optional<std::vector<Recorded>> read_stream(Connection& connection, const Revision& place,
                                                   bool is_new, Clock::time_point deadline) {
    const std::string stream = stream_key(filter().node);
    const std::string id = std::to_string(place.number) + "-0";
    const std::string block = std::to_string(kLongestBlock.count());
    Connection::Words read = {"XREAD", "COUNT", "256"};
    // After a reconnection the watch wants to know soon that all is well again.
    if (!is_new) {
      read.insert(read.end(), {"BLOCK", block});
      deadline += kLongestBlock;
    }
    read.insert(read.end(), {"STREAMS", stream, id});
    // Streams are cut at their beginning: if the place is still there after what followed it was
    // read, nothing of that was cut away.
    Connection::Words check = {"XRANGE", stream, id, id};
    if (place.number == 0) check = {"XLEN", stream};
    const std::vector<Reply> replies = connection.call_all({read, check}, deadline);
    for (const Reply& reply : replies) {
      if (reply.value().is_error()) connection.fail(reply.value().text());
    }
    const Value there = replies[1].value();
    const bool is_whole =
        place.number == 0
            ? there.number() < (filter().node ? kKeptOfNode : kKeptOfAll)
            : there.size() == 1 && there.at(0).at(1).field("mark").text() == place.mark;
    if (!is_whole) return std::nullopt;
    const Value found = replies[0].value().at(0).at(1);
    std::vector<Recorded> changes;
    for (std::size_t i = 0; i < found.size(); ++i) changes.push_back(change_of(found.at(i)));
    return changes;
  }

  RedisUrl url_;
  std::chrono::milliseconds patience_;
  std::optional<Connection> connection_;
};

}  // namespace

Listing read_listing(Connection& connection, const Filter& filter, Clock::time_point deadline) {
  const Reply reply =
      call_function(connection, Function::List, {set_key(filter.node), stream_key(filter.node)},
                    {filter.bus.value_or("")}, deadline);
  return listing_of(reply.value());
}

std::unique_ptr<Follower> follow_redis(const RedisUrl& url, std::chrono::milliseconds patience,
                                       Filter filter, Listing from) {
  return std::make_unique<RedisFollower>(url, patience, std::move(filter), std::move(from));
}

}  // namespace ddb::store::detail

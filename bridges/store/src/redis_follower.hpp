// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_REDIS_FOLLOWER_HPP
#define DDB_STORE_REDIS_FOLLOWER_HPP

#include <chrono>
#include <memory>

#include "follower.hpp"
#include "redis_connection.hpp"

namespace ddb::store::detail {

/// The ports that are meant.
Listing read_listing(Connection& connection, const Filter& filter, Clock::time_point deadline);

std::unique_ptr<Follower> follow_redis(const RedisUrl& url, std::chrono::milliseconds patience,
                                       Filter filter, Listing from);

}  // namespace ddb::store::detail

#endif  // DDB_STORE_REDIS_FOLLOWER_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_SQLITE_FOLLOWER_HPP
#define DDB_STORE_SQLITE_FOLLOWER_HPP

#include <chrono>
#include <memory>
#include <string>

#include "follower.hpp"

namespace ddb::store::detail {

std::unique_ptr<Follower> follow_sqlite(std::string path, std::chrono::milliseconds patience,
                                        Filter filter, Listing from);

}  // namespace ddb::store::detail

#endif  // DDB_STORE_SQLITE_FOLLOWER_HPP

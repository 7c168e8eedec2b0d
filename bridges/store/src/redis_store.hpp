// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_REDIS_STORE_HPP
#define DDB_STORE_REDIS_STORE_HPP

#include <memory>
#include <string_view>

#include "ddb/store/store.hpp"

namespace ddb::store::detail {

std::unique_ptr<Store> open_redis(std::string_view url, const OpenOptions& options);

}  // namespace ddb::store::detail

#endif  // DDB_STORE_REDIS_STORE_HPP

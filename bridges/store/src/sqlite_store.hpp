// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_SQLITE_STORE_HPP
#define DDB_STORE_SQLITE_STORE_HPP

#include <memory>
#include <string>
#include <string_view>

#include "ddb/store/store.hpp"

namespace ddb::store::detail {

/// @param path of the file
std::unique_ptr<Store> open_sqlite(std::string_view path, const OpenOptions& options);

}  // namespace ddb::store::detail

#endif  // DDB_STORE_SQLITE_STORE_HPP

// SPDX-License-Identifier: Apache-2.0
#include "ddb/store/store.hpp"

#include <cstdlib>

#include "redis_store.hpp"
#include "sqlite_store.hpp"
#include "text.hpp"

namespace ddb::store {

namespace {

constexpr std::string_view kSqlite = "sqlite:";
constexpr std::string_view kRedis = "redis:";
constexpr std::string_view kRedisSocket = "redis+unix:";

}  // namespace

Store::~Store() = default;

std::string default_url() {
  const char* const named = std::getenv("DDB_STORE");
  return named != nullptr && *named != '\0' ? named : "sqlite:/var/lib/ddb/bus.db";
}

std::unique_ptr<Store> open(std::string_view url, const OpenOptions& options) {
  if (url.starts_with(kSqlite)) return detail::open_sqlite(url.substr(kSqlite.size()), options);
  if (url.starts_with(kRedis) || url.starts_with(kRedisSocket))
    return detail::open_redis(url, options);
  throw Error(
      ErrorCode::Invalid,
      detail::quoted(url.substr(0, url.find(':'))) +
          " is no kind of store; write sqlite:PATH, redis://[user:password@]host:port[/db] or "
          "redis+unix:///path");
}

Attempt mark_to_delete(Store& store, const Key& key) {
  std::optional<Entry> entry = store.get(key);
  // Whoever moves it in between is seen by the next try; agents do so a few times in a row at most.
  while (entry && is_transition(entry->status, Status::ToDelete, Mover::User)) {
    const Update update{Status::ToDelete, entry->last_error, std::nullopt};
    Attempt attempt = store.compare_and_set(key, entry->status, update, Mover::User);
    if (attempt.is_done) return attempt;
    entry = std::move(attempt.entry);
  }
  return {false, std::move(entry)};
}

Attempt set_grace(Store& store, const Key& key, Grace grace) {
  std::optional<Entry> entry = store.get(key);
  // As above: the status stays as it is, whatever it is.
  while (entry && entry->grace != grace) {
    const Update update{entry->status, entry->last_error, std::nullopt, "", grace};
    Attempt attempt = store.compare_and_set(key, Expected(*entry), update, Mover::User);
    if (attempt.is_done) return attempt;
    entry = std::move(attempt.entry);
  }
  return {false, std::move(entry)};
}

}  // namespace ddb::store

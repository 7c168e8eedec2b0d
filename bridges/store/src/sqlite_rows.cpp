// SPDX-License-Identifier: Apache-2.0
#include "sqlite_rows.hpp"

#include <algorithm>

#include "ddb/store/error.hpp"
#include "text.hpp"

namespace ddb::store::detail {

namespace {

using Kind = SqliteTransaction::Kind;

// revision and mark of the last change
Revision last_revision(Database& database) {
  Statement last(database, "SELECT revision, mark FROM changes ORDER BY revision DESC LIMIT 1");
  if (!last.step()) return {0, std::string(kStart)};
  return {static_cast<std::uint64_t>(last.number(0)), last.text(1)};
}

bool is_whole_after(Database& database, const Revision& place) {
  if (place.number == 0) {
    Statement first(database, "SELECT min(revision) FROM changes");
    return first.step() && first.number(0) <= 1;
  }
  Statement there(database, "SELECT mark FROM changes WHERE revision = ?");
  return there.bind(static_cast<std::int64_t>(place.number)).step() && there.text(0) == place.mark;
}

Recorded read_change(const Statement& row) {
  // key, status, since, error, vendor, product, serial, name, digest, revision, mark, protection,
  // grace, was
  const Revision revision{static_cast<std::uint64_t>(row.number(9)), row.text(10)};
  try {
    const Key key = Key::parse(row.text(0));
    std::optional<Status> before;
    if (!row.is_null(13)) before = status_of(row.text(13));
    std::optional<Entry> entry;
    if (!row.is_null(1)) entry = entry_of(row);
    return {revision, Change{key, before, entry, revision, true}};
  } catch (const Error&) {
    return {revision, std::nullopt};
  }
}

}  // namespace

std::string port_columns(std::string_view rest) {
  return "SELECT key, status, since, error, vendor, product, serial, name, digest, revision, mark, "
         "protection, grace FROM ports " +
         std::string(rest);
}

Entry entry_of(const Statement& row) {
  const std::optional<Status> status = status_of(row.text(1));
  if (!status) {
    throw Error(ErrorCode::Damaged,
                "the port " + detail::quoted(row.text(0)) + " holds " +
                    detail::quoted(row.text(1)) +
                    ", which is no status; remove its row with sqlite3 and add the port again");
  }
  Entry entry{Key::parse(row.text(0)),
              *status,
              time_of(row.number(2)),
              row.text(3),
              std::nullopt,
              Revision{static_cast<std::uint64_t>(row.number(9)), row.text(10)},
              row.text(11),
              stored_grace(row.text(12))};
  if (!row.is_null(4)) {
    entry.device = DeviceIdentity{row.text(4), row.text(5), row.text(6), row.text(7), row.text(8)};
  }
  return entry;
}

std::optional<Entry> find(Database& database, const Key& key) {
  Statement row(database, port_columns("WHERE key = ?"));
  if (!row.bind(key.text()).step()) return std::nullopt;
  return entry_of(row);
}

Listing list_ports(Database& database, const Filter& filter) {
  const SqliteTransaction transaction(database, Kind::Reading);
  Listing listing;
  listing.revision = last_revision(database);
  Statement rows(database,
                 port_columns("WHERE (?1 IS NULL OR bus = ?1) AND (?2 IS NULL OR provider = "
                              "?2 OR master = ?2)"));
  rows.bind_or_null(filter.bus).bind_or_null(filter.node);
  while (rows.step()) {
    try {
      listing.entries.push_back(entry_of(rows));
    } catch (const Error& error) {
      listing.complaints.emplace_back(error.what());
    }
  }
  std::sort(listing.entries.begin(), listing.entries.end(),
            [](const Entry& one, const Entry& other) { return one.key < other.key; });
  return listing;
}

std::optional<std::vector<Recorded>> changes_after(Database& database, const Revision& place) {
  const SqliteTransaction transaction(database, Kind::Reading);
  if (!is_whole_after(database, place)) return std::nullopt;
  Statement rows(
      database,
      "SELECT key, status, since, error, vendor, product, serial, name, digest, revision, "
      "mark, protection, grace, was FROM changes WHERE revision > ? ORDER BY revision LIMIT 256");
  rows.bind(static_cast<std::int64_t>(place.number));
  std::vector<Recorded> changes;
  while (rows.step()) changes.push_back(read_change(rows));
  return changes;
}

}  // namespace ddb::store::detail

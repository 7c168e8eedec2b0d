// SPDX-License-Identifier: Apache-2.0
#include "sqlite_store.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <ctime>

#include <algorithm>
#include <fstream>
#include <optional>
#include <utility>

#include "rules.hpp"
#include "sqlite_database.hpp"
#include "sqlite_follower.hpp"
#include "sqlite_rows.hpp"
#include "text.hpp"

namespace ddb::store::detail {

namespace {

using Kind = SqliteTransaction::Kind;

// So that an agent that is away for hours finds its place again, and the file stays small.
constexpr std::int64_t kKeptChanges = 10000;

// Since the machine was started, sleep included; nobody can set this clock.
std::int64_t boot_clock_ms() {
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1000000;
}

// Tells one start of the machine from another.
std::string boot_id() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string id;
  std::getline(file, id);
  return id;
}

class SqliteStore final : public Store {
 public:
  SqliteStore(std::string path, const OpenOptions& options)
      : path_(std::move(path)), options_(options), boot_(boot_id()) {
    database();
  }

  std::string place() const override { return "sqlite:" + path_; }
  std::vector<std::string> warnings() override { return {}; }

  Listing list(const Filter& filter) override { return list_ports(database(), filter); }

  std::optional<Entry> get(const Key& key) override { return find(database(), key); }

  Attempt add(const Key& key) override {
    Database& file = database();
    SqliteTransaction transaction(file, Kind::Writing);
    Statement owner(file, port_columns("WHERE provider = ? AND port = ?"));
    owner.bind(key.provider()).bind(key.port());
    if (owner.step()) return {false, entry_of(owner)};
    Statement other_master(file, port_columns("WHERE bus = ? AND master <> ? LIMIT 1"));
    other_master.bind(key.bus()).bind(key.master());
    if (other_master.step()) return {false, entry_of(other_master)};
    Statement insert(
        file,
        "INSERT INTO ports (key, status, bus, master, protocol, provider, port, since, "
        "error, revision, mark) VALUES (?, ?, ?, ?, ?, ?, ?, 0, '', 0, '')");
    insert.bind(key.text()).bind(status_name(Status::Added)).bind(key.bus()).bind(key.master());
    insert.bind(key.protocol()).bind(key.provider()).bind(key.port()).run();
    record(file, key, std::nullopt, Update{Status::Added, "", std::nullopt});
    Attempt attempt{true, find(file, key)};
    commit(transaction);
    return attempt;
  }

  Attempt compare_and_set(const Key& key, const Expected& expected, const Update& update,
                          Mover mover) override {
    check_transition(key, expected.status, update.status, mover);
    Database& file = database();
    SqliteTransaction transaction(file, Kind::Writing);
    const std::optional<Entry> before = find(file, key);
    if (!is_as_expected(before, expected)) return {false, before};
    record(file, key, before, update);
    Attempt attempt{true, find(file, key)};
    commit(transaction);
    return attempt;
  }

  Attempt remove(const Key& key, Mover mover) override {
    check_removal(key, mover);
    Database& file = database();
    SqliteTransaction transaction(file, Kind::Writing);
    const std::optional<Entry> before = find(file, key);
    if (!is_as_expected(before, Status::Deleted)) return {false, before};
    Statement(file, "DELETE FROM ports WHERE key = ?").bind(key.text()).run();
    record(file, key, before, std::nullopt);
    commit(transaction);
    return {true, std::nullopt};
  }

  std::unique_ptr<Watch> watch(const Filter& filter, Listing from) override {
    return std::make_unique<Watch>(
        follow_sqlite(path_, options_.patience, filter, std::move(from)));
  }

  LeaseAttempt acquire_lease(const std::string& node, const std::string& holder) override {
    const std::string name = node_name(node);
    check_holder(holder);
    Database& file = database();
    SqliteTransaction transaction(file, Kind::Writing);
    Statement now(file, "SELECT holder, number, boot, at, released FROM leases WHERE node = ?");
    Lease lease{name, holder, 1};
    if (now.bind(name).step()) {
      const std::string there = now.text(0);
      lease.number = static_cast<std::uint64_t>(now.number(1));
      const bool is_over = now.number(4) != 0 || remaining(now.text(2), now.number(3)).count() == 0;
      if (there != holder && !is_over) return {false, {name, there, lease.number}};
      ++lease.number;
    }
    Statement(file, "REPLACE INTO leases VALUES (?, ?, ?, 0, ?, ?, 0)")
        .bind(name)
        .bind(holder)
        .bind(static_cast<std::int64_t>(lease.number))
        .bind(boot_)
        .bind(boot_clock_ms())
        .run();
    transaction.commit();
    return {true, lease};
  }

  bool renew_lease(const Lease& lease) override {
    return change_lease(lease, "UPDATE leases SET renewals = renewals + 1, boot = ?1, at = ?2 ");
  }

  void release_lease(const Lease& lease) override {
    change_lease(lease, "UPDATE leases SET released = 1, boot = ?1, at = ?2 ");
  }

  std::vector<LeaseState> leases(const std::vector<std::string>& nodes) override {
    Statement rows(database(),
                   "SELECT node, holder, number, renewals, boot, at FROM leases WHERE released = 0 "
                   "ORDER BY node");
    std::vector<LeaseState> states;
    while (rows.step()) {
      const std::string node = rows.text(0);
      if (!nodes.empty() && std::find(nodes.begin(), nodes.end(), node) == nodes.end()) continue;
      states.push_back({{node, rows.text(1), static_cast<std::uint64_t>(rows.number(2))},
                        static_cast<std::uint64_t>(rows.number(3)),
                        remaining(rows.text(4), rows.number(5))});
    }
    return states;
  }

  std::optional<PublishedRevocations> revocations(std::uint64_t newer_than) override {
    Statement row(database(), "SELECT number, pem FROM revocations WHERE number > ?");
    if (!row.bind(static_cast<std::int64_t>(newer_than)).step()) return std::nullopt;
    return PublishedRevocations{static_cast<std::uint64_t>(row.number(0)), row.text(1)};
  }

  std::uint64_t publish(const PublishedRevocations& revocations) override {
    check_revocations(revocations);
    Database& file = database();
    SqliteTransaction transaction(file, Kind::Writing);
    {
      Statement row(file, "SELECT number FROM revocations");
      if (row.step()) {
        const auto there = static_cast<std::uint64_t>(row.number(0));
        if (there >= revocations.number) return there;
      }
    }
    Statement(file, "REPLACE INTO revocations VALUES (1, ?, ?)")
        .bind(static_cast<std::int64_t>(revocations.number))
        .bind(revocations.pem)
        .run();
    transaction.commit();
    return revocations.number;
  }

  void withdraw(const PublishedRevocations& revocations) override {
    Statement(database(), "DELETE FROM revocations WHERE number = ? AND pem = ?")
        .bind(static_cast<std::int64_t>(revocations.number))
        .bind(revocations.pem)
        .run();
  }

 private:
  Database& database() {
    if (!database_ || !database_->is_current()) database_.emplace(path_, options_.patience);
    return *database_;
  }

  std::chrono::milliseconds remaining(const std::string& boot, std::int64_t at) const {
    if (boot != boot_) return std::chrono::milliseconds(0);
    const std::int64_t left = at + kLeaseTime.count() - boot_clock_ms();
    return std::chrono::milliseconds(std::clamp<std::int64_t>(left, 0, kLeaseTime.count()));
  }

  bool change_lease(const Lease& lease, const std::string& update) {
    Database& file = database();
    SqliteTransaction transaction(file, Kind::Writing);
    Statement(file, update + "WHERE node = ?3 AND holder = ?4 AND number = ?5 AND released = 0")
        .bind(boot_)
        .bind(boot_clock_ms())
        .bind(lease.node)
        .bind(lease.holder)
        .bind(static_cast<std::int64_t>(lease.number))
        .run();
    Statement changed(file, "SELECT changes()");
    const bool is_done = changed.step() && changed.number(0) == 1;
    changed.run();
    transaction.commit();
    return is_done;
  }

  // Writes the change to the history, and to the entry if there is to be one.
  void record(Database& file, const Key& key, const std::optional<Entry>& before,
              const std::optional<Update>& update) {
    const std::string mark = new_mark();
    const std::int64_t now = wall_clock_ms();
    const bool is_same_status = before && update && before->status == update->status;
    const std::int64_t since = is_same_status ? before->since.time_since_epoch().count() : now;
    std::optional<DeviceIdentity> device = before ? before->device : std::nullopt;
    if (update && update->device) device = update->device;
    const std::string error = update ? storable(update->error) : "";
    std::string protection;
    if (update && update->status == Status::Imported) {
      protection =
          update->protection.empty() && before ? before->protection : storable(update->protection);
    }
    std::optional<Grace> grace = before ? before->grace : std::nullopt;
    if (update && update->grace) grace = update->grace;
    const auto text = [&](std::string DeviceIdentity::*member) -> std::optional<std::string> {
      if (!device) return std::nullopt;
      return storable((*device).*member);
    };
    const auto bind_rest = [&](Statement& statement) {
      statement.bind(since).bind(error);
      statement.bind_or_null(text(&DeviceIdentity::vendor))
          .bind_or_null(text(&DeviceIdentity::product));
      statement.bind_or_null(text(&DeviceIdentity::serial))
          .bind_or_null(text(&DeviceIdentity::name));
      statement.bind_or_null(text(&DeviceIdentity::digest)).bind(protection);
      statement.bind(grace ? grace_text(*grace) : "");
    };
    Statement change(
        file,
        "INSERT INTO changes (mark, key, was, status, since, error, vendor, product, "
        "serial, name, digest, protection, grace) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    std::optional<std::string> was;
    if (before) was = status_name(before->status);
    std::optional<std::string> status;
    if (update) status = status_name(update->status);
    change.bind(mark).bind(key.text()).bind_or_null(was).bind_or_null(status);
    bind_rest(change);
    change.run();
    Statement last(file, "SELECT last_insert_rowid()");
    last.step();
    const std::int64_t revision = last.number(0);
    if (status) {
      Statement entry(file,
                      "UPDATE ports SET status = ?, since = ?, error = ?, vendor = ?, product = ?, "
                      "serial = ?, name = ?, digest = ?, protection = ?, grace = ?, revision = ?, "
                      "mark = ? WHERE "
                      "key = ?");
      entry.bind(*status);
      bind_rest(entry);
      entry.bind(revision).bind(mark).bind(key.text()).run();
    }
    Statement(file, "DELETE FROM changes WHERE revision <= ?").bind(revision - kKeptChanges).run();
  }

  // Others are woken by the time stamp of the file: the journal is written before the commit.
  void commit(SqliteTransaction& transaction) {
    transaction.commit();
    utimensat(AT_FDCWD, path_.c_str(), nullptr, 0);
  }

  std::string path_;
  OpenOptions options_;
  std::string boot_;
  std::optional<Database> database_;
};

}  // namespace

std::unique_ptr<Store> open_sqlite(std::string_view path, const OpenOptions& options) {
  if (path.empty()) {
    throw Error(ErrorCode::Invalid, "'sqlite:' names no file; write sqlite:PATH");
  }
  return std::make_unique<SqliteStore>(std::string(path), options);
}

}  // namespace ddb::store::detail

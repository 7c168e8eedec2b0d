// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_SQLITE_DATABASE_HPP
#define DDB_STORE_SQLITE_DATABASE_HPP

#include <sqlite3.h>
#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ddb::store::detail {

class Database;

/// One prepared statement. Values are bound in the order of the calls.
class Statement {
 public:
  Statement(Database& database, std::string_view sql);

  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);
  Statement& bind_or_null(const std::optional<std::string>& text);

  /// Goes to the next row; false if there is none.
  bool step();
  /// Runs it to its end.
  void run() {
    while (step()) {
    }
  }

  /// Of the row; columns count from 0. NULL is empty, or 0.
  std::string text(int column) const;
  std::int64_t number(int column) const;
  bool is_null(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
  };
  Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
};

/// An open file of a store, with its tables. Errors of SQLite are thrown as Error, with the path.
class Database {
 public:
  /// Opens the file, and makes it, its folder and its tables if they are not there.
  /// @param patience how long to wait for another process that has it locked
  Database(std::string path, std::chrono::milliseconds patience);

  /// Whether the path still names this file: it may have been removed or replaced.
  bool is_current() const;

  const std::string& path() const noexcept { return path_; }
  void execute(const char* sql);
  [[noreturn]] void fail(int code) const;

 private:
  friend class Statement;
  struct Close {
    void operator()(sqlite3* handle) const noexcept { sqlite3_close(handle); }
  };

  void make_file() const;
  void set_up(std::chrono::milliseconds patience);
  void use_wal(std::chrono::milliseconds patience);
  void make_tables();

  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
  dev_t device_ = 0;
  ino_t inode_ = 0;
};

/// A transaction: undone when it leaves its scope without commit().
class SqliteTransaction {
 public:
  enum class Kind { Reading, Writing };
  SqliteTransaction(Database& database, Kind kind);
  SqliteTransaction(const SqliteTransaction&) = delete;
  SqliteTransaction& operator=(const SqliteTransaction&) = delete;
  ~SqliteTransaction();
  void commit();

 private:
  Database& database_;
  bool is_open_ = true;
};

}  // namespace ddb::store::detail

#endif  // DDB_STORE_SQLITE_DATABASE_HPP

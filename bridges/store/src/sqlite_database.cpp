// SPDX-License-Identifier: Apache-2.0
#include "sqlite_database.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "ddb/store/error.hpp"
#include "waiting.hpp"

namespace ddb::store::detail {

namespace {

constexpr int kApplication = 0x64646273;  // "ddbs"
constexpr int kVersion = 3;               // of the tables
constexpr mode_t kFileMode = 0660;
constexpr mode_t kFolderMode = 0770;

// The first two columns of `ports` are what the thesis prints.
constexpr const char* kTables = R"(
CREATE TABLE ports (
  key TEXT PRIMARY KEY,
  status TEXT NOT NULL,
  bus TEXT NOT NULL, master TEXT NOT NULL, protocol TEXT NOT NULL,
  provider TEXT NOT NULL, port TEXT NOT NULL,
  since INTEGER NOT NULL,
  error TEXT NOT NULL,
  vendor TEXT, product TEXT, serial TEXT, name TEXT, digest TEXT,
  revision INTEGER NOT NULL,
  mark TEXT NOT NULL,
  UNIQUE (provider, port)
) WITHOUT ROWID;
CREATE INDEX ports_bus ON ports (bus);
CREATE INDEX ports_master ON ports (master);
CREATE TABLE changes (
  revision INTEGER PRIMARY KEY AUTOINCREMENT,
  mark TEXT NOT NULL,
  key TEXT NOT NULL,
  was TEXT,
  status TEXT,
  since INTEGER NOT NULL,
  error TEXT NOT NULL,
  vendor TEXT, product TEXT, serial TEXT, name TEXT, digest TEXT
);
CREATE TABLE leases (
  node TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  number INTEGER NOT NULL,
  renewals INTEGER NOT NULL,
  boot TEXT NOT NULL,
  at INTEGER NOT NULL,
  released INTEGER NOT NULL
) WITHOUT ROWID;
)";

// What version 2 has and version 1 has not. Of revocations there is one row at most.
constexpr const char* kSecondVersion = R"(
ALTER TABLE ports ADD COLUMN protection TEXT NOT NULL DEFAULT '';
ALTER TABLE changes ADD COLUMN protection TEXT NOT NULL DEFAULT '';
CREATE TABLE revocations (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  number INTEGER NOT NULL,
  pem TEXT NOT NULL
);
)";

// What version 3 has and version 2 has not.
constexpr const char* kThirdVersion = R"(
ALTER TABLE ports ADD COLUMN grace TEXT NOT NULL DEFAULT '';
ALTER TABLE changes ADD COLUMN grace TEXT NOT NULL DEFAULT '';
)";

std::string message_of(int error) { return std::generic_category().message(error); }

[[noreturn]] void cannot_open(const std::string& path, int error) {
  const std::string what = "cannot open the store sqlite:" + path + ": " + message_of(error);
  switch (error) {
    case EACCES:
    case EPERM:
      throw Error(ErrorCode::Denied,
                  what +
                      "; run this as a user who may write the file and its folder (sudo), or name "
                      "another store with --store or DDB_STORE");
    case EROFS:
      throw Error(ErrorCode::ReadOnly, what + "; name a file elsewhere with --store or DDB_STORE");
    case ENOSPC:
    case EDQUOT:
      throw Error(ErrorCode::Full, what + "; make room there");
    case ENOENT:
    case ENOTDIR:
    case EISDIR:
    case ENAMETOOLONG:
    case ELOOP:
      throw Error(ErrorCode::Invalid, what + "; name a file in a folder that is there");
    default:
      throw Error(ErrorCode::Unavailable, what);
  }
}

}  // namespace

Statement::Statement(Database& database, std::string_view sql) : database_(database) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(database.handle_.get(), sql.data(),
                                      static_cast<int>(sql.size()), &statement, nullptr);
  statement_.reset(statement);
  if (code != SQLITE_OK) database_.fail(code);
}

Statement& Statement::bind(std::string_view text) {
  // A null pointer would be NULL.
  const char* const data = text.empty() ? "" : text.data();
  const int code = sqlite3_bind_text(statement_.get(), ++bound_, data,
                                     static_cast<int>(text.size()), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) database_.fail(code);
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  const int code = sqlite3_bind_int64(statement_.get(), ++bound_, number);
  if (code != SQLITE_OK) database_.fail(code);
  return *this;
}

Statement& Statement::bind_or_null(const std::optional<std::string>& text) {
  if (text) return bind(std::string_view(*text));
  const int code = sqlite3_bind_null(statement_.get(), ++bound_);
  if (code != SQLITE_OK) database_.fail(code);
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_.fail(code);
  return false;
}

std::string Statement::text(int column) const {
  const unsigned char* const data = sqlite3_column_text(statement_.get(), column);
  if (data == nullptr) return "";
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

Database::Database(std::string path, std::chrono::milliseconds patience) : path_(std::move(path)) {
  make_file();
  sqlite3* handle = nullptr;
  // A path that begins with a slash is neither a URI nor ":memory:".
  const std::string whole = std::filesystem::absolute(path_).string();
  const int code =
      sqlite3_open_v2(whole.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(code);
  struct stat status {};
  if (stat(path_.c_str(), &status) != 0) cannot_open(path_, errno);
  device_ = status.st_dev;
  inode_ = status.st_ino;
  set_up(patience);
}

void Database::make_file() const {
  const std::filesystem::path folder = std::filesystem::path(path_).parent_path();
  if (!folder.empty() && mkdir(folder.c_str(), kFolderMode) != 0 && errno != EEXIST) {
    // EROFS is also said of a folder that is there, on such a file system.
    std::error_code ignored;
    const int error = errno;
    if (!std::filesystem::is_directory(folder, ignored)) cannot_open(path_, error);
  }
  // The file is not opened here: closing it again would drop the locks that other connections of
  // this process have (fcntl(2)), and another process would take its journal away.
  if (mknod(path_.c_str(), S_IFREG | kFileMode, 0) == 0) {
    // The journals take their mode from the file; the creator's umask is not what the group needs.
    static_cast<void>(chmod(path_.c_str(), kFileMode) + 0);
    return;
  }
  const int error = errno;
  struct stat status {};
  if (stat(path_.c_str(), &status) != 0) cannot_open(path_, error);
  if (!S_ISREG(status.st_mode)) cannot_open(path_, EISDIR);
  if (faccessat(AT_FDCWD, path_.c_str(), R_OK | W_OK, AT_EACCESS) != 0) cannot_open(path_, errno);
}

bool Database::is_current() const {
  struct stat status {};
  return stat(path_.c_str(), &status) == 0 && status.st_dev == device_ && status.st_ino == inode_;
}

void Database::set_up(std::chrono::milliseconds patience) {
  sqlite3_extended_result_codes(handle_.get(), 1);
  sqlite3_busy_timeout(handle_.get(), static_cast<int>(patience.count()));
  use_wal(patience);
  // What was told as done survives a power failure, too.
  execute("PRAGMA synchronous=FULL");
  execute("PRAGMA journal_size_limit=4194304");
  make_tables();
}

// SQLite does not wait for a lock here.
void Database::use_wal(std::chrono::milliseconds patience) {
  constexpr std::chrono::milliseconds kPause{10};
  const auto end = Clock::now() + patience;
  for (;;) {
    try {
      Statement statement(*this, "PRAGMA journal_mode=WAL");
      if (!statement.step() || statement.text(0) != "wal") {
        throw Error(ErrorCode::Invalid,
                    "the store sqlite:" + path_ +
                        " is on a file system that several processes cannot share "
                        "(no WAL); put it on a local disk");
      }
      return;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::Unavailable || Clock::now() + kPause >= end) throw;
    }
    wait_for(-1, 0, Clock::now() + kPause);
  }
}

void Database::make_tables() {
  const auto pragma = [&](const char* name) {
    Statement statement(*this, std::string("PRAGMA ") + name);
    return statement.step() ? statement.number(0) : 0;
  };
  const auto is_ours = [&] {
    const std::int64_t application = pragma("application_id");
    const std::int64_t version = pragma("user_version");
    if (application == kApplication && version > kVersion) {
      throw Error(ErrorCode::Damaged,
                  "the store sqlite:" + path_ +
                      " was made by a newer version of ddb; update this one, or "
                      "name another file");
    }
    return application == kApplication && version == kVersion;
  };
  if (is_ours()) return;
  SqliteTransaction transaction(*this, SqliteTransaction::Kind::Writing);
  // Another process may have made them while this one waited.
  if (is_ours()) return;
  if (pragma("application_id") != kApplication) {
    Statement any(*this, "SELECT count(*) FROM sqlite_schema");
    if (any.step() && any.number(0) > 0) {
      throw Error(ErrorCode::Damaged,
                  "sqlite:" + path_ + " is a database of another program; name another file");
    }
    any.run();
    execute(kTables);
  }
  if (pragma("user_version") < 2) execute(kSecondVersion);
  execute(kThirdVersion);
  execute(("PRAGMA application_id=" + std::to_string(kApplication)).c_str());
  execute(("PRAGMA user_version=" + std::to_string(kVersion)).c_str());
  transaction.commit();
}

void Database::execute(const char* sql) {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

void Database::fail(int code) const {
  const std::string place = "the store sqlite:" + path_;
  const std::string why = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      throw Error(ErrorCode::Unavailable, place + " is locked by another process (" + why +
                                              "); try again, and look with 'fuser " + path_ +
                                              "' who has it");
    case SQLITE_FULL:
      throw Error(ErrorCode::Full, place + " cannot grow: " + why + "; make room on its disk");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      throw Error(ErrorCode::ReadOnly,
                  place + " cannot be written: " + why +
                      "; run this as a user who may write the file and its folder (sudo)");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      throw Error(ErrorCode::Damaged,
                  place + " is damaged or no database: " + why +
                      "; name another file, or move this one away with those beside it and add the "
                      "ports again");
    case SQLITE_CANTOPEN:
      throw Error(ErrorCode::Unavailable, place + " cannot be opened: " + why +
                                              "; see that its folder is there and may be "
                                              "written");
    case SQLITE_IOERR:
      throw Error(ErrorCode::Unavailable, place + " cannot be read or written: " + why + " (" +
                                              message_of(sqlite3_system_errno(handle_.get())) +
                                              "); look after its disk");
    default:
      throw Error(ErrorCode::Damaged,
                  place + " is not as it must be: " + why +
                      "; look at it with sqlite3, or move it away with those beside it and add the "
                      "ports again");
  }
}

SqliteTransaction::SqliteTransaction(Database& database, Kind kind) : database_(database) {
  database_.execute(kind == Kind::Writing ? "BEGIN IMMEDIATE" : "BEGIN");
}

SqliteTransaction::~SqliteTransaction() {
  if (!is_open_) return;
  try {
    database_.execute("ROLLBACK");
  } catch (const Error&) {
    // It was rolled back already by what went wrong.
    return;
  }
}

void SqliteTransaction::commit() {
  database_.execute("COMMIT");
  is_open_ = false;
}

}  // namespace ddb::store::detail

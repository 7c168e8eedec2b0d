// SPDX-License-Identifier: Apache-2.0
// Files that are locked, damaged, somebody else's, or not where they should be.
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "places.hpp"

using namespace ddb::store;
using namespace ddb::store::test;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

namespace {

template <class Call>
std::optional<Error> error_of(const Call& call) {
  try {
    call();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

// What a disk without room does to a store; empty: all that it should. In a process of its own,
// which has a small disk for itself.
std::string on_a_full_disk(const std::filesystem::path& disk) {
  const std::filesystem::path filler = disk / "filler";
  const auto store = open("sqlite:" + (disk / "bus.db").string());
  constexpr std::size_t there = 3;
  for (std::size_t i = 1; i <= there; ++i) store->add(some_key(static_cast<int>(i)));
  const auto watch = store->watch({}, store->list());
  std::ofstream(filler) << std::string(8U << 20U, 'x');
  // What SQLite has beside the disk's room is used up by some changes.
  std::size_t added = there;
  const auto add_one = [&] { return store->add(some_key(static_cast<int>(added) + 1)); };
  std::optional<Error> error;
  while (!error && added < 1000) {
    error = error_of([&] { add_one(); });
    if (!error) ++added;
  }
  if (!error) return "the disk does not become full";
  if (error->code() != ErrorCode::Full) return std::string("is no Full: ") + error->what();
  if (std::string(error->what()).find("make room on its disk") == std::string::npos) {
    return std::string("has no remedy: ") + error->what();
  }
  const auto size = [&] { return store->list().entries.size(); };
  if (size() != added) return "entries are lost, or there in part";
  if (!error_of([&] { mark_to_delete(*store, some_key(1)); })) return "a change was made";
  if (store->get(some_key(1))->status != Status::Added) return "a change was made in part";
  std::filesystem::remove(filler);
  if (!add_one().is_done) return "with room again, nothing is added";
  if (!mark_to_delete(*store, some_key(1)).is_done) return "with room again, nothing is changed";
  const std::size_t changes = added - there + 2;
  if (take(*watch, changes).size() != changes) return "the watch has lost a change";
  return "";
}

// A disk of this process alone; false where nobody may have one.
bool mount_small_disk(const std::filesystem::path& place) {
  constexpr unsigned long kFlags = MS_NOSUID | MS_NODEV;
  if (unshare(CLONE_NEWNS) != 0) return false;
  mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
  return mount("tmpfs", place.c_str(), "tmpfs", kFlags, "size=512k,mode=0777") == 0;
}

std::string sqlite(const std::string& file, const std::string& sql) {
  return output_of({"sqlite3", file, sql});
}

}  // namespace

TEST_CASE("the thesis's entry is what sqlite3 prints", "[file]") {
  const Place place(Kind::Sqlite);
  place.open()->add(thesis_key());
  CHECK(output_of({"sqlite3", "-separator", " ", place.file(), "select key, status from ports"}) ==
        "dbus1:128.194.131.52:usbip:128.194.131.66:1-3 ADDED");
}

TEST_CASE("a new file is for its user and group only, and its folder is made", "[file]") {
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "made" / "bus.db").string();
  open("sqlite:" + file)->add(thesis_key());
  struct stat status {};
  REQUIRE(stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0660);
  REQUIRE(stat((folder.path() / "made").c_str(), &status) == 0);
  CHECK((status.st_mode & 0007U) == 0);
}

TEST_CASE("a file that another process has locked costs the patience and no more", "[file]") {
  const Place place(Kind::Sqlite);
  const auto store = place.open(milliseconds(300));
  store->add(some_key(1));
  // A client that holds the lock until its input ends.
  FILE* const holder = popen(("sqlite3 '" + place.file() + "' > /dev/null").c_str(), "w");
  REQUIRE(holder != nullptr);
  const std::string is_held = place.file() + ".held";
  fputs(".timeout 5000\nbegin immediate;\ninsert into leases values ('x', '', 0, 0, '', 0, 1);\n",
        holder);
  fputs((".shell touch '" + is_held + "'\n").c_str(), holder);
  fflush(holder);
  const auto end = Clock::now() + std::chrono::seconds(10);
  while (!std::filesystem::exists(is_held) && Clock::now() < end) std::this_thread::yield();
  REQUIRE(std::filesystem::exists(is_held));
  const std::optional<Error> error = error_of([&] { store->add(some_key(2)); });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::Unavailable);
  CHECK(std::string(error->what()).find("locked by another process") != std::string::npos);
  CHECK(store->get(some_key(1)));  // reading needs no lock
  pclose(holder);
  CHECK(store->add(some_key(2)).is_done);
}

TEST_CASE("a file that is removed or replaced is a new store", "[file]") {
  const Place place(Kind::Sqlite);
  const auto store = place.open();
  store->add(some_key(1));
  const auto watch = store->watch({}, store->list());
  for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(place.file() + end);
  CHECK(store->list().entries.empty());
  CHECK(store->add(some_key(2)).is_done);
  auto changes = take(*watch, 2);
  REQUIRE(changes.size() == 2);
  CHECK(text_of(changes[0]) == some_key(1).text() + " ADDED>- (read)");
  CHECK(changes[1].entry->key == some_key(2));
}

TEST_CASE("what is no store is left alone, with a sentence", "[file]") {
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "x.db").string();
  const auto refused = [&](const std::string& url) {
    const auto error = error_of([&] { open(url)->list(); });
    REQUIRE(error);
    CHECK(std::string(error->what()).find("x.db") != std::string::npos);
    return error->code();
  };
  SECTION("text") {
    std::ofstream(file) << std::string(5000, 'x');
    CHECK(refused("sqlite:" + file) == ErrorCode::Damaged);
    CHECK(std::filesystem::file_size(file) == 5000);
  }
  SECTION("another program's database") {
    sqlite(file, "create table notes (text)");
    CHECK(refused("sqlite:" + file) == ErrorCode::Damaged);
    CHECK(sqlite(file, "select count(*) from sqlite_schema") == "1");
  }
  SECTION("of a newer version") {
    open("sqlite:" + file);
    sqlite(file, "pragma user_version = 99");
    CHECK(refused("sqlite:" + file) == ErrorCode::Damaged);
  }
  SECTION("of the first version") {
    open("sqlite:" + file)->add(thesis_key());
    sqlite(file, "drop table revocations");
    for (const std::string table : {"ports", "changes"}) {
      sqlite(file, "alter table " + table + " drop column protection");
      sqlite(file, "alter table " + table + " drop column grace");
    }
    sqlite(file, "pragma user_version = 1");
    const auto store = open("sqlite:" + file);
    REQUIRE(store->list().entries.size() == 1);
    CHECK(store->get(thesis_key())->protection.empty());
    CHECK_FALSE(store->revocations());
    CHECK(set_grace(*store, thesis_key(), Grace(5)).is_done);
    CHECK(sqlite(file, "pragma user_version") == "3");
  }
  SECTION("of the second version") {
    open("sqlite:" + file)->add(thesis_key());
    for (const std::string table : {"ports", "changes"}) {
      sqlite(file, "alter table " + table + " drop column grace");
    }
    sqlite(file, "pragma user_version = 2");
    const auto store = open("sqlite:" + file);
    REQUIRE(store->list().entries.size() == 1);
    CHECK_FALSE(store->get(thesis_key())->grace);
    CHECK(set_grace(*store, thesis_key(), kForEver).is_done);
    CHECK(sqlite(file, "pragma user_version") == "3");
  }
  SECTION("a folder") {
    std::filesystem::create_directory(file);
    CHECK(refused("sqlite:" + file) == ErrorCode::Invalid);
  }
  SECTION("a FIFO") {
    REQUIRE(mkfifo(file.c_str(), 0600) == 0);
    CHECK(refused("sqlite:" + file) == ErrorCode::Invalid);
  }
  SECTION("in a folder that is not there") {
    CHECK(refused("sqlite:" + (folder.path() / "a" / "b" / "x.db").string()) == ErrorCode::Invalid);
  }
  SECTION("cut short") {
    const auto store = open("sqlite:" + file);
    for (int i = 0; i < 50; ++i) store->add(some_key(i));
    sqlite(file, "pragma wal_checkpoint(truncate)");
    const TemporaryFolder other;
    const std::string copy = (other.path() / "x.db").string();
    std::filesystem::copy_file(file, copy);
    std::filesystem::resize_file(copy, std::filesystem::file_size(copy) / 2);
    CHECK(refused("sqlite:" + copy) == ErrorCode::Damaged);
  }
}

TEST_CASE("a user without rights is told who may", "[file]") {
  if (geteuid() != 0) {
    WARN("SKIPPED: only root can become another user here");
    return;
  }
  const Place place(Kind::Sqlite);
  place.open()->add(some_key(1));
  REQUIRE(seteuid(65534) == 0);
  const auto error = error_of([&] { place.open(); });
  REQUIRE(seteuid(0) == 0);
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::Denied);
  CHECK(std::string(error->what()).find("sudo") != std::string::npos);
}

TEST_CASE("a full disk changes nothing, says so, and is found again with room", "[file]") {
  const TemporaryFolder disk;
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const pid_t process = fork();
  if (process == 0) {
    std::string why = "SKIPPED: only root can mount a small disk";
    try {
      if (mount_small_disk(disk.path())) why = on_a_full_disk(disk.path());
    } catch (const std::exception& error) {
      why = error.what();
    }
    static_cast<void>(write(ends[1], why.data(), why.size()) + 0);
    _exit(0);
  }
  close(ends[1]);
  std::string why;
  std::array<char, 512> block{};
  for (ssize_t count = 0; (count = read(ends[0], block.data(), block.size())) > 0;) {
    why.append(block.data(), static_cast<std::size_t>(count));
  }
  close(ends[0]);
  int status = 0;
  waitpid(process, &status, 0);
  CHECK(WIFEXITED(status));
  if (why.starts_with("SKIPPED")) {
    WARN(why);
  } else {
    CHECK(why.empty());
  }
}

TEST_CASE("names that SQLite takes for something else are files", "[file]") {
  const TemporaryFolder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  open("sqlite::memory:")->add(some_key(1));
  open("sqlite:file:a?mode=memory")->add(some_key(2));
  CHECK(std::filesystem::exists(":memory:"));
  CHECK(open("sqlite::memory:")->list().entries.size() == 1);
  CHECK(std::filesystem::exists("file:a?mode=memory"));
  std::filesystem::current_path(before);
}

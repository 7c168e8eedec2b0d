// SPDX-License-Identifier: Apache-2.0
#include "sqlite_follower.hpp"

#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <utility>

#include "descriptor.hpp"
#include "sqlite_database.hpp"
#include "sqlite_rows.hpp"
#include "waiting.hpp"

namespace ddb::store::detail {

namespace {

// The journal is written before the commit, and a writer may be killed between its commit and its
// signal: after an event the file is looked at again, at first soon.
constexpr std::chrono::milliseconds kFirstLook{50};
constexpr std::chrono::milliseconds kLongestLook{5000};

class SqliteFollower final : public Follower {
 public:
  SqliteFollower(std::string path, std::chrono::milliseconds patience, Filter filter, Listing from)
      : Follower(std::move(filter), std::move(from)), path_(std::move(path)), patience_(patience) {}

  Listing read_all(int /*stop*/) override { return list_ports(database(), filter()); }

  std::optional<std::vector<Recorded>> read_on(const Revision& place, int stop) override {
    const bool is_new = !database_ || !database_->is_current();
    for (;;) {
      auto changes = changes_after(database(), place);
      if (!changes || !changes->empty() || is_new) return changes;
      if (wait(stop) == Woken::Stopped) return changes;
    }
  }

 private:
  Database& database() {
    if (database_ && database_->is_current()) return *database_;
    database_.reset();
    database_.emplace(path_, patience_);
    const std::filesystem::path whole = std::filesystem::absolute(path_);
    name_ = whole.filename().string();
    inotify_ = Descriptor(inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
    constexpr std::uint32_t kEvents =
        IN_ATTRIB | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM;
    // Without it (there are limits for each user) the file is looked at every now and then.
    if (inotify_.get() >= 0)
      inotify_add_watch(inotify_.get(), whole.parent_path().c_str(), kEvents);
    look_ = kFirstLook;
    return *database_;
  }

  // Until it is time to look at the file.
  Woken wait(int stop) {
    const auto until = Clock::now() + look_;
    for (;;) {
      const Woken woken = wait_for(inotify_.get(), POLLIN, until, stop);
      if (woken == Woken::TimeOver) look_ = std::min(look_ * 2, kLongestLook);
      if (woken == Woken::Ready && !take_events()) continue;
      if (woken == Woken::Ready) look_ = kFirstLook;
      return woken;
    }
  }

  // Whether an event was of this file or its journal.
  bool take_events() const {
    bool is_ours = false;
    alignas(inotify_event) std::array<char, 4096> buffer{};
    for (;;) {
      const ssize_t count = read(inotify_.get(), buffer.data(), buffer.size());
      if (count <= 0) return is_ours;
      for (std::size_t at = 0; at < static_cast<std::size_t>(count);) {
        inotify_event event{};
        std::memcpy(&event, buffer.data() + at, sizeof event);
        const std::string_view name =
            event.len == 0 ? "" : std::string_view(buffer.data() + at + sizeof event);
        if (name.empty() || name == name_ || name == name_ + "-wal") is_ours = true;
        at += sizeof event + event.len;
      }
    }
  }

  std::string path_;
  std::string name_;
  std::chrono::milliseconds patience_;
  std::optional<Database> database_;
  Descriptor inotify_;
  std::chrono::milliseconds look_ = kFirstLook;
};

}  // namespace

std::unique_ptr<Follower> follow_sqlite(std::string path, std::chrono::milliseconds patience,
                                        Filter filter, Listing from) {
  return std::make_unique<SqliteFollower>(std::move(path), patience, std::move(filter),
                                          std::move(from));
}

}  // namespace ddb::store::detail

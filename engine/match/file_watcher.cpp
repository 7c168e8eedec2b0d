// SPDX-License-Identifier: Apache-2.0
#include "file_watcher.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

namespace ddb::match {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

// Editors that save in several steps take some milliseconds.
constexpr auto kQuiet = 10ms;
// A file that is written for longer, or is away for longer, is read as it is.
constexpr auto kLongest = 500ms;

constexpr std::uint32_t kMask = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE |
                                IN_DELETE | IN_MODIFY | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool is_there(const std::string& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

fs::path folder_with(const fs::path& path) {
  const fs::path parent = path.parent_path();
  return parent.empty() ? fs::path(".") : parent;
}

}  // namespace

Descriptor::Descriptor(int number, const char* what) : number_(number) {
  if (number < 0) throw std::system_error(errno, std::generic_category(), what);
}

Descriptor::~Descriptor() { close(number_); }

FileWatcher::FileWatcher(std::vector<std::string> names, int stop)
    : names_(std::move(names)),
      inotify_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK), "files cannot be watched"),
      stop_(stop) {}

FileWatcher::Folder* FileWatcher::folder_of(const std::string& path) {
  const int number = inotify_add_watch(inotify_.get(), path.c_str(), kMask);
  if (number >= 0) return &folders_[number];
  // A folder that has just gone, or may not be read: what loads the files will say so.
  if (errno == ENOENT || errno == ENOTDIR || errno == EACCES) return nullptr;
  throw std::system_error(errno, std::generic_category(),
                          "the folder " + path + " cannot be watched");
}

void FileWatcher::watch(const std::string& folder, const std::string& name) {
  fs::path place = folder;
  std::string wanted = name;
  // Where the folder is not there, its coming is what to wait for.
  while (!is_folder(place)) {
    if (place == folder_with(place)) return;
    wanted = place.filename().string();
    place = folder_with(place);
  }
  if (Folder* const found = folder_of(place.string())) found->names.insert(wanted);
}

void FileWatcher::watch_tree(const std::string& folder) {
  if (Folder* const found = folder_of(folder)) found->all = true;
  std::error_code failure;
  fs::recursive_directory_iterator entries(folder, failure);
  for (; !failure && entries != fs::recursive_directory_iterator(); entries.increment(failure)) {
    if (!entries->is_directory(failure) || failure) continue;
    if (Folder* const found = folder_of(entries->path().string())) found->all = true;
  }
}

void FileWatcher::arm() {
  folders_.clear();
  present_.clear();
  std::copy_if(names_.begin(), names_.end(), std::back_inserter(present_), is_there);
  for (const std::string& name : names_) {
    const fs::path path = fs::path(name).lexically_normal();
    const fs::path file = path.has_filename() ? path : path.parent_path();
    watch(folder_with(file).string(), file.filename().string());
    if (is_folder(file)) {
      watch_tree(file.string());
    } else if (fs::is_symlink(fs::symlink_status(file))) {
      std::error_code ignored;
      const fs::path target = fs::weakly_canonical(file, ignored);
      if (!ignored) watch(folder_with(target).string(), target.filename().string());
    }
  }
}

FileWatcher::News FileWatcher::wait() {
  for (;;) {
    bool stopped = false;
    is_readable(Clock::time_point::max(), stopped);
    if (stopped) return News::Stopped;
    if (read_events() == Seen::Change) return settle();
  }
}

FileWatcher::News FileWatcher::settle() {
  const Clock::time_point latest = Clock::now() + kLongest;
  for (;;) {
    const Clock::time_point until =
        is_unsettled() ? latest : std::min(latest, Clock::now() + kQuiet);
    bool stopped = false;
    if (!is_readable(until, stopped)) break;
    if (stopped) return News::Stopped;
    read_events();
  }
  written_.clear();
  return News::Saved;
}

bool FileWatcher::is_unsettled() const {
  const bool writing = std::any_of(written_.begin(), written_.end(),
                                   [](const auto& entry) { return !entry.second.empty(); });
  return writing || !std::all_of(present_.begin(), present_.end(), is_there);
}

bool FileWatcher::is_readable(Clock::time_point until, bool& stopped) const {
  std::array<pollfd, 2> watched{{{inotify_.get(), POLLIN, 0}, {stop_, POLLIN, 0}}};
  for (;;) {
    int patience = -1;
    if (until != Clock::time_point::max()) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
      patience = static_cast<int>(std::max(left, 0ms).count());
    }
    const int ready = poll(watched.data(), watched.size(), patience);
    if (ready < 0 && errno != EINTR) {
      throw std::system_error(errno, std::generic_category(), "files cannot be watched");
    }
    if (ready == 0) return false;
    if (ready < 0) continue;
    stopped = watched[1].revents != 0;
    return true;
  }
}

FileWatcher::Seen FileWatcher::read_events() {
  alignas(inotify_event) std::array<char, 16384> block{};
  Seen seen = Seen::Nothing;
  for (;;) {
    const ssize_t length = read(inotify_.get(), block.data(), block.size());
    if (length <= 0) return seen;
    const inotify_event* event = nullptr;
    for (std::size_t at = 0; at < static_cast<std::size_t>(length);
         at += sizeof(inotify_event) + event->len) {
      event = reinterpret_cast<const inotify_event*>(block.data() + at);
      if ((event->mask & IN_Q_OVERFLOW) != 0) seen = Seen::Change;
      const auto folder = folders_.find(event->wd);
      if (folder == folders_.end()) continue;
      if ((event->mask & (IN_DELETE_SELF | IN_MOVE_SELF)) != 0) seen = Seen::Change;
      if (event->len == 0) continue;
      const std::string name(event->name);
      const bool wanted = folder->second.names.count(name) > 0 ||
                          (folder->second.all &&
                           ((event->mask & IN_ISDIR) != 0 || fs::path(name).extension() == ".pl"));
      if (!wanted) continue;
      seen = Seen::Change;
      if ((event->mask & IN_ISDIR) != 0) continue;
      std::set<std::string>& written = written_[event->wd];
      if ((event->mask & IN_MODIFY) != 0) {
        written.insert(name);
      } else if ((event->mask & (IN_CREATE | IN_ATTRIB)) == 0) {
        written.erase(name);
      }
    }
  }
}

}  // namespace ddb::match

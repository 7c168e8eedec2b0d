// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_MATCH_FILE_WATCHER_HPP
#define DDB_MATCH_FILE_WATCHER_HPP

#include <chrono>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace ddb::match {

/// Owns a file descriptor.
class Descriptor {
 public:
  /// @param number -1 where the system gave none
  /// @param what it was to be, for the sentence of the std::system_error that is thrown then
  Descriptor(int number, const char* what);
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();

  int get() const noexcept { return number_; }

 private:
  int number_;
};

/// Waits until files are saved, however an editor does it: written in place, renamed over the old
/// one, or deleted and made again. Watched are the folders that the files are in, as a file that is
/// replaced takes a watch of its own with it.
class FileWatcher {
 public:
  enum class News {
    Saved,    ///< something was saved, and for a moment nothing more
    Stopped,  ///< the other descriptor is readable
  };

  /// @param names files, and folders that stand for the *.pl files in them and below. None of them
  ///        need be there yet.
  /// @param stop a descriptor that ends the wait when it is readable
  /// @throws std::system_error
  FileWatcher(std::vector<std::string> names, int stop);

  /// Looks at the folders that are there now. What is saved after this is seen by the next
  /// wait(), so this belongs before the files are read.
  void arm();

  /// Waits for the next save. Several within some milliseconds are one, a file that is away comes
  /// back within half a second or is gone.
  News wait();

 private:
  using Clock = std::chrono::steady_clock;
  enum class Seen { Nothing, Change };

  struct Folder {
    bool all = false;             // every *.pl file in it, and every folder
    std::set<std::string> names;  // these files
  };

  void watch(const std::string& folder, const std::string& name);
  void watch_tree(const std::string& folder);
  Folder* folder_of(const std::string& path);
  News settle();
  bool is_unsettled() const;
  Seen read_events();
  // Waits until there are events, the time is over (false) or the end was asked for.
  bool is_readable(Clock::time_point until, bool& stopped) const;

  std::vector<std::string> names_;
  std::vector<std::string> present_;  // of the names, when the folders were looked at
  Descriptor inotify_;
  int stop_;
  std::map<int, Folder> folders_;                 // by watch
  std::map<int, std::set<std::string>> written_;  // by watch: begun and not yet closed
};

}  // namespace ddb::match

#endif  // DDB_MATCH_FILE_WATCHER_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_CA_FILES_HPP
#define DDB_CA_FILES_HPP

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace ddb::ca::detail {

constexpr mode_t kSecret = 0600;
constexpr mode_t kPublic = 0644;

/// Replaces the file as a whole: after a crash there is the old one or the new one.
/// @throws Error it can't be written
void write_file(const std::filesystem::path& path, std::string_view text, mode_t mode);

/// The file's text; none if there is no such file.
/// @throws Error it can't be read, or has more than `most` bytes
std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t most);

/// Makes the folder for its user only, and those above it, if they are not there.
/// @throws Error it can't be made
void make_folder(const std::filesystem::path& path);

/// @throws Error others than its owner may read or write what must be secret
void check_secret(const std::filesystem::path& path);
/// @throws Error others than its owner may change what is in the folder
void check_folder(const std::filesystem::path& path);

/// A file that one process at a time has. Given back at the end of the process, however it ends.
class Lock {
 public:
  /// @throws Error another one has it for longer than this, or it can't be made
  Lock(const std::filesystem::path& path, std::chrono::milliseconds patience);
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
  ~Lock();

 private:
  int descriptor_;
};

}  // namespace ddb::ca::detail

#endif  // DDB_CA_FILES_HPP

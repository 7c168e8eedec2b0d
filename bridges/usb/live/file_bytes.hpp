// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_LIVE_FILE_BYTES_HPP
#define DDB_USB_LIVE_FILE_BYTES_HPP

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

namespace ddb::usb::live {

/// More than any device has to say: eight configurations of 64 KiB.
inline constexpr std::size_t kMostBytes = std::size_t{1} << 20U;

/// What a file holds, or why it could not be read.
struct FileBytes {
  std::vector<std::uint8_t> bytes;  ///< at most kMostBytes
  std::error_code failure;          ///< of open() or read(); what is no file at all is one too

  /// Whether there is no such file.
  bool is_missing() const noexcept {
    return failure == std::errc::no_such_file_or_directory || failure == std::errc::not_a_directory;
  }
};

/// Reads a file, without waiting for anything: a pipe, say, is no file to read.
FileBytes read_file(const std::filesystem::path& path);

}  // namespace ddb::usb::live

#endif  // DDB_USB_LIVE_FILE_BYTES_HPP

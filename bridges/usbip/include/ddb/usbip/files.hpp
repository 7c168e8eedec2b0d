// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USBIP_FILES_HPP
#define DDB_USBIP_FILES_HPP

#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "ddb/usbip/result.hpp"

namespace ddb::usbip {

/// A sysfs, as far as usbip needs it. Paths are below its root: "bus/usb/devices". One thread at a
/// time may use it, unless an implementation says more.
class Files {
 public:
  Files() = default;
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;
  virtual ~Files() = default;

  /// The text of a file, without spaces and new lines at its end; at most 64 KiB of it.
  virtual Result<std::string, std::error_code> read(const std::string& path) const = 0;
  /// The bytes of a file as they are; at most 64 KiB of them.
  virtual Result<std::string, std::error_code> bytes(const std::string& path) const = 0;
  /// Writes the text with one call of write(); the file must be there.
  virtual std::error_code write(const std::string& path, std::string_view text) = 0;
  /// Where a symbolic link leads, as it is written there.
  virtual Result<std::string, std::error_code> link(const std::string& path) const = 0;
  /// The names in a folder, sorted.
  virtual Result<std::vector<std::string>, std::error_code> list(const std::string& path) const = 0;
};

/// The tree below a folder: the kernel's own at /sys, or one that looks like it. Any number of
/// threads may use it.
class SystemFiles : public Files {
 public:
  explicit SystemFiles(std::string root = "/sys") : root_(std::move(root)) {}

  Result<std::string, std::error_code> read(const std::string& path) const override;
  Result<std::string, std::error_code> bytes(const std::string& path) const override;
  std::error_code write(const std::string& path, std::string_view text) override;
  Result<std::string, std::error_code> link(const std::string& path) const override;
  Result<std::vector<std::string>, std::error_code> list(const std::string& path) const override;

 private:
  std::string root_;
};

}  // namespace ddb::usbip

#endif  // DDB_USBIP_FILES_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_LIVE_FOLDER_HPP
#define DDB_USB_LIVE_FOLDER_HPP

#include <dirent.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

namespace ddb::usb::live {

/// The names in a folder, sorted, but for those that begin with a dot.
/// @param folder which one
/// @param failure why it could not be read, or nothing
inline std::vector<std::string> names_in(const std::filesystem::path& folder,
                                         std::error_code& failure) {
  struct Close {
    void operator()(DIR* stream) const { closedir(stream); }
  };
  std::vector<std::string> names;
  failure.clear();
  // Not std::filesystem's: it calls openat(), which test beds do not redirect.
  const std::unique_ptr<DIR, Close> stream(opendir(folder.c_str()));
  if (!stream) {
    failure = {errno, std::generic_category()};
    return names;
  }
  while (const dirent* const entry = readdir(stream.get())) {
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace ddb::usb::live

#endif  // DDB_USB_LIVE_FOLDER_HPP

// SPDX-License-Identifier: Apache-2.0
#include "ddb/usbip/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "ddb/usbip/socket.hpp"

namespace ddb::usbip {

namespace {

std::error_code last_error() { return {errno, std::generic_category()}; }

}  // namespace

Result<std::string, std::error_code> SystemFiles::read(const std::string& path) const {
  Result<std::string, std::error_code> text = bytes(path);
  if (text) text->erase(text->find_last_not_of(" \n") + 1);
  return text;
}

Result<std::string, std::error_code> SystemFiles::bytes(const std::string& path) const {
  const Socket file(open((root_ + "/" + path).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return last_error();
  constexpr std::size_t most = 65536;
  std::string text;
  while (text.size() < most) {
    constexpr std::size_t piece = 4096;
    const std::size_t size = text.size();
    text.resize(size + piece);
    const ssize_t count = ::read(file.get(), text.data() + size, piece);
    text.resize(size + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    if (count < 0) return last_error();
    if (count == 0) break;
  }
  return text;
}

std::error_code SystemFiles::write(const std::string& path, std::string_view text) {
  const Socket file(open((root_ + "/" + path).c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC));
  if (file.get() < 0) return last_error();
  const ssize_t count = ::write(file.get(), text.data(), text.size());
  if (count < 0) return last_error();
  if (static_cast<std::size_t>(count) < text.size()) {
    return std::make_error_code(std::errc::io_error);
  }
  return {};
}

Result<std::string, std::error_code> SystemFiles::link(const std::string& path) const {
  std::error_code error;
  const std::filesystem::path target =
      std::filesystem::read_symlink(std::filesystem::path(root_) / path, error);
  if (error) return error;
  return target.string();
}

Result<std::vector<std::string>, std::error_code> SystemFiles::list(const std::string& path) const {
  std::error_code error;
  std::vector<std::string> names;
  std::filesystem::directory_iterator it(std::filesystem::path(root_) / path, error);
  for (; !error && it != std::filesystem::directory_iterator(); it.increment(error)) {
    names.push_back(it->path().filename().string());
  }
  if (error) return error;
  std::ranges::sort(names);
  return names;
}

}  // namespace ddb::usbip

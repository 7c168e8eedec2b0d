// SPDX-License-Identifier: Apache-2.0
#include "file_bytes.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "descriptor.hpp"

namespace ddb::usb::live {

namespace {

std::error_code last_error() { return {errno, std::generic_category()}; }

}  // namespace

FileBytes read_file(const std::filesystem::path& path) {
  FileBytes file;
  const Descriptor descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  struct stat status {};
  if (descriptor.get() < 0 || fstat(descriptor.get(), &status) != 0) {
    file.failure = last_error();
    return file;
  }
  if (!S_ISREG(status.st_mode)) {
    file.failure = std::make_error_code(
        S_ISDIR(status.st_mode) ? std::errc::is_a_directory : std::errc::operation_not_supported);
    return file;
  }
  // What sysfs says of a file's size is no more than a guess.
  constexpr std::size_t kStep = 4096;
  std::size_t used = 0;
  while (used < kMostBytes) {
    file.bytes.resize(used + kStep);
    const ssize_t count = ::read(descriptor.get(), file.bytes.data() + used, kStep);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) file.failure = last_error();
    if (count <= 0) break;
    used += static_cast<std::size_t>(count);
  }
  file.bytes.resize(used);
  return file;
}

}  // namespace ddb::usb::live

// SPDX-License-Identifier: Apache-2.0
#include "files.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <random>
#include <system_error>
#include <thread>

#include "ddb/ca/error.hpp"

namespace ddb::ca::detail {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void failed(const std::string& what, const fs::path& path, int error) {
  std::string remedy = "see that its folder is there and may be written";
  if (error == EACCES || error == EPERM) remedy = "run this as the user whose it is (sudo)";
  if (error == ENOSPC || error == EDQUOT) remedy = "make room there";
  throw Error(what + " " + path.string() + ": " + std::generic_category().message(error) + "; " +
              remedy);
}

class Descriptor {
 public:
  explicit Descriptor(int number) noexcept : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  int get() const noexcept { return number_; }

 private:
  int number_;
};

// 0, or what went wrong.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = write(descriptor, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return fsync(descriptor) == 0 ? 0 : errno;
}

struct stat status_of(const fs::path& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) failed("cannot look at", path, errno);
  return status;
}

}  // namespace

void write_file(const fs::path& path, std::string_view text, mode_t mode) {
  std::random_device random;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : ".";
  const fs::path draft = folder / std::string(".")
                                      .append(path.filename().string())
                                      .append(".")
                                      .append(std::to_string(random()));
  int error = 0;
  {
    const Descriptor file(
        open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    if (file.get() < 0) failed("cannot write", path, errno);
    // The creator's umask is not what the readers need.
    error = fchmod(file.get(), mode) == 0 ? write_all(file.get(), text) : errno;
  }
  if (error == 0 && rename(draft.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0) {
    unlink(draft.c_str());
    failed("cannot write", path, error);
  }
  const Descriptor its_folder(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (its_folder.get() >= 0) static_cast<void>(fsync(its_folder.get()) + 0);
}

std::optional<std::string> read_file(const fs::path& path, std::size_t most) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0 && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  if (file.get() < 0) failed("cannot read", path, errno);
  std::string text;
  std::array<char, 65536> block{};
  for (;;) {
    const ssize_t count = read(file.get(), block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) failed("cannot read", path, errno);
    if (count == 0) return text;
    text.append(block.data(), static_cast<std::size_t>(count));
    if (text.size() > most) {
      throw Error("cannot read " + path.string() + ": it is longer than " + std::to_string(most) +
                  " bytes; name another file");
    }
  }
}

void make_folder(const fs::path& path) {
  if (path.empty() || fs::is_directory(path)) return;
  if (path.has_parent_path() && path.parent_path() != path) make_folder(path.parent_path());
  if (mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) failed("cannot make", path, errno);
}

void check_secret(const fs::path& path) {
  if ((status_of(path).st_mode & 077U) == 0) return;
  throw Error("others may read " + path.string() +
              ", so it may be no secret any more; 'chmod 600' it, or make a new authority if "
              "others were here");
}

void check_folder(const fs::path& path) {
  if ((status_of(path).st_mode & 022U) == 0) return;
  throw Error("others may write to " + path.string() + "; 'chmod 700' it, and see what is in it");
}

Lock::Lock(const fs::path& path, std::chrono::milliseconds patience)
    : descriptor_(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kSecret)) {
  if (descriptor_ < 0) failed("cannot write", path, errno);
  const auto end = std::chrono::steady_clock::now() + patience;
  while (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const int error = errno;
    if (error == EWOULDBLOCK && std::chrono::steady_clock::now() < end) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      continue;
    }
    close(descriptor_);
    if (error != EWOULDBLOCK) failed("cannot lock", path, error);
    throw Error("another process works with " + path.parent_path().string() +
                "; try again when it is done, and look with 'fuser " + path.string() +
                "' which it is");
  }
}

Lock::~Lock() { close(descriptor_); }

}  // namespace ddb::ca::detail

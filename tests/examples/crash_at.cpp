// SPDX-License-Identifier: Apache-2.0
// Preloaded into a process, kills it with SIGKILL at the call number DDB_CRASH_AT, from 1, of those
// that change files: opening to write, writing, syncing, renaming. A write has written half by
// then.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

namespace {

bool is_last_call() {
  static int calls = 0;
  static const char* const text = std::getenv("DDB_CRASH_AT");
  return text != nullptr && ++calls == std::atoi(text);
}

void crash() { static_cast<void>(std::raise(SIGKILL)); }

bool is_file(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
}

template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  std::va_list arguments;
  va_start(arguments, flags);
  // NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized): va_start has made it so
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  if ((flags & (O_CREAT | O_DIRECTORY)) != 0 && is_last_call()) crash();
  return next<int(const char*, int, ...)>("open")(path, flags, mode);
}

ssize_t write(int descriptor, const void* data, size_t size) {
  const auto real = next<ssize_t(int, const void*, size_t)>("write");
  if (is_file(descriptor) && is_last_call()) {
    static_cast<void>(real(descriptor, data, size / 2));
    crash();
  }
  return real(descriptor, data, size);
}

int fsync(int descriptor) {
  if (is_last_call()) crash();
  return next<int(int)>("fsync")(descriptor);
}

int rename(const char* before, const char* after) noexcept {
  if (is_last_call()) crash();
  return next<int(const char*, const char*)>("rename")(before, after);
}
}

// SPDX-License-Identifier: Apache-2.0
#include "output_file.hpp"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <system_error>

#include "terminal.hpp"

namespace ddb::match {

namespace {

// Closed with the object; what closing finds out goes unheard.
struct Close {
  void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
};
using File = std::unique_ptr<std::FILE, Close>;

[[noreturn]] void fail(const std::string& path) {
  throw std::runtime_error(path + " cannot be written: " + std::generic_category().message(errno));
}

}  // namespace

void write_result(const std::string& path, const std::string& text) {
  if (path.empty() || path == "-") {
    Terminal::output().write(text);
    return;
  }
  File file(std::fopen(path.c_str(), "wbe"));
  if (!file) fail(path);
  const bool written = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size();
  // Closing writes what is buffered.
  if (!written || std::fclose(file.release()) != 0) fail(path);
}

}  // namespace ddb::match

// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <system_error>

#include "commands.hpp"
#include "terminal.hpp"

namespace ddb::match {

namespace {

// Closed with the object; what closing finds out goes unheard.
struct Close {
  void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
};
using File = std::unique_ptr<std::FILE, Close>;

[[noreturn]] void fail(const std::string& what) {
  throw std::runtime_error(what + ": " + std::generic_category().message(errno));
}

std::string read_standard_input() {
  std::string text;
  std::array<char, 65536> block{};
  std::size_t count = 0;
  do {
    count = std::fread(block.data(), 1, block.size(), stdin);
    text.append(block.data(), count);
  } while (count == block.size());
  if (std::ferror(stdin) != 0) fail("standard input cannot be read");
  return text;
}

void write_file(const std::string& path, const std::string& text) {
  File file(std::fopen(path.c_str(), "wbe"));
  if (!file) fail(path + " cannot be written");
  const bool written = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size();
  // Closing writes what is buffered.
  if (!written || std::fclose(file.release()) != 0) fail(path + " cannot be written");
}

}  // namespace

ExitCode convert(const ConvertOptions& options) {
  const Engine engine;
  const Source source = options.file == "-" ? Source::text(SourceName("-"), read_standard_input())
                                            : Source::file(options.file);
  const Conversion conversion = engine.convert(source, options.to);
  for (const Diagnostic& diagnostic : conversion.diagnostics) print(diagnostic);
  if (!conversion.text) return ExitCode::InputErrors;
  if (options.output.empty() || options.output == "-") {
    Terminal::output().write(*conversion.text);
  } else {
    write_file(options.output, *conversion.text);
  }
  return ExitCode::Done;
}

}  // namespace ddb::match

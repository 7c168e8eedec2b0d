// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <system_error>

#include "commands.hpp"
#include "output_file.hpp"
#include "terminal.hpp"

namespace ddb::match {

namespace {

std::string read_standard_input() {
  std::string text;
  std::array<char, 65536> block{};
  std::size_t count = 0;
  do {
    count = std::fread(block.data(), 1, block.size(), stdin);
    text.append(block.data(), count);
  } while (count == block.size());
  if (std::ferror(stdin) != 0) {
    throw std::runtime_error("standard input cannot be read: " +
                             std::generic_category().message(errno));
  }
  return text;
}

}  // namespace

ExitCode convert(const ConvertOptions& options) {
  const Engine engine;
  const Source source = options.file == "-" ? Source::text(SourceName("-"), read_standard_input())
                                            : Source::file(options.file);
  const Conversion conversion = engine.convert(source, options.to);
  for (const Diagnostic& diagnostic : conversion.diagnostics) print(diagnostic);
  if (!conversion.text) return ExitCode::InputErrors;
  write_result(options.output, *conversion.text);
  return ExitCode::Done;
}

}  // namespace ddb::match

// SPDX-License-Identifier: Apache-2.0
#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace ddb::match {

namespace {

// Enough to hand whole transcripts to the kernel in few pieces.
constexpr std::size_t kBufferSize = 65536;

// ECMA-48, select graphic rendition.
std::string_view start_of(Colour colour) {
  switch (colour) {
    case Colour::Bold:
      return "\033[1m";
    case Colour::Dim:
      return "\033[2m";
    case Colour::Red:
      return "\033[31m";
    case Colour::Green:
      return "\033[32m";
    case Colour::Yellow:
      return "\033[33m";
    case Colour::Blue:
      return "\033[34m";
    case Colour::Cyan:
      return "\033[36m";
    case Colour::None:
      break;
  }
  return "";
}

std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr ? value : "";
}

bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

Terminal::Terminal(int descriptor) : descriptor_(descriptor) {
  is_terminal_ = isatty(descriptor) != 0 && environment("TERM") != "dumb";
  if (!is_terminal_) return;
  // https://no-color.org: any value but the empty one.
  colours_ = environment("NO_COLOR").empty();
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0) width_ = size.ws_col;
}

Terminal& Terminal::output() {
  static Terminal terminal(STDOUT_FILENO);
  return terminal;
}

Terminal& Terminal::error() {
  static Terminal terminal(STDERR_FILENO);
  return terminal;
}

void Terminal::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= kBufferSize) flush();
}

void Terminal::write(std::string_view text, Colour colour) {
  if (!colours_ || colour == Colour::None) {
    write(text);
    return;
  }
  buffer_ += start_of(colour);
  buffer_ += text;
  write("\033[0m");
}

void Terminal::flush() {
  std::string_view rest = buffer_;
  int failure = 0;
  while (!rest.empty()) {
    const ssize_t count = ::write(descriptor_, rest.data(), rest.size());
    if (count >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      failure = errno;
      break;
    }
  }
  buffer_.clear();
  if (failure == 0 || descriptor_ != STDOUT_FILENO) return;
  if (failure == EPIPE) throw OutputError("");
  throw OutputError("cannot write to standard output: " + std::generic_category().message(failure));
}

void print(const Diagnostic& diagnostic) {
  Terminal& terminal = Terminal::error();
  const std::string text = diagnostic.str();
  const bool is_error = diagnostic.severity == Severity::Error;
  const std::string_view word = is_error ? "error:" : "warning:";
  const std::size_t at = text.find(word, diagnostic.file.size());
  terminal.write(text.substr(0, at));
  terminal.write(word, is_error ? Colour::Red : Colour::Yellow);
  terminal.write(text.substr(at + word.size()) + "\n");
  terminal.flush();
}

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_code_point));
}

std::string wrap(std::string_view text, std::size_t width, std::size_t indent) {
  // A narrow terminal gets long lines rather than one word a line.
  constexpr std::size_t kNarrowest = 20;
  if (width < indent + kNarrowest || columns(text) <= width) return std::string(text);
  std::string wrapped;
  std::size_t room = width;
  while (columns(text) > room) {
    std::size_t bytes = 0;
    std::size_t seen = 0;
    std::size_t last_space = std::string_view::npos;
    for (; bytes < text.size(); ++bytes) {
      if (starts_code_point(text[bytes]) && ++seen > room + 1) break;
      if (text[bytes] == ' ' && text.find_first_not_of(' ') < bytes) last_space = bytes;
    }
    if (last_space == std::string_view::npos) last_space = text.find(' ', bytes);
    if (last_space == std::string_view::npos) break;
    wrapped += text.substr(0, last_space);
    wrapped += '\n';
    wrapped.append(indent, ' ');
    text.remove_prefix(last_space + 1);
    room = width - indent;
  }
  wrapped += text;
  return wrapped;
}

}  // namespace ddb::match

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_MATCH_TERMINAL_HPP
#define DDB_MATCH_TERMINAL_HPP

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

#include "ddb/model.hpp"

namespace ddb::match {

enum class Colour { None, Bold, Dim, Red, Green, Yellow, Blue, Cyan };

/// Standard output could not be written; what() is the sentence to print, empty for a reader that
/// has gone and wants to hear no more.
class OutputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Standard output or standard error: buffered text, coloured only on a terminal.
class Terminal {
 public:
  static Terminal& output();  ///< standard output
  static Terminal& error();   ///< standard error; trouble with it is ignored

  /// Whether this is a terminal (not where TERM is "dumb").
  bool is_terminal() const { return is_terminal_; }
  /// Columns of the terminal; 0 where it is none.
  std::size_t width() const { return width_; }

  /// @throws OutputError
  void write(std::string_view text);
  void write(std::string_view text, Colour colour);
  /// @throws OutputError
  void flush();

 private:
  explicit Terminal(int descriptor);

  int descriptor_;
  bool is_terminal_ = false;
  bool colours_ = false;
  std::size_t width_ = 0;
  std::string buffer_;
};

/// Prints a diagnostic as one line on standard error.
void print(const Diagnostic& diagnostic);

/// Columns that UTF-8 text takes, one per code point.
std::size_t columns(std::string_view text);

/// The text in lines of at most `width` columns (0: no limit), broken at spaces where it can be,
/// every line after the first indented by `indent`. Does not end in a new line.
std::string wrap(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace ddb::match

#endif  // DDB_MATCH_TERMINAL_HPP

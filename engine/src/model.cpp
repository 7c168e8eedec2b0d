// SPDX-License-Identifier: Apache-2.0
#include "ddb/model.hpp"

#include "ddb/error.hpp"
#include "term.hpp"

namespace ddb {

void detail::check_name(std::string_view text) {
  if (text.empty()) throw Error(ErrorCode::Invalid, "a name is empty: give it a text");
  if (find_invalid_utf8(text) != std::string_view::npos) {
    throw Error(ErrorCode::Invalid, "a name is not UTF-8, the encoding of every text");
  }
}

std::string Diagnostic::str() const {
  std::string text;
  if (!file.empty()) {
    text += file + ":";
    if (line > 0) {
      text += std::to_string(line) + ":";
      if (column > 0) text += std::to_string(column) + ":";
    }
    text += " ";
  }
  text += severity == Severity::Error ? "error: " : "warning: ";
  if (!term_path.empty()) text += term_path + ": ";
  return text + sentence;
}

}  // namespace ddb

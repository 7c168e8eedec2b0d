// SPDX-License-Identifier: Apache-2.0
#include "text_predicates.hpp"

#include <SWI-Prolog.h>

#include <cstddef>
#include <string_view>

namespace ddb::detail {

namespace {

bool begins_with(std::string_view text, std::string_view begin) {
  return text.substr(0, begin.size()) == begin;
}

// The control characters of Unicode and its two line breaks, in UTF-8.
bool has_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7F) return true;
    if (byte < 0x80) continue;
    const std::string_view rest = text.substr(i);
    if (byte == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0) return true;
    if (begins_with(rest, "\u2028") || begins_with(rest, "\u2029")) return true;
  }
  return false;
}

// has_control(+Text)
foreign_t has_control_predicate(term_t text) {
  buf_mark_t mark{};
  PL_mark_string_buffers(&mark);
  std::size_t length = 0;
  char* bytes = nullptr;
  const bool has = PL_get_nchars(text, &length, &bytes,
                                 CVT_ATOMIC | CVT_EXCEPTION | REP_UTF8 | BUF_STACK) != 0 &&
                   has_control({bytes, length});
  PL_release_string_buffers_from_mark(mark);
  return has ? TRUE : FALSE;
}

}  // namespace

void register_text_predicates() {
  PL_register_foreign_in_module("one_line", "has_control", 1,
                                reinterpret_cast<pl_function_t>(has_control_predicate), 0);
}

}  // namespace ddb::detail

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_FUZZ_TEXT_EDITS_HPP
#define DDB_TESTS_FUZZ_TEXT_EDITS_HPP

#include <cctype>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "target.hpp"

/// Changes of whole parts of a text, which all mutators are made of.
namespace fuzz {

/// From begin to end, in bytes.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

inline bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }
inline bool is_blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

/// A number below the limit, which is not 0.
inline std::size_t below(std::size_t limit, Random& random) { return random() % limit; }

/// One of the elements; there is at least one.
template <class Container>
const auto& any_of(const Container& container, Random& random) {
  return container[below(container.size(), random)];
}

inline std::string_view part(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

/// Without the blanks at both ends.
inline Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_blank(text[span.end - 1])) --span.end;
  return span;
}

inline std::string replaced(std::string_view text, Span span, std::string_view by) {
  std::string result(text.substr(0, span.begin));
  result += by;
  result += text.substr(span.end);
  return result;
}

inline std::string swapped(std::string_view text, Span a, Span b) {
  if (b.begin < a.begin) std::swap(a, b);
  // One within the other: the inner takes the place of the outer.
  if (b.begin < a.end) return replaced(text, a, part(text, b));
  return replaced(replaced(text, b, part(text, a)), a, part(text, b));
}

/// Without the element of a list and the comma next to it.
inline std::string dropped(std::string_view text, Span element) {
  std::size_t end = element.end;
  while (end < text.size() && is_blank(text[end])) ++end;
  if (end < text.size() && text[end] == ',') return replaced(text, {element.begin, end + 1}, "");
  std::size_t begin = element.begin;
  while (begin > 0 && is_blank(text[begin - 1])) --begin;
  if (begin > 0 && text[begin - 1] == ',') --begin;
  return replaced(text, {begin, element.end}, "");
}

}  // namespace fuzz

#endif  // DDB_TESTS_FUZZ_TEXT_EDITS_HPP

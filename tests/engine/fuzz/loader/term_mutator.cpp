// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "target.hpp"
#include "text_edits.hpp"

// Changes of texts in the language that keep them texts in the language, most of the time: whole
// terms, clauses and words are dropped, repeated, swapped and put elsewhere. Changes of single
// bytes hardly ever come past the parser; libFuzzer makes those by itself.

namespace fuzz {

namespace {

// Where the parts of a text are. Brackets need not match.
struct Parts {
  std::vector<Span> terms;    // what stands between brackets, commas and bars
  std::vector<Span> clauses;  // up to their full stop and the blank after it
  std::vector<Span> words;    // names, numbers and variables
};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  Parts parts() {
    while (at_ < text_.size()) step();
    end_clause();
    return std::move(parts_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '%') {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (c == '"' || c == '\'' || c == '`') {
      skip_quoted(c);
    } else if (c == '(' || c == '[' || c == '{') {
      open_.push_back(++at_);
    } else if (c == ')' || c == ']' || c == '}') {
      end_term();
      if (!open_.empty()) open_.pop_back();
      ++at_;
    } else if (c == ',' || c == '|') {
      end_term();
      ++at_;
      if (!open_.empty()) open_.back() = at_;
    } else if (c == '.' && (at_ + 1 == text_.size() || is_blank(text_[at_ + 1]))) {
      at_ = std::min(at_ + 2, text_.size());
      end_clause();
    } else if (is_word(c)) {
      const std::size_t begin = at_;
      while (at_ < text_.size() && is_word(text_[at_])) ++at_;
      parts_.words.push_back({begin, at_});
    } else {
      ++at_;
    }
  }

  void skip_quoted(char quote) {
    for (++at_; at_ < text_.size() && text_[at_] != quote; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    at_ = std::min(at_ + 1, text_.size());
  }

  void end_term() {
    if (open_.empty()) return;
    const Span term = trimmed(text_, {open_.back(), at_});
    if (term.begin < term.end) parts_.terms.push_back(term);
  }

  void end_clause() {
    if (start_ < at_) parts_.clauses.push_back({start_, at_});
    start_ = at_;
    open_.clear();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t start_ = 0;
  std::vector<std::size_t> open_;
  Parts parts_;
};

constexpr std::array<std::string_view, 36> kOdd = {"any",
                                                   "[]",
                                                   "[_]",
                                                   "_",
                                                   "X",
                                                   "0",
                                                   "-1",
                                                   "1.0e10",
                                                   "1r3",
                                                   "0x1F",
                                                   "0'a",
                                                   "''",
                                                   "\"\"",
                                                   "true",
                                                   "false",
                                                   "'two words'",
                                                   "(a:-b)",
                                                   "{a}",
                                                   "a:b",
                                                   "a/b",
                                                   "f(_)",
                                                   "[a|b]",
                                                   "1*hertz",
                                                   "[1, 2]*kilohertz",
                                                   "at_least(1*hertz)",
                                                   "between(1, 2)",
                                                   "and(above(1), below(3))",
                                                   "accept(1)",
                                                   "weight(0.5)",
                                                   "state(s)",
                                                   "registration_unit(u)",
                                                   "match_condition(c)",
                                                   "state_adjust(a)",
                                                   "code_interface(i)",
                                                   "data_interface(d)",
                                                   "99999999999999999999"};

constexpr std::array<std::string_view, 8> kClauses = {"%%load\n",
                                                      "%%taxonomy\n",
                                                      "%%units\n",
                                                      "%%description\n",
                                                      "helper(X, Y) :- Y is X + 1.\n",
                                                      "event(system_connect(red)).\n",
                                                      "event(system_disconnect(red)).\n",
                                                      "event(requester_cancel(r1)).\n"};

std::string wrapped(std::string_view term, Random& random) {
  const std::string text(term);
  switch (below(6, random)) {
    case 0:
      return "[" + text + "]";
    case 1:
      return "x(" + text + ")";
    case 2:
      return "-" + text;
    case 3:
      return text + "*kilohertz";
    case 4:
      return "(" + text + ", " + text + ")";
    default:
      return "\\+ " + text;
  }
}

std::string changed_term(std::string_view text, const Parts& parts, Random& random) {
  const Span term = any_of(parts.terms, random);
  switch (below(6, random)) {
    case 0:
      return dropped(text, term);
    case 1:
      return replaced(text, {term.end, term.end}, ", " + std::string(part(text, term)));
    case 2:
      return replaced(text, term, part(text, any_of(parts.terms, random)));
    case 3:
      return swapped(text, term, any_of(parts.terms, random));
    case 4:
      return replaced(text, term, any_of(kOdd, random));
    default:
      return replaced(text, term, wrapped(part(text, term), random));
  }
}

std::string changed_clause(std::string_view text, const Parts& parts, Random& random) {
  const Span clause = any_of(parts.clauses, random);
  const Span here = {clause.begin, clause.begin};
  switch (below(4, random)) {
    case 0:
      return replaced(text, clause, "");
    case 1:
      return replaced(text, here, part(text, any_of(parts.clauses, random)));
    case 2:
      return swapped(text, clause, any_of(parts.clauses, random));
    default:
      return replaced(text, here, any_of(kClauses, random));
  }
}

}  // namespace

std::string mutated(std::string_view input, Random& random) {
  const Parts parts = Scanner(input).parts();
  const std::size_t choice = below(10, random);
  if (choice < 5 && !parts.terms.empty()) return changed_term(input, parts, random);
  if (choice < 7 && !parts.clauses.empty()) return changed_clause(input, parts, random);
  if (!parts.words.empty()) {
    const Span word = any_of(parts.words, random);
    if (choice == 9) return replaced(input, word, any_of(kOdd, random));
    return replaced(input, word, part(input, any_of(parts.words, random)));
  }
  return std::string(input) + std::string(any_of(kClauses, random));
}

std::string crossed(std::string_view input, std::string_view other, Random& random) {
  const Parts mine = Scanner(input).parts();
  const Parts theirs = Scanner(other).parts();
  if (below(2, random) == 0 && !mine.terms.empty() && !theirs.terms.empty()) {
    return replaced(input, any_of(mine.terms, random), part(other, any_of(theirs.terms, random)));
  }
  if (below(4, random) == 0 || mine.clauses.empty() || theirs.clauses.empty()) {
    return std::string(input) + "\n" + std::string(other);
  }
  const std::size_t at = any_of(mine.clauses, random).begin;
  return replaced(input, {at, at}, part(other, any_of(theirs.clauses, random)));
}

}  // namespace fuzz

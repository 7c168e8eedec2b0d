// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_TERM_HPP
#define DDB_SRC_TERM_HPP

#include <SWI-Prolog.h>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ddb/error.hpp"
#include "ddb/model.hpp"

/// From and to terms. Everything here must run inside a detail::Call; what cannot be had is an
/// Error: Internal for a term that is not as agreed with engine_api, Resource for lack of space.
namespace ddb::detail {

std::string get_text(term_t term);  ///< atom, string or number, as UTF-8
std::int64_t get_integer(term_t term);
std::optional<std::int64_t> find_int64(
    term_t term);  ///< none where it is another term or too large
LineKind get_line_kind(term_t term);

/// The Error that stands for a Prolog exception.
Error error_from(term_t exception);

term_t new_term();
term_t new_terms(int count);  ///< consecutive
/// @throws Error Invalid: the text is not UTF-8
void put_atom(term_t term, std::string_view text);
/// @throws Error Invalid: the text is empty or not UTF-8
void put_name(term_t term, std::string_view text);
void put_string(term_t term, std::string_view text);
void put_integer(term_t term, std::int64_t value);
/// Puts name(arguments...); the arguments are consecutive.
void put_compound(term_t term, const char* name, int arity, term_t arguments);
/// Puts the compound whose arguments are atoms of these names.
/// @throws Error Invalid: one is empty or not UTF-8
void put_compound_of_atoms(term_t term, const char* functor,
                           std::initializer_list<std::string_view> names);

/// Puts the list of what `put(term, item)` makes of the items.
template <class Items, class Put>
void put_list(term_t list, const Items& items, const Put& put) {
  PL_put_nil(list);
  term_t const element = new_term();
  for (auto item = items.rbegin(); item != items.rend(); ++item) {
    put(element, *item);
    if (PL_cons_list(list, element, list) == 0) {
      throw Error(ErrorCode::Resource, "the inference engine is out of memory");
    }
  }
}

/// Calls `use(element)` for each element; the reference is used again for the next one.
template <class Use>
void for_each(term_t list, const Use& use) {
  term_t const rest = PL_copy_term_ref(list);
  term_t const element = new_term();
  while (PL_get_list(rest, element, rest) != 0) use(element);
  if (PL_get_nil(rest) == 0) throw Error(ErrorCode::Internal, "the engine gave no proper list");
}

std::vector<std::string> get_texts(term_t list);

/// A compound term, or an atom, whose arguments are read by number, from 1.
class Row {
 public:
  explicit Row(term_t term);

  bool is(std::string_view name, std::size_t arity) const {
    return name_ == name && arity_ == arity;
  }
  /// @throws Error Internal: it is another term
  void expect(std::string_view name, std::size_t arity) const;

  std::string text(std::size_t index) const { return get_text(argument(index)); }
  std::int64_t integer(std::size_t index) const { return get_integer(argument(index)); }
  bool boolean(std::size_t index) const { return text(index) == "true"; }
  term_t argument(std::size_t index) const;

 private:
  term_t term_;
  term_t argument_;
  std::string_view name_;  ///< It lives as long as the term.
  std::size_t arity_ = 0;
};

/// Where the text stops being UTF-8, or npos.
std::size_t find_invalid_utf8(std::string_view text);
/// The same as a place in the text of that name.
std::optional<SourcePosition> find_invalid_utf8(std::string name, std::string_view text);

}  // namespace ddb::detail

#endif  // DDB_SRC_TERM_HPP

// SPDX-License-Identifier: Apache-2.0
#include "term.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ddb::detail {

namespace {

// Holds the text buffers of Prolog from here to the end of the scope.
class StringMark {
 public:
  StringMark() { PL_mark_string_buffers(&mark_); }
  StringMark(const StringMark&) = delete;
  StringMark& operator=(const StringMark&) = delete;
  ~StringMark() { PL_release_string_buffers_from_mark(mark_); }

 private:
  buf_mark_t mark_{};
};

constexpr unsigned kAnyTerm = CVT_WRITEQ | REP_UTF8 | BUF_STACK;
constexpr unsigned kTextOnly = CVT_ATOM | CVT_STRING | CVT_NUMBER | REP_UTF8 | BUF_STACK;

bool text_of(term_t term, unsigned flags, std::string& text) {
  const StringMark mark;
  std::size_t length = 0;
  char* bytes = nullptr;
  if (PL_get_nchars(term, &length, &bytes, flags) == 0) return false;
  text.assign(bytes, length);
  return true;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string printed(term_t term) {
  std::string text;
  return text_of(term, kAnyTerm, text) ? text : "a term that cannot be printed";
}

[[noreturn]] void throw_unexpected(const char* expected, term_t found) {
  throw Error(ErrorCode::Internal, std::string("the inference engine gave ") + printed(found) +
                                       " where " + expected + " was agreed");
}

void check_space(int success) {
  if (success == 0) throw Error(ErrorCode::Resource, "the inference engine is out of memory");
}

void check_utf8(std::string_view text) {
  if (find_invalid_utf8(text) != std::string_view::npos) {
    throw Error(ErrorCode::Invalid, "a text is not UTF-8, the encoding of every text");
  }
}

}  // namespace

std::string get_text(term_t term) {
  std::string text;
  // Most are such atoms, whose bytes are UTF-8 as they stand.
  if (atom_t atom = 0; PL_get_atom(term, &atom) != 0) {
    std::size_t length = 0;
    const char* const bytes = PL_atom_nchars(atom, &length);
    if (bytes != nullptr && is_ascii({bytes, length})) return {bytes, length};
  }
  if (!text_of(term, kTextOnly, text)) throw_unexpected("text", term);
  return text;
}

std::int64_t get_integer(term_t term) {
  if (const std::optional<std::int64_t> value = find_int64(term)) return *value;
  if (PL_is_integer(term) != 0) {
    throw Error(ErrorCode::Resource, "a number does not fit into 64 bits: " + printed(term));
  }
  throw_unexpected("an integer", term);
}

std::optional<std::int64_t> find_int64(term_t term) {
  std::int64_t value = 0;
  if (PL_get_int64(term, &value) == 0) return std::nullopt;
  return value;
}

LineKind get_line_kind(term_t term) {
  static constexpr std::array kKinds = {
      std::pair{"heading", LineKind::Heading},
      std::pair{"event", LineKind::Event},
      std::pair{"outlet", LineKind::Outlet},
      std::pair{"alternative", LineKind::Alternative},
      std::pair{"request", LineKind::Request},
      std::pair{"request_group", LineKind::RequestGroup},
      std::pair{"device", LineKind::Device},
      std::pair{"device_group", LineKind::DeviceGroup},
      std::pair{"term", LineKind::Term},
      std::pair{"threshold_met", LineKind::ThresholdMet},
      std::pair{"threshold_missed", LineKind::ThresholdMissed},
      std::pair{"unit_free", LineKind::UnitFree},
      std::pair{"unit_taken", LineKind::UnitTaken},
      std::pair{"condition_held", LineKind::ConditionHeld},
      std::pair{"condition_refused", LineKind::ConditionRefused},
      std::pair{"accepted", LineKind::Accepted},
      std::pair{"refused", LineKind::Refused},
      std::pair{"apply", LineKind::Apply},
      std::pair{"undo", LineKind::Undo},
      std::pair{"cancel", LineKind::Cancel},
      std::pair{"state", LineKind::State},
      std::pair{"warning", LineKind::Warning},
      std::pair{"table", LineKind::Table},
      std::pair{"result", LineKind::Result},
      std::pair{"blank", LineKind::Blank},
  };
  const std::string text = get_text(term);
  for (const auto& [name, kind] : kKinds) {
    if (text == name) return kind;
  }
  return LineKind::Other;
}

Error error_from(term_t exception) {
  term_t const formal = PL_new_term_ref();
  atom_t name = 0;
  std::size_t arity = 0;
  const bool is_resource_error = PL_get_name_arity(exception, &name, &arity) != 0 && arity == 2 &&
                                 std::string_view(PL_atom_chars(name)) == "error" &&
                                 PL_get_arg(1, exception, formal) != 0 &&
                                 PL_get_name_arity(formal, &name, &arity) != 0 &&
                                 std::string_view(PL_atom_chars(name)) == "resource_error";
  if (is_resource_error) {
    term_t const what = PL_new_term_ref();
    return {ErrorCode::Resource,
            "the inference engine has no room left for this call (" +
                (PL_get_arg(1, formal, what) != 0 ? printed(what) : printed(formal)) +
                "); nothing has changed: divide what it is about into smaller parts, or use "
                "sessions of fewer devices"};
  }
  return {ErrorCode::Internal, "the inference engine threw " + printed(exception)};
}

term_t new_term() { return new_terms(1); }

term_t new_terms(int count) {
  term_t const terms = PL_new_term_refs(count);
  check_space(terms != 0 ? 1 : 0);
  return terms;
}

// PL_put_chars() would keep a reference of its own to the atom, for ever (SWI-Prolog 9.0.4).
void put_atom(term_t term, std::string_view text) {
  check_utf8(text);
  atom_t const atom = PL_new_atom_mbchars(REP_UTF8, text.size(), text.data());
  check_space(atom != 0 ? PL_put_atom(term, atom) : 0);
  PL_unregister_atom(atom);
}

void put_name(term_t term, std::string_view text) {
  check_name(text);
  put_atom(term, text);
}

void put_string(term_t term, std::string_view text) {
  check_utf8(text);
  check_space(PL_put_chars(term, PL_STRING | REP_UTF8, text.size(), text.data()));
}

void put_integer(term_t term, std::int64_t value) { check_space(PL_put_int64(term, value)); }

void put_compound(term_t term, const char* name, int arity, term_t arguments) {
  atom_t const atom = PL_new_atom(name);
  functor_t const functor = PL_new_functor(atom, static_cast<std::size_t>(arity));
  PL_unregister_atom(atom);
  check_space(PL_cons_functor_v(term, functor, arguments));
}

void put_compound_of_atoms(term_t term, const char* functor,
                           std::initializer_list<std::string_view> names) {
  const auto arity = static_cast<int>(names.size());
  term_t const arguments = new_terms(arity);
  term_t argument = arguments;
  for (const std::string_view name : names) put_name(argument++, name);
  put_compound(term, functor, arity, arguments);
}

std::vector<std::string> get_texts(term_t list) {
  std::vector<std::string> texts;
  for_each(list, [&](term_t element) { texts.push_back(get_text(element)); });
  return texts;
}

Row::Row(term_t term) : term_(term), argument_(new_term()) {
  atom_t name = 0;
  if (PL_get_name_arity(term, &name, &arity_) == 0) throw_unexpected("a compound term", term);
  name_ = PL_atom_chars(name);
}

void Row::expect(std::string_view name, std::size_t arity) const {
  if (!is(name, arity)) throw_unexpected(std::string(name).c_str(), term_);
}

term_t Row::argument(std::size_t index) const {
  if (PL_get_arg(index, term_, argument_) == 0) throw_unexpected("one more argument", term_);
  return argument_;
}

std::size_t find_invalid_utf8(std::string_view text) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
  std::size_t at = 0;
  while (at < text.size()) {
    const unsigned lead = byte(at);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    // Unicode 15, table 3-7: the second byte is what tells overlong forms, surrogates and
    // numbers past the last code point.
    std::size_t length = 0;
    unsigned low = 0x80;
    unsigned high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
      length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
      length = 3;
      if (lead == 0xE0) low = 0xA0;
      if (lead == 0xED) high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      length = 4;
      if (lead == 0xF0) low = 0x90;
      if (lead == 0xF4) high = 0x8F;
    } else {
      return at;
    }
    if (text.size() - at < length || byte(at + 1) < low || byte(at + 1) > high) return at;
    for (std::size_t i = 2; i < length; ++i) {
      if ((byte(at + i) & 0xC0U) != 0x80U) return at;
    }
    at += length;
  }
  return std::string_view::npos;
}

std::optional<SourcePosition> find_invalid_utf8(std::string name, std::string_view text) {
  const std::size_t invalid = find_invalid_utf8(text);
  if (invalid == std::string_view::npos) return {};
  const std::string_view before = text.substr(0, invalid);
  const std::string_view line = before.substr(before.rfind('\n') + 1);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const auto column =
      std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
  return SourcePosition{std::move(name), static_cast<int>(lines) + 1, static_cast<int>(column) + 1};
}

}  // namespace ddb::detail

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_VALUE_ACCESS_HPP
#define DDB_SRC_VALUE_ACCESS_HPP

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ddb/value.hpp"

namespace ddb {

struct Unit::Meaning {
  std::string name;
  std::string written;  // the name with quotes where the language needs them
  std::string quantity;
  std::string family;  // units of one quantity and family convert
  Rational factor;     // base = factor * number + offset
  Rational offset;

  friend auto operator<=>(const Meaning&, const Meaning&) = default;
};

struct Value::Content {
  ValueKind kind = ValueKind::Any;
  ValueForm form = ValueForm::Single;
  std::string written;
  std::vector<std::string> words;  // for a text: the text alone
  std::vector<bool> booleans;
  std::vector<Rational> numbers;
  std::optional<ValueBound> lower;
  std::optional<ValueBound> upper;
  bool joined = false;  // a range written with and/2 where between/2 would do
  std::optional<Unit> unit;
};

namespace detail {

/// Makes units and values of what the engine gives.
struct ValueAccess {
  static Unit unit(Unit::Meaning meaning) {
    return Unit(std::make_shared<const Unit::Meaning>(std::move(meaning)));
  }
  static const Unit::Meaning& meaning(const Unit& unit) { return *unit.meaning_; }
  static Value value(Value::Content content) {
    return Value(std::make_shared<const Value::Content>(std::move(content)));
  }
  using Meaning = Unit::Meaning;
  using Content = Value::Content;
};

}  // namespace detail

}  // namespace ddb

#endif  // DDB_SRC_VALUE_ACCESS_HPP

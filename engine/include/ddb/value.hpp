// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_VALUE_HPP
#define DDB_VALUE_HPP

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ddb/export.hpp"
#include "ddb/rational.hpp"

namespace ddb {

namespace detail {
struct ValueAccess;
}

/// A unit of measure as it was written: `kilohertz` and `kHz` are two. Session::unit() finds one by
/// its name or symbol; a Value brings its own along. Knows by itself how to convert, and may be
/// used without, and after, its session. Any thread may use it.
class DDB_EXPORT Unit {
 public:
  /// The name or the symbol, as it was written and without quotes: `kilohertz`, `kHz`, `°C`.
  const std::string& name() const noexcept;
  /// What it measures: `frequency`.
  const std::string& quantity() const noexcept;

  /// Whether numbers in this unit can be expressed in the other: both are of one quantity and, for
  /// levels, of one scale and reference. Degrees and turns convert among themselves, not to
  /// radians.
  bool converts_to(const Unit& other) const noexcept;
  /// The number, which is in this unit, in the other one; exactly.
  /// @throws Error Invalid: it does not convert to the other
  Rational convert(const Rational& number, const Unit& other) const;

  /// The same name, with the same meaning.
  DDB_EXPORT friend bool operator==(const Unit& a, const Unit& b) noexcept;
  /// By name, then by meaning.
  DDB_EXPORT friend std::strong_ordering operator<=>(const Unit& a, const Unit& b);

 private:
  friend struct detail::ValueAccess;
  struct Meaning;
  explicit Unit(std::shared_ptr<const Meaning> meaning) noexcept;

  std::shared_ptr<const Meaning> meaning_;
};

/// What a value is made of.
enum class ValueKind {
  Any,       ///< `any`: whatever a device has
  Word,      ///< a term of an enumeration: `digital`
  Boolean,   ///< `true`, `false`
  Count,     ///< a whole number from 0 on, without a unit: `2`
  Quantity,  ///< a number with a unit: `48*kilohertz`
  Text,      ///< `"text"`
};

/// How many a value is.
enum class ValueForm {
  Single,  ///< one
  List,    ///< any of these, one at least: `[8, 44.1]*kilohertz`; of all kinds but Any and Text
  Range,   ///< all between two ends: `at_least(8*kilohertz)`; of counts and quantities
};

/// One end of a range.
struct ValueBound {
  Rational number;           ///< in the unit
  std::optional<Unit> unit;  ///< its own; none for a count
  bool closed = true;        ///< whether the end itself is in the range

  friend auto operator<=>(const ValueBound&, const ValueBound&) = default;
};

/// A value of the language: what a state of a device or an entry of a data interface holds. Copies
/// are cheap; a value does not change and any thread may use it.
///
/// Every access that asks for what the value is not throws Error Invalid; kind() and form() tell.
class DDB_EXPORT Value {
 public:
  /// `any`.
  Value() noexcept = default;

  /// What it is made of.
  ValueKind kind() const noexcept;
  /// How many it is.
  ValueForm form() const noexcept;
  /// As the language writes it: `48*kilohertz`, `between(1, 2)`, `"text"`, `'not a plain word'`.
  const std::string& str() const noexcept;

  /// A single word, without quotes.
  const std::string& word() const;
  /// The words of a single one or a list, without quotes, in written order.
  const std::vector<std::string>& words() const;
  /// A single boolean.
  bool boolean() const;
  /// The booleans of a single one or a list, in written order.
  const std::vector<bool>& booleans() const;
  /// A text, without quotes.
  const std::string& text() const;
  /// A single count, or the number of a single quantity in its unit().
  const Rational& number() const;
  /// The numbers of counts or quantities, single or a list, in their unit(), in written order.
  const std::vector<Rational>& numbers() const;
  /// The lower end of a range; none where it has none.
  const std::optional<ValueBound>& lower() const;
  /// The upper end of a range; none where it has none.
  const std::optional<ValueBound>& upper() const;

  /// The unit of a quantity; of a range, that of the end that was written first. None for other
  /// kinds.
  const std::optional<Unit>& unit() const noexcept;
  /// The same quantity, exactly, with all its numbers in this unit.
  /// @throws Error Invalid: it is no quantity, or its unit does not convert to this one
  Value in(const Unit& unit) const;

  /// The same text with the same meaning: `1*kilohertz` is not `1000*hertz`; in() makes them so.
  DDB_EXPORT friend bool operator==(const Value& a, const Value& b);
  /// By the bytes of str(), then by the meaning of the units.
  DDB_EXPORT friend std::strong_ordering operator<=>(const Value& a, const Value& b);

  /// Writes str().
  template <class Stream>
  friend Stream& operator<<(Stream& stream, const Value& value) {
    stream << value.str();
    return stream;
  }

 private:
  friend struct detail::ValueAccess;
  struct Content;
  explicit Value(std::shared_ptr<const Content> content) noexcept;
  const Content& content() const noexcept;

  std::shared_ptr<const Content> content_;
};

}  // namespace ddb

#endif  // DDB_VALUE_HPP

// SPDX-License-Identifier: Apache-2.0
#include "ddb/value.hpp"

#include <string_view>
#include <tuple>

#include "ddb/error.hpp"
#include "value_access.hpp"

namespace ddb {

namespace {

using detail::ValueAccess;

std::string numbers_text(const std::vector<Rational>& numbers, ValueForm form) {
  if (form == ValueForm::Single) return numbers.front().str();
  std::string text = "[";
  for (const Rational& number : numbers) {
    if (text.size() > 1) text += ", ";
    text += number.str();
  }
  return text + "]";
}

std::string bound_number(const ValueBound& bound) {
  std::string text = bound.number.str();
  if (bound.unit) text += "*" + ValueAccess::meaning(*bound.unit).written;
  return text;
}

std::string lower_text(const ValueBound& bound) {
  return (bound.closed ? "at_least(" : "above(") + bound_number(bound) + ")";
}

std::string upper_text(const ValueBound& bound) {
  return (bound.closed ? "at_most(" : "below(") + bound_number(bound) + ")";
}

// As value_writer.pl writes a quantity.
std::string quantity_text(const ValueAccess::Content& value) {
  if (value.form != ValueForm::Range) {
    return numbers_text(value.numbers, value.form) + "*" +
           ValueAccess::meaning(*value.unit).written;
  }
  if (!value.lower) return upper_text(*value.upper);
  if (!value.upper) return lower_text(*value.lower);
  if (value.lower->closed && value.upper->closed && !value.joined) {
    return "between(" + bound_number(*value.lower) + ", " + bound_number(*value.upper) + ")";
  }
  return "and(" + lower_text(*value.lower) + ", " + upper_text(*value.upper) + ")";
}

void convert(std::optional<ValueBound>& bound, const Unit& unit) {
  if (!bound) return;
  bound->number = bound->unit->convert(bound->number, unit);
  bound->unit = unit;
}

// The access fits the value, or it is an error that says what it is.
void expect(bool fits, const std::string& written, const char* what) {
  if (!fits) throw Error(ErrorCode::Invalid, "the value `" + written + "` is not " + what);
}

}  // namespace

Unit::Unit(std::shared_ptr<const Meaning> meaning) noexcept : meaning_(std::move(meaning)) {}

const std::string& Unit::name() const noexcept { return meaning_->name; }

const std::string& Unit::quantity() const noexcept { return meaning_->quantity; }

bool Unit::converts_to(const Unit& other) const noexcept {
  return meaning_->quantity == other.meaning_->quantity &&
         meaning_->family == other.meaning_->family;
}

Rational Unit::convert(const Rational& number, const Unit& other) const {
  if (!converts_to(other)) {
    std::string why = " is a unit of " + quantity() + ", " + other.name() + " one of ";
    why += quantity() == other.quantity() ? "another kind or reference" : other.quantity();
    throw Error(ErrorCode::Invalid, name() + why + ": they do not convert");
  }
  return (meaning_->factor * number + meaning_->offset - other.meaning_->offset) /
         other.meaning_->factor;
}

bool operator==(const Unit& a, const Unit& b) noexcept {
  return a.meaning_ == b.meaning_ || *a.meaning_ == *b.meaning_;
}

std::strong_ordering operator<=>(const Unit& a, const Unit& b) {
  return *a.meaning_ <=> *b.meaning_;
}

Value::Value(std::shared_ptr<const Content> content) noexcept : content_(std::move(content)) {}

const Value::Content& Value::content() const noexcept {
  static const Content any{ValueKind::Any, ValueForm::Single, "any", {}, {}, {}, {}, {}, false, {}};
  return content_ ? *content_ : any;
}

ValueKind Value::kind() const noexcept { return content().kind; }

ValueForm Value::form() const noexcept { return content().form; }

const std::string& Value::str() const noexcept { return content().written; }

const std::string& Value::word() const {
  expect(form() == ValueForm::Single, str(), "a single word");
  return words().front();
}

const std::vector<std::string>& Value::words() const {
  expect(kind() == ValueKind::Word, str(), "a word or a list of words");
  return content().words;
}

bool Value::boolean() const {
  expect(form() == ValueForm::Single, str(), "a single boolean");
  return booleans().front();
}

const std::vector<bool>& Value::booleans() const {
  expect(kind() == ValueKind::Boolean, str(), "a boolean or a list of booleans");
  return content().booleans;
}

const std::string& Value::text() const {
  expect(kind() == ValueKind::Text, str(), "a text");
  return content().words.front();
}

const Rational& Value::number() const {
  expect(form() == ValueForm::Single, str(), "a single number");
  return numbers().front();
}

const std::vector<Rational>& Value::numbers() const {
  expect(
      (kind() == ValueKind::Count || kind() == ValueKind::Quantity) && form() != ValueForm::Range,
      str(), "a number or a list of numbers");
  return content().numbers;
}

const std::optional<ValueBound>& Value::lower() const {
  expect(form() == ValueForm::Range, str(), "a range");
  return content().lower;
}

const std::optional<ValueBound>& Value::upper() const {
  expect(form() == ValueForm::Range, str(), "a range");
  return content().upper;
}

const std::optional<Unit>& Value::unit() const noexcept { return content().unit; }

Value Value::in(const Unit& unit) const {
  expect(kind() == ValueKind::Quantity, str(), "a quantity, which alone has a unit");
  Content converted = content();
  for (Rational& number : converted.numbers) number = converted.unit->convert(number, unit);
  convert(converted.lower, unit);
  convert(converted.upper, unit);
  converted.unit = unit;
  converted.written = quantity_text(converted);
  return ValueAccess::value(std::move(converted));
}

bool operator==(const Value& a, const Value& b) { return (a <=> b) == 0; }

std::strong_ordering operator<=>(const Value& a, const Value& b) {
  const Value::Content& x = a.content();
  const Value::Content& y = b.content();
  // The text tells all but the meaning of its units; the kind, where they are the reader's words.
  return std::tie(x.written, x.kind, x.unit, x.lower, x.upper) <=>
         std::tie(y.written, y.kind, y.unit, y.lower, y.upper);
}

}  // namespace ddb

// SPDX-License-Identifier: Apache-2.0
#include "hid_units.hpp"

#include <algorithm>
#include <array>

#include "derive.hpp"

namespace ddb::usb::hid {

namespace {

using System = Unit::System;

// The exponents of a unit, and the unit of the language that is `tens` powers of ten and `divisor`
// times greater. The SI systems of HID are of the centimetre, the gram and the second.
struct NamedUnit {
  Unit unit;
  Word word;
  std::int32_t tens = 0;
  std::int64_t divisor = 1;
};

constexpr System kSi = System::SiLinear;
constexpr System kTurning = System::SiRotation;
constexpr System kEnglish = System::EnglishLinear;
constexpr System kDegrees = System::EnglishRotation;

// length or angle, mass, time, temperature, current, luminous intensity
constexpr std::array kUnits = {
    NamedUnit{{kSi, 1, 0, 0, 0, 0, 0}, "centimetre"},
    NamedUnit{{kSi, 0, 1, 0, 0, 0, 0}, "gram"},
    NamedUnit{{kSi, 0, 0, 1, 0, 0, 0}, "second"},
    NamedUnit{{kSi, 0, 0, 0, 1, 0, 0}, "kelvin"},
    NamedUnit{{kSi, 0, 0, 0, 0, 1, 0}, "ampere"},
    NamedUnit{{kSi, 0, 0, 0, 0, 0, 1}, "candela"},
    NamedUnit{{kSi, 0, 0, -1, 0, 0, 0}, "hertz"},
    NamedUnit{{kSi, 2, 0, 0, 0, 0, 0}, "square_metre", 4},
    NamedUnit{{kSi, 3, 0, 0, 0, 0, 0}, "cubic_metre", 6},
    NamedUnit{{kSi, 1, 0, -1, 0, 0, 0}, "metre_per_second", 2},
    NamedUnit{{kSi, 1, 0, -2, 0, 0, 0}, "metre_per_second_squared", 2},
    NamedUnit{{kSi, 1, 1, -1, 0, 0, 0}, "newton_second", 5},
    NamedUnit{{kSi, 1, 1, -2, 0, 0, 0}, "newton", 5},
    NamedUnit{{kSi, 2, 1, -2, 0, 0, 0}, "joule", 7},
    NamedUnit{{kSi, 2, 1, -3, 0, 0, 0}, "watt", 7},
    NamedUnit{{kSi, -1, 1, -2, 0, 0, 0}, "pascal", 1},
    NamedUnit{{kSi, 0, 0, 1, 0, 1, 0}, "coulomb"},
    NamedUnit{{kSi, 2, 1, -3, 0, -1, 0}, "volt", 7},
    NamedUnit{{kSi, 2, 1, -3, 0, -2, 0}, "ohm", 7},
    NamedUnit{{kSi, -2, -1, 3, 0, 2, 0}, "siemens", -7},
    NamedUnit{{kSi, -2, -1, 4, 0, 2, 0}, "farad", -7},
    NamedUnit{{kSi, 2, 1, -2, 0, -2, 0}, "henry", 7},
    NamedUnit{{kSi, 2, 1, -2, 0, -1, 0}, "weber", 7},
    NamedUnit{{kSi, 0, 1, -2, 0, -1, 0}, "tesla", 3},
    NamedUnit{{kSi, -2, 0, 0, 0, 0, 1}, "candela_per_square_metre", -4},
    NamedUnit{{kTurning, 1, 0, 0, 0, 0, 0}, "radian"},
    NamedUnit{{kTurning, 1, 0, -1, 0, 0, 0}, "radian_per_second"},
    NamedUnit{{kTurning, 1, 0, -2, 0, 0, 0}, "radian_per_second_squared"},
    NamedUnit{{kTurning, 0, 1, 0, 0, 0, 0}, "gram"},
    NamedUnit{{kTurning, 0, 0, 1, 0, 0, 0}, "second"},
    NamedUnit{{kTurning, 0, 0, -1, 0, 0, 0}, "hertz"},
    NamedUnit{{kEnglish, 1, 0, 0, 0, 0, 0}, "inch"},
    NamedUnit{{kEnglish, 0, 1, 0, 0, 0, 0}, "slug"},
    NamedUnit{{kEnglish, 0, 0, 1, 0, 0, 0}, "second"},
    NamedUnit{{kEnglish, 0, 0, 0, 1, 0, 0}, "degree_fahrenheit"},
    NamedUnit{{kEnglish, 0, 0, 0, 0, 1, 0}, "ampere"},
    NamedUnit{{kEnglish, 0, 0, 0, 0, 0, 1}, "candela"},
    NamedUnit{{kEnglish, 0, 0, -1, 0, 0, 0}, "hertz"},
    // A slug foot in a second squared is a pound-force; here it is the inch.
    NamedUnit{{kEnglish, 1, 1, -2, 0, 0, 0}, "pound_force", 0, 12},
    NamedUnit{{kDegrees, 1, 0, 0, 0, 0, 0}, "degree"},
    NamedUnit{{kDegrees, 1, 0, -1, 0, 0, 0}, "degree_per_second"},
    NamedUnit{{kDegrees, 1, 0, -2, 0, 0, 0}, "degree_per_second_squared"},
    NamedUnit{{kDegrees, 0, 0, 1, 0, 0, 0}, "second"},
    NamedUnit{{kDegrees, 0, 0, -1, 0, 0, 0}, "hertz"},
};

// number * 10^tens / divisor. With numbers of 32 bits and so few powers of ten, nothing overflows.
std::optional<Exact> scaled(std::int64_t number, std::int32_t tens, std::int64_t divisor) noexcept {
  constexpr std::int32_t most_tens = 9;
  if (number == 0) return Exact{0};
  if (tens > most_tens || tens < -2 * most_tens + 1) return std::nullopt;
  std::int64_t power = 1;
  for (std::int32_t at = 0; at < (tens < 0 ? -tens : tens); ++at) power *= 10;
  if (tens >= 0) return exact(number * power, divisor);
  if (divisor != 1) {
    const Exact part = exact(number, divisor);
    if (tens < -most_tens) return std::nullopt;
    return exact(part.numerator, part.denominator * power);
  }
  return exact(number, power);
}

}  // namespace

std::optional<PhysicalRange> physical_range(const Field& field) noexcept {
  // Where both are 0, the physical range is the logical one.
  const bool given = field.physical_minimum != 0 || field.physical_maximum != 0;
  const std::int64_t least = given ? field.physical_minimum : field.logical_minimum;
  const std::int64_t greatest = given ? field.physical_maximum : field.logical_maximum;
  if (least > greatest) return std::nullopt;
  if (field.unit == 0) {
    const bool same = least == field.logical_minimum && greatest == field.logical_maximum;
    if (!given || same || field.unit_exponent != 0) return std::nullopt;
    return PhysicalRange{{least}, {greatest}, "one"};
  }
  const Unit unit = unit_of(field.unit);
  const auto found = std::find_if(kUnits.begin(), kUnits.end(),
                                  [&unit](const NamedUnit& it) { return it.unit == unit; });
  if (found == kUnits.end()) return std::nullopt;
  constexpr std::int32_t most_exponent = 100;
  if (field.unit_exponent > most_exponent || field.unit_exponent < -most_exponent) {
    return std::nullopt;
  }
  const std::int32_t tens = field.unit_exponent - found->tens;
  const std::optional<Exact> first = scaled(least, tens, found->divisor);
  const std::optional<Exact> last = scaled(greatest, tens, found->divisor);
  if (!first.has_value() || !last.has_value()) return std::nullopt;
  return PhysicalRange{*first, *last, found->word};
}

}  // namespace ddb::usb::hid

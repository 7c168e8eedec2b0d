// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_USB_HID_COUNT_HPP
#define DDB_TESTS_USB_HID_COUNT_HPP

#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// A second reader of report descriptors, as short as can be, which shares nothing with the
/// library: what drivers/hid/hid-core.c does with items, element by element. It counts what a panel
/// has.
namespace hid_count {

/// What is moved, and how far.
struct Axis {
  std::uint32_t usage = 0;  ///< with its page
  std::int64_t least = 0;   ///< logical minimum
  std::int64_t greatest = 0;
  bool relative = false;
  std::string physical;  ///< "0 21.6 centimetre": the range that a person measures; empty: none

  friend auto operator<=>(const Axis&, const Axis&) = default;
};

/// One collection at the top.
struct Panel {
  std::uint32_t usage = 0;
  std::set<std::uint32_t> buttons;  ///< usages of page Button
  std::set<std::uint32_t> keys;     ///< usages of page Keyboard from 4 on
  std::set<std::uint32_t> leds;     ///< usages of page LED that can be set
  /// Axes, wheels, hats of page Generic Desktop, with the most that a report has of each.
  std::map<Axis, unsigned> axes;
};

/// A physical range as Axis::physical has it.
std::string range_text(double least, double greatest, std::string_view unit);

/// The panels of a report descriptor, in the order of the bytes.
std::vector<Panel> count(std::span<const std::uint8_t> bytes);

}  // namespace hid_count

#endif  // DDB_TESTS_USB_HID_COUNT_HPP

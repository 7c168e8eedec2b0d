// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_SRC_HID_CONTROLS_HPP
#define DDB_USB_SRC_HID_CONTROLS_HPP

#include <cstdint>
#include <vector>

#include "ddb/usb/description.hpp"
#include "ddb/usb/hid.hpp"

/// What a person finds on a panel that a report descriptor describes: the fields of an application
/// collection, sorted out.
namespace ddb::usb::hid {

/// Usages that follow each other.
struct UsageRange {
  std::uint32_t first = 0;  ///< with its page
  std::uint32_t last = 0;   ///< with its page; not less than the first

  friend bool operator==(const UsageRange&, const UsageRange&) = default;
};

/// What a set of switches is.
enum class SwitchKind : std::uint8_t { Button, Key, Led };

/// Things with two positions that are of one kind and page.
struct Switches {
  SwitchKind kind = SwitchKind::Button;
  std::uint16_t page = 0;  ///< of their usages
  bool selected = false;   ///< reported by number, so that only the greatest number is known
  std::vector<UsageRange> usages;  ///< in rising order, apart from each other

  /// How many there are.
  std::uint64_t count() const noexcept;
};

/// Something with more positions.
struct Dimension {
  std::uint32_t usage = 0;       ///< with its page
  const Field* field = nullptr;  ///< its ranges and flags
  std::uint32_t count = 0;       ///< how many are in one report, all alike

  /// Whether another one is the same thing.
  bool same(std::uint32_t other_usage, const Field& other) const noexcept;
};

/// A panel.
struct Panel {
  std::uint32_t usage = 0;            ///< of the application collection; 0: none
  std::vector<Switches> switches;     ///< in the order in which they appear
  std::vector<Dimension> dimensions;  ///< in the order in which they appear
  std::uint32_t contacts = 0;         ///< touched at the same time; 0: not said
  bool surface = false;               ///< it is touched
  bool stylus = false;                ///< with a pen
  bool display = false;               ///< it shows texts
  bool force_feedback = false;        ///< it pushes back
  bool vibrator = false;              ///< it vibrates
};

/// The panels of a report descriptor, one for each collection at the top, in the order of the
/// bytes. Takes a time proportional to the bytes, and bounded by kMostControls.
std::vector<Panel> panels_of(const ReportDescriptor& report);

/// No more runs of usages are looked at in one report descriptor.
inline constexpr std::size_t kMostControls = 4096;

}  // namespace ddb::usb::hid

#endif  // DDB_USB_SRC_HID_CONTROLS_HPP

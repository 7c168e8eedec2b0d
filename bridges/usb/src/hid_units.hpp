// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_SRC_HID_UNITS_HPP
#define DDB_USB_SRC_HID_UNITS_HPP

#include <optional>

#include "ddb/usb/description.hpp"
#include "ddb/usb/hid.hpp"

namespace ddb::usb::hid {

/// What a field measures, exactly.
struct PhysicalRange {
  Exact least;
  Exact greatest;
  Word unit;  ///< `one` where the field has no unit
};

/// The physical range of a field: HID 6.2.2.7. None where it says nothing beside its logical range,
/// where its unit has no name, or its numbers are beyond all measure.
std::optional<PhysicalRange> physical_range(const Field& field) noexcept;

}  // namespace ddb::usb::hid

#endif  // DDB_USB_SRC_HID_UNITS_HPP

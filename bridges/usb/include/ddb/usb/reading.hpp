// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_READING_HPP
#define DDB_USB_READING_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "ddb/usb/complaint.hpp"
#include "ddb/usb/device.hpp"

namespace ddb::usb {

/// The bytes that a device gave.
struct Input {
  /// The device descriptor, then each configuration with all that belongs to it: the Linux file
  /// `/sys/bus/usb/devices/*/descriptors`. Configurations alone are read too, with a warning.
  std::span<const std::uint8_t> descriptors;
  /// The BOS descriptor and its capabilities: the Linux file `bos_descriptors`. Empty if there is
  /// none.
  std::span<const std::uint8_t> bos = {};
  /// HID report descriptors, in the order of the HID descriptors in `descriptors`. An empty one is
  /// one that is not known.
  std::span<const std::span<const std::uint8_t>> report_descriptors = {};
};

/// At most so many complaints are told of each text of bytes.
inline constexpr std::size_t kMostComplaints = 100;

/// A device and what is wrong with its bytes.
struct Reading {
  Device device;                        ///< all that could be read
  std::vector<Complaint> complaints;    ///< in the order of the bytes as a rule
  std::size_t complaints_left_out = 0;  ///< further ones than kMostComplaints

  /// Whether there is a complaint that is an Error.
  bool failed() const noexcept;
};

/// Reads what a device says of itself. Any bytes at all are good: those that make no sense are kept
/// as they are and complained about. Nothing is read past the lengths that the bytes themselves
/// give. Takes a time proportional to the bytes, and at most 72 times their size in memory, and 64
/// KiB.
///
/// @throws std::bad_alloc and nothing else
Reading read(const Input& input);

}  // namespace ddb::usb

#endif  // DDB_USB_READING_HPP

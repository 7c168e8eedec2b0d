// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_PLACE_HPP
#define DDB_USB_PLACE_HPP

#include <cstddef>
#include <cstdint>

/// USB descriptors, from bytes to a typed model. Everything here is a value: nothing refers to the
/// bytes that were given, nothing is shared, and any number of threads may read at the same time.
namespace ddb::usb {

/// Index of a string descriptor; 0 is none.
using StringIndex = std::uint8_t;

/// A run of bytes in one of the texts of bytes that were read: see Device::bytes, Bos::bytes and
/// hid::ReportDescriptor::bytes.
struct Extent {
  std::uint32_t offset = 0;  ///< of the first byte, from 0
  std::uint32_t length = 0;  ///< in bytes

  friend bool operator==(const Extent&, const Extent&) = default;
};

/// Where a descriptor stands, and how much of it was understood.
struct Place {
  std::uint32_t offset = 0;     ///< of bLength, from the beginning of the bytes
  std::uint8_t length = 0;      ///< bLength, in bytes
  std::uint8_t understood = 0;  ///< bytes that have become fields, from the first on

  /// The whole descriptor.
  Extent extent() const noexcept { return {offset, length}; }
  /// What follows the last field that is known: bytes of a later release of the specification, or
  /// of the vendor. Empty as a rule.
  Extent rest() const noexcept {
    return {offset + understood, static_cast<std::uint32_t>(length - understood)};
  }

  friend bool operator==(const Place&, const Place&) = default;
};

/// Why bytes did not become a value of the model.
enum class Unread : std::uint8_t {
  Unknown,    ///< a type or subtype that its class does not define, or that this library does not
              ///< know
  Vendor,     ///< stands in a vendor-specific interface, or its type is the vendor's own
  TooShort,   ///< its bLength leaves out fields that it must have
  Cut,        ///< its bLength runs past the end, or is less than 2; nothing after it can be read
  Misplaced,  ///< known, but not where it stands, or there twice
  Outside,    ///< outside of every configuration
};

/// "unknown", "vendor specific", "too short", "cut", "misplaced" or "outside of every
/// configuration".
const char* unread_name(Unread reason) noexcept;

/// Bytes that are kept as they are.
struct Opaque {
  Extent extent;                    ///< all of them
  std::uint8_t type = 0;            ///< bDescriptorType; 0 if there is none
  Unread reason = Unread::Unknown;  ///< why they are kept as bytes

  friend bool operator==(const Opaque&, const Opaque&) = default;
};

}  // namespace ddb::usb

#endif  // DDB_USB_PLACE_HPP

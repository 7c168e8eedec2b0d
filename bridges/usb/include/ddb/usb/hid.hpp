// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_HID_HPP
#define DDB_USB_HID_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ddb/usb/complaint.hpp"
#include "ddb/usb/place.hpp"

/// Human interface devices: Device Class Definition for Human Interface Devices, release 1.11
/// (2001), here "HID", and the HID Usage Tables. Report descriptors mean what Linux takes them to
/// mean; where Linux refuses one, there is a complaint that is an Error, and what can be read is
/// read all the same.
namespace ddb::usb::hid {

/// A descriptor that belongs to a HID descriptor: HID 6.2.1.
struct ClassDescriptor {
  std::uint8_t type = 0;     ///< bDescriptorType: 0x22 report, 0x23 physical
  std::uint16_t length = 0;  ///< wDescriptorLength, in bytes

  friend bool operator==(const ClassDescriptor&, const ClassDescriptor&) = default;
};

/// What an alternate setting of a HID interface holds: the HID descriptor, HID 6.2.1.
struct Function {
  Place place;                ///< where it stands
  std::uint16_t release = 0;  ///< bcdHID
  std::uint8_t country = 0;   ///< bCountryCode: 0 is not localized
  std::uint8_t declared = 0;  ///< bNumDescriptors: the size of `descriptors` if all is well
  std::vector<ClassDescriptor> descriptors;  ///< in the order of the bytes
  std::optional<std::size_t> report;  ///< which of Device::report_descriptors; none if not given

  friend bool operator==(const Function&, const Function&) = default;
};

/// Which kind of report a field is in: HID 6.2.2.5.
enum class ReportKind : std::uint8_t { Input, Output, Feature };

/// "input", "output" or "feature".
const char* report_kind_name(ReportKind kind) noexcept;

/// The dimensions of a unit: HID 6.2.2.7, the nibbles of the Unit item, each an exponent from -8
/// to 7.
struct Unit {
  /// Nibble 0; 0 to 4, 0xf, and what is reserved.
  enum class System : std::uint8_t {
    None = 0,
    SiLinear = 1,         ///< cm, g, s, K, A, cd
    SiRotation = 2,       ///< rad instead of cm
    EnglishLinear = 3,    ///< inch, slug, s, degrees Fahrenheit, A, cd
    EnglishRotation = 4,  ///< degrees instead of inches
    Vendor = 15,
  };
  System system = System::None;        ///< which base units
  std::int8_t length = 0;              ///< exponent of the length or of the angle
  std::int8_t mass = 0;                ///< exponent of the mass
  std::int8_t time = 0;                ///< exponent of the time
  std::int8_t temperature = 0;         ///< exponent of the temperature
  std::int8_t current = 0;             ///< exponent of the electric current
  std::int8_t luminous_intensity = 0;  ///< exponent of the luminous intensity

  friend bool operator==(const Unit&, const Unit&) = default;
};

/// The nibbles of the data of a Unit item.
Unit unit_of(std::uint32_t data) noexcept;

/// What kind of thing a local item names.
enum class LocalKind : std::uint8_t {
  Usage,             ///< what the control is for: page in the upper, usage in the lower 16 bits
  AlternativeUsage,  ///< as Usage, inside delimiters after the first of the set; Linux ignores
                     ///< these
  Designator,        ///< part of the body that it is for: index into a physical descriptor
  String,            ///< index of a string descriptor
};

/// Local items as a range; a single one has both ends alike. HID 6.2.2.8.
struct Local {
  LocalKind kind = LocalKind::Usage;  ///< what it names
  bool own_page = false;      ///< a usage that has its page in the item, rather than from the
                              ///< Usage Page item; always so for what is no usage
  std::uint32_t minimum = 0;  ///< the first of the range
  std::uint32_t maximum = 0;  ///< the last of the range, not less than the first

  friend bool operator==(const Local&, const Local&) = default;
};

/// A run of elements of ReportDescriptor::locals.
struct LocalRun {
  std::uint32_t first = 0;  ///< index of the first
  std::uint32_t count = 0;  ///< how many

  friend bool operator==(const LocalRun&, const LocalRun&) = default;
};

/// No collection: the field or collection stands at the top.
inline constexpr std::uint32_t kNoCollection = 0xffffffff;

/// A collection: HID 6.2.2.6.
struct Collection {
  std::uint32_t offset = 0;              ///< of the Collection item, in bytes
  std::uint32_t parent = kNoCollection;  ///< index of the collection that it is in
  std::uint8_t type = 0;    ///< 0 physical, 1 application, 2 logical, 3 report, 4 named
                            ///< array, 5 usage switch, 6 usage modifier, from 0x80 vendor
  std::uint32_t usage = 0;  ///< the first usage, with its page; 0 if there is none
  LocalRun locals;          ///< all that was said of it

  friend bool operator==(const Collection&, const Collection&) = default;
};

/// "physical", "application", "logical" and so on, "vendor" or "reserved".
const char* collection_type_name(std::uint8_t type) noexcept;

/// Controls that one Input, Output or Feature item declares: `report_count` elements of
/// `report_size` bits each. HID 6.2.2.4, 6.2.2.5, 6.2.2.7.
struct Field {
  std::uint32_t offset = 0;          ///< of the main item, in bytes
  std::uint32_t flags = 0;           ///< data of the main item: see the functions below
  std::uint64_t bit_offset = 0;      ///< of the first element, after the report id, in bits
  std::uint32_t report_size = 0;     ///< bits of an element
  std::uint32_t report_count = 0;    ///< elements
  std::int32_t logical_minimum = 0;  ///< the least value of an element
  std::int32_t logical_maximum =
      0;  ///< the greatest value; as unsigned if the least is not negative
  std::int32_t physical_minimum = 0;  ///< what the least value stands for
  std::int32_t physical_maximum = 0;  ///< what the greatest value stands for; both 0: as logical
  std::int32_t unit_exponent = 0;     ///< power of ten of the unit
  std::uint32_t unit = 0;             ///< the Unit item: see unit_of
  std::uint32_t collection = kNoCollection;  ///< index of the collection that it is in
  LocalRun locals;                           ///< all that was said of its elements
  ReportKind kind = ReportKind::Input;       ///< which kind of report it is in
  std::uint8_t report_id = 0;                ///< which report; 0 if the device has no report ids

  /// Constant (padding as a rule) rather than data.
  bool constant() const noexcept { return (flags & 0x01U) != 0; }
  /// Each element is a control, rather than the number of one that is on.
  bool variable() const noexcept { return (flags & 0x02U) != 0; }
  /// Relative rather than absolute.
  bool relative() const noexcept { return (flags & 0x04U) != 0; }
  /// It rolls over at its ends.
  bool wraps() const noexcept { return (flags & 0x08U) != 0; }
  /// Not linear in what it measures.
  bool nonlinear() const noexcept { return (flags & 0x10U) != 0; }
  /// It has no preferred state to which it returns.
  bool no_preferred_state() const noexcept { return (flags & 0x20U) != 0; }
  /// It has a null state: a value out of range that says "nothing".
  bool null_state() const noexcept { return (flags & 0x40U) != 0; }
  /// The device may change it by itself; of output and feature fields.
  bool is_volatile() const noexcept { return (flags & 0x80U) != 0; }
  /// Bytes without numeric meaning.
  bool buffered_bytes() const noexcept { return (flags & 0x100U) != 0; }

  friend bool operator==(const Field&, const Field&) = default;
};

/// All fields of one kind and report id.
struct Report {
  ReportKind kind = ReportKind::Input;  ///< which kind
  std::uint8_t id = 0;                  ///< 0 if the device has no report ids
  std::uint64_t bits = 0;               ///< of all fields, without the report id

  friend bool operator==(const Report&, const Report&) = default;
};

/// A report descriptor: HID 6.2.2. Its size is a small multiple of the bytes, whatever Report Count
/// and ranges of usages say.
struct ReportDescriptor {
  std::vector<std::uint8_t> bytes;      ///< what was given
  std::vector<Collection> collections;  ///< in the order of the bytes: a parent before its children
  std::vector<Field> fields;            ///< in the order of the bytes
  std::vector<Local> locals;            ///< what collections and fields refer to
  std::vector<Report> reports;          ///< in the order in which they appear
  std::vector<Opaque> not_understood;  ///< long items, reserved items, and what comes after a fault

  /// The local items of a collection or field.
  std::span<const Local> locals_of(LocalRun run) const noexcept;
  /// The usage of an element of a field, or of the state that an array element has: the last one
  /// stands for all that follow, as in Linux. None if the field has no usage at all. Takes a time
  /// proportional to the local items of the field.
  std::optional<std::uint32_t> usage(const Field& field, std::uint64_t index) const noexcept;
  /// How many usages a field names; more or less than report_count.
  std::uint64_t usage_count(const Field& field) const noexcept;

  friend bool operator==(const ReportDescriptor&, const ReportDescriptor&) = default;
};

/// A report descriptor and what is wrong with its bytes.
struct ReportReading {
  ReportDescriptor report_descriptor;  ///< all that could be read
  std::vector<Complaint>
      complaints;  ///< the first of them; their source is Source::ReportDescriptor
  std::size_t complaints_left_out = 0;  ///< further ones
};

/// Name of a usage page, as in `data/hid_usages.txt`: "Generic Desktop" for 1, "vendor defined"
/// from 0xff00 on; empty if it has no name there.
std::string_view usage_page_name(std::uint16_t page) noexcept;

/// Name of a usage with its page in the upper half: "X" for 0x00010030, "Button 3" for 0x00090003;
/// empty if it has no name.
std::string usage_name(std::uint32_t usage);

/// Reads a report descriptor. Throws nothing but std::bad_alloc.
ReportReading read_report_descriptor(std::span<const std::uint8_t> bytes);

}  // namespace ddb::usb::hid

#endif  // DDB_USB_HID_HPP

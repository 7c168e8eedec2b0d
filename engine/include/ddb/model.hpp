// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_MODEL_HPP
#define DDB_MODEL_HPP

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ddb/export.hpp"
#include "ddb/rational.hpp"
#include "ddb/value.hpp"

/// Plain values that go into and come out of the engine. All text is UTF-8. Values can be copied,
/// compared and used from any thread like any other value.
namespace ddb {

namespace detail {
/// @throws Error Invalid: the text is empty or not UTF-8
DDB_EXPORT void check_name(std::string_view text);
}  // namespace detail

/// A name of one kind; names of different kinds do not mix. Compared by the bytes of its text.
template <class Tag>
class Name {
 public:
  /// Names nothing; a call that needs a name throws Error Invalid for it.
  Name() = default;
  /// @param text UTF-8, as in the sources but without quotes
  /// @throws Error Invalid: it is empty or not UTF-8
  explicit Name(std::string text) : text_(std::move(text)) { detail::check_name(text_); }

  /// The text of the name.
  const std::string& str() const noexcept { return text_; }
  /// Whether it names nothing.
  bool empty() const noexcept { return text_.empty(); }

  friend bool operator==(const Name&, const Name&) = default;
  friend auto operator<=>(const Name&, const Name&) = default;

  /// Writes the text of the name.
  template <class Stream>
  friend Stream& operator<<(Stream& stream, const Name& name) {
    stream << name.text_;
    return stream;
  }

 private:
  std::string text_;
};

using SystemName = Name<struct SystemTag>;                ///< a computer: `red_1`
using DeviceName = Name<struct DeviceTag>;                ///< a plugged-in device: `imic2_1`
using DeviceSpecName = Name<struct DeviceSpecTag>;        ///< a kind of device: `imic2`
using DeviceGroupName = Name<struct DeviceGroupTag>;      ///< a section of a device spec
using UnitName = Name<struct UnitTag>;                    ///< a registration unit of a device
using StateName = Name<struct StateTag>;                  ///< a state of a device
using RequesterName = Name<struct RequesterTag>;          ///< a running requester
using RequesterSpecName = Name<struct RequesterSpecTag>;  ///< a kind of requester
using OutletName = Name<struct OutletTag>;                ///< an outlet of a requester
using AlternativeName = Name<struct AlternativeTag>;      ///< a composite request
using RequestName = Name<struct RequestTag>;              ///< a request
using RequestGroupName = Name<struct RequestGroupTag>;    ///< a group of a request
using InterfaceName = Name<struct InterfaceTag>;          ///< a code or data interface
using AspectName = Name<struct AspectTag>;                ///< an aspect of the taxonomy
using SourceName = Name<struct SourceTag>;                ///< what diagnostics call a text

/// How a device can be divided among systems.
enum class Transport {
  Shared,       ///< requesters of several systems may use one device
  WholeDevice,  ///< a device serves the requesters of one system at a time
};

/// How bad a finding is.
enum class Severity {
  Error,    ///< it cannot be used as it is
  Warning,  ///< it can be used; look whether it is meant
};

/// One finding about a source, or about a body that ran during an event.
struct Diagnostic {
  Severity severity = Severity::Error;  ///< how bad it is

  std::string file;       ///< name of the source; empty where there is none
  int line = 0;           ///< from 1; 0 = unknown
  int column = 0;         ///< from 1; 0 = unknown
  std::string term_path;  ///< `imic2/dgroup3/te4/task`; empty where there is none
  std::string sentence;   ///< what was expected, what was found, the nearest known name

  /// `file:line:column: error: path: sentence`, leaving out what is unknown.
  DDB_EXPORT std::string str() const;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Event: a computer joins, or comes back with the devices and requesters it had. A computer that
/// other events name need not be connected first.
struct SystemConnect {
  SystemName system;  ///< not connected yet
  friend bool operator==(const SystemConnect&, const SystemConnect&) = default;
};
/// Event: a computer leaves; its devices and requesters are kept, unmatched, until it comes back.
struct SystemDisconnect {
  SystemName system;  ///< connected until now
  friend bool operator==(const SystemDisconnect&, const SystemDisconnect&) = default;
};
/// Event: a device is plugged in.
struct DeviceConnect {
  SystemName system;    ///< where
  DeviceName device;    ///< a new name
  DeviceSpecName spec;  ///< a loaded description
  friend bool operator==(const DeviceConnect&, const DeviceConnect&) = default;
};
/// Event: a device is unplugged and forgotten; its name may be used again.
struct DeviceDisconnect {
  DeviceName device;  ///< plugged in until now
  friend bool operator==(const DeviceDisconnect&, const DeviceDisconnect&) = default;
};
/// Event: a program starts to want devices.
struct RequesterCreate {
  SystemName system;        ///< where it runs
  RequesterName requester;  ///< a new name
  RequesterSpecName spec;   ///< a loaded description
  friend bool operator==(const RequesterCreate&, const RequesterCreate&) = default;
};
/// Event: a program gives back all it has, and is forgotten; its name may be used again.
struct RequesterCancel {
  RequesterName requester;  ///< wants devices until now
  friend bool operator==(const RequesterCancel&, const RequesterCancel&) = default;
};
/// What happened. Session::replay() makes it happen.
using Event = std::variant<SystemConnect, SystemDisconnect, DeviceConnect, DeviceDisconnect,
                           RequesterCreate, RequesterCancel>;

/// One request group bound to one device group.
struct Transaction {
  RequesterName requester;         ///< who has it
  OutletName outlet;               ///< for which of its outlets
  AlternativeName alternative;     ///< the outlet's active alternative
  RequestName request;             ///< of the alternative
  RequestGroupName request_group;  ///< of the request
  DeviceName device;               ///< what it has
  DeviceGroupName device_group;    ///< which section of the device
  Rational match_factor;           ///< sum of the weights reached; no unit

  friend auto operator<=>(const Transaction&, const Transaction&) = default;
};

/// How well an outlet is served.
enum class OutletStatus {
  Threshold,  ///< active, and no alternative has a higher priority
  Partial,    ///< active, but a better alternative exists
  Inactive,   ///< nothing is matched
};

/// How an outlet stands.
struct OutletState {
  RequesterName requester;                       ///< whose outlet
  OutletName outlet;                             ///< which of its outlets
  std::optional<AlternativeName> active;         ///< empty while inactive
  OutletStatus status = OutletStatus::Inactive;  ///< how well it is served

  friend auto operator<=>(const OutletState&, const OutletState&) = default;
};

/// A resource of a device that can be had only once at a time.
struct RegistrationUnit {
  DeviceName device;      ///< whose unit
  UnitName unit;          ///< as the device's description calls it
  bool available = true;  ///< false while a match has it

  friend auto operator<=>(const RegistrationUnit&, const RegistrationUnit&) = default;
};

/// The value that a state of a device has now.
struct DeviceState {
  DeviceName device;  ///< whose state
  StateName state;    ///< as the device's description calls it
  Value value;        ///< as the description wrote it or the last match set it: `44100*hertz`

  friend auto operator<=>(const DeviceState&, const DeviceState&) = default;
};

/// A row of an outlet's code-interface table: how to control the element that was bound.
struct CodeInterfaceEntry {
  RequesterName requester;              ///< whose table
  OutletName outlet;                    ///< of which outlet
  InterfaceName request_interface;      ///< as the requester calls it
  DeviceName device;                    ///< what is controlled
  InterfaceName device_interface;       ///< as the device calls it
  std::vector<std::string> operations;  ///< in the order of the device's declaration

  friend auto operator<=>(const CodeInterfaceEntry&, const CodeInterfaceEntry&) = default;
};

/// A row of an outlet's data-interface table: a negotiated value.
struct DataInterfaceEntry {
  RequesterName requester;       ///< whose table
  OutletName outlet;             ///< of which outlet
  InterfaceName data_interface;  ///< where the requester wants it
  AspectName aspect;             ///< what was negotiated
  Value value;                   ///< what both sides agree to, in the unit of the request

  friend auto operator<=>(const DataInterfaceEntry&, const DataInterfaceEntry&) = default;
};

/// What a word is.
enum class TaxonomyKind {
  Module,       ///< a part of a group, such as `task_element`
  Category,     ///< what modules hold
  Subcategory,  ///< what categories hold
  Aspect,       ///< what subcategories hold, and what has a value
  Value,        ///< a word that an aspect can be
  Quantity,     ///< what units measure
  Unit,         ///< of a quantity
  Prefix,       ///< of units
  Nearest,      ///< no entry was found; this is a name near to the word asked for
};

/// One word of the taxonomy or of the units.
struct TaxonomyEntry {
  TaxonomyKind kind = TaxonomyKind::Module;  ///< what the word is

  std::string path;  ///< `task/function/direction`, or the name of a unit
  std::string type;  ///< `quantity(frequency)`, `enumeration`, for a unit what it measures
  std::string doc;   ///< one sentence

  friend auto operator<=>(const TaxonomyEntry&, const TaxonomyEntry&) = default;
};

/// In what two device specs differ.
enum class DifferenceKind {
  Group,             ///< one has a group more
  Term,              ///< one has a term, the other has none of this name there
  Value,             ///< the values of an aspect
  Element,           ///< an id stands for other elements elsewhere
  RegistrationUnit,  ///< the units of a term, or of the whole spec
  CodeInterface,     ///< the code interfaces of a term, or the operations of one
  State,             ///< the states of a term, or the initial value of one
  MatchCondition,    ///< the conditions of a term, or the clauses of one
  StateAdjust,       ///< the adjustments of a term, or the clauses of one
  Connection,        ///< one connects two elements, the other does not
};

/// The first difference of two device specs, in the order in which the left one is written.
struct SpecDifference {
  DifferenceKind kind = DifferenceKind::Group;  ///< what differs
  std::string left_path;             ///< `imic2/dgroup3/te_adc/task/function/sampling_rate`
  std::string right_path;            ///< where the right one has it, or would have it
  std::optional<std::string> left;   ///< what the left one has; empty for nothing
  std::optional<std::string> right;  ///< what the right one has

  friend auto operator<=>(const SpecDifference&, const SpecDifference&) = default;
};

/// Whether two device specs are of the same structural type.
struct SpecEquivalence {
  bool equivalent = true;                    ///< exactly if there is no difference
  std::optional<SpecDifference> difference;  ///< the first

  friend auto operator<=>(const SpecEquivalence&, const SpecEquivalence&) = default;
};

/// An aspect of several devices.
struct AspectComparison {
  std::string aspect;  ///< the path below the module: `task/function/sampling_rate`
  std::string unit;    ///< that of the first device that has one; empty where there is none
  /// For each device its value as the language writes it, in this unit and without it, exactly; one
  /// that cannot be expressed in it says its own. Empty where the device has none.
  std::vector<std::optional<std::string>> values;

  friend auto operator<=>(const AspectComparison&, const AspectComparison&) = default;
};

/// Elements of several devices that do the same thing.
struct ElementComparison {
  std::string module;                                ///< `task_element`
  std::string role;                                  ///< `convert digital_to_analog`; may be empty
  std::vector<std::optional<std::string>> elements;  ///< for each device the id, if it has one
  std::vector<AspectComparison> aspects;             ///< each aspect that one of them has

  friend auto operator<=>(const ElementComparison&, const ElementComparison&) = default;
};

/// A kind of USB device that a device spec is for.
struct UsbIdentity {
  std::uint16_t vendor = 0;   ///< idVendor
  std::uint16_t product = 0;  ///< idProduct

  friend auto operator<=>(const UsbIdentity&, const UsbIdentity&) = default;
};

/// A device spec that is loaded.
struct DeviceSpecEntry {
  DeviceSpecName spec;                  ///< its name
  std::string text;                     ///< what it says of itself, for people
  std::vector<UsbIdentity> identities;  ///< what usb_identity/3 says; matching makes no use of it

  friend auto operator<=>(const DeviceSpecEntry&, const DeviceSpecEntry&) = default;
};

/// An aspect of an element of a device spec.
struct AspectText {
  std::string path;         ///< below the module: `task/function/sampling_rate`
  std::string value;        ///< as the language writes it: `[44.1, 48]*kilohertz`
  bool changeable = false;  ///< whether states bear it

  friend auto operator<=>(const AspectText&, const AspectText&) = default;
};

/// A module of a group of a device spec.
struct SpecElement {
  std::string module;               ///< `task_element`
  std::string id;                   ///< `te_dac`; empty if it has none
  std::string role;                 ///< `convert digital_to_analog`; may be empty
  std::vector<AspectText> aspects;  ///< in the order in which they are written

  friend auto operator<=>(const SpecElement&, const SpecElement&) = default;
};

/// A group of a device spec.
struct SpecGroup {
  std::string name;                   ///< `dgroup3`
  std::vector<SpecElement> elements;  ///< in the order in which they are written

  friend auto operator<=>(const SpecGroup&, const SpecGroup&) = default;
};

/// The signal goes from one element of a device spec to another.
struct SpecConnection {
  std::string from;  ///< id of an element
  std::string to;    ///< id of an element

  friend auto operator<=>(const SpecConnection&, const SpecConnection&) = default;
};

/// What a device spec is made of, in the order in which it is written.
struct SpecStructure {
  std::string text;                         ///< what it says of itself, for people
  std::vector<SpecGroup> groups;            ///< an element that several share is in each
  std::vector<SpecConnection> connections;  ///< the ways of its signals

  friend auto operator<=>(const SpecStructure&, const SpecStructure&) = default;
};

/// What one line of the transcript tells.
enum class LineKind {
  Heading,           ///< the match process begins, ends or starts again
  Event,             ///< what happened; the first line of all
  Outlet,            ///< an outlet is looked at: its alternatives and its pool of devices
  Alternative,       ///< an alternative is tried
  Request,           ///< a request is tried
  RequestGroup,      ///< a request group is tried
  Device,            ///< a device is tried for a request
  DeviceGroup,       ///< a device group is tried for a request group
  Term,              ///< a term of both groups corresponds
  ThresholdMet,      ///< the weights below a branch reach what it accepts
  ThresholdMissed,   ///< the weights below a branch do not reach it
  UnitFree,          ///< a registration unit is available
  UnitTaken,         ///< a registration unit is not
  ConditionHeld,     ///< a match condition held
  ConditionRefused,  ///< a match condition did not hold
  Accepted,          ///< a group, request or alternative is satisfied
  Refused,           ///< a group, request, device or alternative is not
  Apply,             ///< a match is applied, with what its requester gets
  Undo,              ///< what was applied comes to nothing
  Cancel,            ///< a match is given up
  State,             ///< a state changes
  Warning,           ///< a body failed or ran too long
  Table,             ///< a row of a table of the present state
  Result,            ///< the title of such a table
  Blank,             ///< an empty line between parts
  Other,             ///< everything else, and what a later version adds
};

/// One line of the transcript of an event.
struct NarrationLine {
  int depth = 0;                    ///< level of indentation, from 0
  LineKind kind = LineKind::Other;  ///< what it tells
  std::string text;                 ///< one line, without its indentation and end of line

  friend bool operator==(const NarrationLine&, const NarrationLine&) = default;
};

}  // namespace ddb

#endif  // DDB_MODEL_HPP

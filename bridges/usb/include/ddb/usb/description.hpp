// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_DESCRIPTION_HPP
#define DDB_USB_DESCRIPTION_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A device spec as a value, and its two written forms: the terms that researchers write, and JSON.
/// Values only: any number of threads may work at the same time.
namespace ddb::usb {

/// A word of the taxonomy or of the units. It is a string literal, or lives as long as the program
/// in another way.
using Word = std::string_view;

/// An exact number. The denominator is positive.
struct Exact {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;

  friend bool operator==(const Exact&, const Exact&) = default;
};

/// Counts, or quantities where there is a unit: any of them. Not empty, none twice.
struct Numbers {
  std::vector<Exact> numbers;  ///< in rising order as a rule
  Word unit = {};              ///< name of the unit; empty for counts

  friend bool operator==(const Numbers&, const Numbers&) = default;
};

/// A range of counts or quantities that is closed at both ends. At least one of them is there.
struct Range {
  std::optional<Exact> least;     ///< none: at_most(greatest)
  std::optional<Exact> greatest;  ///< none: at_least(least)
  Word unit = {};                 ///< name of the unit; empty for counts

  friend bool operator==(const Range&, const Range&) = default;
};

/// What stands in a leaf or in a state: a word (`true` and `false` are the truth values), any of
/// several words, numbers, a range, or a text. A text is UTF-8.
using Value = std::variant<Word, std::vector<Word>, Numbers, Range, std::string>;

/// An aspect and its value.
struct Leaf {
  Word name;                        ///< of the aspect
  Value value;                      ///< what the device can do, or is
  std::vector<std::string> states;  ///< the states that bear it, if it can be changed

  friend bool operator==(const Leaf&, const Leaf&) = default;
};

/// A module, category or subcategory. Subcategories hold leaves, the others branches.
struct Branch {
  Word name;                                    ///< of the module, category or subcategory
  std::string id;                               ///< of a module; empty if it has none
  std::vector<std::string> code_interfaces;     ///< in the order in which they are paired
  std::vector<std::string> registration_units;  ///< what must be free for it
  std::vector<Branch> branches;                 ///< in the order in which they are tried
  std::vector<Leaf> leaves;                     ///< in the order in which they are tried

  friend bool operator==(const Branch&, const Branch&) = default;
};

/// A section of the spec: a signal path, a panel, or the device as a whole.
struct Group {
  std::string name;             ///< `playback_1`
  std::string comment;          ///< one line for readers; empty if there is nothing to say
  std::vector<Branch> modules;  ///< in the order in which they are tried

  friend bool operator==(const Group&, const Group&) = default;
};

/// A named set of operations.
struct CodeInterface {
  std::string name;              ///< unique in the spec
  std::vector<Word> operations;  ///< what can be done; not empty

  friend bool operator==(const CodeInterface&, const CodeInterface&) = default;
};

/// Something that can be changed, and what it is at the beginning.
struct State {
  std::string name;  ///< unique in the spec
  Value value;       ///< one value, not several

  friend bool operator==(const State&, const State&) = default;
};

/// The signal goes from one element to another.
struct Connection {
  std::string from;  ///< id of a module
  std::string to;    ///< id of a module

  friend bool operator==(const Connection&, const Connection&) = default;
};

/// What became of an interface of the device.
struct InterfaceUse {
  std::uint8_t number = 0;          ///< bInterfaceNumber
  std::uint8_t class_id = 0;        ///< bInterfaceClass, subclass and protocol of its first setting
  std::uint8_t subclass = 0;        ///< bInterfaceSubClass
  std::uint8_t protocol = 0;        ///< bInterfaceProtocol
  bool understood = false;          ///< a class says what it is for; false for the vendor's own
  std::vector<std::string> groups;  ///< names of the groups that it is in

  friend bool operator==(const InterfaceUse&, const InterfaceUse&) = default;
};

/// A device spec.
struct Description {
  std::string spec;                             ///< its name in the language
  std::string title;                            ///< for people
  std::optional<std::uint16_t> vendor;          ///< idVendor; none: it claims no USB device
  std::uint16_t product = 0;                    ///< idProduct, if there is a vendor
  std::string comment;                          ///< opens the file; lines end with '\n'
  std::vector<std::string> registration_units;  ///< not empty, each used
  std::vector<CodeInterface> code_interfaces;   ///< each used
  std::vector<State> states;                    ///< each used
  std::vector<Group> groups;                    ///< in the order in which they are tried
  std::vector<Connection> connections;          ///< in the way of the signals
  std::vector<InterfaceUse> interfaces;         ///< of the configuration; not written

  friend bool operator==(const Description&, const Description&) = default;
};

/// The spec as a file of terms (UTF-8), laid out as those of `descriptions/` and as `ddb-match
/// convert` does it. The same spec gives the same bytes.
std::string to_terms(const Description& description);

/// The spec in the JSON that the engine reads (engine/schemas/description.schema.json), a fact a
/// line. The same spec gives the same bytes, and says the same as to_terms.
std::string to_json(const Description& description);

}  // namespace ddb::usb

#endif  // DDB_USB_DESCRIPTION_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_BUS_PORTS_HPP
#define DDB_BUS_PORTS_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commands.hpp"
#include "json_writer.hpp"
#include "terminal.hpp"

/// What the commands share: ports as text and as JSON.
namespace ddb::bus::command {

/// The key that all words of `which` make.
/// @throws store::Error
store::Key key_of(const Which& which);

/// The ports that are meant: all that is set must hold.
class Selection {
 public:
  /// @param which names as they were typed
  /// @param node that is master or provider; empty: any
  /// @throws store::Error: a name is not as it must be
  explicit Selection(Which which, const std::string& node = "");

  /// What the store is asked for: all that is meant, and perhaps more.
  const store::Filter& filter() const { return filter_; }
  /// Whether the port is meant.
  bool has(const store::Key& key) const;
  /// Whether every port is meant.
  bool is_all() const;

 private:
  Which which_;
  store::Filter filter_;
};

/// The entries that are meant.
/// @throws store::Error
std::vector<store::Entry> entries_of(store::Store& store, const Selection& selection);

/// The one entry that is meant.
/// @throws std::runtime_error: there is none
store::Entry entry_of(store::Store& store, const Which& which);

/// The time of grace that the ports of a bus have.
std::optional<store::Grace> grace_of_bus(const std::vector<store::Entry>& entries,
                                         const std::string& bus);

/// `2026-11-28T07:06:00.123Z`
std::string time_text(const store::Entry& entry);
/// The same in the time zone of this machine, to be read: `2026-11-28 08:06:00`.
std::string local_time_text(const store::Entry& entry);
/// `0d8c:0102 C-Media USB Audio`; empty if there is no device.
std::string device_text(const store::Entry& entry);
match::Colour colour_of(store::Status status);
/// Of the protection of an import: what is clear is shown as such.
match::Colour protection_colour_of(const std::string& protection);

/// `dbus1:128.194.131.52:usbip:128.194.131.66:1-3 ADDED`, as the thesis prints it.
void print_thesis_line(const store::Entry& entry);
/// Writes the members of a port, as schemas/port.schema.json says.
void write_members(ddb::detail::JsonWriter& writer, const store::Entry& entry);
/// Writes the members of a key: `key` and its parts.
void write_members(ddb::detail::JsonWriter& writer, const store::Key& key);
/// Prints an action, as schemas/action.schema.json says.
void print_action(std::string_view action, const store::Entry& entry);

/// One line on standard error, after the command's name.
void tell(const std::string& sentence);

/// Tells the complaints of a listing.
void tell_complaints(const store::Listing& listing);

}  // namespace ddb::bus::command

#endif  // DDB_BUS_PORTS_HPP

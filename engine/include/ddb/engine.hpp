// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_ENGINE_HPP
#define DDB_ENGINE_HPP

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ddb/error.hpp"
#include "ddb/explanation.hpp"
#include "ddb/export.hpp"
#include "ddb/model.hpp"
#include "ddb/outlet_change.hpp"

/// Describe the device functionality that you need; the engine finds it.
///
///     ddb::Engine engine;
///     ddb::Session session = engine.open();
///     ddb::LoadReport report = session.load({ddb::Source::file("imic2.pl"), ...});
///     ddb::Outcome outcome = session.replay(ddb::DeviceConnect{...});
///     for (const ddb::OutletChange& change : outcome.changes) ...
namespace ddb {

/// What a source may hold.
enum class SourceRole {
  Description,  ///< devices, requesters, scenarios, and more taxonomy and units
  Taxonomy,     ///< takes the place of the built-in taxonomy
  Units,        ///< takes the place of the built-in units
};

namespace detail {
struct SourceContent;
}  // namespace detail

/// Text in the language: a file, or text that the caller has. It is JSON if its name ends in
/// `.json` or its first character is a brace, and terms otherwise: see SourceFormat.
class DDB_EXPORT Source {
 public:
  /// The file is read when it is loaded; one that cannot be read is a Diagnostic.
  static Source file(const std::filesystem::path& path, SourceRole role = SourceRole::Description);
  /// @param name what diagnostics call it; no other text of the same load has this name
  /// @param text UTF-8
  /// @param role what it may hold
  static Source text(const SourceName& name, std::string text,
                     SourceRole role = SourceRole::Description);
  /// JSON, whatever its name is.
  /// @param name what diagnostics call it; no other text of the same load has this name
  /// @param text UTF-8, as description.schema.json has it
  /// @param role what it may hold
  static Source json(const SourceName& name, std::string text,
                     SourceRole role = SourceRole::Description);

  /// The path of a file, or the name of a text.
  const std::string& name() const noexcept { return name_; }
  /// What it may hold.
  SourceRole role() const noexcept { return role_; }

 private:
  friend struct detail::SourceContent;
  enum class Form { File, Text, Json };
  Source(std::string name, std::string text, Form form, SourceRole role);

  std::string name_;
  std::string text_;
  Form form_;
  SourceRole role_;
};

/// How a source is written. Both say the same, and are converted to each other with nothing lost.
enum class SourceFormat {
  Prolog,  ///< terms, as people write them
  Json,    ///< one object with an array of facts, for programs: description.schema.json
};

/// What Engine::convert made of a source.
struct Conversion {
  std::optional<std::string> text;      ///< UTF-8; absent exactly if there are diagnostics
  std::vector<Diagnostic> diagnostics;  ///< errors of form, all of them, in order of line
};

/// What a load, or a replacement, found and brought about.
struct LoadReport {
  /// Errors and warnings in order of source and line; then, of a replacement, warnings about bodies
  /// that failed or ran too long.
  std::vector<Diagnostic> diagnostics;
  bool loaded = false;  ///< false exactly if a diagnostic is an error; nothing has changed then
  std::vector<OutletChange> changes;  ///< of a replacement, in order; a load changes no outlet
};

/// How a session is to match.
struct SessionOptions {
  Transport transport = Transport::Shared;  ///< of all devices
};

/// What Session::explain looks at.
struct ExplainOptions {
  std::optional<AlternativeName> alternative;  ///< this one only; else all of the outlet
  std::optional<DeviceName> device;            ///< this one only; else all on connected systems
};

/// Takes the lines of the transcript of an event, in order, while it happens.
using Narrator = std::function<void(const NarrationLine&)>;
/// Takes how many sources of a load are done, and how many there are.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

/// One world: descriptions, connected devices, requesters and their matches. Sessions know nothing
/// of each other. Movable; a session that was moved from can only be destroyed or assigned to.
///
/// Any thread may call any session at any time. The calls of one session are served one after
/// another, in the order in which they come. Calls of different sessions are served at the same
/// time, as many as the machine runs threads: a session stays with one of so many engines of
/// Prolog, and shares it where there are more sessions. A call is served on its own thread, on a
/// stack that the library keeps: neither the number of calling threads nor the size of their stacks
/// matters. It is no point where a thread can be cancelled. Moving, assigning and destroying are no
/// calls: as with any object, no other thread may be using the session then. A session may be
/// destroyed inside a callback of another one.
///
/// A callback runs inside its call, so on the thread of the caller, but on that other stack, of
/// which hundreds of megabytes are left. It may not call back into any session, nor wait for a
/// thread that does (Error Conflict; a wait could be for ever). What a callback throws is thrown on
/// to the caller when the call is complete; the callback is not called again before that. An event
/// has happened then, but its Outcome is gone: outlets() and transactions() tell what it has
/// brought.
///
/// Every call may throw Error Resource or Internal; Conflict, from inside a callback or where the
/// session was moved from; and Invalid, for a name that names nothing or a text that is not UTF-8.
/// What else a call throws is told with it. After an Error the session is as it was before the
/// call, and can be used further.
class DDB_EXPORT Session {
 public:
  Session(Session&&) noexcept;             ///< Takes over the other's world.
  Session& operator=(Session&&) noexcept;  ///< Forgets its world and takes over the other's.
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session();

  /// Loads all of the sources or, if one has an error, none. May be called again with more.
  LoadReport load(const std::vector<Source>& sources, const Progress& progress = {});

  /// Puts specs in the place of loaded ones while their devices are connected and their requesters
  /// are served: every spec that the sources declare replaces the loaded one of its name, whole;
  /// one that is not loaded is added. All of that happens or, if a source has an error, nothing.
  ///
  /// - A spec that says what it said is not replaced: the same sources again change nothing.
  /// - Devices and requesters stay, in their order. A state keeps its value if it is still declared
  ///   of the same kind, else it has its initial value. Outlets that a requester's spec no longer
  ///   has are gone (Lost, if they were matched, then Removed), new ones wait (Created).
  /// - A match with a replaced spec on either side stays undisturbed if it would be made again from
  ///   the same parts, as everything is now: its alternative asks for the same requests, and each
  ///   of its request groups is accepted by the same device group with the same effects. Its
  ///   factors and its status then are those of the new specs (Updated, if they differ). Every
  ///   other such match is cancelled, as the old specs say (Lost).
  /// - Then what can be matched is matched, as after an event.
  /// - A spec keeps its kind: a requester in the place of a device is an error. Words of taxonomy
  ///   and units may be said again as they are, or be new; a word that changes is an error, for
  ///   what is loaded is written in it. Events are left out, with a warning; the scenario stays.
  ///
  /// A callback that throws is treated as in replay().
  LoadReport replace(const std::vector<Source>& sources, const Narrator& narrator = {});

  /// What is suspicious about what is loaded: warnings only.
  std::vector<Diagnostic> check() const;

  /// The events of the loaded scenario, in order. None of them has happened by being loaded.
  std::vector<Event> scenario() const;

  /// Makes the event happen and matches what can be matched then.
  ///
  /// The changes of outlets come back to the caller and to nobody else. Where one thread makes the
  /// events and others own requesters, the caller hands each change on to its requester's thread,
  /// for example through a queue; where several threads make events in one session, the numbers
  /// tell a receiver the order, and a gap tells that another thread still has one to hand on.
  /// @throws Error Conflict: the event cannot happen (a name is unknown or in use); nothing has
  ///         changed then, and no number was used
  Outcome replay(const Event& event, const Narrator& narrator = {});

  /// What is bound. Like all lists of the present state, sorted by its fields in their order.
  std::vector<Transaction> transactions() const;
  /// How the outlets of all requesters stand, bound or not.
  std::vector<OutletState> outlets() const;
  /// The units of all devices, taken or not.
  std::vector<RegistrationUnit> registration_units() const;
  /// The states of all devices, those of disconnected systems too.
  std::vector<DeviceState> states() const;
  /// How the requesters control what their outlets are bound to.
  std::vector<CodeInterfaceEntry> code_interfaces() const;
  /// What was negotiated for the outlets.
  std::vector<DataInterfaceEntry> data_interfaces() const;

  /// Why an outlet does not get what it asks for, and the fewest changes that make the match happen
  /// (match.md, "What a person is told"): once all of them are made, the match process satisfies
  /// the alternative when the outlet's turn comes. AlternativeExplanation says how few they are,
  /// Cause how each is made. A device that is asked for, and the requester, are taken as connected.
  /// Nothing changes.
  /// @throws Error Conflict: there is no such requester, outlet, alternative or device
  Explanation explain(const RequesterName& requester, const OutletName& outlet,
                      const ExplainOptions& options = {}) const;

  /// The entries of the taxonomy and the units that the words name or occur in; all entries for
  /// no words. For a word that is nowhere, entries of kind Nearest.
  std::vector<TaxonomyEntry> taxonomy(const std::vector<std::string>& words = {}) const;

  /// A unit that the session knows, by its name or symbol, with or without a prefix: `kilohertz`,
  /// `kHz`. For Value::in().
  /// @throws Error Invalid: there is no such unit
  Unit unit(const std::string& name) const;

  /// Whether no requester could tell devices of these specs apart, but by names that the describer
  /// made up (ids, units, states ...). Values are compared exactly, in whatever unit they are
  /// written; groups, and terms of one name, in their order.
  /// @throws Error Conflict: one of them is no device spec that is loaded
  SpecEquivalence equal(const DeviceSpecName& left, const DeviceSpecName& right) const;

  /// The elements of the specs side by side, those together that do the same thing: in the order
  /// of the taxonomy's modules, then as the first spec has them, then what only others have.
  /// @throws Error Conflict: one of them is no device spec that is loaded
  std::vector<ElementComparison> compare(const std::vector<DeviceSpecName>& specs) const;

  /// The device specs that are loaded, in the order of their loading.
  std::vector<DeviceSpecEntry> device_specs() const;

  /// What a device spec is made of: its elements, group by group, and how they are connected.
  /// @throws Error Conflict: it is no device spec that is loaded
  SpecStructure structure(const DeviceSpecName& spec) const;

  /// Everything that this session knows, as one JSON object in UTF-8 of some lines: what was
  /// loaded, who is there, what is matched with whom, and all that comes of it. Engine::restore()
  /// makes a session of it that is as this one is now. Equal sessions give equal texts. The form is
  /// told in `share/ddb/schemas/snapshot.schema.json`; all sources are in it, whole.
  ///
  /// A service that is to survive a crash writes this to a file after each event, before it tells
  /// anybody (`examples/service`).
  std::string snapshot() const;

 private:
  friend class Engine;
  struct Impl;
  explicit Session(std::unique_ptr<Impl> impl);
  Impl& impl() const;

  std::unique_ptr<Impl> impl_;
};

/// The inference engine of this process. The first one starts it; all share it; it stays until the
/// process ends. Starting takes some milliseconds, reads no file and no environment variable,
/// installs no signal handler and leaves the locale as it is (while it starts, and only then,
/// other threads may see another one).
class DDB_EXPORT Engine {
 public:
  /// @throws Error Unavailable: the engine cannot start
  Engine();

  /// A new session that holds the built-in taxonomy and units.
  Session open(const SessionOptions& options = {}) const;

  /// Writes a source in the other format. All facts, clauses and comments stay, in their order, and
  /// all numbers exactly; how lines are broken does not. Whether its words and names are known is
  /// not looked at: they may come from other sources.
  /// @param source what to convert; one that cannot be read is a Diagnostic
  /// @param to the format that is wanted, even if it is that of the source; without it, the other
  /// @throws Error Resource, Internal
  Conversion convert(const Source& source, std::optional<SourceFormat> to = {}) const;

  /// A new session that is as the one was whose snapshot() this is: every query gives the same, and
  /// every event has the same results, transcript and numbers of outlet changes. Nothing is matched
  /// again; a match stays what it was when it was made.
  /// @param snapshot what Session::snapshot() gave, in this process or another, by this version of
  ///        the library or an earlier one
  /// @throws Error Invalid: the text is cut off, was changed so that it does not fit together any
  ///         more, or is of another form; where() has the line and column in the snapshot
  Session restore(std::string_view snapshot) const;
};

}  // namespace ddb

#endif  // DDB_ENGINE_HPP

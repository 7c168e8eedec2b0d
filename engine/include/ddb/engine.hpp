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

/// Text in the language: a file, or text that the caller has.
class DDB_EXPORT Source {
 public:
  /// The file is read when it is loaded; one that cannot be read is a Diagnostic.
  static Source file(const std::filesystem::path& path, SourceRole role = SourceRole::Description);
  /// @param name what diagnostics call it
  /// @param text UTF-8
  /// @param role what it may hold
  static Source text(const SourceName& name, std::string text,
                     SourceRole role = SourceRole::Description);

  /// The path of a file, or the name of a text.
  const std::string& name() const noexcept { return name_; }
  /// What it may hold.
  SourceRole role() const noexcept { return role_; }

 private:
  friend class Session;
  Source(std::string name, std::string text, bool is_file, SourceRole role);

  std::string name_;
  std::string text_;
  bool is_file_;
  SourceRole role_;
};

/// What a load found, in order of source and line.
struct LoadReport {
  std::vector<Diagnostic> diagnostics;  ///< errors and warnings
  bool loaded = false;  ///< false exactly if a diagnostic is an error; nothing has changed then
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
/// time, on threads that the library keeps, as many as the machine runs at once: a session stays
/// with one of them, and shares it where there are more sessions than threads. Neither the number
/// of calling threads nor the size of their stacks matters. Moving, assigning and destroying are no
/// calls: as with any object, no other thread may be using the session then.
///
/// A callback runs on one of those threads while its caller waits. It may not call back into any
/// session, nor wait for a thread that does (Error Conflict; a wait could be for ever). What a
/// callback throws is thrown on to the caller when the call is complete; the callback is not called
/// again before that. An event has happened then, but its Outcome is gone: outlets() and
/// transactions() tell what it has brought.
///
/// Every call may throw Error Resource or Internal; Conflict, from inside a callback or where the
/// session was moved from; and Invalid, for a name that names nothing or a text that is not UTF-8.
/// What else a call throws is told with it. After an Error the session is as it was before the call,
/// and can be used further.
class DDB_EXPORT Session {
 public:
  Session(Session&&) noexcept;             ///< Takes over the other's world.
  Session& operator=(Session&&) noexcept;  ///< Forgets its world and takes over the other's.
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session();

  /// Loads all of the sources or, if one has an error, none. May be called again with more.
  LoadReport load(const std::vector<Source>& sources, const Progress& progress = {});

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

  /// Why an outlet does not get what it asks for, and the fewest changes that would help
  /// (match.md, "What a person is told"). Nothing changes. The changes are the fewest over all
  /// choices of device groups and elements; the process itself takes the first element that fits,
  /// so an element before the one that a change is about may still be taken instead.
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

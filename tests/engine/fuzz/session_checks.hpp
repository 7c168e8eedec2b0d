// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_FUZZ_SESSION_CHECKS_HPP
#define DDB_TESTS_FUZZ_SESSION_CHECKS_HPP

#include <string>
#include <string_view>
#include <vector>

#include "ddb/engine.hpp"

/// What must hold of every session, whatever it was fed.
namespace fuzz {

/// Ends the process with the sentence on standard error unless the condition holds: both a fuzzer
/// and a test see that.
void require(bool condition, std::string_view sentence);

/// All that a session tells of itself.
struct View {
  std::vector<ddb::Event> scenario;
  std::vector<ddb::Transaction> transactions;
  std::vector<ddb::OutletState> outlets;
  std::vector<ddb::RegistrationUnit> units;
  std::vector<ddb::DeviceState> states;
  std::vector<ddb::CodeInterfaceEntry> code_interfaces;
  std::vector<ddb::DataInterfaceEntry> data_interfaces;

  explicit View(const ddb::Session& session);
  friend bool operator==(const View&, const View&) = default;
};

/// A source as it was given, to look up places in.
struct GivenSource {
  std::string name;
  std::string text;
  ddb::SourceRole role = ddb::SourceRole::Description;
};

/// Every finding has a sentence, and a place in one of the sources; all text is UTF-8.
void check_diagnostics(const std::vector<ddb::Diagnostic>& diagnostics,
                       const std::vector<GivenSource>& sources);

/// The lists agree with each other: what is bound is bound for an active alternative, and every
/// name stands once.
void check_lists(const View& view);

/// Loads; a load that fails must leave the session as it was.
/// @return whether it was loaded
bool load_and_check(ddb::Session& session, const std::vector<GivenSource>& sources,
                    const std::vector<GivenSource>& earlier);

/// Replays the scenario, asks for what can be asked, and takes everything back again.
void replay_and_check(ddb::Session& session, const std::vector<GivenSource>& sources);

}  // namespace fuzz

#endif  // DDB_TESTS_FUZZ_SESSION_CHECKS_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_FUZZ_SESSION_CHECKS_HPP
#define DDB_TESTS_FUZZ_SESSION_CHECKS_HPP

#include <string>
#include <string_view>
#include <vector>

#include "ddb/engine.hpp"
#include "features.hpp"
#include "given_sources.hpp"

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

/// Calls; a number too large for its type is the one thing that a good source may be refused for
/// later.
/// @return whether nothing was too large
template <class Call>
bool allows_limits(const Call& call) {
  try {
    call();
    return true;
  } catch (const ddb::Error& error) {
    require(error.code() == ddb::ErrorCode::Resource, error.what());
    require(*error.what() != '\0', "an error has no sentence");
    saw("limit", error.what());
    return false;
  }
}

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

/// Replays the scenario and asks for what can be asked.
/// @return how the session stands then
View replay_and_check(ddb::Session& session, const std::vector<GivenSource>& sources);

/// Nobody wants anything any more: everything must be free again.
void cancel_all(ddb::Session& session);

}  // namespace fuzz

#endif  // DDB_TESTS_FUZZ_SESSION_CHECKS_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_JSON_HPP
#define DDB_JSON_HPP

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "ddb/engine.hpp"
#include "ddb/export.hpp"
#include "ddb/model.hpp"

/// What came of an event, as JSON and back: what `ddb-match run --json` prints, result.schema.json
/// in share/ddb/schemas. Any thread may call. For descriptions in JSON see Source::json and
/// Engine::convert.
namespace ddb {

/// The value of a state in a Result, as text: what it means is known to the session's units only.
struct StateText {
  DeviceName device;  ///< whose state
  StateName state;    ///< as the device's description calls it
  std::string value;  ///< as the language writes it, with its unit: `44100*hertz`

  friend auto operator<=>(const StateText&, const StateText&) = default;
};

/// An event, and how everything stands after it. Lists are sorted by their fields in their order.
struct Result {
  Event event;                                       ///< what happened
  std::vector<Transaction> transactions;             ///< what is bound
  std::vector<OutletState> outlets;                  ///< how the outlets of all requesters stand
  std::vector<RegistrationUnit> registration_units;  ///< the units of all devices, taken or not
  std::vector<StateText> states;                     ///< the states of all devices

  friend bool operator==(const Result&, const Result&) = default;
};

/// The event and the present state of the session, in which it has just happened.
/// @throws Error as the queries of Session do
DDB_EXPORT Result get_result(const Event& event, const Session& session);

/// A result as `ddb-match run --json` prints it: one object on one line, without the end of the
/// line. Keys, their order and the blanks are part of the interface. A match factor that no decimal
/// ends is its nearest floating point number.
DDB_EXPORT std::string to_json(const Result& result);

/// The result that to_json() gave the text for; written again, it is the same text. Lists are taken
/// as they are; nothing is looked up in a session.
/// @param text one JSON object in UTF-8, and blanks around it
/// @throws Error Invalid: it is no such object; where() has the line and column in the text, and
/// the
///         sentence the place in the object, such as `transactions[0].device`
DDB_EXPORT Result result_from_json(std::string_view text);

}  // namespace ddb

#endif  // DDB_JSON_HPP

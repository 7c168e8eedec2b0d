// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_BUS_COMPOSITION_HPP
#define DDB_BUS_COMPOSITION_HPP

#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ddb/store/entry.hpp"

/// From the result of a match to the ports that make it true. Pure: nothing is read or changed
/// here.
namespace ddb::bus::command {

/// Something in the input is wrong; what() has a line for each thing.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What 'ddb-match run --json' says, as far as it matters here.
struct MatchResult {
  std::set<std::pair<std::string, std::string>>
      matches;                                 ///< requester and device, of the last event
  std::map<std::string, std::string> systems;  ///< of each requester that was created
};

/// @param text a JSON object a line, one for each event; or one object, or a list of them
/// @param name of the file, for messages
/// @throws InputError
MatchResult read_result(std::string_view text, const std::string& name);

/// Where things are: schemas/where.schema.json.
struct Where {
  struct Port {
    std::string node;  ///< as node_name() spells it
    std::string port;
  };
  std::map<std::string, std::string> nodes;       ///< of each system
  std::map<std::string, Port> devices;            ///< where each is plugged in
  std::map<std::string, std::string> requesters;  ///< system of each that the result does not tell
};

/// @throws InputError
Where read_where(std::string_view text, const std::string& name);

/// The bus of the devices that were matched for a node: `compose-` and the node, with `_` for '.'
/// and
/// `__` for ':' since a bus has none of them. Two nodes never have the same. None: the name of the
/// node is too long for that.
std::optional<std::string> compose_bus(const std::string& node);

/// A port that is to be on a bus, and for whom.
struct WantedPort {
  store::Key key;
  std::set<std::string> devices;
  std::set<std::string> requesters;
  std::optional<store::Grace> grace = {};  ///< that its bus has
};

/// What is to be done, each sorted by key.
struct Plan {
  std::vector<WantedPort> keep;         ///< there already
  std::vector<WantedPort> add;          ///< the port is free
  std::vector<WantedPort> add_later;    ///< when the port has left the bus where it is
  std::vector<store::Entry> remove;     ///< not wanted any more
  std::set<std::string> local_devices;  ///< plugged in where they are wanted
};

/// @param entries all that the store has
/// @throws InputError: with all that stands in the way; then nothing must be done
Plan make_plan(const MatchResult& result, const Where& where,
               const std::vector<store::Entry>& entries);

}  // namespace ddb::bus::command

#endif  // DDB_BUS_COMPOSITION_HPP

// SPDX-License-Identifier: Apache-2.0
#include "ddb/json.hpp"

#include <variant>

#include "json_writer.hpp"

namespace ddb {

using namespace detail;

Result get_result(const Event& event, const Session& session) {
  Result result{event, session.transactions(), session.outlets(), session.registration_units(), {}};
  for (const DeviceState& state : session.states()) {
    result.states.push_back({state.device, state.state, state.value.str()});
  }
  return result;
}

std::string to_json(const Result& result) {
  JsonWriter writer;
  const auto list_of = [&](std::string_view name, const auto& items) {
    list(writer, name, items, [&](const auto& item) { members(writer, item); });
  };
  writer.begin('{');
  writer.key("event");
  writer.begin('{');
  std::visit(EventMembers{writer}, result.event);
  writer.end('}');
  list_of("transactions", result.transactions);
  list_of("outlets", result.outlets);
  list_of("registration_units", result.registration_units);
  list(writer, "states", result.states, [&](const StateText& state) {
    writer.member("device", state.device.str());
    writer.member("state", state.state.str());
    writer.member("value", state.value);
  });
  writer.end('}');
  return writer.take();
}

}  // namespace ddb

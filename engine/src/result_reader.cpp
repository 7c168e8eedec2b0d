// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "ddb/json.hpp"
#include "json_reader.hpp"

namespace ddb {

using namespace detail;

namespace {

constexpr const char* kName = "result";

// What the constructor of a name refuses is refused with its place.
template <class Name>
Name name(const JsonNode& object, std::string_view key) {
  const JsonNode node = object.member(key);
  const std::string& text = node.string();
  if (text.empty()) node.fail("a name is not empty");
  return Name(text);
}

Event read_event(const JsonNode& node) {
  const std::string& type = node.member("type").string();
  if (type == "system_connect") {
    node.expect_keys({"type", "system"});
    return SystemConnect{name<SystemName>(node, "system")};
  }
  if (type == "system_disconnect") {
    node.expect_keys({"type", "system"});
    return SystemDisconnect{name<SystemName>(node, "system")};
  }
  if (type == "device_connect") {
    node.expect_keys({"type", "system", "device", "spec"});
    return DeviceConnect{name<SystemName>(node, "system"), name<DeviceName>(node, "device"),
                         name<DeviceSpecName>(node, "spec")};
  }
  if (type == "device_disconnect") {
    node.expect_keys({"type", "device"});
    return DeviceDisconnect{name<DeviceName>(node, "device")};
  }
  if (type == "requester_create") {
    node.expect_keys({"type", "system", "requester", "spec"});
    return RequesterCreate{name<SystemName>(node, "system"), name<RequesterName>(node, "requester"),
                           name<RequesterSpecName>(node, "spec")};
  }
  if (type == "requester_cancel") {
    node.expect_keys({"type", "requester"});
    return RequesterCancel{name<RequesterName>(node, "requester")};
  }
  node.member("type").fail("there is no event \"" + type + "\"");
}

Rational read_number(const JsonNode& node) {
  try {
    return Rational::parse(node.number());
  } catch (const Error& error) {
    if (error.where()) throw;
    node.fail(error.what());
  }
}

Transaction read_transaction(const JsonNode& node) {
  node.expect_keys({"requester", "outlet", "alternative", "request", "request_group", "device",
                    "device_group", "match_factor"});
  return {name<RequesterName>(node, "requester"),        name<OutletName>(node, "outlet"),
          name<AlternativeName>(node, "alternative"),    name<RequestName>(node, "request"),
          name<RequestGroupName>(node, "request_group"), name<DeviceName>(node, "device"),
          name<DeviceGroupName>(node, "device_group"),   read_number(node.member("match_factor"))};
}

OutletStatus read_status(const JsonNode& node) {
  const std::string& status = node.string();
  if (status == "threshold") return OutletStatus::Threshold;
  if (status == "partial") return OutletStatus::Partial;
  if (status == "inactive") return OutletStatus::Inactive;
  node.fail("there is no status \"" + status + "\"; there are threshold, partial and inactive");
}

OutletState read_outlet(const JsonNode& node) {
  node.expect_keys({"requester", "outlet", "active", "status"});
  OutletState outlet{name<RequesterName>(node, "requester"), name<OutletName>(node, "outlet"),
                     std::nullopt, read_status(node.member("status"))};
  if (!node.member("active").is_null()) outlet.active = name<AlternativeName>(node, "active");
  if (outlet.active.has_value() == (outlet.status == OutletStatus::Inactive)) {
    node.member("status").fail("an outlet is inactive exactly if its active alternative is null");
  }
  return outlet;
}

RegistrationUnit read_unit(const JsonNode& node) {
  node.expect_keys({"device", "unit", "available"});
  return {name<DeviceName>(node, "device"), name<UnitName>(node, "unit"),
          node.member("available").boolean()};
}

StateText read_state(const JsonNode& node) {
  node.expect_keys({"device", "state", "value"});
  const JsonNode value = node.member("value");
  if (value.string().empty()) value.fail("a value is not empty");
  return {name<DeviceName>(node, "device"), name<StateName>(node, "state"), value.string()};
}

template <class Read>
auto read_list(const JsonNode& node, const Read& read) {
  std::vector<decltype(read(node))> items;
  for (const JsonNode& element : node.elements()) items.push_back(read(element));
  return items;
}

}  // namespace

Result result_from_json(std::string_view text) {
  const std::string document_name = kName;
  const JsonValue document = read_json(document_name, text);
  const JsonNode node(document_name, text, document);
  node.expect_keys({"event", "transactions", "outlets", "registration_units", "states"});
  return {read_event(node.member("event")),
          read_list(node.member("transactions"), read_transaction),
          read_list(node.member("outlets"), read_outlet),
          read_list(node.member("registration_units"), read_unit),
          read_list(node.member("states"), read_state)};
}

}  // namespace ddb

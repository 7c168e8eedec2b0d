// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>

#include "composition.hpp"
#include "ddb/store/error.hpp"

namespace ddb::bus::command {

namespace {

using Json = nlohmann::json;

constexpr const char* kResultRemedy = "; give what 'ddb-match run --json' prints";
constexpr const char* kPlaceWords = R"(; a device has "port" and "system", or "port" and "node")";
constexpr const char* kWhereRemedy = "; 'man ddb-bus' shows what stands there";

// Reads members of an object, and says where something is wrong.
class Reader {
 public:
  Reader(std::string name, const char* remedy) : name_(std::move(name)), remedy_(remedy) {}

  [[noreturn]] void fail(const std::string& place, const std::string& what) const {
    throw InputError(name_ + ": " + (place.empty() ? "" : place + ": ") + what + remedy_);
  }

  const Json& object(const Json& value, const std::string& place) const {
    if (!value.is_object()) fail(place, "is no object");
    return value;
  }

  std::string text(const Json& object, const char* key, const std::string& place) const {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string()) {
      fail(place, "\"" + std::string(key) + "\" is missing or no text");
    }
    return found->get<std::string>();
  }

 private:
  std::string name_;
  const char* remedy_;
};

// With line and column, without the "[json.exception.parse_error.101] " before it.
std::string sentence_of(const Json::parse_error& error) {
  const std::string what = error.what();
  const std::size_t end = what.find("] ");
  return what.substr(end == std::string::npos ? 0 : end + 2);
}

// A document, or one a line; the first and last of them matter as much as the others.
std::vector<Json> documents_of(std::string_view text, const std::string& name) {
  std::string why;  // it is no one document
  try {
    Json whole = Json::parse(text);
    if (whole.is_array()) return whole;
    return {std::move(whole)};
  } catch (const Json::parse_error& error) {
    why = sentence_of(error);
  }
  std::vector<Json> documents;
  for (int line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view one = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (one.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Json document = Json::parse(one, nullptr, false);
    if (document.is_discarded()) {
      // A document of many lines is told as a whole.
      std::string sentence = name;
      if (documents.empty()) {
        sentence.append(": this is no JSON, ").append(why);
      } else {
        sentence.append(":").append(std::to_string(line)).append(": this is no JSON");
      }
      throw InputError(sentence + kResultRemedy);
    }
    documents.push_back(std::move(document));
  }
  return documents;
}

std::string checked_node(const Reader& reader, const std::string& node, const std::string& place) {
  try {
    return store::node_name(node);
  } catch (const store::Error& error) {
    reader.fail(place, error.what());
  }
}

const Json& member(const Reader& reader, const Json& table, const char* key) {
  static const Json empty = Json::object();
  const auto found = table.find(key);
  return found == table.end() ? empty : reader.object(*found, key);
}

}  // namespace

MatchResult read_result(std::string_view text, const std::string& name) {
  const Reader reader(name, kResultRemedy);
  const std::vector<Json> documents = documents_of(text, name);
  if (documents.empty()) reader.fail("", "there is nothing in it");
  MatchResult result;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const std::string place = "event " + std::to_string(i + 1);
    const Json& document = reader.object(documents[i], place);
    const auto event = document.find("event");
    if (event == document.end() || !event->is_object()) reader.fail(place, R"("event" is missing)");
    if (reader.text(*event, "type", place) == "requester_create") {
      result.systems[reader.text(*event, "requester", place)] =
          reader.text(*event, "system", place);
    }
    const auto transactions = document.find("transactions");
    if (transactions == document.end() || !transactions->is_array()) {
      reader.fail(place, R"("transactions" is missing)");
    }
    result.matches.clear();
    for (const Json& transaction : *transactions) {
      const Json& one = reader.object(transaction, place + ", transaction");
      result.matches.emplace(reader.text(one, "requester", place),
                             reader.text(one, "device", place));
    }
  }
  return result;
}

Where read_where(std::string_view text, const std::string& name) {
  const Reader reader(name, kWhereRemedy);
  Json table;
  try {
    table = Json::parse(text);
  } catch (const Json::parse_error& error) {
    reader.fail("", sentence_of(error));
  }
  reader.object(table, "the table");
  for (const auto& [key, value] : table.items()) {
    if (key != "systems" && key != "devices" && key != "requesters") {
      reader.fail(key, R"(is not known; there are "systems", "devices" and "requesters")");
    }
  }
  Where where;
  for (const auto& [system, node] : member(reader, table, "systems").items()) {
    if (!node.is_string()) reader.fail("systems, " + system, "is no node");
    where.nodes[system] = checked_node(reader, node.get<std::string>(), "systems, " + system);
  }
  for (const auto& [device, value] : member(reader, table, "devices").items()) {
    const std::string place = "devices, " + device;
    const Json& one = reader.object(value, place);
    Where::Port& port = where.devices[device];
    for (const auto& [name, its] : one.items()) {
      if (name != "system" && name != "node" && name != "port") {
        reader.fail(place, "\"" + name + "\" is not known" + kPlaceWords);
      }
    }
    if (one.contains("system") == one.contains("node")) {
      reader.fail(place, std::string(R"(either "system" or "node" must be there)") + kPlaceWords);
    }
    if (one.contains("system")) {
      const std::string system = reader.text(one, "system", place);
      const auto node = where.nodes.find(system);
      if (node == where.nodes.end()) reader.fail(place, "its system is not among the \"systems\"");
      port.node = node->second;
    } else {
      port.node = checked_node(reader, reader.text(one, "node", place), place);
    }
    try {
      port.port = store::port_name(reader.text(one, "port", place));
    } catch (const store::Error& error) {
      reader.fail(place, error.what());
    }
  }
  for (const auto& [requester, system] : member(reader, table, "requesters").items()) {
    if (!system.is_string()) reader.fail("requesters, " + requester, "is no system");
    where.requesters[requester] = system.get<std::string>();
  }
  return where;
}

}  // namespace ddb::bus::command

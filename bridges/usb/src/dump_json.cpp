// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>
#include <string>
#include <variant>
#include <vector>

#include "dump_tree.hpp"

namespace ddb::usb {

namespace {

using Json = nlohmann::ordered_json;

const char* source_name(Source source) {
  switch (source) {
    case Source::Descriptors:
      return "descriptors";
    case Source::Bos:
      return "bos";
    case Source::ReportDescriptor:
      return "report_descriptor";
    case Source::Other:
      break;
  }
  return "other";
}

Json json_of(const dump_tree::Node& node) {
  Json object;
  object["descriptor"] = node.title;
  if (node.extent.length > 0) object["offset"] = node.extent.offset;
  Json meanings;
  for (const dump_tree::Field& field : node.fields) {
    std::visit([&](const auto& value) { object[field.name] = value; }, field.value);
    if (!field.meaning.empty()) meanings[field.name] = field.meaning;
  }
  if (!meanings.empty()) object["meanings"] = std::move(meanings);
  for (const dump_tree::Node& part : node.parts) object[part.list].push_back(json_of(part));
  return object;
}

Json json_of(const Complaint& complaint) {
  Json object;
  object["source"] = source_name(complaint.source);
  object["number"] = complaint.number;
  object["offset"] = complaint.offset;
  object["severity"] = severity_name(complaint.severity);
  object["sentence"] = complaint.sentence;
  return object;
}

}  // namespace

std::string dump_json(const Reading& reading, const Strings& strings) {
  Json object;
  // These are there even if a device has none.
  for (const char* only : {"device", "bos"}) object[only] = nullptr;
  for (const char* list : {"configurations", "report_descriptors", "not_understood"}) {
    object[list] = Json::array();
  }
  for (const dump_tree::Node& node : dump_tree::nodes_of(reading, strings)) {
    Json& place = object[node.list];
    if (place.is_array()) {
      place.push_back(json_of(node));
    } else {
      place = json_of(node);
    }
  }
  object["complaints"] = Json::array();
  for (const Complaint& complaint : reading.complaints) {
    object["complaints"].push_back(json_of(complaint));
  }
  object["complaints_left_out"] = reading.complaints_left_out;
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace ddb::usb

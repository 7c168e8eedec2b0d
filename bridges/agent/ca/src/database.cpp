// SPDX-License-Identifier: Apache-2.0
#include "database.hpp"

#include <array>
#include <ctime>
#include <nlohmann/json.hpp>

namespace ddb::ca {

std::string text_of(Time time) {
  const std::time_t seconds = time.time_since_epoch().count();
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 40> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

namespace detail {

namespace {

Time time_from(const std::string& text) {
  std::tm parts{};
  const char* const end = strptime(text.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  if (end == nullptr || *end != '\0') throw std::invalid_argument("'" + text + "' is no time");
  return Time(std::chrono::seconds(timegm(&parts)));
}

}  // namespace

std::string text_of(const Database& database) {
  nlohmann::ordered_json all;
  all["about"] = "what this authority has issued; 'ddb-agent ca list' shows it";
  all["revocations_number"] = database.revocations_number;
  all["certificates"] = nlohmann::ordered_json::array();
  for (const Issued& it : database.issued) {
    nlohmann::ordered_json one = {{"node", it.node},
                                  {"serial", it.serial},
                                  {"not_before", ca::text_of(it.not_before)},
                                  {"not_after", ca::text_of(it.not_after)}};
    if (it.revoked_at) one["revoked_at"] = ca::text_of(*it.revoked_at);
    all["certificates"].push_back(std::move(one));
  }
  return all.dump(2) + "\n";
}

Database database_of(std::string_view text, const std::string& place) {
  try {
    const auto all = nlohmann::json::parse(text);
    Database database;
    database.revocations_number = all.at("revocations_number").get<std::uint64_t>();
    for (const auto& one : all.at("certificates")) {
      Issued issued{one.at("node").get<std::string>(), one.at("serial").get<std::string>(),
                    time_from(one.at("not_before").get<std::string>()),
                    time_from(one.at("not_after").get<std::string>()), std::nullopt};
      if (const auto revoked = one.find("revoked_at"); revoked != one.end()) {
        issued.revoked_at = time_from(revoked->get<std::string>());
      }
      database.issued.push_back(std::move(issued));
    }
    return database;
  } catch (const std::exception& error) {
    throw Error(place + " is damaged (" + error.what() +
                "): it must be known what was issued; bring it back from a backup");
  }
}

}  // namespace detail

}  // namespace ddb::ca

// SPDX-License-Identifier: Apache-2.0
#include "redis_function.hpp"

#include <array>
#include <cstdio>
#include <string_view>

#include "redis_functions.hpp"

namespace ddb::store::detail {

namespace {

struct Described {
  std::string_view name;
  std::string_view code;
  std::string_view flags;  // what the server may let it do
};

// In the order of the enumeration. One that may run where there is no memory left takes little.
constexpr std::array<Described, 10> kFunctions = {{
    {"get", kGetCode, "'no-writes'"},
    {"list", kListCode, "'no-writes'"},
    {"change", kChangeCode, ""},
    {"remove", kChangeCode, "'allow-oom'"},
    {"acquire", kAcquireCode, ""},
    {"renew", kRenewCode, "'allow-oom'"},
    {"leases", kLeasesCode, "'no-writes'"},
    {"revocations", kRevocationsCode, "'no-writes'"},
    {"publish", kPublishCode, ""},
    {"withdraw", kWithdrawCode, "'allow-oom'"},
}};

// Tells versions apart (FNV-1a).
std::string digest_of(std::string_view text) {
  std::uint64_t digest = 0xcbf29ce484222325U;
  for (const char c : text) digest = (digest ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  std::array<char, 17> written{};
  std::snprintf(written.data(), written.size(), "%016llx", static_cast<unsigned long long>(digest));
  return written.data();
}

struct Library {
  std::string name;
  std::string text;

  Library() {
    std::string all(kCommonCode);
    for (const Described& it : kFunctions) all.append(it.name).append(it.code).append(it.flags);
    name = "ddb_" + digest_of(all);
    text = "#!lua name=" + name + "\n" + std::string(kCommonCode);
    for (const Described& it : kFunctions) {
      text.append("redis.register_function{function_name='").append(name).append("_");
      text.append(it.name).append("', flags={").append(it.flags);
      text.append("}, callback=function(KEYS, ARGV)").append(it.code).append("end}\n");
    }
  }
};

void load(Connection& connection, const Library& library, Clock::time_point deadline) {
  const Reply loaded = connection.call({"FUNCTION", "LOAD", "REPLACE", library.text}, deadline);
  if (!loaded.value().is_error()) return;
  const std::string answer = loaded.value().text();
  if (answer.starts_with("READONLY")) {
    throw ConnectionLost(connection.place() +
                         " is a replica and has not heard of ddb's functions "
                         "yet; try again in a moment, or name its master instead");
  }
  if (!answer.starts_with("NOPERM")) connection.fail(answer);
  throw Error(ErrorCode::Denied,
              connection.place() +
                  " does not have the functions of this version of ddb yet, and a node may not "
                  "bring them; use 'ddb-bus list' of this version once, as a user with all rights");
}

}  // namespace

Reply call_function(Connection& connection, Function function, const std::vector<std::string>& keys,
                    const std::vector<std::string>& arguments, Clock::time_point deadline) {
  static const Library library;
  const std::string name =
      library.name + "_" + std::string(kFunctions.at(static_cast<std::size_t>(function)).name);
  const std::string count = std::to_string(keys.size());
  Connection::Words words = {"FCALL", name, count};
  words.insert(words.end(), keys.begin(), keys.end());
  words.insert(words.end(), arguments.begin(), arguments.end());
  // The server may have been started again without it, and so may the next one.
  constexpr int kMostTries = 3;
  for (int i = 0;; ++i) {
    Reply reply = connection.call(words, deadline);
    if (!reply.value().is_error()) return reply;
    const std::string answer = reply.value().text();
    const bool is_missing = answer.find("Function not found") != std::string::npos;
    if (!is_missing || i + 1 == kMostTries) connection.fail(answer);
    load(connection, library, deadline);
  }
}

}  // namespace ddb::store::detail

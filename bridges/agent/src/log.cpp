// SPDX-License-Identifier: Apache-2.0
#include "ddb/agent/log.hpp"

#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <nlohmann/json.hpp>

namespace ddb::agent {

namespace {

const char* level_name(Level level) {
  switch (level) {
    case Level::Error:
      return "error";
    case Level::Warning:
      return "warning";
    case Level::Notice:
      return "notice";
    case Level::Info:
      return "info";
    case Level::Debug:
      break;
  }
  return "debug";
}

// RFC 3339, in UTC, with milliseconds.
std::string time_now() {
  const auto now = std::chrono::system_clock::now();
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  const auto thousandths =
      std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 40> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
  std::snprintf(text.data() + length, text.size() - length, ".%03dZ",
                static_cast<int>(thousandths));
  return text.data();
}

}  // namespace

JsonLog::JsonLog(Level least)
    : least_(least), is_in_journal_(std::getenv("JOURNAL_STREAM") != nullptr) {}

void JsonLog::write(Level level, std::string_view event, std::string_view sentence,
                    std::initializer_list<Field> fields) {
  if (level > least_) return;
  nlohmann::ordered_json line;
  line["time"] = time_now();
  line["level"] = level_name(level);
  line["event"] = event;
  line["message"] = sentence;
  for (const auto& [name, value] : fields) {
    if (!value.empty()) line[std::string(name)] = value;
  }
  std::string text;
  // sd-daemon(3): the level of a line.
  if (is_in_journal_) text.append("<").append(std::to_string(static_cast<int>(level))).append(">");
  text += line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  // One write, so that lines stay whole; there is nobody to tell that it failed.
  static_cast<void>(!::write(STDERR_FILENO, text.data(), text.size()));
}

}  // namespace ddb::agent

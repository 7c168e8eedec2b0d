// SPDX-License-Identifier: Apache-2.0
#include "ddb/agent/log.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
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

// One write, so that lines stay whole. Where poll(2) says so, a pipe takes PIPE_BUF bytes at once,
// which is longer than lines are.
bool is_written(int descriptor, std::string_view text) {
  const ssize_t sent = send(descriptor, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  if (sent >= 0 || errno != ENOTSOCK) return sent >= 0;
  pollfd room{descriptor, POLLOUT, 0};
  if (poll(&room, 1, 0) != 1 || (room.revents & POLLOUT) == 0) return false;
  return ::write(descriptor, text.data(), text.size()) >= 0;
}

}  // namespace

JsonLog::JsonLog(Level least, int descriptor)
    : least_(least),
      descriptor_(descriptor),
      is_in_journal_(std::getenv("JOURNAL_STREAM") != nullptr) {}

std::string JsonLog::line(Level level, std::string_view event, std::string_view sentence,
                          std::initializer_list<Field> fields) const {
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
  return text + line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

void JsonLog::write(Level level, std::string_view event, std::string_view sentence,
                    std::initializer_list<Field> fields) {
  if (level > least_) return;
  if (lost_ > 0) {
    const std::string lost =
        line(Level::Warning, "log_lost",
             "lines were left out, as nobody read the log; see what reads standard error",
             {{"lines", std::to_string(lost_)}});
    if (!is_written(descriptor_, lost)) {
      ++lost_;
      return;
    }
    lost_ = 0;
  }
  if (!is_written(descriptor_, line(level, event, sentence, fields))) ++lost_;
}

}  // namespace ddb::agent

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_LOG_HPP
#define DDB_AGENT_LOG_HPP

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace ddb::agent {

/// How much something matters: the numbers of syslog (RFC 5424, table 2).
enum class Level : std::uint8_t { Error = 3, Warning = 4, Notice = 5, Info = 6, Debug = 7 };

/// What an agent tells of itself. One thread at a time may use it.
class Log {
 public:
  /// Name and value; those whose value is empty are left out.
  using Field = std::pair<std::string_view, std::string_view>;

  Log() = default;
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;
  virtual ~Log() = default;

  /// @param event for programs: one word
  /// @param sentence for people; may hold text from outside
  virtual void write(Level level, std::string_view event, std::string_view sentence,
                     std::initializer_list<Field> fields = {}) = 0;
};

/// A JSON object a line: time, level, event, message, and the fields. In the journal of systemd
/// each line has its level. Nothing waits for whoever reads: a line that there is no room for is
/// left out, and the next one that there is room for comes after a `log_lost` with their number.
class JsonLog : public Log {
 public:
  /// @param descriptor standard error; stays open
  explicit JsonLog(Level least = Level::Info, int descriptor = 2);
  void write(Level level, std::string_view event, std::string_view sentence,
             std::initializer_list<Field> fields = {}) override;

 private:
  std::string line(Level level, std::string_view event, std::string_view sentence,
                   std::initializer_list<Field> fields) const;
  Level least_;
  int descriptor_;
  bool is_in_journal_;
  std::uint64_t lost_ = 0;
};

}  // namespace ddb::agent

#endif  // DDB_AGENT_LOG_HPP

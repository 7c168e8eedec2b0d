// SPDX-License-Identifier: Apache-2.0
#include "redis_script.hpp"

namespace ddb::store::detail {

Reply Script::run(Connection& connection, const std::vector<std::string>& keys,
                  const std::vector<std::string>& arguments, Clock::time_point deadline) {
  // The server may have been started again, and so may the next one.
  constexpr int kMostTries = 3;
  for (int i = 0;; ++i) {
    if (digest_.empty()) {
      const Reply loaded = connection.call({"SCRIPT", "LOAD", text_}, deadline);
      if (loaded.value().is_error()) connection.fail(loaded.value().text());
      digest_ = loaded.value().text();
    }
    const std::string count = std::to_string(keys.size());
    Connection::Words words = {"EVALSHA", digest_, count};
    words.insert(words.end(), keys.begin(), keys.end());
    words.insert(words.end(), arguments.begin(), arguments.end());
    Reply reply = connection.call(words, deadline);
    if (!reply.value().is_error()) return reply;
    const std::string answer = reply.value().text();
    if (!answer.starts_with("NOSCRIPT") || i + 1 == kMostTries) connection.fail(answer);
    digest_.clear();
  }
}

}  // namespace ddb::store::detail

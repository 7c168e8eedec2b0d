// SPDX-License-Identifier: Apache-2.0
#include "ddb/agent/revocation_guard.hpp"

#include <fstream>
#include <optional>
#include <sstream>
#include <system_error>
#include <utility>

namespace ddb::agent {

RevocationGuard::RevocationGuard(RevocationOptions options, Log& log)
    : options_(std::move(options)), log_(log), keeper_(options_.authority, options_.kept) {
  if (!keeper_.current()) return;
  const std::string error = options_.apply(keeper_.current()->pem);
  if (!error.empty()) throw ca::Error(options_.kept.string() + ": " + error);
}

void RevocationGuard::look(store::Store& store) {
  if (keeper_.refresh()) {
    log_.write(Level::Notice, "revocations", "the authority was replaced: its lists begin anew",
               {{"number", "0"}, {"from", options_.authority.string()}});
  }
  std::error_code error;
  const auto time = std::filesystem::last_write_time(options_.file, error);
  if (!error && time != file_time_) {
    file_time_ = time;
    std::ostringstream text;
    text << std::ifstream(options_.file).rdbuf();
    // One that does not count is looked at again: its authority's certificate may come later.
    if (!consider(text.str(), options_.file.string())) file_time_ = {};
  }
  if (const auto published = store.revocations(number())) {
    static_cast<void>(consider(published->pem, store.place()));
  }
}

std::uint64_t RevocationGuard::number() const noexcept {
  return keeper_.current() ? keeper_.current()->number : 0;
}

void RevocationGuard::keep(const ca::RevocationKeeper::News& news) {
  try {
    keeper_.keep(news);
  } catch (const ca::Error& error) {
    log_.write(Level::Error, "revocations_not_kept", error.what());
  }
}

bool RevocationGuard::consider(std::string_view pem, std::string_view from) {
  std::string wrong;
  try {
    const std::optional<ca::RevocationKeeper::News> news = keeper_.offer(pem);
    if (!news) return true;
    wrong = options_.apply(news->list.pem);
    if (wrong.empty()) {
      std::string nodes;
      for (const std::string& node : news->nodes) nodes += (nodes.empty() ? "" : " ") + node;
      log_.write(Level::Notice, "revocations", "a newer list of revoked certificates counts",
                 {{"number", std::to_string(news->list.number)}, {"nodes", nodes}, {"from", from}});
      refused_.clear();
      keep(*news);
    }
  } catch (const ca::Error& error) {
    wrong = error.what();
  }
  if (wrong.empty()) return true;
  // It is there each time that is looked.
  std::string& told = refused_[std::string(from)];
  if (wrong != told) log_.write(Level::Error, "revocations_refused", wrong, {{"from", from}});
  told = wrong;
  return false;
}

}  // namespace ddb::agent

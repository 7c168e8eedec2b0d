// SPDX-License-Identifier: Apache-2.0
#include "places.hpp"

#include <stdexcept>

namespace ddb::store::test {

Place::Place(Kind kind) {
  if (kind == Kind::Redis) server_.emplace();
}

std::string Place::url() const { return server_ ? server_->url() : "sqlite:" + file(); }

std::unique_ptr<Store> Place::open(std::chrono::milliseconds patience) const {
  return store::open(url(), {patience});
}

std::string Place::plain_status(const std::string& key) const {
  if (server_) return server_->cli({"get", key});
  return output_of({"sqlite3", file(), "select status from ports where key = '" + key + "'"});
}

void Place::spoil(const std::string& key) const {
  if (server_) {
    server_->cli({"set", key, "BROKEN"});
  } else {
    output_of({"sqlite3", file(), "update ports set status = 'BROKEN' where key = '" + key + "'"});
  }
}

Key thesis_key() { return Key::parse("dbus1:128.194.131.52:usbip:128.194.131.66:1-3"); }

Key some_key(int number, const std::string& bus) {
  const int hub = number / 200 + 1;
  return {bus, "128.194.131.52", "usbip", "128.194.131.66",
          std::to_string(hub) + "-" + std::to_string(number % 200 + 1)};
}

DeviceIdentity some_device() { return {"0d8c", "0102", "A1", "C-Media USB Audio", "sha256:12"}; }

void move_to(Store& store, const Key& key, Status status) {
  const auto step = [&](Status from, Status to, Mover mover) {
    if (!store.compare_and_set(key, from, {to, "", std::nullopt}, mover).is_done) {
      throw std::runtime_error("the port does not move to " + std::string(status_name(to)));
    }
  };
  if (status == Status::Added) return;
  if (status == Status::ToDelete || status == Status::Deleted) {
    step(Status::Added, Status::ToDelete, Mover::User);
    if (status == Status::Deleted) step(Status::ToDelete, Status::Deleted, Mover::Provider);
    return;
  }
  step(Status::Added, Status::Exported, Mover::Provider);
  if (status == Status::Imported) step(Status::Exported, Status::Imported, Mover::Master);
  if (status == Status::Disconnected) step(Status::Exported, Status::Disconnected, Mover::Master);
}

std::vector<Change> take(Watch& watch, std::size_t count) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  std::vector<Change> changes;
  while (changes.size() < count && std::chrono::steady_clock::now() < end) {
    for (Change& change : watch.wait(std::chrono::milliseconds(500))) {
      changes.push_back(std::move(change));
    }
  }
  return changes;
}

std::string text_of(const Change& change) {
  const std::string before = change.before ? std::string(status_name(*change.before)) : "-";
  const std::string now = change.entry ? std::string(status_name(change.entry->status)) : "-";
  return change.key.text() + " " + before + ">" + now + (change.is_step ? "" : " (read)");
}

std::vector<std::string> texts_of(const std::vector<Change>& changes) {
  std::vector<std::string> texts;
  texts.reserve(changes.size());
  for (const Change& change : changes) texts.push_back(text_of(change));
  return texts;
}

}  // namespace ddb::store::test

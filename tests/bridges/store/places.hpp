// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_PLACES_HPP
#define DDB_TESTS_PLACES_HPP

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ddb/store/store.hpp"
#include "redis_server.hpp"

namespace ddb::store::test {

enum class Kind { Sqlite, Redis };

/// A new, empty store of either kind.
class Place {
 public:
  explicit Place(Kind kind);

  std::string url() const;
  std::unique_ptr<Store> open(std::chrono::milliseconds patience = std::chrono::seconds(5)) const;
  /// The status as the store's ordinary client shows it.
  std::string plain_status(const std::string& key) const;
  /// Writes a status that is none.
  void spoil(const std::string& key) const;
  RedisServer& server() { return *server_; }
  std::string file() const { return (folder_.path() / "bus.db").string(); }

 private:
  TemporaryFolder folder_;
  std::optional<RedisServer> server_;
};

/// `dbus1:128.194.131.52:usbip:128.194.131.66:1-3`
Key thesis_key();
/// Port 1-`number` of the provider.
Key some_key(int number, const std::string& bus = "dbus1");
/// A device, as an agent would tell it.
DeviceIdentity some_device();
/// Moves the port there from ADDED, by the table.
void move_to(Store& store, const Key& key, Status status);
/// What a watch tells until it has told so many changes, or ten seconds have gone.
std::vector<Change> take(Watch& watch, std::size_t count);
/// `dbus1:…:1-3 ADDED>EXPORTED`; `-` for no entry.
std::string text_of(const Change& change);
std::vector<std::string> texts_of(const std::vector<Change>& changes);

}  // namespace ddb::store::test

#endif  // DDB_TESTS_PLACES_HPP

// SPDX-License-Identifier: Apache-2.0
#include "redis_store.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "redis_connection.hpp"
#include "redis_entries.hpp"
#include "redis_follower.hpp"
#include "redis_function.hpp"
#include "redis_url.hpp"
#include "rules.hpp"
#include "text.hpp"

namespace ddb::store::detail {

namespace {

constexpr std::chrono::milliseconds kFirstPause{20};
constexpr std::chrono::milliseconds kLongestPause{500};

std::string lease_key(const std::string& node) { return "ddb/lease/" + node; }

// The value of `name:` in the text that INFO gives; every section of it begins with a title.
std::string info_of(const std::string& text, const std::string& name) {
  const std::size_t at = text.find("\n" + name + ":");
  if (at == std::string::npos) return "";
  const std::size_t begin = at + name.size() + 2;
  return text.substr(begin, text.find('\r', begin) - begin);
}

class RedisStore final : public Store {
 public:
  RedisStore(std::string_view url, const OpenOptions& options)
      : url_(parse_redis_url(url)), options_(options) {}

  std::string place() const override { return url_.place(); }

  std::vector<std::string> warnings() override {
    const std::string info = attempt([&](Connection& connection, const Try& it) {
      const Reply reply = connection.call({"INFO"}, it.deadline);
      std::string text = reply.value().text();
      // A user who may not ask knows nothing to warn of.
      if (text.starts_with("NOPERM")) return std::string();
      if (reply.value().is_error()) connection.fail(text);
      return text;
    });
    const std::string where = "the store " + place();
    std::vector<std::string> warnings;
    const std::string version = info_of(info, "redis_version");
    const std::int64_t major = number_of(version.substr(0, version.find('.')));
    if (major >= 0 && major < 7) {
      warnings.push_back(where + " is Redis " + version + "; 7.0 or later is needed");
    }
    if (info_of(info, "role") == "slave") {
      warnings.push_back(where + " is a replica and takes no changes; name its master instead");
    }
    if (info_of(info, "aof_enabled") == "0") {
      warnings.push_back(where +
                         " forgets its last changes when it is killed; set 'appendonly yes' and "
                         "'appendfsync always' in redis.conf");
    }
    const std::string policy = info_of(info, "maxmemory_policy");
    if (!policy.empty() && policy != "noeviction") {
      warnings.push_back(where +
                         " throws entries away when its memory is full; set 'maxmemory-policy "
                         "noeviction' in redis.conf");
    }
    return warnings;
  }

  Listing list(const Filter& filter) override {
    return attempt([&](Connection& connection, const Try& it) {
      return read_listing(connection, filter, it.deadline);
    });
  }

  std::optional<Entry> get(const Key& key) override {
    return attempt([&](Connection& connection, const Try& it) {
      return entry_of(
          call_function(connection, Function::Get, {key.text(), details_key(key)}, {}, it.deadline)
              .value());
    });
  }

  Attempt add(const Key& key) override {
    return change(key, "", "", Update{Status::Added, "", {}});
  }

  Attempt compare_and_set(const Key& key, const Expected& expected, const Update& update,
                          Mover mover) override {
    check_transition(key, expected.status, update.status, mover);
    const std::string revision = expected.revision ? std::to_string(*expected.revision) : "";
    return change(key, std::string(status_name(expected.status)), revision, update);
  }

  Attempt remove(const Key& key, Mover mover) override {
    check_removal(key, mover);
    return change(key, std::string(status_name(Status::Deleted)), "", std::nullopt);
  }

  std::unique_ptr<Watch> watch(const Filter& filter, Listing from) override {
    return std::make_unique<Watch>(follow_redis(url_, options_.patience, filter, std::move(from)));
  }

  LeaseAttempt acquire_lease(const std::string& node, const std::string& holder) override {
    const std::string name = node_name(node);
    check_holder(holder);
    return attempt([&](Connection& connection, const Try& it) {
      const Reply reply =
          call_function(connection, Function::Acquire, {lease_key(name), "ddb/nodes"},
                        {name, holder, lease_time()}, it.deadline);
      const Value value = reply.value();
      return LeaseAttempt{
          value.at(0).text() == "done",
          {name, value.at(1).text(), static_cast<std::uint64_t>(value.at(2).number())}};
    });
  }

  bool renew_lease(const Lease& lease) override { return change_lease(lease, "0"); }

  void release_lease(const Lease& lease) override { change_lease(lease, "1"); }

  std::vector<LeaseState> leases(const std::vector<std::string>& nodes) override {
    std::vector<std::string> arguments = {lease_time()};
    arguments.insert(arguments.end(), nodes.begin(), nodes.end());
    return attempt([&](Connection& connection, const Try& it) {
      const Reply reply = call_function(connection, Function::Leases, {}, arguments, it.deadline);
      std::vector<LeaseState> states;
      for (std::size_t i = 0; i < reply.value().size(); ++i) {
        const Value value = reply.value().at(i);
        states.push_back({{value.at(0).text(), value.at(1).text(),
                           static_cast<std::uint64_t>(value.at(2).number())},
                          static_cast<std::uint64_t>(value.at(3).number()),
                          std::chrono::milliseconds(value.at(4).number())});
      }
      std::sort(states.begin(), states.end(), [](const LeaseState& one, const LeaseState& other) {
        return one.lease.node < other.lease.node;
      });
      return states;
    });
  }

  std::optional<PublishedRevocations> revocations(std::uint64_t newer_than) override {
    return attempt([&](Connection& connection, const Try& it) {
      const Reply reply = call_function(connection, Function::Revocations, {},
                                        {std::to_string(newer_than)}, it.deadline);
      const Value value = reply.value();
      if (value.size() < 2) return std::optional<PublishedRevocations>();
      return std::optional(PublishedRevocations{
          static_cast<std::uint64_t>(std::max<std::int64_t>(value.at(0).number(), 0)),
          value.at(1).text()});
    });
  }

  std::uint64_t publish(const PublishedRevocations& revocations) override {
    check_revocations(revocations);
    return attempt([&](Connection& connection, const Try& it) {
      const Reply reply =
          call_function(connection, Function::Publish, {"ddb/revocations"},
                        {std::to_string(revocations.number), revocations.pem}, it.deadline);
      return static_cast<std::uint64_t>(std::max<std::int64_t>(reply.value().number(), 0));
    });
  }

  void withdraw(const PublishedRevocations& revocations) override {
    attempt([&](Connection& connection, const Try& it) {
      call_function(connection, Function::Withdraw, {"ddb/revocations"},
                    {std::to_string(revocations.number), revocations.pem}, it.deadline);
    });
  }

 private:
  struct Try {
    Clock::time_point deadline;
    bool is_again = false;
  };

  static std::string lease_time() { return std::to_string(kLeaseTime.count()); }

  // Does the work on a connection, which is made anew and the work repeated while there is
  // patience. A server that was never there is not waited for.
  template <class Work>
  std::invoke_result_t<Work, Connection&, const Try&> attempt(const Work& work) {
    const auto deadline = Clock::now() + options_.patience;
    for (unsigned i = 0;; ++i) {
      try {
        if (!connection_) connection_.emplace(url_, deadline);
        was_there_ = true;
        return work(*connection_, Try{deadline, i > 0});
      } catch (const ConnectionLost&) {
        connection_.reset();
        const auto pause = backoff(i, kFirstPause, kLongestPause);
        if (!was_there_ || Clock::now() + pause >= deadline) throw;
        wait_for(-1, 0, Clock::now() + pause);
      } catch (const TimeOver&) {
        connection_.reset();
        throw;
      } catch (const std::bad_alloc&) {
        connection_.reset();
        throw;
      }
    }
  }

  Attempt change(const Key& key, const std::string& expected, const std::string& revision,
                 const std::optional<Update>& update) {
    const std::string mark = new_mark();
    const std::string owner = "ddb/owner/" + key.provider() + ":" + key.port();
    const std::string bus = "ddb/bus/" + key.bus();
    std::vector<std::string> keys = {
        key.text(),     details_key(key),         "ddb/revision",
        stream_key({}), stream_key(key.master()), stream_key(key.provider())};
    if (expected.empty()) {
      keys.insert(keys.end(),
                  {owner, set_key({}), set_key(key.master()), set_key(key.provider()), bus});
    } else if (update && update->status == Status::ToDelete) {
      keys.push_back(owner);
    }
    return attempt([&](Connection& connection, const Try& it) {
      std::vector<std::string> arguments = {mark, it.is_again ? "1" : "0", expected, revision};
      arguments.emplace_back(update ? status_name(update->status) : "");
      arguments.push_back(update ? storable(update->error) : "");
      arguments.insert(arguments.end(),
                       {owner, bus, key.bus() + ":" + key.master() + ":",
                        update ? storable(update->protection) : "",
                        update && update->grace ? grace_text(*update->grace) : ""});
      if (update && update->device) {
        const DeviceIdentity& device = *update->device;
        arguments.insert(arguments.end(),
                         {"vendor", storable(device.vendor), "product", storable(device.product),
                          "serial", storable(device.serial), "name", storable(device.name),
                          "digest", storable(device.digest)});
      }
      const Function function = update ? Function::Change : Function::Remove;
      const Reply reply = call_function(connection, function, keys, arguments, it.deadline);
      return Attempt{reply.value().at(0).text() == "done", entry_of(reply.value().at(1))};
    });
  }

  bool change_lease(const Lease& lease, const std::string& released) {
    return attempt([&](Connection& connection, const Try& it) {
      const Reply reply =
          call_function(connection, Function::Renew, {lease_key(lease.node)},
                        {lease.holder, std::to_string(lease.number), released}, it.deadline);
      return reply.value().number() == 1;
    });
  }

  RedisUrl url_;
  OpenOptions options_;
  std::optional<Connection> connection_;
  bool was_there_ = false;
};

}  // namespace

std::unique_ptr<Store> open_redis(std::string_view url, const OpenOptions& options) {
  return std::make_unique<RedisStore>(url, options);
}

}  // namespace ddb::store::detail

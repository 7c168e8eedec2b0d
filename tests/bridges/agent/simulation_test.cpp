// SPDX-License-Identifier: Apache-2.0
// Two agents' decisions in a world without I/O, with faults at random: whatever happens, all comes
// to rest as the store wants it, over transitions of the table only.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "ddb/agent/reconcile.hpp"

namespace {

using namespace ddb::agent;
using namespace std::chrono_literals;
using ddb::store::DeviceIdentity;
using ddb::store::Entry;
using ddb::store::is_transition;
using ddb::store::Key;
using ddb::store::Mover;
using ddb::store::Status;
using Holder = PortView::Holder;

const std::string kMaster = "10.0.0.2";
const std::string kProvider = "10.0.0.1";
constexpr auto kStep = 50ms;
constexpr auto kLease = 10s;

// The entries, which change by compare-and-set.
class Store {
 public:
  bool set(const Entry& seen, Status status, const std::string& error, Mover mover,
           const std::optional<DeviceIdentity>& device) {
    const auto found = entries.find(seen.key);
    if (found == entries.end() || found->second.revision != seen.revision) return false;
    if (status != seen.status && !is_transition(seen.status, status, mover)) {
      wrong = "a transition that the table does not have";
    }
    Entry& entry = found->second;
    entry.status = status;
    entry.last_error = error;
    if (device) entry.device = device;
    entry.revision = {++revision, ""};
    return true;
  }
  void add(const Key& key) {
    entries.insert_or_assign(key, Entry{key, Status::Added, {}, "", {}, {++revision, ""}});
  }
  void remove(const Key& key, Mover mover) {
    const auto found = entries.find(key);
    if (found == entries.end() || found->second.status != Status::Deleted) return;
    if (!is_transition(Status::Deleted, std::nullopt, mover)) wrong = "removed by the wrong side";
    entries.erase(found);
  }

  std::map<Key, Entry> entries;
  std::uint64_t revision = 0;
  std::string wrong;
};

// The two kernels. A connection joins an import and a lent device; each end may be dead alone.
struct Port {
  bool is_plugged = false;
  unsigned serial = 0;  // of the device
  bool is_bound = false;
  bool is_lent = false;        // as the provider's kernel believes
  bool is_imported = false;    // as the master's kernel believes
  bool is_import_old = false;  // the provider knows nothing of this import any more
};

struct Agent {
  bool is_running = true;
  bool has_read = false;  // the entries, which is the first thing that it does
  Memories memories;
  std::map<Key, Entry> cache;
  std::map<std::string, Time> absent;
  std::vector<std::pair<Time, Key>> attaches;  // under way, and when they end
};

class World {
 public:
  explicit World(unsigned seed) : random_(seed) {
    for (const char* const port : {"1-1", "1-2", "1-3"}) {
      const Key key("dbus1", kMaster, "usbip", kProvider, port);
      ports_[key] = {};
    }
    for (const std::string& node : {kMaster, kProvider}) renewed_[node] = now_;
  }

  bool chance(unsigned of_thousand) { return random_() % 1000 < of_thousand; }

  // Anything that may happen to such a system.
  void fault() {
    for (auto& [key, port] : ports_) {
      if (chance(10)) plug(port);
      if (chance(10)) unplug(port);
      if (chance(5)) port.is_lent = false;  // one end notices a cut first
      if (chance(5)) port.is_imported = false;
      if (chance(10)) user(key);
    }
    for (Agent* const agent : {&master_, &provider_}) {
      if (chance(5))
        *agent = Agent{!agent->is_running, false, {}, {}, {}, {}};  // killed, or started
      if (chance(3)) now_ += 12s;                                   // nobody gets to do anything
    }
    is_store_up_ = chance(is_store_up_ ? 990 : 100);
    are_attaches_good_ = !chance(300);
    are_binds_good_ = !chance(100);
    is_network_up_ = chance(is_network_up_ ? 980 : 200);
  }

  void cure() {
    master_.is_running = provider_.is_running = true;
    is_store_up_ = are_attaches_good_ = are_binds_good_ = is_network_up_ = true;
  }

  void step() {
    now_ += kStep;
    spread_ends();
    run(master_, kMaster, kProvider);
    run(provider_, kProvider, kMaster);
  }

  // What is not as the store wants it; empty if all is.
  std::string unrest() const {
    for (const auto& [key, port] : ports_) {
      const auto found = store_.entries.find(key);
      const std::string name = key.port() + ": ";
      if (found == store_.entries.end()) {
        if (port.is_bound || port.is_lent || port.is_imported) return name + "left over";
      } else if (port.is_plugged) {
        if (found->second.status != Status::Imported) {
          return name + std::string(status_name(found->second.status)) + " with a device";
        }
        if (!port.is_bound || !port.is_lent || !port.is_imported || port.is_import_old) {
          return name + "IMPORTED, and is not";
        }
      } else if (found->second.status != Status::Added) {
        return name + std::string(status_name(found->second.status)) + " without a device";
      }
    }
    return "";
  }
  const Store& store() const { return store_; }

 private:
  void plug(Port& port) {
    if (port.is_plugged) return;
    port = {true, ++serial_, false, false, port.is_imported, true};
  }
  static void unplug(Port& port) { port = {false, 0, false, false, port.is_imported, true}; }

  void user(const Key& key) {
    const auto found = store_.entries.find(key);
    if (found == store_.entries.end()) {
      store_.add(key);
    } else if (is_transition(found->second.status, Status::ToDelete, Mover::User)) {
      store_.set(Entry(found->second), Status::ToDelete, "", Mover::User, {});
    }
  }

  // The other end of a dead connection notices in the end.
  void spread_ends() {
    if (!is_network_up_) return;
    for (auto& [key, port] : ports_) {
      if (!chance(500)) continue;
      if (port.is_imported && (!port.is_lent || port.is_import_old)) port.is_imported = false;
      if (port.is_lent && !port.is_imported && !is_attaching(key)) port.is_lent = false;
    }
  }

  bool is_attaching(const Key& key) const {
    for (const auto& [end, other] : master_.attaches) {
      if (other == key) return true;
    }
    return false;
  }

  View view_of(Agent& agent, const std::string& node, const std::string& other) {
    View view;
    view.node = node;
    view.now = now_;
    for (const auto& [key, entry] : agent.cache) view.entries.push_back(entry);
    if (now_ - renewed_[other] < kLease) {
      agent.absent.erase(other);
    } else {
      agent.absent.emplace(other, now_);
    }
    view.absent = agent.absent;
    for (const auto& [key, port] : ports_) {
      if (node == kProvider && port.is_plugged) {
        const Holder holder = !port.is_bound ? Holder::Local
                              : port.is_lent ? Holder::Remote
                                             : Holder::Stub;
        view.ports[key.port()] = {
            holder, DeviceIdentity{"46f4", "0001", std::to_string(port.serial), "", ""},
            port.serial};
      }
      if (node == kMaster && port.is_imported && !is_attaching(key)) {
        view.imports[key] = {static_cast<unsigned>(key.port().back() - '0'), true};
      }
    }
    return view;
  }

  void run(Agent& agent, const std::string& node, const std::string& other) {
    if (!agent.is_running || !is_store_up_) return;
    renewed_[node] = now_;
    end_attaches(agent);
    // News comes late at times, but all of it comes.
    if (!agent.has_read || chance(700)) agent.cache = store_.entries;
    agent.has_read = true;
    for (int round = 0; round < 10; ++round) {
      Plan plan = reconcile(view_of(agent, node, other), agent.memories, times_);
      agent.memories = std::move(plan.memories);
      if (plan.actions.empty()) return;
      for (const Action& action : plan.actions) perform(agent, action);
    }
  }

  void end_attaches(Agent& agent) {
    auto attaches = std::exchange(agent.attaches, {});
    for (const auto& [end, key] : attaches) {
      if (end > now_) {
        agent.attaches.emplace_back(end, key);
        continue;
      }
      Port& port = ports_[key];
      const auto entry = store_.entries.find(key);
      const bool is_served = entry != store_.entries.end() && provider_.is_running &&
                             entry->second.status == Status::Exported && port.is_bound;
      const bool works = is_served && is_network_up_ && are_attaches_good_;
      if (works) {
        if (port.is_imported && !port.is_import_old && port.is_lent) wrong_ = "imported twice";
        port.is_lent = port.is_imported = true;
        port.is_import_old = false;
      }
      remember(Attach{key}, works ? "" : "it failed", now_, times_, agent.memories);
    }
  }

  void perform(Agent& agent, const Action& action) {
    const Key& key = key_of(action);
    Port& port = ports_[key];
    std::string error;
    if (std::holds_alternative<Attach>(action)) {
      agent.attaches.emplace_back(now_ + kStep * (random_() % 5), key);
      return;
    }
    if (std::holds_alternative<Bind>(action)) {
      if (are_binds_good_ && port.is_plugged) {
        port.is_bound = true;
      } else {
        error = "it failed";
      }
    } else if (std::holds_alternative<Unbind>(action)) {
      port.is_bound = port.is_lent = false;
    } else if (std::holds_alternative<TakeBack>(action)) {
      port.is_lent = false;
    } else if (std::holds_alternative<Detach>(action)) {
      port.is_imported = false;
    } else if (const auto* const change = std::get_if<Change>(&action)) {
      const bool is_done =
          store_.set(change->seen, change->status, change->error, change->mover, change->device);
      refresh(agent, key);
      if (!is_done) return;
    } else if (const auto* const remove = std::get_if<Remove>(&action)) {
      store_.remove(key, remove->mover);
      refresh(agent, key);
    }
    remember(action, error, now_, times_, agent.memories);
  }

  void refresh(Agent& agent, const Key& key) {
    const auto found = store_.entries.find(key);
    if (found == store_.entries.end()) {
      agent.cache.erase(key);
    } else {
      agent.cache.insert_or_assign(key, found->second);
    }
  }

 public:
  const std::string& wrong() const { return wrong_.empty() ? store_.wrong : wrong_; }

 private:
  std::minstd_rand random_;
  Times times_;
  Time now_ = Time{} + 1h;
  Store store_;
  std::map<Key, Port> ports_;
  std::map<std::string, Time> renewed_;
  unsigned serial_ = 0;
  Agent master_;
  Agent provider_;
  bool is_store_up_ = true;
  bool are_attaches_good_ = true;
  bool are_binds_good_ = true;
  bool is_network_up_ = true;
  std::string wrong_;
};

TEST_CASE("whatever happens, all comes to rest as the store wants it", "[simulation]") {
  unsigned seed = std::random_device()();
  if (const char* const given = std::getenv("DDB_SEED")) {
    seed = static_cast<unsigned>(std::stoul(given));
  }
  int worst = 0;
  for (unsigned run = 0; run < 300; ++run) {
    INFO("DDB_SEED=" << seed + run);
    World world(seed + run);
    for (int i = 0; i < 300; ++i) {
      world.fault();
      world.step();
    }
    world.cure();
    // A period and the longest pause between tries.
    constexpr int most = 60s / kStep;
    int steps = 0;
    // What looks at rest may still be about to lose a lease that was not renewed meanwhile.
    for (; steps < 1s / kStep; ++steps) world.step();
    while (!world.unrest().empty() && steps < most) {
      world.step();
      ++steps;
    }
    CHECK_THAT(world.unrest(), Catch::Equals(""));
    CHECK_THAT(world.wrong(), Catch::Equals(""));
    worst = std::max(worst, steps);
    // At rest, nothing is done any more.
    const std::uint64_t revision = world.store().revision;
    for (int i = 0; i < 300; ++i) world.step();
    CHECK_THAT(world.unrest(), Catch::Equals(""));
    CHECK(world.store().revision == revision);
  }
  std::printf("seed %u: 300 worlds of faults, at rest after %.2f s at most\n", seed,
              worst * std::chrono::duration<double>(kStep).count());
}

}  // namespace

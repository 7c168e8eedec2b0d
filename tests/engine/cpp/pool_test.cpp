// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "counts.hpp"
#include "device_pool.hpp"

using namespace ddb::detail;

namespace {

constexpr Key kSession = 1;
constexpr Name kSystems = 100;
constexpr Name kSpecs = 200;
constexpr Name kUnits = 300;
constexpr Name kState = 400;
constexpr Name kRequester = 500;
constexpr Name kDevices = 1000;

States state(int value) { return {{kState, std::to_string(value)}}; }

/// The same knowledge, as plainly as can be: everything is looked at each time.
struct Plain {
  struct Of {
    Name spec = 0;
    Name system = 0;
    Name holder = 0;
    std::set<Name> taken;
    int state = 0;

    bool operator==(const Of& other) const {
      return std::tie(spec, system, holder, taken, state) ==
             std::tie(other.spec, other.system, other.holder, other.taken, other.state);
    }
  };
  // The spec, its version, the units and, where they are read, the states.
  using Like = std::tuple<Name, int, std::set<Name>, int>;

  std::map<Key, Of> devices;
  std::map<Name, bool> connected;
  std::map<Name, int> versions;
  std::set<std::pair<std::size_t, Like>> refused;

  static bool reads_states(Name spec) { return spec % 2 == 0; }
  Like like(const Of& device) const {
    const auto version = versions.find(device.spec);
    return {device.spec, version == versions.end() ? 0 : version->second, device.taken,
            reads_states(device.spec) ? device.state : 0};
  }
  bool is_connected(Name system) const {
    const auto found = connected.find(system);
    return found == connected.end() || found->second;
  }
  // A spec has two units.
  bool is_offered(const Of& device, Name system) const {
    return is_connected(device.system) && device.taken.size() < 2 &&
           (device.holder == 0 || device.holder == system);
  }
  Key candidate(std::size_t ask, Name system, Key after) const {
    for (const auto& [key, device] : devices) {
      if (key > after && is_offered(device, system) && refused.count({ask, like(device)}) == 0) {
        return key;
      }
    }
    return 0;
  }
};

class Compared {
 public:
  explicit Compared(unsigned seed) : random_(seed) {
    for (Name spec = 0; spec < 4; ++spec) set_spec(kSpecs + spec);
  }

  void run(int steps) {
    for (int i = 0; i < steps; ++i) {
      step();
      compare();
    }
    while (!saved_.empty()) end(below(2) == 0);
    compare();
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }

  Device* some_device(Key& key) {
    if (plain_.devices.empty()) return nullptr;
    auto it = plain_.devices.begin();
    std::advance(it, below(plain_.devices.size()));
    key = it->first;
    return pools_.find(key);
  }

  void set_spec(Name spec) {
    pool_.set_spec(spec, {kUnits, kUnits + 1}, state(0), Plain::reads_states(spec));
  }

  void step() {
    Key key = 0;
    Device* const device = some_device(key);
    const std::size_t what = below(device == nullptr ? 4 : 14);
    if (what == 0) {
      begin();
    } else if (what == 1) {
      if (!saved_.empty()) end(below(2) == 0);
    } else if (what < 4) {
      add();
    } else if (what == 4) {
      pool_.remove(*device);
      plain_.devices.erase(key);
    } else if (what < 7) {
      pool_.take(*device, kUnits + below(2));
      plain_.devices[key].taken.clear();
      for (const Name unit : device->shelf->of->taken) plain_.devices[key].taken.insert(unit);
    } else if (what == 7) {
      const Name unit = kUnits + below(2);
      pool_.free(*device, unit);
      plain_.devices[key].taken.erase(unit);
    } else if (what == 8) {
      plain_.devices[key].state = static_cast<int>(below(3));
      pool_.set_states(*device, state(plain_.devices[key].state));
    } else if (what == 9) {
      plain_.devices[key].holder = below(2) == 0 ? 0 : kSystems + below(3);
      pool_.hold(*device, plain_.devices[key].holder);
    } else if (what == 10) {
      const Name system = kSystems + below(3);
      plain_.connected[system] = below(2) == 0;
      pool_.set_connected(system, plain_.connected[system]);
    } else if (what == 11 && below(5) == 0) {
      const Name spec = kSpecs + below(4);
      plain_.versions[spec] = ++version_;
      set_spec(spec);
    } else {
      const std::size_t ask = asks_[below(asks_.size())];
      pool_.refuse(ask, *device);
      plain_.refused.insert({ask, plain_.like(plain_.devices[key])});
    }
  }

  void add() {
    const Key key = ++last_key_;
    Plain::Of device;
    device.spec = kSpecs + below(4);
    device.system = kSystems + below(3);
    pool_.add(key, kDevices + key, device.spec, device.system);
    plain_.devices[key] = device;
  }

  void begin() {
    pools_.begin();
    saved_.push_back(plain_);
  }

  // What was refused stays so: it is true of the class, whoever is in it.
  void end(bool commits) {
    if (commits) {
      pools_.commit();
    } else {
      pools_.rollback();
      std::set<std::pair<std::size_t, Plain::Like>> refused = std::move(plain_.refused);
      plain_ = std::move(saved_.back());
      plain_.refused = std::move(refused);
    }
    saved_.pop_back();
  }

  void compare() {
    std::vector<Key> keys;
    pool_.for_each([&](const Device& device) {
      keys.push_back(device.key);
      const Plain::Of& of = plain_.devices.at(device.key);
      const Shelf& shelf = *device.shelf;
      CHECK(pool_.find(kDevices + device.key) == &device);
      CHECK(shelf.of->spec->name == of.spec);
      CHECK(std::set<Name>(shelf.of->taken.begin(), shelf.of->taken.end()) == of.taken);
      CHECK((device.states == nullptr ? state(0) : device.states->first) == state(of.state));
      CHECK((shelf.holder == nullptr ? 0 : shelf.holder->name) == of.holder);
      CHECK(device.system->name == of.system);
    });
    CHECK(keys.size() == plain_.devices.size());
    CHECK(std::is_sorted(keys.begin(), keys.end()));
    for (const std::size_t ask : asks_) {
      for (Name system = kSystems; system < kSystems + 3; ++system) {
        Key after = 0;
        do {
          const Key expected = plain_.candidate(ask, system, after);
          const Device* const found = pool_.candidate(ask, system, after, {}).device;
          REQUIRE((found == nullptr ? 0 : found->key) == expected);
          after = expected;
        } while (after != 0);
      }
    }
  }

  Counts names_;
  DevicePools pools_{names_};
  DevicePool& pool_ = pools_.open(kSession);
  std::vector<std::size_t> asks_{pool_.ask(kRequester, "a"), pool_.ask(kRequester, "b")};
  Plain plain_;
  std::vector<Plain> saved_;
  std::mt19937 random_;
  Key last_key_ = 0;
  int version_ = 0;
};

/// A pool with one spec and one ask, and outlets that wait.
struct Small {
  Counts names;
  DevicePools pools{names};
  DevicePool& pool = pools.open(kSession);
  std::size_t ask = 0;

  Small() {
    pool.set_spec(kSpecs, {kUnits}, state(0), true);
    ask = pool.ask(kRequester, "a");
    pool.set_connected(kSystems, true);
  }
  void add(Key key) { pool.add(key, kDevices + key, kSpecs, kSystems); }
  Device& device(Key key) { return *pools.find(key); }
  Outlet& outlet(Key key) { return *pools.outlets().outlets.at(key); }
  Key next(Position after = {0, 0}) {
    const Outlet* const outlet = pool.next_waiting(after);
    return outlet == nullptr ? 0 : outlet->key;
  }
  // Tries the outlet with all there are; none will do.
  void try_in_vain(Key key, const std::string& like) {
    if (pool.sleeps_with_group(outlet(key), like, 0)) return;
    Key after = 0;
    while (const Device* device = pool.candidate(ask, kSystems, after, {}).device) {
      pool.refuse(ask, *device);
      after = device->key;
    }
    pool.sleep(outlet(key));
  }
};

}  // namespace

TEST_CASE("a pool finds what a plain search finds, through transactions", "[pool]") {
  const unsigned seed = GENERATE(range(1U, 40U));
  CAPTURE(seed);
  Compared(seed).run(150);
}

TEST_CASE("few classes among many are searched in order", "[pool]") {
  Small small;
  constexpr Key kMany = 2000;
  std::vector<Key> expected;
  for (Key key = 1; key <= kMany; ++key) {
    small.add(key);
    small.pool.set_states(small.device(key), state(static_cast<int>(key / 2 % 500)));
    if (key / 2 % 100 == 0) {
      expected.push_back(key);
    } else {
      small.pool.refuse(small.ask, small.device(key));
    }
  }
  std::vector<Key> found;
  Key after = 0;
  while (const Device* device = small.pool.candidate(small.ask, kSystems, after, {}).device) {
    found.push_back(device->key);
    after = device->key;
  }
  CHECK(found.size() > 15);
  CHECK(found == expected);
}

TEST_CASE("a device that was touched is found although it has nothing left", "[pool]") {
  Small small;
  small.add(1);
  small.add(2);
  small.pool.take(small.device(1), kUnits);
  CHECK(small.pool.candidate(small.ask, kSystems, 0, {}).device == &small.device(2));
  CHECK(small.pool.candidate(small.ask, kSystems, 0, {1}).device == &small.device(1));
  CHECK(small.pool.candidate(small.ask, kSystems, 1, {1}).device == &small.device(2));
  small.pool.refuse(small.ask, small.device(1));
  CHECK(small.pool.candidate(small.ask, kSystems, 0, {1}).device == &small.device(2));
}

TEST_CASE("a spec that is out of reach is out of reach for all classes to come", "[pool]") {
  Small small;
  small.add(1);
  CHECK_FALSE(small.pool.candidate(small.ask, kSystems, 0, {}).spec_is_judged);
  small.pool.judge_spec(small.ask, small.device(1), false);
  small.add(2);
  small.pool.set_states(small.device(2), state(5));
  CHECK(small.pool.candidate(small.ask, kSystems, 0, {}).device == nullptr);
  small.pool.forget_asks(kRequester);
  small.ask = small.pool.ask(kRequester, "a");
  CHECK(small.pool.candidate(small.ask, kSystems, 0, {}).device == &small.device(1));
}

TEST_CASE("an outlet speaks for those like it, until something comes", "[pool]") {
  Small small;
  small.add(1);
  for (const Key key : {11, 12, 13}) small.pool.waiting().add(key, {key, key}, kSystems);
  CHECK(small.next() == 11);
  small.try_in_vain(11, "x");
  CHECK(small.next({11, 11}) == 12);
  CHECK(small.pool.sleeps_with_group(small.outlet(12), "x", 0));
  CHECK_FALSE(small.pool.sleeps_with_group(small.outlet(13), "y", 0));
  CHECK(small.next({12, 12}) == 13);
  small.try_in_vain(13, "y");
  CHECK(small.next() == 0);

  SECTION("not one like those that were tried") {
    small.add(2);
    CHECK(small.next() == 0);
  }
  SECTION("another") {
    small.add(2);
    small.pool.set_states(small.device(2), state(1));
    CHECK(small.next() == 11);
    small.try_in_vain(11, "x");
    CHECK(small.next() == 13);
  }
  SECTION("what comes and goes between two looks is nothing") {
    small.pool.set_states(small.device(1), state(1));
    small.pool.set_states(small.device(1), state(0));
    CHECK(small.next() == 0);
  }
  SECTION("its system") {
    small.pool.set_connected(kSystems, false);
    CHECK(small.next() == 0);
    small.pool.set_connected(kSystems, true);
    CHECK(small.next() == 11);
  }
  SECTION("it is stirred, or does not wait any more") {
    small.pool.waiting().stir(small.outlet(12), true);
    CHECK(small.next() == 12);
    small.pool.waiting().stir(small.outlet(12), false);
    CHECK(small.next() == 0);
    small.pool.waiting().remove(small.outlet(11));
    CHECK(small.next() == 0);
  }
  SECTION("what is worked out is forgotten") {
    small.pool.forget_asks(0);
    CHECK(small.next() == 11);
  }
}

TEST_CASE("outlets get a new order, one after the other", "[pool]") {
  Small small;
  small.add(1);
  ddb::detail::WaitingOutlets& waiting = small.pool.waiting();
  const auto add = [&](Key key, Key number) {
    const auto& outlets = small.pools.outlets().outlets;
    if (outlets.count(key) > 0) waiting.remove(small.outlet(key));
    waiting.add(key, {1, number}, kSystems);
  };
  for (const Key key : {11, 12, 13}) add(key, key - 10);
  small.try_in_vain(11, "x");
  Key number = 0;
  for (const Key key : {12, 13, 11}) add(key, ++number);
  CHECK(small.pools.outlets().outlets.size() == 3);
  CHECK(small.next() == 12);
  CHECK(small.next({1, 1}) == 13);
  CHECK(small.next({1, 2}) == 11);
  CHECK(small.next({1, 3}) == 0);
}

TEST_CASE("outlets that fell asleep in what was undone are added again", "[pool]") {
  Small small;
  small.add(1);
  small.pool.waiting().add(11, {11, 11}, kSystems);
  small.pools.begin();
  small.add(2);
  small.try_in_vain(11, "x");
  small.pools.rollback();
  CHECK_FALSE(small.pool.waiting().is_complete());
  CHECK(small.pools.outlets().outlets.empty());
  small.pool.renew_waiting();
  small.pool.waiting().add(11, {11, 11}, kSystems);
  CHECK(small.next() == 11);
}

TEST_CASE("changes are numbered, and undone with the transaction", "[pool]") {
  struct Change : Kept {};
  Small small;
  const auto note = [&](int count) {
    for (int i = 0; i < count; ++i) small.pool.note_change(std::make_unique<Change>());
  };
  const auto take = [&] {
    const DevicePool::Changes changes = small.pool.take_changes();
    return std::pair{changes.before, changes.last - changes.first};
  };
  note(2);
  CHECK(take() == std::pair{std::uint64_t{0}, std::ptrdiff_t{2}});
  CHECK(take() == std::pair{std::uint64_t{2}, std::ptrdiff_t{0}});
  small.pools.begin();
  note(1);
  CHECK(take() == std::pair{std::uint64_t{2}, std::ptrdiff_t{1}});
  small.pools.begin();
  note(3);
  CHECK(take() == std::pair{std::uint64_t{3}, std::ptrdiff_t{3}});
  small.pools.rollback();
  CHECK(small.pool.change_count() == 3);
  note(1);
  small.pools.commit();
  CHECK(take() == std::pair{std::uint64_t{3}, std::ptrdiff_t{1}});
  small.pool.count_changes_from(10);
  note(1);
  CHECK(take() == std::pair{std::uint64_t{10}, std::ptrdiff_t{1}});
  CHECK(small.pool.change_count() == 11);
}

TEST_CASE("of many groups the one whose member is next has its turn", "[pool]") {
  Small small;
  small.add(1);
  for (const Key key : {11, 12, 13, 14}) small.pool.waiting().add(key, {key, key}, kSystems);
  for (const Key key : {11, 12, 13, 14}) {
    small.next({key, key});
    if (!small.pool.sleeps_with_group(small.outlet(key), key % 2 == 0 ? "even" : "odd", 0)) {
      small.try_in_vain(key, key % 2 == 0 ? "even" : "odd");
    }
  }
  CHECK(small.next() == 0);
  small.pool.waiting().wake_all();
  CHECK(small.next() == 11);
  CHECK(small.next({11, 11}) == 12);
  small.try_in_vain(12, "even");
  CHECK(small.next({12, 12}) == 13);
  small.pool.waiting().wake_all();
  CHECK(small.next({13, 13}) == 14);
  CHECK(small.next({14, 14}) == 0);
  CHECK(small.next() == 11);
  small.pool.waiting().remove(small.outlet(11));
  CHECK(small.next() == 12);
  small.try_in_vain(13, "odd");
  CHECK(small.next({12, 12}) == 14);
}

TEST_CASE("an empty pool is waited for", "[pool]") {
  Small small;
  small.pool.waiting().add(11, {11, 11}, kSystems);
  CHECK_FALSE(small.pool.sleeps_with_group(small.outlet(11), "x", 0));
  CHECK_FALSE(small.pool.has_device(kSystems));
  small.pool.sleep(small.outlet(11));
  CHECK(small.next() == 0);
  small.add(1);
  CHECK(small.pool.has_device(kSystems));
  CHECK(small.next() == 11);
}

TEST_CASE("a device held as a whole wakes the outlets of its holder only", "[pool]") {
  constexpr Name kOther = kSystems + 1;
  Small small;
  small.add(1);
  small.pool.set_connected(kOther, true);
  small.pool.waiting().add(11, {11, 11}, kSystems);
  small.pool.waiting().add(12, {12, 12}, kOther);
  for (const auto& [key, system] : {std::pair{Key{11}, kSystems}, std::pair{Key{12}, kOther}}) {
    CHECK_FALSE(small.pool.sleeps_with_group(small.outlet(key), std::to_string(key), system));
    small.pool.candidate(small.ask, system, 0, {});
    small.pool.refuse(small.ask, small.device(1));
    small.pool.sleep(small.outlet(key));
  }
  small.next();
  small.pool.set_states(small.device(1), state(1));
  small.pool.hold(small.device(1), kOther);
  CHECK(small.next() == 12);
  CHECK(small.pool.has_device(kOther));
  CHECK_FALSE(small.pool.has_device(kSystems));
}

TEST_CASE("names and classes are let go", "[pool]") {
  Counts names;
  {
    DevicePools pools(names);
    DevicePool& pool = pools.open(kSession);
    pool.set_spec(kSpecs, {kUnits}, state(0), true);
    pool.ask(kRequester, "a");
    for (Key key = 1; key <= 5000; ++key) {
      pools.begin();
      pool.add(key, kDevices + key, kSpecs, kSystems);
      pool.set_states(*pools.find(key), state(static_cast<int>(key)));
      pool.remove(*pools.find(key));
      pools.commit();
    }
    CHECK(pool.class_count() < 1200);
    pool.add(1, kDevices, kSpecs, kSystems);
    pool.take(*pools.find(1), kUnits);
  }
  CHECK(names.empty());
}

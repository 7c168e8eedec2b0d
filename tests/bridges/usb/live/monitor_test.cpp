// SPDX-License-Identifier: Apache-2.0
// The monitor against a system that does at random what a real one may do.
#include "ddb/usb/live/monitor.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <deque>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>

#include "kernel.hpp"

namespace {

using namespace ddb::usb::live;
using detail::Present;
using detail::Reception;
using detail::Uevent;
using std::chrono::milliseconds;

// A system without hardware. Devices are numbered as they come, without end.
class World {
 public:
  struct Device {
    BusAddress address;
    bool is_finished = true;
    std::string driver;
  };

  void plug(const std::string& folder, bool is_finished = true) {
    const Device device{{1, ++last_}, is_finished, ""};
    devices[folder] = device;
    if (is_finished) send("add", folder, device.address);
  }
  void unplug(const std::string& folder) {
    const BusAddress address = devices.at(folder).address;
    devices.erase(folder);
    send("remove", folder, address);
  }
  void finish(const std::string& folder) {
    devices.at(folder).is_finished = true;
    send("add", folder, devices.at(folder).address);
  }
  void bind(const std::string& folder, const std::string& driver) {
    devices.at(folder).driver = driver;
    Uevent event{"bind", folder + "/1-1:1.0", false, {}, ""};
    push(std::move(event));
  }
  void send(const std::string& action, const std::string& folder, BusAddress address) {
    push({action, folder, true, address, "46d/c52b/1201"});
  }
  void push(Uevent event) {
    if (events.size() >= room) {
      overflowed = true;
      ++dropped;
      return;
    }
    events.push_back(std::move(event));
  }

  std::map<std::string, Device> devices;
  std::deque<Uevent> events;
  std::size_t room = 1000000;
  bool overflowed = false;
  std::size_t dropped = 0;
  std::function<void()> meanwhile = [] {};

 private:
  unsigned last_ = 0;
};

class PlayedKernel : public detail::Kernel {
 public:
  explicit PlayedKernel(World& world) : world_(world), descriptor_(eventfd(0, EFD_NONBLOCK)) {}
  ~PlayedKernel() override { close(descriptor_); }

  int descriptor() const override { return descriptor_; }
  Reception receive() override {
    if (std::exchange(world_.overflowed, false)) return detail::Overflow{};
    if (world_.events.empty()) return detail::NoEvent{};
    Uevent event = std::move(world_.events.front());
    world_.events.pop_front();
    return event;
  }
  std::vector<Present> enumerate() override {
    world_.meanwhile();
    std::vector<Present> found;
    for (const auto& [folder, device] : world_.devices) {
      found.push_back({folder, device.address, device.is_finished});
    }
    world_.meanwhile();
    return found;
  }
  std::optional<BusAddress> address_in(const std::string& folder) override {
    const auto place = world_.devices.find(folder);
    if (place == world_.devices.end()) return std::nullopt;
    return place->second.address;
  }
  std::optional<SeenDevice> read(const std::string& folder) override {
    world_.meanwhile();
    const auto place = world_.devices.find(folder);
    std::optional<SeenDevice> device;
    if (place != world_.devices.end()) {
      device.emplace();
      device->port = folder.substr(folder.rfind('/') + 1);
      device->folder = folder;
      device->address = place->second.address;
      device->interfaces.push_back({0, 0, {}, "", place->second.driver});
    }
    world_.meanwhile();
    return device;
  }

 private:
  World& world_;
  int descriptor_;
};

// What the caller of a monitor believes to be there; looks at each change.
struct Caller {
  std::map<std::string, SeenDevice> there;
  std::set<BusAddress> arrivals;
  std::size_t departures = 0;
  std::size_t changes = 0;

  void hear(const std::vector<Change>& told) {
    for (const Change& change : told) {
      const std::string folder = change.device.folder.string();
      const auto place = there.find(folder);
      switch (change.kind) {
        case ChangeKind::Arrived:
          REQUIRE(place == there.end());
          REQUIRE(arrivals.insert(change.device.address.value()).second);
          there[folder] = change.device;
          break;
        case ChangeKind::Departed:
          REQUIRE(place != there.end());
          REQUIRE(place->second == change.device);
          there.erase(place);
          ++departures;
          break;
        case ChangeKind::Changed:
          REQUIRE(place != there.end());
          REQUIRE(place->second.address == change.device.address);
          REQUIRE_FALSE(place->second == change.device);
          place->second = change.device;
          ++changes;
          break;
      }
    }
  }

  void agree_with(const World& world) const {
    REQUIRE(there.size() == world.devices.size());
    for (const auto& [folder, device] : world.devices) {
      REQUIRE(there.count(folder) == 1);
      REQUIRE(there.at(folder).address == device.address);
      REQUIRE(there.at(folder).interfaces.at(0).driver == device.driver);
    }
  }
};

struct Stage {
  World world;
  Monitor monitor;
  Caller caller;

  explicit Stage(milliseconds patience = milliseconds(5000))
      : monitor(std::make_unique<PlayedKernel>(world), patience) {}
  void take() { caller.hear(monitor.take()); }
};

bool is_readable(int descriptor, int timeout) {
  pollfd waiting{descriptor, POLLIN, 0};
  return poll(&waiting, 1, timeout) == 1;
}

const std::string kPort = "/sys/devices/usb1/1-1";

}  // namespace

TEST_CASE("what is there at the beginning arrives", "[monitor]") {
  Stage stage;
  stage.world.plug(kPort);
  stage.world.plug(kPort + "/1-1.2");
  CHECK(is_readable(stage.monitor.descriptor(), 1000));
  const std::vector<Change> told = stage.monitor.take();
  REQUIRE(told.size() == 2);
  CHECK(told[0].kind == ChangeKind::Arrived);
  CHECK(told[0].device.port == "1-1");
  CHECK(told[1].device.port == "1-1.2");
  CHECK(stage.monitor.take().empty());
  CHECK_FALSE(is_readable(stage.monitor.descriptor(), 0));
}

TEST_CASE("plugging in again is seen, however quick", "[monitor]") {
  Stage stage;
  stage.take();
  for (int i = 0; i < 3; ++i) {
    stage.world.plug(kPort);
    stage.world.unplug(kPort);
  }
  stage.world.plug(kPort);
  stage.take();
  CHECK(stage.caller.arrivals.size() == 4);
  CHECK(stage.caller.departures == 3);
  stage.caller.agree_with(stage.world);
}

TEST_CASE("a device that was gone before it could be read is told with its event", "[monitor]") {
  Stage stage;
  stage.take();
  stage.world.plug(kPort);
  stage.world.unplug(kPort);
  const std::vector<Change> told = stage.monitor.take();
  REQUIRE(told.size() == 2);
  CHECK(told[0].kind == ChangeKind::Arrived);
  CHECK(told[0].device.port == "1-1");
  CHECK(told[0].device.vendor == 0x046d);
  CHECK(told[0].device.product == 0xc52b);
  CHECK(told[0].device.release == 0x1201);
  REQUIRE(told[0].device.not_read.size() == 1);
  CHECK(told[0].device.not_read[0] == "the device was gone before it could be read");
  CHECK(told[1].kind == ChangeKind::Departed);
}

TEST_CASE("events that are older than the list of devices do not count again", "[monitor]") {
  Stage stage;
  // While the devices are listed, one is plugged in three times; the list has the last one.
  int call = 0;
  stage.world.meanwhile = [&] {
    if (++call != 1) return;
    stage.world.plug(kPort);
    stage.world.unplug(kPort);
    stage.world.plug(kPort);
    stage.world.unplug(kPort);
    stage.world.plug(kPort);
  };
  stage.take();
  stage.take();
  CHECK(stage.caller.arrivals.size() == 1);
  CHECK(stage.caller.departures == 0);
  stage.caller.agree_with(stage.world);
}

TEST_CASE("drivers that are bound later are a change, told once", "[monitor]") {
  Stage stage;
  stage.world.plug(kPort);
  stage.take();
  stage.world.bind(kPort, "snd-usb-audio");
  stage.world.bind(kPort, "snd-usb-audio");
  stage.take();
  stage.take();
  CHECK(stage.caller.changes == 1);
  stage.caller.agree_with(stage.world);
}

TEST_CASE("a device that udev is not done with is told when it is", "[monitor]") {
  Stage stage;
  stage.world.plug(kPort, false);
  stage.take();
  CHECK(stage.caller.arrivals.empty());
  SECTION("by its event") {
    stage.world.finish(kPort);
    stage.take();
  }
  SECTION("without an event") {
    stage.world.devices.at(kPort).is_finished = true;
    REQUIRE(is_readable(stage.monitor.descriptor(), 1000));
    stage.take();
  }
  CHECK(stage.caller.arrivals.size() == 1);
  CHECK(stage.caller.there.at(kPort).not_read.empty());
  stage.take();
  stage.caller.agree_with(stage.world);
}

TEST_CASE("udev is not waited for for ever", "[monitor]") {
  Stage stage(milliseconds(1));
  stage.world.plug(kPort, false);
  stage.take();
  CHECK(stage.caller.arrivals.empty());
  REQUIRE(is_readable(stage.monitor.descriptor(), 1000));
  stage.take();
  REQUIRE(stage.caller.arrivals.size() == 1);
  CHECK(stage.caller.there.at(kPort).not_read ==
        std::vector<std::string>{"udev was not done with the device in time"});
  CHECK_FALSE(is_readable(stage.monitor.descriptor(), 100));
}

TEST_CASE("a device that goes while udev is at it was never there", "[monitor]") {
  Stage stage;
  stage.world.plug(kPort, false);
  stage.take();
  stage.world.unplug(kPort);
  stage.take();
  CHECK(stage.caller.arrivals.empty());
  CHECK(stage.caller.departures == 0);
}

TEST_CASE("after an overflow the differences are told", "[monitor]") {
  Stage stage;
  stage.world.plug("/sys/devices/usb1/1-1");
  stage.world.plug("/sys/devices/usb1/1-2");
  stage.world.plug("/sys/devices/usb1/1-3");
  stage.take();
  stage.world.room = 1;
  stage.world.unplug("/sys/devices/usb1/1-1");
  stage.world.unplug("/sys/devices/usb1/1-2");
  stage.world.plug("/sys/devices/usb1/1-2");
  stage.world.plug("/sys/devices/usb1/1-4");
  stage.take();
  CHECK(stage.monitor.overflows() == 1);
  CHECK(stage.caller.arrivals.size() == 5);
  CHECK(stage.caller.departures == 2);
  stage.caller.agree_with(stage.world);
}

TEST_CASE("whatever happens, the caller knows who is there", "[monitor]") {
  const auto seed = GENERATE(range(1U, 21U));
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto choose = [&](unsigned count) {
    return std::uniform_int_distribution<unsigned>(0, count - 1)(random);
  };
  Stage stage;
  const auto act = [&] {
    const std::string folder = "/sys/devices/usb1/1-" + std::to_string(1 + choose(4));
    const auto place = stage.world.devices.find(folder);
    if (place == stage.world.devices.end()) {
      stage.world.plug(folder, choose(8) != 0);
    } else if (!place->second.is_finished) {
      stage.world.finish(folder);
    } else if (choose(3) == 0) {
      stage.world.bind(folder, choose(2) == 0 ? "usbhid" : "uvcvideo");
    } else {
      stage.world.unplug(folder);
    }
  };
  const bool is_small = seed % 2 == 0;
  for (int i = 0; i < 500; ++i) {
    if (is_small) stage.world.room = choose(12);
    for (unsigned n = choose(6); n > 0; --n) act();
    stage.world.meanwhile = [&] {
      if (choose(4) == 0) act();
    };
    stage.take();
  }
  stage.world.meanwhile = [] {};
  stage.world.room = 1000;
  for (const auto& [folder, device] : std::map(stage.world.devices)) {
    if (!device.is_finished) stage.world.finish(folder);
  }
  // Some events, or the answer to an overflow, may still be under way.
  for (int i = 0; i < 3; ++i) stage.take();
  stage.caller.agree_with(stage.world);
  CHECK((stage.world.dropped > 0) == (stage.monitor.overflows() > 0));
}

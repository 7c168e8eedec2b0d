// SPDX-License-Identifier: Apache-2.0
// Real libudev and libusb, on devices that umockdev plays.
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <random>
#include <thread>

#include "bed.hpp"
#include "ddb/usb/live/monitor.hpp"
#include "ddb/usb/live/source.hpp"

namespace {

using namespace ddb::usb::live;
using bed::Bed;
using bed::Socket;

std::vector<corpus::Entry> devices() {
  std::vector<corpus::Entry> found;
  for (corpus::Entry& entry : corpus::entries()) {
    const auto& bytes = entry.descriptors;
    if (!entry.malformed && bytes.size() > 27 && bytes[1] == 1) found.push_back(std::move(entry));
  }
  return found;
}

bool is_readable(const Monitor& monitor, int timeout) {
  pollfd waiting{monitor.descriptor(), POLLIN, 0};
  return poll(&waiting, 1, timeout) == 1;
}

std::size_t pairs_wanted() {
  const char* const text = std::getenv("DDB_PLUG_PAIRS");
  return text != nullptr ? std::stoul(text) : 150;
}

// Root may read everything, so root is somebody else meanwhile.
class Nobody {
 public:
  Nobody() {
    constexpr uid_t kNobody = 65534;
    if (was_root_) REQUIRE(seteuid(kNobody) == 0);
  }
  Nobody(const Nobody&) = delete;
  Nobody& operator=(const Nobody&) = delete;
  ~Nobody() {
    if (was_root_ && seteuid(0) != 0) std::abort();
  }

 private:
  bool was_root_ = geteuid() == 0;
};

// What a caller of the monitor must see: each device come and go once.
class Audience {
 public:
  void hear(const Change& change) {
    const SeenDevice& device = change.device;
    const auto place = there_.find(device.port);
    if (change.kind == ChangeKind::Arrived) {
      REQUIRE(place == there_.end());
      there_[device.port] = device.address.value();
      ++arrivals_;
      if (!device.not_read.empty()) ++unread_;
    } else {
      REQUIRE(place != there_.end());
      REQUIRE(place->second == device.address.value());
      if (change.kind == ChangeKind::Departed) {
        there_.erase(place);
        ++departures_;
      }
    }
  }
  std::size_t arrivals() const { return arrivals_; }
  std::size_t departures() const { return departures_; }
  std::size_t unread() const { return unread_; }
  std::size_t there() const { return there_.size(); }

 private:
  std::map<std::string, BusAddress> there_;
  std::size_t arrivals_ = 0;
  std::size_t departures_ = 0;
  std::size_t unread_ = 0;
};

// umockdev gives up when more events than this wait for a listener.
constexpr std::size_t kMostWaiting = 10;

// Devices that send few events when they are plugged in: one for each folder.
std::vector<corpus::Entry> small_devices() {
  std::vector<corpus::Entry> small;
  for (corpus::Entry& entry : devices()) {
    if (Bed::folders(entry) <= 3) small.push_back(std::move(entry));
  }
  return small;
}

// Plugs devices in and out at random.
class Plugger {
 public:
  Plugger(Bed& bed, const std::vector<corpus::Entry>& entries) : bed_(bed), entries_(entries) {}

  // One device comes or goes.
  void act() {
    const unsigned port = 1 + random() % 4;
    if (plugged_.count(port) > 0) {
      unplug(port);
      return;
    }
    address_ = address_ == 127 ? 2 : address_ + 1;
    const corpus::Entry& entry = entries_[random() % entries_.size()];
    const Socket socket{1, std::to_string(port), address_};
    plugged_[port] = {&entry, socket};
    bed_.plug(entry, socket);
    ++begun_;
  }
  // One device goes, if there is one.
  bool unplug_one() {
    if (plugged_.empty()) return false;
    unplug(plugged_.begin()->first);
    return true;
  }
  std::size_t begun() const { return begun_; }
  unsigned random() { return static_cast<unsigned>(random_()); }

 private:
  void unplug(unsigned port) {
    bed_.unplug(*plugged_.at(port).first, plugged_.at(port).second);
    plugged_.erase(port);
  }

  Bed& bed_;
  const std::vector<corpus::Entry>& entries_;
  std::mt19937 random_{std::random_device{}()};
  std::map<unsigned, std::pair<const corpus::Entry*, Socket>> plugged_;
  unsigned address_ = 1;
  std::size_t begun_ = 0;
};

}  // namespace

TEST_CASE("udev, sysfs and libusb give the bytes of every device", "[mockdev][sources]") {
  if (!bed::is_there()) return;
  Bed bed;
  std::size_t compared = 0;
  for (const corpus::Entry& entry : devices()) {
    CAPTURE(entry.name);
    const Socket socket;
    bed.plug(entry, socket);
    const std::vector<SeenDevice> seen = local_source()->look().devices;
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].port == "1-1");
    CHECK(seen[0].descriptors == entry.descriptors);
    CHECK(seen[0].not_read.empty());
    CHECK(seen[0].reports.size() <= entry.reports.size());
    for (std::size_t i = 0; i < seen[0].reports.size(); ++i) {
      CHECK(seen[0].reports[i].bytes == entry.reports[i]);
    }
    const ddb::usb::Reading reading = read(seen[0]);
    CHECK(reading.device.bytes == entry.descriptors);
    bed.unplug(entry, socket);
    ++compared;
  }
  CHECK(compared > 0);
}

TEST_CASE("libusb lists what sysfs has", "[mockdev][sources]") {
  if (!bed::is_there()) return;
  Bed bed;
  const std::vector<corpus::Entry> entries = devices();
  const std::size_t count = std::min<std::size_t>(entries.size(), 20);
  for (std::size_t i = 0; i < count; ++i) {
    bed.plug(entries[i], {1, std::to_string(i + 1), static_cast<unsigned>(i + 2)});
  }
  const std::vector<SeenDevice> by_sysfs = local_source()->look().devices;
  const std::vector<SeenDevice> by_libusb = libusb_source()->look().devices;
  REQUIRE(by_sysfs.size() == count);
  REQUIRE(by_libusb.size() == count);
  for (std::size_t i = 0; i < count; ++i) {
    CAPTURE(entries[i].name);
    CHECK(by_libusb[i].port == by_sysfs[i].port);
    CHECK(by_libusb[i].address == by_sysfs[i].address);
    CHECK(by_libusb[i].vendor == by_sysfs[i].vendor);
    CHECK(by_libusb[i].product == by_sysfs[i].product);
    CHECK(by_libusb[i].speed == by_sysfs[i].speed);
    CHECK(by_libusb[i].descriptors == by_sysfs[i].descriptors);
  }
}

TEST_CASE("random plugging, none lost and none told twice", "[mockdev][plug]") {
  if (!bed::is_there()) return;
  const std::vector<corpus::Entry> entries = small_devices();
  REQUIRE_FALSE(entries.empty());
  const std::size_t pairs = pairs_wanted();
  Bed bed;
  Monitor monitor;
  REQUIRE(monitor.take().empty());
  Audience audience;
  const auto listen = [&] {
    for (const Change& change : monitor.take()) audience.hear(change);
  };
  Plugger plugger(bed, entries);
  const auto begun = std::chrono::steady_clock::now();
  while (plugger.begun() < pairs) {
    // Some come and go, or come again, before the monitor looks.
    for (std::size_t i = 1 + plugger.random() % (kMostWaiting / 3); i > 0; --i) {
      if (plugger.begun() < pairs) plugger.act();
    }
    REQUIRE(is_readable(monitor, 1000));
    listen();
  }
  while (plugger.unplug_one()) listen();
  listen();
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
  std::cout << pairs << " plug/unplug pairs in " << taken.count() << " s: " << audience.arrivals()
            << " arrivals, " << audience.departures() << " departures, " << audience.unread()
            << " of them gone before they could be read, " << monitor.overflows() << " overflows\n";
  CHECK(audience.arrivals() == pairs);
  CHECK(audience.departures() == pairs);
  CHECK(audience.there() == 0);
  CHECK(monitor.overflows() == 0);
}

TEST_CASE("a device may go while it is read", "[mockdev][plug]") {
  if (!bed::is_there()) return;
  // The one with the most folders takes the longest to read and to remove.
  const auto by_folders = [](const corpus::Entry& left, const corpus::Entry& right) {
    return Bed::folders(left) < Bed::folders(right);
  };
  const std::vector<corpus::Entry> small = small_devices();
  const corpus::Entry& entry = *std::max_element(small.begin(), small.end(), by_folders);
  Bed bed;
  // With its last device, umockdev takes away the bus too; a kernel does not.
  bed.plug(entry, {1, "2", 127});
  Monitor monitor;
  Audience audience;
  for (const Change& change : monitor.take()) audience.hear(change);
  REQUIRE(audience.there() == 1);
  constexpr unsigned kRounds = 30;
  for (unsigned round = 0; round < kRounds; ++round) {
    const Socket socket{1, "1", round + 2};
    bed.plug(entry, socket);
    std::jthread other([&] { bed.unplug(entry, socket); });
    for (const Change& change : monitor.take()) audience.hear(change);
    const Sighting sighting = local_source()->look();
    CHECK_FALSE(sighting.devices.empty());
    CHECK(sighting.devices.size() <= 2);
    other.join();
    for (const Change& change : monitor.take()) audience.hear(change);
  }
  CHECK(audience.arrivals() == kRounds + 1);
  CHECK(audience.departures() == kRounds);
  CHECK(audience.there() == 1);
  CHECK(local_source()->look().devices.size() == 1);
}

TEST_CASE("what was plugged in before is told first, and once", "[mockdev][plug]") {
  if (!bed::is_there()) return;
  const std::vector<corpus::Entry> entries = devices();
  const Socket first{1, "1", 2};
  const Socket second{1, "1.4", 3};
  Bed bed;
  bed.plug(entries.at(0), first);
  Monitor monitor;
  // Between listening and looking.
  bed.plug(entries.at(1), second);
  Audience audience;
  REQUIRE(is_readable(monitor, 1000));
  for (const Change& change : monitor.take()) audience.hear(change);
  CHECK(audience.arrivals() == 2);
  for (const Change& change : monitor.take()) audience.hear(change);
  CHECK(audience.arrivals() == 2);
  bed.send(first, "add");
  bed.send(first, "change");
  for (const Change& change : monitor.take()) audience.hear(change);
  CHECK(audience.arrivals() == 2);
  CHECK(audience.departures() == 0);
}

TEST_CASE("a device that udev has not finished is told when it has", "[mockdev][plug]") {
  if (!bed::is_there()) return;
  const std::vector<corpus::Entry> entries = devices();
  const Socket socket{1, "1", 2};
  Bed bed;
  // umockdev keeps no data of udev, so this is what udev has not come to.
  bed.plug(entries.at(0), socket);
  Monitor monitor({EventSender::Udev, std::chrono::milliseconds(60000)});
  CHECK(monitor.take().empty());
  bed.send(socket, "add");
  const std::vector<Change> told = monitor.take();
  REQUIRE(told.size() == 1);
  CHECK(told[0].kind == ChangeKind::Arrived);
  CHECK(told[0].device.descriptors == entries.at(0).descriptors);
  CHECK(monitor.take().empty());
}

TEST_CASE("a driver that is bound later is a change", "[mockdev][plug]") {
  if (!bed::is_there()) return;
  const std::vector<corpus::Entry> entries = devices();
  const Socket socket{1, "1", 2};
  Bed bed;
  bed.plug(entries.at(0), socket);
  Monitor monitor;
  const std::vector<Change> told = monitor.take();
  REQUIRE(told.size() == 1);
  REQUIRE_FALSE(told[0].device.interfaces.empty());
  const std::string interface = Bed::folder(socket) +
                                "/1-1:" + std::to_string(entries.at(0).descriptors[18 + 5]) + "." +
                                std::to_string(told[0].device.interfaces[0].number);
  umockdev_testbed_set_attribute_link(bed.get(), interface.c_str(), "driver",
                                      "../../../../../../bus/usb/drivers/bound_later");
  umockdev_testbed_uevent(bed.get(), interface.c_str(), "bind");
  const std::vector<Change> after = monitor.take();
  REQUIRE(after.size() == 1);
  CHECK(after[0].kind == ChangeKind::Changed);
  CHECK(after[0].device.interfaces[0].driver == "bound_later");
}

TEST_CASE("files that may not be read are told in a line each", "[mockdev][sources]") {
  if (!bed::is_there()) return;
  const std::vector<corpus::Entry> entries = devices();
  const Socket socket{1, "1", 2};
  Bed bed;
  bed.plug(entries.at(0), socket);
  chmod(bed.real("").c_str(), 0755);
  chmod(bed.real(Bed::folder(socket) + "/descriptors").c_str(), 0);
  Monitor monitor;
  Sighting sighting;
  std::vector<Change> told;
  {
    const Nobody nobody;
    sighting = local_source()->look();
    told = monitor.take();
  }
  REQUIRE(sighting.devices.size() == 1);
  CHECK(sighting.devices[0].not_read ==
        std::vector<std::string>{"descriptors: cannot read it: Permission denied"});
  REQUIRE(told.size() == 1);
  CHECK(told[0].device.not_read == sighting.devices[0].not_read);
}

// SPDX-License-Identifier: Apache-2.0
// The provider's and the master's side in sysfs, on a kernel that is played, and on a tree of
// files.
#include <sys/socket.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "ddb/usbip/stub.hpp"
#include "ddb/usbip/vhci.hpp"
#include "fake_kernel.hpp"
#include "samples.hpp"

namespace {

using namespace ddb::usbip;
using Catch::Matchers::Contains;

BusId port(const char* text) { return *BusId::parse(text); }

// Both ends of a connection.
struct Pair {
  Pair() {
    int numbers[2] = {-1, -1};  // NOLINT(modernize-avoid-c-arrays): socketpair() wants one
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, numbers) == 0);
    here = Socket(numbers[0]);
    there = Socket(numbers[1]);
  }
  Socket here;
  Socket there;
};

template <class Value>
void check_failure(const Result<Value>& result, FailureKind kind, const std::string& sentence,
                   const std::string& remedy) {
  REQUIRE_FALSE(result);
  CHECK(result.error().kind == kind);
  CHECK_THAT(result.error().sentence, Contains(sentence));
  CHECK_THAT(result.error().remedy, Contains(remedy));
}

TEST_CASE("a device goes to usbip-host and comes back to its driver", "[stub]") {
  fake::Kernel kernel;
  Stub stub(kernel);
  kernel.plug("1-3");
  REQUIRE(stub.device(port("1-3")));
  CHECK(stub.device(port("1-3"))->driver == "usb");
  CHECK_FALSE(stub.device(port("1-3"))->is_bound());

  REQUIRE(stub.bind(port("1-3")));
  CHECK(kernel.driver_of("1-3") == "usbip-host");
  CHECK(stub.bound() == std::vector{port("1-3")});
  CHECK(stub.device(port("1-3"))->stub == StubStatus::Available);
  CHECK(kernel.writes() ==
        std::vector<std::string>{"bus/usb/drivers/usb/unbind: 1-3",
                                 "bus/usb/drivers/usbip-host/match_busid: add 1-3",
                                 "bus/usb/drivers/usbip-host/bind: 1-3"});
  REQUIRE(stub.bind(port("1-3")));
  CHECK(kernel.writes().size() == 3);

  REQUIRE(stub.unbind(port("1-3")));
  CHECK(kernel.driver_of("1-3") == "usb");
  CHECK(kernel.match_list().empty());
  REQUIRE(stub.unbind(port("1-3")));
  REQUIRE(stub.unbind(port("1-4")));
  CHECK(stub.bound().empty());
}

// A device whose driver has made two disks of it.
class KernelWithDisks : public fake::Kernel {
 public:
  Result<std::vector<std::string>, std::error_code> list(const std::string& path) const override {
    using Names = std::vector<std::string>;
    const std::string device = "bus/usb/devices/1-3";
    if (path == device) return Names{"1-3:1.0", "power", "serial"};
    if (path == device + "/1-3:1.0") return Names{"driver", "host0", "power"};
    if (path == device + "/1-3:1.0/host0") return Names{"power", "scsi_host", "target0:0:0"};
    if (path == device + "/1-3:1.0/host0/target0:0:0") {
      return Names{"0:0:0:0", "0:0:0:1", "power", "uevent"};
    }
    return Kernel::list(path);
  }
};

TEST_CASE("disks are removed before their driver is taken away", "[stub]") {
  KernelWithDisks kernel;
  Stub stub(kernel);
  kernel.plug("1-3");
  REQUIRE(stub.bind(port("1-3")));
  const std::string target = "bus/usb/devices/1-3/1-3:1.0/host0/target0:0:0/";
  CHECK(kernel.writes() ==
        std::vector<std::string>{target + "0:0:0:0/delete: 1", target + "0:0:0:1/delete: 1",
                                 "bus/usb/drivers/usb/unbind: 1-3",
                                 "bus/usb/drivers/usbip-host/match_busid: add 1-3",
                                 "bus/usb/drivers/usbip-host/bind: 1-3"});
  // A device that usbip-host has is none of a disk's driver.
  REQUIRE(stub.unbind(port("1-3")));
  const auto writes = kernel.writes();
  CHECK(std::count_if(writes.begin(), writes.end(),
                      [](const std::string& it) { return it.ends_with("/delete: 1"); }) == 2);
}

TEST_CASE("what sysfs says of a device is told to others", "[stub]") {
  fake::Kernel kernel;
  kernel.plug("2-1.4", {.speed = "5000", .interfaces = {"08 06 50", "03 01 02"}});
  const Result<LocalDevice> device = Stub(kernel).device(port("2-1.4"));
  REQUIRE(device);
  CHECK(device->device.path == "/sys/devices/pci0000:00/0000:00:01.0/usb2/2-1.4");
  CHECK(device->device.busid == "2-1.4");
  CHECK(device->device.devid() == 0x20002);
  CHECK(device->device.speed == wire::Speed::Super);
  CHECK(device->device.idVendor == 0x46f4);
  CHECK(device->device.bNumInterfaces == 2);
  CHECK(device->device.interfaces == std::vector<wire::Interface>{{8, 6, 0x50}, {3, 1, 2}});
  CHECK(device->serial == "1-0000");
  CHECK(device->product == "QEMU USB HARDDRIVE");
}

TEST_CASE("a device is lent to one at a time", "[stub]") {
  fake::Kernel kernel;
  Stub stub(kernel);
  kernel.plug("1-3");
  Pair pair;
  check_failure(stub.lend(port("1-3"), pair.here.get()), FailureKind::NotBound, "driver 'usb'",
                "bind it");
  REQUIRE(stub.bind(port("1-3")));
  REQUIRE(stub.lend(port("1-3"), pair.here.get()));
  CHECK(stub.device(port("1-3"))->stub == StubStatus::Used);
  Pair other;
  check_failure(stub.lend(port("1-3"), other.here.get()), FailureKind::Busy, "lent already",
                "detach");
  SECTION("until it is taken back") {
    REQUIRE(stub.take_back(port("1-3")));
    CHECK(stub.device(port("1-3"))->stub == StubStatus::Available);
    REQUIRE(stub.take_back(port("1-3")));
    REQUIRE(stub.lend(port("1-3"), other.here.get()));
  }
  SECTION("until the other side goes") {
    pair.here = Socket();
    pair.there = Socket();
    CHECK(stub.device(port("1-3"))->stub == StubStatus::Available);
  }
  SECTION("until it is unplugged") {
    kernel.unplug("1-3");
    check_failure(stub.lend(port("1-3"), other.here.get()), FailureKind::NoDevice,
                  "no device on port 1-3", "plug");
  }
}

TEST_CASE("what a provider can't do has its own sentence", "[stub]") {
  fake::Kernel kernel;
  Stub stub(kernel);
  check_failure(stub.bind(port("1-3")), FailureKind::NoDevice, "no device on port 1-3", "plug");
  kernel.plug("1-3", {.device_class = "09"});
  check_failure(stub.bind(port("1-3")), FailureKind::Unsuitable, "has a hub", "1-3.1");
  kernel.plug("1-4");
  kernel.is_writable = false;
  check_failure(stub.bind(port("1-4")), FailureKind::NoPermission, "Permission denied", "root");
  kernel.is_writable = true;
  kernel.has_stub_driver = false;
  check_failure(stub.bind(port("1-4")), FailureKind::NoModule, "no usbip-host",
                "modprobe usbip_host");
  CHECK(kernel.driver_of("1-4") == "usb");
}

TEST_CASE("the virtual controller's status is read", "[vhci]") {
  const auto ports = read_vhci_status(
      "hub port sta spd dev      sockfd local_busid\n"
      "hs  0000 006 003 00010002 000003 3-1\n"
      "hs  0001 005 000 00000000 000000 0-0\n"
      "ss  0008 004 000 00000000 000000 0-0\n");
  REQUIRE(ports);
  REQUIRE(ports->size() == 3);
  CHECK((*ports)[0] == VhciPort{0, false, VhciState::Used, wire::Speed::High, 0x10002, 3, "3-1"});
  CHECK((*ports)[1].state == VhciState::NotAssigned);
  CHECK((*ports)[2].is_super);
  CHECK(count_for(wire::Speed::Full, *ports).all == 2);
  CHECK(count_for(wire::Speed::Full, *ports).free == 0);
  CHECK(count_for(wire::Speed::SuperPlus, *ports).free == 1);
  CHECK(read_vhci_status("")->empty());
  for (const char* const bad :
       {"hs", "hs  0000", "xs  0000 004 000 00000000 000000 0-0", "hs  0000 008 000 0 0 0-0",
        "hs  0000 006 009 00010002 000003 3-1", "hs  000x 004 000 00000000 000000 0-0",
        "hs  0000 004 000 00000000 000000"}) {
    check_failure(read_vhci_status(bad), FailureKind::System, "can't be read", "vhci_hcd");
  }
}

TEST_CASE("a device is attached to a port of its speed, on any controller", "[vhci]") {
  fake::Kernel kernel;
  kernel.controllers = 2;
  kernel.ports_of_a_kind = 1;
  Vhci vhci(kernel);
  const Pair pair;
  wire::Device disk = samples::imported_disk();
  CHECK(*vhci.attach(pair.here.get(), disk) == 0);
  CHECK(kernel.writes().back() ==
        "devices/platform/vhci_hcd.0/attach: 0 " + std::to_string(pair.here.get()) + " 65541 3");
  CHECK(*vhci.attach(pair.here.get(), disk) == 2);
  check_failure(vhci.attach(pair.here.get(), disk), FailureKind::NoFreePort,
                "no free high-speed port for 1-3: free are 0 of 2 high-speed and 2 of 2 SuperSpeed",
                "USBIP_VHCI_NR_HCS");
  disk.speed = wire::Speed::Super;
  CHECK(*vhci.attach(pair.here.get(), disk) == 1);
  REQUIRE(vhci.ports());
  CHECK(vhci.ports()->size() == 4);
  CHECK(vhci.ports()->at(1).state == VhciState::Used);
  CHECK(vhci.ports()->at(1).devid == disk.devid());
  REQUIRE(vhci.detach(1));
  CHECK(vhci.ports()->at(1).state == VhciState::Free);
  REQUIRE(vhci.detach(1));
}

TEST_CASE("what a master can't do has its own sentence", "[vhci]") {
  fake::Kernel kernel;
  Vhci vhci(kernel);
  const Pair pair;
  check_failure(vhci.attach(-1, samples::imported_disk()), FailureKind::System,
                "cannot attach 1-3 to port 0", "kernel's log");
  kernel.is_writable = false;
  check_failure(vhci.attach(pair.here.get(), samples::imported_disk()), FailureKind::NoPermission,
                "Permission denied", "root");
  kernel.has_vhci = false;
  check_failure(vhci.ports(), FailureKind::NoModule, "no virtual USB controller",
                "modprobe vhci_hcd");
}

TEST_CASE("files below a folder are read and written as sysfs's are", "[files]") {
  std::string root = (std::filesystem::temp_directory_path() / "usbip_files_XXXXXX").string();
  REQUIRE(mkdtemp(root.data()) != nullptr);
  SystemFiles files(root);
  std::filesystem::create_directories(root + "/devices/b");
  std::ofstream(root + "/devices/a") << "480\n";
  std::filesystem::create_symlink("../b/c", root + "/devices/l");
  CHECK(*files.read("devices/a") == "480");
  CHECK_FALSE(files.write("devices/a", "1-3"));
  CHECK(*files.read("devices/a") == "1-3");
  CHECK(*files.link("devices/l") == "../b/c");
  CHECK(*files.list("devices") == std::vector<std::string>{"a", "b", "l"});
  // A file that is not there is not made.
  CHECK(files.write("devices/x", "1") == std::errc::no_such_file_or_directory);
  CHECK(files.read("devices/x").error() == std::errc::no_such_file_or_directory);
  CHECK(files.link("devices/a").error() == std::errc::invalid_argument);
  CHECK_FALSE(files.list("nowhere"));
  CHECK(files.read("devices/b").error() == std::errc::is_a_directory);
  std::filesystem::remove_all(root);
}

}  // namespace

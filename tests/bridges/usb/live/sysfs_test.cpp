// SPDX-License-Identifier: Apache-2.0
// Trees on disk, whole and broken, in the place of /sys.
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "ddb/usb/live/source.hpp"

namespace {

namespace fs = std::filesystem;
using namespace ddb::usb;
using live::SeenDevice;
using live::Sighting;

class Tree {
 public:
  Tree() {
    std::string name = (fs::temp_directory_path() / "ddb_sysfs_XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    root_ = name;
  }
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;
  ~Tree() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }

  const fs::path& root() const { return root_; }
  void write(const fs::path& file, std::string_view text) const {
    fs::create_directories((root_ / file).parent_path());
    std::ofstream(root_ / file, std::ios::binary) << text;
  }
  void link(const fs::path& file, const fs::path& to) const {
    fs::create_directories((root_ / file).parent_path());
    fs::create_symlink(to, root_ / file);
  }
  Sighting look() const { return live::sysfs_source(root_)->look(); }

 private:
  fs::path root_;
};

std::string text(const std::vector<std::uint8_t>& bytes) { return {bytes.begin(), bytes.end()}; }

// A full-speed keyboard with one interface.
const std::vector<std::uint8_t> kKeyboard = {
    0x12, 1,    0,    2, 0, 0, 0,    8,    0x6d, 4, 0x2b, 0xc5, 1, 0x12, 1, 2, 0, 1,  // device
    9,    2,    34,   0, 1, 1, 0,    0xa0, 49,  // configuration
    9,    4,    0,    0, 1, 3, 1,    1,    0,   // interface
    9,    0x21, 0x11, 1, 0, 1, 0x22, 7,    0,   // HID
    7,    5,    0x81, 3, 8, 0, 10};             // endpoint
const std::vector<std::uint8_t> kReport = {0x05, 0x01, 0x09, 0x06, 0xa1, 0x01, 0xc0};

const fs::path kHub = "devices/pci0000:00/0000:00:14.0/usb1";
const fs::path kDevice = kHub / "1-3";
const fs::path kInterface = kDevice / "1-3:1.0";
const fs::path kHid = kInterface / "0003:046D:C52B.0001";

void add_keyboard(const Tree& tree) {
  tree.write(kDevice / "descriptors", text(kKeyboard));
  tree.write(kDevice / "manufacturer", "Logitech\n");
  tree.write(kDevice / "product", "USB Keyboard\n");
  tree.write(kDevice / "serial", "S/N 1\n");
  tree.write(kDevice / "busnum", "1\n");
  tree.write(kDevice / "devnum", "5\n");
  tree.write(kDevice / "speed", "12\n");
  tree.write(kDevice / "authorized", "1\n");
  tree.write(kDevice / "bConfigurationValue", "1\n");
  tree.write(kDevice / "uevent", "MAJOR=189\nDEVNAME=bus/usb/001/005\nDEVTYPE=usb_device\n");
  tree.link(kDevice / "subsystem", "../../../../../bus/usb");
  tree.link(kDevice / "driver", "../../../../../bus/usb/drivers/usb");
  tree.write(kInterface / "bInterfaceNumber", "00\n");
  tree.write(kInterface / "bAlternateSetting", " 0\n");
  tree.write(kInterface / "bInterfaceClass", "03\n");
  tree.write(kInterface / "bInterfaceSubClass", "01\n");
  tree.write(kInterface / "bInterfaceProtocol", "01\n");
  tree.write(kInterface / "interface", "Keys\n");
  tree.write(kInterface / "uevent", "DEVTYPE=usb_interface\nINTERFACE=3/1/1\n");
  tree.link(kInterface / "subsystem", "../../../../../../bus/usb");
  tree.link(kInterface / "driver", "../../../../../../bus/usb/drivers/usbhid");
  tree.write(kHid / "report_descriptor", text(kReport));
  tree.write(kHid / "hidraw" / "hidraw2" / "uevent", "MAJOR=244\nDEVNAME=hidraw2\n");
  tree.link(kHid / "hidraw" / "hidraw2" / "subsystem", "../../../../../class/hidraw");
  tree.write(kHid / "input" / "input7" / "event4" / "uevent", "DEVNAME=input/event4\n");
  tree.link(kHid / "input" / "input7" / "event4" / "subsystem", "../../../class/input");
  tree.link("bus/usb/devices/1-3", fs::path("../../..") / kDevice);
  tree.link("bus/usb/devices/1-3:1.0", fs::path("../../..") / kInterface);
}

}  // namespace

TEST_CASE("all that sysfs says of a device is there", "[sysfs]") {
  const Tree tree;
  add_keyboard(tree);
  const Sighting sighting = tree.look();
  CHECK(sighting.not_read.empty());
  REQUIRE(sighting.devices.size() == 1);
  const SeenDevice& device = sighting.devices[0];
  CHECK(device.port == "1-3");
  CHECK(device.folder == fs::canonical(tree.root() / kDevice));
  CHECK(device.address == live::BusAddress{1, 5});
  CHECK(device.vendor == 0x046d);
  CHECK(device.product == 0xc52b);
  CHECK(device.release == 0x1201);
  CHECK(device.manufacturer_name == "Logitech");
  CHECK(device.product_name == "USB Keyboard");
  CHECK(device.serial == "S/N 1");
  CHECK(device.speed == 12.0);
  CHECK(device.authorized == true);
  CHECK(device.configured == 1);
  CHECK(device.driver == "usb");
  CHECK(device.descriptors == kKeyboard);
  CHECK(device.bos.empty());
  REQUIRE(device.reports.size() == 1);
  CHECK(device.reports[0] == live::SeenReport{0, kReport});
  REQUIRE(device.interfaces.size() == 1);
  CHECK(device.interfaces[0] == live::SeenInterface{0, 0, {3, 1, 1}, "Keys", "usbhid"});
  CHECK(device.nodes ==
        std::vector<live::DeviceNode>{{"hidraw", "hidraw2", "/dev/hidraw2", std::uint8_t{0}},
                                      {"input", "event4", "/dev/input/event4", std::uint8_t{0}},
                                      {"usb", "1-3", "/dev/bus/usb/001/005", std::nullopt}});
  CHECK(device.not_read.empty());

  const Reading reading = live::read(device);
  CHECK(reading.complaints.empty());
  REQUIRE(reading.device.report_descriptors.size() == 1);
}

TEST_CASE("a network device has a name and no path", "[sysfs]") {
  const Tree tree;
  add_keyboard(tree);
  tree.write(kInterface / "net" / "eth1" / "uevent", "INTERFACE=eth1\nIFINDEX=3\n");
  tree.link(kInterface / "net" / "eth1" / "subsystem", "../../../class/net");
  const Sighting sighting = tree.look();
  REQUIRE(sighting.devices.size() == 1);
  const auto& nodes = sighting.devices[0].nodes;
  REQUIRE(nodes.size() == 4);
  CHECK(nodes[2] == live::DeviceNode{"net", "eth1", "", std::uint8_t{0}});
}

TEST_CASE("devices of one kind are told apart by their ports", "[sysfs]") {
  const Tree tree;
  for (const char* const port : {"1-10", "1-9", "2-1", "1-9.1", "usb2", "usb1"}) {
    tree.write(fs::path(port) / "descriptors", text(kKeyboard));
    tree.write(fs::path(port) / "serial", "1234\n");
  }
  tree.write("1-9:1.0/bInterfaceNumber", "00\n");
  tree.write("notes/descriptors", "no device");
  const Sighting sighting = tree.look();
  std::vector<std::string> ports;
  for (const SeenDevice& device : sighting.devices) ports.push_back(device.port);
  CHECK(ports == std::vector<std::string>{"usb1", "1-9", "1-9.1", "1-10", "usb2", "2-1"});
}

TEST_CASE("broken files are told, and the rest is read", "[sysfs]") {
  const Tree tree;
  add_keyboard(tree);
  SECTION("no descriptors") {
    fs::remove(tree.root() / kDevice / "descriptors");
    tree.write(kDevice / "idVendor", "046d\n");
    tree.write(kDevice / "idProduct", "xyz\n");
    const SeenDevice device = tree.look().devices.at(0);
    CHECK(device.descriptors.empty());
    CHECK(device.vendor == 0x046d);
    CHECK(device.product == 0);
    CHECK(device.not_read ==
          std::vector<std::string>{"descriptors: cannot read it: No such file or directory",
                                   "idProduct: 'xyz' is no number"});
  }
  SECTION("a folder in the place of a file") {
    fs::remove(tree.root() / kDevice / "descriptors");
    fs::create_directory(tree.root() / kDevice / "descriptors");
    CHECK(tree.look().devices.at(0).not_read ==
          std::vector<std::string>{"descriptors: cannot read it: Is a directory"});
  }
  SECTION("a pipe in the place of a file is not waited for") {
    fs::remove(tree.root() / kDevice / "serial");
    REQUIRE(mkfifo((tree.root() / kDevice / "serial").c_str(), 0600) == 0);
    CHECK(tree.look().devices.at(0).not_read ==
          std::vector<std::string>{"serial: cannot read it: Operation not supported"});
  }
  SECTION("numbers that are none") {
    tree.write(kDevice / "speed", "fast\n");
    tree.write(kDevice / "bConfigurationValue", "300\n");
    tree.write(kInterface / "bInterfaceNumber", "zz\n");
    const SeenDevice device = tree.look().devices.at(0);
    CHECK_FALSE(device.speed);
    CHECK_FALSE(device.configured);
    CHECK(device.interfaces.empty());
    CHECK(device.not_read ==
          std::vector<std::string>{"speed: 'fast' is no speed",
                                   "bConfigurationValue: '300' is no number",
                                   "1-3:1.0/bInterfaceNumber: 'zz' is no number"});
  }
  SECTION("speeds that are none") {
    for (const char* const text : {"nan", "inf", "-12", "0", "1e999"}) {
      tree.write(kDevice / "speed", text);
      const SeenDevice device = tree.look().devices.at(0);
      CHECK_FALSE(device.speed);
      CHECK(device.not_read ==
            std::vector<std::string>{"speed: '" + std::string(text) + "' is no speed"});
    }
    tree.write(kDevice / "speed", "unknown\n");
    const SeenDevice device = tree.look().devices.at(0);
    CHECK_FALSE(device.speed);
    CHECK(device.not_read.empty());
  }
  SECTION("descriptors that are cut") {
    tree.write(kDevice / "descriptors", text(kKeyboard).substr(0, 30));
    const SeenDevice device = tree.look().devices.at(0);
    CHECK(device.not_read.empty());
    CHECK(live::read(device).failed());
  }
  SECTION("a file without an end") {
    fs::remove(tree.root() / kDevice / "descriptors");
    tree.write(kDevice / "descriptors", std::string(3 << 20, '\x05'));
    CHECK(tree.look().devices.at(0).descriptors.size() == 1 << 20);
  }
}

TEST_CASE("links that lead nowhere or in a circle are told", "[sysfs]") {
  const Tree tree;
  add_keyboard(tree);
  tree.link("bus/usb/devices/1-4", "../../../devices/gone");
  tree.link("bus/usb/devices/1-5", "1-5");
  tree.link(kHid / "again", "..");
  const Sighting sighting = tree.look();
  CHECK(sighting.devices.size() == 1);
  REQUIRE(sighting.not_read.size() == 2);
  CHECK(sighting.not_read[0].find("1-4: cannot follow it: No such file") != std::string::npos);
  CHECK(sighting.not_read[1].find("1-5: cannot follow it: Too many levels") != std::string::npos);
}

TEST_CASE("what may not be read is told in a line", "[sysfs]") {
  constexpr uid_t kNobody = 65534;
  const Tree tree;
  add_keyboard(tree);
  fs::permissions(tree.root(), fs::perms(0755));
  fs::permissions(tree.root() / kDevice / "descriptors", fs::perms(0));
  fs::permissions(tree.root() / kInterface, fs::perms(0));
  const bool is_root = geteuid() == 0;
  if (is_root) REQUIRE(seteuid(kNobody) == 0);
  const Sighting sighting = tree.look();
  if (is_root) REQUIRE(seteuid(0) == 0);
  fs::permissions(tree.root() / kInterface, fs::perms(0755));
  CHECK(sighting.devices.at(0).product_name == "USB Keyboard");
  CHECK(sighting.devices.at(0).not_read ==
        std::vector<std::string>{"descriptors: cannot read it: Permission denied",
                                 "1-3:1.0/bInterfaceNumber: cannot read it: Permission denied"});
}

TEST_CASE("a folder without devices is refused with the remedy", "[sysfs]") {
  const Tree tree;
  CHECK_THROWS_WITH(tree.look(), Catch::Contains("it has no bus/usb/devices") &&
                                     Catch::Contains("name the folder that stands for /sys"));
  CHECK_THROWS(live::sysfs_source("/nowhere")->look());
}

TEST_CASE("report descriptors find their interfaces", "[sysfs]") {
  // Two HID interfaces; only the second one has a driver, and so a report descriptor.
  std::vector<std::uint8_t> two = kKeyboard;
  two.insert(two.end(), kKeyboard.begin() + 27, kKeyboard.end());
  two[18 + 2] = static_cast<std::uint8_t>(two.size() - 18);
  two[18 + 4] = 2;
  two[kKeyboard.size() + 2] = 1;
  SeenDevice device;
  device.descriptors = two;
  device.reports = {{1, kReport}};
  const Reading reading = live::read(device);
  const auto& interfaces = reading.device.configurations.at(0).interfaces;
  CHECK_FALSE(std::get<hid::Function>(interfaces.at(0).settings.at(0).details).report);
  CHECK(std::get<hid::Function>(interfaces.at(1).settings.at(0).details).report == 1);
}

TEST_CASE("files stand for a device", "[sysfs]") {
  const Tree tree;
  tree.write("descriptors", text(kKeyboard));
  tree.write("report", text(kReport));
  const auto look = [&](std::vector<fs::path> reports) {
    return live::file_source({tree.root() / "descriptors", "", std::move(reports)})->look();
  };
  const SeenDevice device = look({tree.root() / "report"}).devices.at(0);
  CHECK(device.port.empty());
  CHECK(device.vendor == 0x046d);
  CHECK(device.reports == std::vector<live::SeenReport>{{0, kReport}});
  const SeenDevice more = look({tree.root() / "report", tree.root() / "report"}).devices.at(0);
  REQUIRE(more.not_read.size() == 1);
  CHECK(more.not_read[0].find("there is no HID descriptor that it belongs to") !=
        std::string::npos);
  CHECK_THROWS_WITH(look({tree.root() / "no_report"}), Catch::Contains("no_report': No such file"));
}

TEST_CASE("ports are ports", "[sysfs]") {
  for (const char* const port : {"usb1", "1-1", "12-3.14", "1-1.2.3.4.5.6"}) {
    CHECK(live::is_port(port));
  }
  for (const char* const text : {"", "usb", "usb0", "1", "1-", "1-0", "0-1", "1-1.", "1.1", "1-1-1",
                                 "1-1:1.0", "usb1.2", "1-01", "99999999999-1", "-1"}) {
    CHECK_FALSE(live::is_port(text));
  }
}

TEST_CASE("rates that the driver for sound has found are seen", "[sysfs]") {
  const Tree tree;
  const fs::path device = "sys/1-3";
  const fs::path node = device / "1-3:1.0/sound/card12/controlC12";
  tree.write(device / "descriptors", text(kKeyboard));
  tree.write(device / "1-3:1.0/bInterfaceNumber", "00\n");
  tree.write(node / "uevent", "DEVNAME=snd/controlC12\n");
  tree.link(node / "subsystem", "../../../../../../class/sound");
  // As Linux writes it while something plays.
  tree.write("proc/asound/card12/stream0",
             R"(Maker Card at usb-0000:00:14.0-3, high speed : USB Audio

Playback:
  Status: Running
    Interface = 1
    Altset = 1
    Packet Size = 104
    Momentary freq = 48000 Hz (0x6.0000)
  Interface 1
    Altset 1
    Format: S16_LE
    Channels: 2
    Endpoint: 0x01 (1 OUT) (ASYNC)
    Rates: 44100, 48000
    Data packet interval: 125 us
    Bits: 16
  Interface 1
    Altset 2
    Format: S32_LE
    Channels: 2
    Endpoint: 0x01 (1 OUT) (ASYNC)
    Rates: 8000 - 192000 (continuous)

Capture:
  Status: Stop
  Interface 2
    Altset 1
    Rates: 48000
)");
  tree.write("proc/asound/card12/stream1",
             "  Interface 3\n    Altset 1\n    Rates: 48000, 0, x\n  Interface 999\n    Altset 1\n"
             "    Rates: 1\n  Interface 3\n    Rates: 2\n    Altset 2\n    Rates: 9 - 8\n");
  tree.write("proc/asound/card1/stream0", "  Interface 1\n    Altset 1\n    Rates: 96000\n");
  const std::vector<live::SeenRates> expected = {
      {1, 1, 44100, 44100}, {1, 1, 48000, 48000}, {1, 2, 8000, 192000},
      {2, 1, 48000, 48000}, {3, 1, 48000, 48000},
  };
  const Sighting sighting = live::sysfs_source(tree.root() / "sys")->look();
  REQUIRE(sighting.devices.size() == 1);
  CHECK(sighting.devices[0].rates == expected);
}

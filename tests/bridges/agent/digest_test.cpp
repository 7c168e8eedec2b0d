// SPDX-License-Identifier: Apache-2.0
// The digest of a device's description that stands beside its entry.
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "ddb/usb/derivation.hpp"
#include "ddb/usb/reading.hpp"
#include "ddb/usbip/stub.hpp"
#include "description_digest.hpp"
#include "nodes.hpp"
#include "redis_server.hpp"

namespace {

using namespace ddb;
namespace fs = std::filesystem;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<fs::path> recordings() {
  std::vector<fs::path> files;
  for (const auto& it : fs::recursive_directory_iterator(DDB_USB_CORPUS)) {
    if (it.path().filename() == "descriptors") files.push_back(it.path());
  }
  return files;
}

TEST_CASE("a digest is what sha256sum says of the description", "[digest]") {
  const std::string bytes = content(fs::path(DDB_USB_CORPUS) / "qemu/usb-audio/descriptors");
  REQUIRE_FALSE(bytes.empty());
  const std::vector<std::uint8_t> descriptors(bytes.begin(), bytes.end());
  const std::string text = usb::to_terms(usb::describe(usb::read({.descriptors = descriptors})));
  CHECK_THAT(text, Catch::Matchers::Contains("playback_1"));
  const nodes::Folder folder;
  const std::string file = (folder.path() / "description.pl").string();
  std::ofstream(file) << text;
  const std::string digest = agent::description_digest(bytes);
  CHECK(digest.size() == 64);
  CHECK(store::test::output_of({"sha256sum", file}) == digest + "  " + file);
}

TEST_CASE("devices that are described differently have different digests", "[digest]") {
  std::set<std::string> bytes;
  std::set<std::string> texts;
  std::set<std::string> digests;
  for (const fs::path& file : recordings()) {
    const std::string descriptors = content(file);
    bytes.insert(descriptors);
    const std::vector<std::uint8_t> input(descriptors.begin(), descriptors.end());
    texts.insert(usb::to_terms(usb::describe(usb::read({.descriptors = input}))));
    digests.insert(agent::description_digest(descriptors));
  }
  CHECK(bytes.size() > 10);
  CHECK(digests.size() == texts.size());
}

TEST_CASE("any bytes have a digest, none have none", "[digest]") {
  CHECK(agent::description_digest("").empty());
  CHECK(agent::description_digest(std::string(65536, '\xff')).size() == 64);
  CHECK(agent::description_digest("\x12").size() == 64);
}

TEST_CASE("descriptors are read to their last byte", "[digest]") {
  const nodes::Folder folder;
  fs::create_directories(folder.path() / "bus/usb/devices/1-3");
  const std::string bytes{"\x12\x01\0 \n \n", 7};
  std::ofstream(folder.path() / "bus/usb/devices/1-3/descriptors", std::ios::binary) << bytes;
  usbip::SystemFiles files(folder.path().string());
  CHECK(usbip::Stub(files).descriptors(*usbip::BusId::parse("1-3")) == bytes);
  CHECK(usbip::Stub(files).descriptors(*usbip::BusId::parse("1-4")).empty());
}

TEST_CASE("the digest stands beside the entry, of each device that is plugged in", "[digest]") {
  const nodes::Folder folder;
  const std::string url = "sqlite:" + (folder.path() / "bus.db").string();
  const auto store = store::open(url);
  nodes::Node::Options options;
  options.address = "127.0.0.3";
  options.store_url = url;
  options.run = folder.path();
  options.port = nodes::free_port();
  nodes::Node provider(options);
  const store::Key key("dbus1", "127.0.0.2", "usbip", options.address, "1-3");
  REQUIRE(store->add(key).is_done);
  provider.start();
  for (const char* const name : {"usb-kbd", "usb-audio"}) {
    const std::string bytes = content(fs::path(DDB_USB_CORPUS) / "qemu" / name / "descriptors");
    provider.kernel.unplug("1-3");
    provider.kernel.plug("1-3", {.descriptors = bytes});
    const std::string digest = agent::description_digest(bytes);
    CHECK(nodes::until([&] {
      const auto entry = store->get(key);
      return entry->status == store::Status::Exported && entry->device &&
             entry->device->digest == digest;
    }));
  }
}

}  // namespace

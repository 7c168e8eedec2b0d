// SPDX-License-Identifier: Apache-2.0
#include "ddb/usbip/wire.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "samples.hpp"

namespace {

using namespace ddb::usbip;
using namespace ddb::usbip::wire;

using Message = std::vector<std::uint8_t>;

template <class Array>
Message message_of(const Array& bytes) {
  return Message(bytes.begin(), bytes.end());
}

// The bytes that the kernel's usbip_protocol.rst gives, field by field.
Message golden_device(bool with_interfaces) {
  Message bytes;
  const auto text = [&](const std::string& text, std::size_t size) {
    bytes.insert(bytes.end(), text.begin(), text.end());
    bytes.insert(bytes.end(), size - text.size(), 0);
  };
  text("/sys/devices/pci0000:00/0000:00:01.0/usb1/1-3", 256);
  text("1-3", 32);
  const Message rest = {
      0,    0,    0, 1,  // busnum
      0,    0,    0, 5,  // devnum
      0,    0,    0, 3,  // speed: high
      0x46, 0xf4,        // idVendor
      0x00, 0x01,        // idProduct
      0x02, 0x03,        // bcdDevice
      0,    0,    0,     // bDeviceClass, SubClass, Protocol
      1,    1,    1,     // bConfigurationValue, bNumConfigurations, bNumInterfaces
  };
  bytes.insert(bytes.end(), rest.begin(), rest.end());
  if (with_interfaces) bytes.insert(bytes.end(), {8, 6, 0x50, 0});
  return bytes;
}

Message golden_list() {
  Message bytes = {1, 0x11, 0, 5, 0, 0, 0, 0, 0, 0, 0, 1};
  const Message device = golden_device(true);
  bytes.insert(bytes.end(), device.begin(), device.end());
  return bytes;
}

Message golden_import() {
  Message bytes = {1, 0x11, 0, 3, 0, 0, 0, 0};
  const Message device = golden_device(false);
  bytes.insert(bytes.end(), device.begin(), device.end());
  return bytes;
}

Message golden_import_request() {
  Message bytes = {1, 0x11, 0x80, 3, 0, 0, 0, 0, '1', '-', '3'};
  bytes.resize(kImportRequestSize);
  return bytes;
}

// What holds for every whole message: one byte less or more is none, and a reader that asks how
// much it needs gets exactly the message.
template <class Decode, class Ask>
void check_sizes(const Message& message, Decode decode, Ask needed) {
  REQUIRE(decode(message));
  for (std::size_t size = 0; size < message.size(); ++size) {
    const Bytes part(message.data(), size);
    const auto decoded = decode(part);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().offset == size);
    const Needed more = needed(part);
    REQUIRE(more);
    CHECK(*more > size);
    CHECK(*more <= message.size());
  }
  Message longer = message;
  longer.push_back(0);
  const auto decoded = decode(longer);
  REQUIRE_FALSE(decoded);
  CHECK(decoded.error().offset == message.size());
  CHECK(*needed(longer) == message.size());
}

TEST_CASE("messages have the bytes of the kernel's documentation", "[wire]") {
  CHECK(message_of(encode(ListRequest{})) == Message{1, 0x11, 0x80, 5, 0, 0, 0, 0});
  CHECK(message_of(encode(ImportRequest{*BusId::parse("1-3")})) == golden_import_request());
  CHECK(encode(ListReply{Status::Ok, {samples::disk()}}) == golden_list());
  CHECK(encode(ImportReply{Status::Ok, samples::imported_disk()}) == golden_import());
  CHECK(encode(ImportReply{Status::Busy, {}}) == Message{1, 0x11, 0, 3, 0, 0, 0, 2});
  CHECK(encode(ListReply{Status::Error, {}}) == Message{1, 0x11, 0, 5, 0, 0, 0, 5});
  CHECK(encode(ListReply{}) == Message{1, 0x11, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0});
}

TEST_CASE("messages are read as they were written", "[wire]") {
  CHECK(*decode_request(encode(ListRequest{})) == Request(ListRequest{}));
  CHECK(*decode_request(golden_import_request()) == Request(ImportRequest{*BusId::parse("1-3")}));
  CHECK(*decode_import_reply(golden_import()) == ImportReply{Status::Ok, samples::imported_disk()});
  CHECK(samples::disk().devid() == 0x10005);

  Device keyboard = samples::disk("2-1.4.2");
  keyboard.bNumInterfaces = 3;
  keyboard.interfaces = {{3, 1, 1}, {3, 0, 0}, {1, 1, 0}};
  keyboard.speed = Speed::Low;
  Device bare = samples::disk("2-1");
  bare.bNumInterfaces = 0;
  bare.interfaces.clear();
  bare.speed = Speed::SuperPlus;
  for (const ListReply& reply :
       {ListReply{}, ListReply{Status::Ok, {samples::disk()}}, ListReply{Status::NotAvailable, {}},
        ListReply{Status::Ok, {keyboard, bare, samples::disk()}}}) {
    const Message message = encode(reply);
    CHECK(*decode_list_reply(message) == reply);
  }
}

TEST_CASE("a byte less or more is an error, and nobody reads beyond the end", "[wire]") {
  check_sizes(message_of(encode(ListRequest{})), decode_request, needed_for_request);
  check_sizes(golden_import_request(), decode_request, needed_for_request);
  check_sizes(golden_import(), decode_import_reply, needed_for_import_reply);
  check_sizes(encode(ImportReply{Status::NoDevice, {}}), decode_import_reply,
              needed_for_import_reply);
  check_sizes(golden_list(), decode_list_reply, needed_for_list_reply);
  check_sizes(encode(ListReply{}), decode_list_reply, needed_for_list_reply);
  Device many = samples::disk();
  many.bNumInterfaces = 255;
  many.interfaces.resize(255);
  check_sizes(encode(ListReply{Status::Ok, {many, samples::disk(), many}}), decode_list_reply,
              needed_for_list_reply);
}

template <class Decoded>
void check_error(const Decoded& decoded, std::size_t offset, const std::string& words) {
  REQUIRE_FALSE(decoded);
  CHECK(decoded.error().offset == offset);
  CHECK_THAT(decoded.error().reason, Catch::Matchers::Contains(words));
}

TEST_CASE("what is wrong is told with its place", "[wire]") {
  Message message = golden_import_request();
  SECTION("version") {
    message[1] = 0x06;
    check_error(decode_request(message), 0, "version is 0x0106 instead of 0x0111");
    CHECK(decode_request(message).error().kind == WireError::Kind::OtherVersion);
  }
  SECTION("code of a reply") {
    message[2] = 0;
    check_error(decode_request(message), 2, "code 0x0003 was not expected");
  }
  SECTION("status of a request") {
    message[7] = 1;
    check_error(decode_request(message), 4, "a request has no status");
  }
  SECTION("bus id without an end") {
    std::fill(message.begin() + kHeaderSize, message.end(), '1');
    check_error(decode_request(message), kHeaderSize, "the bus id has no end");
  }
  SECTION("bus id that is none") {
    for (const std::string bad : {"", "1", "1-", "-3", "1-3.", "1-03", "0-1", "1-256", "1-3/..",
                                  "../1-3", "1-3:1.0", "usb1", "1-3 "}) {
      std::fill(message.begin() + kHeaderSize, message.end(), 0);
      std::copy(bad.begin(), bad.end(), message.begin() + kHeaderSize);
      check_error(decode_request(message), kHeaderSize, "'" + bad + "' is no bus id");
    }
  }
  SECTION("characters that a terminal would obey") {
    message[10] = 0x1b;
    check_error(decode_request(message), 10, "no printable character");
  }
  SECTION("what stands behind the end of a text says nothing") {
    message.back() = 'x';
    CHECK(decode_request(message));
  }
  SECTION("status of a reply that does not exist") {
    message = golden_import();
    message[7] = 6;
    check_error(decode_import_reply(message), 4, "no status 6");
  }
  SECTION("speed that does not exist") {
    message = golden_import();
    message[kHeaderSize + 256 + 32 + 11] = 7;
    check_error(decode_import_reply(message), kHeaderSize + 256 + 32 + 8, "no speed 7");
  }
  SECTION("more devices than anybody has") {
    message = golden_list();
    message[8] = 0xff;
    check_error(decode_list_reply(message), 8, "claims 4278190081 devices");
    CHECK_FALSE(needed_for_list_reply(Bytes(message).first(12)));
  }
}

TEST_CASE("what does not fit is cut when it is written", "[wire]") {
  Device device = samples::imported_disk();
  device.path = std::string(300, 'p');
  device.busid = std::string(40, '1');
  const auto reply = decode_import_reply(encode(ImportReply{Status::Ok, device}));
  REQUIRE(reply);
  CHECK(reply->device->path == std::string(255, 'p'));
  CHECK(reply->device->busid == std::string(31, '1'));

  ListReply list;
  list.devices.resize(kMostDevices + 1, samples::disk());
  list.devices[0].interfaces.clear();
  const auto decoded = decode_list_reply(encode(list));
  REQUIRE(decoded);
  CHECK(decoded->devices.size() == kMostDevices);
  CHECK(decoded->devices[0].interfaces == std::vector<Interface>{{0, 0, 0}});
}

TEST_CASE("bus ids are what Linux names ports, and nothing else", "[wire]") {
  for (const char* const good : {"1-1", "1-3.2", "255-255.255", "12-1.4.2.3.1"}) {
    const auto busid = BusId::parse(good);
    REQUIRE(busid);
    CHECK(busid->text() == good);
  }
  CHECK(BusId::parse("1-1.1.1.1.1.1.1.1.1.1.1.1.1.1.1"));
  CHECK_FALSE(BusId::parse("1-1.1.1.1.1.1.1.1.1.1.1.1.1.1.11"));
  CHECK_FALSE(BusId::parse(std::string_view("1-3\0", 4)));
  CHECK(*BusId::parse("1-1") < *BusId::parse("1-2"));
}

TEST_CASE("speeds are known by what sysfs writes", "[wire]") {
  CHECK(speed_of("1.5") == Speed::Low);
  CHECK(speed_of("480") == Speed::High);
  CHECK(speed_of("5000") == Speed::Super);
  CHECK(speed_of("20000") == Speed::SuperPlus);
  CHECK(speed_of("") == Speed::Unknown);
}

}  // namespace

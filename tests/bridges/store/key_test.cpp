// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "ddb/store/error.hpp"
#include "ddb/store/key.hpp"

using ddb::store::Error;
using ddb::store::ErrorCode;
using ddb::store::Key;

namespace {

bool is_refused(const std::string& key) {
  try {
    Key::parse(key);
    return false;
  } catch (const Error& error) {
    return error.code() == ErrorCode::Invalid;
  }
}

}  // namespace

TEST_CASE("the thesis's key is read and written", "[key]") {
  const std::string text = "dbus1:128.194.131.52:usbip:128.194.131.66:1-3";
  const Key key = Key::parse(text);
  CHECK(key.bus() == "dbus1");
  CHECK(key.master() == "128.194.131.52");
  CHECK(key.protocol() == "usbip");
  CHECK(key.provider() == "128.194.131.66");
  CHECK(key.port() == "1-3");
  CHECK(key.text() == text);
}

TEST_CASE("IPv6 addresses keep their colons to themselves", "[key]") {
  const Key key = Key::parse("b_1-x:[fe80::1]:usbip:[2001:db8::7]:2-1.4.3");
  CHECK(key.master() == "[fe80::1]");
  CHECK(key.provider() == "[2001:db8::7]");
  CHECK(key.port() == "2-1.4.3");
  CHECK(key.text() == "b_1-x:[fe80::1]:usbip:[2001:db8::7]:2-1.4.3");
}

TEST_CASE("a node has one spelling", "[key]") {
  using ddb::store::node_name;
  CHECK(node_name("FE80:0:0:0:0:0:0:1") == "[fe80::1]");
  CHECK(node_name("[FE80::0001]") == "[fe80::1]");
  CHECK(node_name("::ffff:10.0.0.1") == "[::ffff:10.0.0.1]");
  CHECK(node_name("Lab-PC.Example") == "lab-pc.example");
  CHECK(node_name("10.0.0.1") == "10.0.0.1");
  CHECK(node_name("localhost") == "localhost");
  CHECK(node_name("7-seas") == "7-seas");
}

TEST_CASE("what is no node is refused", "[key]") {
  const std::vector<std::string> nodes = {"",
                                          "300.1.1.1",
                                          "1.2.3",
                                          "01.2.3.4",
                                          "10.0.0.1 ",
                                          "a b",
                                          "a..b",
                                          ".a",
                                          "a.",
                                          "-a",
                                          "a-",
                                          "a_b",
                                          "fe80::1%eth0",
                                          "[10.0.0.1]",
                                          "[lab]",
                                          "[fe80::1",
                                          "fe80::1]",
                                          "[]",
                                          "a/b",
                                          "b\xC3\xBC",
                                          std::string("a\0b", 3),
                                          std::string(64, 'a'),
                                          std::string("::1\0", 4)};
  for (const std::string& node : nodes) {
    CAPTURE(node);
    CHECK_THROWS_AS(ddb::store::node_name(node), Error);
  }
  std::string longest = std::string(63, 'a');
  longest = longest + "." + longest + "." + longest + "." + std::string(61, 'a');
  CHECK(ddb::store::node_name(longest).size() == 253);
  CHECK_THROWS_AS(ddb::store::node_name(longest + "a"), Error);
}

TEST_CASE("names of buses", "[key]") {
  using ddb::store::bus_name;
  CHECK(bus_name("A-Z_09") == "A-Z_09");
  CHECK(bus_name(std::string(64, 'x')).size() == 64);
  for (const std::string& bus : std::vector<std::string>{"", "a:b", "a b", "a.b", "a/b", "a*",
                                                         "\xC3\xA4", std::string(65, 'x'), "a\n"}) {
    CAPTURE(bus);
    CHECK_THROWS_AS(bus_name(bus), Error);
  }
}

TEST_CASE("names of ports", "[key]") {
  using ddb::store::port_name;
  for (const std::string& port :
       std::vector<std::string>{"1-3", "1-3.2", "10-12.1.1.1.1", "255-255"}) {
    CAPTURE(port);
    CHECK(port_name(port) == port);
  }
  for (const std::string& port :
       std::vector<std::string>{"",         "1",      "1-",
                                "-1",       "1-3.",   "1-.3",
                                "1-3.2.",   "a-1",    "1-3 ",
                                "1-03",     "01-3",   "1-0",
                                "0-1",      "256-1",  "1-256",
                                "1-3.1000", "usb1",   "1-3:1.0",
                                "1--3",     "1-3..2", "255-255.255.255.255.255.255.255.255"}) {
    CAPTURE(port);
    CHECK_THROWS_AS(port_name(port), Error);
  }
}

TEST_CASE("names of protocols", "[key]") {
  CHECK(ddb::store::protocol_name("usbip") == "usbip");
  CHECK(ddb::store::protocol_name("can-2") == "can-2");
  for (const std::string& name :
       std::vector<std::string>{"", "USBIP", "2can", "us ip", "a:b", "abcdefghijklmnopq"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(ddb::store::protocol_name(name), Error);
  }
}

TEST_CASE("what is no key is refused", "[key]") {
  for (const std::string& key : std::vector<std::string>{
           "", ":", "::::", "dbus1", "dbus1:10.0.0.1:usbip:10.0.0.2",
           "dbus1:10.0.0.1:usbip:10.0.0.2:", "dbus1:10.0.0.1:usbip:10.0.0.2:1-3:",
           "dbus1:10.0.0.1:usbip:10.0.0.2:1-3:1", "dbus1:fe80::1:usbip:10.0.0.2:1-3",
           "dbus1:[fe80::1:usbip:10.0.0.2:1-3", "dbus1:[fe80::1]x:usbip:10.0.0.2:1-3",
           ":10.0.0.1:usbip:10.0.0.2:1-3"}) {
    CAPTURE(key);
    CHECK(is_refused(key));
  }
}

TEST_CASE("messages show what was typed, and no more", "[key]") {
  try {
    ddb::store::bus_name("evil\x1b[2J" + std::string(500, 'x'));
    FAIL("it was taken");
  } catch (const Error& error) {
    const std::string text = error.what();
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("'evil?[2Jxx") == 0);
    CHECK(text.size() < 250);
  }
}

TEST_CASE("any bytes are a key that is written as it was read, or refused", "[key]") {
  const auto seed = std::random_device()();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::string alphabet = "a1:[]-.%_fF0 \xff";
  alphabet += '\0';
  const std::string good = "dbus1:[fe80::1]:usbip:lab.pc:1-3.2";
  int taken = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text = good;
    for (unsigned changes = random() % 4; changes > 0; --changes) {
      const std::size_t at = random() % text.size();
      switch (random() % 3) {
        case 0:
          text[at] = alphabet[random() % alphabet.size()];
          break;
        case 1:
          text.insert(at, 1, alphabet[random() % alphabet.size()]);
          break;
        default:
          text.erase(at, 1);
      }
    }
    if (is_refused(text)) continue;
    ++taken;
    const Key key = Key::parse(text);
    CHECK(Key::parse(key.text()) == key);
  }
  CHECK(taken > 1000);
}

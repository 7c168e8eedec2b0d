// SPDX-License-Identifier: Apache-2.0
// Bytes that are made to take as much memory as they can.
#include <algorithm>
#include <catch2/catch.hpp>
#include <iostream>
#include <string>

#include "allocations.hpp"
#include "extents.hpp"
#include "hand_made.hpp"
#include "invariants.hpp"

using namespace ddb::usb;
using namespace hand_made;

namespace {

// As large as a configuration can be.
constexpr std::size_t kLarge = 65000;

Bytes repeated(const Bytes& part, std::size_t size = kLarge) {
  Bytes bytes;
  bytes.reserve(size);
  while (bytes.size() + part.size() <= size) bytes.insert(bytes.end(), part.begin(), part.end());
  return bytes;
}

// The same, with the number of the interface or the entity going round.
Bytes numbered(Bytes part, std::size_t at, std::size_t size = kLarge) {
  Bytes bytes;
  bytes.reserve(size);
  while (bytes.size() + part.size() <= size) {
    bytes.insert(bytes.end(), part.begin(), part.end());
    ++part[at];
  }
  return bytes;
}

void check_bound(const std::string& what, const Bytes& bytes) {
  const allocations::Peak peak;
  const Reading reading = read(bytes);
  const std::size_t most = peak.bytes();
  std::cout << what << ": " << bytes.size() << " bytes take " << most << ", " << most / bytes.size()
            << " times as much\n";
  INFO(what);
  CHECK(most <= invariants::most_memory(bytes.size()));
  CHECK(extents::tile(extents::of(reading.device), bytes.size()));
}

}  // namespace

TEST_CASE("descriptors take a small multiple of their bytes", "[bounds]") {
  check_bound("unknown descriptors", device({interface(0, 0, 0), repeated({2, 0xee})}));
  check_bound("stray descriptors", repeated({2, 0xee}));
  check_bound("configurations", repeated({9, 2, 9, 0, 0, 1, 0, 0, 0}));
  check_bound("associations", device({repeated({8, 0x0b, 0, 1, 0, 0, 0, 0})}));
  for (const unsigned class_id : {0x00U, 0x01U, 0x02U, 0x03U, 0x0eU, 0xffU}) {
    const std::string of_class = " of class " + std::to_string(class_id);
    check_bound("settings" + of_class, device({repeated(interface(class_id, 1, 0))}));
    check_bound("interfaces" + of_class, device({numbered(interface(class_id, 2, 0), 2)}));
  }
  check_bound("endpoints", device({interface(0xff, 0, 0), repeated(endpoint(0x81))}));
  check_bound("jacks", device({interface(1, 3, 0), numbered({6, 0x24, 2, 1, 0, 0}, 4)}));
  check_bound("endpoints of jacks",
              device({interface(1, 3, 0), repeated(joined({endpoint(1), {5, 0x25, 1, 1, 0}}))}));
  for (const unsigned protocol : {0x00U, 0x20U, 0x30U}) {
    for (std::uint8_t subtype = 1; subtype < 0x11; ++subtype) {
      for (const std::uint8_t length : {5, 6, 7, 8, 9, 10, 11, 12, 14, 17, 20}) {
        Bytes unit(length);
        unit[0] = length;
        unit[1] = 0x24;
        unit[2] = subtype;
        check_bound("audio " + std::to_string(protocol) + ", subtype " + std::to_string(subtype) +
                        " of " + std::to_string(length),
                    device({interface(1, 1, protocol), numbered(unit, 3)}));
        check_bound("audio stream " + std::to_string(protocol) + ", subtype " +
                        std::to_string(subtype) + " of " + std::to_string(length),
                    device({repeated(joined({interface(1, 2, protocol), unit}))}));
      }
    }
  }
  for (std::uint8_t subtype = 0; subtype < 0x20; ++subtype) {
    for (const std::uint8_t length : {3, 4, 5, 6, 7, 8, 9, 11, 12, 15, 22, 26, 27, 28, 38, 52}) {
      Bytes part(length);
      part[0] = length;
      part[1] = 0x24;
      part[2] = subtype;
      const std::string name =
          ", subtype " + std::to_string(subtype) + " of " + std::to_string(length);
      check_bound("communications" + name, device({interface(2, 2, 1), repeated(part)}));
      check_bound("video control" + name, device({interface(0x0e, 1, 0), repeated(part)}));
      check_bound("video stream" + name, device({interface(0x0e, 2, 0), repeated(part)}));
      check_bound(
          "video frames" + name,
          device({interface(0x0e, 2, 0), {11, 0x24, 6, 1, 1, 0, 0, 0, 0, 0, 0}, repeated(part)}));
    }
  }
}

TEST_CASE("report descriptors take a small multiple of their bytes", "[bounds]") {
  const auto check_report = [](const std::string& what, const Bytes& bytes) {
    const allocations::Peak peak;
    const hid::ReportReading reading = hid::read_report_descriptor(bytes);
    const std::size_t most = peak.bytes();
    std::cout << what << ": " << bytes.size() << " bytes take " << most << ", "
              << most / bytes.size() << " times as much\n";
    INFO(what);
    CHECK(most <= invariants::most_memory(bytes.size()));
  };
  check_report("fields", repeated({0x80}));
  check_report("fields of a collection", joined({{0xa1, 0x01}, repeated({0x81, 0x02})}));
  check_report("collections", repeated({0xa0, 0xc0}));
  check_report("usages", repeated({0x08}));
  check_report("strings", repeated({0x78}));
  check_report("report ids", numbered({0x85, 1, 0x80}, 1));
  check_report("pushes", repeated({0xa4}));
  check_report("unknown items", repeated({0xd0}));
  check_report("reserved items", repeated({0x0c}));
  check_report("long items", repeated({0xfe, 0, 0}));
  check_report("ranges backwards", repeated({0x19, 2, 0x29, 1}));
}

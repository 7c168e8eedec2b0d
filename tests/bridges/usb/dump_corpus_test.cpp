// SPDX-License-Identifier: Apache-2.0
// Dumps of recorded devices.
#include <catch2/catch.hpp>
#include <iostream>
#include <set>
#include <tuple>

#include "corpus.hpp"
#include "dump_images.hpp"
#include "hand_made.hpp"

using namespace ddb::usb;
using corpus::Bytes;

namespace {

// What tells one kind of descriptor from another: class, subclass and protocol of the interface;
// length, type and subtype.
using Shape = std::tuple<int, int, int, int, int, int>;

constexpr std::size_t kInterface = 0x04;

// An interface and all that follows it up to the next, as a device of its own, and where in it the
// descriptors stand that are of a shape not met before.
struct Part {
  Bytes bytes;
  std::vector<std::size_t> news;
};

std::vector<Bytes> frames_of(const Bytes& bytes) {
  std::vector<Bytes> frames;
  for (std::size_t at = 0; at + 2 <= bytes.size(); at += bytes[at]) {
    const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(at);
    frames.emplace_back(begin, begin + bytes[at]);
  }
  return frames;
}

std::vector<Part> parts_of(const Bytes& bytes, std::set<Shape>& met) {
  std::vector<Part> parts;
  std::size_t interface = 0;
  const std::vector<Bytes> frames = frames_of(bytes);
  for (std::size_t index = 0; index < frames.size(); ++index) {
    const Bytes& frame = frames[index];
    if (frame[1] == kInterface) {
      interface = index;
      parts.push_back({hand_made::device({}), {}});
    }
    if (parts.empty()) continue;
    Part& part = parts.back();
    const Bytes& of = frames[interface];
    const Shape shape{of[5], of[6], of[7], frame[0], frame[1], frame.size() > 2 ? frame[2] : 0};
    const bool whole = frame[1] != kInterface || met.count(shape) == 0;
    if (whole && met.insert(shape).second) {
      for (std::size_t at = 2; at < frame.size(); ++at) {
        part.news.push_back(part.bytes.size() + at);
      }
    }
    part.bytes.insert(part.bytes.end(), frame.begin(), frame.end());
  }
  for (Part& part : parts) {
    const std::size_t total = part.bytes.size() - 18;
    part.bytes[18 + 2] = static_cast<std::uint8_t>(total & 0xffU);
    part.bytes[18 + 3] = static_cast<std::uint8_t>(total >> 8U);
  }
  return parts;
}

// The byte after bPipeID, UASP 5.3.3.5, is reserved.
bool is_reserved(const Bytes& bytes, std::size_t at) {
  constexpr std::size_t pipe_usage = 0x24;
  constexpr std::uint8_t storage = 0x08;
  return bytes[18 + 9 + 5] == storage && at >= 3 && bytes[at - 3] == 4 &&
         bytes[at - 2] == pipe_usage;
}

Reading read_report(const Bytes& bytes) {
  corpus::Entry entry;
  entry.reports = {bytes};
  return corpus::read(entry);
}

}  // namespace

TEST_CASE("a change of any byte shows in the dump of the device", "[dump]") {
  std::set<Shape> met;
  std::size_t changes = 0;
  for (const corpus::Entry& entry : corpus::entries()) {
    if (entry.malformed) continue;
    INFO(entry.name);
    for (const Part& part : parts_of(entry.descriptors, met)) {
      if (part.news.empty()) continue;
      changes += part.news.size();
      const std::string lost = dump_images::loss(
          part.bytes, part.news,
          [](const Bytes& bytes) { return ddb::usb::read({.descriptors = bytes}); },
          [&](std::size_t at) { return is_reserved(part.bytes, at); });
      INFO(lost);
      CHECK(lost.empty());
    }
  }
  std::cout << met.size() << " kinds of descriptors, " << changes << " changes\n";
}

TEST_CASE("what an item of a report descriptor changes shows in the dump", "[dump]") {
  for (const corpus::Entry& entry : corpus::entries()) {
    if (entry.malformed) continue;
    INFO(entry.name);
    for (const Bytes& report : entry.reports) {
      // Each kind of item once.
      std::vector<std::size_t> places;
      std::set<std::uint8_t> met;
      for (std::size_t at = 0; at < report.size();
           at += 1 + (report[at] % 4 == 3 ? 4 : report[at] % 4)) {
        if (!met.insert(report[at]).second) continue;
        places.push_back(at);
        if (report[at] % 4 > 0 && at + 1 < report.size()) places.push_back(at + 1);
      }
      const std::string lost =
          dump_images::loss(report, places, read_report, [](std::size_t) { return true; });
      INFO(lost);
      CHECK(lost.empty());
    }
  }
}

TEST_CASE("every complaint is told in the dump", "[dump]") {
  for (const corpus::Entry& entry : corpus::entries()) {
    INFO(entry.name);
    const Reading reading = corpus::read(entry);
    const std::string text = dump_text(reading);
    for (const Complaint& complaint : reading.complaints) {
      CHECK(text.find(": " + complaint.sentence + '\n') != std::string::npos);
    }
  }
}

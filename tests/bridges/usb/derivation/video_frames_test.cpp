// SPDX-License-Identifier: Apache-2.0
// Formats, frame sizes and frame rates of every recorded camera, against a second reader of the
// bytes.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <cmath>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "corpus.hpp"
#include "described.hpp"

using namespace ddb::usb;
using described::at;
using described::find_leaf;

namespace {

// "yuy2 640x480 33333 66667", with the intervals in microseconds.
using Frames = std::set<std::string>;

std::string frame_text(const std::string& format, std::uint64_t width, std::uint64_t height,
                       const std::set<std::int64_t>& intervals) {
  std::ostringstream text;
  text << format << ' ' << width << 'x' << height;
  for (const std::int64_t it : intervals) text << ' ' << it;
  return text.str();
}

// What USB Video Class 1.1 and its payload documents say of the descriptors of a streaming
// interface.
class SecondReader {
 public:
  static Frames read(const corpus::Bytes& bytes) {
    SecondReader reader;
    for (std::size_t at = 0; at + 2 < bytes.size() && bytes[at] >= 2; at += bytes[at]) {
      if (at + bytes[at] > bytes.size()) break;
      reader.descriptor(corpus::Bytes(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                                      bytes.begin() + static_cast<std::ptrdiff_t>(at + bytes[at])));
    }
    return reader.frames_;
  }

 private:
  void descriptor(const corpus::Bytes& it) {
    if (it[1] == 4) streams_ = it[5] == 0x0e && it[6] == 2;
    if (it[1] != 0x24 || !streams_) return;
    if (it[2] == 0x04 || it[2] == 0x10) format_ = four_characters(it);
    if (it[2] == 0x06) format_ = "mjpg";
    if (it[2] == 0x05 || it[2] == 0x07) frame(it, it[25]);
    if (it[2] == 0x11) frame(it, it[21]);
  }

  static std::string four_characters(const corpus::Bytes& it) {
    std::string text;
    for (std::size_t at = 5; at < 9; ++at) {
      text += static_cast<char>(std::tolower(static_cast<unsigned char>(it[at])));
    }
    return text;
  }

  static std::uint64_t number(const corpus::Bytes& it, std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    while (size-- > 0) value = value << 8U | it.at(at + size);
    return value;
  }

  void frame(const corpus::Bytes& it, std::size_t intervals) {
    std::set<std::int64_t> microseconds;
    // None: the shortest and the longest, and a step.
    for (std::size_t at = 0; at < (intervals == 0 ? 2 : intervals); ++at) {
      microseconds.insert(std::lround(static_cast<double>(number(it, 26 + 4 * at, 4)) / 10));
    }
    frames_.insert(frame_text(format_, number(it, 5, 2), number(it, 7, 2), microseconds));
  }

  bool streams_ = false;
  std::string format_;
  Frames frames_;
};

std::int64_t microseconds(const Exact& hertz) {
  return std::lround(1e6 * static_cast<double>(hertz.denominator) /
                     static_cast<double>(hertz.numerator));
}

std::uint64_t whole(const Leaf& leaf) {
  return static_cast<std::uint64_t>(std::get<Numbers>(leaf.value).numbers.front().numerator);
}

Frames frames_of(const Description& description) {
  Frames frames;
  for (const Group& group : description.groups) {
    for (const Branch& module : group.modules) {
      const Branch* const task = at(module, "task");
      if (task == nullptr) continue;
      for (const Branch& it : task->branches) {
        const Leaf* const format = find_leaf(it, "video_format");
        const Leaf* const width = find_leaf(it, "frame_width");
        if (format == nullptr || width == nullptr) continue;
        std::set<std::int64_t> intervals;
        const Leaf* const rates = find_leaf(it, "frame_rate");
        REQUIRE(rates != nullptr);
        if (const auto* const range = std::get_if<Range>(&rates->value)) {
          intervals = {microseconds(*range->least), microseconds(*range->greatest)};
        } else {
          for (const Exact& rate : std::get<Numbers>(rates->value).numbers) {
            intervals.insert(microseconds(rate));
          }
        }
        frames.insert(frame_text(std::string(std::get<Word>(format->value)), whole(*width),
                                 whole(*find_leaf(it, "frame_height")), intervals));
      }
    }
  }
  return frames;
}

}  // namespace

TEST_CASE("cameras have the frames that a second reader finds", "[video_frames]") {
  std::size_t cameras = 0;
  std::size_t frames = 0;
  const std::vector<corpus::Entry> entries = corpus::entries();
  for (const corpus::Entry& entry : entries) {
    if (entry.malformed) continue;
    const Frames expected = SecondReader::read(entry.descriptors);
    INFO(entry.name);
    CHECK(frames_of(describe(corpus::read(entry))) == expected);
    cameras += expected.empty() ? 0 : 1;
    frames += expected.size();
  }
  std::cout << cameras << " cameras, " << frames << " frames compared\n";
  CHECK((cameras > 0 || entries.empty()));
}

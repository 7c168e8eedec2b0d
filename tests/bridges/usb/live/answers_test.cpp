// SPDX-License-Identifier: Apache-2.0
// What is asked of a device that is opened, and what is made of the answers.
#include "ddb/usb/live/answers.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <tuple>

namespace {

using namespace ddb::usb;
using live::Answers;
using live::ControlAnswer;
using live::ControlRequest;
using Bytes = std::vector<std::uint8_t>;

// A device that answers what it was given answers for, and refuses the rest.
class PlayedPipe : public live::ControlPipe {
 public:
  using Key = std::tuple<std::uint8_t, std::uint8_t, std::uint16_t, std::uint16_t>;

  ControlAnswer read(const ControlRequest& request) override {
    ++asked;
    const auto found = answers.find({request.type, request.request, request.value, request.index});
    if (found == answers.end()) return {{}, "the device refuses to tell"};
    Bytes bytes = found->second;
    if (bytes.size() > request.length) bytes.resize(request.length);
    return {bytes, ""};
  }

  std::map<Key, Bytes> answers;
  int asked = 0;
};

// A sound card of audio 2: one clock (id 3), one feature unit (id 5) with volume of the master.
const Bytes kCard = {18,
                     1,
                     0,
                     2,
                     0xef,
                     2,
                     1,
                     64,
                     1,
                     0,
                     2,
                     0,
                     0,
                     1,
                     1,
                     2,
                     0,
                     1,  // device
                     9,
                     2,
                     9 + 9 + 9 + 8 + 17 + 14 + 12,
                     0,
                     1,
                     1,
                     0,
                     0x80,
                     50,  // configuration
                     9,
                     4,
                     0,
                     0,
                     0,
                     1,
                     1,
                     0x20,
                     4,  // audio control
                     9,
                     0x24,
                     1,
                     0,
                     2,
                     8,
                     9 + 8 + 17 + 14 + 12,
                     0,
                     0,  // its header
                     8,
                     0x24,
                     0x0a,
                     3,
                     1,
                     1,
                     0,
                     0,  // clock source
                     17,
                     0x24,
                     2,
                     1,
                     1,
                     1,
                     0,
                     3,
                     2,
                     3,
                     0,
                     0,
                     0,
                     0,
                     0,
                     0,
                     0,  // input terminal
                     14,
                     0x24,
                     6,
                     5,
                     1,
                     0x0f,
                     0,
                     0,
                     0,
                     0,
                     0,
                     0,
                     0,
                     0,  // feature unit
                     12,
                     0x24,
                     3,
                     2,
                     1,
                     3,
                     0,
                     5,
                     3,
                     0,
                     0,
                     0};  // output terminal

live::SeenDevice card() {
  live::SeenDevice device;
  device.port = "1-1";
  device.descriptors = kCard;
  device.configured = 1;
  device.manufacturer_name = "Maker";
  return device;
}

void fill(PlayedPipe& pipe) {
  pipe.answers[{0x80, 6, 0x0300, 0}] = {6, 3, 7, 4, 9, 4};
  pipe.answers[{0x80, 6, 0x0302, 0x0409}] = {8, 3, 'C', 0, 0xe9, 0, 'x', 0};
  pipe.answers[{0x80, 6, 0x0304, 0x0409}] = {6, 3, 0x3d, 0xd8, 0x00, 0xde};
  pipe.answers[{0xa1, 2, 0x0100, 0x0300}] = {2,    0,                                         // two
                                             0x44, 0xac, 0, 0, 0x44, 0xac, 0, 0, 0, 0, 0, 0,  //
                                             0x80, 0xbb, 0, 0, 0x00, 0xee, 2, 0, 1, 0, 0, 0};
  pipe.answers[{0xa1, 2, 0x0200, 0x0500}] = {1, 0, 0x00, 0x80, 0x00, 0x06, 0x80, 0x00};
}

}  // namespace

TEST_CASE("clock ranges, volumes and missing strings are asked for", "[answers]") {
  PlayedPipe pipe;
  fill(pipe);
  const live::SeenDevice device = card();
  const Reading reading = live::read(device);
  for (const Complaint& it : reading.complaints) UNSCOPED_INFO(it.sentence);
  CHECK_FALSE(reading.failed());
  const Answers answers = live::ask(pipe, device, reading);
  CHECK(answers.not_answered.empty());
  const std::map<StringIndex, std::string> strings = {{2, "C\u00e9x"}, {4, "\U0001f600"}};
  CHECK(answers.strings == strings);
  const AudioEntity clock{0, 3};
  REQUIRE(answers.clock_rates.count(clock) == 1);
  CHECK(answers.clock_rates.at(clock) ==
        std::vector<RateRange>{{44100, 44100, 0}, {48000, 192000, 1}});
  const AudioEntity volume{0, 5};
  REQUIRE(answers.volumes.count(volume) == 1);
  // From silence, which is no level, one step up.
  CHECK(answers.volumes.at(volume) == VolumeRange{-0x7f80, 0x0600, 0x80});

  const DescribeOptions options =
      live::describe_options(device, reading, live::UsbIds("/nowhere"), answers);
  CHECK(options.strings.at(1) == "Maker");
  CHECK(options.strings.at(2) == "C\u00e9x");
  CHECK(options.clock_rates == answers.clock_rates);
  CHECK(options.volumes == answers.volumes);
  CHECK(options.configuration == 1);
}

TEST_CASE("what is not answered is told, once for a reason", "[answers]") {
  PlayedPipe pipe;
  const live::SeenDevice device = card();
  const Answers answers = live::ask(pipe, device, live::read(device));
  CHECK(answers.clock_rates.empty());
  CHECK(answers.not_answered ==
        std::vector<std::string>{"languages of strings: the device refuses to tell",
                                 "rates of entity 3 of interface 0: the device refuses to tell"});
}

TEST_CASE("answers that cannot be are bounded", "[answers]") {
  PlayedPipe pipe;
  fill(pipe);
  pipe.answers[{0xa1, 2, 0x0100, 0x0300}] = {0xff, 0xff, 1, 2, 3};
  pipe.answers[{0xa1, 2, 0x0200, 0x0500}] = {2, 0, 5, 0, 1, 0, 1, 0};
  pipe.answers[{0x80, 6, 0x0302, 0x0409}] = {200, 3, 'C', 0, 'x'};
  const live::SeenDevice device = card();
  const Answers answers = live::ask(pipe, device, live::read(device));
  CHECK(answers.clock_rates.empty());
  CHECK(answers.volumes.empty());
  CHECK(answers.strings.at(2) == "C");
  CHECK(pipe.asked < 20);
}

TEST_CASE("the public list knows names", "[answers]") {
  const live::UsbIds none("/nowhere");
  CHECK(none.vendor(0x046d).empty());
  const live::UsbIds ids;
  if (ids.vendor(0x1d6b).empty()) {
    WARN("usb.ids is not there (Debian: hwdata)");
    return;
  }
  CHECK(ids.vendor(0x1d6b) == "Linux Foundation");
  CHECK(ids.product(0x1d6b, 0x0002) == "2.0 root hub");
  CHECK(ids.product(0x1d6b, 0xeeee).empty());
  CHECK(ids.vendor(0x0000).empty());
}

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_LIVE_ANSWERS_HPP
#define DDB_USB_LIVE_ANSWERS_HPP

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ddb/usb/derivation.hpp"
#include "ddb/usb/live/device.hpp"
#include "ddb/usb/live/usb_ids.hpp"

/// What only a device itself can tell, when it is opened and asked.
namespace ddb::usb::live {

/// What a device answered. The maps are those of DescribeOptions.
struct Answers {
  std::map<StringIndex, std::string> strings;                 ///< UTF-8, none of them empty
  std::map<AudioEntity, std::vector<RateRange>> clock_rates;  ///< audio class 2 and 3
  std::map<AudioEntity, VolumeRange> volumes;                 ///< audio class 1 and 2
  std::map<ClusterId, std::uint8_t> clusters;                 ///< audio class 3
  std::map<std::uint8_t, midi::GroupTerminalBlocks> group_terminal_blocks;  ///< MIDI 2.0
  std::optional<hub::Function> hub;                                         ///< of a hub
  std::vector<SeenReport> reports;  ///< report descriptors that the kernel did not have

  /// What was asked for and not answered, and why: a sentence each, no more than one an interface
  /// and reason.
  std::vector<std::string> not_answered;
};

/// A control request that reads: USB 2.0 9.3.
struct ControlRequest {
  std::uint8_t type = 0;     ///< bmRequestType; bit 7 is set
  std::uint8_t request = 0;  ///< bRequest
  std::uint16_t value = 0;   ///< wValue
  std::uint16_t index = 0;   ///< wIndex
  std::uint16_t length = 0;  ///< wLength: so many bytes at most

  friend bool operator==(const ControlRequest&, const ControlRequest&) = default;
};

/// Bytes, or why there are none.
struct ControlAnswer {
  std::vector<std::uint8_t> bytes;  ///< at most as many as were asked for
  std::string failure;              ///< empty if it was answered
};

/// The control endpoint of a device.
class ControlPipe {
 public:
  ControlPipe() = default;
  ControlPipe(const ControlPipe&) = delete;
  ControlPipe& operator=(const ControlPipe&) = delete;
  virtual ~ControlPipe() = default;

  /// Asks, and waits for the answer for a bounded time.
  virtual ControlAnswer read(const ControlRequest& request) = 0;
};

/// Asks a device for what its descriptors name and do not say: strings, ranges of the clocks of
/// audio 2 and 3 and of volumes, clusters of audio 3, group terminal blocks, the hub descriptor,
/// and report descriptors. What it gives is bounded, whatever it answers.
/// @param pipe to the device
/// @param device as it was seen: what is known of it is not asked for again
/// @param reading its descriptors
Answers ask(ControlPipe& pipe, const SeenDevice& device, const Reading& reading);

/// Opens the device by libusb, asks, and closes it. Interfaces that have a driver keep it, and the
/// kernel lets nobody else ask them: that is told in Answers::not_answered, as is a device that
/// cannot or may not be opened, with its node and what to do.
/// @throws std::runtime_error: the device is not plugged in
Answers open_and_ask(const SeenDevice& device, const Reading& reading);

/// The texts of string descriptors: those that the kernel has, and those that the device gave.
std::map<StringIndex, std::string> strings_of(const SeenDevice& device, const Reading& reading,
                                              const Answers& answers = {});

/// All that is known of a device beside its descriptors, for describe().
DescribeOptions describe_options(const SeenDevice& device, const Reading& reading,
                                 const UsbIds& ids, const Answers& answers = {});

}  // namespace ddb::usb::live

#endif  // DDB_USB_LIVE_ANSWERS_HPP

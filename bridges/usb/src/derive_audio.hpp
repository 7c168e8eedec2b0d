// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_SRC_DERIVE_AUDIO_HPP
#define DDB_USB_SRC_DERIVE_AUDIO_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audio_graph.hpp"
#include "derive.hpp"

/// The parts of the derivation of audio.
namespace ddb::usb::audio {

/// What an alternate setting streams.
struct Format {
  Word data_format = "pcm_audio";      ///< of primitives/channel
  Word compression = "uncompressed";   ///< of primitives/channel
  std::uint8_t channels = 0;           ///< 0: not known
  std::uint8_t bits = 0;               ///< of a sample; 0: encoded
  std::uint8_t slot_bits = 0;          ///< that a sample takes on the link; 0: encoded
  std::vector<std::uint64_t> rates;    ///< in Hz; a live device is asked for those of audio 2, 3
  std::vector<RateRange> rate_ranges;  ///< continuous ones

  friend bool operator==(const Format&, const Format&) = default;
};

/// A streaming interface.
struct Stream {
  const Interface* interface = nullptr;
  std::uint8_t terminal = 0;               ///< id of the terminal that it is linked to; 0: none
  bool to_host = false;                    ///< which way the data goes
  std::vector<Format> formats;             ///< of its settings, each once
  std::vector<const Endpoint*> endpoints;  ///< for data, of its settings
};

/// What a streaming interface says by itself. The rates of audio 2 and 3 are those that a driver
/// found, if one did.
Stream stream_of(const Interface& interface, std::uint8_t control_interface,
                 const DescribeOptions& options);

/// Sets the rates of all formats that have none to those that a clock gave.
void set_rates(Stream& stream, const std::vector<RateRange>& ranges);

/// Whether there is a format of audio 2 or 3 whose rates no clock has given.
bool lacks_rates(const Stream& stream);

/// The link that the stream takes.
Branch stream_link(const Derivation& derivation, std::string id, const Stream& stream);

/// What the converter of a stream does: a `function` a format.
std::vector<Branch> stream_functions(Derivation& derivation, const std::string& unit,
                                     const Stream& stream, Word direction);

/// Elements of a unit or terminal, in the way of the signal.
struct Elements {
  std::vector<Branch> modules;  ///< never empty
  const std::string& first() const noexcept { return modules.front().id; }
  const std::string& last() const noexcept { return modules.back().id; }
};

/// Where the entities of a function stand.
struct Place {
  std::uint8_t control_interface = 0;  ///< its bInterfaceNumber
  std::string prefix;                  ///< of ids: empty for the first audio function
};

/// The elements of an entity that is no streaming terminal. `playing` says that its signal comes
/// from the host.
Elements elements_of(Derivation& derivation, const Place& place, const Entity& entity,
                     bool playing);

}  // namespace ddb::usb::audio

#endif  // DDB_USB_SRC_DERIVE_AUDIO_HPP

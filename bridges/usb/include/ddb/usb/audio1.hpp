// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_AUDIO1_HPP
#define DDB_USB_AUDIO1_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "ddb/usb/graph.hpp"
#include "ddb/usb/place.hpp"

/// The audio class 1: Universal Serial Bus Device Class Definition for Audio Devices, release 1.0
/// (1998), here "UAC1"; its Audio Data Formats 1.0, here "formats"; and Terminal Types 1.0.
namespace ddb::usb::audio1 {

/// Class-specific AudioControl interface header: UAC1 4.3.2, table 4-2.
struct Header {
  Place place;                     ///< where it stands
  std::uint16_t release = 0;       ///< bcdADC: 0x0100
  std::uint16_t total_length = 0;  ///< wTotalLength: of this and all units and terminals, bytes
  std::vector<std::uint8_t> interfaces;  ///< baInterfaceNr: AudioStreaming and MIDIStreaming

  friend bool operator==(const Header&, const Header&) = default;
};

/// Input terminal: UAC1 4.3.2.1, table 4-3.
struct InputTerminal {
  Place place;                      ///< where it stands
  std::uint8_t id = 0;              ///< bTerminalID
  std::uint16_t terminal_type = 0;  ///< wTerminalType: see terminal_type_name
  std::uint8_t associated_terminal =
      0;                             ///< bAssocTerminal: the output terminal it belongs to; 0: none
  std::uint8_t channels = 0;         ///< bNrChannels of the cluster that it puts out
  std::uint16_t channel_config = 0;  ///< wChannelConfig: where the channels are, as bits
  StringIndex channel_names = 0;     ///< iChannelNames: of the first channel that has a name
  StringIndex name = 0;              ///< iTerminal

  friend bool operator==(const InputTerminal&, const InputTerminal&) = default;
};

/// Output terminal: UAC1 4.3.2.2, table 4-4.
struct OutputTerminal {
  Place place;                      ///< where it stands
  std::uint8_t id = 0;              ///< bTerminalID
  std::uint16_t terminal_type = 0;  ///< wTerminalType: see terminal_type_name
  std::uint8_t associated_terminal =
      0;                    ///< bAssocTerminal: the input terminal it belongs to; 0: none
  std::uint8_t source = 0;  ///< bSourceID: where its signal comes from
  StringIndex name = 0;     ///< iTerminal

  friend bool operator==(const OutputTerminal&, const OutputTerminal&) = default;
};

/// Mixer unit: UAC1 4.3.2.3, table 4-5.
struct MixerUnit {
  Place place;                        ///< where it stands
  std::uint8_t id = 0;                ///< bUnitID
  std::vector<std::uint8_t> sources;  ///< baSourceID, one an input pin
  std::uint8_t channels = 0;          ///< bNrChannels of the cluster that it puts out
  std::uint16_t channel_config = 0;   ///< wChannelConfig: where the channels are, as bits
  StringIndex channel_names = 0;      ///< iChannelNames
  std::vector<std::uint8_t>
      controls;          ///< bmControls: a bit an input and output channel, from the highest
  StringIndex name = 0;  ///< iMixer

  friend bool operator==(const MixerUnit&, const MixerUnit&) = default;
};

/// Selector unit: UAC1 4.3.2.4, table 4-6.
struct SelectorUnit {
  Place place;                        ///< where it stands
  std::uint8_t id = 0;                ///< bUnitID
  std::vector<std::uint8_t> sources;  ///< baSourceID, one an input pin
  StringIndex name = 0;               ///< iSelector

  friend bool operator==(const SelectorUnit&, const SelectorUnit&) = default;
};

/// What a feature unit controls: UAC1 4.3.2.5, table 4-7; the number is that of the bit.
enum class FeatureControl : std::uint8_t {
  Mute,
  Volume,
  Bass,
  Mid,
  Treble,
  GraphicEqualizer,
  AutomaticGain,
  Delay,
  BassBoost,
  Loudness,
};

/// "mute", "volume", "bass" and so on; "unknown" for a number that is none of them.
const char* feature_control_name(FeatureControl control) noexcept;

/// Feature unit: UAC1 4.3.2.5, table 4-7.
struct FeatureUnit {
  Place place;                         ///< where it stands
  std::uint8_t id = 0;                 ///< bUnitID
  std::uint8_t source = 0;             ///< bSourceID: where its signal comes from
  std::uint8_t control_size = 0;       ///< bControlSize: bytes of a channel in `controls`
  std::vector<std::uint8_t> controls;  ///< bmaControls: master first, then each logical channel
  StringIndex name = 0;                ///< iFeature

  /// Elements of bmaControls: the master and the logical channels.
  std::size_t control_sets() const noexcept;
  /// The bits of an element of bmaControls: 0 is the master, 1 the first channel. Bits that are not
  /// there are 0; bits above 31 are left out (the specification defines ten).
  std::uint32_t control_bits(std::size_t channel) const noexcept;
  /// Whether the channel has the control.
  bool has(FeatureControl control, std::size_t channel) const noexcept {
    return (control_bits(channel) >> static_cast<unsigned>(control) & 1U) != 0;
  }

  friend bool operator==(const FeatureUnit&, const FeatureUnit&) = default;
};

/// wProcessType: UAC1 A.7.
enum class ProcessType : std::uint16_t {
  Undefined = 0,
  UpDownMix = 1,
  DolbyProLogic = 2,
  StereoExtender = 3,
  Reverberation = 4,
  Chorus = 5,
  DynamicRangeCompressor = 6,
};

/// "up- or down-mix", "reverberation" and so on; "unknown" for a number that is none of them.
const char* process_type_name(ProcessType type) noexcept;

/// Processing unit: UAC1 4.3.2.6, tables 4-8 to 4-14.
struct ProcessingUnit {
  Place place;                         ///< where it stands
  std::uint8_t id = 0;                 ///< bUnitID
  ProcessType process_type{};          ///< wProcessType
  std::vector<std::uint8_t> sources;   ///< baSourceID, one an input pin
  std::uint8_t channels = 0;           ///< bNrChannels of the cluster that it puts out
  std::uint16_t channel_config = 0;    ///< wChannelConfig: where the channels are, as bits
  StringIndex channel_names = 0;       ///< iChannelNames
  std::vector<std::uint8_t> controls;  ///< bmControls: bit 0 is "enable", the others go by the type
  StringIndex name = 0;                ///< iProcessing
  std::vector<std::uint16_t> modes;    ///< waModes: of an up- or down-mix and of Dolby Pro Logic

  friend bool operator==(const ProcessingUnit&, const ProcessingUnit&) = default;
};

/// Extension unit: UAC1 4.3.2.7, table 4-15.
struct ExtensionUnit {
  Place place;                        ///< where it stands
  std::uint8_t id = 0;                ///< bUnitID
  std::uint16_t extension_code = 0;   ///< wExtensionCode: the vendor's own
  std::vector<std::uint8_t> sources;  ///< baSourceID, one an input pin
  std::uint8_t channels = 0;          ///< bNrChannels of the cluster that it puts out
  std::uint16_t channel_config = 0;   ///< wChannelConfig: where the channels are, as bits
  StringIndex channel_names = 0;      ///< iChannelNames
  std::vector<std::uint8_t>
      controls;          ///< bmControls: bit 0 is "enable", the others are the vendor's
  StringIndex name = 0;  ///< iExtension

  friend bool operator==(const ExtensionUnit&, const ExtensionUnit&) = default;
};

/// A terminal or a unit.
using Entity = std::variant<InputTerminal, OutputTerminal, MixerUnit, SelectorUnit, FeatureUnit,
                            ProcessingUnit, ExtensionUnit>;

/// The entity as a node of the signal graph. Its spans refer into the entity.
Node node_of(const Entity& entity) noexcept;

/// What an AudioControl interface holds.
struct Control {
  std::optional<Header> header;  ///< none if the device leaves it out
  std::vector<Entity> entities;  ///< in the order of the bytes

  friend bool operator==(const Control&, const Control&) = default;
};

/// Class-specific AudioStreaming interface descriptor: UAC1 4.5.2, table 4-19.
struct General {
  Place place;                     ///< where it stands
  std::uint8_t terminal_link = 0;  ///< bTerminalLink: id of the terminal that it streams to or from
  std::uint8_t delay = 0;          ///< bDelay: of the data path, in frames
  std::uint16_t format_tag = 0;    ///< wFormatTag: see format_tag_name

  friend bool operator==(const General&, const General&) = default;
};

/// A range of sampling frequencies, in Hz.
struct FrequencyRange {
  std::uint32_t lowest = 0;   ///< tLowerSamFreq
  std::uint32_t highest = 0;  ///< tUpperSamFreq

  friend bool operator==(const FrequencyRange&, const FrequencyRange&) = default;
};

/// Sampling frequencies: a list of them in Hz, or a range.
using Frequencies = std::variant<std::vector<std::uint32_t>, FrequencyRange>;

/// Format of samples, one by one (type I) or as if they were (type III): formats 2.2.5, table 2-1
/// and 2.4.1, table 2-4.
struct SampledFormat {
  Place place;                      ///< where it stands
  std::uint8_t type = 1;            ///< bFormatType: 1 or 3
  std::uint8_t channels = 0;        ///< bNrChannels
  std::uint8_t subframe_size = 0;   ///< bSubframeSize: bytes of a sample
  std::uint8_t bit_resolution = 0;  ///< bBitResolution: bits of a sample that are used
  Frequencies frequencies;          ///< tSamFreq, or tLowerSamFreq and tUpperSamFreq

  friend bool operator==(const SampledFormat&, const SampledFormat&) = default;
};

/// Format of encoded frames (type II): formats 2.3.5, table 2-2.
struct EncodedFormat {
  Place place;                          ///< where it stands
  std::uint16_t maximum_bit_rate = 0;   ///< wMaxBitRate, in kbit/s
  std::uint16_t samples_per_frame = 0;  ///< wSamplesPerFrame
  Frequencies frequencies;              ///< tSamFreq, or tLowerSamFreq and tUpperSamFreq

  friend bool operator==(const EncodedFormat&, const EncodedFormat&) = default;
};

/// Of MPEG frames: formats 2.3.8.1.3, table 2-8.
struct MpegFormat {
  Place place;                     ///< where it stands
  std::uint16_t format_tag = 0;    ///< wFormatTag
  std::uint16_t capabilities = 0;  ///< bmMPEGCapabilities
  std::uint8_t features = 0;       ///< bmMPEGFeatures

  friend bool operator==(const MpegFormat&, const MpegFormat&) = default;
};

/// Of AC-3 frames: formats 2.3.8.2.3, table 2-12.
struct Ac3Format {
  Place place;                        ///< where it stands
  std::uint16_t format_tag = 0;       ///< wFormatTag
  std::uint32_t bitstream_modes = 0;  ///< bmBSID
  std::uint8_t features = 0;          ///< bmAC3Features

  friend bool operator==(const Ac3Format&, const Ac3Format&) = default;
};

/// Of any other format: UAC1 4.5.4.
struct OtherFormat {
  Place place;                      ///< where it stands
  std::uint16_t format_tag = 0;     ///< wFormatTag
  std::vector<std::uint8_t> bytes;  ///< what the format defines

  friend bool operator==(const OtherFormat&, const OtherFormat&) = default;
};

/// What an alternate setting of an AudioStreaming interface holds. An idle setting holds nothing.
struct Streaming {
  std::optional<General> general;                                            ///< what it streams
  std::variant<std::monostate, SampledFormat, EncodedFormat> format;         ///< in which form
  std::variant<std::monostate, MpegFormat, Ac3Format, OtherFormat> details;  ///< of the format

  friend bool operator==(const Streaming&, const Streaming&) = default;
};

/// Class-specific isochronous audio data endpoint descriptor: UAC1 4.6.1.2, table 4-21.
struct DataEndpoint {
  Place place;                        ///< where it stands
  std::uint8_t attributes = 0;        ///< bmAttributes: see the functions below
  std::uint8_t lock_delay_units = 0;  ///< bLockDelayUnits: 1 is ms, 2 is decoded PCM samples
  std::uint16_t lock_delay = 0;       ///< wLockDelay: until it is locked to the signal

  /// Whether its sampling frequency can be set.
  bool sampling_frequency_control() const noexcept { return (attributes & 0x01U) != 0; }
  /// Whether its pitch can be set.
  bool pitch_control() const noexcept { return (attributes & 0x02U) != 0; }
  /// Whether it takes only packets of the full size.
  bool maximum_packets_only() const noexcept { return (attributes & 0x80U) != 0; }

  friend bool operator==(const DataEndpoint&, const DataEndpoint&) = default;
};

/// Name of a wFormatTag: formats A.1, "PCM" for 1. "unknown" for a number that is none of them.
const char* format_tag_name(std::uint16_t tag) noexcept;

}  // namespace ddb::usb::audio1

namespace ddb::usb {

/// Name of a wTerminalType of any audio class: Terminal Types 1.0, 2.0 and 3.0, tables 2-1 to 2-7;
/// "headphones" for 0x0302. "unknown" for a number that is none of them.
const char* terminal_type_name(std::uint16_t type) noexcept;

}  // namespace ddb::usb

#endif  // DDB_USB_AUDIO1_HPP

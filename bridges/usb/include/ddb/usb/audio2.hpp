// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_AUDIO2_HPP
#define DDB_USB_AUDIO2_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "ddb/usb/graph.hpp"
#include "ddb/usb/place.hpp"

/// The audio class 2: Universal Serial Bus Device Class Definition for Audio Devices, release 2.0
/// (2006), here "UAC2"; its Audio Data Formats 2.0, here "formats". Sampling frequencies are not in
/// the descriptors: a live device is asked for them, clock by clock.
namespace ddb::usb::audio2 {

/// What a host may do with a control: two bits in each bmControls, UAC2 4.7.2.
enum class Access : std::uint8_t {
  None = 0,      ///< the control is not there
  ReadOnly = 1,  ///< it can be read
  Invalid = 2,   ///< must not occur
  ReadWrite = 3  ///< it can be set
};

/// The access to control number `index` (from 0) of a bmControls.
constexpr Access access_of(std::uint32_t controls, unsigned index) noexcept {
  return index < 16 ? static_cast<Access>(controls >> (2 * index) & 3U) : Access::None;
}

/// Class-specific AudioControl interface header: UAC2 4.7.2, table 4-5.
struct Header {
  Place place;                ///< where it stands
  std::uint16_t release = 0;  ///< bcdADC: 0x0200
  std::uint8_t category = 0;  ///< bCategory: primary use, UAC2 A.7; see category_name
  std::uint16_t total_length =
      0;                      ///< wTotalLength: of this and all clocks, units, terminals, bytes
  std::uint8_t controls = 0;  ///< bmControls: 0 latency

  friend bool operator==(const Header&, const Header&) = default;
};

/// Where the clock of a clock source comes from: bmAttributes bits 0 and 1, UAC2 table 4-6.
enum class ClockType : std::uint8_t {
  External,
  InternalFixed,
  InternalVariable,
  InternalProgrammable
};

/// "external", "internal fixed", "internal variable" or "internal programmable".
const char* clock_type_name(ClockType type) noexcept;

/// Clock source: UAC2 4.7.2.1, table 4-6.
struct ClockSource {
  Place place;                  ///< where it stands
  std::uint8_t id = 0;          ///< bClockID
  std::uint8_t attributes = 0;  ///< bmAttributes
  std::uint8_t controls = 0;    ///< bmControls: 0 frequency, 1 validity
  std::uint8_t associated_terminal =
      0;                 ///< bAssocTerminal: where an external clock comes in; 0: none
  StringIndex name = 0;  ///< iClockSource

  /// Where its clock comes from.
  ClockType type() const noexcept { return static_cast<ClockType>(attributes & 3U); }
  /// Whether an internal clock follows the start of frames of the bus.
  bool synchronized_to_bus() const noexcept { return (attributes & 4U) != 0; }

  friend bool operator==(const ClockSource&, const ClockSource&) = default;
};

/// Clock selector: UAC2 4.7.2.2, table 4-7.
struct ClockSelector {
  Place place;                       ///< where it stands
  std::uint8_t id = 0;               ///< bClockID
  std::vector<std::uint8_t> clocks;  ///< baCSourceID, one an input pin
  std::uint8_t controls = 0;         ///< bmControls: 0 selector
  StringIndex name = 0;              ///< iClockSelector

  friend bool operator==(const ClockSelector&, const ClockSelector&) = default;
};

/// Clock multiplier: UAC2 4.7.2.3, table 4-8.
struct ClockMultiplier {
  Place place;                ///< where it stands
  std::uint8_t id = 0;        ///< bClockID
  std::uint8_t clock = 0;     ///< bCSourceID
  std::uint8_t controls = 0;  ///< bmControls: 0 numerator, 1 denominator
  StringIndex name = 0;       ///< iClockMultiplier

  friend bool operator==(const ClockMultiplier&, const ClockMultiplier&) = default;
};

/// Input terminal: UAC2 4.7.2.4, table 4-9.
struct InputTerminal {
  Place place;                      ///< where it stands
  std::uint8_t id = 0;              ///< bTerminalID
  std::uint16_t terminal_type = 0;  ///< wTerminalType: see terminal_type_name
  std::uint8_t associated_terminal =
      0;                             ///< bAssocTerminal: the output terminal it belongs to; 0: none
  std::uint8_t clock = 0;            ///< bCSourceID
  std::uint8_t channels = 0;         ///< bNrChannels of the cluster that it puts out
  std::uint32_t channel_config = 0;  ///< bmChannelConfig: where the channels are, as bits
  StringIndex channel_names = 0;     ///< iChannelNames: of the first channel that has a name
  std::uint16_t controls = 0;        ///< bmControls: copy protect, connector, overload, cluster,
                                     ///< underflow, overflow
  StringIndex name = 0;              ///< iTerminal

  friend bool operator==(const InputTerminal&, const InputTerminal&) = default;
};

/// Output terminal: UAC2 4.7.2.5, table 4-10.
struct OutputTerminal {
  Place place;                      ///< where it stands
  std::uint8_t id = 0;              ///< bTerminalID
  std::uint16_t terminal_type = 0;  ///< wTerminalType: see terminal_type_name
  std::uint8_t associated_terminal =
      0;                       ///< bAssocTerminal: the input terminal it belongs to; 0: none
  std::uint8_t source = 0;     ///< bSourceID: where its signal comes from
  std::uint8_t clock = 0;      ///< bCSourceID
  std::uint16_t controls = 0;  ///< bmControls: copy protect, connector, overload, underflow,
                               ///< overflow
  StringIndex name = 0;        ///< iTerminal

  friend bool operator==(const OutputTerminal&, const OutputTerminal&) = default;
};

/// Mixer unit: UAC2 4.7.2.6, table 4-11.
struct MixerUnit {
  Place place;                               ///< where it stands
  std::uint8_t id = 0;                       ///< bUnitID
  std::vector<std::uint8_t> sources;         ///< baSourceID, one an input pin
  std::uint8_t channels = 0;                 ///< bNrChannels of the cluster that it puts out
  std::uint32_t channel_config = 0;          ///< bmChannelConfig: where the channels are, as bits
  StringIndex channel_names = 0;             ///< iChannelNames
  std::vector<std::uint8_t> mixer_controls;  ///< bmMixerControls: a bit an input and output channel
  std::uint8_t controls = 0;                 ///< bmControls: cluster, underflow, overflow
  StringIndex name = 0;                      ///< iMixer

  friend bool operator==(const MixerUnit&, const MixerUnit&) = default;
};

/// Selector unit: UAC2 4.7.2.7, table 4-12.
struct SelectorUnit {
  Place place;                        ///< where it stands
  std::uint8_t id = 0;                ///< bUnitID
  std::vector<std::uint8_t> sources;  ///< baSourceID, one an input pin
  std::uint8_t controls = 0;          ///< bmControls: 0 selector
  StringIndex name = 0;               ///< iSelector

  friend bool operator==(const SelectorUnit&, const SelectorUnit&) = default;
};

/// What a feature unit controls: UAC2 4.7.2.8, table 4-13; the number is that of the pair of bits.
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
  InputGain,
  InputGainPad,
  PhaseInverter,
  Underflow,
  Overflow,
};

/// "mute", "volume", "bass" and so on; "unknown" for a number that is none of them.
const char* feature_control_name(FeatureControl control) noexcept;

/// Feature unit: UAC2 4.7.2.8, table 4-13.
struct FeatureUnit {
  Place place;                          ///< where it stands
  std::uint8_t id = 0;                  ///< bUnitID
  std::uint8_t source = 0;              ///< bSourceID: where its signal comes from
  std::vector<std::uint32_t> controls;  ///< bmaControls: master first, then each logical channel
  StringIndex name = 0;                 ///< iFeature

  /// The access to a control of a channel: 0 is the master, 1 the first channel.
  Access access(FeatureControl control, std::size_t channel) const noexcept {
    return channel < controls.size() ? access_of(controls[channel], static_cast<unsigned>(control))
                                     : Access::None;
  }

  friend bool operator==(const FeatureUnit&, const FeatureUnit&) = default;
};

/// Sampling rate converter unit: UAC2 4.7.2.9, table 4-14.
struct SampleRateConverter {
  Place place;                           ///< where it stands
  std::uint8_t id = 0;                   ///< bUnitID
  std::uint8_t source = 0;               ///< bSourceID: where its signal comes from
  std::array<std::uint8_t, 2> clocks{};  ///< bCSourceInID, bCSourceOutID
  StringIndex name = 0;                  ///< iSRC

  friend bool operator==(const SampleRateConverter&, const SampleRateConverter&) = default;
};

/// wEffectType: UAC2 A.11.
enum class EffectType : std::uint16_t {
  Undefined = 0,
  ParametricEqualizer = 1,
  Reverberation = 2,
  ModulationDelay = 3,
  DynamicRangeCompressor = 4,
};

/// "reverberation" and so on; "unknown" for a number that is none of them.
const char* effect_type_name(EffectType type) noexcept;

/// Effect unit: UAC2 4.7.2.10, tables 4-15 to 4-19.
struct EffectUnit {
  Place place;                          ///< where it stands
  std::uint8_t id = 0;                  ///< bUnitID
  EffectType effect_type{};             ///< wEffectType
  std::uint8_t source = 0;              ///< bSourceID: where its signal comes from
  std::vector<std::uint32_t> controls;  ///< bmaControls: master first, then each logical channel
  StringIndex name = 0;                 ///< iEffects

  friend bool operator==(const EffectUnit&, const EffectUnit&) = default;
};

/// wProcessType: UAC2 A.12.
enum class ProcessType : std::uint16_t {
  Undefined = 0,
  UpDownMix = 1,
  DolbyProLogic = 2,
  StereoExtender = 3,
};

/// "up- or down-mix" and so on; "unknown" for a number that is none of them.
const char* process_type_name(ProcessType type) noexcept;

/// Processing unit: UAC2 4.7.2.11, tables 4-20 to 4-23.
struct ProcessingUnit {
  Place place;                        ///< where it stands
  std::uint8_t id = 0;                ///< bUnitID
  ProcessType process_type{};         ///< wProcessType
  std::vector<std::uint8_t> sources;  ///< baSourceID, one an input pin
  std::uint8_t channels = 0;          ///< bNrChannels of the cluster that it puts out
  std::uint32_t channel_config = 0;   ///< bmChannelConfig: where the channels are, as bits
  StringIndex channel_names = 0;      ///< iChannelNames
  std::uint16_t controls = 0;         ///< bmControls: 0 enable, the others go by the type
  StringIndex name = 0;               ///< iProcessing
  std::vector<std::uint32_t> modes;   ///< daModes: of an up- or down-mix and of Dolby Pro Logic

  friend bool operator==(const ProcessingUnit&, const ProcessingUnit&) = default;
};

/// Extension unit: UAC2 4.7.2.12, table 4-24.
struct ExtensionUnit {
  Place place;                        ///< where it stands
  std::uint8_t id = 0;                ///< bUnitID
  std::uint16_t extension_code = 0;   ///< wExtensionCode: the vendor's own
  std::vector<std::uint8_t> sources;  ///< baSourceID, one an input pin
  std::uint8_t channels = 0;          ///< bNrChannels of the cluster that it puts out
  std::uint32_t channel_config = 0;   ///< bmChannelConfig: where the channels are, as bits
  StringIndex channel_names = 0;      ///< iChannelNames
  std::uint8_t controls = 0;          ///< bmControls: enable, cluster, underflow, overflow
  StringIndex name = 0;               ///< iExtension

  friend bool operator==(const ExtensionUnit&, const ExtensionUnit&) = default;
};

/// A terminal, a unit or a clock.
using Entity = std::variant<InputTerminal, OutputTerminal, MixerUnit, SelectorUnit, FeatureUnit,
                            EffectUnit, ProcessingUnit, ExtensionUnit, ClockSource, ClockSelector,
                            ClockMultiplier, SampleRateConverter>;

/// The entity as a node of the signal graph. Its spans refer into the entity.
Node node_of(const Entity& entity) noexcept;

/// What an AudioControl interface holds.
struct Control {
  std::optional<Header> header;  ///< none if the device leaves it out
  std::vector<Entity> entities;  ///< in the order of the bytes

  friend bool operator==(const Control&, const Control&) = default;
};

/// Class-specific AudioStreaming interface descriptor: UAC2 4.9.2, table 4-27.
struct General {
  Place place;                     ///< where it stands
  std::uint8_t terminal_link = 0;  ///< bTerminalLink: id of the terminal that it streams to or from
  std::uint8_t controls = 0;       ///< bmControls: active and valid alternate settings
  std::uint8_t format_type = 0;    ///< bFormatType: formats A.1
  std::uint32_t formats = 0;       ///< bmFormats: bits of formats A.2; bit 0 of type I is PCM
  std::uint8_t channels = 0;       ///< bNrChannels: physical channels in the cluster
  std::uint32_t channel_config = 0;  ///< bmChannelConfig: where the channels are, as bits
  StringIndex channel_names = 0;     ///< iChannelNames

  friend bool operator==(const General&, const General&) = default;
};

/// Format of samples: types I and III, and extended ones: formats 2.3.1.6, 2.3.3.1, 2.4.1, 2.4.3.
struct SampledFormat {
  Place place;                         ///< where it stands
  std::uint8_t type = 1;               ///< bFormatType: 0x01, 0x03, extended 0x81, 0x83
  std::uint8_t subslot_size = 0;       ///< bSubslotSize: bytes of a sample
  std::uint8_t bit_resolution = 0;     ///< bBitResolution: bits of a sample that are used
  std::uint8_t header_length = 0;      ///< extended: bHeaderLength of each packet, bytes
  std::uint8_t control_size = 0;       ///< 0x81: bControlSize, bytes
  std::uint8_t sideband_protocol = 0;  ///< extended: bSideBandProtocol

  friend bool operator==(const SampledFormat&, const SampledFormat&) = default;
};

/// Format of encoded frames: type II, and extended: formats 2.3.2.6, 2.4.2.
struct EncodedFormat {
  Place place;                         ///< where it stands
  std::uint8_t type = 2;               ///< bFormatType: 0x02, extended 0x82
  std::uint16_t maximum_bit_rate = 0;  ///< wMaxBitRate, in kbit/s
  std::uint16_t slots_per_frame = 0;   ///< wSlotsPerFrame; wSamplesPerFrame if extended
  std::uint8_t header_length = 0;      ///< extended: bHeaderLength of each packet, bytes
  std::uint8_t sideband_protocol = 0;  ///< extended: bSideBandProtocol

  friend bool operator==(const EncodedFormat&, const EncodedFormat&) = default;
};

/// A format that says no more than its type, as type IV: formats 2.3.4.1.
struct BareFormat {
  Place place;            ///< where it stands
  std::uint8_t type = 4;  ///< bFormatType

  friend bool operator==(const BareFormat&, const BareFormat&) = default;
};

/// Encoder: UAC2 4.9.4, table 4-29.
struct Encoder {
  Place place;                              ///< where it stands
  std::uint8_t id = 0;                      ///< bEncoderID
  std::uint8_t type = 0;                    ///< bEncoder: UAC2 A.8
  std::uint32_t controls = 0;               ///< bmControls
  std::array<StringIndex, 8> parameters{};  ///< iParam1 to iParam8
  StringIndex name = 0;                     ///< iEncoder

  friend bool operator==(const Encoder&, const Encoder&) = default;
};

/// Decoder: UAC2 4.9.5, tables 4-30 to 4-33. What stands between its type and its controls goes by
/// the type: bmMPEGCapabilities and bmMPEGFeatures, bmBSID and bmAC3Features, bmWMAProfile, or
/// bmDTSCapabilities.
struct Decoder {
  Place place;                             ///< where it stands
  std::uint8_t id = 0;                     ///< bDecoderID
  std::uint8_t type = 0;                   ///< bDecoder: 1 MPEG, 2 AC-3, 3 WMA, 4 DTS, 0xff other
  std::vector<std::uint8_t> capabilities;  ///< what the type defines
  std::uint8_t controls = 0;               ///< bmControls
  StringIndex name = 0;                    ///< iDecoder

  friend bool operator==(const Decoder&, const Decoder&) = default;
};

/// What an alternate setting of an AudioStreaming interface holds. An idle setting holds nothing.
struct Streaming {
  std::optional<General> general;  ///< what it streams
  std::variant<std::monostate, SampledFormat, EncodedFormat, BareFormat> format;  ///< in which form
  std::vector<Encoder> encoders;  ///< as a rule none
  std::vector<Decoder> decoders;  ///< as a rule none

  friend bool operator==(const Streaming&, const Streaming&) = default;
};

/// Class-specific isochronous audio data endpoint descriptor: UAC2 4.10.1.2, table 4-34.
struct DataEndpoint {
  Place place;                        ///< where it stands
  std::uint8_t attributes = 0;        ///< bmAttributes: bit 7 says that packets are always full
  std::uint8_t controls = 0;          ///< bmControls: pitch, data overrun, data underrun
  std::uint8_t lock_delay_units = 0;  ///< bLockDelayUnits: 1 is ms, 2 is decoded PCM samples
  std::uint16_t lock_delay = 0;       ///< wLockDelay: until it is locked to the signal

  friend bool operator==(const DataEndpoint&, const DataEndpoint&) = default;
};

/// Name of a bCategory: UAC2 A.7, UAC3 A.7; "microphone" for 3. "unknown" for a number that is none
/// of them.
const char* category_name(std::uint8_t category) noexcept;

}  // namespace ddb::usb::audio2

#endif  // DDB_USB_AUDIO2_HPP

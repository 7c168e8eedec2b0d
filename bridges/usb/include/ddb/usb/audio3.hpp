// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_AUDIO3_HPP
#define DDB_USB_AUDIO3_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "ddb/usb/audio2.hpp"
#include "ddb/usb/complaint.hpp"
#include "ddb/usb/graph.hpp"
#include "ddb/usb/place.hpp"

/// The audio class 3: Universal Serial Bus Device Class Definition for Audio Devices, release 3.0
/// (2016), here "UAC3". Clusters and connectors are not in the configuration: a live device is
/// asked for them by the ids that stand in these descriptors; read_cluster reads such an answer.
namespace ddb::usb::audio3 {

using audio2::Access;
using audio2::access_of;
using audio2::ClockType;

/// Class-specific AudioControl interface header: UAC3 4.5.2, table 4-14.
struct Header {
  Place place;                     ///< where it stands
  std::uint8_t category = 0;       ///< bCategory: primary use, UAC3 A.7; see audio2::category_name
  std::uint16_t total_length = 0;  ///< wTotalLength: of this and all entities, bytes
  std::uint32_t controls = 0;      ///< bmControls: 0 latency

  friend bool operator==(const Header&, const Header&) = default;
};

/// Input terminal: UAC3 4.5.2.1.
struct InputTerminal {
  Place place;                      ///< where it stands
  std::uint8_t id = 0;              ///< bTerminalID
  std::uint16_t terminal_type = 0;  ///< wTerminalType: see terminal_type_name
  std::uint8_t associated_terminal =
      0;                         ///< bAssocTerminal: the output terminal it belongs to; 0: none
  std::uint8_t clock = 0;        ///< bCSourceID
  std::uint32_t controls = 0;    ///< bmControls: insertion, overload, underflow, overflow
  std::uint16_t cluster = 0;     ///< wClusterDescrID
  std::uint16_t extended = 0;    ///< wExTerminalDescrID; 0: none
  std::uint16_t connectors = 0;  ///< wConnectorsDescrID; 0: none
  std::uint16_t name = 0;        ///< wTerminalDescrStr: a class-specific string; 0: none

  friend bool operator==(const InputTerminal&, const InputTerminal&) = default;
};

/// Output terminal: UAC3 4.5.2.2.
struct OutputTerminal {
  Place place;                      ///< where it stands
  std::uint8_t id = 0;              ///< bTerminalID
  std::uint16_t terminal_type = 0;  ///< wTerminalType: see terminal_type_name
  std::uint8_t associated_terminal =
      0;                         ///< bAssocTerminal: the input terminal it belongs to; 0: none
  std::uint8_t source = 0;       ///< bSourceID: where its signal comes from
  std::uint8_t clock = 0;        ///< bCSourceID
  std::uint32_t controls = 0;    ///< bmControls: insertion, overload, underflow, overflow
  std::uint16_t extended = 0;    ///< wExTerminalDescrID; 0: none
  std::uint16_t connectors = 0;  ///< wConnectorsDescrID; 0: none
  std::uint16_t name = 0;        ///< wTerminalDescrStr: a class-specific string; 0: none

  friend bool operator==(const OutputTerminal&, const OutputTerminal&) = default;
};

/// Mixer unit: UAC3 4.5.2.5.
struct MixerUnit {
  Place place;                               ///< where it stands
  std::uint8_t id = 0;                       ///< bUnitID
  std::vector<std::uint8_t> sources;         ///< baSourceID, one an input pin
  std::uint16_t cluster = 0;                 ///< wClusterDescrID of what it puts out
  std::vector<std::uint8_t> mixer_controls;  ///< bmMixerControls: a bit an input and output channel
  std::uint32_t controls = 0;                ///< bmControls: underflow, overflow
  std::uint16_t name = 0;                    ///< wMixerDescrStr

  friend bool operator==(const MixerUnit&, const MixerUnit&) = default;
};

/// Selector unit: UAC3 4.5.2.6.
struct SelectorUnit {
  Place place;                        ///< where it stands
  std::uint8_t id = 0;                ///< bUnitID
  std::vector<std::uint8_t> sources;  ///< baSourceID, one an input pin
  std::uint32_t controls = 0;         ///< bmControls: 0 selector
  std::uint16_t name = 0;             ///< wSelectorDescrStr

  friend bool operator==(const SelectorUnit&, const SelectorUnit&) = default;
};

/// Feature unit: UAC3 4.5.2.7. Its controls are those of audio2::FeatureControl.
struct FeatureUnit {
  Place place;                          ///< where it stands
  std::uint8_t id = 0;                  ///< bUnitID
  std::uint8_t source = 0;              ///< bSourceID: where its signal comes from
  std::vector<std::uint32_t> controls;  ///< bmaControls: master first, then each logical channel
  std::uint16_t name = 0;               ///< wFeatureDescrStr

  /// The access to a control of a channel: 0 is the master, 1 the first channel.
  Access access(audio2::FeatureControl control, std::size_t channel) const noexcept {
    return channel < controls.size() ? access_of(controls[channel], static_cast<unsigned>(control))
                                     : Access::None;
  }

  friend bool operator==(const FeatureUnit&, const FeatureUnit&) = default;
};

/// Sampling rate converter unit: UAC3 4.5.2.8.
struct SampleRateConverter {
  Place place;                           ///< where it stands
  std::uint8_t id = 0;                   ///< bUnitID
  std::uint8_t source = 0;               ///< bSourceID: where its signal comes from
  std::array<std::uint8_t, 2> clocks{};  ///< bCSourceInID, bCSourceOutID
  std::uint16_t name = 0;                ///< wSRCDescrStr

  friend bool operator==(const SampleRateConverter&, const SampleRateConverter&) = default;
};

/// Effect unit: UAC3 4.5.2.9. Its types are those of audio2::EffectType.
struct EffectUnit {
  Place place;                          ///< where it stands
  std::uint8_t id = 0;                  ///< bUnitID
  audio2::EffectType effect_type{};     ///< wEffectType
  std::uint8_t source = 0;              ///< bSourceID: where its signal comes from
  std::vector<std::uint32_t> controls;  ///< bmaControls: master first, then each logical channel
  std::uint16_t name = 0;               ///< wEffectsDescrStr

  friend bool operator==(const EffectUnit&, const EffectUnit&) = default;
};

/// wProcessType: UAC3 A.20.
enum class ProcessType : std::uint16_t {
  Undefined = 0,
  UpDownMix = 1,
  StereoExtender = 2,
  MultiFunction = 3,
};

/// "up- or down-mix" and so on; "unknown" for a number that is none of them.
const char* process_type_name(ProcessType type) noexcept;

/// Processing unit: UAC3 4.5.2.10.
struct ProcessingUnit {
  Place place;                               ///< where it stands
  std::uint8_t id = 0;                       ///< bUnitID
  ProcessType process_type{};                ///< wProcessType
  std::vector<std::uint8_t> sources;         ///< baSourceID, one an input pin
  std::uint16_t name = 0;                    ///< wProcessingDescrStr
  std::uint32_t controls = 0;                ///< bmControls, of the three types above
  std::vector<std::uint16_t> mode_clusters;  ///< up- or down-mix: waClusterDescrID, one a mode
  std::uint16_t cluster = 0;                 ///< multi-function: wClusterDescrID
  std::uint32_t algorithms = 0;              ///< multi-function: bmAlgorithms

  friend bool operator==(const ProcessingUnit&, const ProcessingUnit&) = default;
};

/// Extension unit: UAC3 4.5.2.11.
struct ExtensionUnit {
  Place place;                        ///< where it stands
  std::uint8_t id = 0;                ///< bUnitID
  std::uint16_t extension_code = 0;   ///< wExtensionCode: the vendor's own
  std::vector<std::uint8_t> sources;  ///< baSourceID, one an input pin
  std::uint16_t name = 0;             ///< wExtensionDescrStr
  std::uint32_t controls = 0;         ///< bmControls: underflow, overflow
  std::uint16_t cluster = 0;          ///< wClusterDescrID

  friend bool operator==(const ExtensionUnit&, const ExtensionUnit&) = default;
};

/// Clock source: UAC3 4.5.2.12.
struct ClockSource {
  Place place;                  ///< where it stands
  std::uint8_t id = 0;          ///< bClockID
  std::uint8_t attributes = 0;  ///< bmAttributes: bit 0 internal, bit 1 follows the bus
  std::uint32_t controls = 0;   ///< bmControls: 0 frequency, 1 validity
  std::uint8_t reference_terminal =
      0;                   ///< bReferenceTerminal: where an external clock comes in; 0: none
  std::uint16_t name = 0;  ///< wClockSourceStr

  /// Whether the device makes the clock itself.
  bool internal() const noexcept { return (attributes & 1U) != 0; }
  /// Whether it follows the start of frames of the bus.
  bool synchronized_to_bus() const noexcept { return (attributes & 2U) != 0; }

  friend bool operator==(const ClockSource&, const ClockSource&) = default;
};

/// Clock selector: UAC3 4.5.2.13.
struct ClockSelector {
  Place place;                       ///< where it stands
  std::uint8_t id = 0;               ///< bClockID
  std::vector<std::uint8_t> clocks;  ///< baCSourceID, one an input pin
  std::uint32_t controls = 0;        ///< bmControls: 0 selector
  std::uint16_t name = 0;            ///< wCSelectorDescrStr

  friend bool operator==(const ClockSelector&, const ClockSelector&) = default;
};

/// Clock multiplier: UAC3 4.5.2.14.
struct ClockMultiplier {
  Place place;                 ///< where it stands
  std::uint8_t id = 0;         ///< bClockID
  std::uint8_t clock = 0;      ///< bCSourceID
  std::uint32_t controls = 0;  ///< bmControls: 0 numerator, 1 denominator
  std::uint16_t name = 0;      ///< wCMultiplierDescrStr

  friend bool operator==(const ClockMultiplier&, const ClockMultiplier&) = default;
};

/// Power domain: UAC3 4.5.2.15. It is no part of the signal graph.
struct PowerDomain {
  Place place;                         ///< where it stands
  std::uint8_t id = 0;                 ///< bPowerDomainID
  std::uint16_t recovery_time1 = 0;    ///< waRecoveryTime(1): from state D1 to D0, in 50 us
  std::uint16_t recovery_time2 = 0;    ///< waRecoveryTime(2): from state D2 to D0, in 50 us
  std::vector<std::uint8_t> entities;  ///< baEntityID: what belongs to it
  std::uint16_t name = 0;              ///< wPDomainDescrStr

  friend bool operator==(const PowerDomain&, const PowerDomain&) = default;
};

/// A terminal, a unit, a clock or a power domain.
using Entity = std::variant<InputTerminal, OutputTerminal, MixerUnit, SelectorUnit, FeatureUnit,
                            EffectUnit, ProcessingUnit, ExtensionUnit, ClockSource, ClockSelector,
                            ClockMultiplier, SampleRateConverter, PowerDomain>;

/// The entity as a node of the signal graph. Its spans refer into the entity.
Node node_of(const Entity& entity) noexcept;

/// What an AudioControl interface holds. A device of a basic profile (UAC3 BADD) holds nothing
/// here: its subclass says all.
struct Control {
  std::optional<Header> header;  ///< none if the device leaves it out
  std::vector<Entity> entities;  ///< in the order of the bytes

  friend bool operator==(const Control&, const Control&) = default;
};

/// Class-specific AudioStreaming interface descriptor: UAC3 4.7.2. It has the format in itself.
struct General {
  Place place;                     ///< where it stands
  std::uint8_t terminal_link = 0;  ///< bTerminalLink: id of the terminal that it streams to or from
  std::uint32_t controls = 0;      ///< bmControls: active, valid alternate settings, data format
  std::uint16_t cluster = 0;       ///< wClusterDescrID
  std::uint64_t formats = 0;       ///< bmFormats: bit 0 is PCM
  std::uint8_t subslot_size = 0;   ///< bSubslotSize: bytes of a sample
  std::uint8_t bit_resolution = 0;        ///< bBitResolution: bits of a sample that are used
  std::uint16_t auxiliary_protocols = 0;  ///< bmAuxProtocols
  std::uint8_t control_size = 0;          ///< bControlSize, bytes

  friend bool operator==(const General&, const General&) = default;
};

/// What an alternate setting of an AudioStreaming interface holds.
struct Streaming {
  std::optional<General> general;  ///< none in an idle setting

  friend bool operator==(const Streaming&, const Streaming&) = default;
};

/// Class-specific isochronous audio data endpoint descriptor: UAC3 4.8.1.2.
struct DataEndpoint {
  Place place;                        ///< where it stands
  std::uint32_t controls = 0;         ///< bmControls: pitch, data overrun, data underrun
  std::uint8_t lock_delay_units = 0;  ///< bLockDelayUnits: 1 is ms, 2 is decoded PCM samples
  std::uint16_t lock_delay = 0;       ///< wLockDelay: until it is locked to the signal

  friend bool operator==(const DataEndpoint&, const DataEndpoint&) = default;
};

/// A segment of a cluster descriptor: UAC3 4.3.2.1. Those from 0x20 on belong to a channel.
struct Segment {
  Extent extent;                  ///< with its wLength and bSegmentType
  std::uint8_t type = 0;          ///< bSegmentType: UAC3 A.10
  std::uint8_t purpose = 0;       ///< information segment (0x20): bChPurpose
  std::uint8_t relationship = 0;  ///< information segment (0x20): bChRelationship
  std::uint8_t group = 0;         ///< information segment (0x20): bChGroupID

  friend bool operator==(const Segment&, const Segment&) = default;
};

/// A cluster descriptor, as a live device answers for a wClusterDescrID: UAC3 4.3.1.
struct Cluster {
  std::vector<std::uint8_t> bytes;  ///< what was given
  std::uint16_t id = 0;             ///< wDescriptorID
  std::uint8_t channels = 0;        ///< bNrChannels
  std::vector<Segment> segments;    ///< in the order of the bytes, end segments (0xff) with them

  friend bool operator==(const Cluster&, const Cluster&) = default;
};

/// A cluster and what is wrong with its bytes.
struct ClusterReading {
  Cluster cluster;                    ///< all that could be read
  std::vector<Complaint> complaints;  ///< their source is Source::Other
};

/// Reads a cluster descriptor. Throws nothing but std::bad_alloc.
ClusterReading read_cluster(std::span<const std::uint8_t> bytes);

}  // namespace ddb::usb::audio3

#endif  // DDB_USB_AUDIO3_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_MIDI_HPP
#define DDB_USB_MIDI_HPP

#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "ddb/usb/complaint.hpp"
#include "ddb/usb/graph.hpp"
#include "ddb/usb/place.hpp"

/// MIDI streaming: Universal Serial Bus Device Class Definition for MIDI Devices, release 1.0
/// (1999), here "MIDI1", and release 2.0 (2020), here "MIDI2".
namespace ddb::usb::midi {

/// Class-specific MIDIStreaming interface header: MIDI1 6.1.2.1, table 6-2.
struct Header {
  Place place;                     ///< where it stands
  std::uint16_t release = 0;       ///< bcdMSC: 0x0100; 0x0200 for a MIDI 2.0 setting
  std::uint16_t total_length = 0;  ///< wTotalLength: of this, the jacks and elements, bytes

  friend bool operator==(const Header&, const Header&) = default;
};

/// bJackType: MIDI1 A.2.
enum class JackType : std::uint8_t {
  Undefined = 0,
  Embedded = 1,  ///< inside: its other side is a USB endpoint
  External = 2,  ///< a socket, or the place where one would be
};

/// "embedded", "external" or "unknown".
const char* jack_type_name(JackType type) noexcept;

/// MIDI IN jack: data goes in here. MIDI1 6.1.2.2, table 6-3.
struct InJack {
  Place place;           ///< where it stands
  JackType type{};       ///< bJackType
  std::uint8_t id = 0;   ///< bJackID
  StringIndex name = 0;  ///< iJack

  friend bool operator==(const InJack&, const InJack&) = default;
};

/// MIDI OUT jack: data comes out here. MIDI1 6.1.2.3, table 6-4.
struct OutJack {
  Place place;                        ///< where it stands
  JackType type{};                    ///< bJackType
  std::uint8_t id = 0;                ///< bJackID
  std::vector<std::uint8_t> sources;  ///< baSourceID, one an input pin
  std::vector<std::uint8_t> pins;     ///< BaSourcePin of each source
  StringIndex name = 0;               ///< iJack

  friend bool operator==(const OutJack&, const OutJack&) = default;
};

/// Element: what makes or changes MIDI data. MIDI1 6.1.2.4, table 6-5.
struct Element {
  Place place;                         ///< where it stands
  std::uint8_t id = 0;                 ///< bElementID
  std::vector<std::uint8_t> sources;   ///< baSourceID, one an input pin
  std::vector<std::uint8_t> pins;      ///< BaSourcePin of each source
  std::uint8_t output_pins = 0;        ///< bNrOutputPins
  std::uint8_t in_terminal_link = 0;   ///< bInTerminalLink: audio terminal; 0: none
  std::uint8_t out_terminal_link = 0;  ///< bOutTerminalLink: audio terminal; 0: none
  std::vector<std::uint8_t>
      capabilities;      ///< bmElementCaps: bit 0 custom, 1 clock, 4 synthesizer …
  StringIndex name = 0;  ///< iElement

  friend bool operator==(const Element&, const Element&) = default;
};

/// A jack or an element.
using Entity = std::variant<InJack, OutJack, Element>;

/// The entity as a node of the graph. Its spans refer into the entity.
Node node_of(const Entity& entity) noexcept;

/// Which way the data of a group terminal block goes: MIDI2 table 5-6.
enum class BlockType : std::uint8_t {
  Bidirectional = 0,
  InputOnly = 1,   ///< into the device
  OutputOnly = 2,  ///< out of the device
};

/// "bidirectional", "input only", "output only" or "unknown".
const char* block_type_name(BlockType type) noexcept;

/// Group terminal block: MIDI2 5.4.2, table 5-6.
struct GroupTerminalBlock {
  Place place;                   ///< where it stands
  std::uint8_t id = 0;           ///< bGrpTrmBlkID
  BlockType type{};              ///< bGrpTrmBlkType
  std::uint8_t first_group = 0;  ///< nGroupTrm: from 0
  std::uint8_t groups = 0;       ///< nNumGroupTrm
  StringIndex name = 0;          ///< iBlockItem
  std::uint8_t protocol = 0;     ///< bMIDIProtocol: 0 unknown, 1 to 4 MIDI 1.0, 0x11, 0x12 2.0
  std::uint16_t maximum_input_rate =
      0;  ///< wMaxInputBandwidth, in 4 kB/s; 0: not said, 1: 31.25 kbit/s
  std::uint16_t maximum_output_rate = 0;  ///< wMaxOutputBandwidth, likewise

  friend bool operator==(const GroupTerminalBlock&, const GroupTerminalBlock&) = default;
};

/// What an alternate setting of a MIDIStreaming interface holds.
struct Streaming {
  std::optional<Header> header;  ///< none if the device leaves it out
  std::vector<Entity> entities;  ///< in the order of the bytes

  friend bool operator==(const Streaming&, const Streaming&) = default;
};

/// Class-specific bulk data endpoint descriptor, subtype MS_GENERAL: MIDI1 6.2.2, table 6-7.
struct JackEndpoint {
  Place place;                      ///< where it stands
  std::vector<std::uint8_t> jacks;  ///< baAssocJackID: embedded jacks, by cable number

  friend bool operator==(const JackEndpoint&, const JackEndpoint&) = default;
};

/// Class-specific data endpoint descriptor, subtype MS_GENERAL_2_0: MIDI2 5.3.2.
struct GroupEndpoint {
  Place place;                       ///< where it stands
  std::vector<std::uint8_t> blocks;  ///< baAssoGrpTrmBlkID: ids of group terminal blocks

  friend bool operator==(const GroupEndpoint&, const GroupEndpoint&) = default;
};

/// The answer of a live device to the request for the group terminal blocks of a setting.
struct GroupTerminalBlocks {
  std::vector<std::uint8_t> bytes;         ///< what was given
  std::uint16_t total_length = 0;          ///< wTotalLength of the header: MIDI2 5.4.1, table 5-5
  std::vector<GroupTerminalBlock> blocks;  ///< in the order of the bytes
  std::vector<Opaque> not_understood;      ///< in the order of the bytes

  friend bool operator==(const GroupTerminalBlocks&, const GroupTerminalBlocks&) = default;
};

/// Group terminal blocks and what is wrong with their bytes.
struct GroupTerminalBlocksReading {
  GroupTerminalBlocks group_terminal_blocks;  ///< all that could be read
  std::vector<Complaint> complaints;          ///< their source is Source::Other
};

/// Reads group terminal blocks. Throws nothing but std::bad_alloc.
GroupTerminalBlocksReading read_group_terminal_blocks(std::span<const std::uint8_t> bytes);

}  // namespace ddb::usb::midi

#endif  // DDB_USB_MIDI_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_DERIVATION_HPP
#define DDB_USB_DERIVATION_HPP

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ddb/usb/description.hpp"
#include "ddb/usb/reading.hpp"

/// From what a device says of itself to its spec: the table is that of the README.
namespace ddb::usb {

/// How fast a device is attached. USB 3.2 chapter 9.
enum class Speed : std::uint8_t { Low, Full, High, Super, SuperPlus };

/// Rates of a clock of audio class 2 or 3, in Hz: UAC2 5.2.1, the layout 3 parameter block.
struct RateRange {
  std::uint32_t least = 0;     ///< dMIN
  std::uint32_t greatest = 0;  ///< dMAX; the same as dMIN for a single rate
  std::uint32_t step = 0;      ///< dRES

  friend bool operator==(const RateRange&, const RateRange&) = default;
};

/// Something that an entity of an AudioControl interface is asked of a live device.
struct AudioEntity {
  std::uint8_t interface = 0;  ///< bInterfaceNumber of the AudioControl interface
  std::uint8_t entity = 0;     ///< bClockID, bUnitID

  friend auto operator<=>(const AudioEntity&, const AudioEntity&) = default;
};

/// A setting of an AudioStreaming interface.
struct StreamSetting {
  std::uint8_t interface = 0;  ///< bInterfaceNumber
  std::uint8_t alternate = 0;  ///< bAlternateSetting

  friend auto operator<=>(const StreamSetting&, const StreamSetting&) = default;
};

/// Settings of a volume control, in 1/256 dB: UAC1 5.2.2.4.3.2, UAC2 5.2.5.7.2.
struct VolumeRange {
  std::int16_t least = 0;     ///< wMIN; 0x8000 (silence) is not a level and is left out
  std::int16_t greatest = 0;  ///< wMAX
  std::uint16_t step = 0;     ///< wRES

  friend bool operator==(const VolumeRange&, const VolumeRange&) = default;
};

/// A cluster of audio class 3, by the interface that it was asked of and its wClusterDescrID.
struct ClusterId {
  std::uint8_t interface = 0;  ///< bInterfaceNumber of the AudioControl interface
  std::uint16_t id = 0;        ///< wClusterDescrID

  friend auto operator<=>(const ClusterId&, const ClusterId&) = default;
};

/// What descriptors do not say. All of it may be left out.
struct DescribeOptions {
  /// Name of the spec; empty: spec_name() of what is known.
  std::string spec;
  /// Names of the vendor and the product in a public list (usb.ids of hwdata). They stand beside
  /// what the device calls itself, or, where it says nothing, instead of it.
  std::string vendor_name;
  std::string product_name;  ///< likewise
  /// Texts of string descriptors, in UTF-8, by index.
  std::map<StringIndex, std::string> strings;
  /// How it is attached. Without it, what the descriptors betray is taken, and intervals are left
  /// out where they say too little.
  std::optional<Speed> speed;
  /// bConfigurationValue of the active configuration. Without it: the one that Linux would choose.
  std::optional<std::uint8_t> configuration;
  /// Drivers that are bound, by interface number. Without any: those that Linux has for the
  /// classes.
  std::map<std::uint8_t, std::string> drivers;
  /// Rates that clock sources of audio class 2 and 3 gave.
  std::map<AudioEntity, std::vector<RateRange>> clock_rates;
  /// Rates of settings of audio class 2 and 3 that a driver found; they go before those of clocks.
  std::map<StreamSetting, std::vector<RateRange>> setting_rates;
  /// Ranges that volume controls gave, of their master or first channel.
  std::map<AudioEntity, VolumeRange> volumes;
  /// Clusters of audio class 3: how many channels each has.
  std::map<ClusterId, std::uint8_t> clusters;
  /// Group terminal blocks of MIDI 2.0 interfaces, by interface number.
  std::map<std::uint8_t, midi::GroupTerminalBlocks> group_terminal_blocks;
  /// What a hub answered for its hub descriptor.
  std::optional<hub::Function> hub;
};

/// The name of a spec: `usb_`, four hexadecimal digits of idVendor, `_`, those of idProduct, and,
/// where the product has a name, `_` and that name: ASCII letters made small and digits as they
/// are, each run of anything else one `_`, none at the ends, at most 24 characters. So the same
/// device always has the same name. Without a device descriptor it begins with `usb_device`.
std::string spec_name(const Device& device, std::string_view product_name);

/// The spec of a device: what is in its active configuration, function by function. `ddb-match
/// check` accepts it without a warning. The same input gives the same spec. Any reading will do,
/// also one with errors: what could not be read is not there. The product's own name (a string
/// descriptor) goes before that of the list. Takes a time and memory proportional to the
/// descriptors, but for signal paths, of which at most kMostPaths are told of each function.
///
/// @throws std::bad_alloc and nothing else
Description describe(const Reading& reading, const DescribeOptions& options = {});

/// Signal paths of one audio function, and elements in all of them: where there are more, the
/// comment says so. Real devices have far fewer.
inline constexpr std::size_t kMostPaths = 128;
inline constexpr std::size_t kMostPathElements = 4096;  ///< likewise

}  // namespace ddb::usb

#endif  // DDB_USB_DERIVATION_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_BOS_HPP
#define DDB_USB_BOS_HPP

#include <array>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "ddb/usb/place.hpp"

/// The binary device object store (BOS): Universal Serial Bus 3.2 Specification (2017), here "USB
/// 3.2", 9.6.2, and the specifications that the capabilities name.
namespace ddb::usb::bos {

/// A UUID in the order of its bytes.
using Uuid = std::array<std::uint8_t, 16>;

/// USB 2.0 extension: USB 3.2 9.6.2.1.
struct Usb2Extension {
  Place place;  ///< where it stands
  std::uint32_t attributes =
      0;  ///< bmAttributes: bit 1 link power management, 2 and up its latencies

  friend bool operator==(const Usb2Extension&, const Usb2Extension&) = default;
};

/// SuperSpeed: USB 3.2 9.6.2.2.
struct SuperSpeed {
  Place place;                        ///< where it stands
  std::uint8_t attributes = 0;        ///< bmAttributes: bit 1 latency tolerance messages
  std::uint16_t speeds = 0;           ///< wSpeedsSupported: bit 0 low, 1 full, 2 high, 3 5 Gbit/s
  std::uint8_t full_function = 0;     ///< bFunctionalitySupport: lowest speed with all functions
  std::uint8_t u1_exit_latency = 0;   ///< bU1DevExitLat, in us
  std::uint16_t u2_exit_latency = 0;  ///< wU2DevExitLat, in us

  friend bool operator==(const SuperSpeed&, const SuperSpeed&) = default;
};

/// Container id: USB 3.2 9.6.2.3.
struct ContainerId {
  Place place;                ///< where it stands
  std::uint8_t reserved = 0;  ///< bReserved
  Uuid id{};                  ///< ContainerID: the same for all devices in one housing

  friend bool operator==(const ContainerId&, const ContainerId&) = default;
};

/// Platform: USB 3.2 9.6.2.4; Microsoft OS 2.0 and WebUSB use it.
struct Platform {
  Place place;                     ///< where it stands
  std::uint8_t reserved = 0;       ///< bReserved
  Uuid id{};                       ///< PlatformCapabilityUUID: see platform_name
  std::vector<std::uint8_t> data;  ///< CapabilityData: what the platform defines

  friend bool operator==(const Platform&, const Platform&) = default;
};

/// "WebUSB", "Microsoft OS 2.0" or "unknown".
const char* platform_name(const Uuid& id) noexcept;

/// A speed of SuperSpeedPlus: USB 3.2 table 9-20.
struct Sublink {
  std::uint32_t attributes = 0;  ///< bmSublinkSpeedAttr

  /// Its number, that pairs name it by.
  unsigned id() const noexcept { return attributes & 0xfU; }
  /// In bit/s, of one lane.
  std::uint64_t bits_per_second() const noexcept;
  /// Whether it is the speed of what the device sends.
  bool transmits() const noexcept { return (attributes & 0x80U) != 0; }

  friend bool operator==(const Sublink&, const Sublink&) = default;
};

/// SuperSpeedPlus: USB 3.2 9.6.2.5.
struct SuperSpeedPlus {
  Place place;                ///< where it stands
  std::uint8_t reserved = 0;  ///< bReserved
  std::uint32_t attributes =
      0;  ///< bmAttributes: bits 0 to 4 sublinks less one, 5 to 8 ids less one
  std::uint16_t functionality = 0;  ///< wFunctionalitySupport
  std::uint16_t reserved2 = 0;      ///< wReserved
  std::vector<Sublink> sublinks;    ///< as many as the attributes say

  friend bool operator==(const SuperSpeedPlus&, const SuperSpeedPlus&) = default;
};

/// Power delivery: USB Power Delivery 2.0, 9.2.1.
struct PowerDelivery {
  Place place;                          ///< where it stands
  std::uint8_t reserved = 0;            ///< bReserved
  std::uint32_t attributes = 0;         ///< bmAttributes: bit 1 battery charging, 2 PD, 3 provider,
                                        ///< 4 consumer
  std::uint16_t charging_release = 0;   ///< bcdBCVersion
  std::uint16_t power_release = 0;      ///< bcdPDVersion
  std::uint16_t connector_release = 0;  ///< bcdUSBTypeCVersion

  friend bool operator==(const PowerDelivery&, const PowerDelivery&) = default;
};

/// Precision time measurement: USB 3.2 9.6.2.6. Being there is all it says.
struct PrecisionTime {
  Place place;  ///< where it stands

  friend bool operator==(const PrecisionTime&, const PrecisionTime&) = default;
};

/// Configuration summary: USB 3.2 9.6.2.7.
struct ConfigurationSummary {
  Place place;                       ///< where it stands
  std::uint16_t release = 0;         ///< bcdVersion
  std::uint8_t device_class = 0;     ///< bClass
  std::uint8_t device_subclass = 0;  ///< bSubClass
  std::uint8_t device_protocol = 0;  ///< bProtocol
  std::vector<std::uint8_t>
      configurations;  ///< bConfigurationIndex, as many as bConfigurationCount

  friend bool operator==(const ConfigurationSummary&, const ConfigurationSummary&) = default;
};

/// An alternate mode of a billboard: Billboard 1.2.2, table 3-1.
struct AlternateMode {
  std::uint16_t vendor = 0;  ///< wSVID
  std::uint8_t mode = 0;     ///< bAlternateMode: index of the mode
  StringIndex name = 0;      ///< iAlternateModeString

  friend bool operator==(const AlternateMode&, const AlternateMode&) = default;
};

/// Billboard: Device Class Definition for Billboard Devices 1.2.2 (2021), 3.1.6.2.
struct Billboard {
  Place place;                                ///< where it stands
  StringIndex url = 0;                        ///< iAddtionalInfoURL
  std::uint8_t preferred_mode = 0;            ///< bPreferredAlternateMode: index
  std::uint16_t connector_power = 0;          ///< VCONN Power
  std::array<std::uint8_t, 32> configured{};  ///< bmConfigured: two bits a mode
  std::uint16_t release = 0;                  ///< bcdVersion
  std::uint8_t failure = 0;                   ///< bAdditionalFailureInfo
  std::uint8_t reserved = 0;                  ///< bReserved
  std::vector<AlternateMode> modes;           ///< as many as bNumberOfAlternateModes

  friend bool operator==(const Billboard&, const Billboard&) = default;
};

/// Billboard, a mode: Billboard 1.2.2, 3.1.6.3.
struct BillboardMode {
  Place place;                    ///< where it stands
  std::uint8_t index = 0;         ///< bIndex of the mode in the Billboard capability
  std::uint32_t mode_object = 0;  ///< dwAlternateModeVdo

  friend bool operator==(const BillboardMode&, const BillboardMode&) = default;
};

/// A device capability.
using Capability =
    std::variant<Usb2Extension, SuperSpeed, ContainerId, Platform, SuperSpeedPlus, PowerDelivery,
                 PrecisionTime, ConfigurationSummary, Billboard, BillboardMode>;

/// Name of a bDevCapabilityType: USB 3.2 table 9-14; "container id" for 4. "unknown" for a number
/// that is none of them.
const char* capability_name(std::uint8_t type) noexcept;

/// BOS descriptor and what it holds: USB 3.2 9.6.2, table 9-12.
struct Bos {
  std::vector<std::uint8_t> bytes;       ///< what was given
  Place place;                           ///< of the BOS descriptor itself
  std::uint16_t total_length = 0;        ///< wTotalLength: of this and all capabilities, bytes
  std::uint8_t declared = 0;             ///< bNumDeviceCaps
  std::vector<Capability> capabilities;  ///< in the order of the bytes
  std::vector<Opaque> not_understood;    ///< in the order of the bytes

  friend bool operator==(const Bos&, const Bos&) = default;
};

}  // namespace ddb::usb::bos

#endif  // DDB_USB_BOS_HPP

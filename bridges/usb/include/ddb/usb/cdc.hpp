// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_CDC_HPP
#define DDB_USB_CDC_HPP

#include <array>
#include <cstdint>
#include <variant>
#include <vector>

#include "ddb/usb/place.hpp"

/// Communications: Universal Serial Bus Class Definitions for Communications Devices, revision 1.2
/// (2010), here "CDC"; its subclasses PSTN 1.2, ECM 1.2, NCM 1.0, MBIM 1.0 and WMC 1.1.
namespace ddb::usb::cdc {

/// Header: CDC 5.2.3.1, table 15.
struct Header {
  Place place;                ///< where it stands
  std::uint16_t release = 0;  ///< bcdCDC

  friend bool operator==(const Header&, const Header&) = default;
};

/// Call management: PSTN 5.3.1, table 3.
struct CallManagement {
  Place place;  ///< where it stands
  std::uint8_t capabilities =
      0;  ///< bmCapabilities: bit 0 does it itself, 1 over the data interface
  std::uint8_t data_interface = 0;  ///< bDataInterface: number of the interface

  friend bool operator==(const CallManagement&, const CallManagement&) = default;
};

/// Abstract control management (ACM): PSTN 5.3.2, table 4.
struct AbstractControl {
  Place place;                    ///< where it stands
  std::uint8_t capabilities = 0;  ///< bmCapabilities: bit 1 line coding and serial state, 2 break

  friend bool operator==(const AbstractControl&, const AbstractControl&) = default;
};

/// Direct line management: PSTN 5.3.3, table 5.
struct DirectLine {
  Place place;                    ///< where it stands
  std::uint8_t capabilities = 0;  ///< bmCapabilities

  friend bool operator==(const DirectLine&, const DirectLine&) = default;
};

/// Telephone ringer: PSTN 5.3.4, table 6.
struct TelephoneRinger {
  Place place;                    ///< where it stands
  std::uint8_t volume_steps = 0;  ///< bRingerVolSteps: 0 is 256
  std::uint8_t patterns = 0;      ///< bNumRingerPatterns

  friend bool operator==(const TelephoneRinger&, const TelephoneRinger&) = default;
};

/// Telephone operational modes: PSTN 5.3.5, table 7.
struct TelephoneModes {
  Place place;  ///< where it stands
  std::uint8_t capabilities =
      0;  ///< bmCapabilities: bit 0 simple, 1 standalone, 2 computer centric

  friend bool operator==(const TelephoneModes&, const TelephoneModes&) = default;
};

/// Telephone call and line state reporting: PSTN 5.3.6, table 8.
struct TelephoneStates {
  Place place;                     ///< where it stands
  std::uint32_t capabilities = 0;  ///< bmCapabilities

  friend bool operator==(const TelephoneStates&, const TelephoneStates&) = default;
};

/// Union: interfaces that make one function. CDC 5.2.3.2, table 16.
struct Union {
  Place place;                             ///< where it stands
  std::uint8_t control_interface = 0;      ///< bControlInterface: number of the interface
  std::vector<std::uint8_t> subordinates;  ///< bSubordinateInterface0…: numbers of interfaces

  friend bool operator==(const Union&, const Union&) = default;
};

/// Country selection: CDC 5.2.3.3, table 17.
struct CountrySelection {
  Place place;                           ///< where it stands
  StringIndex release_date = 0;          ///< iCountryCodeRelDate: ddmmyyyy
  std::vector<std::uint16_t> countries;  ///< wCountryCode0…: ISO 3166

  friend bool operator==(const CountrySelection&, const CountrySelection&) = default;
};

/// Ethernet networking: ECM 5.4, table 3; NCM has it too.
struct Ethernet {
  Place place;                             ///< where it stands
  StringIndex mac_address = 0;             ///< iMACAddress: a string of twelve hexadecimal digits
  std::uint32_t statistics = 0;            ///< bmEthernetStatistics
  std::uint16_t maximum_segment_size = 0;  ///< wMaxSegmentSize, in bytes
  std::uint16_t multicast_filters = 0;  ///< wNumberMCFilters: bits 0 to 14; bit 15 says imperfect
  std::uint8_t power_filters = 0;       ///< bNumberPowerFilters

  friend bool operator==(const Ethernet&, const Ethernet&) = default;
};

/// Network control model (NCM): NCM 5.2.1, table 5-2.
struct NetworkControl {
  Place place;                    ///< where it stands
  std::uint16_t release = 0;      ///< bcdNcmVersion
  std::uint8_t capabilities = 0;  ///< bmNetworkCapabilities

  friend bool operator==(const NetworkControl&, const NetworkControl&) = default;
};

/// Mobile broadband (MBIM): MBIM 6.4, table 6-2.
struct MobileBroadband {
  Place place;                             ///< where it stands
  std::uint16_t release = 0;               ///< bcdMBIMVersion
  std::uint16_t maximum_control_size = 0;  ///< wMaxControlMessage, in bytes
  std::uint8_t filters = 0;                ///< bNumberFilters
  std::uint8_t maximum_filter_size = 0;    ///< bMaxFilterSize, in bytes
  std::uint16_t maximum_segment_size = 0;  ///< wMaxSegmentSize, in bytes
  std::uint8_t capabilities = 0;           ///< bmNetworkCapabilities

  friend bool operator==(const MobileBroadband&, const MobileBroadband&) = default;
};

/// Mobile broadband, extended: MBIM 6.5, table 6-3.
struct MobileBroadbandExtended {
  Place place;                            ///< where it stands
  std::uint16_t release = 0;              ///< bcdMBIMExtendedVersion
  std::uint8_t outstanding_commands = 0;  ///< bMaxOutstandingCommandMessages
  std::uint16_t maximum_unit = 0;         ///< wMTU, in bytes

  friend bool operator==(const MobileBroadbandExtended&, const MobileBroadbandExtended&) = default;
};

/// Mobile direct line model (MDLM): WMC 6.7.2.3.
struct MobileDirectLine {
  Place place;                          ///< where it stands
  std::uint16_t release = 0;            ///< bcdVersion
  std::array<std::uint8_t, 16> guid{};  ///< bGUID: which model

  friend bool operator==(const MobileDirectLine&, const MobileDirectLine&) = default;
};

/// Detail of a mobile direct line model: WMC 6.7.2.4.
struct MobileDirectLineDetail {
  Place place;                     ///< where it stands
  std::uint8_t type = 0;           ///< bGuidDescriptorType
  std::vector<std::uint8_t> data;  ///< bDetailData: what the model defines

  friend bool operator==(const MobileDirectLineDetail&, const MobileDirectLineDetail&) = default;
};

/// Wireless handset control model (WHCM), subtype 0x11, and OBEX, subtype 0x15: a version and
/// nothing else. WMC 6.4.2.2 and 6.5.2.2.
struct Versioned {
  Place place;                ///< where it stands
  std::uint8_t subtype = 0;   ///< bDescriptorSubtype
  std::uint16_t release = 0;  ///< bcdVersion

  friend bool operator==(const Versioned&, const Versioned&) = default;
};

/// Device management: WMC 6.6.2.2.
struct DeviceManagement {
  Place place;                        ///< where it stands
  std::uint16_t release = 0;          ///< bcdVersion
  std::uint16_t maximum_command = 0;  ///< wMaxCommand, in bytes

  friend bool operator==(const DeviceManagement&, const DeviceManagement&) = default;
};

/// Command set: WMC 6.3.2.3.
struct CommandSet {
  Place place;                          ///< where it stands
  std::uint16_t release = 0;            ///< bcdVersion
  StringIndex name = 0;                 ///< iCommandSet
  std::array<std::uint8_t, 16> guid{};  ///< bGUID: which set

  friend bool operator==(const CommandSet&, const CommandSet&) = default;
};

/// OBEX service identifier: WMC 6.5.2.3.
struct ObexService {
  Place place;                          ///< where it stands
  std::uint8_t role = 0;                ///< bmRole
  std::array<std::uint8_t, 16> uuid{};  ///< bOBEXServiceUUID
  std::uint16_t release = 0;            ///< wServiceVersion

  friend bool operator==(const ObexService&, const ObexService&) = default;
};

/// A functional descriptor that is defined but of no use to anyone here, or the vendor's own: ISDN,
/// CAPI, ATM, command set detail, telephone control, and the subtypes from 0xfe on.
struct Other {
  Place place;                      ///< where it stands
  std::uint8_t subtype = 0;         ///< bDescriptorSubtype: see functional_name
  std::vector<std::uint8_t> bytes;  ///< what follows the subtype

  friend bool operator==(const Other&, const Other&) = default;
};

/// A functional descriptor: CDC 5.2.3, table 13.
using Functional =
    std::variant<Header, CallManagement, AbstractControl, DirectLine, TelephoneRinger,
                 TelephoneModes, TelephoneStates, Union, CountrySelection, Ethernet, NetworkControl,
                 MobileBroadband, MobileBroadbandExtended, MobileDirectLine, MobileDirectLineDetail,
                 Versioned, DeviceManagement, CommandSet, ObexService, Other>;

/// What an alternate setting of a communications interface holds.
struct Function {
  std::vector<Functional> functionals;  ///< in the order of the bytes

  friend bool operator==(const Function&, const Function&) = default;
};

/// Name of a bDescriptorSubtype: CDC table 13; "union" for 6. "unknown" for a number that is none.
const char* functional_name(std::uint8_t subtype) noexcept;

}  // namespace ddb::usb::cdc

#endif  // DDB_USB_CDC_HPP

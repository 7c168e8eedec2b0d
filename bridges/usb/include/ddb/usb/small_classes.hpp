// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_SMALL_CLASSES_HPP
#define DDB_USB_SMALL_CLASSES_HPP

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ddb/usb/complaint.hpp"
#include "ddb/usb/place.hpp"

/// Classes that have one descriptor of their own. Still image, bulk-only mass storage, test and
/// measurement, Bluetooth and printers other than IPP have none at all: their interface says it.

/// Mass storage: USB Attached SCSI Protocol (UASP) 1.0.
namespace ddb::usb::storage {

/// bPipeID: UASP 5.3.3.5.
enum class Pipe : std::uint8_t {
  Reserved = 0,
  Command = 1,
  Status = 2,
  DataIn = 3,
  DataOut = 4,
};

/// "command", "status", "data in", "data out" or "unknown".
const char* pipe_name(Pipe pipe) noexcept;

/// Pipe usage: what an endpoint of a UAS interface is for. UASP 5.3.3.5.
struct PipeUsage {
  Place place;  ///< where it stands
  Pipe pipe{};  ///< bPipeID

  friend bool operator==(const PipeUsage&, const PipeUsage&) = default;
};

}  // namespace ddb::usb::storage

/// Smart cards: Specification for Integrated Circuit(s) Cards Interface Devices, revision 1.1
/// (2005), here "CCID".
namespace ddb::usb::ccid {

/// What a smart card interface holds: CCID 5.1, table 5.1-1.
struct Function {
  Place place;                              ///< where it stands
  std::uint16_t release = 0;                ///< bcdCCID
  std::uint8_t maximum_slot_index = 0;      ///< bMaxSlotIndex: slots less one
  std::uint8_t voltages = 0;                ///< bVoltageSupport: bit 0 5.0 V, 1 3.0 V, 2 1.8 V
  std::uint32_t protocols = 0;              ///< dwProtocols: bit 0 T=0, 1 T=1
  std::uint32_t default_clock = 0;          ///< dwDefaultClock, in kHz
  std::uint32_t maximum_clock = 0;          ///< dwMaximumClock, in kHz
  std::uint8_t clocks = 0;                  ///< bNumClockSupported; 0: all between the two
  std::uint32_t data_rate = 0;              ///< dwDataRate, in bit/s
  std::uint32_t maximum_data_rate = 0;      ///< dwMaxDataRate, in bit/s
  std::uint8_t data_rates = 0;              ///< bNumDataRatesSupported; 0: all between the two
  std::uint32_t maximum_ifsd = 0;           ///< dwMaxIFSD: of T=1, in bytes
  std::uint32_t synchronous_protocols = 0;  ///< dwSynchProtocols
  std::uint32_t mechanical = 0;  ///< dwMechanical: bit 0 accepts, 1 ejects, 2 captures, 3 locks
  std::uint32_t features = 0;    ///< dwFeatures
  std::uint32_t maximum_message_length = 0;  ///< dwMaxCCIDMessageLength, in bytes
  std::uint8_t class_get_response = 0;       ///< bClassGetResponse: 0xff echoes
  std::uint8_t class_envelope = 0;           ///< bClassEnvelope: 0xff echoes
  std::uint16_t lcd_layout = 0;  ///< wLcdLayout: lines in the upper, characters in the lower byte
  std::uint8_t pin_support = 0;  ///< bPINSupport: bit 0 verification, 1 modification
  std::uint8_t maximum_busy_slots = 0;  ///< bMaxCCIDBusySlots

  friend bool operator==(const Function&, const Function&) = default;
};

}  // namespace ddb::usb::ccid

/// Firmware upgrade: Device Class Specification for Device Firmware Upgrade, revision 1.1 (2004),
/// here "DFU".
namespace ddb::usb::dfu {

/// What a DFU interface holds: DFU 4.1.3, table 4.2.
struct Function {
  Place place;                           ///< where it stands
  std::uint8_t attributes = 0;           ///< bmAttributes: see the functions below
  std::uint16_t detach_time = 0;         ///< wDetachTimeOut, in ms
  std::uint16_t transfer_size = 0;       ///< wTransferSize: at most, in bytes
  std::optional<std::uint16_t> release;  ///< bcdDFUVersion; none in DFU 1.0

  /// Whether firmware can be written.
  bool can_download() const noexcept { return (attributes & 1U) != 0; }
  /// Whether firmware can be read.
  bool can_upload() const noexcept { return (attributes & 2U) != 0; }
  /// Whether it still answers after the firmware was written.
  bool manifestation_tolerant() const noexcept { return (attributes & 4U) != 0; }
  /// Whether it leaves the bus by itself on a detach request.
  bool will_detach() const noexcept { return (attributes & 8U) != 0; }

  friend bool operator==(const Function&, const Function&) = default;
};

}  // namespace ddb::usb::dfu

/// Printers: Universal Serial Bus Device Class Definition for Printing Devices 1.1 (2000), which
/// has no descriptor, and IPP Protocol over USB 1.0 (2012), here "IPP-USB".
namespace ddb::usb::printer {

/// A descriptor of capabilities inside the device information: IPP-USB 4.3.
struct Version {
  std::uint8_t type = 0;            ///< 0 basic capabilities, from 0x20 the vendor's own
  std::vector<std::uint8_t> bytes;  ///< what the type defines; type 0: wBasicCapabilities, then the
                                    ///< strings iIPPVersionsSupported and iIPPPrinterUUID

  friend bool operator==(const Version&, const Version&) = default;
};

/// What an IPP-over-USB interface holds: the device information descriptor, IPP-USB 4.3, table 2.
struct Function {
  Place place;                    ///< where it stands
  std::uint8_t release = 0;       ///< bcdReleaseNumber: a single byte, in devices 1
  std::vector<Version> versions;  ///< as many as bcdNumDescriptors

  friend bool operator==(const Function&, const Function&) = default;
};

}  // namespace ddb::usb::printer

/// Hubs: Universal Serial Bus Specification 2.0, 11.23.2 and 3.2, 10.15.2. A live hub is asked for
/// this one; it is seldom in a configuration.
namespace ddb::usb::hub {

/// Hub descriptor: USB 2.0 table 11-13 (type 0x29), USB 3.2 table 10-5 (type 0x2a).
struct Function {
  Place place;                                 ///< where it stands
  std::uint8_t type = 0x29;                    ///< bDescriptorType: 0x29, or 0x2a for SuperSpeed
  std::uint8_t ports = 0;                      ///< bNbrPorts
  std::uint16_t characteristics = 0;           ///< wHubCharacteristics
  std::uint8_t power_on_delay = 0;             ///< bPwrOn2PwrGood, in 2 ms
  std::uint8_t controller_current = 0;         ///< bHubContrCurrent, in mA; in 4 mA for SuperSpeed
  std::optional<std::uint8_t> decode_latency;  ///< SuperSpeed: bHubHdrDecLat, in 0.1 us
  std::optional<std::uint16_t> delay;          ///< SuperSpeed: wHubDelay, in ns
  std::vector<std::uint8_t> not_removable;     ///< DeviceRemovable: bit 1 is port 1
  std::vector<std::uint8_t> power_control;     ///< PortPwrCtrlMask: all ones; none for SuperSpeed

  friend bool operator==(const Function&, const Function&) = default;
};

/// A hub descriptor and what is wrong with its bytes.
struct HubReading {
  std::optional<Function> hub;        ///< none if it could not be read
  std::vector<Complaint> complaints;  ///< their source is Source::Other
};

/// Reads a hub descriptor, as a live hub answers for it. Throws nothing but std::bad_alloc.
HubReading read_hub(std::span<const std::uint8_t> bytes);

}  // namespace ddb::usb::hub

#endif  // DDB_USB_SMALL_CLASSES_HPP

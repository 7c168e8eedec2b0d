// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_DEVICE_HPP
#define DDB_USB_DEVICE_HPP

#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "ddb/usb/audio1.hpp"
#include "ddb/usb/audio2.hpp"
#include "ddb/usb/audio3.hpp"
#include "ddb/usb/bos.hpp"
#include "ddb/usb/cdc.hpp"
#include "ddb/usb/hid.hpp"
#include "ddb/usb/midi.hpp"
#include "ddb/usb/place.hpp"
#include "ddb/usb/small_classes.hpp"
#include "ddb/usb/video.hpp"

/// What every device has. "USB 2.0" is the Universal Serial Bus Specification, revision 2.0 (2000);
/// "USB 3.2" that of 2017.
namespace ddb::usb {

/// Class, subclass and protocol, of a device, a function or an interface.
struct ClassCode {
  std::uint8_t class_id = 0;  ///< bDeviceClass, bFunctionClass or bInterfaceClass
  std::uint8_t subclass = 0;  ///< …SubClass
  std::uint8_t protocol = 0;  ///< …Protocol

  friend bool operator==(const ClassCode&, const ClassCode&) = default;
};

/// Name of what class, subclass and protocol together say, as USB-IF has it in its list of class
/// codes: "Bluetooth AMP", "bulk-only SCSI". Empty for what has no name there, and for the
/// vendor's own.
const char* class_code_name(const ClassCode& code) noexcept;

/// Name of a class: "audio" for 1. "unknown" for a number that is none of them.
const char* class_name(std::uint8_t class_id) noexcept;

/// Device descriptor: USB 2.0 9.6.1, table 9-8.
struct DeviceDescriptor {
  Place place;                    ///< where it stands
  std::uint16_t usb_release = 0;  ///< bcdUSB
  ClassCode device_class;         ///< bDeviceClass, bDeviceSubClass, bDeviceProtocol
  std::uint8_t maximum_packet_size =
      0;                              ///< bMaxPacketSize0, in bytes; from USB 3 on a power of two
  std::uint16_t vendor = 0;           ///< idVendor
  std::uint16_t product = 0;          ///< idProduct
  std::uint16_t release = 0;          ///< bcdDevice
  StringIndex manufacturer_name = 0;  ///< iManufacturer
  StringIndex product_name = 0;       ///< iProduct
  StringIndex serial_number = 0;      ///< iSerialNumber
  std::uint8_t configurations = 0;    ///< bNumConfigurations

  friend bool operator==(const DeviceDescriptor&, const DeviceDescriptor&) = default;
};

/// How an endpoint moves data: USB 2.0 table 9-13, bits 0 and 1.
enum class TransferType : std::uint8_t { Control, Isochronous, Bulk, Interrupt };

/// "control", "isochronous", "bulk" or "interrupt".
const char* transfer_type_name(TransferType type) noexcept;

/// How an isochronous endpoint keeps time: USB 2.0 table 9-13, bits 2 and 3.
enum class Synchronization : std::uint8_t { None, Asynchronous, Adaptive, Synchronous };

/// "none", "asynchronous", "adaptive" or "synchronous".
const char* synchronization_name(Synchronization synchronization) noexcept;

/// What an isochronous endpoint is for: USB 2.0 table 9-13, bits 4 and 5.
enum class EndpointUsage : std::uint8_t { Data, Feedback, ImplicitFeedback, Reserved };

/// "data", "feedback", "implicit feedback" or "reserved".
const char* endpoint_usage_name(EndpointUsage usage) noexcept;

/// SuperSpeed endpoint companion: USB 3.2 9.6.7, table 9-27.
struct SuperSpeedCompanion {
  Place place;                           ///< where it stands
  std::uint8_t maximum_burst = 0;        ///< bMaxBurst: packets at once, less one
  std::uint8_t attributes = 0;           ///< bmAttributes: streams of bulk, packets of isochronous
  std::uint16_t bytes_per_interval = 0;  ///< wBytesPerInterval: of periodic endpoints

  friend bool operator==(const SuperSpeedCompanion&, const SuperSpeedCompanion&) = default;
};

/// SuperSpeedPlus isochronous endpoint companion: USB 3.2 9.6.8, table 9-28.
struct IsochronousCompanion {
  Place place;                           ///< where it stands
  std::uint16_t reserved = 0;            ///< wReserved
  std::uint32_t bytes_per_interval = 0;  ///< dwBytesPerInterval

  friend bool operator==(const IsochronousCompanion&, const IsochronousCompanion&) = default;
};

/// The two bytes that endpoints of audio class 1 and MIDI have beside: UAC1 4.6.1.1, table 4-20.
struct AudioExtension {
  std::uint8_t refresh = 0;        ///< bRefresh: of a feedback endpoint, as a power of two of ms
  std::uint8_t synch_address = 0;  ///< bSynchAddress: of its feedback endpoint; 0: none

  friend bool operator==(const AudioExtension&, const AudioExtension&) = default;
};

/// Class-specific endpoint descriptor.
using EndpointDetails = std::variant<std::monostate, audio1::DataEndpoint, audio2::DataEndpoint,
                                     audio3::DataEndpoint, midi::JackEndpoint, midi::GroupEndpoint,
                                     video::InterruptEndpoint, storage::PipeUsage>;

/// Endpoint descriptor and what belongs to it: USB 2.0 9.6.6, table 9-13.
struct Endpoint {
  Place place;                          ///< where it stands
  std::uint8_t address = 0;             ///< bEndpointAddress
  std::uint8_t attributes = 0;          ///< bmAttributes
  std::uint16_t maximum_packet = 0;     ///< wMaxPacketSize: see the functions below
  std::uint8_t interval = 0;            ///< bInterval: frames, or a power of two of microframes
  std::optional<AudioExtension> audio;  ///< if it has nine bytes
  std::optional<SuperSpeedCompanion> companion;     ///< of SuperSpeed
  std::optional<IsochronousCompanion> isochronous;  ///< of SuperSpeedPlus
  EndpointDetails details;                          ///< what its class says of it

  /// 0 to 15.
  unsigned number() const noexcept { return address & 0x0fU; }
  /// Whether it brings data to the host.
  bool is_in() const noexcept { return (address & 0x80U) != 0; }
  /// How it moves data.
  TransferType transfer_type() const noexcept { return static_cast<TransferType>(attributes & 3U); }
  /// How it keeps time, if it is isochronous.
  Synchronization synchronization() const noexcept {
    return static_cast<Synchronization>(attributes >> 2U & 3U);
  }
  /// What it is for, if it is isochronous.
  EndpointUsage usage() const noexcept { return static_cast<EndpointUsage>(attributes >> 4U & 3U); }
  /// Bytes of a packet.
  unsigned packet_size() const noexcept { return maximum_packet & 0x7ffU; }
  /// Packets in a microframe, of a periodic endpoint at high speed.
  unsigned packets_per_microframe() const noexcept { return (maximum_packet >> 11U & 3U) + 1; }

  friend bool operator==(const Endpoint&, const Endpoint&) = default;
};

/// What the class of an interface says in its own descriptors. Which one it is follows from the
/// class, subclass and protocol, not from the descriptors: an alternate setting may hold an empty
/// one. None for a class without descriptors of its own, and for the vendor's.
using FunctionDetails =
    std::variant<std::monostate, audio1::Control, audio1::Streaming, audio2::Control,
                 audio2::Streaming, audio3::Control, audio3::Streaming, midi::Streaming,
                 hid::Function, video::Control, video::Streaming, cdc::Function, ccid::Function,
                 dfu::Function, printer::Function, hub::Function>;

/// Interface descriptor and all that follows it up to the next: USB 2.0 9.6.5, table 9-12.
struct AlternateSetting {
  Place place;                          ///< where it stands
  std::uint8_t interface = 0;           ///< bInterfaceNumber
  std::uint8_t alternate = 0;           ///< bAlternateSetting
  std::uint8_t declared_endpoints = 0;  ///< bNumEndpoints: the size of `endpoints` if all is well
  ClassCode interface_class;            ///< bInterfaceClass, bInterfaceSubClass, bInterfaceProtocol
  StringIndex name = 0;                 ///< iInterface
  FunctionDetails details;              ///< what its class says
  std::vector<Endpoint> endpoints;      ///< in the order of the bytes
  std::vector<Opaque> not_understood;   ///< in the order of the bytes

  friend bool operator==(const AlternateSetting&, const AlternateSetting&) = default;
};

/// The alternate settings of one interface number.
struct Interface {
  std::uint8_t number = 0;                 ///< bInterfaceNumber
  std::vector<AlternateSetting> settings;  ///< in the order of the bytes; never empty

  friend bool operator==(const Interface&, const Interface&) = default;
};

/// Interface association: interfaces that make one function. USB 3.2 9.6.4, table 9-23.
struct InterfaceAssociation {
  Place place;                       ///< where it stands
  std::uint8_t first_interface = 0;  ///< bFirstInterface: number of the first
  std::uint8_t interfaces = 0;       ///< bInterfaceCount: how many in a row
  ClassCode function_class;          ///< bFunctionClass, bFunctionSubClass, bFunctionProtocol
  StringIndex name = 0;              ///< iFunction

  friend bool operator==(const InterfaceAssociation&, const InterfaceAssociation&) = default;
};

/// On-The-Go: On-The-Go and Embedded Host Supplement 2.0, 6.4, table 6-2.
struct OnTheGo {
  Place place;                           ///< where it stands
  std::uint8_t attributes = 0;           ///< bmAttributes: bit 0 SRP, 1 HNP, 2 ADP, 3 RSP
  std::optional<std::uint16_t> release;  ///< bcdOTG; none before 2.0

  friend bool operator==(const OnTheGo&, const OnTheGo&) = default;
};

/// Configuration descriptor and all that it holds: USB 2.0 9.6.3, table 9-10.
struct Configuration {
  Place place;                                     ///< of the configuration descriptor itself
  Extent extent;                                   ///< of it and all that it holds, as far as there
  std::uint16_t total_length = 0;                  ///< wTotalLength, in bytes
  std::uint8_t declared_interfaces = 0;            ///< bNumInterfaces
  std::uint8_t value = 0;                          ///< bConfigurationValue
  StringIndex name = 0;                            ///< iConfiguration
  std::uint8_t attributes = 0;                     ///< bmAttributes
  std::uint8_t maximum_power = 0;                  ///< bMaxPower, in 2 mA; 8 mA at SuperSpeed
  std::vector<InterfaceAssociation> associations;  ///< in the order of the bytes
  std::vector<Interface> interfaces;               ///< in the order in which their numbers appear
  std::optional<OnTheGo> on_the_go;                ///< if the device has it
  std::vector<Opaque> not_understood;              ///< what belongs to no interface

  /// Whether it has a power supply of its own.
  bool self_powered() const noexcept { return (attributes & 0x40U) != 0; }
  /// Whether it can wake up the host.
  bool remote_wakeup() const noexcept { return (attributes & 0x20U) != 0; }
  /// The interface with this number; null if there is none. It lives as long as the configuration.
  const Interface* find(std::uint8_t number) const noexcept;

  friend bool operator==(const Configuration&, const Configuration&) = default;
};

/// All that a device says of itself.
struct Device {
  std::vector<std::uint8_t> bytes;                        ///< what was given as Input::descriptors
  std::optional<DeviceDescriptor> descriptor;             ///< none if the bytes begin without it
  std::vector<Configuration> configurations;              ///< in the order of the bytes
  std::vector<Opaque> not_understood;                     ///< outside of every configuration
  std::optional<bos::Bos> bos;                            ///< none if not given
  std::vector<hid::ReportDescriptor> report_descriptors;  ///< as given: see hid::Function::report

  /// The bytes of a descriptor or run; cut where it would run past the end.
  std::span<const std::uint8_t> bytes_of(Extent extent) const noexcept;

  friend bool operator==(const Device&, const Device&) = default;
};

}  // namespace ddb::usb

#endif  // DDB_USB_DEVICE_HPP

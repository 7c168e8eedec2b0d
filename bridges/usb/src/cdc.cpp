// SPDX-License-Identifier: Apache-2.0
#include "ddb/usb/cdc.hpp"

#include "class_readers.hpp"

namespace ddb::usb {

namespace cdc {

namespace {

// A descriptor of a single byte.
template <class Value>
Value capabilities(FieldReader& in) {
  Value value;
  value.capabilities = in.u8();
  return value;
}

CallManagement call_management(FieldReader& in) {
  CallManagement value;
  value.capabilities = in.u8();
  value.data_interface = in.u8();
  return value;
}

TelephoneRinger telephone_ringer(FieldReader& in) {
  TelephoneRinger value;
  value.volume_steps = in.u8();
  value.patterns = in.u8();
  return value;
}

TelephoneStates telephone_states(FieldReader& in) {
  TelephoneStates value;
  value.capabilities = in.u32();
  return value;
}

// One subordinate at least; the others are all that is left.
Union interface_union(FieldReader& in) {
  Union value;
  value.control_interface = in.u8();
  value.subordinates = in.bytes(in.left() > 0 ? in.left() : 1);
  return value;
}

CountrySelection country_selection(FieldReader& in) {
  CountrySelection value;
  value.release_date = in.u8();
  value.countries = in.numbers<std::uint16_t>(in.left() / 2);
  return value;
}

Ethernet ethernet(FieldReader& in) {
  Ethernet value;
  value.mac_address = in.u8();
  value.statistics = in.u32();
  value.maximum_segment_size = in.u16();
  value.multicast_filters = in.u16();
  value.power_filters = in.u8();
  return value;
}

NetworkControl network_control(FieldReader& in) {
  NetworkControl value;
  value.release = in.u16();
  value.capabilities = in.u8();
  return value;
}

MobileBroadband mobile_broadband(FieldReader& in) {
  MobileBroadband value;
  value.release = in.u16();
  value.maximum_control_size = in.u16();
  value.filters = in.u8();
  value.maximum_filter_size = in.u8();
  value.maximum_segment_size = in.u16();
  value.capabilities = in.u8();
  return value;
}

MobileBroadbandExtended mobile_broadband_extended(FieldReader& in) {
  MobileBroadbandExtended value;
  value.release = in.u16();
  value.outstanding_commands = in.u8();
  value.maximum_unit = in.u16();
  return value;
}

MobileDirectLine mobile_direct_line(FieldReader& in) {
  MobileDirectLine value;
  value.release = in.u16();
  value.guid = in.array<16>();
  return value;
}

MobileDirectLineDetail mobile_direct_line_detail(FieldReader& in) {
  MobileDirectLineDetail value;
  value.type = in.u8();
  value.data = in.all_bytes();
  return value;
}

Versioned versioned(FieldReader& in, std::uint8_t subtype) {
  Versioned value;
  value.subtype = subtype;
  value.release = in.u16();
  return value;
}

DeviceManagement device_management(FieldReader& in) {
  DeviceManagement value;
  value.release = in.u16();
  value.maximum_command = in.u16();
  return value;
}

CommandSet command_set(FieldReader& in) {
  CommandSet value;
  value.release = in.u16();
  value.name = in.u8();
  value.guid = in.array<16>();
  return value;
}

ObexService obex_service(FieldReader& in) {
  ObexService value;
  value.role = in.u8();
  value.uuid = in.array<16>();
  value.release = in.u16();
  return value;
}

Other other(FieldReader& in, std::uint8_t subtype) {
  Other value;
  value.subtype = subtype;
  value.bytes = in.all_bytes();
  return value;
}

}  // namespace

}  // namespace cdc

bool read_class_descriptor(Context& context, FieldReader& in, cdc::Function& function) {
  if (in.type() != kClassSpecificInterface) return false;
  const std::uint8_t subtype = in.u8();
  const auto keep_as = [&](auto value) {
    keep(context, in, function.functionals, std::move(value), cdc::functional_name(subtype));
    return true;
  };
  switch (subtype) {
    case 0x00: {
      cdc::Header header;
      header.release = in.u16();
      return keep_as(header);
    }
    case 0x01:
      return keep_as(cdc::call_management(in));
    case 0x02:
      return keep_as(cdc::capabilities<cdc::AbstractControl>(in));
    case 0x03:
      return keep_as(cdc::capabilities<cdc::DirectLine>(in));
    case 0x04:
      return keep_as(cdc::telephone_ringer(in));
    case 0x05:
      return keep_as(cdc::telephone_states(in));
    case 0x06:
      return keep_as(cdc::interface_union(in));
    case 0x07:
      return keep_as(cdc::country_selection(in));
    case 0x08:
      return keep_as(cdc::capabilities<cdc::TelephoneModes>(in));
    case 0x0f:
      return keep_as(cdc::ethernet(in));
    case 0x11:
    case 0x15:
      return keep_as(cdc::versioned(in, subtype));
    case 0x12:
      return keep_as(cdc::mobile_direct_line(in));
    case 0x13:
      return keep_as(cdc::mobile_direct_line_detail(in));
    case 0x14:
      return keep_as(cdc::device_management(in));
    case 0x16:
      return keep_as(cdc::command_set(in));
    case 0x19:
      return keep_as(cdc::obex_service(in));
    case 0x1a:
      return keep_as(cdc::network_control(in));
    case 0x1b:
      return keep_as(cdc::mobile_broadband(in));
    case 0x1c:
      return keep_as(cdc::mobile_broadband_extended(in));
    default:
      // Subtypes that the specifications reserve are met as vendors' own.
      return keep_as(cdc::other(in, subtype));
  }
}

}  // namespace ddb::usb

// SPDX-License-Identifier: Apache-2.0
#include "ddb/usb/bos.hpp"

#include <algorithm>

#include "class_readers.hpp"

namespace ddb::usb {

namespace bos {

namespace {

Usb2Extension usb2_extension(FieldReader& in) {
  Usb2Extension value;
  value.attributes = in.u32();
  return value;
}

SuperSpeed super_speed(FieldReader& in) {
  SuperSpeed value;
  value.attributes = in.u8();
  value.speeds = in.u16();
  value.full_function = in.u8();
  value.u1_exit_latency = in.u8();
  value.u2_exit_latency = in.u16();
  return value;
}

ContainerId container_id(FieldReader& in) {
  ContainerId value;
  value.reserved = in.u8();
  value.id = in.array<16>();
  return value;
}

Platform platform(FieldReader& in) {
  Platform value;
  value.reserved = in.u8();
  value.id = in.array<16>();
  value.data = in.all_bytes();
  return value;
}

SuperSpeedPlus super_speed_plus(FieldReader& in) {
  SuperSpeedPlus value;
  value.reserved = in.u8();
  value.attributes = in.u32();
  value.functionality = in.u16();
  value.reserved2 = in.u16();
  for (const std::uint32_t attributes : in.numbers<std::uint32_t>((value.attributes & 0x1fU) + 1)) {
    value.sublinks.push_back({attributes});
  }
  return value;
}

PowerDelivery power_delivery(FieldReader& in) {
  PowerDelivery value;
  value.reserved = in.u8();
  value.attributes = in.u32();
  value.charging_release = in.u16();
  value.power_release = in.u16();
  value.connector_release = in.u16();
  return value;
}

ConfigurationSummary configuration_summary(FieldReader& in) {
  ConfigurationSummary value;
  value.release = in.u16();
  value.device_class = in.u8();
  value.device_subclass = in.u8();
  value.device_protocol = in.u8();
  value.configurations = in.bytes(in.u8());
  return value;
}

Billboard billboard(FieldReader& in) {
  Billboard value;
  value.url = in.u8();
  const std::size_t modes = in.u8();
  value.preferred_mode = in.u8();
  value.connector_power = in.u16();
  value.configured = in.array<32>();
  value.release = in.u16();
  value.failure = in.u8();
  value.reserved = in.u8();
  for (std::size_t index = 0; index < modes && !in.fell_short(); ++index) {
    AlternateMode mode;
    mode.vendor = in.u16();
    mode.mode = in.u8();
    mode.name = in.u8();
    value.modes.push_back(mode);
  }
  return value;
}

BillboardMode billboard_mode(FieldReader& in) {
  BillboardMode value;
  value.index = in.u8();
  value.mode_object = in.u32();
  return value;
}

void read_capability(Context& context, FieldReader& in, std::vector<Capability>& capabilities) {
  const std::uint8_t type = in.u8();
  const auto keep_as = [&](auto value) {
    keep(context, in, capabilities, std::move(value), capability_name(type));
  };
  switch (type) {
    case 0x02:
      return keep_as(usb2_extension(in));
    case 0x03:
      return keep_as(super_speed(in));
    case 0x04:
      return keep_as(container_id(in));
    case 0x05:
      return keep_as(platform(in));
    case 0x06:
      return keep_as(power_delivery(in));
    case 0x0a:
      return keep_as(super_speed_plus(in));
    case 0x0b:
      return keep_as(PrecisionTime{});
    case 0x0d:
      return keep_as(billboard(in));
    case 0x0f:
      return keep_as(billboard_mode(in));
    case 0x10:
      return keep_as(configuration_summary(in));
    default:
      context.complaints.warn(in.offset(), "a device capability of type ", Hex{type}, " (",
                              capability_name(type), ") is kept as bytes");
      context.not_understood.push_back({in.extent(), in.type(), Unread::Unknown});
  }
}

}  // namespace

std::uint64_t Sublink::bits_per_second() const noexcept {
  constexpr std::array<std::uint64_t, 4> scale = {1, 1'000, 1'000'000, 1'000'000'000};
  return (attributes >> 16U) * scale[attributes >> 4U & 3U];
}

}  // namespace bos

bos::Bos read_bos(std::span<const std::uint8_t> bytes, Collector& complaints) {
  constexpr std::uint8_t bos_type = 0x0f;
  constexpr std::uint8_t capability_type = 0x10;
  bos::Bos bos;
  bos.bytes.assign(bytes.begin(), bytes.end());
  Context context{complaints, bos.not_understood};
  if (bytes.size() < 5 || bytes[0] < 5 || bytes[0] > bytes.size() || bytes[1] != bos_type) {
    complaints.error(0, "a BOS descriptor begins with at least 5 bytes and type 0x0f");
    bos.not_understood.push_back({{0, static_cast<std::uint32_t>(bytes.size())}, 0, Unread::Cut});
    return bos;
  }
  FieldReader in(bytes.first(bytes[0]), 0);
  bos.total_length = in.u16();
  bos.declared = in.u8();
  finish(context, in, bos.place, "BOS descriptor");
  if (bos.total_length != bytes.size()) {
    complaints.error(0, "the BOS descriptor says that there are ", bos.total_length,
                     " bytes in all, and there are ", bytes.size());
  }
  const std::size_t end = std::clamp<std::size_t>(bos.total_length, bos.place.length, bytes.size());
  for_each_frame(
      bytes.subspan(bos.place.length, end - bos.place.length), bos.place.length,
      [&](FieldReader frame) {
        if (frame.type() == capability_type) {
          bos::read_capability(context, frame, bos.capabilities);
        } else {
          misplace(context, frame, "descriptor", "is no device capability");
        }
      },
      [&](Extent rest, std::uint8_t length) { cut(context, rest, length); });
  if (end < bytes.size()) {
    bos.not_understood.push_back(
        {{static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(bytes.size() - end)},
         0,
         Unread::Outside});
  }
  const std::size_t found = bos.capabilities.size() + bos.not_understood.size();
  if (found != bos.declared) {
    complaints.warn(0, "the BOS descriptor says that there are ", bos.declared,
                    " capabilities, and there are ", found);
  }
  return bos;
}

}  // namespace ddb::usb

// SPDX-License-Identifier: Apache-2.0
#include "ddb/usb/small_classes.hpp"

#include "class_readers.hpp"

namespace ddb::usb {

namespace {

// All classes here have a single descriptor, whose place says whether it was read already.
template <class Function>
bool keep_function(Context& context, const FieldReader& in, Function& slot, Function value,
                   const char* what) {
  if (slot.place.length > 0) {
    misplace(context, in, what, "is there twice");
  } else if (finish(context, in, value.place, what)) {
    slot = std::move(value);
  }
  return true;
}

constexpr std::uint8_t kHub = 0x29;
constexpr std::uint8_t kSuperSpeedHub = 0x2a;

hub::Function hub_function(FieldReader& in) {
  hub::Function hub;
  hub.type = in.type();
  hub.ports = in.u8();
  hub.characteristics = in.u16();
  hub.power_on_delay = in.u8();
  hub.controller_current = in.u8();
  if (hub.type == kSuperSpeedHub) {
    hub.decode_latency = in.u8();
    hub.delay = in.u16();
    hub.not_removable = in.bytes(2);
  } else {
    // A bit a port, and bit 0 is not used.
    const std::size_t size = hub.ports / 8U + 1;
    hub.not_removable = in.bytes(size);
    hub.power_control = in.bytes(size);
  }
  return hub;
}

}  // namespace

bool read_storage_descriptor(Context& context, FieldReader& in) {
  constexpr std::uint8_t pipe_usage = 0x24;
  if (in.type() != pipe_usage || context.endpoint == nullptr) return false;
  storage::PipeUsage usage;
  usage.pipe = static_cast<storage::Pipe>(in.u8());
  in.u8();  // reserved
  keep_only(context, in, context.endpoint->details, usage, "pipe usage");
  return true;
}

bool read_class_descriptor(Context& context, FieldReader& in, ccid::Function& function) {
  if (in.type() != 0x21) return false;
  ccid::Function card;
  card.release = in.u16();
  card.maximum_slot_index = in.u8();
  card.voltages = in.u8();
  card.protocols = in.u32();
  card.default_clock = in.u32();
  card.maximum_clock = in.u32();
  card.clocks = in.u8();
  card.data_rate = in.u32();
  card.maximum_data_rate = in.u32();
  card.data_rates = in.u8();
  card.maximum_ifsd = in.u32();
  card.synchronous_protocols = in.u32();
  card.mechanical = in.u32();
  card.features = in.u32();
  card.maximum_message_length = in.u32();
  card.class_get_response = in.u8();
  card.class_envelope = in.u8();
  card.lcd_layout = in.u16();
  card.pin_support = in.u8();
  card.maximum_busy_slots = in.u8();
  return keep_function(context, in, function, card, "smart card descriptor");
}

bool read_class_descriptor(Context& context, FieldReader& in, dfu::Function& function) {
  if (in.type() != 0x21) return false;
  dfu::Function upgrade;
  upgrade.attributes = in.u8();
  upgrade.detach_time = in.u16();
  upgrade.transfer_size = in.u16();
  if (in.left() > 0) upgrade.release = in.u16();
  return keep_function(context, in, function, upgrade, "firmware upgrade descriptor");
}

bool read_class_descriptor(Context& context, FieldReader& in, printer::Function& function) {
  if (in.type() != 0x21) return false;
  printer::Function device;
  device.release = in.u8();
  const std::size_t count = in.u8();
  for (std::size_t index = 0; index < count && !in.fell_short(); ++index) {
    printer::Version version;
    version.type = in.u8();
    version.bytes = in.bytes(in.u8());
    device.versions.push_back(std::move(version));
  }
  return keep_function(context, in, function, std::move(device), "IPP-over-USB descriptor");
}

bool read_class_descriptor(Context& context, FieldReader& in, hub::Function& function) {
  if (in.type() != kHub && in.type() != kSuperSpeedHub) return false;
  return keep_function(context, in, function, hub_function(in), "hub descriptor");
}

hub::HubReading hub::read_hub(std::span<const std::uint8_t> bytes) {
  HubReading reading;
  std::size_t left_out = 0;
  Collector complaints(reading.complaints, left_out, Source::Other);
  std::vector<Opaque> not_understood;
  Context context{complaints, not_understood};
  for_each_frame(
      bytes, 0,
      [&](FieldReader in) {
        Function hub;
        if (in.offset() > 0 || !read_class_descriptor(context, in, hub)) {
          misplace(context, in, "descriptor", "is no hub descriptor");
        } else if (hub.place.length > 0) {
          reading.hub = std::move(hub);
        }
      },
      [&](Extent rest, std::uint8_t length) { cut(context, rest, length); });
  if (bytes.empty()) complaints.error(0, "there are no bytes");
  return reading;
}

}  // namespace ddb::usb

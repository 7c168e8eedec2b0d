// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_CLASS_READERS_HPP
#define DDB_USB_CLASS_READERS_HPP

#include <optional>
#include <utility>
#include <vector>

#include "collector.hpp"
#include "ddb/usb/device.hpp"
#include "field_reader.hpp"

/// One reader a class, each of which reads one class-specific descriptor into the setting or the
/// endpoint that it belongs to.
namespace ddb::usb {

/// bDescriptorType of class-specific descriptors.
inline constexpr std::uint8_t kClassSpecificInterface = 0x24;
inline constexpr std::uint8_t kClassSpecificEndpoint = 0x25;

/// Where a class-specific descriptor goes to.
struct Context {
  Collector& complaints;
  std::vector<Opaque>& not_understood;
  Endpoint* endpoint = nullptr;  ///< the one before it; null if there is none
};

/// The place of a descriptor that was read to its end. If it fell short, it is kept as bytes and
/// there is no place.
bool finish(Context& context, const FieldReader& in, Place& place, const char* what);

/// Keeps the bytes of a descriptor that is there twice, or stands where it means nothing.
void misplace(Context& context, const FieldReader& in, const char* what, const char* why);

/// Puts a value that was read at the end of a list.
template <class List, class Value>
void keep(Context& context, const FieldReader& in, List& list, Value value, const char* what) {
  if (finish(context, in, value.place, what)) list.push_back(std::move(value));
}

/// Puts a value that was read where there can be only one.
template <class Value>
void keep_once(Context& context, const FieldReader& in, std::optional<Value>& slot, Value value,
               const char* what) {
  if (slot) {
    misplace(context, in, what, "is there twice");
  } else if (finish(context, in, value.place, what)) {
    slot = std::move(value);
  }
}

/// As keep_once, for a variant whose first alternative is std::monostate.
template <class Variant, class Value>
void keep_only(Context& context, const FieldReader& in, Variant& slot, Value value,
               const char* what) {
  if (slot.index() != 0) {
    misplace(context, in, what, "is there twice");
  } else if (finish(context, in, value.place, what)) {
    slot = std::move(value);
  }
}

/// As keep_only, for what belongs to the endpoint before.
template <class Value>
void keep_at_endpoint(Context& context, const FieldReader& in, Value value, const char* what) {
  if (context.endpoint == nullptr) {
    misplace(context, in, what, "stands before any endpoint");
  } else {
    keep_only(context, in, context.endpoint->details, std::move(value), what);
  }
}

/// Keeps bytes in which no descriptor can be made out, since this bLength cannot be.
void cut(Context& context, Extent rest, std::uint8_t length);

/// Calls `frame` with a FieldReader for each descriptor, and `rest` with the Extent of what is left
/// where a bLength is less than 2 or runs past the end, and that bLength. `base` is the offset of
/// the first byte.
template <class OnFrame, class OnRest>
void for_each_frame(std::span<const std::uint8_t> bytes, std::uint32_t base, OnFrame frame,
                    OnRest rest) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t length = bytes[at];
    const auto offset = static_cast<std::uint32_t>(base + at);
    if (length < 2 || length > bytes.size() - at) {
      rest(Extent{offset, static_cast<std::uint32_t>(bytes.size() - at)}, bytes[at]);
      return;
    }
    frame(FieldReader(bytes.subspan(at, length), offset));
    at += length;
  }
}

/// Each of these returns whether the class has a descriptor of this type and subtype; if so, it was
/// read or kept as bytes.
bool read_class_descriptor(Context& context, FieldReader& in, audio1::Control& control);
bool read_class_descriptor(Context& context, FieldReader& in, audio1::Streaming& streaming);
bool read_class_descriptor(Context& context, FieldReader& in, audio2::Control& control);
bool read_class_descriptor(Context& context, FieldReader& in, audio2::Streaming& streaming);
bool read_class_descriptor(Context& context, FieldReader& in, audio3::Control& control);
bool read_class_descriptor(Context& context, FieldReader& in, audio3::Streaming& streaming);
bool read_class_descriptor(Context& context, FieldReader& in, midi::Streaming& streaming);
bool read_class_descriptor(Context& context, FieldReader& in, hid::Function& function);
bool read_class_descriptor(Context& context, FieldReader& in, video::Control& control);
bool read_class_descriptor(Context& context, FieldReader& in, video::Streaming& streaming);
bool read_class_descriptor(Context& context, FieldReader& in, cdc::Function& function);
bool read_class_descriptor(Context& context, FieldReader& in, ccid::Function& function);
bool read_class_descriptor(Context& context, FieldReader& in, dfu::Function& function);
bool read_class_descriptor(Context& context, FieldReader& in, printer::Function& function);
bool read_class_descriptor(Context& context, FieldReader& in, hub::Function& function);
bool read_storage_descriptor(Context& context, FieldReader& in);

/// The BOS and its capabilities.
bos::Bos read_bos(std::span<const std::uint8_t> bytes, Collector& complaints);

/// A report descriptor; `read_report_descriptor` with the complaints elsewhere.
hid::ReportDescriptor read_report(std::span<const std::uint8_t> bytes, Collector& complaints);

/// What must hold between the descriptors of a configuration.
void check(const Configuration& configuration, Collector& complaints);

}  // namespace ddb::usb

#endif  // DDB_USB_CLASS_READERS_HPP

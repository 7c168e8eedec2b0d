// SPDX-License-Identifier: Apache-2.0
#include "ddb/usb/hid.hpp"

#include "class_readers.hpp"

namespace ddb::usb {

// bNumDescriptors is wrong in devices that work, in both directions: what counts is what is there.
bool read_class_descriptor(Context& context, FieldReader& in, hid::Function& function) {
  constexpr std::uint8_t hid_type = 0x21;
  constexpr std::size_t entry_size = 3;
  constexpr const char* what = "HID descriptor";
  if (in.type() != hid_type) return false;
  hid::Function value;
  value.release = in.u16();
  value.country = in.u8();
  value.declared = in.u8();
  const std::size_t count = in.left() / entry_size;
  value.descriptors.reserve(count);
  for (std::size_t index = 0; index < count; ++index) {
    hid::ClassDescriptor entry;
    entry.type = in.u8();
    entry.length = in.u16();
    value.descriptors.push_back(entry);
  }
  if (function.place.length > 0) {
    misplace(context, in, what, "is there twice");
    return true;
  }
  if (!finish(context, in, value.place, what)) return true;
  if (count < value.declared) {
    context.complaints.error(in.offset(), "the HID descriptor says that it names ",
                             Count{value.declared, "descriptor"}, ", and has room for ", count);
  } else if (count > value.declared) {
    context.complaints.warn(in.offset(), "the HID descriptor says that it names ",
                            Count{value.declared, "descriptor"}, ", and names ", count);
  }
  function = std::move(value);
  return true;
}

}  // namespace ddb::usb

// SPDX-License-Identifier: Apache-2.0
#include "class_readers.hpp"

namespace ddb::usb {

bool finish(Context& context, const FieldReader& in, Place& place, const char* what) {
  if (in.fell_short()) {
    context.complaints.error(in.offset(), "the ", what, " has ", Count{in.length(), "byte"},
                             ", but what it says it holds needs ", in.needed());
    context.not_understood.push_back({in.extent(), in.type(), Unread::TooShort});
    return false;
  }
  place = in.place();
  if (in.left() > 0) {
    context.complaints.warn(in.offset(), "the ", what, " has ", Count{in.left(), "byte"},
                            " after what is known of it");
  }
  return true;
}

void misplace(Context& context, const FieldReader& in, const char* what, const char* why) {
  context.complaints.error(in.offset(), "the ", what, " ", why);
  context.not_understood.push_back({in.extent(), in.type(), Unread::Misplaced});
}

void cut(Context& context, Extent rest, std::uint8_t length) {
  context.complaints.error(rest.offset, "no whole descriptor stands here: its bLength is ", length,
                           ", and ", Count{rest.length, "byte"}, " cannot be read");
  context.not_understood.push_back({rest, 0, Unread::Cut});
}

}  // namespace ddb::usb

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_DUMP_HPP
#define DDB_USB_DUMP_HPP

#include <map>
#include <string>

#include "ddb/usb/place.hpp"
#include "ddb/usb/reading.hpp"

/// A reading written out whole: every descriptor and every number in it. Fields have the names of
/// their specifications, as `lsusb -v` has them. Both functions may be called by any number of
/// threads, give the same for the same reading, and throw nothing but std::bad_alloc.
namespace ddb::usb {

/// The strings that a live device gave, as UTF-8, by their index.
using Strings = std::map<StringIndex, std::string>;

/// For people: descriptor by descriptor in the order of the bytes, a field a line with what its
/// number means, and each complaint at the descriptor that it is about. Control characters of
/// strings are shown as `\x1b`.
std::string dump_text(const Reading& reading, const Strings& strings = {});

/// For programs: one JSON object, indented, with a newline at its end. Its form is that of
/// `schemas/dump.schema.json`: an object for each descriptor, numbers as they are, the meaning of
/// numbers apart from them; bytes that were not understood as hexadecimal digits. Keys are never
/// renamed, only added. Bytes of strings that are no UTF-8 are replaced by U+FFFD.
std::string dump_json(const Reading& reading, const Strings& strings = {});

}  // namespace ddb::usb

#endif  // DDB_USB_DUMP_HPP

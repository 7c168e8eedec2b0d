// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_SRC_TERMINAL_TYPES_HPP
#define DDB_USB_SRC_TERMINAL_TYPES_HPP

#include <cstdint>

#include "ddb/usb/description.hpp"

namespace ddb::usb {

/// What a terminal type says of the place where the signal enters or leaves the device: Terminal
/// Types 1.0, 2.0 and 3.0, tables 2-1 to 2-7.
struct TerminalType {
  std::uint16_t number = 0;  ///< wTerminalType
  Word word = {};            ///< of characteristics/electrical/terminal; empty: not known
  Word format = {};          ///< `analog` or `digital`; empty: the type leaves it open
};

/// The type; one without a word for a number that is none of them.
TerminalType terminal_type(std::uint16_t number) noexcept;

/// Whether it is the USB side of the signal.
constexpr bool is_streaming_terminal(std::uint16_t number) noexcept { return number >> 8U == 0x01; }

/// Whether it is inside the device: table 2-6.
constexpr bool is_embedded_terminal(std::uint16_t number) noexcept { return number >> 8U == 0x07; }

}  // namespace ddb::usb

#endif  // DDB_USB_SRC_TERMINAL_TYPES_HPP

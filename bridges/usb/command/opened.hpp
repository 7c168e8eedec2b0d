// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_COMMAND_OPENED_HPP
#define DDB_USB_COMMAND_OPENED_HPP

#include "ddb/usb/live/answers.hpp"

namespace ddb::usb::command {

/// Opens the device and asks it; tells on standard error what it did not answer. Report descriptors
/// that it gave are put where those of the kernel are.
/// @throws std::runtime_error: it is not plugged in here
live::Answers answers_of(live::SeenDevice& device);

}  // namespace ddb::usb::command

#endif  // DDB_USB_COMMAND_OPENED_HPP

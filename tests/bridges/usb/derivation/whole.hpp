// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_USB_WHOLE_HPP
#define DDB_TESTS_USB_WHOLE_HPP

#include <string>

#include "ddb/usb/description.hpp"

namespace described {

/// What does not hold of a description that must hold of every one; empty if all does: what is
/// declared is used and the other way round, names are good and there once, what is connected is
/// there, elements that groups share are alike.
std::string broken_spec(const ddb::usb::Description& description);

}  // namespace described

#endif  // DDB_TESTS_USB_WHOLE_HPP

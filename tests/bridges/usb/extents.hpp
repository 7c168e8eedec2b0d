// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_USB_EXTENTS_HPP
#define DDB_TESTS_USB_EXTENTS_HPP

#include <vector>

#include "ddb/usb/device.hpp"

namespace extents {

/// Every descriptor and run of bytes of the model of a device, in the order of the bytes.
std::vector<ddb::usb::Extent> of(const ddb::usb::Device& device);

/// Whether each of the first `size` bytes is in exactly one of them: then nothing was lost, and
/// nothing was read twice.
bool tile(const std::vector<ddb::usb::Extent>& extents, std::size_t size);

/// The Opaques of standard classes: those that are the vendor's own are left out.
std::vector<ddb::usb::Opaque> not_understood(const ddb::usb::Device& device);

}  // namespace extents

#endif  // DDB_TESTS_USB_EXTENTS_HPP

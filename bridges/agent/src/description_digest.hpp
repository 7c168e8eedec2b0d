// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_DESCRIPTION_DIGEST_HPP
#define DDB_AGENT_DESCRIPTION_DIGEST_HPP

#include <string>
#include <string_view>

namespace ddb::agent {

/// SHA-256 of the description that ddb::usb derives from a device's descriptors, written in the
/// language of `descriptions/`; 64 hexadecimal digits. What only this computer knows of the device
/// (its speed, its drivers, lists of names, what its drivers have asked it) is left out: the same
/// device has the same digest wherever it is plugged in, and whoever has it.
/// @param descriptors as in sysfs; empty: then the digest is empty
/// @throws std::bad_alloc and nothing else
std::string description_digest(std::string_view descriptors);

}  // namespace ddb::agent

#endif  // DDB_AGENT_DESCRIPTION_DIGEST_HPP

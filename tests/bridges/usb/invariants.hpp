// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_USB_INVARIANTS_HPP
#define DDB_TESTS_USB_INVARIANTS_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "ddb/usb/reading.hpp"

/// What must hold for any bytes at all. The program must be linked with allocations.cpp.
namespace invariants {

/// What the documentation of ddb::usb::read promises, in bytes.
constexpr std::size_t most_memory(std::size_t bytes) { return 72 * bytes + std::size_t{64} * 1024; }

/// Reads descriptors, and says what does not hold;
/// empty if all does.
std::string broken_by_descriptors(std::span<const std::uint8_t> bytes);

/// Reads what live devices are asked for apart from their descriptors: device capabilities, hub
/// descriptors, clusters, group terminal blocks.
std::string broken_by_answers(std::span<const std::uint8_t> bytes);

/// Writes a reading out in both forms, and says what does not hold; empty if all does.
std::string broken_by_dump(const ddb::usb::Reading& reading);

/// Reads a report descriptor, and says what does not hold; empty if all does.
std::string broken_by_report(std::span<const std::uint8_t> bytes);

}  // namespace invariants

#endif  // DDB_TESTS_USB_INVARIANTS_HPP

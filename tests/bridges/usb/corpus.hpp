// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_USB_CORPUS_HPP
#define DDB_TESTS_USB_CORPUS_HPP

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "ddb/usb/derivation.hpp"
#include "ddb/usb/reading.hpp"

/// Recorded descriptors: see the README of the folder.
namespace corpus {

using Bytes = std::vector<std::uint8_t>;

/// What was recorded of a device, or made to be broken.
struct Entry {
  std::string name;   ///< folder and name
  Bytes descriptors;  ///< empty if only report descriptors are known
  Bytes bos;          ///< empty as a rule
  std::vector<Bytes> reports;
  std::map<std::string, std::string> attributes;  ///< what else was recorded: see its README
  bool malformed = false;
};

/// All of the folder that the environment variable DDB_CORPUS names, by name. If there is none,
/// says so in the words that make ctest skip the test, and gives nothing.
std::vector<Entry> entries();

/// Everything of an entry.
ddb::usb::Reading read(const Entry& entry);

/// What was recorded beside the descriptors: strings, names and the speed. A recording without a
/// device descriptor has its folder's name in the name of the spec.
ddb::usb::DescribeOptions options_of(const Entry& entry, const ddb::usb::Device& device);

}  // namespace corpus

#endif  // DDB_TESTS_USB_CORPUS_HPP

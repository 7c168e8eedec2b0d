// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_USB_HAND_MADE_HPP
#define DDB_TESTS_USB_HAND_MADE_HPP

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "ddb/usb/reading.hpp"

/// Descriptors that tests write by hand.
namespace hand_made {

using Bytes = std::vector<std::uint8_t>;

/// Bytes after the bLength that goes in front of them.
Bytes descriptor(std::initializer_list<unsigned> after_length);

/// One after the other.
Bytes joined(std::initializer_list<Bytes> parts);

/// An interface descriptor; alternate setting 0 of interface 0 unless said otherwise.
Bytes interface(unsigned class_id, unsigned subclass, unsigned protocol, unsigned endpoints = 0,
                unsigned number = 0, unsigned alternate = 0);

/// An endpoint descriptor of seven bytes.
Bytes endpoint(unsigned address, unsigned attributes = 2, unsigned size = 64,
               unsigned interval = 0);

/// A device with one configuration that holds these, and says rightly how much that is.
Bytes device(std::initializer_list<Bytes> parts);

/// Where the first part of device() stands.
inline constexpr std::uint32_t kFirstPart = 18 + 9;

ddb::usb::Reading read(const Bytes& bytes);
ddb::usb::Reading read(std::initializer_list<Bytes> parts);

/// The sentences of all complaints, a line each: "warning: …".
std::string sentences(const std::vector<ddb::usb::Complaint>& complaints);

/// The first setting of a reading.
const ddb::usb::AlternateSetting& first_setting(const ddb::usb::Reading& reading);

/// What the class says in the first setting; throws if it is something else.
template <class Details>
const Details& first(const ddb::usb::Reading& reading) {
  return std::get<Details>(first_setting(reading).details);
}

}  // namespace hand_made

#endif  // DDB_TESTS_USB_HAND_MADE_HPP

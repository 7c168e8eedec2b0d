// SPDX-License-Identifier: Apache-2.0
#include "hand_made.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace hand_made {

Bytes descriptor(std::initializer_list<unsigned> after_length) {
  Bytes bytes = {static_cast<std::uint8_t>(after_length.size() + 1)};
  for (const unsigned byte : after_length) {
    if (byte > 0xff) throw std::out_of_range("no byte");
    bytes.push_back(static_cast<std::uint8_t>(byte));
  }
  return bytes;
}

Bytes joined(std::initializer_list<Bytes> parts) {
  Bytes bytes;
  for (const Bytes& part : parts) bytes.insert(bytes.end(), part.begin(), part.end());
  return bytes;
}

Bytes interface(unsigned class_id, unsigned subclass, unsigned protocol, unsigned endpoints,
                unsigned number, unsigned alternate) {
  return descriptor({0x04, number, alternate, endpoints, class_id, subclass, protocol, 0});
}

Bytes endpoint(unsigned address, unsigned attributes, unsigned size, unsigned interval) {
  return descriptor({0x05, address, attributes, size & 0xffU, size >> 8U, interval});
}

Bytes device(std::initializer_list<Bytes> parts) {
  constexpr std::uint8_t interface_type = 0x04;
  const Bytes content = joined(parts);
  std::set<std::uint8_t> interfaces;
  for (std::size_t at = 0; at + 2 < content.size() && content[at] > 2; at += content[at]) {
    if (content[at + 1] == interface_type) interfaces.insert(content[at + 2]);
  }
  const std::size_t total = content.size() + 9;
  return joined(
      {descriptor({0x01, 0x00, 0x02, 0, 0, 0, 64, 0x7d, 0x07, 0xaf, 0x07, 0x23, 0x01, 1, 2, 3, 1}),
       descriptor({0x02, static_cast<unsigned>(total & 0xffU), static_cast<unsigned>(total >> 8U),
                   static_cast<unsigned>(std::min<std::size_t>(interfaces.size(), 255)), 1, 4, 0xa0,
                   50}),
       content});
}

ddb::usb::Reading read(const Bytes& bytes) { return ddb::usb::read({.descriptors = bytes}); }

ddb::usb::Reading read(std::initializer_list<Bytes> parts) { return read(device(parts)); }

std::string sentences(const std::vector<ddb::usb::Complaint>& complaints) {
  std::string text;
  for (const ddb::usb::Complaint& complaint : complaints) {
    text += ddb::usb::severity_name(complaint.severity);
    text += ": " + complaint.sentence + "\n";
  }
  return text;
}

const ddb::usb::AlternateSetting& first_setting(const ddb::usb::Reading& reading) {
  return reading.device.configurations.at(0).interfaces.at(0).settings.at(0);
}

}  // namespace hand_made

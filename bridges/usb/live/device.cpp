// SPDX-License-Identifier: Apache-2.0
#include "ddb/usb/live/device.hpp"

#include <charconv>
#include <span>
#include <string_view>

#include "hid_interfaces.hpp"

namespace ddb::usb::live {

namespace {

// A port as numbers: the bus, then the ports on the way. None if it is no port.
std::optional<std::vector<unsigned>> numbers_of(std::string_view text) {
  std::vector<unsigned> numbers;
  const bool root = text.starts_with("usb");
  if (root) text.remove_prefix(3);
  char separator = '-';
  for (;;) {
    unsigned number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    if (result.ec != std::errc() || text.front() == '0') return std::nullopt;
    numbers.push_back(number);
    text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
    if (text.empty()) break;
    if (root || text.front() != separator) return std::nullopt;
    text.remove_prefix(1);
    separator = '.';
  }
  if (!root && numbers.size() < 2) return std::nullopt;
  return numbers;
}

const SeenReport* report_of(const SeenDevice& device, std::uint8_t interface,
                            std::vector<bool>& used) {
  const SeenReport* again = nullptr;
  for (std::size_t i = 0; i < device.reports.size(); ++i) {
    if (device.reports[i].interface != interface) continue;
    if (!used[i]) {
      used[i] = true;
      return &device.reports[i];
    }
    again = &device.reports[i];
  }
  return again;
}

}  // namespace

Reading read(const SeenDevice& device) {
  Input input{.descriptors = device.descriptors, .bos = device.bos};
  if (device.reports.empty()) return usb::read(input);

  // The kernel knows report descriptors by interfaces of the active configuration, the reader by
  // the order of all HID descriptors.
  const Reading first = usb::read(input);
  std::vector<std::span<const std::uint8_t>> reports;
  std::vector<bool> used(device.reports.size(), false);
  for (const Configuration& configuration : first.device.configurations) {
    const bool active = !device.configured || *device.configured == configuration.value;
    for (const std::uint8_t interface : hid_interfaces(configuration)) {
      const SeenReport* const report = active ? report_of(device, interface, used) : nullptr;
      reports.emplace_back(report != nullptr ? std::span(report->bytes)
                                             : std::span<const std::uint8_t>());
    }
  }
  while (!reports.empty() && reports.back().empty()) reports.pop_back();
  input.report_descriptors = reports;
  return usb::read(input);
}

bool is_port(std::string_view text) { return numbers_of(text).has_value(); }

bool port_before(std::string_view left, std::string_view right) {
  const auto of_left = numbers_of(left);
  const auto of_right = numbers_of(right);
  if (of_left.has_value() != of_right.has_value()) return of_left.has_value();
  return of_left ? *of_left < *of_right : left < right;
}

}  // namespace ddb::usb::live

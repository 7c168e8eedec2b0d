// SPDX-License-Identifier: Apache-2.0
#include "ddb/usb/live/usb_ids.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <string_view>

#include "utf8.hpp"

namespace ddb::usb::live {

namespace {

constexpr std::array kPlaces = {"/usr/share/hwdata/usb.ids", "/usr/share/misc/usb.ids",
                                "/var/lib/usbutils/usb.ids"};

// How a line of the list begins: four digits, small ones, and two blanks.
std::string beginning_of(char before, std::uint16_t number) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(1, before);
  for (int shift = 12; shift >= 0; shift -= 4) text += kDigits[number >> shift & 0xf];
  text += "  ";
  return text;
}

std::string line_after(std::string_view text, std::size_t place) {
  text.remove_prefix(place);
  return repaired(text.substr(0, text.find('\n')));
}

}  // namespace

UsbIds::UsbIds() {
  for (const char* const place : kPlaces) {
    UsbIds ids{std::filesystem::path(place)};
    if (!ids.text_.empty()) {
      *this = std::move(ids);
      return;
    }
  }
}

UsbIds::UsbIds(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return;
  text_ = '\n';
  text_.append(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
}

std::string UsbIds::vendor(std::uint16_t vendor) const {
  const std::string beginning = beginning_of('\n', vendor);
  const std::size_t place = text_.find(beginning);
  return place == std::string::npos ? "" : line_after(text_, place + beginning.size());
}

std::string UsbIds::product(std::uint16_t vendor, std::uint16_t product) const {
  std::size_t place = text_.find(beginning_of('\n', vendor));
  const std::string beginning = beginning_of('\t', product);
  while (place != std::string::npos) {
    place = text_.find('\n', place + 1);
    if (place == std::string::npos) break;
    if (text_.compare(place, 2, "\n#") == 0) continue;
    if (text_.compare(place, 2, "\n\t") != 0) break;
    if (text_.compare(place + 1, beginning.size(), beginning) == 0) {
      return line_after(text_, place + 1 + beginning.size());
    }
  }
  return "";
}

}  // namespace ddb::usb::live

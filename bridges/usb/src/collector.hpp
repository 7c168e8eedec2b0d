// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_COLLECTOR_HPP
#define DDB_USB_COLLECTOR_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ddb/usb/complaint.hpp"

namespace ddb::usb {

/// A number that a sentence shows as the specifications write it: 0x24.
struct Hex {
  std::uint32_t value = 0;
  unsigned digits = 2;
};

/// A number of things: "1 byte", "2 bytes".
struct Count {
  std::size_t number = 0;
  std::string_view noun;
};

/// Complaints about one text of bytes. After the first kMostComplaints it only counts: bytes of no
/// worth must not fill the memory with sentences about them.
class Collector {
 public:
  Collector(std::vector<Complaint>& complaints, std::size_t& left_out, Source source,
            std::uint32_t number = 0) noexcept
      : complaints_(complaints), left_out_(left_out), source_(source), number_(number) {}

  template <class... Parts>
  void warn(std::uint32_t offset, const Parts&... parts) {
    say(Severity::Warning, offset, parts...);
  }

  template <class... Parts>
  void error(std::uint32_t offset, const Parts&... parts) {
    say(Severity::Error, offset, parts...);
  }

 private:
  template <class... Parts>
  void say(Severity severity, std::uint32_t offset, const Parts&... parts) {
    if (!has_room()) return;
    std::string sentence;
    (append(sentence, parts), ...);
    add(severity, offset, std::move(sentence));
  }

  static void append(std::string& sentence, std::string_view part) { sentence += part; }
  static void append(std::string& sentence, Hex part);
  static void append(std::string& sentence, Count part);
  static void append(std::string& sentence, std::integral auto part) {
    sentence += std::to_string(part);
  }

  bool has_room();
  void add(Severity severity, std::uint32_t offset, std::string sentence);

  std::vector<Complaint>& complaints_;
  std::size_t& left_out_;
  Source source_;
  std::uint32_t number_;
  std::size_t said_ = 0;
};

}  // namespace ddb::usb

#endif  // DDB_USB_COLLECTOR_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USBIP_BUS_ID_HPP
#define DDB_USBIP_BUS_ID_HPP

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ddb::usbip {

/// A hardware port as Linux and usbip name it: bus, then the way through the hubs: `1-3`, `1-3.2`.
/// One that is not so can't be made. A value; there is always a name in it.
class BusId {
 public:
  /// Most characters: usbip has 32 bytes with the zero at the end (SYSFS_BUS_ID_SIZE).
  static constexpr std::size_t kMostCharacters = 31;

  /// None if the text is not `N-N(.N)*` with numbers from 1 to 255 and no leading zeros.
  static std::optional<BusId> parse(std::string_view text);

  /// As it was written.
  const std::string& text() const noexcept { return text_; }

  friend bool operator==(const BusId&, const BusId&) = default;
  friend std::strong_ordering operator<=>(const BusId& left, const BusId& right) noexcept {
    return left.text_.compare(right.text_) <=> 0;
  }

 private:
  explicit BusId(std::string_view text) : text_(text) {}

  std::string text_;
};

}  // namespace ddb::usbip

#endif  // DDB_USBIP_BUS_ID_HPP

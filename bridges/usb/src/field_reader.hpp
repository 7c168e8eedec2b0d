// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_FIELD_READER_HPP
#define DDB_USB_FIELD_READER_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "ddb/usb/place.hpp"

namespace ddb::usb {

/// Takes the fields of one descriptor one after the other, in the byte order of USB (little
/// endian). What is asked for past the end is 0 and is remembered: whoever reads need not look
/// after each field, and cannot read past the end.
class FieldReader {
 public:
  /// `bytes` is the whole descriptor, bLength and bDescriptorType included; these two are read.
  FieldReader(std::span<const std::uint8_t> bytes, std::uint32_t offset) noexcept
      : bytes_(bytes), offset_(offset) {}

  std::uint8_t type() const noexcept { return bytes_[1]; }
  /// The byte after the type, without taking it; 0 if there is none.
  std::uint8_t peek() const noexcept { return at_ < bytes_.size() ? bytes_[at_] : 0; }
  std::uint32_t offset() const noexcept { return offset_; }
  std::size_t length() const noexcept { return bytes_.size(); }
  /// Bytes that are left.
  std::size_t left() const noexcept { return at_ < bytes_.size() ? bytes_.size() - at_ : 0; }
  /// Whether more was asked for than there is.
  bool fell_short() const noexcept { return at_ > bytes_.size(); }
  /// How many bytes the descriptor would need for all that was asked for.
  std::size_t needed() const noexcept { return at_; }

  Extent extent() const noexcept { return {offset_, static_cast<std::uint32_t>(bytes_.size())}; }
  /// Of a descriptor that did not fall short.
  Place place() const noexcept {
    return {offset_, static_cast<std::uint8_t>(bytes_.size()), static_cast<std::uint8_t>(at_)};
  }

  std::uint8_t u8() noexcept { return static_cast<std::uint8_t>(number(1)); }
  std::uint16_t u16() noexcept { return static_cast<std::uint16_t>(number(2)); }
  std::uint32_t u24() noexcept { return static_cast<std::uint32_t>(number(3)); }
  std::uint32_t u32() noexcept { return static_cast<std::uint32_t>(number(4)); }
  std::uint64_t u64() noexcept { return number(8); }

  /// As many bytes as asked for, or as many as there are.
  std::vector<std::uint8_t> bytes(std::size_t count) {
    const std::size_t found = std::min(count, left());
    const auto begin = bytes_.begin() + static_cast<std::ptrdiff_t>(std::min(at_, bytes_.size()));
    at_ += count;
    return {begin, begin + static_cast<std::ptrdiff_t>(found)};
  }

  std::vector<std::uint8_t> all_bytes() { return bytes(left()); }

  /// As many numbers of 2, 3 or 4 bytes as asked for, or as many as there are.
  template <class Number>
  std::vector<Number> numbers(std::size_t count, std::size_t size = sizeof(Number)) {
    std::vector<Number> result;
    const std::size_t found = std::min(count, left() / size);
    result.reserve(found);
    for (std::size_t index = 0; index < found; ++index) {
      result.push_back(static_cast<Number>(number(size)));
    }
    at_ += (count - found) * size;
    return result;
  }

  template <std::size_t Size>
  std::array<std::uint8_t, Size> array() noexcept {
    std::array<std::uint8_t, Size> result{};
    for (std::uint8_t& byte : result) byte = u8();
    return result;
  }

 private:
  std::uint64_t number(std::size_t size) noexcept {
    std::uint64_t result = 0;
    for (std::size_t byte = 0; byte < size && at_ + byte < bytes_.size(); ++byte) {
      result |= static_cast<std::uint64_t>(bytes_[at_ + byte]) << (8 * byte);
    }
    at_ += size;
    return result;
  }

  std::span<const std::uint8_t> bytes_;
  std::uint32_t offset_;
  std::size_t at_ = 2;
};

}  // namespace ddb::usb

#endif  // DDB_USB_FIELD_READER_HPP

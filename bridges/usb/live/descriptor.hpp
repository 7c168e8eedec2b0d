// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_LIVE_DESCRIPTOR_HPP
#define DDB_USB_LIVE_DESCRIPTOR_HPP

#include <unistd.h>

#include <utility>

namespace ddb::usb::live {

/// Owns a file descriptor, or none (-1).
class Descriptor {
 public:
  explicit Descriptor(int number) noexcept : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }

  int get() const noexcept { return number_; }

 private:
  int number_;
};

}  // namespace ddb::usb::live

#endif  // DDB_USB_LIVE_DESCRIPTOR_HPP

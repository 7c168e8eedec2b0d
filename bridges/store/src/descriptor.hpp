// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_DESCRIPTOR_HPP
#define DDB_STORE_DESCRIPTOR_HPP

#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace ddb::store::detail {

/// Owns a file descriptor, or none.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) noexcept : number_(number) {}
  /// @throws std::system_error: the system gave none
  Descriptor(int number, const char* what) : number_(number) {
    if (number < 0) throw std::system_error(errno, std::generic_category(), what);
  }
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
  int number_ = -1;
};

}  // namespace ddb::store::detail

#endif  // DDB_STORE_DESCRIPTOR_HPP

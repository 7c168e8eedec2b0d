// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_USB_ALLOCATIONS_HPP
#define DDB_TESTS_USB_ALLOCATIONS_HPP

#include <cstddef>

/// Counts what operator new gives out in this program.
namespace allocations {

/// The most that is in use at one time between its beginning and bytes(), beyond what was in
/// use at the beginning.
class Peak {
 public:
  Peak() noexcept;
  std::size_t bytes() const noexcept;
  /// How often operator new was called since its beginning.
  std::size_t calls() const noexcept;

 private:
  std::size_t before_;
  std::size_t calls_before_;
};

}  // namespace allocations

#endif  // DDB_TESTS_USB_ALLOCATIONS_HPP

// SPDX-License-Identifier: Apache-2.0
#include "allocations.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> in_use = 0;
std::atomic<std::size_t> most = 0;
std::atomic<std::size_t> calls = 0;

// In front of each block stands its size.
constexpr std::size_t kHeader = alignof(std::max_align_t);

void* give_or_null(std::size_t size) noexcept {
  void* const block = std::malloc(size + kHeader);
  if (block == nullptr) return nullptr;
  *static_cast<std::size_t*>(block) = size;
  ++calls;
  most = std::max<std::size_t>(most, in_use += size);
  return static_cast<char*>(block) + kHeader;
}

void* give(std::size_t size) {
  void* const pointer = give_or_null(size);
  if (pointer == nullptr) throw std::bad_alloc();
  return pointer;
}

void take(void* pointer) noexcept {
  if (pointer == nullptr) return;
  void* const block = static_cast<char*>(pointer) - kHeader;
  in_use -= *static_cast<std::size_t*>(block);
  std::free(block);
}

}  // namespace

void* operator new(std::size_t size) { return give(size); }
void* operator new[](std::size_t size) { return give(size); }
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  return give_or_null(size);
}
void* operator new[](std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  return give_or_null(size);
}
void operator delete(void* pointer) noexcept { take(pointer); }
void operator delete[](void* pointer) noexcept { take(pointer); }
void operator delete(void* pointer, std::size_t /*size*/) noexcept { take(pointer); }
void operator delete[](void* pointer, std::size_t /*size*/) noexcept { take(pointer); }

namespace allocations {

Peak::Peak() noexcept : before_(in_use), calls_before_(::calls) { most = before_; }

std::size_t Peak::bytes() const noexcept { return most - before_; }

std::size_t Peak::calls() const noexcept { return ::calls - calls_before_; }

}  // namespace allocations

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "ddb/usb/hid.hpp"

namespace ddb::usb::hid {

namespace {

struct Page {
  std::uint32_t number = 0;
  bool numbered = false;  // usage 3 is called by the page's name and 3
  std::string_view name;
};

struct NamedUsage {
  std::uint32_t number = 0;
  std::string_view name;
};

#include "hid_usages.inc"

constexpr bool by_number(const auto& left, const auto& right) { return left.number < right.number; }
static_assert(std::is_sorted(std::begin(kPages), std::end(kPages), by_number<Page, Page>) &&
                  std::is_sorted(std::begin(kUsages), std::end(kUsages),
                                 by_number<NamedUsage, NamedUsage>),
              "numbers must go up in data/hid_usages.txt");

template <class Table>
auto find(const Table& table, std::uint32_t number) noexcept {
  const auto found =
      std::lower_bound(std::begin(table), std::end(table), number,
                       [](const auto& entry, std::uint32_t it) { return entry.number < it; });
  return found != std::end(table) && found->number == number ? found : nullptr;
}

}  // namespace

std::string_view usage_page_name(std::uint16_t page) noexcept {
  constexpr std::uint16_t first_of_vendors = 0xff00;
  if (page >= first_of_vendors) return "vendor defined";
  const auto* const found = find(kPages, page);
  return found == nullptr ? std::string_view() : found->name;
}

std::string usage_name(std::uint32_t usage) {
  const auto* const found = find(kUsages, usage);
  if (found != nullptr) return std::string(found->name);
  const std::uint32_t number = usage & 0xffffU;
  const auto* const page = find(kPages, usage >> 16U);
  if (page == nullptr || !page->numbered || number == 0) return "";
  return std::string(page->name) + ' ' + std::to_string(number);
}

}  // namespace ddb::usb::hid

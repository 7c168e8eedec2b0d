// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "ddb/usb/hid.hpp"
#include "hid_words.hpp"

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

// The word of a usage in the taxonomy. The longest name makes 48 letters with what is put before
// it.
struct UsageWord {
  std::array<char, 56> letters{};
  std::size_t size = 0;

  constexpr void add(std::string_view text) {
    for (const char it : text) letters.at(size++) = it;
  }
};

constexpr std::uint32_t kKeyboardPage = 0x07;

// What stands for the sign on a key.
constexpr std::string_view sign_word(char sign) {
  switch (sign) {
    case '+':
      return "plus";
    case '-':
      return "minus";
    case '*':
      return "asterisk";
    case '/':
      return "slash";
    case '\\':
      return "backslash";
    case '=':
      return "equals";
    case '[':
      return "left_bracket";
    case ']':
      return "right_bracket";
    case ';':
      return "semicolon";
    case '\'':
      return "apostrophe";
    case '`':
      return "grave";
    case ',':
      return "comma";
    case '.':
      return "period";
    case '#':
      return "number_sign";
    default:
      return {};
  }
}

// Small letters and digits, an underscore for anything else. A key is called by what it gives
// alone, and key_ before it where the name does not say so; a sign by itself has a word.
constexpr UsageWord word_of(const NamedUsage& usage) {
  std::string_view name = usage.name;
  UsageWord word;
  if (usage.number >> 16U == kKeyboardPage) {
    name = name.substr(0, name.find(" and ", 1));
    if (!name.starts_with("Keypad")) word.add("key_");
  } else if (name.front() >= '0' && name.front() <= '9') {
    word.add("usage_");
  }
  bool gap = false;
  for (std::size_t at = 0; at < name.size(); ++at) {
    char it = name[at];
    if (it >= 'A' && it <= 'Z') it = static_cast<char>(it - 'A' + 'a');
    const bool begins = at == 0 || name[at - 1] == ' ';
    const bool ends = at + 1 == name.size();
    std::string_view sign;
    if (begins && (ends || it == '+')) sign = sign_word(it);
    const bool plain = (it >= 'a' && it <= 'z') || (it >= '0' && it <= '9');
    if (plain || !sign.empty()) {
      if (gap && word.size != 0 && word.letters.at(word.size - 1) != '_') word.add("_");
      if (plain) {
        word.add(std::string_view(&it, 1));
      } else {
        word.add(sign);
      }
      gap = !plain;
    } else {
      gap = true;
    }
  }
  return word;
}

constexpr std::array<UsageWord, std::size(kUsages)> words_of_usages() {
  std::array<UsageWord, std::size(kUsages)> words;
  for (std::size_t at = 0; at < words.size(); ++at) words.at(at) = word_of(kUsages[at]);
  return words;
}

constexpr std::array<UsageWord, std::size(kUsages)> kWords = words_of_usages();

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

Word usage_word(std::uint32_t usage) noexcept {
  // From here on the pages are of what is measured, powered or read, not of what people work.
  constexpr std::uint32_t first_other_page = 0x20;
  const auto* const found = find(kUsages, usage);
  if (found == nullptr || usage >> 16U >= first_other_page) return {};
  const UsageWord& word = kWords.at(static_cast<std::size_t>(found - std::begin(kUsages)));
  return {word.letters.data(), word.size};
}

std::vector<NamedWord> all_usage_words() {
  std::vector<NamedWord> words;
  words.reserve(std::size(kUsages));
  for (const NamedUsage& it : kUsages) {
    if (usage_word(it.number).empty()) continue;
    words.push_back({usage_page_name(static_cast<std::uint16_t>(it.number >> 16U)), it.name,
                     usage_word(it.number)});
  }
  return words;
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

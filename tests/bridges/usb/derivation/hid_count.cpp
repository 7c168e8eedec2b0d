// SPDX-License-Identifier: Apache-2.0
#include "hid_count.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>

namespace hid_count {

std::string range_text(double least, double greatest, std::string_view unit) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.9g %.9g ", least, greatest);
  return std::string(text.data()).append(unit);
}

namespace {

struct Globals {
  std::uint32_t page = 0;
  std::int64_t least = 0;
  std::int64_t greatest = 0;
  std::uint32_t size = 0;
  std::uint32_t count = 0;
  std::uint32_t report = 0;
  std::int64_t physical_least = 0;
  std::int64_t physical_greatest = 0;
  std::uint32_t unit = 0;
  int exponent = 0;
};

// HID 1.11 6.2.2.7, of the units that recorded devices have. A force is in dynes there. Some say
// cubic inches of an axis, of which Linux makes nothing either.
struct UnitWord {
  std::uint32_t unit;
  const char* word;
  int tens;
};
constexpr std::array kUnitWords = {UnitWord{0x11, "centimetre", 0}, UnitWord{0x13, "inch", 0},
                                   UnitWord{0x14, "degree", 0}, UnitWord{0xe111, "newton", -5},
                                   UnitWord{0x33, nullptr, 0}};

std::string physical_text(const Globals& now) {
  std::int64_t least = now.physical_least;
  std::int64_t greatest = now.physical_greatest;
  // Where both are 0, they are the logical ones.
  if (least == 0 && greatest == 0) {
    if (now.unit == 0) return "";
    least = now.least;
    greatest = now.greatest;
  }
  if (least > greatest) return "";
  if (now.unit == 0) {
    if ((least == now.least && greatest == now.greatest) || now.exponent != 0) return "";
    return range_text(static_cast<double>(least), static_cast<double>(greatest), "one");
  }
  const auto* const found =
      std::find_if(kUnitWords.begin(), kUnitWords.end(),
                   [&now](const UnitWord& it) { return it.unit == now.unit; });
  if (found == kUnitWords.end()) return "unit " + std::to_string(now.unit);
  if (found->word == nullptr) return "";
  const double scale = std::pow(10.0, now.exponent + found->tens);
  return range_text(static_cast<double>(least) * scale, static_cast<double>(greatest) * scale,
                    found->word);
}

constexpr std::size_t kMostUsages = 12288;  // HID_MAX_USAGES

class Counter {
 public:
  std::vector<Panel> run(std::span<const std::uint8_t> bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
      const unsigned prefix = bytes[at];
      if (prefix == 0xfe) break;  // a long item: none is defined
      const std::size_t size = (prefix & 3U) == 3 ? 4 : prefix & 3U;
      if (at + 1 + size > bytes.size()) break;
      std::uint32_t data = 0;
      for (std::size_t byte = 0; byte < size; ++byte) {
        data |= std::uint32_t{bytes[at + 1 + byte]} << (8 * byte);
      }
      item(prefix & 0xfcU, data, size);
      at += 1 + size;
    }
    return panels_;
  }

 private:
  static std::int64_t signed_data(std::uint32_t data, std::size_t size) {
    if (size == 1) return static_cast<std::int8_t>(data);
    if (size == 2) return static_cast<std::int16_t>(data);
    return static_cast<std::int32_t>(data);
  }

  void item(unsigned tag, std::uint32_t data, std::size_t size) {
    switch (tag) {
      case 0x04:
        now_.page = data;
        break;
      case 0x14:
        now_.least = signed_data(data, size);
        break;
      // The maximum is unsigned unless the minimum is negative.
      case 0x24:
        now_.greatest = now_.least < 0 ? signed_data(data, size) : data;
        break;
      case 0x34:
        now_.physical_least = signed_data(data, size);
        break;
      case 0x44:
        now_.physical_greatest = now_.physical_least < 0 ? signed_data(data, size) : data;
        break;
      case 0x54:
        // A nibble with a sign, unless it is a whole number.
        now_.exponent =
            static_cast<int>(data < 16 ? (data < 8 ? std::int64_t{data} : std::int64_t{data} - 16)
                                       : signed_data(data, size));
        break;
      case 0x64:
        now_.unit = data;
        break;
      case 0x74:
        now_.size = data;
        break;
      case 0x84:
        now_.report = data;
        break;
      case 0x94:
        now_.count = data;
        break;
      case 0xa4:
        pushed_.push_back(now_);
        break;
      case 0xb4:
        if (!pushed_.empty()) {
          now_ = pushed_.back();
          pushed_.pop_back();
        }
        break;
      case 0x08:
        add_usage(data, size);
        break;
      case 0x18:
        minimum_ = data;
        minimum_size_ = size;
        break;
      case 0x28:
        add_usages(data, size);
        break;
      case 0xa0:
        begin();
        break;
      case 0xc0:
        if (depth_ > 0) --depth_;
        break;
      case 0x80:
        field(data, 'i');
        break;
      case 0x90:
        field(data, 'o');
        break;
      default:
        break;
    }
    // Main items end the local ones.
    if ((tag & 0x0cU) == 0) usages_.clear();
  }

  struct Usage {
    std::uint32_t number = 0;
    bool own_page = false;
  };

  void add_usage(std::uint32_t data, std::size_t size) { usages_.push_back({data, size == 4}); }

  void add_usages(std::uint32_t maximum, std::size_t size) {
    for (std::uint64_t usage = minimum_; usage <= maximum && usages_.size() < kMostUsages;
         ++usage) {
      usages_.push_back({static_cast<std::uint32_t>(usage), size == 4 || minimum_size_ == 4});
    }
  }

  std::uint32_t with_page(const Usage& usage) const {
    return usage.own_page ? usage.number : now_.page << 16U | (usage.number & 0xffffU);
  }

  void begin() {
    if (depth_++ == 0) {
      panels_.push_back({usages_.empty() ? 0 : with_page(usages_.front()), {}, {}, {}, {}});
      counts_.clear();
    }
  }

  void field(std::uint32_t flags, char kind) {
    if ((flags & 1U) != 0 || usages_.empty() || panels_.empty()) return;
    const bool variable = (flags & 2U) != 0;
    std::uint64_t elements = now_.count;
    if (!variable) {
      const std::int64_t states = now_.greatest - now_.least + 1;
      elements = std::min<std::uint64_t>(states < 0 ? 0 : static_cast<std::uint64_t>(states),
                                         usages_.size());
    }
    for (std::uint64_t at = 0; at < elements && at < kMostUsages; ++at) {
      element(with_page(usages_[std::min<std::size_t>(at, usages_.size() - 1)]), flags, kind);
    }
  }

  void element(std::uint32_t usage, std::uint32_t flags, char kind) {
    Panel& panel = panels_.back();
    const std::uint32_t page = usage >> 16U;
    const std::uint32_t number = usage & 0xffffU;
    if (kind == 'o') {
      if (page == 8) panel.leds.insert(usage);
      return;
    }
    if (page == 9 && number != 0) panel.buttons.insert(usage);
    if (page == 7 && number >= 4) panel.keys.insert(usage);
    const bool axis =
        page == 1 && ((number >= 0x30 && number <= 0x39) || (number >= 0x40 && number <= 0x46));
    const bool variable = (flags & 2U) != 0;
    const bool two_positions = now_.size == 1 || now_.greatest - now_.least == 1;
    if (!axis || !variable || two_positions) return;
    const Axis it{usage, now_.least, now_.greatest, (flags & 4U) != 0, physical_text(now_)};
    unsigned& count = counts_[{it, now_.report}];
    ++count;
    panel.axes[it] = std::max(panel.axes[it], count);
  }

  Globals now_;
  std::vector<Globals> pushed_;
  std::vector<Usage> usages_;
  std::uint32_t minimum_ = 0;
  std::size_t minimum_size_ = 0;
  unsigned depth_ = 0;
  std::vector<Panel> panels_;
  std::map<std::pair<Axis, std::uint32_t>, unsigned> counts_;  // by report
};

}  // namespace

std::vector<Panel> count(std::span<const std::uint8_t> bytes) { return Counter().run(bytes); }

}  // namespace hid_count

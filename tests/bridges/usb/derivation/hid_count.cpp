// SPDX-License-Identifier: Apache-2.0
#include "hid_count.hpp"

#include <algorithm>
#include <cstddef>

namespace hid_count {

namespace {

struct Globals {
  std::uint32_t page = 0;
  std::int64_t least = 0;
  std::int64_t greatest = 0;
  std::uint32_t size = 0;
  std::uint32_t count = 0;
  std::uint32_t report = 0;
};

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
    const Axis it{usage, now_.least, now_.greatest, (flags & 4U) != 0};
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

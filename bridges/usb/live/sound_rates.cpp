// SPDX-License-Identifier: Apache-2.0
#include "sound_rates.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace ddb::usb::live {

namespace {

// Takes the number that the text begins with away from it.
template <class Number>
std::optional<Number> take_number(std::string_view& text) {
  Number number{};
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  if (result.ec != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
  return number;
}

bool take(std::string_view& text, std::string_view beginning) {
  if (!text.starts_with(beginning)) return false;
  text.remove_prefix(beginning.size());
  return true;
}

class Reader {
 public:
  explicit Reader(std::vector<SeenRates>& rates) : rates_(rates) {}

  void line(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (take(line, "Interface ")) {
      interface_ = take_number<std::uint8_t>(line);
      alternate_.reset();
    } else if (take(line, "Altset ")) {
      alternate_ = take_number<std::uint8_t>(line);
    } else if (take(line, "Rates: ") && interface_ && alternate_) {
      rates(line);
    }
  }

 private:
  // "44100, 48000" or "8000 - 192000 (continuous)".
  void rates(std::string_view text) {
    do {
      const auto least = take_number<std::uint32_t>(text);
      if (!least || *least == 0) return;
      std::optional<std::uint32_t> greatest = least;
      if (take(text, " - ")) greatest = take_number<std::uint32_t>(text);
      if (!greatest || *greatest < *least) return;
      const SeenRates found{*interface_, *alternate_, *least, *greatest};
      if (std::find(rates_.begin(), rates_.end(), found) == rates_.end()) rates_.push_back(found);
    } while (rates_.size() < kMostRates && take(text, ", "));
  }

  // A driver tells some dozen of a device.
  static constexpr std::size_t kMostRates = 1024;

  std::vector<SeenRates>& rates_;
  std::optional<std::uint8_t> interface_;
  std::optional<std::uint8_t> alternate_;
};

}  // namespace

void add_sound_rates(std::string_view text, std::vector<SeenRates>& rates) {
  Reader reader(rates);
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    reader.line(line);
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
}

}  // namespace ddb::usb::live

// SPDX-License-Identifier: Apache-2.0
#include "hid_controls.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace ddb::usb::hid {

namespace {

constexpr std::uint32_t kPageShift = 16;

constexpr std::uint16_t page_of(std::uint32_t usage) noexcept {
  return static_cast<std::uint16_t>(usage >> kPageShift);
}

constexpr std::uint32_t number_of(std::uint32_t usage) noexcept { return usage & 0xffffU; }

constexpr bool is_between(std::uint32_t number, std::uint32_t first, std::uint32_t last) noexcept {
  return number >= first && number <= last;
}

// Pages of the HID Usage Tables.
constexpr std::uint16_t kDesktop = 0x01;
constexpr std::uint16_t kSimulation = 0x02;
constexpr std::uint16_t kGame = 0x05;
constexpr std::uint16_t kKeyboard = 0x07;
constexpr std::uint16_t kLed = 0x08;
constexpr std::uint16_t kButton = 0x09;
constexpr std::uint16_t kTelephony = 0x0b;
constexpr std::uint16_t kConsumer = 0x0c;
constexpr std::uint16_t kDigitizer = 0x0d;
constexpr std::uint16_t kHaptics = 0x0e;
constexpr std::uint16_t kForceFeedback = 0x0f;
constexpr std::uint16_t kDisplay = 0x14;

constexpr std::uint32_t kContactIdentifier = 0x000d0051;
constexpr std::uint32_t kContactCountMaximum = 0x000d0055;

// Whether something with two positions is a button of its page. Page Digitizers has switches that
// the pen or the finger itself works.
bool is_button(std::uint32_t usage) noexcept {
  const std::uint32_t number = number_of(usage);
  switch (page_of(usage)) {
    case kDesktop:
      return number == 0x3d || number == 0x3e || is_between(number, 0x81, 0xb7);
    case kDigitizer:
      return number == 0x39 || number == 0x44 || number == 0x45 || number == 0x58 || number == 0x5a;
    case kSimulation:
    case kGame:
    case kButton:
    case kTelephony:
    case kConsumer:
      return number != 0;
    default:
      return false;
  }
}

// Whether something with many positions is moved by a person.
bool is_dimension(std::uint32_t usage) noexcept {
  const std::uint32_t number = number_of(usage);
  switch (page_of(usage)) {
    case kDesktop:
      return is_between(number, 0x30, 0x39) || is_between(number, 0x40, 0x46) ||
             is_between(number, 0x49, 0x4c);
    case kDigitizer:
      return number == 0x30 || number == 0x31 || is_between(number, 0x3d, 0x41) || number == 0x48 ||
             number == 0x49;
    case kConsumer:
      return number != 0;
    default:
      return is_between(page_of(usage), kSimulation, kGame) && number != 0;
  }
}

bool is_surface(std::uint32_t usage) noexcept {
  if (page_of(usage) != kDigitizer) return false;
  const std::uint32_t number = number_of(usage);
  return number == 0x01 || is_between(number, 0x04, 0x06) || number == 0x0c || number == 0x22;
}

bool is_stylus(std::uint32_t usage) noexcept {
  if (page_of(usage) != kDigitizer) return false;
  const std::uint32_t number = number_of(usage);
  return number == 0x02 || number == 0x03 || number == 0x20;
}

std::int64_t greatest_of(const Field& field) noexcept {
  if (field.logical_minimum >= 0) return static_cast<std::uint32_t>(field.logical_maximum);
  return field.logical_maximum;
}

bool has_two_positions(const Field& field) noexcept {
  return field.report_size == 1 || greatest_of(field) - field.logical_minimum == 1;
}

// Calls `use` for each run of usages of a field: its range, and how many elements have the usage.
template <class Use>
void for_runs(const ReportDescriptor& report, const Field& field, Use use) {
  std::uint64_t left = field.report_count;
  if (!field.variable()) {
    const std::int64_t states = greatest_of(field) - field.logical_minimum + 1;
    left = states > 0 ? static_cast<std::uint64_t>(states) : 0;
  }
  std::optional<std::uint32_t> last;
  for (const Local& local : report.locals_of(field.locals)) {
    if (local.kind != LocalKind::Usage) continue;
    if (left == 0) return;
    const std::uint64_t named = std::uint64_t{local.maximum} - local.minimum + 1;
    const std::uint64_t taken = std::min(named, left);
    last = static_cast<std::uint32_t>(local.minimum + taken - 1);
    use(UsageRange{local.minimum, *last}, 1U);
    left -= taken;
  }
  // The last one stands for all elements that follow.
  if (field.variable() && last.has_value() && left > 0) {
    use(UsageRange{*last, *last}, static_cast<std::uint32_t>(left));
  }
}

// How many of a thing each report has.
struct Tally {
  std::vector<std::pair<std::uint8_t, std::uint32_t>> reports;

  std::uint32_t add(std::uint8_t report, std::uint32_t count) {
    const auto found = std::find_if(reports.begin(), reports.end(),
                                    [report](const auto& it) { return it.first == report; });
    if (found == reports.end()) {
      reports.emplace_back(report, count);
      return count;
    }
    return found->second += count;
  }
};

// Gathers one panel.
class PanelMaker {
 public:
  explicit PanelMaker(std::uint32_t usage) {
    panel_.usage = usage;
    add_collection(usage);
  }

  void add_collection(std::uint32_t usage) {
    panel_.surface = panel_.surface || is_surface(usage);
    panel_.stylus = panel_.stylus || is_stylus(usage);
  }

  void add(const ReportDescriptor& report, const Field& field, std::size_t& runs) {
    for_runs(report, field, [&](const UsageRange& range, std::uint32_t count) {
      if (++runs > kMostControls) return;
      const std::uint16_t page = page_of(range.first);
      if (page == kHaptics) panel_.vibrator = true;
      if (page == kForceFeedback) panel_.force_feedback = true;
      if (page == kDisplay) panel_.display = true;
      if (range.first == kContactCountMaximum && field.kind == ReportKind::Feature) {
        const std::int64_t most = greatest_of(field);
        constexpr std::int64_t most_contacts = 255;
        if (is_between(static_cast<std::uint32_t>(most), 1, most_contacts)) {
          declared_contacts_ = static_cast<std::uint32_t>(most);
        }
      }
      if (field.constant()) return;
      if (field.kind == ReportKind::Input) {
        add_input(field, range, count, runs);
      } else if (page == kLed && field.kind == ReportKind::Output) {
        add_switches(SwitchKind::Led, field, range);
      }
    });
  }

  Panel take() {
    for (Switches& it : panel_.switches) join(it.usages);
    panel_.contacts = declared_contacts_ != 0 ? declared_contacts_ : seen_contacts_;
    return std::move(panel_);
  }

 private:
  void add_input(const Field& field, const UsageRange& range, std::uint32_t count,
                 std::size_t& runs) {
    const std::uint16_t page = page_of(range.first);
    if (range.first == kContactIdentifier) {
      seen_contacts_ = std::max(seen_contacts_, contacts_.add(field.report_id, count));
    }
    if (page == kKeyboard) {
      // 0 to 3 say that there is no key, or an error.
      constexpr std::uint32_t first_key = std::uint32_t{kKeyboard} << kPageShift | 4U;
      if (range.last < first_key) return;
      add_switches(SwitchKind::Key, field, {std::max(range.first, first_key), range.last});
      return;
    }
    // Only these pages have long runs; 0 says that there is none.
    if (page == kButton || (page == kConsumer && !field.variable())) {
      const std::uint32_t first = std::uint32_t{page} << kPageShift | 1U;
      if (range.last < first) return;
      add_switches(SwitchKind::Button, field, {std::max(range.first, first), range.last});
      return;
    }
    for (std::uint64_t usage = range.first; usage <= range.last; ++usage) {
      if (usage != range.first && ++runs > kMostControls) return;
      const auto it = static_cast<std::uint32_t>(usage);
      if (!field.variable() || has_two_positions(field)) {
        if (is_button(it)) add_switches(SwitchKind::Button, field, {it, it});
      } else if (is_dimension(it)) {
        add_dimension(field, it, count);
      }
    }
  }

  void add_switches(SwitchKind kind, const Field& field, const UsageRange& range) {
    const std::uint16_t page = page_of(range.first);
    const bool selected = !field.variable();
    auto found =
        std::find_if(panel_.switches.begin(), panel_.switches.end(),
                     [&](const Switches& it) { return it.kind == kind && it.page == page; });
    if (found == panel_.switches.end()) {
      panel_.switches.push_back({kind, page, false, {}});
      found = std::prev(panel_.switches.end());
    }
    found->selected = found->selected || selected;
    found->usages.push_back(range);
  }

  void add_dimension(const Field& field, std::uint32_t usage, std::uint32_t count) {
    std::size_t at = 0;
    while (at < panel_.dimensions.size() && !panel_.dimensions[at].same(usage, field)) ++at;
    if (at == panel_.dimensions.size()) {
      panel_.dimensions.push_back({usage, &field, 0});
      tallies_.emplace_back();
    }
    Dimension& found = panel_.dimensions[at];
    found.count = std::max(found.count, tallies_[at].add(field.report_id, count));
  }

  // Ranges that touch or overlap become one.
  static void join(std::vector<UsageRange>& ranges) {
    std::sort(ranges.begin(), ranges.end(), [](const UsageRange& left, const UsageRange& right) {
      return std::pair(left.first, left.last) < std::pair(right.first, right.last);
    });
    std::vector<UsageRange> joined;
    for (const UsageRange& it : ranges) {
      if (!joined.empty() && it.first <= std::uint64_t{joined.back().last} + 1) {
        joined.back().last = std::max(joined.back().last, it.last);
      } else {
        joined.push_back(it);
      }
    }
    ranges = std::move(joined);
  }

  Panel panel_;
  std::vector<Tally> tallies_;  // of the dimensions
  Tally contacts_;
  std::uint32_t seen_contacts_ = 0;
  std::uint32_t declared_contacts_ = 0;
};

}  // namespace

std::uint64_t Switches::count() const noexcept {
  std::uint64_t sum = 0;
  for (const UsageRange& it : usages) sum += std::uint64_t{it.last} - it.first + 1;
  return sum;
}

bool Dimension::same(std::uint32_t other_usage, const Field& other) const noexcept {
  return usage == other_usage && field->logical_minimum == other.logical_minimum &&
         field->logical_maximum == other.logical_maximum &&
         field->physical_minimum == other.physical_minimum &&
         field->physical_maximum == other.physical_maximum && field->unit == other.unit &&
         field->unit_exponent == other.unit_exponent && field->relative() == other.relative();
}

std::vector<Panel> panels_of(const ReportDescriptor& report) {
  std::vector<PanelMaker> makers;
  // The panel of each collection; a parent stands before its children.
  std::vector<std::size_t> panels;
  panels.reserve(report.collections.size());
  for (const Collection& it : report.collections) {
    if (it.parent == kNoCollection) {
      panels.push_back(makers.size());
      makers.emplace_back(it.usage);
    } else {
      panels.push_back(panels[it.parent]);
      makers[panels.back()].add_collection(it.usage);
    }
  }
  std::optional<std::size_t> outside;
  std::size_t runs = 0;
  for (const Field& field : report.fields) {
    if (field.collection == kNoCollection && !outside.has_value()) {
      outside = makers.size();
      makers.emplace_back(0);
    }
    const std::size_t panel =
        field.collection == kNoCollection ? *outside : panels[field.collection];
    makers[panel].add(report, field, runs);
  }
  std::vector<Panel> made;
  made.reserve(makers.size());
  for (PanelMaker& it : makers) made.push_back(it.take());
  return made;
}

}  // namespace ddb::usb::hid

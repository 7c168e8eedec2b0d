// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "class_readers.hpp"
#include "collector.hpp"
#include "ddb/usb/hid.hpp"

namespace ddb::usb::hid {

namespace {

// The bounds of Linux (include/linux/hid.h): past these it refuses a report descriptor.
constexpr std::size_t kDeepestPush = 4;
constexpr std::uint32_t kLargestReportSize = 256;
constexpr std::uint32_t kMostUsages = 12288;
constexpr std::uint64_t kLargestReport = 16383ULL * 8;

// A bound of our own: real devices nest some five deep, and whoever walks the tree may recurse.
constexpr std::size_t kDeepestNesting = 64;

// HID 6.2.2.2: bits 2 and 3 of the prefix of a short item.
enum class ItemKind : std::uint8_t { Main, Global, Local, Reserved };

// HID 6.2.2.4: tags of main items.
constexpr std::uint8_t kInput = 0x8;
constexpr std::uint8_t kOutput = 0x9;
constexpr std::uint8_t kCollection = 0xa;
constexpr std::uint8_t kFeature = 0xb;
constexpr std::uint8_t kEndCollection = 0xc;

bool is_field(std::uint8_t tag) noexcept {
  return tag == kInput || tag == kOutput || tag == kFeature;
}

struct Item {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;  // with its prefix
  ItemKind kind = ItemKind::Main;
  std::uint8_t tag = 0;
  std::uint8_t size = 0;  // bytes of data: 0, 1, 2 or 4
  std::uint32_t data = 0;

  // HID 6.2.2.7: the sign is that of the data at its own size.
  std::int32_t signed_data() const noexcept {
    switch (size) {
      case 1:
        return static_cast<std::int8_t>(data);
      case 2:
        return static_cast<std::int16_t>(data);
      default:
        return static_cast<std::int32_t>(data);
    }
  }
};

// What global items set: all of it is what Push keeps.
struct Globals {
  std::uint32_t usage_page = 0;
  std::int32_t logical_minimum = 0;
  std::int32_t logical_maximum = 0;
  std::int32_t physical_minimum = 0;
  std::int32_t physical_maximum = 0;
  std::int32_t unit_exponent = 0;
  std::uint32_t unit = 0;
  std::uint32_t report_id = 0;
  std::uint32_t report_size = 0;
  std::uint32_t report_count = 0;
};

// HID 6.2.2.8: the minimum of a range waits for its maximum.
struct Minimum {
  std::uint32_t value = 0;
  bool own_page = false;
};

// The upper half of a usage.
constexpr std::uint32_t kPageMask = 0xffff0000;

// Index in the list of reports by kind and id; -1 where there is none.
using ReportIndex = std::array<std::array<std::int16_t, 256>, 3>;

class Reader {
 public:
  Reader(std::span<const std::uint8_t> bytes, Collector& complaints)
      : bytes_(bytes), complaints_(complaints) {}

  ReportDescriptor read() {
    result_.bytes.assign(bytes_.begin(), bytes_.end());
    reserve();
    std::size_t at = 0;
    while (at < bytes_.size()) {
      const std::optional<Item> item = item_at(at);
      if (!item || !take(*item)) {
        keep_bytes(at, bytes_.size() - at, Unread::Cut);
        return std::move(result_);
      }
      at += item->length;
    }
    if (collection_ != kNoCollection) {
      complaints_.error(end(), "the report descriptor ends inside ", Count{depth_, "collection"},
                        ": End Collection is missing");
    }
    if (in_delimiters_) {
      complaints_.error(end(), "the report descriptor ends inside delimiters");
    }
    return std::move(result_);
  }

 private:
  std::uint32_t end() const noexcept { return static_cast<std::uint32_t>(bytes_.size()); }

  // Lists that grow would take up to three times the memory of what is in them in the end.
  void reserve() {
    std::size_t fields = 0;
    std::size_t collections = 0;
    std::size_t locals = 0;
    for (std::size_t at = 0; at < bytes_.size();) {
      const std::optional<Item> item = plain_item_at(at);
      if (!item) break;
      if (item->kind == ItemKind::Main && item->tag == kCollection) ++collections;
      if (item->kind == ItemKind::Main && is_field(item->tag)) ++fields;
      if (item->kind == ItemKind::Local) ++locals;
      at += item->length;
    }
    result_.fields.reserve(fields);
    result_.collections.reserve(collections);
    result_.locals.reserve(locals);
  }

  // None if the item runs past the end. A long item has the kind Reserved.
  std::optional<Item> plain_item_at(std::size_t at) const noexcept {
    constexpr std::uint8_t long_item = 0xfe;
    constexpr std::size_t long_header = 3;
    const std::size_t left = bytes_.size() - at;
    const std::uint8_t prefix = bytes_[at];
    Item item;
    item.offset = static_cast<std::uint32_t>(at);
    if (prefix == long_item) {
      if (left < long_header || left < long_header + bytes_[at + 1]) return std::nullopt;
      item.length = static_cast<std::uint32_t>(long_header + bytes_[at + 1]);
      item.kind = ItemKind::Reserved;
      item.tag = 0xf;
      return item;
    }
    item.size = static_cast<std::uint8_t>((prefix & 3U) == 3 ? 4 : prefix & 3U);
    item.length = item.size + 1U;
    if (left < item.length) return std::nullopt;
    item.kind = static_cast<ItemKind>(prefix >> 2U & 3U);
    item.tag = static_cast<std::uint8_t>(prefix >> 4U);
    for (unsigned byte = 0; byte < item.size; ++byte) {
      item.data |= static_cast<std::uint32_t>(bytes_[at + 1 + byte]) << (8 * byte);
    }
    return item;
  }

  std::optional<Item> item_at(std::size_t at) {
    std::optional<Item> item = plain_item_at(at);
    if (!item) {
      complaints_.error(static_cast<std::uint32_t>(at), "the item ", Hex{bytes_[at]},
                        " runs past the end of the report descriptor");
    }
    return item;
  }

  // Items that follow each other for the same reason become one run.
  void keep_bytes(std::size_t offset, std::size_t length, Unread reason) {
    const Extent extent{static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)};
    if (!result_.not_understood.empty()) {
      Opaque& last = result_.not_understood.back();
      if (last.reason == reason && last.extent.offset + last.extent.length == offset) {
        last.extent.length += extent.length;
        return;
      }
    }
    result_.not_understood.push_back({extent, 0, reason});
  }

  // False where nothing that follows can be understood.
  bool take(const Item& item) {
    switch (item.kind) {
      case ItemKind::Main:
        return take_main(item);
      case ItemKind::Global:
        take_global(item);
        return true;
      case ItemKind::Local:
        take_local(item);
        return true;
      case ItemKind::Reserved:
        // Linux refuses long items, and ignores short ones of the reserved type.
        if (bytes_[item.offset] == 0xfe) {
          complaints_.error(item.offset, "a long item, which no document defines");
        } else {
          complaints_.warn(item.offset, "an item of the reserved type");
        }
        keep_bytes(item.offset, item.length, Unread::Unknown);
        return true;
    }
    return true;
  }

  bool take_main(const Item& item) {
    bool good = true;
    switch (item.tag) {
      case kInput:
        add_field(item, ReportKind::Input);
        break;
      case kOutput:
        add_field(item, ReportKind::Output);
        break;
      case kFeature:
        add_field(item, ReportKind::Feature);
        break;
      case kCollection:
        good = open_collection(item);
        break;
      case kEndCollection:
        close_collection(item);
        break;
      default:
        complaints_.warn(item.offset, "an unknown main item, tag ", Hex{item.tag, 1});
        keep_bytes(item.offset, item.length, Unread::Unknown);
        take_locals();
        break;
    }
    return good;
  }

  void take_global(const Item& item) {
    Globals& now = globals_;
    switch (item.tag) {
      case 0x0:
        now.usage_page = item.data;
        break;
      case 0x1:
        now.logical_minimum = item.signed_data();
        break;
      case 0x2:
        now.logical_maximum = maximum(item, now.logical_minimum);
        break;
      case 0x3:
        now.physical_minimum = item.signed_data();
        break;
      case 0x4:
        now.physical_maximum = maximum(item, now.physical_minimum);
        break;
      case 0x5:
        now.unit_exponent = unit_exponent(item.signed_data());
        break;
      case 0x6:
        now.unit = item.data;
        break;
      case 0x7:
        take_report_size(item);
        break;
      case 0x8:
        take_report_id(item);
        break;
      case 0x9:
        take_report_count(item);
        break;
      case 0xa:
        push(item);
        break;
      case 0xb:
        pop(item);
        break;
      default:
        complaints_.warn(item.offset, "an unknown global item, tag ", Hex{item.tag, 1});
        keep_bytes(item.offset, item.length, Unread::Unknown);
        break;
    }
  }

  // A maximum is signed only if the minimum before it is negative: devices write 0 to 255 in a
  // byte.
  static std::int32_t maximum(const Item& item, std::int32_t minimum) noexcept {
    return minimum < 0 ? item.signed_data() : static_cast<std::int32_t>(item.data);
  }

  // HID 6.2.2.7 defines a nibble with a sign; devices also write a byte with one.
  static std::int32_t unit_exponent(std::int32_t data) noexcept {
    constexpr std::int32_t sign = 0x8;
    if ((data & ~0xf) != 0) return data;
    return (data & sign) != 0 ? data - 2 * sign : data;
  }

  void take_report_size(const Item& item) {
    globals_.report_size = item.data;
    if (item.data > kLargestReportSize) {
      complaints_.error(item.offset, "a Report Size of ", item.data, " bits: Linux takes at most ",
                        kLargestReportSize);
    }
  }

  void take_report_count(const Item& item) {
    globals_.report_count = item.data;
    if (item.data > kMostUsages) {
      complaints_.error(item.offset, "a Report Count of ", item.data, ": Linux takes at most ",
                        kMostUsages);
    }
  }

  void take_report_id(const Item& item) {
    constexpr std::uint32_t most = 255;
    if (item.data == 0 || item.data > most) {
      complaints_.error(item.offset, "a Report ID of ", item.data, ": it must be 1 to ", most);
    }
    globals_.report_id = item.data & 0xffU;
  }

  void push(const Item& item) {
    if (pushed_count_ == pushed_.size()) {
      complaints_.error(item.offset, "a Push where ", kDeepestPush,
                        " are open already, which is the most that Linux takes");
      return;
    }
    pushed_[pushed_count_++] = globals_;
  }

  void pop(const Item& item) {
    if (pushed_count_ == 0) {
      complaints_.error(item.offset, "a Pop without a Push");
      return;
    }
    globals_ = pushed_[--pushed_count_];
  }

  void take_local(const Item& item) {
    switch (item.tag) {
      case 0x0:
        add_usages(item.data, item.data, item.size > 2);
        break;
      case 0x1:
        usage_minimum_ = {item.data, item.size > 2};
        break;
      case 0x2:
        add_usage_range(item);
        break;
      case 0x3:
        add_local({LocalKind::Designator, true, item.data, item.data});
        break;
      case 0x4:
        designator_minimum_ = item.data;
        break;
      case 0x5:
        add_range(item, LocalKind::Designator, designator_minimum_);
        break;
      case 0x7:
        add_local({LocalKind::String, true, item.data, item.data});
        break;
      case 0x8:
        string_minimum_ = item.data;
        break;
      case 0x9:
        add_range(item, LocalKind::String, string_minimum_);
        break;
      case 0xa:
        take_delimiter(item);
        break;
      default:
        complaints_.warn(item.offset, "an unknown local item, tag ", Hex{item.tag, 1});
        keep_bytes(item.offset, item.length, Unread::Unknown);
        break;
    }
  }

  void take_delimiter(const Item& item) {
    if (item.data != 0) {
      if (in_delimiters_) complaints_.error(item.offset, "delimiters inside delimiters");
      in_delimiters_ = true;
      ++delimiters_;
    } else {
      if (!in_delimiters_) complaints_.error(item.offset, "delimiters closed that are not open");
      in_delimiters_ = false;
    }
  }

  void add_usage_range(const Item& item) {
    // A page that only one end has is meant for both.
    const bool own_page = usage_minimum_.own_page || item.size > 2;
    std::uint32_t first = usage_minimum_.value;
    std::uint32_t last = item.data;
    if (own_page && !usage_minimum_.own_page) first |= last & kPageMask;
    if (own_page && item.size <= 2) last |= first & kPageMask;
    if (last < first) return refuse_range(item, first, last);
    if (last - first >= kMostUsages) {
      complaints_.warn(item.offset, "a range of ", std::uint64_t{last} - first + 1,
                       " usages: Linux takes the first ", kMostUsages);
    }
    add_usages(first, last, own_page);
  }

  void add_range(const Item& item, LocalKind kind, std::uint32_t first) {
    if (item.data < first) return refuse_range(item, first, item.data);
    add_local({kind, true, first, item.data});
  }

  void refuse_range(const Item& item, std::uint32_t first, std::uint32_t last) {
    complaints_.warn(item.offset, "a range that ends before it begins: ", Hex{first, 4}, " to ",
                     Hex{last, 4});
    keep_bytes(item.offset, item.length, Unread::Misplaced);
  }

  // Within one set of locals, Linux takes the usages of the first delimited set only.
  void add_usages(std::uint32_t first, std::uint32_t last, bool own_page) {
    const LocalKind kind = delimiters_ > 1 ? LocalKind::AlternativeUsage : LocalKind::Usage;
    Local usages{kind, own_page, first, last};
    if (!own_page) put_on_page(usages);
    add_local(usages);
  }

  void add_local(const Local& local) { result_.locals.push_back(local); }

  void put_on_page(Local& usages) const noexcept {
    usages.minimum = globals_.usage_page << 16U | (usages.minimum & ~kPageMask);
    usages.maximum = globals_.usage_page << 16U | (usages.maximum & ~kPageMask);
  }

  // The page that counts for a usage without one of its own is that at the main item. Linux goes
  // back to the last usage that is on it already, so that pages in between hold for those before.
  void put_on_last_page() {
    for (std::size_t index = result_.locals.size(); index > first_local_; --index) {
      Local& local = result_.locals[index - 1];
      const bool usage =
          local.kind == LocalKind::Usage || local.kind == LocalKind::AlternativeUsage;
      if (!usage || local.own_page) continue;
      if (local.minimum >> 16U == (globals_.usage_page & 0xffffU)) return;
      put_on_page(local);
    }
  }

  // All locals since the last main item; forgets what else local items have set.
  LocalRun take_locals() {
    put_on_last_page();
    const LocalRun run{static_cast<std::uint32_t>(first_local_),
                       static_cast<std::uint32_t>(result_.locals.size() - first_local_)};
    first_local_ = result_.locals.size();
    in_delimiters_ = false;
    delimiters_ = 0;
    usage_minimum_ = {};
    designator_minimum_ = 0;
    string_minimum_ = 0;
    return run;
  }

  bool open_collection(const Item& item) {
    if (depth_ == kDeepestNesting) {
      complaints_.error(item.offset, "collections are nested more than ", kDeepestNesting, " deep");
      return false;
    }
    Collection collection;
    collection.offset = item.offset;
    collection.parent = collection_;
    collection.type = static_cast<std::uint8_t>(item.data);
    collection.locals = take_locals();
    for (const Local& local : result_.locals_of(collection.locals)) {
      if (local.kind != LocalKind::Usage) continue;
      collection.usage = local.minimum;
      break;
    }
    collection_ = static_cast<std::uint32_t>(result_.collections.size());
    result_.collections.push_back(collection);
    ++depth_;
    return true;
  }

  void close_collection(const Item& item) {
    take_locals();
    if (collection_ == kNoCollection) {
      complaints_.error(item.offset, "an End Collection without a Collection");
      return;
    }
    collection_ = result_.collections[collection_].parent;
    --depth_;
  }

  void add_field(const Item& item, ReportKind kind) {
    Field field;
    field.offset = item.offset;
    field.flags = item.data;
    field.report_size = globals_.report_size;
    field.report_count = globals_.report_count;
    field.logical_minimum = globals_.logical_minimum;
    field.logical_maximum = globals_.logical_maximum;
    field.physical_minimum = globals_.physical_minimum;
    field.physical_maximum = globals_.physical_maximum;
    field.unit_exponent = globals_.unit_exponent;
    field.unit = globals_.unit;
    field.collection = collection_;
    field.locals = take_locals();
    field.kind = kind;
    field.report_id = static_cast<std::uint8_t>(globals_.report_id);
    Report& report = report_of(kind, field.report_id);
    field.bit_offset = report.bits;
    const std::uint64_t bits = std::uint64_t{field.report_size} * field.report_count;
    const std::uint64_t room = std::numeric_limits<std::uint64_t>::max() - report.bits;
    report.bits += std::min(bits, room);
    check_field(item, field);
    if (report.bits > kLargestReport && field.bit_offset <= kLargestReport) {
      complaints_.error(item.offset, "the ", report_kind_name(kind), " report ", field.report_id,
                        " has ", report.bits, " bits: Linux takes at most ", kLargestReport);
    }
    result_.fields.push_back(field);
  }

  void check_field(const Item& item, const Field& field) {
    const bool backwards = field.logical_minimum < 0
                               ? field.logical_maximum < field.logical_minimum
                               : static_cast<std::uint32_t>(field.logical_maximum) <
                                     static_cast<std::uint32_t>(field.logical_minimum);
    if (backwards) {
      complaints_.error(item.offset, "the logical range ", field.logical_minimum, " to ",
                        field.logical_maximum, " ends before it begins");
    }
    if (collection_ == kNoCollection) {
      complaints_.warn(item.offset, "a field outside of every collection");
    }
  }

  Report& report_of(ReportKind kind, std::uint8_t id) {
    std::int16_t& index = report_index_[static_cast<std::size_t>(kind)][id];
    if (index < 0) {
      index = static_cast<std::int16_t>(result_.reports.size());
      result_.reports.push_back({kind, id, 0});
    }
    return result_.reports[static_cast<std::size_t>(index)];
  }

  static ReportIndex no_reports() {
    ReportIndex index{};
    for (auto& kind : index) kind.fill(-1);
    return index;
  }

  std::span<const std::uint8_t> bytes_;
  Collector& complaints_;
  ReportDescriptor result_;
  Globals globals_;
  std::array<Globals, kDeepestPush> pushed_;
  std::size_t pushed_count_ = 0;
  std::uint32_t collection_ = kNoCollection;
  std::size_t depth_ = 0;
  ReportIndex report_index_ = no_reports();
  // What local items have set since the last main item.
  std::size_t first_local_ = 0;
  bool in_delimiters_ = false;
  unsigned delimiters_ = 0;
  Minimum usage_minimum_;
  std::uint32_t designator_minimum_ = 0;
  std::uint32_t string_minimum_ = 0;
};

std::uint64_t size_of(const Local& local) noexcept {
  return std::uint64_t{local.maximum} - local.minimum + 1;
}

}  // namespace

std::span<const Local> ReportDescriptor::locals_of(LocalRun run) const noexcept {
  const std::size_t first = std::min<std::size_t>(run.first, locals.size());
  return std::span(locals).subspan(first, std::min<std::size_t>(run.count, locals.size() - first));
}

std::optional<std::uint32_t> ReportDescriptor::usage(const Field& field,
                                                     std::uint64_t index) const noexcept {
  std::optional<std::uint32_t> last;
  for (const Local& local : locals_of(field.locals)) {
    if (local.kind != LocalKind::Usage) continue;
    if (index < size_of(local)) return local.minimum + static_cast<std::uint32_t>(index);
    index -= size_of(local);
    last = local.maximum;
  }
  return last;
}

std::uint64_t ReportDescriptor::usage_count(const Field& field) const noexcept {
  std::uint64_t count = 0;
  for (const Local& local : locals_of(field.locals)) {
    if (local.kind == LocalKind::Usage) count += size_of(local);
  }
  return count;
}

Unit unit_of(std::uint32_t data) noexcept {
  const auto exponent = [data](unsigned nibble) {
    const auto bits = static_cast<std::int8_t>(data >> (4 * nibble) & 0xfU);
    return static_cast<std::int8_t>(bits > 7 ? bits - 16 : bits);
  };
  Unit unit;
  unit.system = static_cast<Unit::System>(data & 0xfU);
  unit.length = exponent(1);
  unit.mass = exponent(2);
  unit.time = exponent(3);
  unit.temperature = exponent(4);
  unit.current = exponent(5);
  unit.luminous_intensity = exponent(6);
  return unit;
}

ReportReading read_report_descriptor(std::span<const std::uint8_t> bytes) {
  ReportReading reading;
  Collector complaints(reading.complaints, reading.complaints_left_out, Source::ReportDescriptor);
  reading.report_descriptor = read_report(bytes, complaints);
  return reading;
}

}  // namespace ddb::usb::hid

ddb::usb::hid::ReportDescriptor ddb::usb::read_report(std::span<const std::uint8_t> bytes,
                                                      Collector& complaints) {
  return hid::Reader(bytes, complaints).read();
}

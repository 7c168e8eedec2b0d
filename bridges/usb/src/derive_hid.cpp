// SPDX-License-Identifier: Apache-2.0
// Human interface devices: a group a panel, which is an application collection.
#include <algorithm>
#include <array>
#include <string>
#include <variant>
#include <vector>

#include "derive.hpp"
#include "hid_controls.hpp"
#include "hid_units.hpp"
#include "hid_words.hpp"
#include "written_text.hpp"

namespace ddb::usb {

namespace {

using namespace hid;

// The reports that a device without a report descriptor sends as long as it is in the boot
// protocol: HID appendix B.1 and B.2.
constexpr std::array<std::uint8_t, 63> kBootKeyboard = {
    0x05, 0x01, 0x09, 0x06, 0xa1, 0x01, 0x05, 0x07, 0x19, 0xe0, 0x29, 0xe7, 0x15, 0x00, 0x25, 0x01,
    0x75, 0x01, 0x95, 0x08, 0x81, 0x02, 0x95, 0x01, 0x75, 0x08, 0x81, 0x01, 0x95, 0x05, 0x75, 0x01,
    0x05, 0x08, 0x19, 0x01, 0x29, 0x05, 0x91, 0x02, 0x95, 0x01, 0x75, 0x03, 0x91, 0x01, 0x95, 0x06,
    0x75, 0x08, 0x15, 0x00, 0x25, 0x65, 0x05, 0x07, 0x19, 0x00, 0x29, 0x65, 0x81, 0x00, 0xc0};
constexpr std::array<std::uint8_t, 50> kBootMouse = {
    0x05, 0x01, 0x09, 0x02, 0xa1, 0x01, 0x09, 0x01, 0xa1, 0x00, 0x05, 0x09, 0x19,
    0x01, 0x29, 0x03, 0x15, 0x00, 0x25, 0x01, 0x95, 0x03, 0x75, 0x01, 0x81, 0x02,
    0x95, 0x01, 0x75, 0x05, 0x81, 0x01, 0x05, 0x01, 0x09, 0x30, 0x09, 0x31, 0x15,
    0x81, 0x25, 0x7f, 0x75, 0x08, 0x95, 0x02, 0x81, 0x06, 0xc0, 0xc0};

constexpr std::uint16_t kButtonPage = 0x09;
constexpr std::uint16_t kSensorPage = 0x20;
constexpr std::uint16_t kFirstVendorPage = 0xff00;

std::uint16_t page_of(std::uint32_t usage) noexcept {
  constexpr unsigned shift = 16;
  return static_cast<std::uint16_t>(usage >> shift);
}

// What programs call on /dev/hidraw*.
std::vector<Word> hidraw_operations() {
  return {"hidiocgrdesc", "hidiocgrawinfo", "hidiocsfeature", "hidiocgfeature", "read", "write"};
}

Branch user_interface(std::string id, const std::string& unit, const std::string& uses,
                      const std::string& name, Branch operation, Word sense) {
  return branch("user_interface", Id{std::move(id)}, Uses{uses}, Takes{unit}, named(name),
                branch("mechanical_structure", std::move(operation)),
                branch("sensory_mapping", branch("sense", word("primary", sense))));
}

// The words of usages of one page, which are all different, of those that have one; empty where
// there are more than are good to read.
std::vector<Word> words_of(const std::vector<UsageRange>& ranges) {
  constexpr std::size_t most_words = 200;
  constexpr std::uint32_t most_usages = 1024;
  std::vector<Word> words;
  for (const UsageRange& range : ranges) {
    if (range.last - range.first >= most_usages) return {};
    for (std::uint32_t usage = range.first; usage - range.first <= range.last - range.first;
         ++usage) {
      const Word it = usage_word(usage);
      if (it.empty()) continue;
      if (words.size() == most_words) return {};
      words.push_back(it);
    }
  }
  return words;
}

// "Button 1 to Button 3"
std::string name_of(const std::vector<UsageRange>& ranges) {
  const std::string first = usage_name(ranges.front().first);
  const std::string last = usage_name(ranges.back().last);
  if (first.empty() || last.empty()) return {};
  return first == last ? first : first + " to " + last;
}

struct SwitchWords {
  Word element;
  const char* id;
  Word sense;
};

SwitchWords words_of(SwitchKind kind) noexcept {
  switch (kind) {
    case SwitchKind::Key:
      return {"key", "keys", "touch"};
    case SwitchKind::Led:
      return {"led", "leds", "vision"};
    case SwitchKind::Button:
      break;
  }
  return {"button", "buttons", "touch"};
}

struct DimensionWords {
  std::uint32_t usage = 0;
  Word element;
  Word subtype;
};

// What people call a part that is moved, by its usage; anything else is an axis.
constexpr std::array kDimensionWords = {
    DimensionWords{0x00010036, "potentiometer", "slider"},
    DimensionWords{0x00010037, "dial", "rotary"},
    DimensionWords{0x00010038, "wheel", {}},
    DimensionWords{0x00010039, "hat_switch", {}},
    DimensionWords{0x000200bb, "lever", {}},       // throttle
    DimensionWords{0x000200c4, "pedal", {}},       // accelerator
    DimensionWords{0x000200c5, "pedal", {}},       // brake
    DimensionWords{0x000200c6, "pedal", {}},       // clutch
    DimensionWords{0x000200c8, "wheel", {}},       // steering
    DimensionWords{0x000c00e0, "dial", "rotary"},  // volume
    DimensionWords{0x000c0238, "wheel", {}},       // AC pan
};

Branch operation_of(const Dimension& dimension) {
  const Field& field = *dimension.field;
  const auto found =
      std::find_if(kDimensionWords.begin(), kDimensionWords.end(),
                   [&dimension](const DimensionWords& it) { return it.usage == dimension.usage; });
  const bool other = found == kDimensionWords.end();
  std::vector<Word> subtypes;
  if (!other && !found->subtype.empty()) subtypes.push_back(found->subtype);
  subtypes.emplace_back(field.relative() ? "relative" : "absolute");
  Branch operation =
      branch("operation", word("element", other ? Word("axis") : found->element),
             words("subtype", std::move(subtypes)), count("elements", dimension.count));
  const Word usage = usage_word(dimension.usage);
  if (!usage.empty()) operation.leaves.push_back(word("usage", usage));
  const std::int64_t least = field.logical_minimum;
  const std::int64_t greatest = least >= 0 ? static_cast<std::uint32_t>(field.logical_maximum)
                                           : std::int64_t{field.logical_maximum};
  if (least <= greatest) {
    if (!field.relative()) {
      operation.leaves.push_back(
          count("positions", static_cast<std::uint64_t>(greatest - least) + 1));
    }
    operation.leaves.push_back(range("logical_range", Exact{least}, Exact{greatest}, "one"));
  }
  const std::optional<PhysicalRange> physical = physical_range(field);
  if (physical.has_value()) {
    operation.leaves.push_back(range("range", physical->least, physical->greatest, physical->unit));
  }
  return operation;
}

// Derives the panels of one report descriptor.
class HidFunction {
 public:
  HidFunction(Derivation& derivation, const ReportDescriptor& report, const Interface* interface)
      : derivation_(derivation), report_(report), interface_(interface) {
    prefix_ = "cl_hid_";
    append_number(prefix_, interface == nullptr ? 0U : unsigned{interface->number});
  }

  void derive() {
    for (const Panel& it : panels_of(report_)) add_panel(it);
  }

 private:
  void add_panel(const Panel& panel) {
    const bool vendor = page_of(panel.usage) >= kFirstVendorPage;
    const Word usage = usage_word(panel.usage);
    Group& group = derivation_.add_group(derivation_.group_name(vendor ? Word("vendor_reports")
                                                                : usage.empty() ? Word("reports")
                                                                                : usage));
    unit_ = derivation_.add_unit(group.name);
    add_elements(group, panel);
    if (group.modules.empty()) {
      const std::string uses = derivation_.add_code_interface(
          "hidraw_" + group.name,
          {"hidiocgrdesc", "hidiocgrawinfo", "hidiocsfeature", "hidiocgfeature", "read", "write"});
      std::string id = "te_" + group.name;
      inputs_.push_back(id);
      outputs_.push_back(id);
      const bool sensor = page_of(panel.usage) == kSensorPage;
      group.modules.push_back(
          branch("task_element", Id{std::move(id)}, Uses{uses}, named(usage_name(panel.usage)),
                 branch("task", Takes{unit_}, role(sensor ? "capture" : "transfer"))));
    }
    add_links(group);
    if (interface_ != nullptr) derivation_.use(*interface_, group.name);
  }

  void add_elements(Group& group, const Panel& panel) {
    inputs_.clear();
    outputs_.clear();
    uses_ = "evdev_" + group.name;
    const std::string& name = group.name;
    for (const Switches& it : panel.switches) add_switches(group, it);
    for (const Dimension& it : panel.dimensions) {
      add(group, id_of(name, usage_word(it.usage)), usage_name(it.usage), operation_of(it), true,
          "touch");
    }
    if (panel.surface || panel.stylus) {
      Branch operation = branch("operation");
      operation.leaves.push_back(word("element", panel.surface ? "touch_surface" : "stylus"));
      const Word usage = usage_word(panel.usage);
      if (!usage.empty()) operation.leaves.push_back(word("usage", usage));
      if (panel.contacts != 0) operation.leaves.push_back(count("contacts", panel.contacts));
      add(group, id_of(name, panel.surface ? "surface" : "stylus"), usage_name(panel.usage),
          std::move(operation), true, "touch");
      if (panel.surface && panel.stylus) {
        add(group, id_of(name, "stylus"), {}, branch("operation", word("element", "stylus")), true,
            "touch");
      }
    }
    if (panel.display) {
      add(group, id_of(name, "display"), {}, branch("operation", word("element", "display")), false,
          "vision");
    }
    if (panel.force_feedback) {
      add(group, id_of(name, "force_feedback"), {},
          branch("operation", word("element", "force_feedback")), false, "touch");
    }
    if (panel.vibrator) {
      add(group, id_of(name, "vibrator"), {}, branch("operation", word("element", "vibrator")),
          false, "touch");
    }
  }

  void add_switches(Group& group, const Switches& switches) {
    const SwitchWords about = words_of(switches.kind);
    const std::uint64_t number = switches.count();
    Branch operation = branch("operation", word("element", about.element));
    if (switches.kind != SwitchKind::Led) {
      operation.leaves.push_back(words("subtype", {"push", "momentary"}));
    }
    // Of those that report their number it is known only that there can be no more.
    operation.leaves.push_back(
        switches.selected
            ? range("elements", std::nullopt, Exact{static_cast<std::int64_t>(number)}, {})
            : count("elements", number));
    if (switches.page == kButtonPage) {
      for (const UsageRange& it : switches.usages) {
        operation.leaves.push_back(
            range("number", Exact{it.first & 0xffffU}, Exact{it.last & 0xffffU}, {}));
      }
    } else {
      std::vector<Word> usages = words_of(switches.usages);
      if (!usages.empty()) operation.leaves.push_back(words("usage", std::move(usages)));
    }
    operation.leaves.push_back(count("positions", 2));
    const std::string id = id_of(group.name, about.id);
    if (switches.kind == SwitchKind::Led) {
      operation.leaves.push_back(changeable(words("steps", {"on", "off"}),
                                            derivation_.add_state(id.substr(3), Word("off"))));
    } else {
      operation.leaves.push_back(words("steps", {"press", "release"}));
    }
    add(group, id, name_of(switches.usages), std::move(operation), switches.kind != SwitchKind::Led,
        about.sense);
  }

  void add(Group& group, std::string id, const std::string& name, Branch operation, bool input,
           Word sense) {
    derivation_.add_code_interface(
        uses_, {"eviocgname", "eviocgbit", "eviocgabs", "eviocgrab", "read", "write"});
    (input ? inputs_ : outputs_).push_back(id);
    group.modules.push_back(
        user_interface(std::move(id), unit_, uses_, name, std::move(operation), sense));
  }

  // An id that the group does not have yet.
  std::string id_of(const std::string& group, std::string_view thing) const {
    std::string id = "ui_" + group + '_';
    id += thing.empty() ? std::string_view("control") : thing;
    const auto taken = [this](const std::string& it) {
      return std::find(inputs_.begin(), inputs_.end(), it) != inputs_.end() ||
             std::find(outputs_.begin(), outputs_.end(), it) != outputs_.end();
    };
    if (!taken(id)) return id;
    unsigned number = 2;
    const std::string begin = id + '_';
    while (taken(numbered(begin, number))) ++number;
    return numbered(begin, number);
  }

  void add_links(Group& group) {
    const Endpoint* in = nullptr;
    const Endpoint* out = nullptr;
    if (interface_ != nullptr) {
      for (const Endpoint& it : first_setting(*interface_).endpoints) {
        const Endpoint*& way = it.is_in() ? in : out;
        if (way == nullptr) way = &it;
      }
    }
    add_link(group, ReportKind::Input, "_in", in);
    add_link(group, ReportKind::Output, "_out", out);
    add_link(group, ReportKind::Feature, "_feature", nullptr);
  }

  // The link for the reports of a kind; the control endpoint where they have none of their own.
  void add_link(Group& group, ReportKind kind, const char* suffix, const Endpoint* endpoint) {
    LinkFormat format{"event_report", "hid_report", "report", {}};
    constexpr std::uint64_t byte = 8;
    for (const Report& it : report_.reports) {
      if (it.kind != kind) continue;
      const std::uint64_t id = it.id != 0 ? 1 : 0;
      format.block_bytes.push_back((it.bits + byte - 1) / byte + id);
    }
    if (format.block_bytes.empty()) return;
    static const Endpoint control;
    std::string id = prefix_ + suffix;
    group.modules.push_back(
        derivation_.endpoint_link(id, endpoint == nullptr ? control : *endpoint, format));
    if (interface_ == nullptr) {
      // How the reports come, nothing says.
      std::vector<Leaf>& link = group.modules.back().branches.front().branches.front().leaves;
      link.erase(std::remove_if(link.begin(), link.end(),
                                [](const Leaf& it) {
                                  return it.name == "transfer" || it.name == "link_name" ||
                                         it.name == "direction";
                                }),
                 link.end());
    }
    const bool both = kind == ReportKind::Feature;
    if (!both) {
      for (const std::string& it : kind == ReportKind::Input ? inputs_ : outputs_) {
        if (kind == ReportKind::Input) {
          derivation_.connect(it, id);
        } else {
          derivation_.connect(id, it);
        }
      }
    }
  }

  Derivation& derivation_;
  const ReportDescriptor& report_;
  const Interface* interface_;
  std::string prefix_;
  std::string unit_;
  std::string uses_;
  std::vector<std::string> inputs_;   // ids of what sends reports
  std::vector<std::string> outputs_;  // ids of what takes them
};

std::optional<ReportDescriptor> boot_report(const ClassCode& code) {
  constexpr std::uint8_t boot_subclass = 1;
  constexpr std::uint8_t keyboard = 1;
  constexpr std::uint8_t mouse = 2;
  if (code.subclass != boot_subclass) return std::nullopt;
  if (code.protocol == keyboard) return read_report_descriptor(kBootKeyboard).report_descriptor;
  if (code.protocol == mouse) return read_report_descriptor(kBootMouse).report_descriptor;
  return std::nullopt;
}

const Function* function_of(const Interface& interface) noexcept {
  return std::get_if<Function>(&first_setting(interface).details);
}

}  // namespace

void derive_hid(Derivation& derivation, const Interface& interface) {
  const Function* const function = function_of(interface);
  if (function != nullptr && function->report.has_value()) {
    HidFunction(derivation, derivation.device().report_descriptors[*function->report], &interface)
        .derive();
  } else if (const auto report = boot_report(first_setting(interface).interface_class)) {
    HidFunction(derivation, *report, &interface).derive();
  }
  if (derivation.is_used(interface)) return;
  // Reports are all that is known of it.
  Group& group =
      add_plain(derivation, interface,
                {"reports", "human_interface", "transfer", "hidraw", hidraw_operations(), {}, {}});
  derivation.add_links(group, "te_" + group.name, "cl_" + group.name, interface,
                       {"event_report", "hid_report", "report", {}});
}

void derive_report_descriptors(Derivation& derivation) {
  const Device& device = derivation.device();
  std::vector<bool> used(device.report_descriptors.size(), false);
  for (const Configuration& configuration : device.configurations) {
    for (const Interface& interface : configuration.interfaces) {
      const Function* const function = function_of(interface);
      if (function != nullptr && function->report.has_value()) used[*function->report] = true;
    }
  }
  for (std::size_t at = 0; at < used.size(); ++at) {
    if (!used[at]) HidFunction(derivation, device.report_descriptors[at], nullptr).derive();
  }
}

}  // namespace ddb::usb

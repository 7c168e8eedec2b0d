// SPDX-License-Identifier: Apache-2.0
#include "derive.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_set>

#include "written_text.hpp"

namespace ddb::usb {

namespace {

// What the descriptors betray of the speed, if they do. Bulk packets have one size at each speed
// from high speed on, and only full speed has other sizes: USB 2.0 5.8.3.
std::optional<Speed> betrayed_speed(const Device& device, const Configuration& configuration) {
  constexpr std::uint16_t first_with_high_speed = 0x0200;
  constexpr unsigned high_speed_bulk = 512;
  constexpr unsigned full_speed_interrupt = 64;
  constexpr unsigned full_speed_isochronous = 1023;
  for (const Interface& interface : configuration.interfaces) {
    for (const AlternateSetting& setting : interface.settings) {
      for (const Endpoint& it : setting.endpoints) {
        if (it.companion.has_value()) return Speed::Super;
        const unsigned size = it.packet_size();
        const bool large =
            it.packets_per_microframe() > 1 ||
            (it.transfer_type() == TransferType::Interrupt && size > full_speed_interrupt) ||
            (it.transfer_type() == TransferType::Isochronous && size > full_speed_isochronous);
        if (it.transfer_type() == TransferType::Bulk) {
          return size == high_speed_bulk ? Speed::High : Speed::Full;
        }
        if (large) return Speed::High;
      }
    }
  }
  if (device.descriptor.has_value() && device.descriptor->usb_release < first_with_high_speed) {
    return Speed::Full;
  }
  return std::nullopt;
}

// At most so many characters of a text of the device are told: a string descriptor has no more.
constexpr std::size_t kMostCharacters = 255;

std::string bounded(std::string_view text) {
  if (text.size() <= kMostCharacters) return std::string(text);
  std::string_view rest = text;
  for (std::size_t count = 0; count < kMostCharacters && !rest.empty(); ++count) {
    rest.remove_prefix(first_character(rest).size);
  }
  return std::string(text.substr(0, text.size() - rest.size()));
}

}  // namespace

Leaf words(Word name, std::vector<Word> values) {
  if (values.size() == 1) return {name, values.front(), {}};
  return {name, std::move(values), {}};
}

Leaf text(Word name, std::string value) {
  if (value.size() > kMostCharacters) value = bounded(value);
  return {name, std::move(value), {}};
}

Leaf count(Word name, std::uint64_t value) {
  return {name, Numbers{{exact(static_cast<std::int64_t>(value))}}, {}};
}

Leaf quantity(Word name, Exact value, Word unit) { return {name, Numbers{{value}, unit}, {}}; }

Leaf numbers(Word name, std::vector<std::uint64_t> values, Exact factor, Word unit) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  Numbers made;
  made.unit = unit;
  made.numbers.reserve(values.size());
  for (const std::uint64_t it : values) {
    made.numbers.push_back(
        exact(static_cast<std::int64_t>(it) * factor.numerator, factor.denominator));
  }
  return {name, std::move(made), {}};
}

Leaf range(Word name, std::optional<Exact> least, std::optional<Exact> greatest, Word unit) {
  if (least.has_value() && least == greatest) return quantity(name, *least, unit);
  return {name, Range{least, greatest, unit}, {}};
}

Leaf changeable(Leaf leaf, std::string state) {
  leaf.states.push_back(std::move(state));
  return leaf;
}

Exact exact(std::int64_t numerator, std::int64_t denominator) noexcept {
  const std::int64_t divisor = std::gcd(numerator, denominator);
  if (divisor > 1) return {numerator / divisor, denominator / divisor};
  return {numerator, denominator};
}

std::string numbered(std::string_view text, std::uint64_t number) {
  std::string made(text);
  append_number(made, number);
  return made;
}

std::optional<Branch> named(std::string_view name) {
  if (name.empty()) return std::nullopt;
  return branch("information", branch("description", text("name", std::string(name))));
}

Branch role(Word principal) { return branch("role", word("principal", principal)); }

Branch approach(std::optional<Word> configure, std::optional<Word> operate) {
  std::optional<Leaf> configured;
  std::optional<Leaf> operated;
  if (configure.has_value()) configured = word("configure", *configure);
  if (operate.has_value()) operated = word("operate", *operate);
  return branch("control", branch("approach", std::move(configured), std::move(operated)));
}

Derivation::Derivation(const Device& device, const Configuration& configuration,
                       const DescribeOptions& options)
    : device_(device),
      configuration_(configuration),
      options_(options),
      speed_(options.speed.has_value() ? options.speed : betrayed_speed(device, configuration)) {
  description_.interfaces.reserve(configuration.interfaces.size());
  for (const Interface& interface : configuration.interfaces) {
    const ClassCode& code = first_setting(interface).interface_class;
    description_.interfaces.push_back(
        {interface.number, code.class_id, code.subclass, code.protocol, false, {}});
  }
}

std::string Derivation::string(StringIndex index) const {
  if (index == 0) return {};
  const auto found = options_.strings.find(index);
  return found == options_.strings.end() ? std::string() : bounded(found->second);
}

std::string Derivation::group_name(std::string_view kind) {
  const auto found = std::find_if(kinds_.begin(), kinds_.end(),
                                  [kind](const auto& it) { return it.first == kind; });
  unsigned number = 1;
  if (found == kinds_.end()) {
    kinds_.emplace_back(kind, number);
  } else {
    number = ++found->second;
  }
  std::string name(kind);
  name += '_';
  append_number(name, number);
  return name;
}

Group& Derivation::add_group(std::string name, std::string comment) {
  description_.groups.push_back({std::move(name), std::move(comment), {}});
  return description_.groups.back();
}

void Derivation::use(const Interface& interface, const std::string& group, bool understood) {
  used_[interface.number] = true;
  const auto found =
      std::find_if(description_.interfaces.begin(), description_.interfaces.end(),
                   [&interface](const InterfaceUse& it) { return it.number == interface.number; });
  if (found == description_.interfaces.end()) return;
  found->understood = understood;
  const bool known = !found->groups.empty() && found->groups.back() == group;
  if (!group.empty() && !known) found->groups.push_back(group);
}

void Derivation::remark(std::string_view lines) {
  if (description_.comment.find(lines) != std::string::npos) return;
  description_.comment += lines;
  description_.comment += '\n';
}

void Derivation::leave_out_paths() { remark("There are more signal paths than are told here."); }

std::string Derivation::add_unit(std::string name) {
  if (declared_.insert("unit " + name).second) description_.registration_units.push_back(name);
  return name;
}

std::string Derivation::add_code_interface(std::string name, std::vector<Word> operations) {
  if (declared_.insert("interface " + name).second) {
    description_.code_interfaces.push_back({name, std::move(operations)});
  }
  return name;
}

std::string Derivation::add_state(std::string name, Value value) {
  if (declared_.insert("state " + name).second) {
    description_.states.push_back({name, std::move(value)});
  }
  return name;
}

void Derivation::connect(const std::string& from, const std::string& to) {
  if (connected_.insert(from + ' ' + to).second) description_.connections.push_back({from, to});
}

std::optional<Leaf> Derivation::interval(const Endpoint& endpoint) const {
  const TransferType type = endpoint.transfer_type();
  const bool periodic = type == TransferType::Isochronous || type == TransferType::Interrupt;
  if (!periodic || !speed_.has_value() || endpoint.interval == 0) return std::nullopt;
  constexpr std::int64_t frame_us = 1000;
  constexpr std::int64_t microframe_us = 125;
  constexpr unsigned most_exponent = 16;
  std::int64_t microseconds = 0;
  if (*speed_ <= Speed::Full && type == TransferType::Interrupt) {
    microseconds = frame_us * endpoint.interval;
  } else if (endpoint.interval <= most_exponent) {
    const std::int64_t unit = *speed_ <= Speed::Full ? frame_us : microframe_us;
    microseconds = unit << (endpoint.interval - 1U);
  } else {
    return std::nullopt;
  }
  if (microseconds % frame_us == 0) {
    return quantity("interval", exact(microseconds / frame_us), "millisecond");
  }
  return quantity("interval", exact(microseconds), "microsecond");
}

Branch Derivation::endpoint_link(std::string id, const Endpoint& endpoint,
                                 const LinkFormat& format) const {
  const TransferType type = endpoint.transfer_type();
  std::string name = transfer_type_name(type);
  const bool both_ways = type == TransferType::Control;
  if (!both_ways) name += endpoint.is_in() ? " in" : " out";
  name += ", endpoint ";
  append_number(name, endpoint.number());
  const bool unacknowledged = type == TransferType::Isochronous;
  Branch link = branch(
      "link", text("link_name", std::move(name)),
      word("model", type == TransferType::Interrupt || both_ways ? "unicast" : "stream"),
      word("direction", both_ways ? "bidirectional" : "unidirectional"),
      word("signal_format", "digital"), word("acknowledgement", unacknowledged ? "no_ack" : "ack"),
      word("transfer", Word(transfer_type_name(type))), interval(endpoint));
  if (!both_ways) {
    link.leaves.push_back(quantity("packet_size", exact(endpoint.packet_size()), "byte"));
  }
  Branch primitives = branch("primitives", std::move(link));
  Branch channel = branch("channel");
  const auto add = [&channel](Word aspect, Word value) {
    if (!value.empty()) channel.leaves.push_back(word(aspect, value));
  };
  add("encapsulation", format.encapsulation);
  add("data_format", format.data_format);
  add("data_units", format.data_units);
  if (!format.block_bytes.empty()) {
    channel.leaves.push_back(numbers("data_block", format.block_bytes, Exact{1}, "byte"));
  }
  if (!channel.leaves.empty()) primitives.branches.push_back(std::move(channel));
  return branch("communications_link", Id{std::move(id)}, std::move(primitives));
}

void Derivation::add_links(Group& group, const std::string& element, std::string_view prefix,
                           const Interface& interface, const LinkFormat& format) {
  add_links_of_settings(group, element, prefix, interface,
                        [&format](const AlternateSetting&) -> LinkFormat { return format; });
}

void Derivation::add_links_of_settings(
    Group& group, const std::string& element, std::string_view prefix, const Interface& interface,
    const std::function<LinkFormat(const AlternateSetting&)>& format_of) {
  std::unordered_set<std::string> ids;
  for (const AlternateSetting& setting : interface.settings) {
    for (const Endpoint& endpoint : setting.endpoints) {
      std::string id(prefix);
      if (setting.alternate != 0) id = numbered(id += "_setting_", setting.alternate);
      id = numbered(id += endpoint.is_in() ? "_in_" : "_out_", endpoint.number());
      if (!ids.insert(id).second) continue;
      if (endpoint.is_in()) {
        connect(element, id);
      } else {
        connect(id, element);
      }
      group.modules.push_back(endpoint_link(std::move(id), endpoint, format_of(setting)));
    }
  }
}

bool is_plain_name(std::string_view text) noexcept {
  const auto small = [](char it) { return it >= 'a' && it <= 'z'; };
  const auto inside = [small](char it) {
    return small(it) || (it >= 'A' && it <= 'Z') || (it >= '0' && it <= '9') || it == '_';
  };
  return !text.empty() && small(text.front()) && std::all_of(text.begin(), text.end(), inside);
}

std::string name_of_text(std::string_view text, std::size_t most) {
  std::string name;
  bool gap = false;
  for (char it : text) {
    if (it >= 'A' && it <= 'Z') it = static_cast<char>(it - 'A' + 'a');
    if ((it >= 'a' && it <= 'z') || (it >= '0' && it <= '9')) {
      if (gap && !name.empty()) name += '_';
      gap = false;
      name += it;
    } else {
      gap = true;
    }
  }
  if (name.size() > most) name.resize(most);
  while (!name.empty() && name.back() == '_') name.pop_back();
  return name;
}

}  // namespace ddb::usb

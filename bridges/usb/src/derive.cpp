// SPDX-License-Identifier: Apache-2.0
#include "derive.hpp"

#include <algorithm>
#include <numeric>

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
  std::string_view rest = text;
  for (std::size_t count = 0; count < kMostCharacters && !rest.empty(); ++count) {
    rest.remove_prefix(first_character(rest).size);
  }
  return std::string(text.substr(0, text.size() - rest.size()));
}

template <class List>
void add_name(List& list, const std::string& name) {
  if (std::find(list.begin(), list.end(), name) == list.end()) list.push_back(name);
}

template <class List>
bool has_name(const List& list, const std::string& name) {
  return std::any_of(list.begin(), list.end(), [&name](const auto& it) { return it.name == name; });
}

}  // namespace

Leaf words(Word name, std::vector<Word> values) {
  if (values.size() == 1) return {name, values.front(), {}};
  return {name, std::move(values), {}};
}

Leaf text(Word name, std::string value) { return {name, bounded(value), {}}; }

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
  if (!group.empty()) add_name(found->groups, group);
}

const std::string& Derivation::add_unit(const std::string& name) {
  add_name(description_.registration_units, name);
  return name;
}

const std::string& Derivation::add_code_interface(const std::string& name,
                                                  std::vector<Word> operations) {
  if (!has_name(description_.code_interfaces, name)) {
    description_.code_interfaces.push_back({name, std::move(operations)});
  }
  return name;
}

const std::string& Derivation::add_state(const std::string& name, Value value) {
  if (!has_name(description_.states, name)) {
    description_.states.push_back({name, std::move(value)});
  }
  return name;
}

void Derivation::connect(const std::string& from, const std::string& to) {
  Connection made{from, to};
  if (std::find(description_.connections.begin(), description_.connections.end(), made) ==
      description_.connections.end()) {
    description_.connections.push_back(std::move(made));
  }
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
  name += endpoint.is_in() ? " in, endpoint " : " out, endpoint ";
  append_number(name, endpoint.number());
  const bool both_ways = type == TransferType::Control;
  const bool unacknowledged = type == TransferType::Isochronous;
  Branch link = branch(
      "link", text("link_name", std::move(name)),
      word("model", type == TransferType::Interrupt || both_ways ? "unicast" : "stream"),
      word("direction", both_ways ? "bidirectional" : "unidirectional"),
      word("signal_format", "digital"), word("acknowledgement", unacknowledged ? "no_ack" : "ack"),
      word("transfer", Word(transfer_type_name(type))), interval(endpoint),
      quantity("packet_size", exact(endpoint.packet_size()), "byte"));
  Branch primitives = branch("primitives", std::move(link));
  Branch channel = branch("channel");
  const auto add = [&channel](Word aspect, Word value) {
    if (!value.empty()) channel.leaves.push_back(word(aspect, value));
  };
  add("encapsulation", format.encapsulation);
  add("data_format", format.data_format);
  add("data_units", format.data_units);
  if (!channel.leaves.empty()) primitives.branches.push_back(std::move(channel));
  return branch("communications_link", Id{std::move(id)}, std::move(primitives));
}

std::vector<std::string> Derivation::add_endpoint_links(Group& group, std::string_view prefix,
                                                        const AlternateSetting& setting,
                                                        const LinkFormat& format) const {
  std::vector<std::string> ids;
  for (const Endpoint& endpoint : setting.endpoints) {
    std::string id(prefix);
    id += endpoint.is_in() ? "_in_" : "_out_";
    append_number(id, endpoint.number());
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
    group.modules.push_back(endpoint_link(id, endpoint, format));
    ids.push_back(std::move(id));
  }
  return ids;
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

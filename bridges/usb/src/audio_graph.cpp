// SPDX-License-Identifier: Apache-2.0
#include "audio_graph.hpp"

#include <algorithm>
#include <bit>
#include <type_traits>
#include <variant>

namespace ddb::usb::audio {

namespace {

template <class Type, class... Types>
inline constexpr bool is_one_of = (std::is_same_v<Type, Types> || ...);

Word process_word(audio1::ProcessType type) noexcept {
  constexpr std::array<Word, 7> words = {
      "undefined",     "up_down_mix", "dolby_pro_logic",         "stereo_extender",
      "reverberation", "chorus",      "dynamic_range_compressor"};
  const auto index = static_cast<std::size_t>(type);
  return index < words.size() ? words.at(index) : words.front();
}

Word process_word(audio2::ProcessType type) noexcept {
  constexpr std::array<Word, 4> words = {"undefined", "up_down_mix", "dolby_pro_logic",
                                         "stereo_extender"};
  const auto index = static_cast<std::size_t>(type);
  return index < words.size() ? words.at(index) : words.front();
}

Word process_word(audio3::ProcessType type) noexcept {
  constexpr std::array<Word, 4> words = {"undefined", "up_down_mix", "stereo_extender",
                                         "multi_function"};
  const auto index = static_cast<std::size_t>(type);
  return index < words.size() ? words.at(index) : words.front();
}

Word effect_word(audio2::EffectType type) noexcept {
  constexpr std::array<Word, 5> words = {"undefined", "parametric_equalizer", "reverberation",
                                         "modulation_delay", "dynamic_range_compressor"};
  const auto index = static_cast<std::size_t>(type);
  return index < words.size() ? words.at(index) : words.front();
}

void add(FeatureControl& control, std::size_t channel, bool writable) {
  if (channel == 0) {
    control.master = true;
  } else {
    ++control.channels;
  }
  control.writable = control.writable || writable;
}

void add_controls(Entity& made, const audio1::FeatureUnit& unit) {
  constexpr unsigned audio1_controls = 10;
  for (std::size_t channel = 0; channel < unit.control_sets(); ++channel) {
    const std::uint32_t bits = unit.control_bits(channel);
    for (unsigned control = 0; control < audio1_controls; ++control) {
      if ((bits >> control & 1U) != 0) add(made.controls.at(control), channel, true);
    }
  }
}

// Audio 2 and 3.
template <class Unit>
void add_controls(Entity& made, const Unit& unit) {
  for (std::size_t channel = 0; channel < unit.controls.size(); ++channel) {
    for (unsigned control = 0; control < kFeatureControls; ++control) {
      const audio2::Access access = audio2::access_of(unit.controls[channel], control);
      if (access == audio2::Access::None) continue;
      add(made.controls.at(control), channel, access == audio2::Access::ReadWrite);
    }
  }
}

std::uint32_t bits_set(const std::vector<std::uint8_t>& bytes) noexcept {
  std::uint32_t bits = 0;
  for (const std::uint8_t it : bytes) bits += static_cast<std::uint32_t>(std::popcount(it));
  return bits;
}

// Whether the unit can be switched on and off: the first of its controls in audio 1 and 2. Audio 3
// has none for it.
bool can_enable(const std::vector<std::uint8_t>& controls) noexcept {
  return !controls.empty() && (controls.front() & 1U) != 0;
}
template <class Bits>
requires(sizeof(Bits) < sizeof(std::uint32_t)) bool can_enable(Bits controls) noexcept {
  return audio2::access_of(controls, 0) == audio2::Access::ReadWrite;
}
bool can_enable(std::uint32_t) noexcept { return false; }

template <class Unit>
void make(Entity& made, const Unit& unit) {
  if constexpr (requires { unit.terminal_type; }) {
    made.kind = Kind::Input;
    if constexpr (requires { unit.source; }) made.kind = Kind::Output;
    made.terminal_type = unit.terminal_type;
  } else if constexpr (is_one_of<Unit, audio1::FeatureUnit, audio2::FeatureUnit,
                                 audio3::FeatureUnit>) {
    made.kind = Kind::Feature;
    add_controls(made, unit);
  } else if constexpr (is_one_of<Unit, audio1::MixerUnit, audio2::MixerUnit, audio3::MixerUnit>) {
    made.kind = Kind::Mixer;
    if constexpr (requires { unit.mixer_controls; }) {
      made.mix_controls = bits_set(unit.mixer_controls);
    } else {
      made.mix_controls = bits_set(unit.controls);
    }
  } else if constexpr (is_one_of<Unit, audio1::SelectorUnit, audio2::SelectorUnit,
                                 audio3::SelectorUnit>) {
    made.kind = Kind::Selector;
    made.switchable = true;
    if constexpr (requires { unit.controls; }) {
      made.switchable = audio2::access_of(unit.controls, 0) == audio2::Access::ReadWrite;
    }
  } else if constexpr (is_one_of<Unit, audio1::ProcessingUnit, audio2::ProcessingUnit,
                                 audio3::ProcessingUnit>) {
    made.kind = Kind::Process;
    made.process = process_word(unit.process_type);
    made.switchable = can_enable(unit.controls);
  } else if constexpr (is_one_of<Unit, audio2::EffectUnit, audio3::EffectUnit>) {
    made.kind = Kind::Process;
    made.process = effect_word(unit.effect_type);
  } else if constexpr (is_one_of<Unit, audio1::ExtensionUnit, audio2::ExtensionUnit,
                                 audio3::ExtensionUnit>) {
    made.kind = Kind::Process;
    made.process = "vendor_specific";
    made.switchable = can_enable(unit.controls);
  } else if constexpr (is_one_of<Unit, audio2::SampleRateConverter, audio3::SampleRateConverter>) {
    made.kind = Kind::RateConverter;
  } else if constexpr (is_one_of<Unit, audio2::ClockSource, audio3::ClockSource>) {
    made.kind = Kind::ClockSource;
    made.synchronous_clock = unit.synchronized_to_bus();
    if constexpr (std::is_same_v<Unit, audio3::ClockSource>) {
      made.internal_clock = unit.internal();
    } else {
      made.internal_clock = unit.type() != audio2::ClockType::External;
    }
  } else if constexpr (is_one_of<Unit, audio2::ClockSelector, audio3::ClockSelector>) {
    made.kind = Kind::ClockSelector;
    made.switchable = audio2::access_of(unit.controls, 0) == audio2::Access::ReadWrite;
  } else {
    static_assert(is_one_of<Unit, audio2::ClockMultiplier, audio3::ClockMultiplier>);
    made.kind = Kind::ClockMultiplier;
  }
  if constexpr (requires { unit.channels; }) made.channels = unit.channels;
  if constexpr (std::is_same_v<decltype(unit.name), StringIndex>) made.name = unit.name;
}

template <class Control>
std::vector<Entity> entities_of(const Control& control) {
  std::vector<Entity> entities;
  entities.reserve(control.entities.size());
  for (const auto& entity : control.entities) {
    std::visit(
        [&](const auto& unit) {
          if constexpr (!std::is_same_v<std::decay_t<decltype(unit)>, audio3::PowerDomain>) {
            const Node node = node_of(entity);
            Entity made;
            made.id = node.id;
            made.sources.assign(node.sources.begin(), node.sources.end());
            made.clocks.assign(node.clocks.begin(), node.clocks.end());
            make(made, unit);
            entities.push_back(std::move(made));
          }
        },
        entity);
  }
  return entities;
}

}  // namespace

Graph::Graph(const AlternateSetting& control) {
  if (const auto* const it = std::get_if<audio1::Control>(&control.details)) {
    entities_ = entities_of(*it);
  } else if (const auto* const it = std::get_if<audio2::Control>(&control.details)) {
    entities_ = entities_of(*it);
  } else if (const auto* const it = std::get_if<audio3::Control>(&control.details)) {
    entities_ = entities_of(*it);
  }
  index_.fill(kNone);
  // Of several entities with one id, the first is the one that is meant.
  std::vector<Entity> meant;
  meant.reserve(entities_.size());
  for (Entity& it : entities_) {
    if (index_.at(it.id) != kNone) continue;
    index_.at(it.id) = static_cast<std::int16_t>(meant.size());
    meant.push_back(std::move(it));
  }
  entities_ = std::move(meant);
  for (const Entity& it : entities_) references_.add(it.id, it.sources);
}

const Entity* Graph::find(std::uint8_t id) const noexcept {
  const std::int16_t index = index_.at(id);
  return index == kNone ? nullptr : &entities_[static_cast<std::size_t>(index)];
}

Ids Graph::clocks_of(std::uint8_t id) const {
  Ids reached;
  const Entity* const first = find(id);
  if (first == nullptr) return reached;
  std::vector<std::uint8_t> waiting = first->clocks;
  while (!waiting.empty()) {
    const std::uint8_t clock = waiting.back();
    waiting.pop_back();
    const Entity* const entity = find(clock);
    if (entity == nullptr || reached[clock]) continue;
    reached.set(clock);
    waiting.insert(waiting.end(), entity->clocks.begin(), entity->clocks.end());
  }
  return reached;
}

}  // namespace ddb::usb::audio

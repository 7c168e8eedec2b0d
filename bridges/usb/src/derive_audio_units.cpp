// SPDX-License-Identifier: Apache-2.0
// Terminals, units and clocks of audio functions as elements.
#include <algorithm>
#include <array>
#include <string>

#include "derive_audio.hpp"
#include "terminal_types.hpp"

namespace ddb::usb::audio {

namespace {

// What a control of a feature unit is called, by the numbers of audio2::FeatureControl. The name
// is that of the aspect as well, where its value is a truth value.
struct ControlWords {
  Word name;
  Word aspect;  // empty: the device only reports it
  bool level = false;
};

constexpr std::array<ControlWords, kFeatureControls> kControls = {
    ControlWords{"mute", "signal_mute"},
    ControlWords{"volume", "signal_attenuation", true},
    ControlWords{"bass", "bass", true},
    ControlWords{"mid", "mid", true},
    ControlWords{"treble", "treble", true},
    ControlWords{"graphic_equalizer", "graphic_equalizer"},
    ControlWords{"automatic_gain", "automatic_gain"},
    ControlWords{"delay", "delay"},
    ControlWords{"bass_boost", "bass_boost"},
    ControlWords{"loudness", "loudness"},
    ControlWords{"input_gain", "signal_gain", true},
    ControlWords{"input_gain_pad", "signal_attenuation", true},
    ControlWords{"phase_inverter", "phase_inverter"},
    ControlWords{"underflow", {}},
    ControlWords{"overflow", {}},
};

constexpr std::size_t kVolume = 1;
constexpr std::size_t kDelay = 7;

std::string element_id(const Place& place, std::string_view kind, const Entity& entity) {
  std::string id = "te_";
  id += place.prefix;
  id += kind;
  return numbered(id += '_', entity.id);
}

// The name of what belongs to an element, from its id: mute_6 for te_mute_6.
std::string own_name(const std::string& element) { return element.substr(3); }

// The operations that ALSA has for a simple mixer element: mixer.h of alsa-lib.
std::vector<Word> mixer_operations(std::size_t control, bool playing) {
  if (kControls.at(control).level) {
    if (playing) {
      return {"snd_mixer_selem_get_playback_volume_range",
              "snd_mixer_selem_set_playback_volume_all", "snd_mixer_selem_set_playback_dB_all"};
    }
    return {"snd_mixer_selem_get_capture_volume_range", "snd_mixer_selem_set_capture_volume_all",
            "snd_mixer_selem_set_capture_dB_all"};
  }
  if (control == kDelay) return {"snd_ctl_elem_info", "snd_ctl_elem_read", "snd_ctl_elem_write"};
  if (playing) {
    return {"snd_mixer_selem_get_playback_switch", "snd_mixer_selem_set_playback_switch_all"};
  }
  return {"snd_mixer_selem_get_capture_switch", "snd_mixer_selem_set_capture_switch_all"};
}

constexpr std::int64_t kVolumeSteps = 256;  // of a decibel

// Gain and attenuation of a volume control. What it can do is asked of a live device; else all that
// is known is that it can leave the signal as it is.
void add_volume(Branch& function, const DescribeOptions& options, const AudioEntity& entity,
                bool playing, const std::string& state) {
  const auto found = options.volumes.find(entity);
  if (found == options.volumes.end() || found->second.least > found->second.greatest) {
    function.leaves.push_back(changeable(
        range(playing ? "signal_attenuation" : "signal_gain", Exact{0}, std::nullopt, "decibel"),
        state));
    return;
  }
  const std::int64_t least = found->second.least;
  const std::int64_t greatest = found->second.greatest;
  if (least < 0) {
    const std::int64_t nearest = greatest < 0 ? -greatest : 0;
    function.leaves.push_back(changeable(range("signal_attenuation", exact(nearest, kVolumeSteps),
                                               exact(-least, kVolumeSteps), "decibel"),
                                         state));
  }
  if (greatest > 0 || least >= 0) {
    const std::int64_t nearest = least > 0 ? least : 0;
    function.leaves.push_back(changeable(range("signal_gain", exact(nearest, kVolumeSteps),
                                               exact(greatest, kVolumeSteps), "decibel"),
                                         state));
  }
}

Branch control_element(Derivation& derivation, const Place& place, const Entity& entity,
                       std::size_t number, bool playing) {
  const FeatureControl& control = entity.controls.at(number);
  const ControlWords& about = kControls.at(number);
  std::string id = element_id(place, about.name, entity);
  const std::string own = own_name(id);
  Branch function = branch("function");
  const auto state = [&derivation, &own](Value value) {
    return derivation.add_state(own, std::move(value));
  };
  if (number == kVolume) {
    add_volume(function, derivation.options(), {place.control_interface, entity.id}, playing,
               state(Numbers{{{0}}, "decibel"}));
  } else if (about.level) {
    function.leaves.push_back(changeable(range(about.aspect, Exact{0}, std::nullopt, "decibel"),
                                         state(Numbers{{{0}}, "decibel"})));
  } else if (number == kDelay) {
    function.leaves.push_back(changeable(range(about.aspect, Exact{0}, std::nullopt, "second"),
                                         state(Numbers{{{0}}, "second"})));
  } else {
    function.leaves.push_back(
        changeable(words(about.aspect, {"true", "false"}), state(Word("false"))));
  }
  function.leaves.push_back(truth("master_control", control.master));
  function.leaves.push_back(count("channel_controls", control.channels));
  const Word set = control.writable ? "permitted" : "none";
  return branch(
      "task_element", Id{std::move(id)},
      Uses{derivation.add_code_interface("alsa_mixer_" + own, mixer_operations(number, playing))},
      named(derivation.string(entity.name)), branch("task", std::move(function), role("adjust")),
      approach(set, set));
}

Elements feature(Derivation& derivation, const Place& place, const Entity& entity, bool playing) {
  Elements elements;
  for (std::size_t number = 0; number < kFeatureControls; ++number) {
    if (!entity.controls.at(number).present() || kControls.at(number).aspect.empty()) continue;
    elements.modules.push_back(control_element(derivation, place, entity, number, playing));
  }
  if (elements.modules.empty()) {
    elements.modules.push_back(branch("task_element", Id{element_id(place, "feature", entity)},
                                      named(derivation.string(entity.name)),
                                      branch("task", role("transfer"))));
  }
  return elements;
}

// A choice among inputs: of signals, or of clocks.
Branch selector(Derivation& derivation, const Place& place, const Entity& entity, Word kind,
                std::size_t inputs) {
  std::string id = element_id(place, kind, entity);
  const std::string own = own_name(id);
  std::vector<std::uint64_t> choices;
  for (std::size_t input = 1; input <= inputs; ++input) choices.push_back(input);
  if (choices.empty()) choices.push_back(0);
  Branch function = branch("function", count("inputs", inputs));
  std::optional<Uses> uses;
  Leaf selected = numbers("selected_input", std::move(choices), Exact{1}, {});
  if (entity.switchable && inputs > 1) {
    selected.states.push_back(derivation.add_state(own, Numbers{{{1}}}));
    uses = Uses{derivation.add_code_interface(
        "alsa_mixer_" + own, {"snd_mixer_selem_get_enum_items", "snd_mixer_selem_get_enum_item",
                              "snd_mixer_selem_set_enum_item"})};
  }
  function.leaves.push_back(std::move(selected));
  return branch("task_element", Id{std::move(id)}, std::move(uses),
                named(derivation.string(entity.name)),
                branch("task", std::move(function), role("director")));
}

Branch mixer(Derivation& derivation, const Place& place, const Entity& entity) {
  std::string id = element_id(place, "mixer", entity);
  std::optional<Uses> uses;
  Branch function = branch("function", count("inputs", entity.sources.size()));
  if (entity.channels != 0) function.leaves.push_back(count("data_channels", entity.channels));
  function.leaves.push_back(count("channel_controls", entity.mix_controls));
  if (entity.mix_controls != 0) {
    uses = Uses{derivation.add_code_interface(
        "alsa_mixer_" + own_name(id),
        {"snd_mixer_selem_get_playback_volume_range", "snd_mixer_selem_set_playback_volume"})};
  }
  return branch("task_element", Id{std::move(id)}, std::move(uses),
                named(derivation.string(entity.name)),
                branch("task", std::move(function), role("adjust")),
                branch("arbitration", branch("input_serialisation", word("policy", "mixing"))));
}

Branch process(Derivation& derivation, const Place& place, const Entity& entity) {
  std::string id = element_id(place, "process", entity);
  const std::string own = own_name(id);
  std::optional<Uses> uses;
  Branch function = branch("function", word("process", entity.process));
  if (entity.sources.size() > 1) {
    function.leaves.push_back(count("inputs", entity.sources.size()));
  }
  if (entity.channels != 0) function.leaves.push_back(count("data_channels", entity.channels));
  if (entity.switchable) {
    function.leaves.push_back(changeable(words("process_on", {"true", "false"}),
                                         derivation.add_state(own, Word("true"))));
    uses = Uses{derivation.add_code_interface("alsa_control_" + own,
                                              {"snd_ctl_elem_read", "snd_ctl_elem_write"})};
  }
  return branch("task_element", Id{std::move(id)}, std::move(uses),
                named(derivation.string(entity.name)),
                branch("task", std::move(function), role("transform")));
}

Branch terminal(Derivation& derivation, const Place& place, const Entity& entity) {
  const TerminalType type = terminal_type(entity.terminal_type);
  std::string id = "ei_" + place.prefix;
  id += type.word.empty() ? Word("terminal") : type.word;
  id = numbered(id += '_', entity.id);
  Branch electrical = branch("electrical");
  if (!type.format.empty()) electrical.leaves.push_back(word("data_format", type.format));
  if (!type.word.empty()) electrical.leaves.push_back(word("terminal", type.word));
  std::optional<Branch> characteristics;
  if (!electrical.leaves.empty()) {
    characteristics = branch("characteristics", std::move(electrical));
  }
  const bool embedded = is_embedded_terminal(entity.terminal_type);
  return branch(
      "electrical_interface", Id{std::move(id)}, named(derivation.string(entity.name)),
      std::move(characteristics),
      branch("mechanical_structure",
             branch("structures", word("classification", embedded ? "internal" : "external"),
                    word("direction", entity.kind == Kind::Input ? "input" : "output"))),
      branch("logical_structure", branch("relation", truth("device_boundary", !embedded))));
}

Branch clock(Derivation& derivation, const Place& place, const Entity& entity) {
  Branch timing = branch("clock", truth("generator", entity.internal_clock));
  const auto found = derivation.options().clock_rates.find({place.control_interface, entity.id});
  if (found != derivation.options().clock_rates.end()) {
    for (const RateRange& it : found->second) {
      if (it.least > it.greatest) continue;
      Leaf rate = range("rate", exact(it.least, 1000), exact(it.greatest, 1000), "kilohertz");
      const auto same = [&rate](const Leaf& other) { return other == rate; };
      if (std::none_of(timing.leaves.begin(), timing.leaves.end(), same)) {
        timing.leaves.push_back(std::move(rate));
      }
    }
  }
  timing.leaves.push_back(
      word("synchronisation", entity.synchronous_clock ? "synchronous" : "asynchronous"));
  return branch("task_element", Id{element_id(place, "clock", entity)},
                named(derivation.string(entity.name)), branch("timing", std::move(timing)));
}

}  // namespace

Elements elements_of(Derivation& derivation, const Place& place, const Entity& entity,
                     bool playing) {
  Elements elements;
  const auto add = [&elements](Branch element) { elements.modules.push_back(std::move(element)); };
  switch (entity.kind) {
    case Kind::Input:
    case Kind::Output:
      add(terminal(derivation, place, entity));
      break;
    case Kind::Feature:
      elements = feature(derivation, place, entity, playing);
      break;
    case Kind::Selector:
      add(selector(derivation, place, entity, "selector", entity.sources.size()));
      break;
    case Kind::ClockSelector:
      add(selector(derivation, place, entity, "clock_selector", entity.clocks.size()));
      break;
    case Kind::Mixer:
      add(mixer(derivation, place, entity));
      break;
    case Kind::Process:
      add(process(derivation, place, entity));
      break;
    case Kind::RateConverter:
      add(branch("task_element", Id{element_id(place, "rate_converter", entity)},
                 named(derivation.string(entity.name)),
                 branch("task", branch("function", word("direction", "digital_to_digital")),
                        role("convert"))));
      break;
    case Kind::ClockSource:
    case Kind::ClockMultiplier:
      add(clock(derivation, place, entity));
      break;
  }
  return elements;
}

}  // namespace ddb::usb::audio

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

#include "ddb/usb/live/answers.hpp"
#include "utf8.hpp"

namespace ddb::usb::live {

namespace {

// USB 2.0 table 9-2 and 9-4.
constexpr std::uint8_t kReadDevice = 0x80;
constexpr std::uint8_t kReadInterface = 0x81;
constexpr std::uint8_t kReadClassOfDevice = 0xa0;
constexpr std::uint8_t kReadClassOfInterface = 0xa1;
constexpr std::uint8_t kGetDescriptor = 6;
constexpr std::uint16_t kAmericanEnglish = 0x0409;

// UAC1 A.9, UAC2 A.14, UAC3 A.15.
constexpr std::uint8_t kGetMinimum = 0x82;
constexpr std::uint8_t kGetMaximum = 0x83;
constexpr std::uint8_t kGetResolution = 0x84;
constexpr std::uint8_t kRange = 2;
constexpr std::uint8_t kHighCapabilityDescriptor = 6;
constexpr std::uint16_t kFrequencyControl = 1;
constexpr std::uint16_t kVolumeControl = 2;
// UAC1 5.2.2.4.3.2: the lowest number is silence, not a level.
constexpr std::int16_t kSilence = -0x8000;

constexpr std::size_t kMostRanges = 256;
constexpr std::uint16_t kMostClusterBytes = 4096;
constexpr std::uint16_t kMostBlockBytes = 4096;

std::uint16_t word(std::uint8_t high, std::uint8_t low) {
  return static_cast<std::uint16_t>(high << 8U | low);
}

std::uint32_t number(const std::vector<std::uint8_t>& bytes, std::size_t place, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i > 0; --i) value = value << 8U | bytes[place + i - 1];
  return value;
}

/// The configuration that is asked of: others do not answer.
const Configuration* active_configuration(const SeenDevice& device, const Reading& reading) {
  const auto& all = reading.device.configurations;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Configuration& it) {
    return !device.configured || it.value == *device.configured;
  });
  return found == all.end() ? nullptr : &*found;
}

/// The string descriptors that the descriptors name.
class StringIndices {
 public:
  std::set<StringIndex> take(const Device& device, const Configuration* configuration) {
    if (device.descriptor) {
      add(device.descriptor->manufacturer_name);
      add(device.descriptor->product_name);
      add(device.descriptor->serial_number);
    }
    if (configuration != nullptr) {
      add(configuration->name);
      for (const InterfaceAssociation& it : configuration->associations) add(it.name);
      for (const Interface& interface : configuration->interfaces) {
        for (const AlternateSetting& setting : interface.settings) {
          add(setting.name);
          std::visit([this](const auto& details) { add_details(details); }, setting.details);
        }
      }
    }
    indices_.erase(0);
    return std::move(indices_);
  }

 private:
  void add(StringIndex index) { indices_.insert(index); }

  template <class Details>
  void add_details(const Details& details) {
    if constexpr (requires { details.entities; }) {
      for (const auto& entity : details.entities) {
        std::visit([this](const auto& it) { add_entity(it); }, entity);
      }
    }
  }

  // Audio 3 has numbers of another kind, of 16 bits.
  template <class Entity>
  void add_entity(const Entity& entity) {
    if constexpr (requires { requires std::is_same_v<decltype(entity.name), StringIndex>; }) {
      add(entity.name);
    }
  }

  std::set<StringIndex> indices_;
};

class Interview {
 public:
  Interview(ControlPipe& pipe, const SeenDevice& device, const Reading& reading)
      : pipe_(pipe), device_(device), reading_(reading) {}

  Answers run() {
    const Configuration* const configuration = active_configuration(device_, reading_);
    ask_strings(configuration);
    if (device_.is_hub()) ask_hub();
    if (configuration != nullptr) {
      ask_reports(*configuration);
      for (const Interface& interface : configuration->interfaces) {
        for (const AlternateSetting& setting : interface.settings) ask_of(setting);
      }
    }
    return std::move(answers_);
  }

 private:
  // The answer, if it has at least so many bytes; else says why not, once for each reason.
  std::optional<std::vector<std::uint8_t>> get(const ControlRequest& request, std::size_t least,
                                               const std::string& what) {
    ControlAnswer answer = pipe_.read(request);
    if (answer.failure.empty() && answer.bytes.size() >= least) return std::move(answer.bytes);
    const std::string reason = answer.failure.empty() ? "the answer is too short" : answer.failure;
    if (told_.insert({request.type, request.index & 0xffU, reason}).second) {
      answers_.not_answered.push_back(what + ": " + reason);
    }
    return std::nullopt;
  }

  void ask_strings(const Configuration* configuration) {
    const auto known = strings_of(device_, reading_);
    std::set<StringIndex> wanted = StringIndices().take(reading_.device, configuration);
    for (const auto& [index, text] : known) wanted.erase(index);
    if (wanted.empty()) return;
    const auto languages =
        get({kReadDevice, kGetDescriptor, word(3, 0), 0, 255}, 4, "languages of strings");
    if (!languages) return;
    auto language = static_cast<std::uint16_t>(number(*languages, 2, 2));
    for (std::size_t i = 2; i + 1 < languages->size(); i += 2) {
      if (number(*languages, i, 2) == kAmericanEnglish) language = kAmericanEnglish;
    }
    for (const StringIndex index : wanted) {
      const auto bytes = get({kReadDevice, kGetDescriptor, word(3, index), language, 255}, 2,
                             "string " + std::to_string(index));
      if (!bytes) continue;
      const std::size_t length = std::min<std::size_t>((*bytes)[0], bytes->size());
      std::string text = utf8_of_utf16(std::span(*bytes).first(length).subspan(length < 2 ? 0 : 2));
      if (!text.empty()) answers_.strings[index] = std::move(text);
    }
  }

  void ask_hub() {
    // USB 2.0 11.24.2.5; that of SuperSpeed hubs has another number: USB 3.2 10.16.2.4.
    constexpr double kSuperSpeed = 5000;
    const std::uint8_t type = device_.speed && *device_.speed >= kSuperSpeed ? 0x2a : 0x29;
    const auto bytes =
        get({kReadClassOfDevice, kGetDescriptor, word(type, 0), 0, 255}, 2, "hub descriptor");
    if (bytes) answers_.hub = hub::read_hub(*bytes).hub;
  }

  void ask_reports(const Configuration& configuration) {
    for (const Interface& interface : configuration.interfaces) {
      const AlternateSetting& setting = interface.settings.front();
      const auto* const function = std::get_if<hid::Function>(&setting.details);
      if (function == nullptr || function->place.length == 0 || is_known(interface.number))
        continue;
      constexpr std::uint8_t kReport = 0x22;
      for (const hid::ClassDescriptor& it : function->descriptors) {
        if (it.type != kReport || it.length == 0) continue;
        auto bytes =
            get({kReadInterface, kGetDescriptor, word(kReport, 0), interface.number, it.length}, 1,
                "report descriptor of interface " + std::to_string(interface.number));
        if (bytes) answers_.reports.push_back({interface.number, std::move(*bytes)});
        break;
      }
    }
  }

  bool is_known(std::uint8_t interface) const {
    return std::any_of(device_.reports.begin(), device_.reports.end(),
                       [&](const SeenReport& it) { return it.interface == interface; });
  }

  void ask_of(const AlternateSetting& setting) {
    const std::uint8_t interface = setting.interface;
    if (const auto* const control = std::get_if<audio1::Control>(&setting.details)) {
      for (const auto& entity : control->entities) {
        if (const auto* const unit = std::get_if<audio1::FeatureUnit>(&entity)) {
          ask_volume(interface, *unit);
        }
      }
    } else if (const auto* const second = std::get_if<audio2::Control>(&setting.details)) {
      ask_entities<audio2::ClockSource, audio2::FeatureUnit>(interface, second->entities);
    } else if (const auto* const third = std::get_if<audio3::Control>(&setting.details)) {
      control_interface_ = interface;
      ask_entities<audio3::ClockSource, audio3::FeatureUnit>(interface, third->entities);
    } else if (const auto* const streaming = std::get_if<audio3::Streaming>(&setting.details)) {
      if (streaming->general && control_interface_) ask_cluster(streaming->general->cluster);
    } else if (std::holds_alternative<midi::Streaming>(setting.details)) {
      ask_terminal_blocks(setting);
    }
  }

  template <class ClockSource, class FeatureUnit, class Entities>
  void ask_entities(std::uint8_t interface, const Entities& entities) {
    for (const auto& entity : entities) {
      if (const auto* const clock = std::get_if<ClockSource>(&entity)) {
        ask_rates({interface, clock->id});
      } else if (const auto* const unit = std::get_if<FeatureUnit>(&entity)) {
        ask_volume_range(interface, *unit);
      }
    }
  }

  static std::string name_of(const char* what, AudioEntity it) {
    return std::string(what) + " of entity " + std::to_string(it.entity) + " of interface " +
           std::to_string(it.interface);
  }

  // UAC2 5.2.1: how many, then each with as many bytes as `size` thrice.
  std::vector<std::array<std::uint32_t, 3>> ranges(AudioEntity entity, std::uint16_t value,
                                                   std::size_t size, const std::string& what) {
    std::vector<std::array<std::uint32_t, 3>> found;
    ControlRequest request{kReadClassOfInterface, kRange, value,
                           word(entity.entity, entity.interface), 2};
    const auto counted = get(request, 2, what);
    if (!counted) return found;
    const std::size_t count = std::min<std::size_t>(number(*counted, 0, 2), kMostRanges);
    if (count == 0) return found;
    request.length = static_cast<std::uint16_t>(2 + count * 3 * size);
    const auto bytes = get(request, 2 + 3 * size, what);
    if (!bytes) return found;
    for (std::size_t i = 0; i < count && 2 + (i + 1) * 3 * size <= bytes->size(); ++i) {
      const std::size_t place = 2 + i * 3 * size;
      found.push_back({number(*bytes, place, size), number(*bytes, place + size, size),
                       number(*bytes, place + 2 * size, size)});
    }
    return found;
  }

  void ask_rates(AudioEntity clock) {
    for (const auto& [least, greatest, step] :
         ranges(clock, word(kFrequencyControl, 0), 4, name_of("rates", clock))) {
      answers_.clock_rates[clock].push_back({least, greatest, step});
    }
  }

  template <class Unit>
  void ask_volume_range(std::uint8_t interface, const Unit& unit) {
    for (std::size_t channel = 0; channel < unit.controls.size(); ++channel) {
      if (unit.access(audio2::FeatureControl::Volume, channel) == audio2::Access::None) continue;
      const AudioEntity entity{interface, unit.id};
      const auto found = ranges(entity, word(kVolumeControl, static_cast<std::uint8_t>(channel)), 2,
                                name_of("volume", entity));
      if (!found.empty()) {
        add_volume(entity, found.front()[0], found.back()[1], found.front()[2]);
      }
      return;
    }
  }

  void ask_volume(std::uint8_t interface, const audio1::FeatureUnit& unit) {
    for (std::size_t channel = 0; channel < unit.control_sets(); ++channel) {
      if (!unit.has(audio1::FeatureControl::Volume, channel)) continue;
      const AudioEntity entity{interface, unit.id};
      std::array<std::uint32_t, 3> numbers{};
      constexpr std::array kRequests = {kGetMinimum, kGetMaximum, kGetResolution};
      for (std::size_t i = 0; i < kRequests.size(); ++i) {
        const auto bytes = get(
            {kReadClassOfInterface, kRequests[i],
             word(kVolumeControl, static_cast<std::uint8_t>(channel)), word(unit.id, interface), 2},
            2, name_of("volume", entity));
        if (!bytes) return;
        numbers[i] = number(*bytes, 0, 2);
      }
      add_volume(entity, numbers[0], numbers[1], numbers[2]);
      return;
    }
  }

  void add_volume(AudioEntity entity, std::uint32_t least, std::uint32_t greatest,
                  std::uint32_t step) {
    VolumeRange range{static_cast<std::int16_t>(least), static_cast<std::int16_t>(greatest),
                      static_cast<std::uint16_t>(step)};
    if (range.least == kSilence && range.least < range.greatest) {
      range.least = static_cast<std::int16_t>(range.least + std::max<int>(range.step, 1));
    }
    if (range.least <= range.greatest) answers_.volumes[entity] = range;
  }

  void ask_cluster(std::uint16_t id) {
    const ClusterId key{*control_interface_, id};
    if (id == 0 || answers_.clusters.count(key) > 0) return;
    const auto bytes = get({kReadClassOfInterface, kHighCapabilityDescriptor, id,
                            *control_interface_, kMostClusterBytes},
                           2, "cluster " + std::to_string(id));
    if (bytes) answers_.clusters[key] = audio3::read_cluster(*bytes).cluster.channels;
  }

  void ask_terminal_blocks(const AlternateSetting& setting) {
    // MIDI2 5.4: of alternate setting 1, which has endpoints with blocks.
    constexpr std::uint8_t kTerminalBlocks = 0x26;
    const bool has_blocks = std::any_of(
        setting.endpoints.begin(), setting.endpoints.end(),
        [](const Endpoint& it) { return std::holds_alternative<midi::GroupEndpoint>(it.details); });
    if (!has_blocks) return;
    const auto bytes =
        get({kReadInterface, kGetDescriptor, word(kTerminalBlocks, setting.alternate),
             setting.interface, kMostBlockBytes},
            1, "terminal blocks of interface " + std::to_string(setting.interface));
    if (!bytes) return;
    answers_.group_terminal_blocks[setting.interface] =
        midi::read_group_terminal_blocks(*bytes).group_terminal_blocks;
  }

  ControlPipe& pipe_;
  const SeenDevice& device_;
  const Reading& reading_;
  Answers answers_;
  std::optional<std::uint8_t> control_interface_;  // of audio 3, the last one seen
  std::set<std::tuple<std::uint8_t, unsigned, std::string>> told_;
};

std::optional<Speed> speed_of(const SeenDevice& device) {
  if (!device.speed) return std::nullopt;
  if (*device.speed < 12) return Speed::Low;
  if (*device.speed < 480) return Speed::Full;
  if (*device.speed < 5000) return Speed::High;
  return *device.speed < 10000 ? Speed::Super : Speed::SuperPlus;
}

}  // namespace

Answers ask(ControlPipe& pipe, const SeenDevice& device, const Reading& reading) {
  return Interview(pipe, device, reading).run();
}

std::map<StringIndex, std::string> strings_of(const SeenDevice& device, const Reading& reading,
                                              const Answers& answers) {
  std::map<StringIndex, std::string> strings = answers.strings;
  const auto add = [&](StringIndex index, const std::string& text) {
    if (index != 0 && !text.empty()) strings[index] = text;
  };
  if (const auto& descriptor = reading.device.descriptor) {
    add(descriptor->manufacturer_name, device.manufacturer_name);
    add(descriptor->product_name, device.product_name);
    add(descriptor->serial_number, device.serial);
  }
  const Configuration* const configuration = active_configuration(device, reading);
  if (configuration == nullptr) return strings;
  for (const SeenInterface& seen : device.interfaces) {
    const Interface* const interface = configuration->find(seen.number);
    if (interface == nullptr) continue;
    for (const AlternateSetting& setting : interface->settings) {
      if (setting.alternate == seen.alternate) add(setting.name, seen.name);
    }
  }
  return strings;
}

DescribeOptions describe_options(const SeenDevice& device, const Reading& reading,
                                 const UsbIds& ids, const Answers& answers) {
  DescribeOptions options;
  options.vendor_name = ids.vendor(device.vendor);
  options.product_name = ids.product(device.vendor, device.product);
  options.strings = strings_of(device, reading, answers);
  options.speed = speed_of(device);
  if (device.configured.value_or(0) != 0) options.configuration = device.configured;
  for (const SeenInterface& it : device.interfaces) {
    if (!it.driver.empty()) options.drivers[it.number] = it.driver;
  }
  for (const SeenRates& it : device.rates) {
    options.setting_rates[{it.interface, it.alternate}].push_back({it.least, it.greatest, 0});
  }
  options.clock_rates = answers.clock_rates;
  options.volumes = answers.volumes;
  options.clusters = answers.clusters;
  options.group_terminal_blocks = answers.group_terminal_blocks;
  options.hub = answers.hub;
  return options;
}

}  // namespace ddb::usb::live

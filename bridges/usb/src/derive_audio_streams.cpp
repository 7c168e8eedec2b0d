// SPDX-License-Identifier: Apache-2.0
// AudioStreaming interfaces: formats and links.
#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <variant>

#include "derive_audio.hpp"

namespace ddb::usb::audio {

namespace {

struct FormatWords {
  Word data_format;
  Word compression;
};

// Audio Data Formats 1.0, A.1.
FormatWords words_of_tag(std::uint16_t tag) noexcept {
  switch (tag) {
    case 0x0001:
      return {"pcm_audio", "uncompressed"};
    case 0x0002:
      return {"pcm8_audio", "uncompressed"};
    case 0x0003:
      return {"float_audio", "uncompressed"};
    case 0x0004:
      return {"a_law_audio", "a_law"};
    case 0x0005:
      return {"mu_law_audio", "mu_law"};
    case 0x1001:
      return {"coded_audio", "mpeg_audio"};
    case 0x1002:
    case 0x2001:
      return {"coded_audio", "ac_3"};
    case 0x2002:
    case 0x2003:
    case 0x2004:
    case 0x2005:
    case 0x2006:
      return {"coded_audio", "mpeg_audio"};
    default:
      return {"raw_audio", {}};
  }
}

// Audio Data Formats 2.0, A.2 and 3.0, A.2: the lowest bit that is set is told.
FormatWords words_of_bits(unsigned type, std::uint64_t bits) noexcept {
  constexpr std::array<FormatWords, 5> sampled = {
      FormatWords{"pcm_audio", "uncompressed"}, FormatWords{"pcm8_audio", "uncompressed"},
      FormatWords{"float_audio", "uncompressed"}, FormatWords{"a_law_audio", "a_law"},
      FormatWords{"mu_law_audio", "mu_law"}};
  constexpr unsigned type_mask = 0x7f;  // without the bit of extended formats
  constexpr unsigned sampled_type = 1;
  if ((type & type_mask) == sampled_type) {
    const auto lowest = static_cast<std::size_t>(std::countr_zero(bits));
    if (bits != 0 && lowest < sampled.size()) return sampled.at(lowest);
    return {"raw_audio", {}};
  }
  constexpr unsigned spdif_type = 3;
  if ((type & type_mask) == spdif_type) return {"spdif", {}};
  return {"coded_audio", {}};
}

constexpr unsigned kByte = 8;

void set_words(Format& format, const FormatWords& words) {
  format.data_format = words.data_format;
  format.compression = words.compression;
}

void set_frequencies(Format& format, const audio1::Frequencies& frequencies) {
  if (const auto* const list = std::get_if<std::vector<std::uint32_t>>(&frequencies)) {
    format.rates.assign(list->begin(), list->end());
  } else {
    const auto& range = std::get<audio1::FrequencyRange>(frequencies);
    if (range.lowest <= range.highest) format.rate_ranges.push_back({range.lowest, range.highest});
  }
}

// A short list of rates is told one by one.
void add_rates(Format& format, const std::vector<RateRange>& ranges) {
  constexpr std::uint32_t most_listed = 16;
  for (const RateRange& it : ranges) {
    if (it.least > it.greatest) continue;
    const std::uint32_t width = it.greatest - it.least;
    if (width == 0 || (it.step != 0 && width / it.step < most_listed)) {
      const std::uint32_t step = width == 0 ? 1 : it.step;
      for (std::uint32_t offset = 0; offset <= width; offset += step) {
        format.rates.push_back(std::uint64_t{it.least} + offset);
        if (step > width - offset) break;
      }
    } else if (std::find(format.rate_ranges.begin(), format.rate_ranges.end(), it) ==
               format.rate_ranges.end()) {
      format.rate_ranges.push_back(it);
    }
  }
}

// What a setting streams; none if it is idle.
std::optional<Format> format_of(const audio1::Streaming& streaming) {
  if (!streaming.general.has_value()) return std::nullopt;
  Format format;
  set_words(format, words_of_tag(streaming.general->format_tag));
  if (const auto* const sampled = std::get_if<audio1::SampledFormat>(&streaming.format)) {
    constexpr std::uint8_t spdif_type = 3;
    if (sampled->type == spdif_type && format.data_format == "raw_audio") {
      format.data_format = "spdif";
    }
    format.channels = sampled->channels;
    format.bits = sampled->bit_resolution;
    format.slot_bits = static_cast<std::uint8_t>(sampled->subframe_size * kByte);
    set_frequencies(format, sampled->frequencies);
  } else if (const auto* const encoded = std::get_if<audio1::EncodedFormat>(&streaming.format)) {
    set_frequencies(format, encoded->frequencies);
  }
  return format;
}

std::optional<Format> format_of(const audio2::Streaming& streaming) {
  if (!streaming.general.has_value()) return std::nullopt;
  Format format;
  set_words(format, words_of_bits(streaming.general->format_type, streaming.general->formats));
  format.channels = streaming.general->channels;
  if (const auto* const sampled = std::get_if<audio2::SampledFormat>(&streaming.format)) {
    format.bits = sampled->bit_resolution;
    format.slot_bits = static_cast<std::uint8_t>(sampled->subslot_size * kByte);
  }
  return format;
}

std::optional<Format> format_of(const audio3::Streaming& streaming) {
  if (!streaming.general.has_value()) return std::nullopt;
  constexpr std::uint64_t sampled_bits = 0x1f;
  constexpr std::uint64_t spdif_bits = 0x7ff << 5U;
  const std::uint64_t bits = streaming.general->formats;
  Format format;
  set_words(format, words_of_bits((bits & sampled_bits) != 0 ? 1
                                  : (bits & spdif_bits) != 0 ? 3
                                                             : 1,
                                  bits));
  format.bits = streaming.general->bit_resolution;
  format.slot_bits = static_cast<std::uint8_t>(streaming.general->subslot_size * kByte);
  return format;
}

// Of a setting: the terminal that its stream is linked to.
struct TerminalLink {
  std::uint8_t operator()(const audio1::Streaming& it) const noexcept { return link(it); }
  std::uint8_t operator()(const audio2::Streaming& it) const noexcept { return link(it); }
  std::uint8_t operator()(const audio3::Streaming& it) const noexcept { return link(it); }
  template <class Other>
  std::uint8_t operator()(const Other&) const noexcept {
    return 0;
  }

 private:
  template <class Streaming>
  static std::uint8_t link(const Streaming& streaming) noexcept {
    return streaming.general.has_value() ? streaming.general->terminal_link : std::uint8_t{0};
  }
};

std::optional<Format> format_of(const AlternateSetting& setting, std::uint8_t control_interface,
                                const DescribeOptions& options) {
  if (const auto* const it = std::get_if<audio1::Streaming>(&setting.details)) {
    return format_of(*it);
  }
  std::optional<Format> format;
  if (const auto* const it = std::get_if<audio2::Streaming>(&setting.details)) {
    format = format_of(*it);
  } else if (const auto* const third = std::get_if<audio3::Streaming>(&setting.details)) {
    format = format_of(*third);
    if (format.has_value()) {
      const auto found = options.clusters.find({control_interface, third->general->cluster});
      if (found != options.clusters.end()) format->channels = found->second;
    }
  }
  const auto rates = options.setting_rates.find({setting.interface, setting.alternate});
  if (format.has_value() && rates != options.setting_rates.end()) add_rates(*format, rates->second);
  return format;
}

// Settings that differ in their rates or in the link only are one.
void add_format(std::vector<Format>& formats, Format format) {
  const auto found = std::find_if(formats.begin(), formats.end(), [&format](const Format& it) {
    return it.data_format == format.data_format && it.compression == format.compression &&
           it.channels == format.channels && it.bits == format.bits &&
           it.slot_bits == format.slot_bits;
  });
  if (found == formats.end()) {
    formats.push_back(std::move(format));
    return;
  }
  found->rates.insert(found->rates.end(), format.rates.begin(), format.rates.end());
  for (const RateRange& it : format.rate_ranges) {
    if (std::find(found->rate_ranges.begin(), found->rate_ranges.end(), it) ==
        found->rate_ranges.end()) {
      found->rate_ranges.push_back(it);
    }
  }
}

// The endpoint for the data of a setting; null if it has none.
const Endpoint* data_endpoint(const AlternateSetting& setting) noexcept {
  const auto found =
      std::find_if(setting.endpoints.begin(), setting.endpoints.end(), [](const Endpoint& it) {
        return it.transfer_type() != TransferType::Interrupt &&
               it.usage() != EndpointUsage::Feedback;
      });
  return found == setting.endpoints.end() ? nullptr : &*found;
}

// The values of a list, each once, as words.
template <class List, class Of>
std::vector<Word> each_once(const List& list, Of of) {
  std::vector<Word> values;
  for (const auto& it : list) {
    const Word value = of(it);
    if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end()) {
      values.push_back(value);
    }
  }
  return values;
}

constexpr std::int64_t kKilo = 1000;

void add_rates(Branch& terms, Word aspect, const Format& format) {
  if (!format.rates.empty()) {
    terms.leaves.push_back(numbers(aspect, format.rates, Exact{1, kKilo}, "kilohertz"));
  }
  for (const RateRange& it : format.rate_ranges) {
    terms.leaves.push_back(
        range(aspect, exact(it.least, kKilo), exact(it.greatest, kKilo), "kilohertz"));
  }
}

// How many different things there are to choose.
template <class Of>
bool is_choice(const std::vector<Format>& formats, Of of) {
  return std::any_of(formats.begin(), formats.end(),
                     [&formats, of](const Format& it) { return of(it) != of(formats.front()); });
}

}  // namespace

Stream stream_of(const Interface& interface, std::uint8_t control_interface,
                 const DescribeOptions& options) {
  Stream stream;
  stream.interface = &interface;
  for (const AlternateSetting& setting : interface.settings) {
    const std::uint8_t terminal = std::visit(TerminalLink(), setting.details);
    if (terminal != 0 && stream.terminal == 0) stream.terminal = terminal;
    if (const Endpoint* const endpoint = data_endpoint(setting)) {
      if (stream.endpoints.empty()) stream.to_host = endpoint->is_in();
      stream.endpoints.push_back(endpoint);
    }
    std::optional<Format> format = format_of(setting, control_interface, options);
    if (format.has_value()) add_format(stream.formats, std::move(*format));
  }
  return stream;
}

void set_rates(Stream& stream, const std::vector<RateRange>& ranges) {
  for (Format& format : stream.formats) {
    if (format.rates.empty() && format.rate_ranges.empty()) add_rates(format, ranges);
  }
}

bool lacks_rates(const Stream& stream) {
  constexpr std::uint8_t first_class = 0;
  if (first_setting(*stream.interface).interface_class.protocol == first_class) return false;
  return std::any_of(stream.formats.begin(), stream.formats.end(),
                     [](const Format& it) { return it.rates.empty() && it.rate_ranges.empty(); });
}

Branch stream_link(const Derivation& derivation, std::string id, const Stream& stream) {
  Branch link = branch("link",
                       text("link_name", stream.to_host ? "USB audio to the computer"
                                                        : "USB audio from the computer"),
                       word("model", "stream"), word("direction", "unidirectional"),
                       word("signal_format", "digital"), word("acknowledgement", "no_ack"));
  std::vector<std::uint64_t> channels;
  for (const Format& it : stream.formats) {
    if (it.channels != 0) channels.push_back(it.channels);
  }
  if (!channels.empty()) {
    link.leaves.push_back(numbers("logical_channels", std::move(channels), Exact{1}, {}));
  }
  std::optional<Branch> timing;
  if (!stream.endpoints.empty()) {
    link.leaves.push_back(words("transfer", each_once(stream.endpoints, [](const Endpoint* it) {
                                  return Word(transfer_type_name(it->transfer_type()));
                                })));
    std::optional<Leaf> interval = derivation.interval(*stream.endpoints.front());
    if (interval.has_value()) link.leaves.push_back(std::move(*interval));
    std::vector<std::uint64_t> sizes;
    for (const Endpoint* const it : stream.endpoints) {
      sizes.push_back(std::uint64_t{it->packet_size()} * it->packets_per_microframe());
    }
    link.leaves.push_back(numbers("packet_size", std::move(sizes), Exact{1}, "byte"));
    timing = branch(
        "timing",
        branch("clock", words("synchronisation", each_once(stream.endpoints, [](const auto* it) {
                                return Word(synchronization_name(it->synchronization()));
                              }))));
  }
  Branch primitives = branch("primitives", std::move(link));
  std::vector<Format> channel_formats;  // the number of channels makes no difference here
  for (Format it : stream.formats) {
    it.channels = 0;
    add_format(channel_formats, std::move(it));
  }
  for (const Format& it : channel_formats) {
    Branch channel = branch("channel");
    if (!it.compression.empty()) channel.leaves.push_back(word("compression", it.compression));
    channel.leaves.push_back(word("data_format", it.data_format));
    if (it.slot_bits != 0)
      channel.leaves.push_back(quantity("data_width", exact(it.slot_bits), "bit"));
    add_rates(channel, "data_rate", it);
    primitives.branches.push_back(std::move(channel));
  }
  return branch("communications_link", Id{std::move(id)}, std::move(primitives), std::move(timing));
}

std::vector<Branch> stream_functions(Derivation& derivation, const std::string& unit,
                                     const Stream& stream, Word direction) {
  std::vector<Branch> functions;
  const std::vector<Format>& formats = stream.formats;
  const bool rates = is_choice(formats, [](const Format& it) { return it.rates; }) ||
                     is_choice(formats, [](const Format& it) { return it.rate_ranges.size(); }) ||
                     (!formats.empty() &&
                      (formats.front().rates.size() > 1 || !formats.front().rate_ranges.empty()));
  const bool channels = is_choice(formats, [](const Format& it) { return it.channels; });
  const bool bits = is_choice(formats, [](const Format& it) { return it.bits; });
  for (const Format& it : formats) {
    Branch function = branch("function", word("direction", direction));
    const std::size_t first_rate = function.leaves.size();
    add_rates(function, "sampling_rate", it);
    if (rates && function.leaves.size() > first_rate) {
      const std::uint64_t hertz =
          it.rates.empty() ? it.rate_ranges.front().least : it.rates.front();
      const std::string state = derivation.add_state(
          unit + "_sampling_rate",
          Numbers{{exact(static_cast<std::int64_t>(hertz), kKilo)}, "kilohertz"});
      for (std::size_t at = first_rate; at < function.leaves.size(); ++at) {
        function.leaves[at].states.push_back(state);
      }
    }
    if (it.channels != 0) {
      Leaf leaf = count("data_channels", it.channels);
      if (channels) leaf.states.push_back(derivation.add_state(unit + "_channels", leaf.value));
      function.leaves.push_back(std::move(leaf));
    }
    if (it.bits != 0) {
      Leaf leaf = quantity("bit_resolution", exact(it.bits), "bit");
      if (bits) leaf.states.push_back(derivation.add_state(unit + "_bit_resolution", leaf.value));
      function.leaves.push_back(std::move(leaf));
    }
    // Formats that differ in the link only are one to whoever wants sound.
    if (std::find(functions.begin(), functions.end(), function) == functions.end()) {
      functions.push_back(std::move(function));
    }
  }
  if (functions.empty()) functions.push_back(branch("function", word("direction", direction)));
  return functions;
}

}  // namespace ddb::usb::audio

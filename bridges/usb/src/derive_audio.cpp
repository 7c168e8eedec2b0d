// SPDX-License-Identifier: Apache-2.0
// Audio functions: a group a signal path.
#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "audio_graph.hpp"
#include "derive_audio.hpp"
#include "terminal_types.hpp"

namespace ddb::usb {

namespace {

using namespace audio;

constexpr std::uint8_t kAudioClass = 1;
constexpr std::uint8_t kControlSubclass = 1;
constexpr std::uint8_t kStreamingSubclass = 2;

bool is_audio(const Interface& interface, std::uint8_t subclass) noexcept {
  const ClassCode& code = first_setting(interface).interface_class;
  return code.class_id == kAudioClass && code.subclass == subclass;
}

// The numbers of the streaming interfaces that belong to a control interface: those that its
// header lists (audio 1), and those that follow it before the next control interface.
std::vector<const Interface*> streaming_interfaces(const Derivation& derivation,
                                                   const Interface& control) {
  std::vector<const Interface*> found;
  const Configuration& configuration = derivation.configuration();
  const auto add = [&](const Interface* interface) {
    if (interface != nullptr && is_audio(*interface, kStreamingSubclass) &&
        !derivation.is_used(*interface) &&
        std::find(found.begin(), found.end(), interface) == found.end()) {
      found.push_back(interface);
    }
  };
  const auto* const details = std::get_if<audio1::Control>(&first_setting(control).details);
  if (details != nullptr && details->header.has_value()) {
    for (const std::uint8_t number : details->header->interfaces) add(configuration.find(number));
  }
  bool after = false;
  for (const Interface& it : configuration.interfaces) {
    if (&it == &control) {
      after = true;
    } else if (after && is_audio(it, kControlSubclass)) {
      break;
    } else if (after) {
      add(&it);
    }
  }
  // They stand in one list, so that their addresses have its order, not that of the header.
  std::sort(found.begin(), found.end(), std::less<>());
  return found;
}

// Derives one audio function.
class AudioFunction {
 public:
  AudioFunction(Derivation& derivation, const Interface& control)
      : derivation_(derivation),
        control_(control),
        graph_(first_setting(control)),
        place_{control.number, {}} {
    const std::string name = derivation.group_name("audio_function");
    if (name != "audio_function_1") place_.prefix = name.substr(15) + "_";
    if (!place_.prefix.empty()) place_.prefix.insert(0, 1, 'a');
  }

  void derive() {
    for (const Interface* const it : streaming_interfaces(derivation_, control_)) {
      add_stream(*it);
    }
    for (const Line& it : lines_) {
      if (it.terminal != nullptr) linked_.set(it.terminal->id);
    }
    for (Line& it : lines_) derive_stream(it);
    for (const Entity& source : graph_.entities()) {
      if (source.kind == Kind::Input && !is_usb_side(source)) {
        derive_monitors(source);
      }
    }
    connect();
    if (group_count_ == 0) add_control_only();
  }

 private:
  // A stream, and what it is called.
  struct Line {
    Stream stream;
    std::string unit;
    std::string link;
    const Entity* terminal = nullptr;
    Word first_direction;  // of its converter, which is another one for each direction
  };

  void add_stream(const Interface& interface) {
    Line line;
    line.stream = stream_of(interface, control_.number, derivation_.options());
    line.terminal = graph_.find(line.stream.terminal);
    if (line.terminal != nullptr) {
      line.stream.to_host = line.terminal->kind == Kind::Output;
      set_rates(line.stream, rates_of(line.terminal->id));
    }
    if (lacks_rates(line.stream)) {
      derivation_.remark(
          "Where there is no sampling_rate it is not known: a device of this audio class tells\n"
          "its rates only when it is asked, which 'ddb-usb describe --open' does.");
    }
    line.unit = derivation_.group_name(line.stream.to_host ? "capture_stream" : "playback_stream");
    line.link = "cl_" + line.unit;
    lines_.push_back(std::move(line));
  }

  // The rates that the clocks of a terminal gave, of all that can be selected.
  std::vector<RateRange> rates_of(std::uint8_t terminal) const {
    std::vector<RateRange> rates;
    const Ids clocks = graph_.clocks_of(terminal);
    for (const auto& [clock, ranges] : derivation_.options().clock_rates) {
      if (clock.interface == control_.number && clocks[clock.entity]) {
        rates.insert(rates.end(), ranges.begin(), ranges.end());
      }
    }
    return rates;
  }

  void derive_stream(Line& line) {
    std::size_t paths = 0;
    // Some devices link a stream to the terminal outside itself, whatever that is connected with.
    if (line.terminal != nullptr && is_streaming_terminal(line.terminal->terminal_type)) {
      const std::uint8_t id = line.terminal->id;
      const Ids reached = line.stream.to_host ? graph_.before(id) : graph_.after(id);
      const Kind other = line.stream.to_host ? Kind::Input : Kind::Output;
      for (const Entity& it : graph_.entities()) {
        if (it.kind != other || !reached[it.id]) continue;
        if (is_usb_side(it)) {
          // What goes from stream to stream is told once, with what plays.
          if (line.stream.to_host) {
            ++paths;
            continue;
          }
        }
        if (!may_add()) return;
        ++paths;
        if (line.stream.to_host) {
          add_path(&line, &it, line.terminal, "capture");
        } else {
          add_path(&line, line.terminal, &it, is_usb_side(it) ? "loopback" : "playback");
        }
      }
    }
    if (paths == 0)
      add_path(&line, line.terminal, nullptr, line.stream.to_host ? "capture" : "playback");
    derivation_.use(*line.stream.interface, {});
  }

  void derive_monitors(const Entity& source) {
    const Ids reached = graph_.after(source.id);
    for (const Entity& it : graph_.entities()) {
      if (it.kind != Kind::Output || !reached[it.id]) continue;
      if (is_usb_side(it)) continue;
      if (!may_add()) return;
      add_path(nullptr, &source, &it, "monitor");
    }
  }

  bool may_add() {
    if (group_count_ < kMostPaths && element_count_ < kMostPathElements) return true;
    derivation_.leave_out_paths();
    return false;
  }

  // The path from one terminal to another, or of a stream whose other end is not known.
  void add_path(Line* line, const Entity* from, const Entity* to, std::string_view kind) {
    Group& group = derivation_.add_group(derivation_.group_name(kind), comment_of(from, to));
    const std::string name = group.name;
    ++group_count_;
    derivation_.use(control_, name);
    Line* const other = line_of(line, from, to);
    for (const Line* const it : {line, other}) {
      if (it != nullptr) derivation_.use(*it->stream.interface, name);
    }
    const std::vector<const Entity*> way = way_of(line, from, to);
    Ids on_way;
    for (const Entity* const it : way) on_way.set(it->id);
    if (line != nullptr) add_converter(group, *line, from, to);
    if (other != nullptr) add_converter(group, *other, from, to);
    if (line == nullptr) add_monitor(group, *from, *to);
    Ids clocks;
    for (const Entity* const it : way) {
      clocks |= graph_.clocks_of(it->id);
      if (is_end(*it) && is_usb_side(*it)) continue;
      for (const Branch& module : elements(*it).modules) group.modules.push_back(module);
    }
    for (const Entity& it : graph_.entities()) {
      if (!clocks[it.id] || on_way[it.id]) continue;
      for (const Branch& module : elements(it).modules) group.modules.push_back(module);
    }
    element_count_ += group.modules.size();
    for (const Entity* const it : way) {
      for (const std::uint8_t source : it->sources) {
        if (on_way[source]) edges_[it->id].set(source);
      }
    }
  }

  // A terminal towards the computer: by its type, or because a stream is linked to it.
  bool is_usb_side(const Entity& entity) const noexcept {
    return is_streaming_terminal(entity.terminal_type) || linked_[entity.id];
  }

  static bool is_end(const Entity& entity) noexcept {
    return entity.kind == Kind::Input || entity.kind == Kind::Output;
  }

  // The stream at the other end of a path from stream to stream.
  Line* line_of(const Line* line, const Entity* from, const Entity* to) {
    if (line == nullptr || from == nullptr || to == nullptr) return nullptr;
    const auto found = std::find_if(lines_.begin(), lines_.end(), [&](const Line& it) {
      return &it != line && it.terminal != nullptr && (it.terminal == from || it.terminal == to);
    });
    return found == lines_.end() ? nullptr : &*found;
  }

  // The entities between two terminals, in the way of the signal.
  std::vector<const Entity*> way_of(const Line* line, const Entity* from, const Entity* to) const {
    std::vector<const Entity*> way;
    if (from == nullptr) return way;
    if (to == nullptr && !is_streaming_terminal(from->terminal_type)) return {from};
    const Ids all = to != nullptr          ? graph_.after(from->id) & graph_.before(to->id)
                    : line->stream.to_host ? graph_.before(from->id)
                                           : graph_.after(from->id);
    // Breadth first from the source: a unit stands behind the first of its inputs that is there.
    Ids placed;
    const auto place = [&](const Entity& it) {
      if (!all[it.id] || placed[it.id]) return;
      placed.set(it.id);
      way.push_back(&it);
    };
    place(*from);
    std::size_t at = 0;
    while (at < way.size()) {
      const std::uint8_t id = way[at++]->id;
      for (const Entity& it : graph_.entities()) {
        if (std::find(it.sources.begin(), it.sources.end(), id) != it.sources.end()) place(it);
      }
    }
    for (const Entity& it : graph_.entities()) place(it);
    return way;
  }

  // A path without the computer. Its other elements may be those of a stream, so it is taken by
  // an element of its own.
  void add_monitor(Group& group, const Entity& from, const Entity& to) {
    const Word in = terminal_type(from.terminal_type).format;
    const Word out = terminal_type(to.terminal_type).format;
    std::optional<Branch> function;
    if (!in.empty() && !out.empty()) {
      function = branch(
          "function",
          word("direction", in == "analog"
                                ? (out == "analog" ? "analog_to_analog" : "analog_to_digital")
                                : (out == "analog" ? "digital_to_analog" : "digital_to_digital")));
    }
    std::string id = "te_" + group.name;
    derivation_.connect(elements(from).last(), id);
    derivation_.connect(id, elements(to).first());
    group.modules.push_back(branch("task_element", Id{std::move(id)},
                                   branch("task", Takes{derivation_.add_unit(group.name)},
                                          std::move(function), role("transfer"))));
  }

  std::string comment_of(const Entity* from, const Entity* to) const {
    const auto name = [this](const Entity* entity) -> std::string {
      if (is_usb_side(*entity)) return "the computer";
      const std::string known = terminal_type_name(entity->terminal_type);
      return known == "unknown" ? "a terminal of unknown type" : known;
    };
    if (from == nullptr || to == nullptr) return {};
    return "From " + name(from) + " to " + name(to) + ".";
  }

  Word direction_of(const Line& line, const Entity* from, const Entity* to) const {
    const Entity* const end = line.stream.to_host ? from : to;
    const bool known = end != nullptr && end != line.terminal;
    if (known && is_usb_side(*end)) return "digital_to_digital";
    const Entity* const told = known ? end : line.terminal;
    const Word format = told == nullptr ? Word() : terminal_type(told->terminal_type).format;
    if (format == "analog") return line.stream.to_host ? "analog_to_digital" : "digital_to_analog";
    if (format == "digital") return "digital_to_digital";
    return line.stream.to_host ? "device_to_host" : "host_to_device";
  }

  static std::string converter_id(Line& line, Word direction) {
    std::string id = "te_" + line.unit;
    if (line.first_direction.empty()) line.first_direction = direction;
    if (line.first_direction != direction) {
      id += '_';
      id += direction;
    }
    return id;
  }

  void add_converter(Group& group, Line& line, const Entity* from, const Entity* to) {
    const Word direction = direction_of(line, from, to);
    std::string id = converter_id(line, direction);
    Branch task = branch("task", Takes{derivation_.add_unit(line.unit)});
    for (Branch& it : stream_functions(derivation_, line.unit, line.stream, direction)) {
      task.branches.push_back(std::move(it));
    }
    task.branches.push_back(role("convert"));
    std::string uses = derivation_.add_code_interface(
        "alsa_pcm_" + line.unit, {"snd_pcm_hw_params_set_access", "snd_pcm_hw_params_set_format",
                                  "snd_pcm_hw_params_set_channels", "snd_pcm_hw_params_set_rate",
                                  line.stream.to_host ? "snd_pcm_readi" : "snd_pcm_writei"});
    std::string name = derivation_.string(first_setting(*line.stream.interface).name);
    if (name.empty() && line.terminal != nullptr) name = derivation_.string(line.terminal->name);
    group.modules.push_back(branch("task_element", Id{id}, Uses{std::move(uses)}, named(name),
                                   std::move(task), approach("required", std::nullopt)));
    group.modules.push_back(stream_link(derivation_, line.link, line.stream));
    if (line.stream.to_host) {
      derivation_.connect(id, line.link);
    } else {
      derivation_.connect(line.link, id);
    }
    if (line.terminal != nullptr) {
      std::vector<std::string>& ends = converters_[line.terminal->id];
      if (std::find(ends.begin(), ends.end(), id) == ends.end()) ends.push_back(std::move(id));
    }
  }

  const Elements& elements(const Entity& entity) {
    const auto found = elements_.find(entity.id);
    if (found != elements_.end()) return found->second;
    bool playing = entity.kind != Kind::Input;
    if (entity.kind == Kind::Feature) {
      // What nothing from the host can reach belongs to a recording.
      const Ids before = graph_.before(entity.id);
      playing = std::any_of(graph_.entities().begin(), graph_.entities().end(),
                            [&before](const Entity& it) {
                              return it.kind == Kind::Input && before[it.id] &&
                                     is_streaming_terminal(it.terminal_type);
                            });
    }
    return elements_.emplace(entity.id, elements_of(derivation_, place_, entity, playing))
        .first->second;
  }

  // Ids of the elements that give the signal of an entity (`last`), or take it.
  std::vector<std::string> ends_of(std::uint8_t id, bool last) const {
    const auto converters = converters_.find(id);
    if (converters != converters_.end()) return converters->second;
    const auto found = elements_.find(id);
    if (found == elements_.end()) return {};
    return {last ? found->second.last() : found->second.first()};
  }

  // The connections of all that is on a path.
  void connect() {
    for (const auto& [id, elements] : elements_) {
      for (std::size_t at = 1; at < elements.modules.size(); ++at) {
        derivation_.connect(elements.modules[at - 1].id, elements.modules[at].id);
      }
    }
    for (const auto& [id, sources] : edges_) {
      for (const std::uint8_t source : graph_.find(id)->sources) {
        if (!sources[source]) continue;
        for (const std::string& from : ends_of(source, true)) {
          for (const std::string& to : ends_of(id, false)) derivation_.connect(from, to);
        }
      }
    }
    for (const Entity& it : graph_.entities()) {
      for (const std::uint8_t clock : it.clocks) {
        for (const std::string& from : ends_of(clock, true)) {
          for (const std::string& to : ends_of(it.id, false)) derivation_.connect(from, to);
        }
      }
    }
  }

  // A control interface without any path: there is something, and nobody knows what.
  void add_control_only() {
    Group& group = derivation_.add_group(derivation_.group_name("audio_control"));
    group.modules.push_back(
        branch("task_element", Id{"te_" + group.name},
               named(derivation_.string(first_setting(control_).name)),
               branch("task", Takes{derivation_.add_unit(group.name)}, role("director"))));
    derivation_.use(control_, group.name);
  }

  Derivation& derivation_;
  const Interface& control_;
  Graph graph_;
  audio::Place place_;
  std::vector<Line> lines_;
  Ids linked_;  // terminals that streams are linked to
  std::map<std::uint8_t, Elements> elements_;
  std::map<std::uint8_t, std::vector<std::string>> converters_;  // of streaming terminals
  std::map<std::uint8_t, Ids> edges_;                            // sources on a path, by id
  std::size_t group_count_ = 0;
  std::size_t element_count_ = 0;
};

}  // namespace

void derive_audio(Derivation& derivation, const Interface& control) {
  if (!is_audio(control, kControlSubclass)) return;
  AudioFunction(derivation, control).derive();
}

}  // namespace ddb::usb

// SPDX-License-Identifier: Apache-2.0
// MIDI streaming: a group a path between the computer and a jack.
#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "derive.hpp"
#include "references.hpp"

namespace ddb::usb {

namespace {

using namespace midi;

// A jack of either way.
struct Jack {
  std::uint8_t id = 0;
  bool in = false;        // data goes into the device here
  bool external = false;  // a socket, not an endpoint
  StringIndex name = 0;
};

class MidiFunction {
 public:
  MidiFunction(Derivation& derivation, const Interface& interface)
      : derivation_(derivation), interface_(interface) {
    prefix_ = numbered("midi_", interface.number);
  }

  void derive() {
    for (const AlternateSetting& setting : interface_.settings) {
      const auto* const streaming = std::get_if<Streaming>(&setting.details);
      if (streaming == nullptr) continue;
      constexpr std::uint16_t midi_2 = 0x0200;
      if (streaming->header.has_value() && streaming->header->release >= midi_2) {
        derive_blocks(setting);
      } else if (jacks_.empty()) {
        derive_jacks(setting, *streaming);
      }
    }
  }

 private:
  void derive_jacks(const AlternateSetting& setting, const Streaming& streaming) {
    for (const Entity& entity : streaming.entities) {
      const Node node = node_of(entity);
      // Of several with one id, the first is the one that is meant.
      if (seen_[node.id]) continue;
      seen_.set(node.id);
      references_.add(node.id, node.sources);
      if (const auto* const in = std::get_if<InJack>(&entity)) {
        jacks_.push_back({in->id, true, in->type == JackType::External, in->name});
      } else if (const auto* const out = std::get_if<OutJack>(&entity)) {
        jacks_.push_back({out->id, false, out->type == JackType::External, out->name});
      }
    }
    for (const Jack& it : jacks_) {
      if (!it.external) derive_cable(setting, it);
    }
    for (const Jack& in : jacks_) {
      if (!in.external || !in.in) continue;
      const Ids reached = references_.after(in.id);
      for (const Jack& out : jacks_) {
        if (out.external && !out.in && reached[out.id])
          add_path("midi_thru", nullptr, {}, &in, &out);
      }
    }
  }

  // The paths of an embedded jack, which is a cable of an endpoint: MIDI1 6.2.2.
  void derive_cable(const AlternateSetting& setting, const Jack& jack) {
    const Endpoint* endpoint = nullptr;
    std::string cable;
    for (const Endpoint& it : setting.endpoints) {
      const auto* const details = std::get_if<JackEndpoint>(&it.details);
      if (details == nullptr) continue;
      const auto found = std::find(details->jacks.begin(), details->jacks.end(), jack.id);
      if (found == details->jacks.end()) continue;
      endpoint = &it;
      cable = numbered("MIDI cable ", static_cast<std::uint64_t>(found - details->jacks.begin()));
      break;
    }
    const Ids reached = jack.in ? references_.after(jack.id) : references_.before(jack.id);
    bool any = false;
    for (const Jack& other : jacks_) {
      if (!other.external || other.in == jack.in || !reached[other.id]) continue;
      any = true;
      if (jack.in) {
        add_path("midi_out", endpoint, cable, &jack, &other);
      } else {
        add_path("midi_in", endpoint, cable, &other, &jack);
      }
    }
    if (any) return;
    add_path(jack.in ? "midi_out" : "midi_in", endpoint, cable, jack.in ? &jack : nullptr,
             jack.in ? nullptr : &jack);
  }

  // A path that takes a cable of an endpoint, if there is one, from a jack to another.
  void add_path(std::string_view kind, const Endpoint* endpoint, const std::string& cable,
                const Jack* from, const Jack* to) {
    if (++paths_ > kMostPaths) return derivation_.leave_out_paths();
    Group& group = derivation_.add_group(derivation_.group_name(kind));
    derivation_.use(interface_, group.name);
    std::string title;
    for (const Jack* const it : {from, to}) {
      if (it != nullptr && title.empty()) title = derivation_.string(it->name);
    }
    if (title.empty()) title = cable;
    const bool out = kind == "midi_out";
    std::optional<Branch> function;
    std::optional<Uses> uses;
    if (kind != "midi_thru") {
      function = branch("function", word("direction", out ? "host_to_device" : "device_to_host"));
      uses = Uses{derivation_.add_code_interface(
          "alsa_rawmidi_" + group.name,
          {"snd_rawmidi_open", out ? "snd_rawmidi_write" : "snd_rawmidi_read",
           out ? "snd_rawmidi_drain" : "snd_rawmidi_poll_descriptors"})};
    }
    std::string id = "te_" + group.name;
    group.modules.push_back(branch("task_element", Id{id}, std::move(uses),
                                   branch("information", branch("description", text("name", title)),
                                          branch("task_domain", word("domain", "midi"))),
                                   branch("task", Takes{derivation_.add_unit(group.name)},
                                          std::move(function), role("transfer"))));
    if (endpoint != nullptr) {
      const std::string link = add_link(group, *endpoint, "midi");
      if (out) {
        derivation_.connect(link, id);
      } else {
        derivation_.connect(id, link);
      }
    }
    if (from != nullptr && from->external) derivation_.connect(add_jack(group, *from), id);
    if (to != nullptr && to->external) derivation_.connect(id, add_jack(group, *to));
  }

  std::string add_link(Group& group, const Endpoint& endpoint, Word data_format) {
    std::string id = "cl_" + prefix_ + (endpoint.is_in() ? "_in_" : "_out_");
    id = numbered(id, endpoint.number());
    const Word packets = data_format == "midi" ? Word("usb_midi_event_packet") : Word();
    group.modules.push_back(
        derivation_.endpoint_link(id, endpoint, {data_format, packets, "event", {}}));
    return id;
  }

  std::string add_jack(Group& group, const Jack& jack) {
    std::string id = numbered("ei_" + prefix_ + "_jack_", jack.id);
    group.modules.push_back(branch(
        "electrical_interface", Id{id}, named(derivation_.string(jack.name)),
        branch("characteristics",
               branch("electrical", word("data_format", "digital"), word("terminal", "midi_jack"))),
        branch("mechanical_structure",
               branch("structures", word("direction", jack.in ? "input" : "output"))),
        branch("logical_structure", branch("relation", truth("device_boundary", true)))));
    return id;
  }

  // MIDI 2.0: the group terminal blocks that a live device gave, or the interface as a whole.
  void derive_blocks(const AlternateSetting& setting) {
    const auto found = derivation_.options().group_terminal_blocks.find(interface_.number);
    if (found == derivation_.options().group_terminal_blocks.end() ||
        found->second.blocks.empty()) {
      add_universal(setting, "midi_universal", {}, {"host_to_device", "device_to_host"});
      return;
    }
    for (const GroupTerminalBlock& it : found->second.blocks) {
      std::vector<Word> directions;
      if (it.type != BlockType::OutputOnly) directions.emplace_back("host_to_device");
      if (it.type != BlockType::InputOnly) directions.emplace_back("device_to_host");
      add_universal(setting, "midi_block", derivation_.string(it.name), std::move(directions));
    }
  }

  void add_universal(const AlternateSetting& setting, std::string_view kind,
                     const std::string& title, std::vector<Word> directions) {
    if (++paths_ > kMostPaths) return derivation_.leave_out_paths();
    Group& group = derivation_.add_group(derivation_.group_name(kind));
    derivation_.use(interface_, group.name);
    std::string id = "te_" + group.name;
    group.modules.push_back(branch(
        "task_element", Id{id},
        Uses{derivation_.add_code_interface("alsa_ump_" + group.name,
                                            {"snd_ump_open", "snd_ump_read", "snd_ump_write"})},
        named(title),
        branch("task", Takes{derivation_.add_unit(group.name)},
               branch("function", words("direction", std::move(directions))), role("transfer"))));
    for (const Endpoint& endpoint : setting.endpoints) {
      const std::string link = add_link(group, endpoint, "midi_2");
      if (endpoint.is_in()) {
        derivation_.connect(id, link);
      } else {
        derivation_.connect(link, id);
      }
    }
  }

  Derivation& derivation_;
  const Interface& interface_;
  std::string prefix_;
  References references_;
  Ids seen_;
  std::vector<Jack> jacks_;
  std::size_t paths_ = 0;
};

}  // namespace

void derive_midi(Derivation& derivation, const Interface& interface) {
  constexpr std::uint8_t midi_subclass = 3;
  if (first_setting(interface).interface_class.subclass != midi_subclass) return;
  MidiFunction(derivation, interface).derive();
}

}  // namespace ddb::usb

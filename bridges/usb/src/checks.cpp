// SPDX-License-Identifier: Apache-2.0
// What must hold between descriptors. All of it takes a time proportional to the bytes: ids are a
// byte, so tables of 256 replace searches.
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include "class_readers.hpp"
#include "nodes.hpp"

namespace ddb::usb {

namespace {

using Ids = std::bitset<256>;

/// The graph of the entities of one function.
template <class Entity>
class Graph {
 public:
  Graph(std::span<const Entity> entities, Collector& complaints)
      : entities_(entities), complaints_(complaints) {
    index_.fill(kNone);
  }

  /// Ids that are there twice, sources that are not there, circles. Devices that work name sources
  /// that are not there; a circle has no meaning at all.
  void check() {
    for (std::size_t at = 0; at < entities_.size(); ++at) {
      const Node node = node_of(entities_[at]);
      std::size_t& index = index_[node.id];
      if (index != kNone) {
        complaints_.error(node.offset, "the ", node.kind, " has the id ", node.id,
                          ", which another entity has already");
      } else {
        index = at;
      }
    }
    for (const Entity& entity : entities_) check_sources(node_of(entity));
    for (std::size_t at = 0; at < entities_.size(); ++at) {
      if (state_[node_of(entities_[at]).id] == State::New) walk(at);
    }
  }

 private:
  enum class State : std::uint8_t { New, Open, Done };
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  // An entity on the way that is being followed, and which of its sources is next.
  struct Step {
    std::uint8_t id = 0;
    std::size_t next = 0;
  };

  void check_sources(const Node& node) {
    for (const std::uint8_t source : node.sources) {
      if (index_[source] != kNone) continue;
      complaints_.warn(node.offset, "the ", node.kind, " ", node.id, " takes its signal from ",
                       source, ", which is not there");
    }
    for (const std::uint8_t clock : node.clocks) {
      if (clock == 0 || index_[clock] != kNone) continue;
      complaints_.warn(node.offset, "the ", node.kind, " ", node.id, " takes its clock from ",
                       clock, ", which is not there");
    }
  }

  static std::size_t degree(const Node& node) { return node.sources.size() + node.clocks.size(); }

  static std::uint8_t neighbour(const Node& node, std::size_t number) {
    return number < node.sources.size() ? node.sources[number]
                                        : node.clocks[number - node.sources.size()];
  }

  // Depth first, without recursion: the ids are at most 256, and so is the way.
  void walk(std::size_t start) {
    std::vector<Step> way = {{node_of(entities_[start]).id, 0}};
    state_[way.back().id] = State::Open;
    while (!way.empty()) {
      Step& step = way.back();
      const Node node = node_of(entities_[index_[step.id]]);
      if (step.next == degree(node)) {
        state_[step.id] = State::Done;
        way.pop_back();
        continue;
      }
      const std::uint8_t source = neighbour(node, step.next++);
      if (index_[source] == kNone) continue;
      if (state_[source] == State::Open) {
        complaints_.error(node.offset, "the ", node.kind, " ", node.id,
                          " is its own source, by way of ", source);
      } else if (state_[source] == State::New) {
        state_[source] = State::Open;
        way.push_back({source, 0});
      }
    }
  }

  std::span<const Entity> entities_;
  Collector& complaints_;
  std::array<std::size_t, 256> index_{};
  std::array<State, 256> state_{};
};

template <class Entity>
void check_graph(const std::vector<Entity>& entities, Collector& complaints) {
  Graph<Entity>(entities, complaints).check();
}

template <class Entity>
Ids ids_of(const std::vector<Entity>& entities) {
  Ids ids;
  for (const Entity& entity : entities) ids.set(node_of(entity).id);
  return ids;
}

std::size_t length_of(const Place& place) { return place.length; }

template <class Header, class Entity>
void check_total_length(const std::optional<Header>& header, const std::vector<Entity>& entities,
                        const AlternateSetting& setting, const char* what, Collector& complaints) {
  if (!header) {
    complaints.warn(setting.place.offset, "the ", what, " is missing");
    return;
  }
  std::size_t length = length_of(header->place);
  for (const Entity& entity : entities) {
    length += std::visit([](const auto& it) { return length_of(it.place); }, entity);
  }
  for (const Opaque& opaque : setting.not_understood) {
    if (opaque.type == kClassSpecificInterface) length += opaque.extent.length;
  }
  if (length != header->total_length) {
    complaints.warn(header->place.offset, "the ", what, " says that it and its own have ",
                    Count{header->total_length, "byte"}, ", and they have ", length);
  }
}

/// What the settings of a configuration must have to do with each other. It goes through them in
/// the order of the bytes, and remembers the control interface that streams belong to.
class Checker {
 public:
  Checker(const Configuration& configuration, Collector& complaints)
      : configuration_(configuration), complaints_(complaints) {
    for (const Interface& interface : configuration.interfaces) interfaces_.set(interface.number);
  }

  void check() {
    check_interfaces();
    for (const InterfaceAssociation& association : configuration_.associations) {
      check_association(association);
    }
    for (const Interface& interface : configuration_.interfaces) {
      Ids alternates;
      for (const AlternateSetting& setting : interface.settings) {
        if (alternates.test(setting.alternate)) {
          complaints_.error(setting.place.offset, "interface ", setting.interface,
                            " has the alternate setting ", setting.alternate, " twice");
        }
        alternates.set(setting.alternate);
        check_endpoints(setting);
        setting_ = &setting;
        std::visit(*this, setting.details);
      }
    }
  }

  void operator()(std::monostate /*none*/) {}

  void operator()(const audio1::Control& control) {
    check_total_length(control.header, control.entities, *setting_, "AudioControl header",
                       complaints_);
    check_graph(control.entities, complaints_);
    audio_ids_ = ids_of(control.entities);
    has_audio_control_ = true;
    if (control.header) {
      check_streaming_interfaces(control.header->place, control.header->interfaces);
    }
    for (const audio1::Entity& entity : control.entities) {
      if (const auto* unit = std::get_if<audio1::FeatureUnit>(&entity)) check_feature(*unit);
    }
  }

  void operator()(const audio2::Control& control) { check_audio_control(control); }
  void operator()(const audio3::Control& control) { check_audio_control(control); }
  void operator()(const audio1::Streaming& streaming) { check_link(streaming); }
  void operator()(const audio2::Streaming& streaming) { check_link(streaming); }
  void operator()(const audio3::Streaming& streaming) { check_link(streaming); }

  void operator()(const midi::Streaming& streaming) {
    check_graph(streaming.entities, complaints_);
    const Ids ids = ids_of(streaming.entities);
    for (const Endpoint& endpoint : setting_->endpoints) {
      const auto* jacks = std::get_if<midi::JackEndpoint>(&endpoint.details);
      if (jacks == nullptr) continue;
      for (const std::uint8_t jack : jacks->jacks) {
        if (ids.test(jack)) continue;
        complaints_.error(jacks->place.offset, "the MIDI endpoint belongs to jack ", jack,
                          ", which is not there");
      }
    }
  }

  void operator()(const video::Control& control) {
    check_total_length(control.header, control.entities, *setting_, "VideoControl header",
                       complaints_);
    check_graph(control.entities, complaints_);
    video_ids_ = ids_of(control.entities);
    has_video_control_ = true;
    if (control.header) {
      check_streaming_interfaces(control.header->place, control.header->interfaces);
    }
  }

  void operator()(const video::Streaming& streaming) {
    std::visit(Overloaded{[](std::monostate /*none*/) {},
                          [&](const auto& header) { check_video_header(streaming, header); }},
               streaming.header);
    for (const video::Format& format : streaming.formats) {
      if (format.frames.size() != format.declared_frames) {
        complaints_.error(format.place.offset, "the video format ", format.index,
                          " says that it has ", Count{format.declared_frames, "frame"},
                          ", and it has ", format.frames.size());
      }
    }
  }

  void operator()(const cdc::Function& function) {
    for (const cdc::Functional& functional : function.functionals) {
      const auto* interfaces = std::get_if<cdc::Union>(&functional);
      if (interfaces == nullptr) continue;
      check_union(*interfaces, interfaces->control_interface);
      for (const std::uint8_t number : interfaces->subordinates) check_union(*interfaces, number);
    }
  }

  void operator()(const hid::Function& function) {
    check_there(function, "HID descriptor");
    for (const hid::ClassDescriptor& entry : function.descriptors) {
      constexpr std::uint16_t most = 4096;
      if (entry.length <= most) continue;
      complaints_.error(function.place.offset, "a report descriptor of ", entry.length,
                        " bytes: Linux takes at most ", most);
    }
  }

  void operator()(const ccid::Function& function) {
    check_there(function, "smart card descriptor");
  }
  void operator()(const dfu::Function& function) {
    check_there(function, "firmware upgrade descriptor");
  }
  void operator()(const printer::Function& function) {
    check_there(function, "IPP-over-USB descriptor");
  }
  void operator()(const hub::Function& /*asked for elsewhere*/) {}

 private:
  void check_interfaces() {
    const std::size_t found = configuration_.interfaces.size();
    if (found == configuration_.declared_interfaces) return;
    complaints_.warn(configuration_.place.offset, "the configuration says that it has ",
                     Count{configuration_.declared_interfaces, "interface"}, ", and it has ",
                     found);
  }

  void check_streaming_interfaces(const Place& place, const std::vector<std::uint8_t>& interfaces) {
    for (const std::uint8_t number : interfaces) {
      if (interfaces_.test(number)) continue;
      complaints_.warn(place.offset, "the header names interface ", number, ", which is not there");
    }
  }

  void check_association(const InterfaceAssociation& association) {
    if (association.interfaces == 0) {
      complaints_.warn(association.place.offset, "an interface association of no interface");
    }
    for (unsigned count = 0; count < association.interfaces; ++count) {
      const unsigned number = association.first_interface + count;
      if (number < interfaces_.size() && interfaces_.test(number)) continue;
      complaints_.error(association.place.offset, "an interface association of ",
                        Count{association.interfaces, "interface"}, " from ",
                        association.first_interface, " on: interface ", number, " is not there");
      return;
    }
  }

  void check_endpoints(const AlternateSetting& setting) {
    if (setting.endpoints.size() != setting.declared_endpoints) {
      complaints_.error(setting.place.offset, "interface ", setting.interface,
                        ", alternate setting ", setting.alternate, " says that it has ",
                        Count{setting.declared_endpoints, "endpoint"}, ", and it has ",
                        setting.endpoints.size());
    }
    Ids addresses;
    for (const Endpoint& endpoint : setting.endpoints) {
      if (addresses.test(endpoint.address)) {
        complaints_.warn(endpoint.place.offset, "endpoint ", Hex{endpoint.address},
                         " is there twice in one setting");
      }
      addresses.set(endpoint.address);
    }
  }

  template <class Control>
  void check_audio_control(const Control& control) {
    // A device of a basic profile of audio 3 has no descriptors here.
    if (control.header || !control.entities.empty()) {
      check_total_length(control.header, control.entities, *setting_, "AudioControl header",
                         complaints_);
    }
    check_graph(control.entities, complaints_);
    audio_ids_ = ids_of(control.entities);
    has_audio_control_ = true;
  }

  void check_feature(const audio1::FeatureUnit& unit) {
    if (unit.control_size > 0) return;
    complaints_.error(unit.place.offset, "the feature unit ", unit.id,
                      " says that its controls have 0 bytes a channel");
  }

  template <class Streaming>
  void check_link(const Streaming& streaming) {
    if (!streaming.general || !has_audio_control_) return;
    const std::uint8_t terminal = streaming.general->terminal_link;
    if (audio_ids_.test(terminal)) return;
    complaints_.error(streaming.general->place.offset, "the audio stream belongs to terminal ",
                      terminal, ", which is not there");
  }

  template <class Header>
  void check_video_header(const video::Streaming& streaming, const Header& header) {
    if (header.formats != streaming.formats.size()) {
      complaints_.error(header.place.offset, "the video header says that it has ",
                        Count{header.formats, "format"}, ", and it has ", streaming.formats.size());
    }
    if (has_video_control_ && !video_ids_.test(header.terminal_link)) {
      complaints_.error(header.place.offset, "the video stream belongs to terminal ",
                        header.terminal_link, ", which is not there");
    }
    std::size_t length = header.place.length;
    for (const video::Format& format : streaming.formats) {
      length += format.place.length;
      for (const video::Frame& frame : format.frames) length += frame.place.length;
      for (const video::StillImageFrame& still : format.stills) length += still.place.length;
      for (const video::ColorMatching& color : format.colors) length += color.place.length;
    }
    for (const Opaque& opaque : setting_->not_understood) {
      if (opaque.type == kClassSpecificInterface) length += opaque.extent.length;
    }
    if (length != header.total_length) {
      complaints_.warn(header.place.offset, "the video header says that it and its own have ",
                       Count{header.total_length, "byte"}, ", and they have ", length);
    }
  }

  void check_union(const cdc::Union& interfaces, std::uint8_t number) {
    if (interfaces_.test(number)) return;
    complaints_.error(interfaces.place.offset, "the union names interface ", number,
                      ", which is not there");
  }

  template <class Function>
  void check_there(const Function& function, const char* what) {
    if (function.place.length > 0) return;
    complaints_.warn(setting_->place.offset, "the ", what, " is missing");
  }

  const Configuration& configuration_;
  Collector& complaints_;
  Ids interfaces_;
  const AlternateSetting* setting_ = nullptr;
  Ids audio_ids_;
  Ids video_ids_;
  bool has_audio_control_ = false;
  bool has_video_control_ = false;
};

}  // namespace

void check(const Configuration& configuration, Collector& complaints) {
  Checker(configuration, complaints).check();
}

}  // namespace ddb::usb

// SPDX-License-Identifier: Apache-2.0
#include "extents.hpp"

#include <algorithm>
#include <optional>
#include <variant>

namespace extents {

namespace {

using namespace ddb::usb;

// One overload for each shape that holds a place.
class Collector {
 public:
  std::vector<Extent> extents;
  std::vector<Opaque> opaques;

  template <class Value>
  requires requires(const Value& value) {
    { value.place } -> std::convertible_to<Place>;
  }
  void add(const Value& value) {
    if (value.place.length > 0) extents.push_back(value.place.extent());
  }
  template <class Value>
  void add(const std::optional<Value>& value) {
    if (value) add(*value);
  }
  template <class... Values>
  void add(const std::variant<Values...>& value) {
    std::visit([this](const auto& it) { this->add(it); }, value);
  }
  template <class Value>
  void add(const std::vector<Value>& values) {
    for (const Value& value : values) add(value);
  }
  void add(std::monostate /*none*/) {}
  void add(const Opaque& opaque) {
    extents.push_back(opaque.extent);
    opaques.push_back(opaque);
  }

  void add(const audio1::Control& it) { add_all(it.header, it.entities); }
  void add(const audio2::Control& it) { add_all(it.header, it.entities); }
  void add(const audio3::Control& it) { add_all(it.header, it.entities); }
  void add(const audio1::Streaming& it) { add_all(it.general, it.format, it.details); }
  void add(const audio2::Streaming& it) {
    add_all(it.general, it.format, it.encoders, it.decoders);
  }
  void add(const audio3::Streaming& it) { add(it.general); }
  void add(const midi::Streaming& it) { add_all(it.header, it.entities); }
  void add(const video::Control& it) { add_all(it.header, it.entities); }
  void add(const video::Streaming& it) {
    add(it.header);
    for (const video::Format& format : it.formats) {
      extents.push_back(format.place.extent());
      add_all(format.frames, format.stills, format.colors);
    }
  }
  void add(const cdc::Function& it) { add(it.functionals); }
  void add(const Endpoint& it) {
    extents.push_back(it.place.extent());
    add_all(it.companion, it.isochronous, it.details);
  }
  void add(const AlternateSetting& it) {
    extents.push_back(it.place.extent());
    add_all(it.details, it.endpoints, it.not_understood);
  }
  void add(const Interface& it) { add(it.settings); }
  void add(const Configuration& it) {
    extents.push_back(it.place.extent());
    add_all(it.associations, it.interfaces, it.on_the_go, it.not_understood);
  }

  template <class... Values>
  void add_all(const Values&... values) {
    (add(values), ...);
  }
};

Collector collect(const Device& device) {
  Collector all;
  all.add_all(device.descriptor, device.configurations, device.not_understood);
  return all;
}

}  // namespace

std::vector<Extent> of(const Device& device) {
  std::vector<Extent> extents = collect(device).extents;
  std::sort(extents.begin(), extents.end(),
            [](const Extent& left, const Extent& right) { return left.offset < right.offset; });
  return extents;
}

bool tile(const std::vector<Extent>& extents, std::size_t size) {
  std::size_t at = 0;
  for (const Extent& extent : extents) {
    if (extent.offset != at || extent.length == 0) return false;
    at += extent.length;
  }
  return at == size;
}

std::vector<Opaque> not_understood(const Device& device) {
  std::vector<Opaque> opaques = collect(device).opaques;
  std::erase_if(opaques, [](const Opaque& it) { return it.reason == Unread::Vendor; });
  return opaques;
}

}  // namespace extents

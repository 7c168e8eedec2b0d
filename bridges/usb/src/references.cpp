// SPDX-License-Identifier: Apache-2.0
#include "references.hpp"

namespace ddb::usb {

void References::add(std::uint8_t id, std::span<const std::uint8_t> sources) {
  if (known_[id]) return;
  known_.set(id);
  for (const std::uint8_t source : sources) edges_.push_back({source, id});
}

Ids References::after(std::uint8_t id) const { return reached(id, &Edge::from, &Edge::to); }

Ids References::before(std::uint8_t id) const { return reached(id, &Edge::to, &Edge::from); }

Ids References::reached(std::uint8_t id, std::uint8_t Edge::*begin, std::uint8_t Edge::*end) const {
  Ids found;
  if (!known_[id]) return found;
  std::vector<std::uint8_t> waiting = {id};
  found.set(id);
  while (!waiting.empty()) {
    const std::uint8_t at = waiting.back();
    waiting.pop_back();
    for (const Edge& edge : edges_) {
      if (edge.*begin != at || found[edge.*end] || !known_[edge.*end]) continue;
      found.set(edge.*end);
      waiting.push_back(edge.*end);
    }
  }
  return found;
}

}  // namespace ddb::usb

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_NODES_HPP
#define DDB_USB_NODES_HPP

#include <cstdint>
#include <span>

#include "ddb/usb/graph.hpp"

namespace ddb::usb {

/// Lambdas as the cases of std::visit.
template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

/// An id by itself as a list.
inline std::span<const std::uint8_t> one(const std::uint8_t& id) noexcept { return {&id, 1}; }

template <class Entity>
Node node(const Entity& entity, const char* kind, std::span<const std::uint8_t> sources = {},
          std::span<const std::uint8_t> clocks = {}) noexcept {
  return {entity.place.offset, entity.id, kind, sources, clocks};
}

}  // namespace ddb::usb

#endif  // DDB_USB_NODES_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_SRC_REFERENCES_HPP
#define DDB_USB_SRC_REFERENCES_HPP

#include <bitset>
#include <cstdint>
#include <span>
#include <vector>

namespace ddb::usb {

/// A set of the ids of terminals, units, clocks or jacks.
using Ids = std::bitset<256>;

/// Which entities the signal of an entity comes from. References to what is not there lead nowhere;
/// circles do no harm.
class References {
 public:
  /// Adds an entity; of several with one id the first is meant.
  void add(std::uint8_t id, std::span<const std::uint8_t> sources);
  /// What the signal of the entity reaches, with itself; empty if there is no such entity.
  Ids after(std::uint8_t id) const;
  /// What the signal of the entity comes from, with itself; empty if there is no such entity.
  Ids before(std::uint8_t id) const;

 private:
  struct Edge {
    std::uint8_t from = 0;
    std::uint8_t to = 0;
  };

  /// What is reached from an entity along the edges, or against them.
  Ids reached(std::uint8_t id, std::uint8_t Edge::*begin, std::uint8_t Edge::*end) const;

  Ids known_;
  std::vector<Edge> edges_;
};

}  // namespace ddb::usb

#endif  // DDB_USB_SRC_REFERENCES_HPP

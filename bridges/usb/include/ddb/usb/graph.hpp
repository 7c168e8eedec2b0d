// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_GRAPH_HPP
#define DDB_USB_GRAPH_HPP

#include <cstdint>
#include <span>

namespace ddb::usb {

/// A terminal, unit, clock or jack as what it is in the graph of its function: the same for audio
/// 1, 2 and 3, MIDI and video. The spans refer into the entity, which must outlive the node.
struct Node {
  std::uint32_t offset = 0;               ///< where its descriptor stands
  std::uint8_t id = 0;                    ///< bTerminalID, bUnitID, bClockID, bJackID or bElementID
  const char* kind = "";                  ///< "feature unit"
  std::span<const std::uint8_t> sources;  ///< ids that its signal comes from, one an input pin
  std::span<const std::uint8_t> clocks;   ///< ids of the clock entities that it needs; 0: not said
};

}  // namespace ddb::usb

#endif  // DDB_USB_GRAPH_HPP

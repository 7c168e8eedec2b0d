// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_SRC_AUDIO_GRAPH_HPP
#define DDB_USB_SRC_AUDIO_GRAPH_HPP

#include <array>
#include <cstdint>
#include <vector>

#include "ddb/usb/description.hpp"
#include "ddb/usb/device.hpp"
#include "references.hpp"

/// The terminals, units and clocks of an audio function, the same for audio 1, 2 and 3.
namespace ddb::usb::audio {

/// What an entity is.
enum class Kind : std::uint8_t {
  Input,
  Output,
  Mixer,
  Selector,
  Feature,
  Process,
  RateConverter,
  ClockSource,
  ClockSelector,
  ClockMultiplier,
};

/// A control of a feature unit.
struct FeatureControl {
  bool master = false;        ///< one setting for all channels
  std::uint8_t channels = 0;  ///< channels that can be set one by one
  bool writable = false;      ///< it can be set, not only read

  bool present() const noexcept { return master || channels != 0; }
};

/// The controls of audio2::FeatureControl, of which audio 1 has the first ten.
inline constexpr std::size_t kFeatureControls = 15;

/// A terminal, a unit or a clock.
struct Entity {
  Kind kind = Kind::Input;
  std::uint8_t id = 0;
  std::vector<std::uint8_t> sources;  ///< ids that its signal comes from
  std::vector<std::uint8_t> clocks;   ///< ids of its clocks
  StringIndex name = 0;               ///< 0 for audio 3, which has strings of its own
  std::uint16_t terminal_type = 0;    ///< of terminals
  std::uint8_t channels = 0;          ///< that it puts out; 0: not said
  Word process = {};                  ///< of Kind::Process
  bool switchable = false;            ///< it can be switched off, or its input selected
  std::uint32_t mix_controls = 0;     ///< of a mixer: pairs of channels whose gain can be set
  std::array<FeatureControl, kFeatureControls> controls{};  ///< of a feature unit
  bool internal_clock = false;                              ///< of a clock source
  bool synchronous_clock = false;  ///< of a clock source: it follows the bus
};

/// The entities of a function, and what their references make of them. References to what is not
/// there lead nowhere; circles do no harm.
class Graph {
 public:
  /// Of an AudioControl interface of any class; empty for another interface.
  explicit Graph(const AlternateSetting& control);

  const std::vector<Entity>& entities() const noexcept { return entities_; }
  /// The entity with that id; null if there is none.
  const Entity* find(std::uint8_t id) const noexcept;
  /// What the signal of the entity reaches, with itself.
  Ids after(std::uint8_t id) const { return references_.after(id); }
  /// What the signal of the entity comes from, with itself.
  Ids before(std::uint8_t id) const { return references_.before(id); }
  /// The clock sources, selectors and multipliers that the entity hangs on.
  Ids clocks_of(std::uint8_t id) const;

 private:
  static constexpr std::int16_t kNone = -1;

  std::vector<Entity> entities_;
  References references_;
  std::array<std::int16_t, 256> index_{};  // of entities_, by id
};

}  // namespace ddb::usb::audio

#endif  // DDB_USB_SRC_AUDIO_GRAPH_HPP

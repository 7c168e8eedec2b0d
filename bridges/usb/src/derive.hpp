// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_SRC_DERIVE_HPP
#define DDB_USB_SRC_DERIVE_HPP

#include <bitset>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

#include "ddb/usb/derivation.hpp"
#include "ddb/usb/description.hpp"
#include "ddb/usb/reading.hpp"

/// What the derivations of the classes have in common: terms are put together here, and a
/// Derivation gathers them. A derive_*.cpp is a class each.
namespace ddb::usb {

/// Parts of a branch that are no terms.
struct Id {
  std::string name;
};
struct Uses {
  std::string code_interface;
};
struct Takes {
  std::string registration_unit;
};

inline void add_part(Branch& branch, Branch&& part) { branch.branches.push_back(std::move(part)); }
inline void add_part(Branch& branch, Leaf&& part) { branch.leaves.push_back(std::move(part)); }
inline void add_part(Branch& branch, Id&& part) { branch.id = std::move(part.name); }
inline void add_part(Branch& branch, Uses&& part) {
  branch.code_interfaces.push_back(std::move(part.code_interface));
}
inline void add_part(Branch& branch, Takes&& part) {
  branch.registration_units.push_back(std::move(part.registration_unit));
}
template <class Part>
void add_part(Branch& branch, std::optional<Part>&& part) {
  if (part.has_value()) add_part(branch, std::move(*part));
}

/// A branch of its parts: branches, leaves, ids and annotations, or optional ones.
template <class... Parts>
Branch branch(Word name, Parts&&... parts) {
  static_assert((!std::is_lvalue_reference_v<Parts> && ...), "parts are moved");
  Branch made;
  made.name = name;
  constexpr std::size_t leaves = (std::size_t{std::is_same_v<Parts, Leaf>} + ... + 0);
  constexpr std::size_t branches = (std::size_t{std::is_same_v<Parts, Branch>} + ... + 0);
  made.leaves.reserve(leaves);
  made.branches.reserve(branches);
  (add_part(made, std::forward<Parts>(parts)), ...);
  return made;
}

/// Leaves. A list of one is its element.
inline Leaf word(Word name, Word value) { return {name, value, {}}; }
inline Leaf truth(Word name, bool value) { return {name, Word(value ? "true" : "false"), {}}; }
Leaf words(Word name, std::vector<Word> values);
Leaf text(Word name, std::string value);
Leaf count(Word name, std::uint64_t value);
Leaf quantity(Word name, Exact value, Word unit);
Leaf numbers(Word name, std::vector<std::uint64_t> values, Exact factor, Word unit);
Leaf range(Word name, std::optional<Exact> least, std::optional<Exact> greatest, Word unit);
/// The leaf, with a state that bears its value.
Leaf changeable(Leaf leaf, std::string state);

/// The fraction in lowest terms.
Exact exact(std::int64_t numerator, std::int64_t denominator = 1) noexcept;

/// A text that ends with a number: "te_mute_" and 6.
std::string numbered(std::string_view text, std::uint64_t number);

/// `information([description([name("...")])])`; none if the text is empty.
std::optional<Branch> named(std::string_view name);

/// `role([principal(...)])`.
Branch role(Word principal);

/// `control([approach([...])])`: to be configured before use, and operated while in use.
Branch approach(std::optional<Word> configure, std::optional<Word> operate);

/// How the data of a link looks.
struct LinkFormat {
  Word data_format = {};                        ///< empty: not known
  Word encapsulation = {};                      ///< likewise
  Word data_units = {};                         ///< likewise
  std::vector<std::uint64_t> block_bytes = {};  ///< sizes of a unit; empty: not known
};

/// Gathers the description of one configuration.
class Derivation {
 public:
  Derivation(const Device& device, const Configuration& configuration,
             const DescribeOptions& options);

  const Device& device() const noexcept { return device_; }
  const Configuration& configuration() const noexcept { return configuration_; }
  const DescribeOptions& options() const noexcept { return options_; }
  std::optional<Speed> speed() const noexcept { return speed_; }

  /// The text of a string descriptor, of bounded length; empty if it is not known.
  std::string string(StringIndex index) const;

  /// A name that no other group has: `kind_1` for the first of its kind.
  std::string group_name(std::string_view kind);
  /// Adds a group; the reference holds until the next one is added.
  Group& add_group(std::string name, std::string comment = {});
  /// The interface has part in the group.
  void use(const Interface& interface, const std::string& group, bool understood = true);
  bool is_used(const Interface& interface) const noexcept { return used_[interface.number]; }

  /// Says it in the comment that opens the file, once. The last line is without its end.
  void remark(std::string_view lines);
  /// Says so of more signal paths than are told.
  void leave_out_paths();

  /// Declares a unit, an interface or a state, once each, and gives its name.
  std::string add_unit(std::string name);
  std::string add_code_interface(std::string name, std::vector<Word> operations);
  std::string add_state(std::string name, Value value);
  /// Adds a connection, once.
  void connect(const std::string& from, const std::string& to);

  /// The time between two transfers, as a leaf `interval`; none if the speed is not known.
  std::optional<Leaf> interval(const Endpoint& endpoint) const;

  /// A link for an endpoint.
  Branch endpoint_link(std::string id, const Endpoint& endpoint, const LinkFormat& format) const;
  /// Links for all endpoints of an interface, connected with `element`. Their ids are `prefix`, the
  /// setting unless it is 0, the way and the number of the endpoint.
  void add_links(Group& group, const std::string& element, std::string_view prefix,
                 const Interface& interface, const LinkFormat& format);
  /// The same, in the format of each setting.
  void add_links_of_settings(Group& group, const std::string& element, std::string_view prefix,
                             const Interface& interface,
                             const std::function<LinkFormat(const AlternateSetting&)>& format_of);

  Description& description() noexcept { return description_; }

 private:
  const Device& device_;
  const Configuration& configuration_;
  const DescribeOptions& options_;
  std::optional<Speed> speed_;
  Description description_;
  std::bitset<256> used_;
  std::unordered_set<std::string> declared_;   // "unit playback_1"
  std::unordered_set<std::string> connected_;  // "from to"
  std::vector<std::pair<std::string, unsigned>> kinds_;
};

/// The setting that says what an interface is: the first.
inline const AlternateSetting& first_setting(const Interface& interface) noexcept {
  return interface.settings.front();
}

/// Whether the text is one that the language takes as a name without quotes.
bool is_plain_name(std::string_view text) noexcept;

/// Small letters, digits and single underscores, for names: see spec_name.
std::string name_of_text(std::string_view text, std::size_t most);

/// What most functions of one interface are.
struct PlainFunction {
  std::string_view kind;         ///< of its group
  Word domain;                   ///< information/task_domain/domain
  Word principal;                ///< task/role/principal
  std::string_view program;      ///< what Linux programs use: `block`, `tty`
  std::vector<Word> operations;  ///< of its code interface
  std::string title;             ///< for people, where the device has no name for it
  std::string standard;          ///< the class specification
};

/// Adds the group of such a function: a task element `te_` and the name of the group, which has the
/// function's registration unit. `function` says what it does. Links are not added.
Group& add_plain(Derivation& derivation, const Interface& interface, PlainFunction about,
                 std::optional<Branch> function = std::nullopt);

/// @name The classes. Each adds the groups of the function that begins at an interface, and marks
/// all interfaces of that function as used.
/// @{
void derive_general(Derivation& derivation);
void derive_audio(Derivation& derivation, const Interface& control);
void derive_hid(Derivation& derivation, const Interface& interface);
void derive_midi(Derivation& derivation, const Interface& interface);
void derive_video(Derivation& derivation, const Interface& control);
void derive_storage(Derivation& derivation, const Interface& interface);
void derive_communications(Derivation& derivation, const Interface& interface);
void derive_wireless(Derivation& derivation, const Interface& interface);
void derive_miscellaneous(Derivation& derivation, const Interface& interface);
void derive_printer(Derivation& derivation, const Interface& interface);
void derive_image(Derivation& derivation, const Interface& interface);
void derive_smart_card(Derivation& derivation, const Interface& interface);
void derive_application(Derivation& derivation, const Interface& interface);
void derive_hub(Derivation& derivation, const Interface& interface);
void derive_other(Derivation& derivation, const Interface& interface);
/// The report descriptors that no interface refers to.
void derive_report_descriptors(Derivation& derivation);
/// What must hold of every description.
Description finish(Derivation& derivation);
/// @}

}  // namespace ddb::usb

#endif  // DDB_USB_SRC_DERIVE_HPP

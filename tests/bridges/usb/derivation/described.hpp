// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_USB_DESCRIBED_HPP
#define DDB_TESTS_USB_DESCRIBED_HPP

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>

#include "ddb/usb/description.hpp"

/// Finding one's way in a description.
namespace described {

/// The first branch of that name below another one; null if there is none.
inline const ddb::usb::Branch* at(const ddb::usb::Branch& branch, std::string_view name) {
  const auto found = std::find_if(branch.branches.begin(), branch.branches.end(),
                                  [name](const auto& it) { return it.name == name; });
  return found == branch.branches.end() ? nullptr : &*found;
}

/// The first leaf of that name in a branch; null if there is none.
inline const ddb::usb::Leaf* find_leaf(const ddb::usb::Branch& branch, std::string_view name) {
  const auto found = std::find_if(branch.leaves.begin(), branch.leaves.end(),
                                  [name](const auto& it) { return it.name == name; });
  return found == branch.leaves.end() ? nullptr : &*found;
}

/// The leaf at module/first/second/name; null if there is none.
inline const ddb::usb::Leaf* find_leaf(const ddb::usb::Branch& module, std::string_view first,
                                       std::string_view second, std::string_view name) {
  const ddb::usb::Branch* const category = at(module, first);
  const ddb::usb::Branch* const subcategory = category == nullptr ? nullptr : at(*category, second);
  return subcategory == nullptr ? nullptr : find_leaf(*subcategory, name);
}

/// The principal role of a task element; empty if it has none.
inline std::string_view principal(const ddb::usb::Branch& module) {
  const ddb::usb::Leaf* const leaf = find_leaf(module, "task", "role", "principal");
  return leaf == nullptr ? std::string_view() : std::get<ddb::usb::Word>(leaf->value);
}

/// The group of that name; null if there is none.
inline const ddb::usb::Group* group(const ddb::usb::Description& description,
                                    std::string_view name) {
  const auto found = std::find_if(description.groups.begin(), description.groups.end(),
                                  [name](const auto& it) { return it.name == name; });
  return found == description.groups.end() ? nullptr : &*found;
}

/// The module of that id in a group; null if there is none.
inline const ddb::usb::Branch* element(const ddb::usb::Group& group, std::string_view id) {
  const auto found = std::find_if(group.modules.begin(), group.modules.end(),
                                  [id](const auto& it) { return it.id == id; });
  return found == group.modules.end() ? nullptr : &*found;
}

}  // namespace described

#endif  // DDB_TESTS_USB_DESCRIBED_HPP

// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <stdexcept>
#include <vector>

#include "commands.hpp"
#include "ports.hpp"
#include "refusal.hpp"

namespace ddb::bus::command {

namespace {

// All ports of a bus have the same time of grace. Gives the port that was added as it is then, if
// that was changed.
std::optional<store::Entry> unite_grace(store::Store& store, const store::Key& added,
                                        std::optional<store::Grace> grace) {
  const std::vector<store::Entry> entries = store.list({.bus = added.bus(), .node = {}}).entries;
  if (!grace) grace = grace_of_bus(entries, added.bus());
  std::optional<store::Entry> changed;
  for (const store::Entry& entry : entries) {
    if (!grace || entry.grace == grace) continue;
    const store::Attempt attempt = store::set_grace(store, entry.key, *grace);
    if (attempt.is_done && entry.key == added) changed = attempt.entry;
  }
  return changed;
}

}  // namespace

ExitCode add(const AddOptions& options) {
  const store::Key key = key_of(options.which);
  std::optional<store::Grace> grace;
  if (!options.grace.empty()) grace = store::grace_of(options.grace);
  const auto store = open_store(options.store);
  const store::Attempt attempt = store->add(key);
  if (!attempt.entry)
    throw std::runtime_error("the port was removed by another while it was added");
  if (const auto why = refusal_of(key, attempt)) {
    tell(*why);
    return ExitCode::InputErrors;
  }
  const std::optional<store::Entry> changed = unite_grace(*store, key, grace);
  const bool is_done = attempt.is_done || changed;
  const store::Entry& entry = changed ? *changed : *attempt.entry;
  if (options.form == Form::Json) {
    print_action(is_done ? "add" : "keep", entry);
  } else {
    print_thesis_line(entry);
  }
  if (!is_done) {
    tell("nothing has changed: port " + key.port() + " of " + key.provider() + " is on the bus " +
         key.bus() + " already");
  }
  return ExitCode::Done;
}

}  // namespace ddb::bus::command

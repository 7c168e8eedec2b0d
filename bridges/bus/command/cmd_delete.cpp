// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <iostream>
#include <stdexcept>

#include "commands.hpp"
#include "ports.hpp"

namespace ddb::bus::command {

namespace {

using match::Terminal;
using store::Entry;

bool is_agreed(const std::string& question) {
  if (isatty(STDIN_FILENO) == 0) {
    throw std::runtime_error(question + " Say so with --yes, since nobody can be asked here");
  }
  Terminal::error().write(question + " [y/N] ");
  Terminal::error().flush();
  std::string answer;
  std::getline(std::cin, answer);
  return answer == "y" || answer == "Y" || answer == "yes";
}

void mark(store::Store& store, const Entry& entry, Form form) {
  const store::Attempt attempt = store::mark_to_delete(store, entry.key);
  if (!attempt.entry) {
    tell(entry.key.text() + " is gone already");
    return;
  }
  if (form == Form::Json) {
    print_action(attempt.is_done ? "delete" : "keep", *attempt.entry);
  } else {
    print_thesis_line(*attempt.entry);
  }
  // What is done is told, whatever comes next.
  Terminal::output().flush();
  if (!attempt.is_done)
    tell("nothing has changed: " + entry.key.text() + " is being deleted already");
}

}  // namespace

ExitCode remove(const DeleteOptions& options) {
  const auto store = open_store(options.store);
  if (!options.which.port.empty()) {
    mark(*store, entry_of(*store, options.which), options.form);
    return ExitCode::Done;
  }
  const std::vector<Entry> entries = entries_of(*store, Selection(options.which));
  if (entries.empty()) {
    const std::string& master = options.which.master;
    throw std::runtime_error("there is no such bus " + options.which.bus +
                             (master.empty() ? "" : " of " + master) + " in " + store->place() +
                             "; 'ddb-bus list' shows what there is");
  }
  const std::string count =
      std::to_string(entries.size()) + (entries.size() == 1 ? " port" : " ports");
  if (!options.is_sure && !is_agreed("Delete the bus " + options.which.bus + " of " +
                                     entries.front().key.master() + ", which has " + count + "?")) {
    tell("nothing was deleted");
    return ExitCode::InputErrors;
  }
  for (const Entry& entry : entries) mark(*store, entry, options.form);
  return ExitCode::Done;
}

}  // namespace ddb::bus::command

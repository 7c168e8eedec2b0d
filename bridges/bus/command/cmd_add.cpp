// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"
#include "ports.hpp"
#include "refusal.hpp"

namespace ddb::bus::command {

ExitCode add(const AddOptions& options) {
  const store::Key key = key_of(options.which);
  const auto store = open_store(options.store);
  const store::Attempt attempt = store->add(key);
  if (!attempt.entry)
    throw std::runtime_error("the port was removed by another while it was added");
  const store::Entry& entry = *attempt.entry;
  if (const auto why = refusal_of(key, attempt)) {
    tell(*why);
    return ExitCode::InputErrors;
  }
  if (options.form == Form::Json) {
    print_action(attempt.is_done ? "add" : "keep", entry);
  } else {
    print_thesis_line(entry);
  }
  if (!attempt.is_done) {
    tell("nothing has changed: port " + key.port() + " of " + key.provider() + " is on the bus " +
         key.bus() + " already");
  }
  return ExitCode::Done;
}

}  // namespace ddb::bus::command

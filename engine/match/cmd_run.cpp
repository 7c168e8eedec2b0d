// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"
#include "ddb/json.hpp"
#include "inputs.hpp"
#include "progress.hpp"
#include "terminal.hpp"
#include "transcript.hpp"

namespace ddb::match {

ExitCode run(const RunOptions& options) {
  const Engine engine;
  Session session = engine.open({options.transport});
  if (!load(session, sources_of(options.inputs)).loaded) return ExitCode::InputErrors;

  Terminal& output = Terminal::output();
  // A bar between the lines of a transcript would only be in the way.
  ProgressBar bar("replaying");
  const bool shows_bar = !output.is_terminal();
  Narrator narrator;
  if (options.output != RunOutput::Json) {
    const bool quiet = options.output == RunOutput::Quiet;
    narrator = [&output, quiet](const NarrationLine& line) {
      if (!quiet || is_result(line.kind)) print(output, line);
    };
  }

  const std::vector<Event> events = session.scenario();
  std::size_t done = 0;
  for (const Event& event : events) {
    const std::vector<Diagnostic> warnings = session.replay(event, narrator).warnings;
    if (options.output == RunOutput::Json) output.write(to_json(get_result(event, session)) + "\n");
    if (!warnings.empty()) {
      output.flush();
      bar.clear();
      for (const Diagnostic& warning : warnings) print(warning);
    }
    if (shows_bar) bar.show(++done, events.size());
  }
  return ExitCode::Done;
}

}  // namespace ddb::match

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "commands.hpp"
#include "inputs.hpp"
#include "terminal.hpp"

namespace ddb::match {

namespace {

std::size_t count(const std::vector<Diagnostic>& diagnostics, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(diagnostics.begin(), diagnostics.end(),
                    [=](const Diagnostic& diagnostic) { return diagnostic.severity == severity; }));
}

}  // namespace

ExitCode check(const Inputs& inputs) {
  const Engine engine;
  Session session = engine.open();
  const std::vector<Source> sources = sources_of(inputs);
  LoadReport report = load(session, sources);
  if (report.loaded) {
    for (Diagnostic& warning : session.check()) {
      print(warning);
      report.diagnostics.push_back(std::move(warning));
    }
  }
  const std::size_t errors = count(report.diagnostics, Severity::Error);
  // With errors, standard output stays empty, as for every command.
  Terminal& terminal = errors == 0 ? Terminal::output() : Terminal::error();
  terminal.write(counted(sources.size(), "file") + ": " + counted(errors, "error") + ", " +
                 counted(count(report.diagnostics, Severity::Warning), "warning") + "\n");
  terminal.flush();
  return errors == 0 ? ExitCode::Done : ExitCode::InputErrors;
}

}  // namespace ddb::match

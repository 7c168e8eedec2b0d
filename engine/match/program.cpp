// SPDX-License-Identifier: Apache-2.0
#include "program.hpp"

#include <csignal>
#include <exception>

#include "terminal.hpp"

namespace ddb::match {

int run_program(const std::string& name, const std::function<ExitCode()>& command) {
  // A reader that goes away is an error of write(), not the end of the process.
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  ExitCode code = ExitCode::InputErrors;
  std::string sentence;
  try {
    code = command();
    Terminal::output().flush();
  } catch (const std::exception& error) {
    code = ExitCode::InputErrors;
    sentence = error.what();
  }
  if (!sentence.empty()) {
    Terminal::error().write(name + ": " + sentence + "\n");
    Terminal::error().flush();
  }
  return static_cast<int>(code);
}

}  // namespace ddb::match

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_MATCH_PROGRAM_HPP
#define DDB_MATCH_PROGRAM_HPP

#include <functional>
#include <string>

#include "exit_code.hpp"

namespace ddb::match {

/// What main() of each command does: runs it, writes out what it has printed, and tells on standard
/// error, after "NAME: ", what it throws. A reader of its output that goes away does not end the
/// process.
/// @returns the exit status
int run_program(const std::string& name, const std::function<ExitCode()>& command);

}  // namespace ddb::match

#endif  // DDB_MATCH_PROGRAM_HPP

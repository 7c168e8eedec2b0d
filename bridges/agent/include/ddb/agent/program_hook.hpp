// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_PROGRAM_HOOK_HPP
#define DDB_AGENT_PROGRAM_HOOK_HPP

#include <chrono>
#include <filesystem>
#include <string>

#include "ddb/agent/hook.hpp"

namespace ddb::agent {

/// A program that has the last word.
struct ProgramHookOptions {
  std::filesystem::path program;
  /// It is killed after so long, with all that it has started, and has said no.
  std::chrono::milliseconds patience{5000};
};

/// The question as the program reads it: one JSON object and an end of line; see
/// `schemas/authorize.schema.json`.
std::string json_of(const HookQuestion& question);

/// A hook that runs the program, once a question: the question on standard input, standard output
/// and standard error to us, a folder of `/`, an environment of `PATH` and `LANG` only, no other
/// descriptor, a session of its own. Exit status 0 says yes. All else says no: another status, a
/// signal, no answer in time, more than 64 KiB of output. The first line of its output is told as
/// the reason.
///
/// Any number of threads may ask.
/// @throws std::runtime_error: it is no program with an absolute path, others may write it, or it
/// is neither root's nor ours
Hook program_hook(const ProgramHookOptions& options);

}  // namespace ddb::agent

#endif  // DDB_AGENT_PROGRAM_HOOK_HPP

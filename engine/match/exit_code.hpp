// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_MATCH_EXIT_CODE_HPP
#define DDB_MATCH_EXIT_CODE_HPP

namespace ddb::match {

/// What the command tells whoever started it.
enum class ExitCode {
  Done = 0,
  InputErrors = 1,    ///< or the output could not be written; what is wrong is on standard error
  NotEquivalent = 1,  ///< 'equal' found a difference, which is on standard output
  WrongUsage = 2,
};

}  // namespace ddb::match

#endif  // DDB_MATCH_EXIT_CODE_HPP

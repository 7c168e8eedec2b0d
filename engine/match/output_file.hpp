// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_MATCH_OUTPUT_FILE_HPP
#define DDB_MATCH_OUTPUT_FILE_HPP

#include <string>

namespace ddb::match {

/// Writes a result to the file, or to standard output if `path` is empty or `-`.
/// @throws std::runtime_error: the file cannot be written; OutputError for standard output
void write_result(const std::string& path, const std::string& text);

}  // namespace ddb::match

#endif  // DDB_MATCH_OUTPUT_FILE_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_MATCH_INPUTS_HPP
#define DDB_MATCH_INPUTS_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "commands.hpp"

namespace ddb::match {

/// The sources that the inputs name. A folder stands for the *.pl files in it and below, in order
/// of their paths.
std::vector<Source> sources_of(const Inputs& inputs);

/// Loads the sources into the session with a progress bar, and prints all diagnostics.
LoadReport load(Session& session, const std::vector<Source>& sources);

/// "1 error", "2 errors", "no errors".
std::string counted(std::size_t count, const std::string& noun);

}  // namespace ddb::match

#endif  // DDB_MATCH_INPUTS_HPP

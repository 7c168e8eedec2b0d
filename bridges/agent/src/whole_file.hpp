// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_WHOLE_FILE_HPP
#define DDB_AGENT_WHOLE_FILE_HPP

#include <filesystem>
#include <string>

namespace ddb::agent {

/// Makes the file anew: whole or not at all, also where the agent dies.
void write_whole(const std::filesystem::path& path, const std::string& text);

}  // namespace ddb::agent

#endif  // DDB_AGENT_WHOLE_FILE_HPP

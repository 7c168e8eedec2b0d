// SPDX-License-Identifier: Apache-2.0
#include "whole_file.hpp"

#include <fstream>
#include <system_error>

namespace ddb::agent {

void write_whole(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::path next = path;
  next += ".next";
  std::ofstream(next, std::ios::trunc) << text;
  std::error_code error;
  std::filesystem::rename(next, path, error);
}

}  // namespace ddb::agent

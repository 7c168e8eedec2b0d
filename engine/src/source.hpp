// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_SOURCE_HPP
#define DDB_SRC_SOURCE_HPP

#include <optional>
#include <string>

#include "ddb/engine.hpp"

namespace ddb::detail {

/// What was read of a source, or why it could not be.
struct SourceContent {
  static SourceContent read(const Source& source);

  std::string name;                   ///< as people see it
  std::string text;                   ///< UTF-8, without a byte order mark
  std::optional<Diagnostic> failure;  ///< then the text has no meaning
  SourceRole role;                    ///< as the source says
  const char* form;                   ///< what engine_api calls its form: `text` or `json`
};

}  // namespace ddb::detail

#endif  // DDB_SRC_SOURCE_HPP

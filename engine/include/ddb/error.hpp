// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_ERROR_HPP
#define DDB_ERROR_HPP

#include <optional>
#include <stdexcept>
#include <string>

#include "ddb/export.hpp"

namespace ddb {

/// A place in a source. Lines and columns count from 1; 0 means unknown.
struct SourcePosition {
  std::string file;  ///< name of the source
  int line = 0;      ///< from 1; 0 = unknown
  int column = 0;    ///< in characters, from 1; 0 = unknown

  friend bool operator==(const SourcePosition&, const SourcePosition&) = default;
};

/// What a caller can do about an Error.
enum class ErrorCode {
  Conflict,     ///< The call does not fit the present state: an unknown or used name, a call
                ///< from inside a callback, a closed session.
  Invalid,      ///< An argument is not what it must be, whatever the state: a name that is empty or
                ///< not UTF-8, a value or unit of another kind, a text of another form; where there
                ///< is a place in the text, where() and the sentence tell it.
  Unavailable,  ///< The inference engine cannot start in this process.
  Resource,     ///< A limit was reached: memory or stack.
  Internal,     ///< A fault of the engine itself; please report it with the text.
};

/// The only exception that this library throws of its own; std::bad_alloc and what a callback
/// throws pass through as they are. Bad data in a source is no exception but a Diagnostic.
class DDB_EXPORT Error : public std::runtime_error {
 public:
  /// @param code what the caller can do
  /// @param sentence the whole message, a sentence without a final stop
  /// @param where the place in a source, where there is one
  Error(ErrorCode code, const std::string& sentence, std::optional<SourcePosition> where = {});
  Error(const Error&);             ///< Copies the whole error.
  Error& operator=(const Error&);  ///< Copies the whole error.
  ~Error() override;

  /// What the caller can do.
  ErrorCode code() const noexcept { return code_; }
  /// The place in a source, where there is one.
  const std::optional<SourcePosition>& where() const noexcept { return where_; }

 private:
  ErrorCode code_;
  std::optional<SourcePosition> where_;
};

}  // namespace ddb

#endif  // DDB_ERROR_HPP

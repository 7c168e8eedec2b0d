// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_ERROR_HPP
#define DDB_STORE_ERROR_HPP

#include <stdexcept>
#include <string>

namespace ddb::store {

/// What a caller can do about an Error.
enum class ErrorCode {
  Invalid,  ///< An argument is not what it must be: a name, a URL, a transition that no table has.
            ///< Trying again does not help.
  Unavailable,  ///< The store does not answer, or not in time: unreachable, just starting, locked
                ///< by another process. Try again later. What was asked for may have been done or
                ///< not.
  Denied,       ///< The store does not let this user in, or not do this.
  ReadOnly,     ///< The store takes no changes: a replica, a file system that is read only.
  Full,         ///< There is no room left: memory of the server, disk. Nothing was changed.
  Damaged,      ///< What is stored there cannot be understood.
};

/// The only exception of its own that this library throws. what() is a whole sentence without a
/// final stop: the place (passwords left out), what is wrong, and the remedy.
class Error : public std::runtime_error {
 public:
  /// @param code what the caller can do
  /// @param sentence the whole message
  Error(ErrorCode code, const std::string& sentence) : std::runtime_error(sentence), code_(code) {}

  /// What the caller can do.
  ErrorCode code() const noexcept { return code_; }

 private:
  ErrorCode code_;
};

}  // namespace ddb::store

#endif  // DDB_STORE_ERROR_HPP

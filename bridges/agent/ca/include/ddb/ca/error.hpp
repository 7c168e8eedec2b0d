// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_CA_ERROR_HPP
#define DDB_CA_ERROR_HPP

#include <stdexcept>

namespace ddb::ca {

/// The only exception of its own that this library throws. what() is a whole sentence without a
/// final stop: the place, what is wrong, and the remedy. Nothing was changed.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace ddb::ca

#endif  // DDB_CA_ERROR_HPP

// SPDX-License-Identifier: Apache-2.0
#include "ddb/error.hpp"

#include <utility>

namespace ddb {

Error::Error(ErrorCode code, const std::string& sentence, std::optional<SourcePosition> where)
    : std::runtime_error(sentence), code_(code), where_(std::move(where)) {}

// Defined here so that every user of the library shares one type information.
Error::Error(const Error&) = default;
Error& Error::operator=(const Error&) = default;
Error::~Error() = default;

}  // namespace ddb

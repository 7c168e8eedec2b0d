// SPDX-License-Identifier: Apache-2.0
#include <variant>
#include <vector>

#include "rules.hpp"
#include "target.hpp"

extern "C" int LLVMFuzzerTestOneInput(  // NOLINT(readability-identifier-naming)
    const std::uint8_t* data, std::size_t size) {
  namespace wire = ddb::usbip::wire;
  rules::check({data, size}, wire::decode_request, wire::needed_for_request,
               [](const wire::Request& request) {
                 return std::visit(
                     [](const auto& it) {
                       const auto message = wire::encode(it);
                       return std::vector<std::uint8_t>(message.begin(), message.end());
                     },
                     request);
               });
  return 0;
}

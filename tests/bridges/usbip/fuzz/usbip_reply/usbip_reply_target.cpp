// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"
#include "target.hpp"

extern "C" int LLVMFuzzerTestOneInput(  // NOLINT(readability-identifier-naming)
    const std::uint8_t* data, std::size_t size) {
  namespace wire = ddb::usbip::wire;
  const auto write = [](const auto& reply) { return wire::encode(reply); };
  rules::check({data, size}, wire::decode_list_reply, wire::needed_for_list_reply, write);
  rules::check({data, size}, wire::decode_import_reply, wire::needed_for_import_reply, write);
  return 0;
}

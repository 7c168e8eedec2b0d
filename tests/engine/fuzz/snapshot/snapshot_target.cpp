// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "features.hpp"
#include "session_checks.hpp"
#include "snapshot_checks.hpp"
#include "target.hpp"

// Engine::restore() on anything. What becomes a session must be one like any other: it has a
// snapshot of its own, which is restored to the same, and both go on in the same way.

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::optional<ddb::Session> session =
      fuzz::restored_from({reinterpret_cast<const char*>(data), size});
  if (!session) return 0;
  fuzz::saw("restored");
  const bool is_within_limits =
      fuzz::allows_limits([&] { fuzz::check_lists(fuzz::View(*session)); });
  if (!is_within_limits) return 0;
  std::optional<ddb::Session> again = fuzz::restored_and_checked(*session);
  if (again) fuzz::go_on_alike(*session, *again);
  return 0;
}

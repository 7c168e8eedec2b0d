// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "conversion_checks.hpp"
#include "features.hpp"
#include "given_sources.hpp"
#include "session_checks.hpp"
#include "snapshot_checks.hpp"
#include "target.hpp"

// The loader on anything: an input is text in the language, or several sources with the marks of
// given_sources.hpp between them.

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const ddb::Engine engine;
  const std::vector<fuzz::Load> loads =
      fuzz::loads_of({reinterpret_cast<const char*>(data), size}, ".pl");
  ddb::Session session =
      engine.open({size % 2 == 0 ? ddb::Transport::Shared : ddb::Transport::WholeDevice});
  std::vector<fuzz::GivenSource> loaded;
  bool all = true;
  for (const fuzz::Load& load : loads) {
    for (const fuzz::GivenSource& source : load) fuzz::convert_and_check(engine, source);
    if (fuzz::load_and_check(session, load, loaded)) {
      loaded.insert(loaded.end(), load.begin(), load.end());
    } else {
      all = false;
    }
  }
  fuzz::saw_amount("loads", loads.size());
  if (all) fuzz::saw("all loaded");
  if (loaded.empty()) return 0;
  fuzz::replay_and_check(session, loaded);
  std::optional<ddb::Session> restored = fuzz::restored_and_checked(session);
  if (restored) {
    fuzz::go_on_alike(session, *restored);
  } else {
    fuzz::cancel_all(session);
  }
  return 0;
}

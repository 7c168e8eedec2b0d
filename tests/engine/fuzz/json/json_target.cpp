// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "conversion_checks.hpp"
#include "features.hpp"
#include "given_sources.hpp"
#include "session_checks.hpp"
#include "target.hpp"

// Sources in JSON, on anything: an input is JSON, or several of it with the marks of
// given_sources.hpp between them. What can be converted is loaded in both forms, and both must give
// the same.

namespace {

// All sources as terms; empty where one has none.
fuzz::Load as_terms(const ddb::Engine& engine, const fuzz::Load& load) {
  fuzz::Load terms;
  for (const fuzz::GivenSource& source : load) {
    std::optional<fuzz::BothForms> forms = fuzz::convert_and_check(engine, source);
    if (!forms) return {};
    terms.push_back({source.name + ".pl", std::move(forms->prolog), source.role});
  }
  return terms;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const ddb::Engine engine;
  const std::vector<fuzz::Load> loads =
      fuzz::loads_of({reinterpret_cast<const char*>(data), size}, ".json");
  ddb::Session session = engine.open();
  ddb::Session of_terms = engine.open();
  std::vector<fuzz::GivenSource> loaded;
  std::vector<fuzz::GivenSource> loaded_terms;
  for (const fuzz::Load& load : loads) {
    const bool is_loaded = fuzz::load_and_check(session, load, loaded);
    const fuzz::Load terms = as_terms(engine, load);
    fuzz::require(!is_loaded || terms.size() == load.size(),
                  "what can be loaded cannot be converted");
    if (terms.size() == load.size()) {
      fuzz::require(fuzz::load_and_check(of_terms, terms, loaded_terms) == is_loaded,
                    "a source is good in one of its forms only");
    }
    if (!is_loaded) continue;
    fuzz::saw("loaded");
    loaded.insert(loaded.end(), load.begin(), load.end());
    loaded_terms.insert(loaded_terms.end(), terms.begin(), terms.end());
  }
  if (loaded.empty()) return 0;
  fuzz::require(
      fuzz::replay_and_check(session, loaded) == fuzz::replay_and_check(of_terms, loaded_terms),
      "a scenario goes another way in another form of its sources");
  fuzz::cancel_all(session);
  return 0;
}

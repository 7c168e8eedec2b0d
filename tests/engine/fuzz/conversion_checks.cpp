// SPDX-License-Identifier: Apache-2.0
#include "conversion_checks.hpp"

#include <string>
#include <utility>

#include "features.hpp"
#include "session_checks.hpp"
#include "utf8.hpp"

namespace fuzz {

namespace {

using ddb::SourceFormat;

std::optional<std::string> converted(const ddb::Engine& engine, const GivenSource& source,
                                     SourceFormat to) {
  ddb::Conversion conversion = engine.convert(source_of(source), to);
  check_diagnostics(conversion.diagnostics, {source});
  require(conversion.text.has_value() == conversion.diagnostics.empty(),
          "a conversion has neither a text nor a reason, or both");
  if (conversion.text) require(is_utf8(*conversion.text), "a converted text is not UTF-8");
  return std::move(conversion.text);
}

// A text that the engine has written.
std::string written(const ddb::Engine& engine, const std::string& extension, std::string text,
                    SourceFormat to) {
  const GivenSource source{"written" + extension, std::move(text)};
  std::optional<std::string> again = converted(engine, source, to);
  require(again.has_value(), "the engine refuses what it has written:\n" + source.text);
  return *std::move(again);
}

void require_same(const std::string& one, const std::string& other, const char* way) {
  require(one == other, std::string("a source is another one after conversion ") + way + ":\n" +
                            one + "\n-- became --\n" + other);
}

}  // namespace

std::optional<BothForms> convert_and_check(const ddb::Engine& engine, const GivenSource& source) {
  std::optional<std::string> prolog = converted(engine, source, SourceFormat::Prolog);
  std::optional<std::string> json = converted(engine, source, SourceFormat::Json);
  require(prolog.has_value() == json.has_value(),
          "a source can be written in one of the forms only: " + source.text);
  if (!prolog) return {};
  saw_amount("converted", json->size());
  require_same(*json, written(engine, ".pl", *prolog, SourceFormat::Json), "to JSON");
  require_same(*prolog, written(engine, ".json", *json, SourceFormat::Prolog), "from JSON");
  require_same(*prolog, written(engine, ".pl", *prolog, SourceFormat::Prolog), "to itself");
  require_same(*json, written(engine, ".json", *json, SourceFormat::Json), "from JSON to JSON");
  return BothForms{*std::move(prolog), *std::move(json)};
}

}  // namespace fuzz

// SPDX-License-Identifier: Apache-2.0
#include "ddb/engine.hpp"

#include <utility>

#include "prolog_runtime.hpp"
#include "rows.hpp"
#include "seat.hpp"
#include "session_impl.hpp"
#include "source.hpp"
#include "term.hpp"

namespace ddb {

using namespace detail;

namespace {

const char* format_name(std::optional<SourceFormat> format) {
  if (!format) return "other";
  return *format == SourceFormat::Json ? "json" : "prolog";
}

}  // namespace

Engine::Engine() { start_prolog(); }

Session Engine::open(const SessionOptions& options) const {
  return Session(std::make_unique<Session::Impl>(options));
}

Conversion Engine::convert(const Source& source, std::optional<SourceFormat> to) const {
  SourceContent content = SourceContent::read(source);
  Conversion conversion;
  if (content.failure) {
    conversion.diagnostics.push_back(std::move(*content.failure));
    return conversion;
  }
  const Seat seat;
  return seat.call([&](Call& call) {
    term_t const arguments = new_terms(3);
    term_t const fields = new_terms(2);
    put_atom(fields, content.name);
    put_string(fields + 1, content.text);
    put_compound(arguments, content.form, 2, fields);
    put_atom(arguments + 1, format_name(to));
    call.run("api_convert", 3, arguments);
    const Row outcome(arguments + 2);
    if (outcome.is("refused", 1)) {
      conversion.diagnostics = get_diagnostics(outcome.argument(1));
    } else {
      outcome.expect("converted", 1);
      conversion.text = outcome.text(1);
    }
    return conversion;
  });
}

}  // namespace ddb

// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "ddb/engine.hpp"
#include "prolog_runtime.hpp"
#include "session_impl.hpp"
#include "term.hpp"

namespace ddb {

using namespace detail;

namespace {

constexpr const char* kName = "snapshot";

void check_encoding(std::string_view snapshot) {
  std::optional<SourcePosition> where = find_invalid_utf8(kName, snapshot);
  if (!where) return;
  throw Error(
      ErrorCode::Invalid,
      "this byte is not UTF-8, the encoding of every snapshot; the snapshot is not as it was "
      "written: restore the last one that is whole",
      std::move(where));
}

[[noreturn]] void throw_invalid(const Row& outcome) {
  outcome.expect("invalid", 4);
  const std::string place = outcome.text(3);
  throw Error(ErrorCode::Invalid, (place.empty() ? "" : place + ": ") + outcome.text(4),
              SourcePosition{kName, static_cast<int>(outcome.integer(1)),
                             static_cast<int>(outcome.integer(2))});
}

}  // namespace

std::string Session::snapshot() const {
  return impl().seat.call([&](Call& call) {
    term_t const arguments = new_terms(2);
    put_integer(arguments, impl().id);
    call.run("api_snapshot", 2, arguments);
    return get_text(arguments + 1);
  });
}

Session::Impl::Impl(std::string_view snapshot) {
  seat.call([&](Call& call) {
    term_t const arguments = new_terms(2);
    put_string(arguments, snapshot);
    call.run("api_restore", 2, arguments);
    const Row outcome(arguments + 1);
    if (!outcome.is("session", 1)) throw_invalid(outcome);
    id = outcome.integer(1);
  });
}

Session Engine::restore(std::string_view snapshot) const {
  check_encoding(snapshot);
  return Session(std::make_unique<Session::Impl>(snapshot));
}

}  // namespace ddb

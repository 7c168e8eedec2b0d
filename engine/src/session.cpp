// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

#include "prolog_runtime.hpp"
#include "rows.hpp"
#include "session_impl.hpp"
#include "source.hpp"
#include "term.hpp"

namespace ddb {

using namespace detail;

namespace {

const char* role_name(SourceRole role) {
  switch (role) {
    case SourceRole::Taxonomy:
      return "taxonomy";
    case SourceRole::Units:
      return "units";
    case SourceRole::Description:
      break;
  }
  return "description";
}

std::vector<SourceContent> read_all(const std::vector<Source>& sources) {
  std::vector<SourceContent> contents;
  contents.reserve(sources.size());
  for (const Source& source : sources) contents.push_back(SourceContent::read(source));
  return contents;
}

void put_source(term_t term, const SourceContent& content) {
  term_t const fields = new_terms(3);
  put_atom(fields, content.name);
  // A source that could not be read takes part as one that is wrong by the rules of the language,
  // so that the others are checked and nothing is loaded.
  put_string(fields + 1, content.failure ? ":- unreadable." : content.text);
  put_atom(fields + 2, role_name(content.role));
  put_compound(term, content.form, 3, fields);
}

LoadReport get_load_report(term_t diagnostics, std::vector<SourceContent> contents) {
  LoadReport report;
  for (Diagnostic& diagnostic : get_diagnostics(diagnostics)) {
    bool replaced = false;
    for (SourceContent& content : contents) {
      if (!content.failure || diagnostic.file != content.name) continue;
      if (diagnostic.severity == Severity::Error) {
        report.diagnostics.push_back(std::move(*content.failure));
      }
      content.failure.reset();
      content.name.clear();
      replaced = true;
      break;
    }
    if (!replaced) report.diagnostics.push_back(std::move(diagnostic));
  }
  report.loaded = std::none_of(
      report.diagnostics.begin(), report.diagnostics.end(),
      [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::Error; });
  return report;
}

Event get_event(const Row& row) {
  if (row.is("system_connect", 1)) return SystemConnect{SystemName(row.text(1))};
  if (row.is("system_disconnect", 1)) return SystemDisconnect{SystemName(row.text(1))};
  if (row.is("device_connect", 3)) {
    return DeviceConnect{SystemName(row.text(1)), DeviceName(row.text(2)),
                         DeviceSpecName(row.text(3))};
  }
  if (row.is("device_disconnect", 1)) return DeviceDisconnect{DeviceName(row.text(1))};
  if (row.is("requester_create", 3)) {
    return RequesterCreate{SystemName(row.text(1)), RequesterName(row.text(2)),
                           RequesterSpecName(row.text(3))};
  }
  row.expect("requester_cancel", 1);
  return RequesterCancel{RequesterName(row.text(1))};
}

struct PutEvent {
  term_t term;

  void operator()(const SystemConnect& event) const { put("system_connect", {event.system.str()}); }
  void operator()(const SystemDisconnect& event) const {
    put("system_disconnect", {event.system.str()});
  }
  void operator()(const DeviceConnect& event) const {
    put("device_connect", {event.system.str(), event.device.str(), event.spec.str()});
  }
  void operator()(const DeviceDisconnect& event) const {
    put("device_disconnect", {event.device.str()});
  }
  void operator()(const RequesterCreate& event) const {
    put("requester_create", {event.system.str(), event.requester.str(), event.spec.str()});
  }
  void operator()(const RequesterCancel& event) const {
    put("requester_cancel", {event.requester.str()});
  }

 private:
  void put(const char* name, std::initializer_list<std::string_view> texts) const {
    put_compound_of_atoms(term, name, texts);
  }
};

TaxonomyKind get_taxonomy_kind(const std::string& text) {
  static constexpr std::array kKinds = {
      std::pair{"module", TaxonomyKind::Module},
      std::pair{"category", TaxonomyKind::Category},
      std::pair{"subcategory", TaxonomyKind::Subcategory},
      std::pair{"aspect", TaxonomyKind::Aspect},
      std::pair{"value", TaxonomyKind::Value},
      std::pair{"quantity", TaxonomyKind::Quantity},
      std::pair{"unit", TaxonomyKind::Unit},
      std::pair{"prefix", TaxonomyKind::Prefix},
      std::pair{"nearest", TaxonomyKind::Nearest},
  };
  for (const auto& [name, kind] : kKinds) {
    if (text == name) return kind;
  }
  throw Error(ErrorCode::Internal, "the inference engine gave an unknown kind of entry: " + text);
}

DifferenceKind get_difference_kind(const std::string& text) {
  static constexpr std::array kKinds = {
      std::pair{"group", DifferenceKind::Group},
      std::pair{"term", DifferenceKind::Term},
      std::pair{"value", DifferenceKind::Value},
      std::pair{"element", DifferenceKind::Element},
      std::pair{"registration_unit", DifferenceKind::RegistrationUnit},
      std::pair{"code_interface", DifferenceKind::CodeInterface},
      std::pair{"state", DifferenceKind::State},
      std::pair{"match_condition", DifferenceKind::MatchCondition},
      std::pair{"state_adjust", DifferenceKind::StateAdjust},
      std::pair{"connection", DifferenceKind::Connection},
  };
  for (const auto& [name, kind] : kKinds) {
    if (text == name) return kind;
  }
  throw Error(ErrorCode::Internal,
              "the inference engine gave an unknown kind of difference: " + text);
}

std::vector<std::optional<std::string>> get_optionals(term_t list) {
  std::vector<std::optional<std::string>> optionals;
  for (std::string& text : get_texts(list)) optionals.push_back(get_optional(std::move(text)));
  return optionals;
}

ElementComparison get_element_comparison(const Row& row) {
  row.expect("table", 4);
  ElementComparison comparison{row.text(1), row.text(2), get_optionals(row.argument(3)), {}};
  for_each(row.argument(4), [&](term_t term) {
    const Row aspect(term);
    aspect.expect("row", 3);
    comparison.aspects.push_back(
        {aspect.text(1), aspect.text(2), get_optionals(aspect.argument(3))});
  });
  return comparison;
}

void throw_problem(const Row& outcome, ErrorCode code = ErrorCode::Conflict) {
  if (outcome.is("problem", 1)) throw Error(code, outcome.text(1));
}

// What predicate(+Session, -List) gives, each element by `get`, sorted.
template <class Impl, class Get>
auto sorted_list(const Impl& session, const char* predicate, const Get& get) {
  return session.seat.call([&](Call& call) {
    term_t const arguments = new_terms(2);
    put_integer(arguments, session.id);
    call.run(predicate, 2, arguments);
    return get_sorted(arguments + 1, get);
  });
}

}  // namespace

Session::Impl::Impl(const SessionOptions& options) {
  seat.call([&](Call& call) {
    term_t const arguments = new_terms(2);
    const bool shared = options.transport == Transport::Shared;
    put_list(
        arguments, std::array{shared ? "shared" : "whole_device"},
        [](term_t term, const char* name) { put_compound_of_atoms(term, "transport", {name}); });
    call.run("api_open", 2, arguments);
    id = get_integer(arguments + 1);
  });
}

Session::Impl::~Impl() {
  const auto close = [id = id](Call& call) {
    term_t const argument = new_term();
    put_integer(argument, id);
    call.run("api_close", 1, argument);
  };
  try {
    if (in_callback()) {
      seat.post(close);
    } else {
      seat.call(close);
    }
  } catch (...) {
    // The session leaks inside the engine; a destructor has nobody to tell.
    return;
  }
}

Session::Session(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Session::Impl& Session::impl() const {
  if (!impl_) throw Error(ErrorCode::Conflict, "this session was moved away");
  return *impl_;
}

LoadReport Session::load(const std::vector<Source>& sources, const Progress& progress) {
  const std::vector<SourceContent> contents = read_all(sources);
  return impl().seat.call({nullptr, &progress}, [&](Call& call) {
    term_t const arguments = new_terms(3);
    put_integer(arguments, impl().id);
    put_list(arguments + 1, contents, put_source);
    call.run("api_load", 3, arguments);
    return get_load_report(arguments + 2, contents);
  });
}

LoadReport Session::replace(const std::vector<Source>& sources, const Narrator& narrator) {
  const std::vector<SourceContent> contents = read_all(sources);
  return impl().seat.call({&narrator, nullptr}, [&](Call& call) {
    term_t const arguments = new_terms(5);
    put_integer(arguments, impl().id);
    put_list(arguments + 1, contents, put_source);
    put_atom(arguments + 2, narrator ? "host" : "silent");
    call.run("api_replace", 5, arguments);
    LoadReport report = get_load_report(arguments + 4, contents);
    report.changes = get_outlet_changes(arguments + 3);
    return report;
  });
}

std::vector<Diagnostic> Session::check() const {
  return impl().seat.call([&](Call& call) {
    term_t const arguments = new_terms(2);
    put_integer(arguments, impl().id);
    call.run("api_check", 2, arguments);
    return get_diagnostics(arguments + 1);
  });
}

std::vector<Event> Session::scenario() const {
  return impl().seat.call([&](Call& call) {
    term_t const arguments = new_terms(2);
    put_integer(arguments, impl().id);
    call.run("api_scenario", 2, arguments);
    std::vector<Event> events;
    for_each(arguments + 1, [&](term_t term) { events.push_back(get_event(Row(term))); });
    return events;
  });
}

Outcome Session::replay(const Event& event, const Narrator& narrator) {
  return impl().seat.call({&narrator, nullptr}, [&](Call& call) {
    term_t const arguments = new_terms(5);
    put_integer(arguments, impl().id);
    std::visit(PutEvent{arguments + 1}, event);
    put_atom(arguments + 2, narrator ? "host" : "silent");
    call.run("api_event", 5, arguments);
    Outcome outcome{get_outlet_changes(arguments + 3), get_diagnostics(arguments + 4)};
    for (const Diagnostic& diagnostic : outcome.warnings) {
      if (diagnostic.severity != Severity::Error) continue;
      std::optional<SourcePosition> where;
      if (!diagnostic.file.empty()) {
        where = SourcePosition{diagnostic.file, diagnostic.line, diagnostic.column};
      }
      throw Error(ErrorCode::Conflict, diagnostic.sentence, std::move(where));
    }
    return outcome;
  });
}

std::vector<Transaction> Session::transactions() const {
  return sorted_list(impl(), "api_transactions", get_transaction);
}

std::vector<OutletState> Session::outlets() const {
  return sorted_list(impl(), "api_outlets", get_outlet_state);
}

std::vector<RegistrationUnit> Session::registration_units() const {
  return sorted_list(impl(), "api_units", get_registration_unit);
}

std::vector<DeviceState> Session::states() const {
  return sorted_list(impl(), "api_states", get_device_state);
}

std::vector<CodeInterfaceEntry> Session::code_interfaces() const {
  return sorted_list(impl(), "api_code_interfaces", get_code_interface);
}

std::vector<DataInterfaceEntry> Session::data_interfaces() const {
  return sorted_list(impl(), "api_data_interfaces", get_data_interface);
}

std::vector<TaxonomyEntry> Session::taxonomy(const std::vector<std::string>& words) const {
  return impl().seat.call([&](Call& call) {
    term_t const arguments = new_terms(3);
    put_integer(arguments, impl().id);
    put_list(arguments + 1, words,
             [](term_t term, const std::string& word) { put_string(term, word); });
    call.run("api_taxonomy", 3, arguments);
    std::vector<TaxonomyEntry> entries;
    for_each(arguments + 2, [&](term_t term) {
      const Row row(term);
      row.expect("entry", 4);
      entries.push_back({get_taxonomy_kind(row.text(1)), row.text(2), row.text(3), row.text(4)});
    });
    return entries;
  });
}

Unit Session::unit(const std::string& name) const {
  return impl().seat.call([&](Call& call) {
    term_t const arguments = new_terms(3);
    put_integer(arguments, impl().id);
    put_name(arguments + 1, name);
    call.run("api_unit", 3, arguments);
    throw_problem(Row(arguments + 2), ErrorCode::Invalid);
    return get_unit(arguments + 2);
  });
}

SpecEquivalence Session::equal(const DeviceSpecName& left, const DeviceSpecName& right) const {
  return impl().seat.call([&](Call& call) -> SpecEquivalence {
    term_t const arguments = new_terms(4);
    put_integer(arguments, impl().id);
    put_name(arguments + 1, left.str());
    put_name(arguments + 2, right.str());
    call.run("api_equal", 4, arguments);
    const Row outcome(arguments + 3);
    throw_problem(outcome);
    if (outcome.is("equivalent", 0)) return {};
    outcome.expect("difference", 5);
    return {false,
            SpecDifference{get_difference_kind(outcome.text(1)), outcome.text(2), outcome.text(3),
                           get_optional(outcome.text(4)), get_optional(outcome.text(5))}};
  });
}

std::vector<ElementComparison> Session::compare(const std::vector<DeviceSpecName>& specs) const {
  return impl().seat.call([&](Call& call) {
    term_t const arguments = new_terms(3);
    put_integer(arguments, impl().id);
    put_list(arguments + 1, specs,
             [](term_t term, const DeviceSpecName& spec) { put_name(term, spec.str()); });
    call.run("api_compare", 3, arguments);
    const Row outcome(arguments + 2);
    throw_problem(outcome);
    outcome.expect("tables", 1);
    std::vector<ElementComparison> comparisons;
    for_each(outcome.argument(1),
             [&](term_t term) { comparisons.push_back(get_element_comparison(Row(term))); });
    return comparisons;
  });
}

}  // namespace ddb

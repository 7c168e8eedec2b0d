// SPDX-License-Identifier: Apache-2.0
#include "ddb/engine.hpp"

#include <utility>

#include "prolog_runtime.hpp"
#include "session_impl.hpp"

namespace ddb {

Engine::Engine() { detail::start_prolog(); }

Session Engine::open(const SessionOptions& options) const {
  return Session(std::make_unique<Session::Impl>(options));
}

Source::Source(std::string name, std::string text, bool is_file, SourceRole role)
    : name_(std::move(name)), text_(std::move(text)), is_file_(is_file), role_(role) {}

Source Source::file(const std::filesystem::path& path, SourceRole role) {
  return {path.string(), "", true, role};
}

Source Source::text(const SourceName& name, std::string text, SourceRole role) {
  return {name.str(), std::move(text), false, role};
}

}  // namespace ddb

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include "commands.hpp"
#include "ports.hpp"

namespace ddb::bus::command {

namespace {

using match::Colour;
using match::Terminal;
using store::Entry;
using store::LeaseState;

bool has_agent(const std::vector<LeaseState>& leases, const std::string& node) {
  return std::any_of(leases.begin(), leases.end(),
                     [&](const LeaseState& it) { return it.lease.node == node && it.is_live(); });
}

void print_line(const std::string& name, const std::string& value, Colour colour = Colour::None) {
  if (value.empty()) return;
  constexpr std::size_t kWidth = 10;
  Terminal::output().write(name + std::string(kWidth - name.size(), ' '));
  Terminal::output().write(value, colour);
  Terminal::output().write("\n");
}

// What moves the port on from here, by the table.
std::string next_of(store::Status status) {
  std::string text;
  for (const store::Transition& it : store::transitions()) {
    if (it.from != status || it.mover == store::Mover::User) continue;
    if (!text.empty()) text += "; ";
    text += std::string(it.to ? store::status_name(*it.to) : "removed") + " by the " +
            std::string(store::mover_name(it.mover)) + ": " + std::string(it.when);
  }
  return text;
}

void print_node(const std::string& name, const std::string& node, bool is_alive) {
  print_line(name, node + (is_alive ? "" : " (no agent runs there: start ddb-agent)"),
             is_alive ? Colour::None : Colour::Yellow);
}

void print_json(const Entry& entry, const std::vector<LeaseState>& leases) {
  ddb::detail::JsonWriter writer;
  writer.begin('{');
  write_members(writer, entry);
  writer.key("master_has_agent");
  writer.literal(has_agent(leases, entry.key.master()) ? "true" : "false");
  writer.key("provider_has_agent");
  writer.literal(has_agent(leases, entry.key.provider()) ? "true" : "false");
  writer.end('}');
  Terminal::output().write(writer.take() + "\n");
}

Entry find(store::Store& store, const ShowOptions& options) {
  if (options.key.empty()) return entry_of(store, options.which);
  const store::Key key = store::Key::parse(options.key);
  const std::optional<Entry> entry = store.get(key);
  if (entry) return *entry;
  throw std::runtime_error("there is no port " + key.text() + " in " + store.place() +
                           "; 'ddb-bus list' shows what there is");
}

}  // namespace

ExitCode show(const ShowOptions& options) {
  const auto store = open_store(options.store);
  const Entry entry = find(*store, options);
  const store::Key& key = entry.key;
  const auto leases = store->leases({key.master(), key.provider()});
  if (options.form == Form::Json) {
    print_json(entry, leases);
    return ExitCode::Done;
  }
  print_line("key", key.text(), Colour::Bold);
  print_line("status", std::string(store::status_name(entry.status)), colour_of(entry.status));
  print_line("since", local_time_text(entry));
  print_line("next", next_of(entry.status));
  print_line("error", entry.last_error, Colour::Red);
  print_line("protected", entry.protection, protection_colour_of(entry.protection));
  print_line("device", device_text(entry));
  if (entry.device) {
    print_line("serial", entry.device->serial);
    print_line("digest", entry.device->digest);
  }
  if (entry.grace) {
    print_line("grace",
               store::grace_text(*entry.grace) + (entry.grace == store::kForEver ? "" : " s"));
  }
  print_line("bus", key.bus());
  print_node("master", key.master(), has_agent(leases, key.master()));
  print_node("provider", key.provider(), has_agent(leases, key.provider()));
  print_line("protocol", key.protocol());
  print_line("port", key.port());
  return ExitCode::Done;
}

}  // namespace ddb::bus::command

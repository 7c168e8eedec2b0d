// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <sstream>

#include "commands.hpp"
#include "composition.hpp"
#include "ports.hpp"
#include "refusal.hpp"

namespace ddb::bus::command {

namespace {

using match::Colour;
using match::Terminal;
using store::Key;
using Clock = std::chrono::steady_clock;

std::string text_of_file(const std::string& path) {
  std::ostringstream text;
  if (path == "-") {
    text << std::cin.rdbuf();
  } else {
    std::error_code error;
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path, error)) {
      throw InputError("cannot read " + path + "; name a file that is there");
    }
    text << file.rdbuf();
    if (file.bad()) throw InputError("cannot read " + path);
  }
  return text.str();
}

class Report {
 public:
  Report(Form form, bool is_dry_run) : form_(form), is_dry_run_(is_dry_run) {}

  void line(std::string_view action, const Key& key, const WantedPort* wanted, bool is_done) const {
    if (form_ == Form::Json) {
      print_json(action, key, wanted, is_done && !is_dry_run_);
    } else {
      print_text(action, key, wanted);
    }
    // What is done is told, whatever comes next.
    Terminal::output().flush();
  }

 private:
  static void print_text(std::string_view action, const Key& key, const WantedPort* wanted) {
    constexpr std::size_t kWidth = 8;
    const Colour colour = action == "keep"     ? Colour::Dim
                          : action == "delete" ? Colour::Yellow
                                               : Colour::Green;
    Terminal::output().write(std::string(action), colour);
    Terminal::output().write(std::string(kWidth - action.size(), ' ') + key.text());
    if (wanted != nullptr) {
      Terminal::output().write("  " + joined(wanted->devices) + " for " +
                               joined(wanted->requesters));
    }
    Terminal::output().write("\n");
  }

  static std::string joined(const std::set<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
  }

  static void print_json(std::string_view action, const Key& key, const WantedPort* wanted,
                         bool is_done) {
    ddb::detail::JsonWriter writer;
    writer.begin('{');
    writer.member("action", action);
    writer.key("done");
    writer.literal(is_done ? "true" : "false");
    write_members(writer, key);
    const auto list = [&](const char* name, const std::set<std::string>& names) {
      writer.key(name);
      writer.begin('[');
      for (const std::string& one : names) writer.value(one);
      writer.end(']');
    };
    list("devices", wanted == nullptr ? std::set<std::string>() : wanted->devices);
    list("requesters", wanted == nullptr ? std::set<std::string>() : wanted->requesters);
    writer.end('}');
    Terminal::output().write(writer.take() + "\n");
  }

  Form form_;
  bool is_dry_run_;
};

// Adds a port, with what its bus says; false if something is in the way, which is told.
bool add_port(store::Store& store, const Report& report, const WantedPort& port) {
  const store::Attempt attempt = store.add(port.key);
  if (const auto why = refusal_of(port.key, attempt)) {
    tell(*why);
    return false;
  }
  if (port.grace) store::set_grace(store, port.key, *port.grace);
  report.line("add", port.key, &port, true);
  return true;
}

// Adds ports when they are free, as long as there is time; gives those that are left.
std::vector<WantedPort> add_when_free(store::Store& store, const Report& report,
                                      std::vector<WantedPort> ports, std::chrono::seconds longest) {
  const auto end = Clock::now() + longest;
  const auto watch = store.watch();
  while (!ports.empty()) {
    std::set<std::pair<std::string, std::string>> taken;
    for (const store::Entry& entry : store.list().entries) {
      taken.emplace(entry.key.provider(), entry.key.port());
    }
    std::vector<WantedPort> left;
    for (const WantedPort& port : ports) {
      const bool is_taken = taken.contains({port.key.provider(), port.key.port()});
      if (is_taken || !add_port(store, report, port)) left.push_back(port);
    }
    ports = std::move(left);
    const auto now = Clock::now();
    if (ports.empty() || now >= end) break;
    watch->wait(std::chrono::duration_cast<std::chrono::milliseconds>(end - now));
  }
  return ports;
}

// Does what is planned. Nothing of it needs what comes after it, and all of it may be done again.
ExitCode carry_out(store::Store& store, const Plan& plan, const ApplyOptions& options) {
  const Report report(options.form, options.is_dry_run);
  for (const WantedPort& port : plan.keep) {
    // The try before may have ended between the two.
    if (port.grace && !options.is_dry_run) store::set_grace(store, port.key, *port.grace);
    report.line("keep", port.key, &port, true);
  }
  for (const store::Entry& entry : plan.remove) {
    if (!options.is_dry_run) store::mark_to_delete(store, entry.key);
    report.line("delete", entry.key, nullptr, true);
  }
  bool is_whole = true;
  for (const WantedPort& port : plan.add) {
    if (options.is_dry_run) {
      report.line("add", port.key, &port, false);
    } else {
      is_whole = add_port(store, report, port) && is_whole;
    }
  }
  std::vector<WantedPort> left = plan.add_later;
  if (!options.is_dry_run && options.wait.count() > 0) {
    left = add_when_free(store, report, std::move(left), options.wait);
  }
  for (const WantedPort& port : left) report.line("wait", port.key, &port, false);
  if (plan.keep.size() + plan.remove.size() + plan.add.size() + plan.add_later.size() == 0) {
    tell("there is nothing to do: no device is matched for another computer");
  }
  if (options.is_dry_run) return ExitCode::Done;
  if (!left.empty()) {
    tell(
        std::to_string(left.size()) + (left.size() == 1 ? " port has" : " ports have") +
        " to leave another bus first, which the agents do; then give this command again, or let it "
        "wait with --wait");
    is_whole = false;
  }
  return is_whole ? ExitCode::Done : ExitCode::InputErrors;
}

}  // namespace

ExitCode apply(const ApplyOptions& options) {
  const MatchResult result = read_result(text_of_file(options.result), options.result);
  const Where where = read_where(text_of_file(options.where), options.where);
  const auto store = open_store(options.store);
  const store::Listing listing = store->list();
  tell_complaints(listing);
  const Plan plan = make_plan(result, where, listing.entries);

  for (const std::string& device : plan.local_devices) {
    tell(device + " is plugged in where it is wanted, and needs no bus");
  }
  try {
    return carry_out(*store, plan, options);
  } catch (const store::Error& error) {
    throw std::runtime_error(std::string(error.what()) +
                             "; then give this command again: what is told above is done");
  }
}

}  // namespace ddb::bus::command

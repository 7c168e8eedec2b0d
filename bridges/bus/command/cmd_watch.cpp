// SPDX-License-Identifier: Apache-2.0
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "commands.hpp"
#include "ports.hpp"

namespace ddb::bus::command {

namespace {

using match::Colour;
using match::Terminal;
using store::Change;

// A descriptor that is readable when the program is asked to end.
class EndSignals {
 public:
  EndSignals() {
    sigset_t signals{};
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    descriptor_ = signalfd(-1, &signals, SFD_CLOEXEC);
    if (descriptor_ < 0) {
      throw std::system_error(errno, std::generic_category(), "signals cannot be waited for");
    }
  }
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;
  ~EndSignals() { close(descriptor_); }
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_ = -1;
};

std::string_view event_of(const Change& change) {
  if (!change.entry) return "removed";
  if (!change.before) return change.is_step ? "added" : "present";
  return change.before == change.entry->status ? "noted" : "changed";
}

void print_text(const Change& change) {
  Terminal& terminal = Terminal::output();
  if (change.entry) terminal.write(local_time_text(*change.entry) + "  ", Colour::Dim);
  terminal.write(change.key.text() + "  ");
  if (change.before && (!change.entry || change.before != change.entry->status)) {
    terminal.write(store::status_name(*change.before), colour_of(*change.before));
    terminal.write(" -> ");
  }
  if (!change.entry) {
    terminal.write("removed\n");
    return;
  }
  terminal.write(store::status_name(change.entry->status), colour_of(change.entry->status));
  const std::string device = device_text(*change.entry);
  if (!device.empty()) terminal.write("  " + device);
  if (!change.entry->last_error.empty())
    terminal.write("  " + change.entry->last_error, Colour::Red);
  terminal.write("\n");
}

void print_json(const Change& change) {
  ddb::detail::JsonWriter writer;
  writer.begin('{');
  writer.member("event", event_of(change));
  writer.key("before");
  if (change.before) {
    writer.value(store::status_name(*change.before));
  } else {
    writer.literal("null");
  }
  if (change.entry) {
    write_members(writer, *change.entry);
  } else {
    write_members(writer, change.key);
    writer.key("revision");
    writer.literal(std::to_string(change.revision.number));
  }
  writer.end('}');
  Terminal::output().write(writer.take() + "\n");
}

// Tells when the store is out of reach, and when it is back.
class Contact {
 public:
  explicit Contact(std::string place) : place_(std::move(place)) {}
  void see(const store::Watch& watch) {
    const std::optional<store::Error> trouble = watch.trouble();
    if (trouble && !is_lost_) tell(std::string(trouble->what()) + "; trying again");
    if (!trouble && is_lost_) {
      const bool has_gap = watch.readings() != readings_;
      tell(place_ + " is followed again; " +
           (has_gap ? "statuses in between may be missing" : "nothing was missed"));
    }
    is_lost_ = trouble.has_value();
    if (!is_lost_) readings_ = watch.readings();
  }

 private:
  std::string place_;
  bool is_lost_ = false;
  std::size_t readings_ = 0;
};

}  // namespace

ExitCode watch(const ListOptions& options) {
  const EndSignals end;
  const Selection selection(options.which, options.node);
  const auto store = open_store(options.store);
  const auto watch = store->watch(selection.filter());
  Contact contact(store->place());
  for (;;) {
    for (const Change& change : watch->take()) {
      if (!selection.has(change.key)) continue;
      if (options.form == Form::Json) {
        print_json(change);
      } else {
        print_text(change);
      }
    }
    Terminal::output().flush();
    contact.see(*watch);
    std::array<pollfd, 2> waiting = {pollfd{watch->descriptor(), POLLIN, 0},
                                     pollfd{end.descriptor(), POLLIN, 0}};
    if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) {
      throw std::system_error(errno, std::generic_category(), "cannot wait for changes");
    }
    if (waiting[1].revents != 0) return ExitCode::Done;
  }
}

}  // namespace ddb::bus::command

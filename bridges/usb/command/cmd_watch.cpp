// SPDX-License-Identifier: Apache-2.0
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "commands.hpp"
#include "ddb/usb/live/monitor.hpp"
#include "devices.hpp"
#include "terminal.hpp"

namespace ddb::usb::command {

namespace {

using live::Change;
using live::ChangeKind;
using match::Colour;
using match::Terminal;

// A descriptor that is readable when the program is asked to end.
class End {
 public:
  End() {
    sigset_t signals{};
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    number_ = signalfd(-1, &signals, SFD_CLOEXEC);
    if (number_ < 0) throw std::system_error(errno, std::generic_category(), "cannot wait");
  }
  End(const End&) = delete;
  End& operator=(const End&) = delete;
  ~End() { close(number_); }
  int get() const { return number_; }

 private:
  int number_ = -1;
};

Colour colour_of(ChangeKind kind) {
  if (kind == ChangeKind::Arrived) return Colour::Green;
  return kind == ChangeKind::Departed ? Colour::Red : Colour::Yellow;
}

void print_text(const Change& change, const live::UsbIds& ids) {
  const live::SeenDevice& device = change.device;
  Terminal& terminal = Terminal::output();
  terminal.write(live::change_kind_name(change.kind), colour_of(change.kind));
  terminal.write("  " + device.port + "  " + ids_text(device) + "  " + name_of(device, ids));
  if (change.kind != ChangeKind::Departed) {
    const std::string functions = joined(functions_of(device));
    const std::string drivers = joined(drivers_of(device));
    if (!functions.empty()) terminal.write("  " + functions);
    if (!drivers.empty()) terminal.write("  [" + drivers + "]");
  }
  terminal.write("\n");
  if (change.kind == ChangeKind::Arrived) tell_not_read(device);
}

void print_json(const Change& change, const live::UsbIds& ids) {
  ddb::detail::JsonWriter writer;
  writer.begin('{');
  writer.member("event", live::change_kind_name(change.kind));
  write_members(writer, change.device, ids);
  writer.end('}');
  Terminal::output().write(writer.take() + "\n");
}

}  // namespace

ExitCode watch(Form form) {
  const End end;
  const live::UsbIds ids;
  live::Monitor monitor;
  for (;;) {
    for (const Change& change : monitor.take()) {
      if (form == Form::Json) {
        print_json(change, ids);
      } else {
        print_text(change, ids);
      }
    }
    Terminal::output().flush();
    std::array<pollfd, 2> waiting = {pollfd{monitor.descriptor(), POLLIN, 0},
                                     pollfd{end.get(), POLLIN, 0}};
    if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) {
      throw std::system_error(errno, std::generic_category(), "cannot wait for devices");
    }
    if (waiting[1].revents != 0) return ExitCode::Done;
  }
}

}  // namespace ddb::usb::command

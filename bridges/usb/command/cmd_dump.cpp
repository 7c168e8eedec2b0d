// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"
#include "ddb/usb/dump.hpp"
#include "ddb/usb/live/answers.hpp"
#include "devices.hpp"
#include "opened.hpp"
#include "terminal.hpp"

namespace ddb::usb::command {

ExitCode dump(const DumpOptions& options) {
  const live::UsbIds ids;
  live::SeenDevice device = choose(look(options.place), options.which, ids);
  tell_not_read(device);
  live::Answers answers;
  if (options.open) answers = answers_of(device);
  const Reading reading = live::read(device);
  const Strings strings = live::strings_of(device, reading, answers);
  match::Terminal::output().write(options.form == Form::Json ? dump_json(reading, strings)
                                                             : dump_text(reading, strings));
  return reading.failed() ? ExitCode::InputErrors : ExitCode::Done;
}

}  // namespace ddb::usb::command

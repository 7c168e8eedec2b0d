// SPDX-License-Identifier: Apache-2.0
#include "opened.hpp"

#include "terminal.hpp"

namespace ddb::usb::command {

live::Answers answers_of(live::SeenDevice& device) {
  live::Answers answers = live::open_and_ask(device, live::read(device));
  for (const std::string& sentence : answers.not_answered) {
    match::Terminal::error().write("ddb-usb: " + device.port + ": " + sentence + "\n");
  }
  match::Terminal::error().flush();
  device.reports.insert(device.reports.end(), answers.reports.begin(), answers.reports.end());
  return answers;
}

}  // namespace ddb::usb::command

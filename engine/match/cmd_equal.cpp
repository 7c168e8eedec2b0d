// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"
#include "inputs.hpp"
#include "json.hpp"
#include "terminal.hpp"

namespace ddb::match {

namespace {

void print_side(const std::string& path, const std::optional<std::string>& has) {
  Terminal& output = Terminal::output();
  output.write("  " + path + ": ");
  if (has) {
    output.write(*has + "\n");
  } else {
    output.write("nothing\n", Colour::Dim);
  }
}

}  // namespace

ExitCode equal(const Inputs& inputs, const std::string& left, const std::string& right,
               ResultOutput output) {
  const Engine engine;
  Session session = engine.open();
  if (!load(session, sources_of(inputs)).loaded) return ExitCode::InputErrors;
  const SpecEquivalence result = session.equal(DeviceSpecName(left), DeviceSpecName(right));
  Terminal& terminal = Terminal::output();
  if (output == ResultOutput::Json) {
    terminal.write(to_json(left, right, result) + "\n");
  } else if (!result.difference) {
    terminal.write(left + " and " + right + " are equivalent\n");
  } else {
    std::string kind(name_of(result.difference->kind));
    for (char& c : kind) c = c == '_' ? ' ' : c;
    terminal.write(left + " and " + right + " are not equivalent; the first difference, " + kind +
                   ":\n");
    print_side(result.difference->left_path, result.difference->left);
    print_side(result.difference->right_path, result.difference->right);
  }
  return result.equivalent ? ExitCode::Done : ExitCode::NotEquivalent;
}

}  // namespace ddb::match

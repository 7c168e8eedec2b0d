// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"
#include "drawing.hpp"
#include "inputs.hpp"
#include "output_file.hpp"

namespace ddb::match {

ExitCode graph(const GraphOptions& options) {
  const Engine engine;
  Session session = engine.open();
  if (!load(session, sources_of(options.inputs)).loaded) return ExitCode::InputErrors;
  const SpecStructure structure = session.structure(DeviceSpecName(options.spec));
  std::string text = drawing::to_dot(options.spec, structure);
  if (options.format == GraphFormat::Svg) text = drawing::to_svg(text);
  write_result(options.output, text);
  return ExitCode::Done;
}

}  // namespace ddb::match

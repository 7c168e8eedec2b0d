// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>

#include "commands.hpp"
#include "ddb/engine.hpp"
#include "ddb/usb/live/answers.hpp"
#include "devices.hpp"
#include "drawing.hpp"
#include "opened.hpp"
#include "output_file.hpp"
#include "terminal.hpp"

namespace ddb::usb::command {

namespace {

namespace fs = std::filesystem;

// A spec and the text that declares it.
struct Spec {
  std::string name;
  std::string text;
};

// Installed commands and descriptions have one prefix, wherever it is.
fs::path installed_descriptions() {
  std::error_code none;
  const fs::path program = fs::read_symlink("/proc/self/exe", none);
  return program.parent_path().parent_path() / "share" / "ddb" / "descriptions";
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failure;
  for (fs::recursive_directory_iterator it(folder, failure), end; !failure && it != end;
       it.increment(failure)) {
    if (it->path().extension() == ".pl") files.push_back(it->path());
  }
  if (failure) {
    throw std::runtime_error("cannot look into '" + folder.string() + "': " + failure.message());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void load_or_throw(Session& session, const std::vector<ddb::Source>& sources) {
  const LoadReport report = session.load(sources);
  for (const Diagnostic& it : report.diagnostics) match::print(it);
  if (!report.loaded) throw std::runtime_error("the description has errors");
}

// The description that claims the device by usb_identity/3, if one does.
std::optional<Spec> written_spec(const DescribeRequest& request, const live::SeenDevice& device) {
  fs::path folder = request.descriptions;
  std::error_code none;
  if (folder.empty()) {
    folder = installed_descriptions();
    if (!fs::is_directory(folder, none)) return std::nullopt;
  }
  const std::vector<fs::path> files = files_in(folder);
  std::vector<ddb::Source> sources;
  sources.reserve(files.size());
  for (const fs::path& file : files) sources.push_back(ddb::Source::file(file));
  Session session = Engine().open();
  load_or_throw(session, sources);
  const UsbIdentity identity{device.vendor, device.product};
  std::vector<std::string> claims;
  for (const DeviceSpecEntry& it : session.device_specs()) {
    const auto& all = it.identities;
    if (std::find(all.begin(), all.end(), identity) != all.end()) claims.push_back(it.spec.str());
  }
  if (claims.empty()) return std::nullopt;
  if (claims.size() > 1) {
    throw std::runtime_error("several descriptions claim " + ids_text(device) + ": " +
                             joined(claims) + "; leave one usb_identity/3, or use --derived");
  }
  Spec spec{claims.front(), ""};
  // Whatever a file says of a spec, the spec is the first thing that it names.
  for (const fs::path& file : files) {
    std::string text = text_of(file);
    if (text.find("(" + spec.name + ",") == std::string::npos) continue;
    spec.text += (spec.text.empty() ? "" : "\n") + text;
  }
  return spec;
}

std::string as_json(const Spec& spec) {
  const Conversion conversion = Engine().convert(
      ddb::Source::text(SourceName(spec.name + ".pl"), spec.text), SourceFormat::Json);
  for (const Diagnostic& it : conversion.diagnostics) match::print(it);
  if (!conversion.text) throw std::runtime_error("the description cannot be written as JSON");
  return *conversion.text;
}

std::string picture_of(const Spec& spec, Picture picture) {
  Session session = Engine().open();
  load_or_throw(session, {ddb::Source::text(SourceName(spec.name + ".pl"), spec.text)});
  const std::string dot = drawing::to_dot(spec.name, session.structure(DeviceSpecName(spec.name)));
  return picture == Picture::Svg ? drawing::to_svg(dot) : dot;
}

}  // namespace

ExitCode describe(const DescribeRequest& request) {
  const live::UsbIds ids;
  live::SeenDevice device = choose(look(request.place), request.which, ids);
  tell_not_read(device);
  std::optional<Spec> spec;
  if (!request.derived) spec = written_spec(request, device);
  if (spec) {
    match::write_result(request.output, request.picture != Picture::None
                                            ? picture_of(*spec, request.picture)
                                        : request.form == Form::Json ? as_json(*spec)
                                                                     : spec->text);
    return ExitCode::Done;
  }

  if (device.descriptors.empty()) {
    throw std::runtime_error("there is nothing to describe: the descriptors of " +
                             ids_text(device) + " could not be read");
  }
  live::Answers answers;
  if (request.open) answers = answers_of(device);
  const Reading reading = live::read(device);
  if (!reading.device.descriptor && reading.device.configurations.empty()) {
    throw std::runtime_error(
        "there is nothing to describe: these bytes have neither a device descriptor nor a "
        "configuration; give the bytes of /sys/bus/usb/devices/PORT/descriptors");
  }
  for (const Complaint& it : reading.complaints) {
    match::Terminal::error().write("ddb-usb: byte " + std::to_string(it.offset) + ": " +
                                   severity_name(it.severity) + ": " + it.sentence + "\n");
  }
  match::Terminal::error().flush();
  const Description description =
      usb::describe(reading, live::describe_options(device, reading, ids, answers));
  std::string text;
  if (request.picture != Picture::None) {
    text = picture_of({description.spec, to_terms(description)}, request.picture);
  } else {
    text = request.form == Form::Json ? to_json(description) : to_terms(description);
  }
  match::write_result(request.output, text);
  return reading.failed() ? ExitCode::InputErrors : ExitCode::Done;
}

}  // namespace ddb::usb::command

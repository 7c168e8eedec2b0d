// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

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

// The descriptions that go before derived ones.
class WrittenSpecs {
 public:
  explicit WrittenSpecs(const DescribeRequest& request) {
    if (request.derived) return;
    fs::path folder = request.descriptions;
    std::error_code none;
    if (folder.empty()) {
      folder = installed_descriptions();
      if (!fs::is_directory(folder, none)) return;
    }
    files_ = files_in(folder);
    std::vector<ddb::Source> sources;
    sources.reserve(files_.size());
    for (const fs::path& file : files_) sources.push_back(ddb::Source::file(file));
    Session session = Engine().open();
    load_or_throw(session, sources);
    for (const DeviceSpecEntry& it : session.device_specs()) {
      for (const UsbIdentity& identity : it.identities) {
        claims_[identity].push_back(it.spec.str());
      }
    }
  }

  // The description that claims the device by usb_identity/3, if one does.
  std::optional<Spec> find(const live::SeenDevice& device) const {
    const auto claims = claims_.find({device.vendor, device.product});
    if (claims == claims_.end()) return std::nullopt;
    if (claims->second.size() > 1) {
      throw std::runtime_error("several descriptions claim " + ids_text(device) + ": " +
                               joined(claims->second) +
                               "; leave one usb_identity/3, or use --derived");
    }
    Spec spec{claims->second.front(), ""};
    // Whatever a file says of a spec, the spec is the first thing that it names.
    for (const fs::path& file : files_) {
      const std::string text = text_of(file);
      if (text.find("(" + spec.name + ",") == std::string::npos) continue;
      spec.text += (spec.text.empty() ? "" : "\n") + text;
    }
    return spec;
  }

 private:
  std::vector<fs::path> files_;
  std::map<UsbIdentity, std::vector<std::string>> claims_;
};

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

// The spec in the form that is wanted.
std::string as_wanted(const DescribeRequest& request, const Spec& spec) {
  if (request.picture != Picture::None) return picture_of(spec, request.picture);
  return request.form == Form::Json ? as_json(spec) : spec.text;
}

struct Described {
  Spec spec;  // in the form that is wanted
  bool failed = false;
};

void tell_complaints(const Reading& reading, const live::SeenDevice& device) {
  const std::string beginning = "ddb-usb: " + (device.port.empty() ? "" : device.port + ": ");
  for (const Complaint& it : reading.complaints) {
    match::Terminal::error().write(beginning + "byte " + std::to_string(it.offset) + ": " +
                                   severity_name(it.severity) + ": " + it.sentence + "\n");
  }
  match::Terminal::error().flush();
}

Described described(const DescribeRequest& request, live::SeenDevice& device,
                    const live::UsbIds& ids, const WrittenSpecs& written) {
  tell_not_read(device);
  if (const std::optional<Spec> spec = written.find(device)) {
    return {{spec->name, as_wanted(request, *spec)}};
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
  tell_complaints(reading, device);
  const Description description =
      usb::describe(reading, live::describe_options(device, reading, ids, answers));
  Described result{{description.spec, ""}, reading.failed()};
  if (request.picture == Picture::None && request.form == Form::Json) {
    result.spec.text = to_json(description);
  } else {
    result.spec.text = as_wanted(request, {description.spec, to_terms(description)});
  }
  return result;
}

std::string file_name(const DescribeRequest& request, std::string spec) {
  std::replace(spec.begin(), spec.end(), '/', '_');
  if (request.picture != Picture::None) {
    return spec + (request.picture == Picture::Svg ? ".svg" : ".dot");
  }
  return spec + (request.form == Form::Json ? ".json" : ".pl");
}

// A file for each kind of device. One device that cannot be described does not keep others from it.
ExitCode describe_all(const DescribeRequest& request, const live::UsbIds& ids) {
  std::vector<live::SeenDevice> devices = look(request.place);
  leave_out_hubs(request.place, devices);
  const fs::path folder = request.output;
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure) {
    throw std::runtime_error("cannot make the folder '" + folder.string() +
                             "': " + failure.message());
  }
  if (devices.empty()) tell_none(false);
  const WrittenSpecs written(request);
  std::map<std::string, std::string> ports;  // of the first of each kind
  ExitCode code = ExitCode::Done;
  for (live::SeenDevice& device : devices) {
    const auto tell = [&device](const std::string& sentence) {
      match::Terminal::error().write("ddb-usb: " + device.port + ": " + sentence + "\n");
      match::Terminal::error().flush();
    };
    Described result;
    try {
      result = described(request, device, ids, written);
    } catch (const std::runtime_error& error) {
      tell(error.what());
      code = ExitCode::InputErrors;
      continue;
    }
    const std::string name = file_name(request, result.spec.name);
    const auto [first, is_new] = ports.emplace(name, device.port);
    if (!is_new) {
      tell("of the same kind as " + first->second + ", which is described in " + name);
      continue;
    }
    if (result.failed) code = ExitCode::InputErrors;
    match::write_result((folder / name).string(), result.spec.text);
  }
  return code;
}

}  // namespace

ExitCode describe(const DescribeRequest& request) {
  const live::UsbIds ids;
  if (request.all) return describe_all(request, ids);
  live::SeenDevice device = choose(look(request.place), request.which, ids);
  const WrittenSpecs written(request);
  const Described result = described(request, device, ids, written);
  match::write_result(request.output, result.spec.text);
  return result.failed ? ExitCode::InputErrors : ExitCode::Done;
}

}  // namespace ddb::usb::command

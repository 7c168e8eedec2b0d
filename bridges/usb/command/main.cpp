// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <string>

#include "commands.hpp"
#include "ddb/version.hpp"
#include "program.hpp"
#include "terminal.hpp"

namespace ddb::usb::command {

namespace {

using match::Terminal;

constexpr const char* kFooter = R"(
Examples:
  ddb-usb list
      shows which devices are plugged in, and what they do
  ddb-usb describe 1-3 > my_device.pl
      writes the description of the device on this port
  ddb-usb describe --graph svg 'usb audio' > picture.svg
      draws the device with this in its name
  ddb-usb describe --all -o my_devices && ddb-match check my_devices
      writes the descriptions of all devices, and looks for mistakes in them
  ddb-usb watch
      tells which devices come and go
  ddb-usb dump 046d:c52b
      shows every descriptor of the device with these ids

WHICH is a port (1-3.2), VENDOR:PRODUCT in hexadecimal digits, or a part of the
name or the serial number; it must be one device only. No device is opened
without --open. Exit status: 0 done, 1 the input has errors or there is no such device
(what is wrong is on standard error), 2 wrong usage. Read more with 'man ddb-usb'.)";

void add_place(CLI::App& command, Place& place) {
  auto* const sysfs =
      command.add_option("--sysfs", place.sysfs, "Look into this tree instead of /sys");
  sysfs->type_name("DIR");
  auto* const descriptors = command.add_option(
      "--descriptors", place.files.descriptors,
      "Take the bytes of a device from this file, as /sys/bus/usb/devices/*/descriptors has them");
  descriptors->type_name("FILE")->excludes(sysfs);
  command
      .add_option("--report-descriptor", place.files.report_files,
                  "Its HID report descriptor; may be repeated, in the order of the interfaces")
      ->type_name("FILE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->needs(descriptors);
  command.add_option("--bos", place.files.bos, "Its binary device object store")
      ->type_name("FILE")
      ->needs(descriptors);
}

CLI::Option* add_which(CLI::App& command, std::string& which) {
  return command.add_option("WHICH", which, "The device: port, VENDOR:PRODUCT or part of the name")
      ->type_name("");
}

ExitCode usage_error(const CLI::App& app, const std::string& sentence) {
  const auto chosen = app.get_subcommands();
  const std::string name = chosen.empty() ? "ddb-usb" : "ddb-usb " + chosen.front()->get_name();
  Terminal::error().write("ddb-usb: " + sentence + "\nTry '" + name + " --help'.\n");
  Terminal::error().flush();
  return ExitCode::WrongUsage;
}

ExitCode parse_and_run(int argc, char** argv) {
  CLI::App app("Shows the USB devices of this computer, and describes what they do.", "ddb-usb");
  app.set_version_flag("--version", std::string("ddb-usb ") + kVersion);
  app.set_help_flag("-h,--help", "Print this help and exit");
  app.require_subcommand(1);
  app.footer(kFooter);
  app.get_formatter()->column_width(28);
  bool json = false;

  ListOptions list_options;
  CLI::App* const list_command = app.add_subcommand("list", "Show which devices are there");
  list_command->add_flag("--json", json, "Print one JSON object a line for each device");
  list_command->add_flag("--hubs", list_options.hubs, "Show hubs as well");
  add_place(*list_command, list_options.place);

  DescribeRequest request;
  std::string graph;
  CLI::App* const describe_command =
      app.add_subcommand("describe", "Write the description of a device");
  auto* const which = add_which(*describe_command, request.which);
  auto* const describe_json =
      describe_command->add_flag("--json", json, "Write it as JSON instead of terms");
  describe_command->add_option("--graph", graph, "Draw it instead: svg (needs Graphviz) or dot")
      ->check(CLI::Validator(
          [](const std::string& name) -> std::string {
            if (name == "svg" || name == "dot") return "";
            return "'" + name + "' is no form of a picture; there are svg and dot";
          },
          ""))
      ->type_name("FORM")
      ->excludes(describe_json);
  describe_command->add_flag("--open", request.open,
                             "Open the device and ask it for ranges and missing strings");
  auto* const descriptions = describe_command->add_option(
      "--descriptions", request.descriptions,
      "Descriptions that go before derived ones, instead of the installed ones");
  descriptions->type_name("DIR");
  describe_command
      ->add_flag("--derived", request.derived, "Derive it although there is a description")
      ->excludes(descriptions);
  auto* const output = describe_command->add_option("-o,--output", request.output,
                                                    "Write this file instead of standard output");
  output->type_name("FILE");
  describe_command
      ->add_flag("--all", request.all,
                 "Describe every device but hubs: a file for each kind, in the folder of --output")
      ->needs(output)
      ->excludes(which);
  add_place(*describe_command, request.place);

  CLI::App* const watch_command = app.add_subcommand("watch", "Tell which devices come and go");
  watch_command->add_flag("--json", json, "Print one JSON object a line for each event");

  DumpOptions dump_options;
  CLI::App* const dump_command = app.add_subcommand("dump", "Show every descriptor of a device");
  add_which(*dump_command, dump_options.which);
  dump_command->add_flag("--json", json, "Print one JSON object");
  dump_command->add_flag("--open", dump_options.open,
                         "Open the device and ask it for what the system does not have");
  add_place(*dump_command, dump_options.place);

  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    Terminal::output().write(app.help());
    return ExitCode::Done;
  } catch (const CLI::CallForVersion& version) {
    Terminal::output().write(std::string(version.what()) + "\n");
    return ExitCode::Done;
  } catch (const CLI::ParseError& error) {
    return usage_error(app, error.what());
  }

  const Form form = json ? Form::Json : Form::Text;
  if (list_command->parsed()) {
    list_options.form = form;
    return list(list_options);
  }
  if (describe_command->parsed()) {
    request.form = form;
    if (!graph.empty()) request.picture = graph == "svg" ? Picture::Svg : Picture::Dot;
    return describe(request);
  }
  if (watch_command->parsed()) return watch(form);
  dump_options.form = form;
  return dump(dump_options);
}

}  // namespace

}  // namespace ddb::usb::command

int main(int argc, char** argv) {
  return ddb::match::run_program("ddb-usb",
                                 [&] { return ddb::usb::command::parse_and_run(argc, argv); });
}

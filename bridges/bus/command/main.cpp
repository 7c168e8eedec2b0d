// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "commands.hpp"
#include "ddb/version.hpp"
#include "program.hpp"
#include "terminal.hpp"
#include "thesis_words.hpp"

namespace ddb::bus::command {

namespace {

using match::Terminal;

constexpr const char* kFooter = R"(
Examples:
  ddb-bus add --bus dbus1 --master 128.194.131.52 --provider 128.194.131.66 --port 1-3
      puts this port of the provider on the bus of the master
  ddb-bus list
      shows all ports, and how they are
  ddb-bus watch
      tells what happens to them
  ddb-bus delete --provider 128.194.131.66 --port 1-3
      takes the port from its bus again
  ddb-bus apply result.jsonl --where where.json --dry-run
      tells what would make the devices of a match usable where they were matched
  ddb-bus -s 10.201.133.212 -p 6379 -b dbus1 -c add -m 128.194.131.52 -p 128.194.131.66 -d 1-3
      the form of the thesis: the first -p is the port of the Redis server

The store is named by --store, else by the environment variable DDB_STORE, else it is
sqlite:/var/lib/ddb/bus.db. Exit status: 0 done, 1 it cannot be done (why, and what helps,
is on standard error), 2 wrong usage. Read more with 'man ddb-bus'.)";

void add_store(CLI::App& command, std::string& store) {
  command
      .add_option("--store", store,
                  "sqlite:PATH or redis://[user:password@]host:port[/db]; default: $DDB_STORE")
      ->type_name("URL");
}

struct WhichOptions {
  CLI::Option* bus;
  CLI::Option* master;
  CLI::Option* provider;
  CLI::Option* port;
};

WhichOptions add_which(CLI::App& command, Which& which) {
  WhichOptions options{};
  options.bus = command.add_option("--bus", which.bus, "The bus: letters, digits, '-' and '_'");
  options.bus->type_name("NAME");
  options.master = command.add_option("--master", which.master, "The node that uses the device");
  options.master->type_name("NODE");
  options.provider = command.add_option("--provider", which.provider, "The node that has the port");
  options.provider->type_name("NODE");
  options.port = command.add_option("--port", which.port, "The port, as usbip names it: 1-3.2");
  options.port->type_name("PORT");
  command.add_option("--protocol", which.protocol, "How the device is reached; default: usbip")
      ->type_name("NAME");
  return options;
}

ExitCode usage_error(const std::string& name, const std::string& sentence) {
  Terminal::error().write("ddb-bus: " + sentence + "\nTry '" + name + " --help'.\n");
  Terminal::error().flush();
  return ExitCode::WrongUsage;
}

ExitCode usage_error(const CLI::App& app, const std::string& sentence) {
  const auto chosen = app.get_subcommands();
  return usage_error(chosen.empty() ? "ddb-bus" : "ddb-bus " + chosen.front()->get_name(),
                     sentence);
}

ExitCode run_thesis_words(const ThesisWords& words) {
  if (words.is_delete) return remove({words.store, words.which, true, Form::Text});
  return add({words.store, words.which, "", Form::Text});
}

ExitCode parse_and_run(int argc, char** argv) {
  try {
    if (const auto words = read_thesis_words({argv + 1, argv + argc}))
      return run_thesis_words(*words);
  } catch (const WrongWords& wrong) {
    return usage_error("ddb-bus", wrong.what());
  }
  CLI::App app("Puts ports of any computer on buses of others, and shows how they are.", "ddb-bus");
  app.set_version_flag("--version", std::string("ddb-bus ") + kVersion);
  app.set_help_flag("-h,--help", "Print this help and exit");
  app.require_subcommand(1);
  app.footer(kFooter);
  app.get_formatter()->column_width(28);
  bool json = false;
  // Before the command's name as well as after it.
  std::string store;
  add_store(app, store);

  AddOptions add_options;
  CLI::App* const add_command = app.add_subcommand("add", "Put a port on a bus");
  const WhichOptions added = add_which(*add_command, add_options.which);
  for (CLI::Option* const option : {added.bus, added.master, added.provider, added.port}) {
    option->required();
  }
  add_command
      ->add_option(
          "--grace", add_options.grace,
          "How long a master without an agent keeps the devices of this bus, in seconds; or "
          "never to take them back")
      ->type_name("SECONDS");
  add_command->add_flag("--json", json, "Print one JSON object");

  DeleteOptions delete_options;
  CLI::App* const delete_command =
      app.add_subcommand("delete", "Take a port from its bus, or all ports of a bus");
  const WhichOptions deleted = add_which(*delete_command, delete_options.which);
  deleted.provider->needs(deleted.port);
  deleted.port->needs(deleted.provider);
  delete_command->add_flag("--yes", delete_options.is_sure,
                           "Do not ask before a whole bus is deleted");
  delete_command->add_flag("--json", json, "Print one JSON object a line for each port");

  ListOptions list_options;
  CLI::App* const list_command = app.add_subcommand("list", "Show ports, a line each");
  CLI::App* const watch_command = app.add_subcommand("watch", "Tell what happens to ports, live");
  for (CLI::App* const command : {list_command, watch_command}) {
    add_which(*command, list_options.which);
    command
        ->add_option("--node", list_options.node, "The node that uses the device or has the port")
        ->type_name("NODE");
  }
  list_command->add_flag("--json", json, "Print one JSON object a line for each port");
  watch_command->add_flag("--json", json, "Print one JSON object a line for each change");

  ShowOptions show_options;
  CLI::App* const show_command = app.add_subcommand("show", "Show all that is known of a port");
  auto* const key =
      show_command->add_option("KEY", show_options.key, "The port as the store names it");
  key->type_name("");
  const WhichOptions shown = add_which(*show_command, show_options.which);
  for (CLI::Option* const option : {shown.bus, shown.master, shown.provider, shown.port}) {
    key->excludes(option);
  }
  show_command->add_flag("--json", json, "Print one JSON object");

  GraphOptions graph_options;
  CLI::App* const graph_command =
      app.add_subcommand("graph", "Draw the statuses of a port, and who moves it");
  graph_command->add_flag("--svg", graph_options.is_svg,
                          "Lay the picture out, as SVG; needs Graphviz");
  graph_command
      ->add_option("-o,--output", graph_options.output,
                   "Write this file instead of standard output")
      ->type_name("FILE");

  ApplyOptions apply_options;
  CLI::App* const apply_command =
      app.add_subcommand("apply", "Give each requester's computer the devices matched for it");
  apply_command
      ->add_option("RESULT", apply_options.result,
                   "What 'ddb-match run --json' printed; - for input")
      ->required()
      ->type_name("");
  apply_command
      ->add_option("--where", apply_options.where, "JSON: where each device and each system is")
      ->required()
      ->type_name("FILE");
  apply_command->add_flag("--dry-run", apply_options.is_dry_run, "Tell what would be done");
  int wait = 0;
  apply_command
      ->add_option("--wait", wait, "Wait so long for ports that move from one bus to another")
      ->type_name("SECONDS")
      ->check(CLI::Range(0, 3600));
  apply_command->add_flag("--json", json, "Print one JSON object a line for each port");
  for (CLI::App* const command :
       {add_command, delete_command, list_command, watch_command, show_command, apply_command}) {
    add_store(*command, store);
  }

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
  if (add_command->parsed()) {
    add_options.store = store;
    add_options.form = form;
    return add(add_options);
  }
  if (delete_command->parsed()) {
    if (delete_options.which.port.empty() && delete_options.which.bus.empty()) {
      return usage_error(app, "name a port with --provider and --port, or a whole bus with --bus");
    }
    delete_options.store = store;
    delete_options.form = form;
    return remove(delete_options);
  }
  list_options.store = store;
  list_options.form = form;
  if (list_command->parsed()) return list(list_options);
  if (watch_command->parsed()) return watch(list_options);
  if (show_command->parsed()) {
    if (show_options.key.empty() && show_options.which.port.empty()) {
      return usage_error(app, "name a port with --provider and --port, or by its key");
    }
    show_options.store = store;
    show_options.form = form;
    return show(show_options);
  }
  if (graph_command->parsed()) return graph(graph_options);
  apply_options.store = store;
  apply_options.form = form;
  apply_options.wait = std::chrono::seconds(wait);
  return apply(apply_options);
}

}  // namespace

}  // namespace ddb::bus::command

int main(int argc, char** argv) {
  return ddb::match::run_program("ddb-bus",
                                 [&] { return ddb::bus::command::parse_and_run(argc, argv); });
}

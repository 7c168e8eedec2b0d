// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <functional>
#include <iostream>
#include <map>
#include <string>

#include "commands.hpp"
#include "ddb/store/error.hpp"
#include "ddb/store/store.hpp"

namespace ddb::agent::command {

namespace {

constexpr const char* kFooter = R"(
Examples:
  ddb-agent --node 192.0.2.1 --store redis://192.0.2.9
      lends and imports devices as the buses on that Redis server say
  ddb-agent status
      shows the ports of this computer, and what is missing

Exit status: 0 done, 1 it did not work (what is wrong is on standard error),
2 wrong usage. Read more with 'man ddb-agent'.)";

// 'ddb-agent ca ...'. The one that is parsed sets the work.
void add_ca_commands(CLI::App& app, CaOptions& options,
                     std::function<ExitCode(const CaOptions&)>& work) {
  CLI::App* const all =
      app.add_subcommand("ca", "The cluster's authority: certificates of the nodes");
  all->require_subcommand(1);
  const auto add = [&](const char* name, const char* help, ExitCode (*its)(const CaOptions&)) {
    CLI::App* const command = all->add_subcommand(name, help);
    command->add_option("--dir", options.dir, "Folder of the authority (/etc/ddb-ca)")
        ->type_name("DIR");
    command->parse_complete_callback([&work, its] { work = its; });
    return command;
  };
  const auto add_node = [&](CLI::App* command) {
    command->add_option("NODE", options.node, "Its address, as buses name it")->required();
  };
  const auto add_days = [&](CLI::App* command, const char* help) {
    command->add_option("--days", options.days, help)->type_name("DAYS");
  };
  const auto add_out = [&](CLI::App* command) {
    command->add_option("--out", options.out, "Folder for the node's files (DIR/nodes/NODE)")
        ->type_name("DIR");
  };
  add_days(add("init", "Make the authority", ca_init), "How long it lasts (3650)");
  CLI::App* const issue = add("issue", "Make a key and a certificate for a node", ca_issue);
  CLI::App* const renew = add("renew", "Make a newer certificate for a node", ca_renew);
  for (CLI::App* const it : {issue, renew}) {
    add_node(it);
    add_out(it);
    add_days(it, "How long it lasts (365)");
    it->add_flag("--redis", options.redis, "With a user of the Redis server and its ACL rules");
  }
  renew->add_flag("--new-key", options.new_key, "With a new key");
  add_out(
      add("operator", "Make a user of the Redis server for ddb-bus and ddb-agent ca", ca_operator));
  CLI::App* const revoke = add("revoke", "Revoke the certificates of a node", ca_revoke);
  add_node(revoke);
  CLI::App* const publish =
      add("publish", "Tell all agents whose certificates are revoked", ca_publish);
  for (CLI::App* const it : {revoke, publish}) {
    it->add_option("--store", options.store, "Where the buses are kept, to tell all agents")
        ->type_name("URL");
  }
  publish->get_option("--store")->required();
  publish->add_flag("--replace", options.replace, "Also the list of an authority before this one");
  add("list", "Show what was issued, and what ends soon", ca_list)
      ->add_flag("--json", options.json, "Print one JSON object");
}

int parse_and_run(int argc, char** argv) {
  CLI::App app("Brings USB devices to the computers whose buses they are on.", "ddb-agent");
  app.set_version_flag("--version", std::string("ddb-agent ") + DDB_VERSION);
  app.set_help_flag("-h,--help", "Print this help and exit");
  app.footer(kFooter);
  app.get_formatter()->column_width(28);

  RunOptions options;
  options.store = store::default_url();
  app.add_option("--node", options.node, "This computer: its address, as buses name it")
      ->type_name("ADDRESS");
  app.add_option("--store", options.store, "Where the buses are kept: sqlite:PATH or redis://HOST")
      ->type_name("URL");
  app.add_option("--store-login", options.store_login,
                 "File of user and password of a Redis server (redis.login in the --tls folder)")
      ->type_name("FILE");
  app.add_option("--tls", options.tls,
                 "Folder of this node's certificate (/etc/ddb-agent/tls); see ddb-agent ca")
      ->type_name("DIR");
  app.add_flag("--insecure", options.insecure, "Lend and import without encryption, as usbip does");
  app.add_option("--authorize", options.authorize,
                 "Program that has the last word on who gets a device")
      ->type_name("PROGRAM");
  app.add_option("--state", options.state, "Folder of what outlives a boot (/var/lib/ddb)")
      ->type_name("DIR");
  app.add_option("--key-limit", options.key_limit,
                 "What keys that wear out may carry, before others are made (256G)")
      ->transform(CLI::AsSizeValue(false))
      ->type_name("SIZE");
  app.add_flag("--once", options.once, "Do what there is to do now, and exit");
  app.add_option("--port", options.port, "TCP port of all agents (3240)")->type_name("PORT");
  app.add_option("--grace", options.grace_seconds,
                 "How long a master that is gone keeps its devices (60 s)")
      ->type_name("SECONDS");
  app.add_option("--metrics", options.metrics, "Serve metrics for Prometheus at this address")
      ->type_name("ADDRESS:PORT");
  app.add_option("--run", options.run, "Folder of what lives until the next boot")
      ->type_name("DIR");
  app.add_option("--sysfs", options.sysfs, "Use this tree instead of /sys")->type_name("DIR");
  const std::map<std::string, Level> levels = {{"error", Level::Error},
                                               {"warning", Level::Warning},
                                               {"notice", Level::Notice},
                                               {"info", Level::Info}};
  app.add_option_function<std::string>(
         "--log-level",
         [&](const std::string& name) {
           const auto level = levels.find(name);
           if (level == levels.end()) {
             throw CLI::ValidationError("--log-level",
                                        "'" + name + "' is none of error, warning, notice, info");
           }
           options.least = level->second;
         },
         "error, warning, notice or info (info)")
      ->type_name("LEVEL");

  StatusOptions status_options;
  CLI::App* const status_command =
      app.add_subcommand("status", "Show what the agent of this computer does");
  status_command->add_flag("--json", status_options.json, "Print one JSON object");
  status_command->add_flag("--metrics", status_options.metrics, "Print what Prometheus would get");
  status_command->add_option("--run", status_options.run, "As the agent's own")->type_name("DIR");

  CaOptions ca_options;
  std::function<ExitCode(const CaOptions&)> ca_work;
  add_ca_commands(app, ca_options, ca_work);

  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    return app.exit(success, std::cout, std::cerr);
  } catch (const CLI::ParseError& error) {
    std::cerr << "ddb-agent: " << error.what() << "\nTry 'ddb-agent --help'.\n";
    return static_cast<int>(ExitCode::WrongUsage);
  }
  if (status_command->parsed()) return static_cast<int>(status(status_options));
  if (ca_work) return static_cast<int>(ca_work(ca_options));
  return static_cast<int>(run(options));
}

}  // namespace

}  // namespace ddb::agent::command

int main(int argc, char** argv) {
  // A reader that goes away is an error of write(), not the end of the process.
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  try {
    return ddb::agent::command::parse_and_run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "ddb-agent: " << error.what() << '\n';
    return 1;
  }
}

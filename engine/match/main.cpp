// SPDX-License-Identifier: Apache-2.0
#include <malloc.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "commands.hpp"
#include "ddb/version.hpp"
#include "program.hpp"
#include "terminal.hpp"

namespace ddb::match {

namespace {

constexpr const char* kFooter = R"(
Examples:
  ddb-match run examples/worked_example/*.pl
      replays the scenario in these files and tells every step
  ddb-match run --json devices/ requesters/ scenario.pl | jq .transactions
      the same for programs: one JSON object a line for each event
  ddb-match watch descriptions/devices my_request.pl
      replays whenever a file is saved, and tells what has changed
  ddb-match check descriptions/
      looks for mistakes in every *.pl file of a folder
  ddb-match explain examples/worked_example/*.pl
      tells of every outlet what stands between it and its alternatives
  ddb-match taxonomy sampling_rate hertz
      shows what the taxonomy and the units say about words
  ddb-match equal imic2 my_device descriptions/ my_device.pl
      says whether two device specs are the same but for names
  ddb-match compare imic2,audiophile,us224 descriptions/devices
      shows device specs side by side, aspect by aspect
  ddb-match convert imic2.pl -o imic2.json
      writes a description as JSON for programs, or back as terms
  ddb-match graph --svg -o imic2.svg imic2 descriptions/devices
      draws the elements of a device spec and the ways of its signals

FILE is a file in the language, as terms or as JSON, or a folder that stands for
the *.pl files in it. Exit status: 0 done, 1 the input has errors (all of them on standard
error) or 'equal' found a difference, 2 wrong usage. Read more with 'man ddb-match'.)";

constexpr const char* kRunFooter = R"(
The transcript names, for each event, the outlets, alternatives, requests and
groups that were tried, each term that matched with its value, and why a group
was accepted or refused. It is coloured on a terminal unless NO_COLOR is set.

Examples:
  ddb-match run examples/worked_example/*.pl
  ddb-match run --quiet devices.pl requesters.pl scenario.pl
  ddb-match run --transport whole_device --json descriptions/ scenario.pl)";

constexpr const char* kWatchFooter = R"(
Replays the scenario at once, and again whenever one of the files is saved. Each
time the tables after the last event are shown, and what has changed since the
last result that was good: '-' as it was, '+' as it is. Ctrl-C ends it.

Examples:
  ddb-match watch descriptions/devices my_request.pl
  ddb-match watch --json devices.pl scenario.pl | jq .changes)";

constexpr const char* kCheckFooter = R"(
Every finding is one line, FILE:LINE:COLUMN: error: PATH: SENTENCE, on standard
error. The exit status is 1 if one of them is an error.

Examples:
  ddb-match check my_device.pl
  ddb-match check descriptions/ scenario.pl)";

constexpr const char* kExplainFooter = R"(
The first words of a line say how far it is from a match: 'active' (matched),
'possible', 'not now' (units are taken), 'not allowed' (a match condition
refuses) or 'never'.
Below each request group stand the fewest changes that would close its gap.

Examples:
  ddb-match explain devices.pl requesters.pl scenario.pl
  ddb-match explain --outlet player_1/speakers --device imic2_1 descriptions/ scenario.pl)";

constexpr const char* kTaxonomyFooter = R"(
A word is a name, a path, or any part of a name, a path or an explanation.
Without a word, everything is shown.

Examples:
  ddb-match taxonomy
  ddb-match taxonomy task/function
  ddb-match taxonomy hertz --units my_units.pl)";

constexpr const char* kEqualFooter = R"(
Two device specs are equivalent if no requester can tell them apart but by
names that the describer made up: ids, groups, units, states, interfaces,
conditions. The order of groups and of terms of one name counts, as it does in
matching. The first two words are specs, all others are files.

The exit status is 0 if they are equivalent and 1 if not; the first difference
is then shown, with what each has.

Examples:
  ddb-match equal imic2 my_device descriptions/ my_device.pl
  ddb-match equal --json us224 audiophile descriptions/devices)";

constexpr const char* kCompareFooter = R"(
The first word names two or more device specs with commas between them, all
others are files. Elements that do the same thing share a table, one line an
aspect. Values are in the unit that follows the aspect, exactly.

Examples:
  ddb-match compare imic2,audiophile,us224 descriptions/devices
  ddb-match compare --json imic2,us224 descriptions/devices | jq .elements)";

constexpr const char* kGraphFooter = R"(
The first word is a device spec, all others are files. Elements say what they do
and what of them can be changed; groups are frames; signals go from left to
right. Without --svg the picture is text for Graphviz' programs: 'dot -Tpng',
for example.

Examples:
  ddb-match graph imic2 descriptions/devices | dot -Tpdf -o imic2.pdf
  ddb-match graph --svg -o us224.svg us224 descriptions/devices)";

constexpr const char* kConvertFooter = R"(
Nothing is lost either way: the same facts in the same order, the same numbers
exactly, the same clauses and comments. Only how lines are broken is not kept.
Words and names are not looked up; 'ddb-match check' does that, for both forms.

Examples:
  ddb-match convert imic2.pl | jq '.facts[] | select(.type == "state")'
  ddb-match convert imic2.json -o imic2.pl
  ddb-match convert --to pl imic2.pl
      lays out the lines of a file anew)";

void add_replacements(CLI::App& command, Inputs& inputs) {
  command
      .add_option("--taxonomy", inputs.taxonomy,
                  "Take this instead of the built-in taxonomy; may be repeated")
      ->type_name("FILE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command
      .add_option("--units", inputs.units,
                  "Take this instead of the built-in units; may be repeated")
      ->type_name("FILE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

// The first word that is no option, where no command is of that name.
std::string unknown_command(const CLI::App& app, int argc, char** argv) {
  if (!app.get_subcommands().empty()) return "";
  for (int i = 1; i < argc; ++i) {
    std::string word = argv[i];
    if (!word.starts_with('-')) return word;
  }
  return "";
}

ExitCode usage_error(const CLI::App& app, const CLI::Error& error, int argc, char** argv) {
  const std::string unknown = unknown_command(app, argc, argv);
  if (!unknown.empty()) {
    std::string commands;
    for (const CLI::App* command : app.get_subcommands({})) {
      commands += (commands.empty() ? "" : ", ") + command->get_name();
    }
    Terminal::error().write("ddb-match: there is no command '" + unknown + "'; there are " +
                            commands + "\nTry 'ddb-match --help'.\n");
    Terminal::error().flush();
    return ExitCode::WrongUsage;
  }

  const auto chosen = app.get_subcommands();
  const std::string name = chosen.empty() ? "ddb-match" : "ddb-match " + chosen.front()->get_name();
  Terminal::error().write("ddb-match: " + std::string(error.what()) + "\n" + "Try '" + name +
                          " --help'.\n");
  Terminal::error().flush();
  return ExitCode::WrongUsage;
}

std::vector<std::string> split_specs(const std::string& list) {
  std::vector<std::string> specs;
  for (std::size_t start = 0;;) {
    const std::size_t comma = list.find(',', start);
    specs.push_back(list.substr(start, comma - start));
    if (comma == std::string::npos) return specs;
    start = comma + 1;
  }
}

ExitCode parse_and_run(int argc, char** argv) {
  CLI::App app("Finds the devices that do what programs ask for, and tells why.", "ddb-match");
  app.set_version_flag("--version", std::string("ddb-match ") + kVersion);
  app.set_help_flag("-h,--help", "Print this help and exit");
  app.require_subcommand(1);
  app.footer(kFooter);
  app.get_formatter()->column_width(28);

  RunOptions run_options;
  CLI::App* const run_command =
      app.add_subcommand("run", "Load files, replay the events of their scenario");
  run_command->footer(kRunFooter);
  run_command->add_option("FILE", run_options.inputs.descriptions, "Files or folders to load")
      ->required()
      ->type_name("");
  bool json = false;
  bool quiet = false;
  auto* const json_flag = run_command->add_flag(
      "--json", json, "Print one JSON object a line for each event instead of a transcript");
  run_command
      ->add_flag("-q,--quiet", quiet, "Print only the events and the tables of what came of them")
      ->excludes(json_flag);
  const std::map<std::string, Transport> transports = {{"shared", Transport::Shared},
                                                       {"whole_device", Transport::WholeDevice}};
  const CLI::Validator transport_check(
      [&transports](const std::string& name) -> std::string {
        if (transports.count(name) > 0) return "";
        return "'" + name + "' is no transport; there are shared and whole_device";
      },
      "");
  std::string transport = "shared";
  std::string explain_transport = "shared";
  run_command
      ->add_option("--transport", transport,
                   "How a device can be divided among systems: shared (the default: many may use "
                   "it) or whole_device (one at a time)")
      ->check(transport_check)
      ->type_name("HOW");
  add_replacements(*run_command, run_options.inputs);

  WatchOptions watch_options;
  std::string watch_transport = "shared";
  bool watch_json = false;
  CLI::App* const watch_command =
      app.add_subcommand("watch", "Replay whenever a file is saved, tell what has changed");
  watch_command->footer(kWatchFooter);
  watch_command->add_option("FILE", watch_options.inputs.descriptions, "Files or folders to load")
      ->required()
      ->type_name("");
  watch_command->add_flag("--json", watch_json, "Print one JSON object a replay, on one line");
  watch_command->add_option("--transport", watch_transport, "As for 'ddb-match run'")
      ->check(transport_check)
      ->type_name("HOW");
  add_replacements(*watch_command, watch_options.inputs);

  Inputs check_inputs;
  CLI::App* const check_command = app.add_subcommand("check", "Look for mistakes in files");
  check_command->footer(kCheckFooter);
  check_command->add_option("FILE", check_inputs.descriptions, "Files or folders to check")
      ->required()
      ->type_name("");
  add_replacements(*check_command, check_inputs);

  ExplainRequest explain_request;
  CLI::App* const explain_command =
      app.add_subcommand("explain", "Tell why an outlet does not get what it asks for");
  explain_command->footer(kExplainFooter);
  explain_command
      ->add_option("FILE", explain_request.inputs.descriptions,
                   "Files or folders to load; the events of their scenario are replayed first")
      ->required()
      ->type_name("");
  explain_command
      ->add_option("--outlet", explain_request.outlet,
                   "This outlet, or all of this requester; without it, every outlet")
      ->type_name("REQUESTER[/OUTLET]");
  explain_command->add_option("--alternative", explain_request.alternative, "This alternative only")
      ->type_name("NAME");
  explain_command
      ->add_option("--device", explain_request.device,
                   "This device only; without it, all devices on connected systems")
      ->type_name("NAME");
  explain_command->add_flag("--json", explain_request.json, "Print one JSON object an outlet");
  explain_command->add_option("--transport", explain_transport, "As for 'ddb-match run'")
      ->check(transport_check)
      ->type_name("HOW");
  add_replacements(*explain_command, explain_request.inputs);

  Inputs taxonomy_inputs;
  std::vector<std::string> words;
  CLI::App* const taxonomy_command =
      app.add_subcommand("taxonomy", "Show the words of the taxonomy and the units");
  taxonomy_command->footer(kTaxonomyFooter);
  taxonomy_command->add_option("WORD", words, "What to look for")->type_name("");
  add_replacements(*taxonomy_command, taxonomy_inputs);

  Inputs equal_inputs;
  std::string left;
  std::string right;
  bool equal_json = false;
  CLI::App* const equal_command =
      app.add_subcommand("equal", "Say whether two device specs are the same but for names");
  equal_command->footer(kEqualFooter);
  equal_command->add_option("A", left, "A device spec")->required()->type_name("");
  equal_command->add_option("B", right, "The device spec to hold against it")
      ->required()
      ->type_name("");
  equal_command->add_option("FILE", equal_inputs.descriptions, "Files or folders to load")
      ->required()
      ->type_name("");
  equal_command->add_flag("--json", equal_json, "Print one JSON object on one line");
  add_replacements(*equal_command, equal_inputs);

  Inputs compare_inputs;
  std::string spec_list;
  bool compare_json = false;
  CLI::App* const compare_command =
      app.add_subcommand("compare", "Show device specs side by side, aspect by aspect");
  compare_command->footer(kCompareFooter);
  compare_command
      ->add_option("SPECS", spec_list, "Device specs with commas between them: A,B or A,B,C")
      ->required()
      ->check(CLI::Validator(
          [](const std::string& list) -> std::string {
            const std::vector<std::string> specs = split_specs(list);
            const bool any_empty = std::any_of(specs.begin(), specs.end(),
                                               [](const auto& spec) { return spec.empty(); });
            if (specs.size() >= 2 && !any_empty) return "";
            return "'" + list + "' names no two device specs; write them as A,B or A,B,C";
          },
          ""))
      ->type_name("");
  compare_command->add_option("FILE", compare_inputs.descriptions, "Files or folders to load")
      ->required()
      ->type_name("");
  compare_command->add_flag("--json", compare_json, "Print one JSON object on one line");
  add_replacements(*compare_command, compare_inputs);

  GraphOptions graph_options;
  bool svg = false;
  CLI::App* const graph_command =
      app.add_subcommand("graph", "Draw the elements of a device spec and its signals");
  graph_command->footer(kGraphFooter);
  graph_command->add_option("SPEC", graph_options.spec, "A device spec")->required()->type_name("");
  graph_command->add_option("FILE", graph_options.inputs.descriptions, "Files or folders to load")
      ->required()
      ->type_name("");
  graph_command->add_flag("--svg", svg, "Lay the picture out, as SVG; needs Graphviz");
  graph_command
      ->add_option("-o,--output", graph_options.output,
                   "Write this file instead of standard output")
      ->type_name("FILE");
  add_replacements(*graph_command, graph_options.inputs);

  ConvertOptions convert_options;
  std::string format;
  CLI::App* const convert_command =
      app.add_subcommand("convert", "Write a file as JSON, or back as terms");
  convert_command->footer(kConvertFooter);
  convert_command
      ->add_option("FILE", convert_options.file, "The file to convert, - for standard input")
      ->required()
      ->type_name("");
  convert_command->add_option("--to", format, "json or pl; without it, the one that FILE is not in")
      ->check(CLI::Validator(
          [](const std::string& name) -> std::string {
            if (name == "json" || name == "pl") return "";
            return "'" + name + "' is no format; there are json and pl";
          },
          ""))
      ->type_name("FORMAT");
  convert_command
      ->add_option("-o,--output", convert_options.output,
                   "Write this file instead of standard output")
      ->type_name("FILE");

  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    Terminal::output().write(app.help());
    return ExitCode::Done;
  } catch (const CLI::CallForVersion& version) {
    Terminal::output().write(std::string(version.what()) + "\n");
    return ExitCode::Done;
  } catch (const CLI::ParseError& error) {
    return usage_error(app, error, argc, argv);
  }

  if (run_command->parsed()) {
    run_options.transport = transports.at(transport);
    if (json) run_options.output = RunOutput::Json;
    if (quiet) run_options.output = RunOutput::Quiet;
    return run(run_options);
  }
  if (watch_command->parsed()) {
    watch_options.transport = transports.at(watch_transport);
    if (watch_json) watch_options.output = ResultOutput::Json;
    return watch(watch_options);
  }
  if (explain_command->parsed()) {
    explain_request.transport = transports.at(explain_transport);
    return explain(explain_request);
  }
  if (check_command->parsed()) return check(check_inputs);
  if (convert_command->parsed()) {
    if (format == "json") convert_options.to = SourceFormat::Json;
    if (format == "pl") convert_options.to = SourceFormat::Prolog;
    return convert(convert_options);
  }
  if (graph_command->parsed()) {
    if (svg) graph_options.format = GraphFormat::Svg;
    return graph(graph_options);
  }
  if (equal_command->parsed()) {
    return equal(equal_inputs, left, right, equal_json ? ResultOutput::Json : ResultOutput::Text);
  }
  if (compare_command->parsed()) {
    return compare(compare_inputs, split_specs(spec_list),
                   compare_json ? ResultOutput::Json : ResultOutput::Text);
  }
  return taxonomy(taxonomy_inputs, words);
}

}  // namespace

}  // namespace ddb::match

int main(int argc, char** argv) {
  // The process is short: memory that is free again need not go back, and one arena, grown in large
  // steps, saves some hundred system calls while the engine starts.
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  return ddb::match::run_program("ddb-match",
                                 [&] { return ddb::match::parse_and_run(argc, argv); });
}

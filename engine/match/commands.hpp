// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_MATCH_COMMANDS_HPP
#define DDB_MATCH_COMMANDS_HPP

#include <optional>
#include <string>
#include <vector>

#include "ddb/engine.hpp"
#include "exit_code.hpp"

/// The commands of ddb-match: words parsed in main.cpp come in, work is done here.
namespace ddb::match {

/// Files and folders as they were named.
struct Inputs {
  std::vector<std::string> descriptions;
  std::vector<std::string> taxonomy;
  std::vector<std::string> units;
};

enum class RunOutput { Transcript, Quiet, Json };

struct RunOptions {
  Inputs inputs;
  Transport transport = Transport::Shared;
  RunOutput output = RunOutput::Transcript;
};

struct ExplainRequest {
  Inputs inputs;
  Transport transport = Transport::Shared;
  std::string outlet;       ///< REQUESTER/OUTLET; empty for all
  std::string alternative;  ///< empty for all
  std::string device;       ///< empty for all
  bool json = false;
};

struct ConvertOptions {
  std::string file;                ///< `-` for standard input
  std::optional<SourceFormat> to;  ///< empty for the one that the file is not in
  std::string output;              ///< empty or `-` for standard output
};

enum class GraphFormat { Dot, Svg };

struct GraphOptions {
  Inputs inputs;
  std::string spec;
  GraphFormat format = GraphFormat::Dot;
  std::string output;  ///< empty or `-` for standard output
};

enum class ResultOutput { Text, Json };

struct WatchOptions {
  Inputs inputs;
  Transport transport = Transport::Shared;
  ResultOutput output = ResultOutput::Text;
};

ExitCode run(const RunOptions& options);
/// Returns when SIGINT or SIGTERM has come.
ExitCode watch(const WatchOptions& options);
ExitCode explain(const ExplainRequest& request);
ExitCode convert(const ConvertOptions& options);
ExitCode check(const Inputs& inputs);
ExitCode taxonomy(const Inputs& inputs, const std::vector<std::string>& words);
ExitCode equal(const Inputs& inputs, const std::string& left, const std::string& right,
               ResultOutput output);
ExitCode graph(const GraphOptions& options);
ExitCode compare(const Inputs& inputs, const std::vector<std::string>& specs, ResultOutput output);

}  // namespace ddb::match

#endif  // DDB_MATCH_COMMANDS_HPP

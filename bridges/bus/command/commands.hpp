// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_BUS_COMMANDS_HPP
#define DDB_BUS_COMMANDS_HPP

#include <chrono>
#include <optional>
#include <string>

#include "ddb/store/store.hpp"
#include "exit_code.hpp"

/// The commands of ddb-bus: words parsed in main.cpp come in, work is done here.
namespace ddb::bus::command {

using match::ExitCode;

enum class Form { Text, Json };

/// Which ports are meant; what is empty may be anything.
struct Which {
  std::string bus;
  std::string master;
  std::string protocol;
  std::string provider;
  std::string port;
};

struct AddOptions {
  std::string store;  ///< URL
  Which which;        ///< all of it
  std::string grace;  ///< as store::grace_of() reads it; empty: as the bus has it
  Form form = Form::Text;
};

struct DeleteOptions {
  std::string store;
  Which which;  ///< a port (of a provider), or a bus
  bool is_sure = false;
  Form form = Form::Text;
};

struct ListOptions {
  std::string store;
  Which which;       ///< empty: all
  std::string node;  ///< that is master or provider; empty: all
  Form form = Form::Text;
};

struct ShowOptions {
  std::string store;
  std::string key;  ///< in the store's form; empty: `which` says it
  Which which;
  Form form = Form::Text;
};

struct GraphOptions {
  bool is_svg = false;
  std::string output;  ///< empty or `-` for standard output
};

struct ApplyOptions {
  std::string store;
  std::string result;  ///< file with what 'ddb-match run --json' printed
  std::string where;   ///< file that tells where devices and systems are
  bool is_dry_run = false;
  std::chrono::seconds wait{0};  ///< how long for ports to leave one bus for another
  Form form = Form::Text;
};

/// Opens the store that is named, or the default one. Warns of what is wrong with its setup.
std::unique_ptr<store::Store> open_store(const std::string& url);

ExitCode add(const AddOptions& options);
ExitCode remove(const DeleteOptions& options);
ExitCode list(const ListOptions& options);
ExitCode show(const ShowOptions& options);
/// Returns when SIGINT or SIGTERM has come.
ExitCode watch(const ListOptions& options);
ExitCode graph(const GraphOptions& options);
ExitCode apply(const ApplyOptions& options);

}  // namespace ddb::bus::command

#endif  // DDB_BUS_COMMANDS_HPP

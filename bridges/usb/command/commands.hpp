// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_COMMANDS_HPP
#define DDB_USB_COMMANDS_HPP

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "ddb/usb/live/source.hpp"
#include "exit_code.hpp"

/// The commands of ddb-usb: words parsed in main.cpp come in, work is done here.
namespace ddb::usb::command {

using match::ExitCode;

/// Where to look; this computer if all is empty.
struct Place {
  std::string sysfs;  ///< a sysfs tree
  live::Files files;  ///< the bytes of one device
  bool has_files() const { return !files.descriptors.empty(); }
};

enum class Form { Text, Json };

struct ListOptions {
  Place place;
  Form form = Form::Text;
  bool hubs = false;  ///< hubs as well
};

enum class Picture { None, Dot, Svg };

struct DescribeRequest {
  Place place;
  std::string which;  ///< port, ids or part of a name; empty if there is one device only
  Form form = Form::Text;
  Picture picture = Picture::None;
  bool all = false;          ///< every device but hubs, each kind in a file of its own
  bool open = false;         ///< ask the device for what its descriptors do not say
  bool derived = false;      ///< although there is a description
  std::string descriptions;  ///< folder; empty for the installed ones
  std::string output;        ///< file, empty or `-` for standard output; of `all`, the folder
};

struct DumpOptions {
  Place place;
  std::string which;
  Form form = Form::Text;
  bool open = false;
};

ExitCode list(const ListOptions& options);
ExitCode describe(const DescribeRequest& request);
ExitCode dump(const DumpOptions& options);
/// Returns when SIGINT or SIGTERM has come.
ExitCode watch(Form form);

}  // namespace ddb::usb::command

#endif  // DDB_USB_COMMANDS_HPP

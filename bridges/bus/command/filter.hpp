// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_BUS_FILTER_HPP
#define DDB_BUS_FILTER_HPP

#include "commands.hpp"

namespace ddb::bus::command {

/// Which ports are meant.
/// @throws store::Error: a name is not as it must be
inline store::Filter filter_of(const ListOptions& options) {
  store::Filter filter;
  if (!options.bus.empty()) filter.bus = store::bus_name(options.bus);
  if (!options.node.empty()) filter.node = store::node_name(options.node);
  return filter;
}

}  // namespace ddb::bus::command

#endif  // DDB_BUS_FILTER_HPP

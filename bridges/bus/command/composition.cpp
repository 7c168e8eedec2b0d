// SPDX-License-Identifier: Apache-2.0
#include "composition.hpp"

#include <initializer_list>

#include "ddb/store/error.hpp"
#include "ports.hpp"

namespace ddb::bus::command {

namespace {

using store::Entry;
using store::Key;
using store::Status;

// All that is wrong, so that it can be mended at once.
class Problems {
 public:
  void add(const std::string& sentence) {
    if (seen_.insert(sentence).second) text_ += (text_.empty() ? "" : "\nddb-bus: ") + sentence;
  }
  void throw_if_any() const {
    if (!text_.empty()) throw InputError(text_);
  }

 private:
  std::set<std::string> seen_;
  std::string text_;
};

bool is_leaving(const Entry& entry) {
  return entry.status == Status::ToDelete || entry.status == Status::Deleted;
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text += part;
  return text;
}

std::string place_of(const Key& key) { return "port " + key.port() + " of " + key.provider(); }

// The node that a requester runs on; none if it is not known.
std::optional<std::string> node_of(const std::string& requester, const MatchResult& result,
                                   const Where& where, Problems& problems) {
  auto system = where.requesters.find(requester);
  if (system == where.requesters.end()) {
    system = result.systems.find(requester);
    if (system == result.systems.end()) {
      problems.add("the result does not tell on which system " + requester +
                   " runs; give all that 'ddb-match run --json' printed, or name it among the "
                   "\"requesters\" of the table");
      return std::nullopt;
    }
  }
  const auto node = where.nodes.find(system->second);
  if (node == where.nodes.end()) {
    problems.add("the table does not tell the node of the system " + system->second + ", where " +
                 requester + " runs; add it to its \"systems\"");
    return std::nullopt;
  }
  return node->second;
}

// What is wanted, by key.
std::map<Key, WantedPort> wanted_ports(const MatchResult& result, const Where& where, Plan& plan,
                                       Problems& problems) {
  std::map<Key, WantedPort> wanted;
  std::map<std::pair<std::string, std::string>, std::pair<std::string, std::string>> takers;
  for (const auto& [requester, device] : result.matches) {
    const std::optional<std::string> node = node_of(requester, result, where, problems);
    const auto place = where.devices.find(device);
    if (place == where.devices.end()) {
      problems.add(joined({"the table does not tell where ", device, " is, which is matched for ",
                           requester, "; add it to its \"devices\""}));
    }
    if (!node || place == where.devices.end()) continue;
    const auto& [provider, port] = place->second;
    const auto taken = takers.try_emplace({provider, port}, *node, requester).first->second;
    if (taken.first != *node) {
      problems.add(joined({device, " is matched for ", taken.second, " on ", taken.first,
                           " and for ", requester, " on ", *node,
                           ", and a device can be used on one computer only; match again with ",
                           "requesters that want whole devices"}));
      continue;
    }
    if (provider == *node) {
      plan.local_devices.insert(device);
      continue;
    }
    const std::optional<std::string> bus = compose_bus(*node);
    if (!bus) {
      problems.add("the bus of " + *node + ", where " + requester +
                   " runs, would have a name that is too long for a bus; name this node by its "
                   "address, in the table and for its agent");
      continue;
    }
    const Key key(*bus, *node, "usbip", provider, port);
    WantedPort& port_wanted = wanted.try_emplace(key, WantedPort{key, {}, {}}).first->second;
    port_wanted.devices.insert(device);
    port_wanted.requesters.insert(requester);
  }
  return wanted;
}

}  // namespace

std::optional<std::string> compose_bus(const std::string& node) {
  std::string name = "compose-";
  for (const char c : node) {
    if (c == '.') {
      name += "_";
    } else if (c == ':') {
      name += "__";
    } else if (c != '[' && c != ']') {
      name += c;
    }
  }
  try {
    return store::bus_name(name);
  } catch (const store::Error&) {
    return std::nullopt;
  }
}

Plan make_plan(const MatchResult& result, const Where& where, const std::vector<Entry>& entries) {
  Plan plan;
  Problems problems;
  std::map<Key, WantedPort> wanted = wanted_ports(result, where, plan, problems);
  std::map<std::string, std::string> nodes;  // by their buses
  for (const auto& [system, node] : where.nodes) {
    if (const std::optional<std::string> bus = compose_bus(node)) nodes.emplace(*bus, node);
  }

  std::map<std::pair<std::string, std::string>, const Entry*> there;
  for (const Entry& entry : entries) {
    there.emplace(std::pair(entry.key.provider(), entry.key.port()), &entry);
    const auto bus = nodes.find(entry.key.bus());
    if (bus == nodes.end()) continue;
    if (entry.key.master() != bus->second) {
      problems.add("the bus " + entry.key.bus() + " is that of " + bus->second + ", but has " +
                   place_of(entry.key) + " for " + entry.key.master() +
                   "; delete it first: ddb-bus "
                   "delete --bus " +
                   entry.key.bus());
    } else if (!wanted.contains(entry.key) && !is_leaving(entry)) {
      plan.remove.push_back(entry);
    }
  }
  for (auto& [key, port] : wanted) {
    port.grace = grace_of_bus(entries, key.bus());
    const auto found = there.find({key.provider(), key.port()});
    if (found == there.end()) {
      plan.add.push_back(port);
      continue;
    }
    const Entry& entry = *found->second;
    if (entry.key == key && !is_leaving(entry)) {
      plan.keep.push_back(port);
    } else if (is_leaving(entry) || nodes.contains(entry.key.bus())) {
      plan.add_later.push_back(port);
    } else {
      problems.add(place_of(key) + ", where " + *port.devices.begin() + " is, belongs to the bus " +
                   entry.key.bus() + " of " + entry.key.master() +
                   "; take it from there first: ddb-bus delete --bus " + entry.key.bus() +
                   " --provider " + key.provider() + " --port " + key.port());
    }
  }
  problems.throw_if_any();
  return plan;
}

}  // namespace ddb::bus::command

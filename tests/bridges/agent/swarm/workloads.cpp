// SPDX-License-Identifier: Apache-2.0
#include "workloads.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <set>
#include <stdexcept>

namespace swarm {

using ddb::store::Key;

namespace {

struct Status {
  std::string key;
  std::string to;
};

// What a line says of an entry: `status KEY FROM TO`.
Status status_of(const Line& line) {
  constexpr std::size_t words = 3;
  if (line.what != "status" || line.words.size() < words) return {};
  return {line.words[0], line.words[2]};
}

void must(bool holds, const std::string& sentence) {
  if (!holds) throw std::runtime_error(sentence);
}

void tell(Swarm& swarm, const Key& key, const char* word) {
  swarm.tell(swarm.node_at(key.provider()), std::string(word) + " " + key.port());
}

// From the line that says that the device was plugged in to the master's that it is IMPORTED.
double time_to_import(Swarm& swarm, const Key& key) {
  const unsigned provider = swarm.node_at(key.provider());
  std::uint64_t plugged = 0;
  std::uint64_t imported = 0;
  const bool is_done = swarm.listen([&](unsigned node, const Line& line) {
    if (node == provider && line.what == "plugged" && line.words.at(0) == key.port()) {
      plugged = line.time;
    }
    const Status status = status_of(line);
    if (status.key == key.text() && status.to == "IMPORTED") imported = line.time;
    // Two processes' lines come in any order.
    return plugged != 0 && imported > plugged;
  });
  must(is_done, key.text() + " does not become IMPORTED");
  return static_cast<double>(imported - plugged) / 1e6;
}

void wait_for(Swarm& swarm, const Key& key, const std::string& status) {
  const bool is_done = swarm.listen([&](unsigned /*node*/, const Line& line) {
    const Status it = status_of(line);
    return it.key == key.text() && it.to == status;
  });
  must(is_done, key.text() + " does not become " + status);
}

}  // namespace

double Times::quantile(double part) const {
  if (all.empty()) return 0;
  std::vector<double> sorted = all;
  std::sort(sorted.begin(), sorted.end());
  const auto last = static_cast<double>(sorted.size() - 1);
  return sorted[static_cast<std::size_t>(std::lround(part * last))];
}

double import_all(Swarm& swarm, ddb::store::Store& store, const std::vector<Key>& ports) {
  for (const Key& key : ports) tell(swarm, key, "plug");
  const auto begin = std::chrono::steady_clock::now();
  std::set<std::string> missing;
  for (const Key& key : ports) {
    missing.insert(key.text());
    must(store.add(key).is_done, "cannot add " + key.text());
  }
  const bool are_there = swarm.listen([&](unsigned /*node*/, const Line& line) {
    const Status it = status_of(line);
    if (it.to == "IMPORTED") missing.erase(it.key);
    return missing.empty();
  });
  must(are_there, std::to_string(missing.size()) + " ports do not become IMPORTED");
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

Times plug(Swarm& swarm, const std::vector<Key>& ports, unsigned count) {
  Times times;
  for (unsigned i = 0; i < count; ++i) {
    const Key& key = ports[i % ports.size()];
    tell(swarm, key, "unplug");
    wait_for(swarm, key, "ADDED");
    tell(swarm, key, "plug");
    times.all.push_back(time_to_import(swarm, key));
  }
  return times;
}

Times replug(Swarm& swarm, const std::vector<Key>& ports, unsigned count) {
  Times times;
  for (unsigned i = 0; i < count; ++i) {
    const Key& key = ports[i % ports.size()];
    tell(swarm, key, "replug");
    times.all.push_back(time_to_import(swarm, key));
  }
  return times;
}

Crowd plug_at_once(Swarm& swarm, const std::vector<Key>& ports, unsigned count, unsigned at_once) {
  std::map<std::string, const Key*> keys;
  std::map<std::string, std::uint64_t> plugged;  // by address and port
  const auto place = [](const std::string& address, const std::string& port) {
    return address + " " + port;
  };
  std::deque<const Key*> waiting;
  for (const Key& key : ports) {
    keys.emplace(key.text(), &key);
    waiting.push_back(&key);
  }
  Crowd crowd;
  unsigned begun = 0;
  unsigned done = 0;
  const auto next = [&] {
    if (begun++ >= count) return;
    tell(swarm, *waiting.front(), "unplug");
    waiting.pop_front();
  };
  const auto begin = std::chrono::steady_clock::now();
  for (unsigned i = 0; i < std::min<std::size_t>(at_once, ports.size()); ++i) next();
  const bool are_done = swarm.listen([&](unsigned node, const Line& line) {
    if (line.what == "plugged") {
      plugged[place(swarm.address_of(node), line.words.at(0))] = line.time;
      return false;
    }
    const Status status = status_of(line);
    const auto found = keys.find(status.key);
    if (found == keys.end()) return false;
    const Key& key = *found->second;
    if (status.to == "ADDED") {
      tell(swarm, key, "plug");
    } else if (status.to == "IMPORTED") {
      const std::uint64_t since = plugged[place(key.provider(), key.port())];
      crowd.plug_to_import.all.push_back(static_cast<double>(line.time - since) / 1e6);
      ++done;
      waiting.push_back(&key);
      next();
    }
    return done == count;
  });
  must(are_done, std::to_string(count - done) + " ports do not become IMPORTED again");
  crowd.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  crowd.events = std::uint64_t{2} * count;
  return crowd;
}

void delete_all(Swarm& swarm, ddb::store::Store& store, const std::vector<Key>& ports) {
  std::set<std::string> left;
  for (const Key& key : ports) {
    left.insert(key.text());
    must(mark_to_delete(store, key).is_done, "cannot delete " + key.text());
  }
  const bool are_gone = swarm.listen([&](unsigned /*node*/, const Line& line) {
    if (line.what == "removed") left.erase(line.words.at(0));
    return left.empty();
  });
  must(are_gone, std::to_string(left.size()) + " ports are not removed");
}

}  // namespace swarm

// SPDX-License-Identifier: Apache-2.0
// Prints what each recorded device says, an object of JSON a line: its name and its dump. The
// folder is that of DDB_CORPUS.
#include <iostream>
#include <nlohmann/json.hpp>

#include "corpus.hpp"
#include "ddb/usb/dump.hpp"

int main() {
  for (const corpus::Entry& entry : corpus::entries()) {
    if (entry.malformed) continue;
    nlohmann::ordered_json line;
    line["name"] = entry.name;
    line["dump"] = nlohmann::ordered_json::parse(ddb::usb::dump_json(corpus::read(entry)));
    std::cout << line.dump() << '\n';
  }
}

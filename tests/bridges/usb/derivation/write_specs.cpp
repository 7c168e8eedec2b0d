// SPDX-License-Identifier: Apache-2.0
// Writes the spec of every device of the corpus that DDB_CORPUS names, as terms and as JSON:
//
//   write_specs FOLDER [NAME...]
//
// With names, only those of these devices: `usb/30be-0101-schiit-hel`.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "corpus.hpp"
#include "ddb/usb/derivation.hpp"

int main(int count, char** arguments) {
  if (count < 2) {
    std::cerr << "usage: write_specs FOLDER [NAME...]\n";
    return 2;
  }
  const std::filesystem::path folder = arguments[1];
  const std::vector<std::string> names(arguments + 2, arguments + count);
  std::filesystem::create_directories(folder);
  for (const corpus::Entry& entry : corpus::entries()) {
    const bool asked =
        names.empty() || std::find(names.begin(), names.end(), entry.name) != names.end();
    if (entry.malformed || !asked) continue;
    const ddb::usb::Reading reading = corpus::read(entry);
    const ddb::usb::Description description =
        ddb::usb::describe(reading, corpus::options_of(entry, reading.device));
    std::string name = entry.name;
    std::replace(name.begin(), name.end(), '/', '_');
    std::ofstream(folder / (name + ".pl")) << to_terms(description);
    std::ofstream(folder / (name + ".json")) << to_json(description);
  }
  return 0;
}

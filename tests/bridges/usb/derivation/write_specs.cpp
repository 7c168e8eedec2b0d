// SPDX-License-Identifier: Apache-2.0
// Writes the spec of every device of the corpus that DDB_CORPUS names, as terms and as JSON:
//
//   write_specs FOLDER
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "corpus.hpp"
#include "ddb/usb/derivation.hpp"

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: write_specs FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder = arguments[1];
  std::filesystem::create_directories(folder);
  for (const corpus::Entry& entry : corpus::entries()) {
    if (entry.malformed) continue;
    const ddb::usb::Reading reading = corpus::read(entry);
    const ddb::usb::Description description =
        ddb::usb::describe(reading, corpus::options_of(entry, reading.device));
    std::string name = entry.name;
    name[name.find('/')] = '_';
    std::ofstream(folder / (name + ".pl")) << to_terms(description);
    std::ofstream(folder / (name + ".json")) << to_json(description);
  }
  return 0;
}

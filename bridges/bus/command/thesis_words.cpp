// SPDX-License-Identifier: Apache-2.0
#include "thesis_words.hpp"

#include <map>

namespace ddb::bus::command {

namespace {

constexpr const char* kForm =
    "the form with -c is: ddb-bus -s STORE -p STORE-PORT -b BUS -c add|delete -m MASTER -p "
    "PROVIDER -d "
    "PORT (the first -p is the store's port)";

[[noreturn]] void refuse(const std::string& what) { throw WrongWords(what + "; " + kForm); }

// The only value of an option.
std::string take(std::map<char, std::vector<std::string>>& values, char letter) {
  std::vector<std::string>& all = values[letter];
  if (all.empty()) refuse(std::string("-") + letter + " is missing");
  if (all.size() > 1) refuse(std::string("-") + letter + " is there more than once");
  return all.front();
}

}  // namespace

std::optional<ThesisWords> read_thesis_words(const std::vector<std::string>& words) {
  // The long form begins with the name of a command.
  if (words.empty() || words.front().size() < 2 || words.front()[0] != '-' ||
      words.front()[1] == '-' || words.front() == "-h") {
    return std::nullopt;
  }
  std::map<char, std::vector<std::string>> values;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word.size() < 2 || word[0] != '-' ||
        std::string("spbcmd").find(word[1]) == std::string::npos) {
      refuse("'" + word + "' is no option");
    }
    if (word.size() > 2) {
      values[word[1]].push_back(word.substr(2));
    } else if (i + 1 < words.size()) {
      values[word[1]].push_back(words[++i]);
    } else {
      refuse("the value of " + word + " is missing");
    }
  }
  ThesisWords read;
  const std::string command = take(values, 'c');
  if (command != "add" && command != "delete") {
    refuse("'" + command + "' is no command of this form");
  }
  read.is_delete = command == "delete";
  const std::vector<std::string>& both = values['p'];
  if (both.size() != 2) refuse("-p must be there twice");
  std::string host = take(values, 's');
  if (host.find(':') != std::string::npos && host.front() != '[') host = "[" + host + "]";
  read.store = "redis://" + host + ":" + both[0];
  read.which = {take(values, 'b'), take(values, 'm'), "usbip", both[1], take(values, 'd')};
  return read;
}

}  // namespace ddb::bus::command

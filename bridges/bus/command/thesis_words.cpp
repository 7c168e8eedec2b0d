// SPDX-License-Identifier: Apache-2.0
#include "thesis_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace ddb::bus::command {

namespace {

constexpr const char* kForm =
    "the form with -c is: ddb-bus [-s STORE] [-p STORE-PORT] -b BUS -c add|delete -m MASTER -p "
    "PROVIDER -d PORT (of two -p, the first is the store's port)";

// Appendix A.1.
struct Option {
  char letter;
  std::string_view name;
};
constexpr std::array kOptions = {
    Option{'s', "server"},  Option{'p', "port"},     Option{'b', "bus"},   Option{'m', "master"},
    Option{'c', "command"}, Option{'p', "provider"}, Option{'d', "devid"},
};

using Values = std::map<std::string_view, std::vector<std::string>>;

[[noreturn]] void refuse(const std::string& what) { throw WrongWords(what + "; " + kForm); }

// An option by its whole name, behind one `-` or two; none: it is no such word.
const Option* named(std::string_view word) {
  if (!word.starts_with('-')) return nullptr;
  word.remove_prefix(word.starts_with("--") ? 2 : 1);
  const auto* const found = std::ranges::find(kOptions, word, &Option::name);
  return found == kOptions.end() ? nullptr : found;
}

// The other form begins with the name of a command, or with options that have two `-`; this one has
// its command somewhere.
bool is_thesis_form(const std::vector<std::string>& words) {
  if (words.empty() || words.front().size() < 2 || words.front()[0] != '-') return false;
  const std::string& first = words.front();
  if (first[1] != '-') return first != "-h";
  return named(first) != nullptr && std::ranges::any_of(words, [](const std::string& word) {
           const Option* const option = named(word);
           return option != nullptr ? option->letter == 'c' : word.starts_with("-c");
         });
}

Values read_values(const std::vector<std::string>& words) {
  Values values;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const Option* const option = named(word);
    const bool is_short = option == nullptr && word.size() >= 2 && word[0] == '-' &&
                          std::string_view("spbcmd").find(word[1]) != std::string_view::npos;
    if (option == nullptr && !is_short) refuse("'" + word + "' is no option");
    // Which of its two meanings -p has, its place says.
    std::vector<std::string>& its =
        values[option != nullptr ? option->name : std::string_view(word).substr(1, 1)];
    if (is_short && word.size() > 2) {
      its.push_back(word.substr(2));
    } else if (i + 1 < words.size()) {
      its.push_back(words[++i]);
    } else {
      refuse("the value of " + word + " is missing");
    }
  }
  for (const Option& it : kOptions) {
    if (it.letter == 'p') continue;
    std::vector<std::string>& its = values[it.name];
    const std::vector<std::string>& more = values[std::string_view(&it.letter, 1)];
    its.insert(its.end(), more.begin(), more.end());
  }
  std::vector<std::string>& both = values["p"];
  if (both.size() > 2) refuse("-p is there more than twice");
  if (!both.empty()) {
    // The last one is the provider, unless that was named.
    const bool has_provider = !values["provider"].empty();
    if (!has_provider) {
      values["provider"].push_back(both.back());
      both.pop_back();
    }
    values["port"].insert(values["port"].end(), both.begin(), both.end());
  }
  return values;
}

// The only value of an option.
std::string take(Values& values, const Option& option, const char* otherwise = nullptr) {
  const std::vector<std::string>& all = values[option.name];
  const std::string letter = std::string("-") + option.letter;
  const std::string shown = letter + " (--" + std::string(option.name) + ")";
  if (all.size() > 1) refuse(shown + " is there more than once");
  if (!all.empty()) return all.front();
  if (otherwise == nullptr) refuse(shown + " is missing");
  return otherwise;
}

}  // namespace

std::optional<ThesisWords> read_thesis_words(const std::vector<std::string>& words) {
  if (!is_thesis_form(words)) return std::nullopt;
  Values values = read_values(words);
  const auto& [server, port, bus, master, command, provider, device] = kOptions;
  ThesisWords read;
  const std::string what = take(values, command);
  if (what != "add" && what != "delete") refuse("'" + what + "' is no command of this form");
  read.is_delete = what == "delete";
  std::string host = take(values, server, "127.0.0.1");
  if (host.find(':') != std::string::npos && host.front() != '[') host = "[" + host + "]";
  read.store = "redis://" + host + ":" + take(values, port, "6379");
  read.which = {take(values, bus), take(values, master), "usbip", take(values, provider),
                take(values, device)};
  return read;
}

}  // namespace ddb::bus::command

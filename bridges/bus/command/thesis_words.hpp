// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_BUS_THESIS_WORDS_HPP
#define DDB_BUS_THESIS_WORDS_HPP

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "commands.hpp"

namespace ddb::bus::command {

/// The command line of the thesis, appendix A:
/// `[-s STORE] [-p STORE-PORT] -b BUS -c add|delete -m MASTER -p PROVIDER -d PORT`, or with the
/// names `--server --port --bus --command --master --provider --devid`, before which one `-` is
/// enough. The store is 127.0.0.1 and its port 6379 where they are left out.
struct ThesisWords {
  bool is_delete = false;
  std::string store;  ///< URL
  Which which;
};

/// The words are not of the form that they begin like.
class WrongWords : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Reads the thesis's form.
/// @param words without the program's name
/// @return none: it is another form, as it begins with a command's name or an option of that form
/// @throws WrongWords
std::optional<ThesisWords> read_thesis_words(const std::vector<std::string>& words);

}  // namespace ddb::bus::command

#endif  // DDB_BUS_THESIS_WORDS_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_LENT_RECORDS_HPP
#define DDB_AGENT_LENT_RECORDS_HPP

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "ddb/usbip/peer.hpp"

namespace ddb::agent {

/// To whom each device of this computer was lent last. The kernel does not know who is at the other
/// end, so this is kept in a file that lives as long as the kernel does (/run).
class LentRecords {
 public:
  /// @param run folder of the file; made if it is not there
  explicit LentRecords(const std::filesystem::path& run);

  /// Of the next connection of the port; none: it is clear.
  void set(const std::string& port, const std::optional<usbip::Identity>& identity);
  /// Of the last one; none: it was clear, or there was none.
  std::optional<usbip::Identity> get(const std::string& port) const;

 private:
  void save() const;

  std::filesystem::path file_;
  std::map<std::string, usbip::Identity> identities_;
};

}  // namespace ddb::agent

#endif  // DDB_AGENT_LENT_RECORDS_HPP

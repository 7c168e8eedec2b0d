// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_IMPORT_RECORDS_HPP
#define DDB_AGENT_IMPORT_RECORDS_HPP

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "ddb/store/key.hpp"
#include "ddb/usbip/socket.hpp"
#include "ddb/usbip/vhci.hpp"

namespace ddb::agent {

/// What a connection without encryption has for a protection.
inline constexpr const char* kClear = "clear";

/// Which import is on which port of the virtual controller. The kernel does not know where a device
/// comes from, so this is kept in a file that lives as long as the kernel does (/run), and is
/// believed only where the kernel says the same of the port.
class ImportRecords {
 public:
  /// @param run folder of the file; made if it is not there
  /// @param usbip_run where the command `usbip port` looks; nothing is written where it can't be
  ImportRecords(const std::filesystem::path& run, std::filesystem::path usbip_run);

  struct Record {
    unsigned number = 0;      ///< of the virtual controller's port
    std::uint32_t devid = 0;  ///< of the device on its provider
    std::string local_port;   ///< where the device is here
    usbip::Endpoint local;    ///< of the connection, if it is not clear
    usbip::Endpoint peer;     ///< likewise
    std::string serial;       ///< of the provider's certificate; empty: it showed none
    std::string protection;   ///< of the connection; empty: an agent of before did not say
  };

  void add(const store::Key& key, const Record& record, std::uint16_t tcp_port);
  void remove(const store::Key& key);
  /// Those whose ports are as they were; the others are forgotten.
  /// @param ports as Vhci::ports() gives them
  /// @return valid until the next call of anything
  const std::map<store::Key, Record>& matching(const std::vector<usbip::VhciPort>& ports);

 private:
  void save() const;

  std::filesystem::path file_;
  std::filesystem::path usbip_run_;
  std::map<store::Key, Record> records_;
};

}  // namespace ddb::agent

#endif  // DDB_AGENT_IMPORT_RECORDS_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_IMPORTER_HPP
#define DDB_AGENT_IMPORTER_HPP

#include <chrono>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "ddb/agent/usbip_module.hpp"
#include "import_records.hpp"

namespace ddb::agent {

/// Makes imports, each provider's in a thread of its own while there are any.
class Importer {
 public:
  /// An import that has ended: well, or with an error.
  struct Ended {
    store::Key key;
    std::string error;
    std::string reason;  // of the error, if it has one
    ImportRecords::Record record;
    std::chrono::milliseconds took{0};
  };

  /// @param files must live as long
  Importer(usbip::Files& files, UsbipOptions options);
  Importer(const Importer&) = delete;
  Importer& operator=(const Importer&) = delete;
  /// Waits for what is under way; that is bounded.
  ~Importer();

  /// @param is_for_much keys are wanted that do not wear out
  void start(const store::Key& key, bool is_for_much);
  std::vector<Ended> take();
  /// Readable when take() has something.
  int descriptor() const { return news_.get(); }

 private:
  struct Job {
    store::Key key;
    bool is_for_much = false;
  };
  using Jobs = std::deque<Job>;

  bool is_stopping();
  void work(const std::string& provider);
  Ended import(const Job& job);
  usbip::Result<usbip::Done> try_once(const Job& job, ImportRecords::Record& record);
  usbip::Result<usbip::Done> protect(const Job& job, int socket, ImportRecords::Record& record);
  std::string wait_for_device(ImportRecords::Record& record);

  usbip::Files& files_;
  UsbipOptions options_;
  usbip::Socket news_;
  std::mutex attach_mutex_;  // one attach at a time on this computer
  std::mutex mutex_;         // of what follows
  bool is_stopping_ = false;
  std::map<std::string, Jobs> jobs_;  // of each provider that has a thread
  std::vector<Ended> ended_;
  std::map<std::string, std::thread> threads_;
};

}  // namespace ddb::agent

#endif  // DDB_AGENT_IMPORTER_HPP

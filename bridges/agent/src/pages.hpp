// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_PAGES_HPP
#define DDB_AGENT_PAGES_HPP

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "ddb/agent/agent.hpp"
#include "ddb/usbip/result.hpp"
#include "ddb/usbip/socket.hpp"

namespace ddb::agent {

/// A socket of this computer that listens at a path; one that is left over there is replaced. Only
/// its user and group can connect.
usbip::Result<usbip::Socket> listen_at_path(const std::filesystem::path& path);
/// Connects to such a socket.
usbip::Result<usbip::Socket> connect_to_path(const std::filesystem::path& path);

/// Shows a report to whoever asks, over HTTP/1.0: `/status` (JSON) and `/metrics` (Prometheus). One
/// client at a time, each bounded in bytes and time, in a thread of its own.
class Pages {
 public:
  explicit Pages(std::vector<usbip::Socket> listeners);
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;
  ~Pages();

  /// Readable when somebody wants a report.
  int descriptor() const { return wanted_.get(); }
  /// Gives it.
  void show(Report report);

 private:
  void run();
  void answer(const usbip::Socket& client);
  std::optional<Report> ask();

  std::vector<usbip::Socket> listeners_;
  usbip::Socket stop_;
  usbip::Socket wanted_;
  std::mutex mutex_;
  std::condition_variable shown_;
  std::optional<Report> report_;
  std::thread thread_;
};

}  // namespace ddb::agent

#endif  // DDB_AGENT_PAGES_HPP

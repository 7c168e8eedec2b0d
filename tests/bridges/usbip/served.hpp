// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_USBIP_SERVED_HPP
#define DDB_TESTS_USBIP_SERVED_HPP

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "ddb/usbip/server.hpp"
#include "samples.hpp"

/// A server on loopback in a thread of its own, for tests.
namespace served {

using namespace ddb::usbip;

/// What happened, from the server's thread; gives the disk on port 1-3 to whoever wants it.
class Recorder : public Handler {
 public:
  wire::ListReply list(const Caller& /*caller*/) override {
    const std::lock_guard lock(mutex_);
    return list_reply_;
  }
  std::optional<wire::ImportReply> import(const wire::ImportRequest& request,
                                          const Caller& /*caller*/, int socket,
                                          std::shared_ptr<void>& /*kept*/) override {
    const std::lock_guard lock(mutex_);
    wanted_.push_back(request.busid.text());
    if (request.busid.text() != "1-3") return wire::ImportReply{wire::Status::NoDevice, {}};
    // As the kernel does, it keeps the connection.
    lent_ = Socket(dup(socket));
    return wire::ImportReply{wire::Status::Ok, samples::imported_disk()};
  }
  void dropped(const Caller& /*caller*/, const Failure& why) override {
    const std::lock_guard lock(mutex_);
    dropped_.push_back(why);
  }

  void set_list(wire::ListReply reply) {
    const std::lock_guard lock(mutex_);
    list_reply_ = std::move(reply);
  }
  std::vector<std::string> wanted() const {
    const std::lock_guard lock(mutex_);
    return wanted_;
  }
  std::vector<Failure> dropped() const {
    const std::lock_guard lock(mutex_);
    return dropped_;
  }
  int lent() const {
    const std::lock_guard lock(mutex_);
    return lent_.get();
  }

 private:
  mutable std::mutex mutex_;
  wire::ListReply list_reply_{wire::Status::Ok, {samples::disk()}};
  std::vector<std::string> wanted_;
  std::vector<Failure> dropped_;
  Socket lent_;
};

/// Serves until it is destroyed.
class Running {
 public:
  explicit Running(const ServerOptions& options = {}, const std::string& address = "127.0.0.1") {
    Result<Socket> listener = listen_at(resolve(address, 0, Clock::now())->front());
    port_ = Endpoint::local_of(listener->get()).port();
    // Its connections have the same: what is long goes out in pieces.
    const int small = 4096;
    setsockopt(listener->get(), SOL_SOCKET, SO_SNDBUF, &small, sizeof small);
    std::vector<Socket> listeners;
    listeners.push_back(std::move(*listener));
    server_ = std::make_unique<Server>(std::move(listeners), recorder, options);
    thread_ = std::thread([this] { run(); });
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() {
    const std::uint64_t one = 1;
    static_cast<void>(!write(stop_.get(), &one, sizeof one));
    thread_.join();
  }

  std::uint16_t port() const { return port_; }
  /// Waits until it holds for what the server has done; whether it came to that in time.
  static bool until(const std::function<bool()>& holds) {
    const Deadline deadline = Clock::now() + std::chrono::seconds(20);
    while (!holds()) {
      if (Clock::now() > deadline) return false;
      std::this_thread::yield();
    }
    return true;
  }
  std::size_t most_connections_seen() const { return most_; }

  Recorder recorder;

 private:
  void run() {
    for (;;) {
      std::array<pollfd, 2> entries = {
          {{server_->descriptor(), POLLIN, 0}, {stop_.get(), POLLIN, 0}}};
      poll(entries.data(), entries.size(), -1);
      if (entries[1].revents != 0) return;
      server_->handle();
      most_ = std::max(most_.load(), server_->connections());
    }
  }

  Socket stop_{eventfd(0, EFD_CLOEXEC)};
  std::uint16_t port_ = 0;
  std::unique_ptr<Server> server_;
  std::atomic<std::size_t> most_{0};
  std::thread thread_;
};

}  // namespace served

#endif  // DDB_TESTS_USBIP_SERVED_HPP

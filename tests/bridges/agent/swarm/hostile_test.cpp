// SPDX-License-Identifier: Apache-2.0
// Hundreds of clients who mean harm, or are slow, all at once: each costs a bounded connection.
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "ddb/usbip/wire.hpp"
#include "nodes.hpp"
#include "workloads.hpp"

namespace {

using namespace ddb;
using Message = std::vector<std::uint8_t>;

Message request_for(const char* port) {
  const auto bytes = usbip::wire::encode(usbip::wire::ImportRequest{*usbip::BusId::parse(port)});
  return {bytes.begin(), bytes.end()};
}

// Connects from many addresses again and again, and does each time another thing of these: says
// nothing; half a request, then nothing; a byte now and then; a byte too many; noise; wants what is
// not its own; asks for the list and does not read it; goes away at once.
class Hostile {
 public:
  Hostile(std::string provider, std::uint16_t port)
      : provider_(std::move(provider)), port_(port), thread_([this] { run(); }) {}
  Hostile(const Hostile&) = delete;
  Hostile& operator=(const Hostile&) = delete;
  ~Hostile() {
    is_stopping_ = true;
    thread_.join();
  }

  unsigned connections() const { return connections_; }

  static constexpr std::size_t kAtOnce = 600;

 private:
  struct Client {
    usbip::Socket socket;
    bool is_dripping = false;
  };

  static Message words_of(unsigned kind) {
    Message request = request_for("1-1.1");
    switch (kind) {
      case 0:
        return {};
      case 1:
        request.resize(20);
        return request;
      case 2:
        request.resize(1);
        return request;
      case 3:
        request.push_back(0);
        return request;
      case 4:
        request.assign(1000, 0xa5);
        return request;
      case 5:
        return request_for("1-1.2");
      case 6: {
        const auto list = usbip::wire::encode(usbip::wire::ListRequest{});
        return {list.begin(), list.end()};
      }
      default:
        return request;
    }
  }

  void run() {
    std::vector<Client> clients(kAtOnce);
    while (!is_stopping_) {
      for (Client& client : clients) go_on(client);
      poll(nullptr, 0, 1);
    }
  }

  void go_on(Client& client) {
    std::array<char, 64> answer{};
    if (client.socket.get() >= 0) {
      const ssize_t count = recv(client.socket.get(), answer.data(), 1, MSG_DONTWAIT | MSG_PEEK);
      const bool is_open = count > 0 || (count < 0 && errno == EAGAIN);
      if (is_open) {
        const Message request = request_for("1-1.1");
        if (client.is_dripping) send(client.socket.get(), request.data(), 1, MSG_NOSIGNAL);
        return;
      }
    }
    const unsigned kind = connections_++ % 8;
    const std::string from = "127.9." + std::to_string(connections_ % 60 + 1) + ".1";
    const auto source = usbip::resolve(from, 0, usbip::Clock::now());
    usbip::Result<usbip::Socket> socket = usbip::connect_to(
        {provider_, port_, source->front()}, usbip::Clock::now() + std::chrono::milliseconds(200));
    if (!socket) return;
    const Message words = words_of(kind);
    if (!words.empty()) send(socket->get(), words.data(), words.size(), MSG_NOSIGNAL);
    client.is_dripping = kind == 2;
    client.socket = kind == 7 ? usbip::Socket() : std::move(*socket);
  }

  std::string provider_;
  std::uint16_t port_;
  std::atomic<bool> is_stopping_{false};
  std::atomic<unsigned> connections_{0};
  std::thread thread_;
};

std::ptrdiff_t files_of(pid_t process) {
  const std::filesystem::directory_iterator files("/proc/" + std::to_string(process) + "/fd");
  return std::distance(files, std::filesystem::directory_iterator());
}

TEST_CASE("hundreds of hostile clients cost connections, and no import", "[hostile]") {
  constexpr unsigned count = 12;
  const nodes::Folder folder;
  const std::string url = "sqlite:" + (folder.path() / "bus.db").string();
  const auto store = store::open(url);
  swarm::Swarm swarm({2, url, folder.path(), swarm::Network::Loopback, 16});
  std::vector<store::Key> ports;
  for (unsigned i = 1; i <= count; ++i) {
    ports.emplace_back("bus", swarm.address_of(1), "usbip", swarm.address_of(0),
                       "1-1." + std::to_string(i));
  }
  const pid_t provider = swarm.process_of(0);
  const std::ptrdiff_t files = files_of(provider);
  [[maybe_unused]] const swarm::Cost before = swarm::cost_of(provider);
  {
    const Hostile hostile(swarm.address_of(0), swarm.tcp_port());
    REQUIRE(nodes::until([&] { return hostile.connections() > 2 * Hostile::kAtOnce; }));
    // Why they are turned away is in the log.
    bool is_refused = false;
    bool is_dropped = false;
    CHECK(swarm.listen([&](unsigned /*node*/, const swarm::Line& line) {
      is_refused = is_refused || line.what == "refused";
      is_dropped = is_dropped || line.what == "dropped";
      return is_refused && is_dropped;
    }));
    // An import's connection is there twice: the agent's and the played kernel's.
    constexpr std::ptrdiff_t most = 256 + 2 * count + 8;
    CHECK(files_of(provider) <= files + most);
    swarm::import_all(swarm, *store, ports);
    swarm::replug(swarm, ports, count);
    const unsigned until_now = hostile.connections();
    REQUIRE(nodes::until([&] { return hostile.connections() > until_now + 100; }));
    CHECK(files_of(provider) <= files + most);
    // It goes on while there is no end of them.
    CHECK(swarm::plug(swarm, ports, 3).all.size() == 3);
  }
  for (const store::Entry& entry : store->list().entries) {
    CHECK(entry.status == store::Status::Imported);
  }
  CHECK(nodes::until([&] { return files_of(provider) <= files + std::ptrdiff_t{2} * count; }));
  // The sanitizers keep what was freed to look at it.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  constexpr std::uint64_t megabytes = 8'000'000;
  CHECK(swarm::cost_of(provider).memory < before.memory + megabytes);
#endif
}

}  // namespace

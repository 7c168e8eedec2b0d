// SPDX-License-Identifier: Apache-2.0
#include "proxy.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

namespace ddb::store::test {

namespace {

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

struct Pair {
  int client;
  int server;
};

}  // namespace

struct Proxy::Impl {
  explicit Impl(int the_server_port) : server_port(the_server_port) {
    listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto* const general = reinterpret_cast<sockaddr*>(&address);
    if (bind(listener, general, size) != 0 || listen(listener, 16) != 0 ||
        getsockname(listener, general, &size) != 0) {
      throw std::runtime_error("the proxy cannot listen");
    }
    port = ntohs(address.sin_port);
    wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    thread = std::thread([this] { run(); });
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    change([this] { is_stopping = true; });
    thread.join();
    for (const Pair& pair : pairs) shut(pair);
    close(listener);
    close(wake);
  }

  template <class Work>
  void change(const Work& work) {
    {
      const std::lock_guard lock(mutex);
      work();
    }
    const std::uint64_t one = 1;
    static_cast<void>(write(wake, &one, sizeof one) + 0);
  }

  static void shut(const Pair& pair) {
    close(pair.client);
    close(pair.server);
  }

  void run() {
    for (;;) {
      std::vector<pollfd> waiting = {{listener, POLLIN, 0}, {wake, POLLIN, 0}};
      bool silent = false;
      {
        const std::lock_guard lock(mutex);
        if (is_stopping) return;
        silent = is_silent;
      }
      for (const Pair& pair : pairs) {
        waiting.push_back({silent ? -1 : pair.client, POLLIN, 0});
        waiting.push_back({silent ? -1 : pair.server, POLLIN, 0});
      }
      poll(waiting.data(), waiting.size(), -1);
      std::uint64_t count = 0;
      static_cast<void>(read(wake, &count, sizeof count) + 0);
      std::size_t i = 2;
      for (auto it = pairs.begin(); it != pairs.end(); i += 2) {
        const bool goes_on =
            (waiting[i].revents == 0 || move(it->client, it->server, Way::ToServer)) &&
            (waiting[i + 1].revents == 0 || move(it->server, it->client, Way::ToClient));
        if (!goes_on) shut(*it);
        it = goes_on ? std::next(it) : pairs.erase(it);
      }
      if (waiting[0].revents != 0) take_connection();
    }
  }

  void take_connection() {
    const int client = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(server_port);
    const int yes = 1;
    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    setsockopt(server, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      shut({client, server});
      return;
    }
    pairs.push_back({client, server});
  }

  bool move(int from, int to, Way way) {
    std::array<char, 65536> block{};
    std::size_t most = block.size();
    {
      const std::lock_guard lock(mutex);
      if (drip != 0) most = drip;
    }
    if (most < block.size()) poll(nullptr, 0, 1);
    const ssize_t received = recv(from, block.data(), most, 0);
    if (received <= 0) return false;
    auto length = static_cast<std::size_t>(received);
    bool goes_on = true;
    {
      const std::lock_guard lock(mutex);
      if (cut && cut->first == way) {
        if (length >= cut->second) {
          length = cut->second;
          cut.reset();
          was_cut = true;
          goes_on = false;
        } else {
          cut->second -= length;
        }
      }
      counts[way == Way::ToServer ? 0 : 1] += length;
    }
    for (std::size_t sent = 0; sent < length;) {
      const ssize_t count = send(to, block.data() + sent, length - sent, MSG_NOSIGNAL);
      if (count <= 0) return false;
      sent += static_cast<std::size_t>(count);
    }
    return goes_on;
  }

  int server_port;
  int port = 0;
  int listener = -1;
  int wake = -1;
  std::list<Pair> pairs;

  std::mutex mutex;  // of what follows
  bool is_stopping = false;
  bool is_silent = false;
  bool was_cut = false;
  std::size_t drip = 0;
  std::optional<std::pair<Way, std::size_t>> cut;
  std::array<std::size_t, 2> counts{};

  std::thread thread;
};

Proxy::Proxy(int server_port) : impl_(std::make_unique<Impl>(server_port)) {}
Proxy::~Proxy() = default;

std::string Proxy::url() const { return "redis://127.0.0.1:" + std::to_string(impl_->port); }

void Proxy::reset_counts() {
  impl_->change([&] { impl_->counts = {}; });
}

std::size_t Proxy::count(Way way) const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->counts[way == Way::ToServer ? 0 : 1];
}

void Proxy::cut_after(Way way, std::size_t bytes) {
  impl_->change([&] {
    impl_->cut = std::pair(way, bytes);
    impl_->was_cut = false;
  });
}

bool Proxy::has_cut() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->was_cut;
}

void Proxy::set_silent(bool is_silent) {
  impl_->change([&] { impl_->is_silent = is_silent; });
}

void Proxy::set_drip(std::size_t bytes) {
  impl_->change([&] { impl_->drip = bytes; });
}

}  // namespace ddb::store::test

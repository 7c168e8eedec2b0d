// SPDX-License-Identifier: Apache-2.0
#include "ddb/usbip/server.hpp"

#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <list>
#include <map>
#include <optional>
#include <system_error>

namespace ddb::usbip {

namespace {

Socket checked(int number) {
  if (number < 0) {
    throw std::system_error(errno, std::generic_category(), "cannot serve usbip");
  }
  return Socket(number);
}

Failure broken(int number) {
  return {FailureKind::Unreachable, "the connection broke: " + system_words(number), "", number};
}

// More than a request, so that a byte too many is seen.
using RequestBuffer = std::array<std::uint8_t, wire::kImportRequestSize + 1>;

// The order of members is that of their going: what is made of the socket goes before it.
struct Connection {
  Socket socket;
  Caller caller;
  std::string host;
  Deadline deadline;
  std::unique_ptr<Opening> opening;  // until it is through the gate
  RequestBuffer request{};
  std::size_t received = 0;
  std::optional<wire::ImportRequest> import;  // that the handler has not answered yet
  std::shared_ptr<void> kept;                 // the handler's
  std::vector<std::uint8_t> reply;            // being sent if it is not empty
  std::size_t sent = 0;
};

using Connections = std::list<Connection>;

}  // namespace

struct Server::Impl {
  Impl(std::vector<Socket> listening, Handler& handler_of_all, const ServerOptions& how)
      : listeners(std::move(listening)), handler(handler_of_all), options(how) {
    for (const Socket& it : listeners) watch(EPOLL_CTL_ADD, it.get(), EPOLLIN);
    watch(EPOLL_CTL_ADD, timer.get(), EPOLLIN);
  }

  void watch(int operation, int number, std::uint32_t events) const {
    epoll_event interest{};
    interest.events = events;
    interest.data.fd = number;
    if (epoll_ctl(poll.get(), operation, number, &interest) != 0) {
      throw std::system_error(errno, std::generic_category(), "cannot watch a connection");
    }
  }

  void drop(Connections::iterator it, const Failure& why) {
    const Caller caller = it->caller;
    connections.erase(it);
    handler.dropped(caller, why);
  }

  // How far it has come. Strangers on a node's computer must not end what the node has asked for.
  static int stage_of(const Connection& connection) {
    if (connection.opening) return 0;
    return connection.import ? 2 : 1;
  }

  // Connections stand in the order in which they came.
  void drop_one(const std::string& host, const char* sentence) {
    auto least = connections.end();
    for (auto it = connections.begin(); it != connections.end(); ++it) {
      if (it->host != host) continue;
      if (least == connections.end() || stage_of(*it) < stage_of(*least)) least = it;
    }
    drop(least, {FailureKind::Busy, sentence, ""});
  }

  void make_room(const std::string& host) {
    std::map<std::string, std::size_t> counts;
    for (const Connection& it : connections) ++counts[it.host];
    if (counts[host] >= options.most_of_one_host) {
      drop_one(host, "it had too many connections open, and gave up the oldest");
    } else if (connections.size() >= options.most_connections) {
      const auto most = std::max_element(
          counts.begin(), counts.end(),
          [](const auto& left, const auto& right) { return left.second < right.second; });
      drop_one(most->first, "there were too many connections, most of them from there");
    }
  }

  void accept_from(int listener) {
    // So that those who connect without an end leave time for the others.
    constexpr int most = 64;
    for (int i = 0; i < most; ++i) {
      Socket socket(accept4(listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
      if (socket.get() < 0) {
        if (errno == EMFILE || errno == ENFILE) turn_one_away(listener);
        return;
      }
      Connection connection;
      connection.caller.endpoint = Endpoint::peer_of(socket.get());
      connection.host = connection.caller.endpoint.host();
      connection.deadline = Clock::now() + options.patience;
      if (options.gate != nullptr) connection.opening = options.gate->open(socket.get());
      connection.socket = std::move(socket);
      make_room(connection.host);
      watch(EPOLL_CTL_ADD, connection.socket.get(), EPOLLIN);
      connections.push_back(std::move(connection));
      // Most have sent their request with the connection.
      go_on(std::prev(connections.end()));
    }
  }

  // Without a free descriptor, the one that waits would be told of again and again.
  void turn_one_away(int listener) {
    spare = Socket();
    const Socket socket(accept4(listener, nullptr, nullptr, SOCK_CLOEXEC));
    const Caller caller{Endpoint::peer_of(socket.get()), std::nullopt};
    handler.dropped(caller, {FailureKind::System, "this computer has no free descriptor for it",
                             "allow the process more of them (LimitNOFILE)", EMFILE});
    spare_is_used = true;
  }

  // Whether it is through the gate; if not, it waits or is gone.
  bool is_through(Connections::iterator it) {
    if (!it->opening) return true;
    const Result<Opening::Wants> wants = it->opening->go_on();
    if (!wants) {
      drop(it, wants.error());
      return false;
    }
    const bool is_open = *wants == Opening::Wants::Nothing;
    watch(EPOLL_CTL_MOD, it->socket.get(), *wants == Opening::Wants::Write ? EPOLLOUT : EPOLLIN);
    if (!is_open) return false;
    it->caller.identity = it->opening->identity();
    it->opening.reset();
    return true;
  }

  void go_on(Connections::iterator it) {
    if (!is_through(it)) return;
    if (it->import) {
      drop(it, {FailureKind::Unreachable, "it did not wait for its answer", ""});
      return;
    }
    if (!it->reply.empty()) {
      send_more(it);
      return;
    }
    const ssize_t got = recv(it->socket.get(), it->request.data() + it->received,
                             it->request.size() - it->received, MSG_DONTWAIT);
    if (got < 0) {
      if (errno != EAGAIN && errno != EINTR) drop(it, broken(errno));
      return;
    }
    it->received += static_cast<std::size_t>(got);
    const wire::Bytes message(it->request.data(), it->received);
    const wire::Needed needed = wire::needed_for_request(message);
    if (needed && message.size() < *needed) {
      if (got > 0) return;
      drop(it,
           {FailureKind::BadAnswer,
            "it ended the connection after " + std::to_string(it->received) + " bytes of a request",
            ""});
      return;
    }
    const Result<wire::Request, wire::WireError> request = wire::decode_request(message);
    if (!request) {
      refuse(it, request.error());
    } else if (const auto* const import = std::get_if<wire::ImportRequest>(&*request)) {
      prepare(it, *import);
    } else {
      it->reply = wire::encode(handler.list(it->caller));
      watch(EPOLL_CTL_MOD, it->socket.get(), EPOLLOUT);
      send_more(it);
    }
  }

  void refuse(Connections::iterator it, const wire::WireError& error) {
    const bool is_old = error.kind == wire::WireError::Kind::OtherVersion;
    drop(it, {is_old ? FailureKind::OldPeer : FailureKind::BadAnswer,
              error.reason + " (byte " + std::to_string(error.offset) + " of the request)",
              is_old ? "both sides need usbip 2.0 or newer (protocol 1.1.1)" : ""});
  }

  void prepare(Connections::iterator it, const wire::ImportRequest& request) {
    const Result<Done> prepared = prepare_for_kernel(it->socket.get());
    if (!prepared) {
      drop(it, prepared.error());
      return;
    }
    it->import = request;
    it->deadline = Clock::now() + options.answer_patience;
    // Only its going away is of interest now.
    watch(EPOLL_CTL_MOD, it->socket.get(), EPOLLRDHUP);
    ask(it);
  }

  void ask(Connections::iterator it) {
    const int number = it->socket.get();
    const std::optional<wire::ImportReply> reply =
        handler.import(*it->import, it->caller, number, it->kept);
    if (!reply) return;
    // The kernel keeps the socket open, so that closing ours would not end the watching.
    epoll_ctl(poll.get(), EPOLL_CTL_DEL, number, nullptr);
    const Connection connection = std::move(*it);
    connections.erase(it);
    // A socket that nothing was sent on has room for it all; waiting has no use.
    const Result<Done> sent = send_all(number, wire::encode(*reply), Clock::now());
    if (sent) return;
    // The kernel lets go of the device.
    shutdown(number, SHUT_RDWR);
    handler.dropped(connection.caller, sent.error());
  }

  void ask_again() {
    for (auto it = connections.begin(); it != connections.end();) {
      const auto current = it++;
      if (current->import) ask(current);
    }
  }

  void send_more(Connections::iterator it) {
    while (it->sent < it->reply.size()) {
      const ssize_t count = send(it->socket.get(), it->reply.data() + it->sent,
                                 it->reply.size() - it->sent, MSG_NOSIGNAL | MSG_DONTWAIT);
      if (count < 0) {
        if (errno != EAGAIN && errno != EINTR) drop(it, broken(errno));
        return;
      }
      it->sent += static_cast<std::size_t>(count);
    }
    connections.erase(it);
  }

  void drop_late() {
    const Deadline now = Clock::now();
    for (auto it = connections.begin(); it != connections.end();) {
      const auto current = it++;
      if (current->deadline <= now) drop(current, late(*current));
    }
  }

  static Failure late(const Connection& connection) {
    if (connection.opening) {
      return {FailureKind::TimedOut, "it did not come to an end of the handshake in time", "", 0,
              "silent"};
    }
    if (connection.import) {
      return {FailureKind::TimedOut, "its answer was not there in time",
              "look at the authorisation hook"};
    }
    if (!connection.reply.empty()) {
      return {FailureKind::TimedOut, "it did not read its answer in time", ""};
    }
    return {FailureKind::TimedOut,
            "it did not say in time what it wants (" + std::to_string(connection.received) +
                " bytes came)",
            ""};
  }

  // The one of all deadlines that is next.
  void set_timer() const {
    itimerspec times{};
    const auto next = std::min_element(connections.begin(), connections.end(),
                                       [](const Connection& left, const Connection& right) {
                                         return left.deadline < right.deadline;
                                       });
    if (next != connections.end()) {
      const auto left =
          std::max<Clock::duration>(next->deadline - Clock::now(), std::chrono::milliseconds(1));
      const auto seconds = std::chrono::floor<std::chrono::seconds>(left);
      times.it_value.tv_sec = seconds.count();
      times.it_value.tv_nsec = std::chrono::nanoseconds(left - seconds).count();
    }
    timerfd_settime(timer.get(), 0, &times, nullptr);
  }

  void handle() {
    std::array<epoll_event, 64> events{};
    const int count = epoll_wait(poll.get(), events.data(), static_cast<int>(events.size()), 0);
    if (spare_is_used) {
      spare = Socket(dup(poll.get()));
      spare_is_used = spare.get() < 0;
    }
    for (int i = 0; i < count; ++i) handle_one(events[static_cast<std::size_t>(i)].data.fd);
    drop_late();
    set_timer();
  }

  void handle_one(int number) {
    const bool is_listener = std::any_of(listeners.begin(), listeners.end(),
                                         [&](const Socket& it) { return it.get() == number; });
    if (is_listener) {
      accept_from(number);
      return;
    }
    // One that was dropped by what came before in the same round is not there any more.
    const auto it = std::find_if(connections.begin(), connections.end(),
                                 [&](const Connection& it) { return it.socket.get() == number; });
    if (it != connections.end()) go_on(it);
  }

  Socket poll = checked(epoll_create1(EPOLL_CLOEXEC));
  Socket timer = checked(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC));
  Socket spare = checked(dup(poll.get()));  // given up for one that must be turned away
  bool spare_is_used = false;
  std::vector<Socket> listeners;
  Handler& handler;
  ServerOptions options;
  Connections connections;  // oldest first
};

Server::Server(std::vector<Socket> listeners, Handler& handler, const ServerOptions& options)
    : impl_(std::make_unique<Impl>(std::move(listeners), handler, options)) {}

Server::~Server() = default;

int Server::descriptor() const noexcept { return impl_->poll.get(); }

void Server::handle() { impl_->handle(); }

void Server::ask_again() { impl_->ask_again(); }

std::size_t Server::connections() const noexcept { return impl_->connections.size(); }

}  // namespace ddb::usbip

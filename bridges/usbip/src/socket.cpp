// SPDX-License-Identifier: Apache-2.0
#include "ddb/usbip/socket.hpp"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace ddb::usbip {

namespace {

Failure system_failure(const std::string& what, int number) {
  return {FailureKind::System, what + ": " + system_words(number), "", number};
}

template <class Value>
bool set_option(int socket, int level, int name, const Value& value) {
  return setsockopt(socket, level, name, &value, sizeof value) == 0;
}

enum class Wait { Ready, TimeOut };

// Until the socket is ready for the events, or shows that it is broken.
Wait wait_for(int socket, short events, Deadline deadline) {
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return Wait::TimeOut;
    constexpr long most = 1'000'000;
    pollfd entry{socket, events, 0};
    const int count = poll(&entry, 1, static_cast<int>(std::min<long>(left.count(), most)));
    if (count > 0 || (count < 0 && errno != EINTR)) return Wait::Ready;
  }
}

bool would_block(int number) { return number == EAGAIN || number == EWOULDBLOCK; }

// Which of the system's refusals mean that the other side can't be reached.
Failure unreachable(const Target& target, const Endpoint& endpoint, int number) {
  const std::string place = target.node + " port " + std::to_string(target.port);
  if (number == ECONNREFUSED) {
    return {FailureKind::Unreachable, "nobody listens at " + place,
            "start ddb-agent on that node, or look which port it listens at", number};
  }
  const std::string address = endpoint.host();
  const std::string seen = address == target.node ? "" : " (" + address + ")";
  return {FailureKind::Unreachable, place + seen + " can't be reached: " + system_words(number),
          "look at the network between the two, and at its firewalls", number};
}

Result<Socket> connect_one(const Target& target, const Endpoint& endpoint, Deadline deadline) {
  Socket socket(
      ::socket(endpoint.address()->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (socket.get() < 0) return system_failure("cannot make a socket", errno);
  if (target.source) {
    const Endpoint source = target.source->with_port(0);
    if (bind(socket.get(), source.address(), source.size()) != 0) {
      return system_failure("cannot connect from " + source.host(), errno);
    }
  }
  set_option(socket.get(), IPPROTO_TCP, TCP_NODELAY, 1);
  if (connect(socket.get(), endpoint.address(), endpoint.size()) == 0) return socket;
  if (errno != EINPROGRESS) return unreachable(target, endpoint, errno);
  if (wait_for(socket.get(), POLLOUT, deadline) == Wait::TimeOut) {
    return unreachable(target, endpoint, ETIMEDOUT);
  }
  int number = 0;
  socklen_t size = sizeof number;
  getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &number, &size);
  if (number != 0) return unreachable(target, endpoint, number);
  return socket;
}

}  // namespace

std::string system_words(int number) { return std::generic_category().message(number); }

Socket::~Socket() {
  if (number_ >= 0) close(number_);
}

Result<Socket> connect_to(const Target& target, Deadline deadline) {
  const Result<std::vector<Endpoint>> endpoints = resolve(target.node, target.port, deadline);
  if (!endpoints) return endpoints.error();
  std::optional<Failure> failure;
  for (std::size_t i = 0; i < endpoints->size(); ++i) {
    const Endpoint& endpoint = (*endpoints)[i];
    const bool is_other_family =
        target.source && target.source->address()->sa_family != endpoint.address()->sa_family;
    if (is_other_family) continue;
    const auto now = Clock::now();
    const auto part = (deadline - now) / static_cast<long>(endpoints->size() - i);
    Result<Socket> socket = connect_one(target, endpoint, now + part);
    if (socket) return socket;
    failure = socket.error();
  }
  if (failure) return *failure;
  return Failure{FailureKind::Unreachable,
                 target.node + " has no address of the kind of " + target.source->host(),
                 "name both nodes by IPv4, or both by IPv6"};
}

Result<Socket> listen_at(const Endpoint& endpoint) {
  const int family = endpoint.address()->sa_family;
  Socket socket(::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (socket.get() < 0) return system_failure("cannot make a socket", errno);
  set_option(socket.get(), SOL_SOCKET, SO_REUSEADDR, 1);
  if (family == AF_INET6) set_option(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, 1);
  constexpr int backlog = 128;
  if (bind(socket.get(), endpoint.address(), endpoint.size()) == 0 &&
      listen(socket.get(), backlog) == 0) {
    return socket;
  }
  const int number = errno;
  std::string remedy;
  if (number == EADDRINUSE) remedy = "stop usbipd or the other ddb-agent that listens there";
  if (number == EADDRNOTAVAIL) remedy = "--node must be an address of this computer";
  if (number == EACCES) remedy = "choose a port from 1024 on, or run as root";
  return Failure{FailureKind::System,
                 "cannot listen at " + endpoint.text() + ": " + system_words(number), remedy,
                 number};
}

Result<Done> send_all(int socket, std::span<const std::uint8_t> bytes, Deadline deadline) {
  while (!bytes.empty()) {
    const ssize_t count = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count >= 0) {
      bytes = bytes.subspan(static_cast<std::size_t>(count));
    } else if (would_block(errno)) {
      if (wait_for(socket, POLLOUT, deadline) == Wait::TimeOut) {
        return Failure{FailureKind::TimedOut, "the other side does not read", ""};
      }
    } else if (errno != EINTR) {
      return Failure{FailureKind::Unreachable, "the connection broke: " + system_words(errno), "",
                     errno};
    }
  }
  return Done{};
}

Result<Done> receive_exactly(int socket, std::size_t count, std::vector<std::uint8_t>& bytes,
                             Deadline deadline) {
  std::size_t size = bytes.size();
  const std::size_t end = size + count;
  while (size < end) {
    // What is claimed to come takes memory only as it comes.
    constexpr std::size_t piece = 65536;
    bytes.resize(std::min(end, size + piece));
    const ssize_t got = recv(socket, bytes.data() + size, bytes.size() - size, MSG_DONTWAIT);
    const int number = errno;
    size += got > 0 ? static_cast<std::size_t>(got) : 0;
    bytes.resize(size);
    if (got > 0 || (got < 0 && number == EINTR)) continue;
    if (got == 0) {
      return Failure{FailureKind::BadAnswer,
                     "the other side ended the connection after " + std::to_string(size) +
                         " bytes of a message",
                     ""};
    }
    if (!would_block(number)) {
      return Failure{FailureKind::Unreachable, "the connection broke: " + system_words(number), "",
                     number};
    }
    if (wait_for(socket, POLLIN, deadline) == Wait::TimeOut) {
      return Failure{
          FailureKind::TimedOut,
          "the other side fell silent after " + std::to_string(size) + " bytes of a message", ""};
    }
  }
  return Done{};
}

Result<Done> prepare_for_kernel(int socket) {
  const int flags = fcntl(socket, F_GETFL);
  const auto in_all = std::chrono::duration_cast<std::chrono::milliseconds>(
      kKeepAliveIdle + kKeepAliveTries * kKeepAliveInterval);
  const timeval none{};
  const bool is_ready =
      flags >= 0 && fcntl(socket, F_SETFL, flags & ~O_NONBLOCK) == 0 &&
      set_option(socket, SOL_SOCKET, SO_RCVTIMEO, none) &&
      set_option(socket, SOL_SOCKET, SO_SNDTIMEO, none) &&
      set_option(socket, SOL_SOCKET, SO_KEEPALIVE, 1) &&
      set_option(socket, IPPROTO_TCP, TCP_NODELAY, 1) &&
      set_option(socket, IPPROTO_TCP, TCP_KEEPIDLE, static_cast<int>(kKeepAliveIdle.count())) &&
      set_option(socket, IPPROTO_TCP, TCP_KEEPINTVL,
                 static_cast<int>(kKeepAliveInterval.count())) &&
      set_option(socket, IPPROTO_TCP, TCP_KEEPCNT, kKeepAliveTries) &&
      set_option(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, static_cast<unsigned>(in_all.count()));
  if (is_ready) return Done{};
  return system_failure("cannot make the connection ready for the kernel", errno);
}

}  // namespace ddb::usbip

// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstring>
#include <memory>
#include <mutex>
#include <thread>

#include "ddb/usbip/socket.hpp"

namespace ddb::usbip {

namespace {

// The structs of sockets overlay each other; memcpy is how to look into them.
template <class Address>
Address as(const sockaddr_storage& storage) {
  Address address{};
  std::memcpy(&address, &storage, sizeof address);
  return address;
}

template <class Address>
void put(const Address& address, sockaddr_storage& storage) {
  std::memcpy(&storage, &address, sizeof address);
}

struct Answer {
  int code = 0;
  std::vector<Endpoint> endpoints;
};

Answer ask_resolver(const std::string& name, int flags) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = flags;
  addrinfo* found = nullptr;
  Answer answer;
  answer.code = getaddrinfo(name.c_str(), nullptr, &hints, &found);
  for (const addrinfo* it = found; it != nullptr; it = it->ai_next) {
    answer.endpoints.emplace_back(it->ai_addr, it->ai_addrlen);
  }
  if (found != nullptr) freeaddrinfo(found);
  return answer;
}

// What a thread that asks the resolver shares with the one that waits for it.
struct Question {
  std::mutex mutex;
  std::condition_variable answered;
  std::optional<Answer> answer;
};

std::optional<Answer> ask_resolver_until(const std::string& name, Deadline deadline) {
  const auto question = std::make_shared<Question>();
  std::thread([question, name] {
    Answer answer = ask_resolver(name, 0);
    const std::lock_guard lock(question->mutex);
    question->answer = std::move(answer);
    question->answered.notify_one();
  }).detach();
  std::unique_lock lock(question->mutex);
  question->answered.wait_until(lock, deadline, [&] { return question->answer.has_value(); });
  return question->answer;
}

}  // namespace

Endpoint::Endpoint(const sockaddr* address, socklen_t size) noexcept
    : size_(std::min(size, socklen_t{sizeof storage_})) {
  std::memcpy(&storage_, address, size_);
  if (storage_.ss_family != AF_INET6) return;
  const auto six = as<sockaddr_in6>(storage_);
  if (!IN6_IS_ADDR_V4MAPPED(&six.sin6_addr)) return;
  sockaddr_in four{};
  four.sin_family = AF_INET;
  four.sin_port = six.sin6_port;
  constexpr std::size_t prefix = 12;
  std::memcpy(&four.sin_addr, six.sin6_addr.s6_addr + prefix, sizeof four.sin_addr);
  storage_ = {};
  put(four, storage_);
  size_ = sizeof four;
}

namespace {

Endpoint asked(int socket, int (*question)(int, sockaddr*, socklen_t*)) noexcept {
  sockaddr_storage storage{};
  socklen_t size = sizeof storage;
  auto* const address = reinterpret_cast<sockaddr*>(&storage);
  if (question(socket, address, &size) != 0) return {};
  return {address, size};
}

}  // namespace

Endpoint Endpoint::peer_of(int socket) noexcept { return asked(socket, &getpeername); }

Endpoint Endpoint::local_of(int socket) noexcept { return asked(socket, &getsockname); }

const sockaddr* Endpoint::address() const noexcept {
  return reinterpret_cast<const sockaddr*>(&storage_);
}

std::uint16_t Endpoint::port() const noexcept {
  // The port is at the same place in both.
  return ntohs(as<sockaddr_in>(storage_).sin_port);
}

Endpoint Endpoint::with_port(std::uint16_t port) const noexcept {
  Endpoint other = *this;
  auto address = as<sockaddr_in6>(other.storage_);
  address.sin6_port = htons(port);
  put(address, other.storage_);
  return other;
}

std::string Endpoint::host() const {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (storage_.ss_family == AF_INET) {
    const auto four = as<sockaddr_in>(storage_);
    inet_ntop(AF_INET, &four.sin_addr, text.data(), text.size());
    return text.data();
  }
  if (storage_.ss_family != AF_INET6) return "";
  const auto six = as<sockaddr_in6>(storage_);
  inet_ntop(AF_INET6, &six.sin6_addr, text.data(), text.size());
  return std::string("[").append(text.data()).append("]");
}

Result<std::vector<Endpoint>> resolve(const std::string& node, std::uint16_t port,
                                      Deadline deadline) {
  std::string name = node;
  if (name.size() > 2 && name.front() == '[' && name.back() == ']') {
    name = name.substr(1, name.size() - 2);
  }
  std::optional<Answer> answer = ask_resolver(name, AI_NUMERICHOST);
  if (answer->code != 0) answer = ask_resolver_until(name, deadline);
  if (!answer) {
    return Failure{FailureKind::TimedOut, "the address of '" + node + "' was not found in time",
                   "write the node's number, or look why the resolver does not answer"};
  }
  if (answer->code != 0 || answer->endpoints.empty()) {
    return Failure{FailureKind::Unreachable,
                   "there is no address of '" + node + "' (" + gai_strerror(answer->code) + ")",
                   "write the node's number, or a name that the resolver knows"};
  }
  for (Endpoint& it : answer->endpoints) it = it.with_port(port);
  return std::move(answer->endpoints);
}

}  // namespace ddb::usbip

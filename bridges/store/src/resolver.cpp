// SPDX-License-Identifier: Apache-2.0
#include "resolver.hpp"

#include <netdb.h>

#include <cstring>
#include <future>
#include <memory>
#include <thread>
#include <utility>

#include "redis_connection.hpp"

namespace ddb::store::detail {

namespace {

struct Answer {
  int error = 0;
  std::vector<Address> addresses;
};

Answer look_up(const std::string& host, const std::string& port, int flags) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = flags;
  addrinfo* found = nullptr;
  Answer answer;
  answer.error = getaddrinfo(host.c_str(), port.c_str(), &hints, &found);
  if (answer.error != 0) return answer;
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(found, &freeaddrinfo);
  for (const addrinfo* it = found; it != nullptr; it = it->ai_next) {
    answer.addresses.emplace_back(it->ai_addr, it->ai_addrlen);
  }
  return answer;
}

}  // namespace

Address::Address(const sockaddr* address, socklen_t size) : size_(size) {
  std::memcpy(&storage_, address, size);
}

std::vector<Address> resolve(const std::string& host, const std::string& port,
                             Clock::time_point deadline, const std::string& place) {
  Answer answer = look_up(host, port, AI_NUMERICHOST);
  if (answer.error == 0) return answer.addresses;
  std::promise<Answer> promise;
  std::future<Answer> future = promise.get_future();
  std::thread([host, port, promise = std::move(promise)]() mutable {
    promise.set_value(look_up(host, port, 0));
  }).detach();
  if (future.wait_until(deadline) != std::future_status::ready) {
    throw TimeOver(place +
                   " has a name that could not be looked up in time; see that the name server "
                   "answers, or use the address");
  }
  answer = future.get();
  if (answer.error != 0) {
    throw ConnectionLost(place + " has a name that is not known (" + gai_strerror(answer.error) +
                         "); see /etc/hosts and the name server, or use the address");
  }
  return answer.addresses;
}

}  // namespace ddb::store::detail

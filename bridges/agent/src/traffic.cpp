// SPDX-License-Identifier: Apache-2.0
#include "traffic.hpp"

#include <arpa/inet.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

namespace ddb::agent {

namespace {

struct Question {
  nlmsghdr header;
  inet_diag_req_v2 request;
};

// Address and port, as the question has them.
bool put(const usbip::Endpoint& endpoint, void* address, __be16& port) {
  if (endpoint.size() == 0) return false;
  const sockaddr* const generic = endpoint.address();
  if (generic->sa_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, generic, sizeof four);
    std::memcpy(address, &four.sin_addr, sizeof four.sin_addr);
    port = four.sin_port;
    return true;
  }
  sockaddr_in6 six{};
  std::memcpy(&six, generic, sizeof six);
  std::memcpy(address, &six.sin6_addr, sizeof six.sin6_addr);
  port = six.sin6_port;
  return generic->sa_family == AF_INET6;
}

// The attribute INET_DIAG_INFO of the answer; a kernel may know less of it than this header.
std::optional<Traffic> read_answer(const std::byte* bytes, std::size_t size) {
  nlmsghdr header{};
  if (size < sizeof header) return std::nullopt;
  std::memcpy(&header, bytes, sizeof header);
  const std::size_t end = std::min<std::size_t>(size, header.nlmsg_len);
  if (header.nlmsg_type != SOCK_DIAG_BY_FAMILY) return std::nullopt;
  std::size_t at = NLMSG_LENGTH(NLMSG_ALIGN(sizeof(inet_diag_msg)));
  rtattr attribute{};
  while (at + sizeof attribute <= end) {
    std::memcpy(&attribute, bytes + at, sizeof attribute);
    if (attribute.rta_len < sizeof attribute || at + attribute.rta_len > end) return std::nullopt;
    constexpr std::size_t needed = offsetof(tcp_info, tcpi_bytes_sent) + sizeof(__u64);
    const std::size_t length = attribute.rta_len - RTA_LENGTH(0);
    if (attribute.rta_type == INET_DIAG_INFO && length >= needed) {
      tcp_info info{};
      std::memcpy(&info, bytes + at + RTA_LENGTH(0), std::min(length, sizeof info));
      return Traffic{info.tcpi_bytes_sent, info.tcpi_bytes_received};
    }
    at += RTA_ALIGN(attribute.rta_len);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Traffic> traffic_of(const usbip::Endpoint& local, const usbip::Endpoint& peer) {
  Question question{};
  question.header.nlmsg_len = sizeof question;
  question.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
  question.header.nlmsg_flags = NLM_F_REQUEST;
  inet_diag_req_v2& request = question.request;
  request.sdiag_protocol = IPPROTO_TCP;
  request.idiag_ext = 1U << (INET_DIAG_INFO - 1U);
  request.idiag_states = ~0U;
  request.id.idiag_cookie[0] = INET_DIAG_NOCOOKIE;
  request.id.idiag_cookie[1] = INET_DIAG_NOCOOKIE;
  if (!put(local, &request.id.idiag_src, request.id.idiag_sport) ||
      !put(peer, &request.id.idiag_dst, request.id.idiag_dport)) {
    return std::nullopt;
  }
  request.sdiag_family = static_cast<__u8>(local.address()->sa_family);

  const usbip::Socket socket(::socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
  if (socket.get() < 0 || send(socket.get(), &question, sizeof question, 0) < 0) {
    return std::nullopt;
  }
  std::array<std::byte, 8192> answer{};
  // The kernel has answered before send() returns.
  const ssize_t got = recv(socket.get(), answer.data(), answer.size(), MSG_DONTWAIT);
  if (got < 0) return std::nullopt;
  return read_answer(answer.data(), static_cast<std::size_t>(got));
}

}  // namespace ddb::agent

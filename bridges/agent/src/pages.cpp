// SPDX-License-Identifier: Apache-2.0
#include "pages.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <system_error>
#include <utility>

namespace ddb::agent {

namespace {

using std::chrono::milliseconds;
using usbip::Failure;
using usbip::FailureKind;
using usbip::Result;
using usbip::Socket;

constexpr milliseconds kPatience{1000};
// A store that is silent holds up the agent for its patience, two seconds.
constexpr milliseconds kAgentPatience{4000};
constexpr std::size_t kLongestRequest = 2048;

Socket event() {
  Socket socket(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (socket.get() >= 0) return socket;
  throw std::system_error(errno, std::generic_category(), "cannot make an eventfd");
}

void signal_to(const Socket& socket) {
  const std::uint64_t one = 1;
  static_cast<void>(!write(socket.get(), &one, sizeof one));
}

Failure failure(const std::filesystem::path& path, int number) {
  return {FailureKind::System, path.string() + ": " + usbip::system_words(number), "", number};
}

// Calls bind() or connect() with the path.
Result<Socket> with_path(const std::filesystem::path& path,
                         int (*call)(int, const sockaddr*, socklen_t)) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string text = path.string();
  if (text.size() >= sizeof address.sun_path) return failure(path, ENAMETOOLONG);
  std::memcpy(address.sun_path, text.c_str(), text.size());
  Socket socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (socket.get() < 0) return failure(path, errno);
  const auto* const generic = reinterpret_cast<const sockaddr*>(&address);
  if (call(socket.get(), generic, sizeof address) != 0) return failure(path, errno);
  return socket;
}

std::string reply(const char* status, const char* type, const std::string& body) {
  return std::string("HTTP/1.0 ")
      .append(status)
      .append("\r\nContent-Type: ")
      .append(type)
      .append("\r\nContent-Length: ")
      .append(std::to_string(body.size()))
      .append("\r\nConnection: close\r\n\r\n")
      .append(body);
}

// The first line and all the rest of the head; empty if it doesn't come, or has no end.
std::string request_from(const Socket& client) {
  const usbip::Deadline deadline = usbip::Clock::now() + kPatience;
  std::vector<std::uint8_t> bytes;
  while (bytes.size() < kLongestRequest) {
    if (!usbip::receive_exactly(client.get(), 1, bytes, deadline)) return "";
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (text.ends_with("\r\n\r\n") || text.ends_with("\n\n")) return std::string(text);
  }
  return "";
}

}  // namespace

Result<Socket> listen_at_path(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::create_directories(path.parent_path(), error);
  std::filesystem::remove(path, error);
  Result<Socket> socket = with_path(path, &bind);
  if (!socket) return socket;
  constexpr mode_t for_user_and_group = 0660;
  constexpr int backlog = 8;
  if (chmod(path.c_str(), for_user_and_group) != 0 || listen(socket->get(), backlog) != 0) {
    return failure(path, errno);
  }
  return socket;
}

Result<Socket> connect_to_path(const std::filesystem::path& path) {
  return with_path(path, &connect);
}

Pages::Pages(std::vector<Socket> listeners)
    : listeners_(std::move(listeners)), stop_(event()), wanted_(event()) {
  thread_ = std::thread([this] { run(); });
}

Pages::~Pages() {
  signal_to(stop_);
  shown_.notify_all();
  thread_.join();
}

void Pages::show(Report report) {
  std::uint64_t count = 0;
  static_cast<void>(!read(wanted_.get(), &count, sizeof count));
  const std::lock_guard lock(mutex_);
  report_ = std::move(report);
  shown_.notify_all();
}

std::optional<Report> Pages::ask() {
  std::unique_lock lock(mutex_);
  report_.reset();
  signal_to(wanted_);
  shown_.wait_for(lock, kAgentPatience, [this] { return report_.has_value(); });
  return report_;
}

void Pages::answer(const Socket& client) {
  const std::string request = request_from(client);
  if (request.empty()) return;
  std::string text;
  const bool wants_status = request.starts_with("GET /status ");
  if (!wants_status && !request.starts_with("GET /metrics ")) {
    text = reply("404 Not Found", "text/plain", "there are /status and /metrics\n");
  } else if (const std::optional<Report> report = ask()) {
    text = wants_status ? reply("200 OK", "application/json", report->json)
                        : reply("200 OK", "text/plain; version=0.0.4", report->metrics);
  } else {
    text = reply("503 Service Unavailable", "text/plain", "the agent is busy\n");
  }
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  static_cast<void>(
      usbip::send_all(client.get(), {bytes, text.size()}, usbip::Clock::now() + kPatience));
}

void Pages::run() {
  std::vector<pollfd> descriptors = {{stop_.get(), POLLIN, 0}};
  for (const Socket& it : listeners_) descriptors.push_back({it.get(), POLLIN, 0});
  for (;;) {
    poll(descriptors.data(), descriptors.size(), -1);
    if (descriptors.front().revents != 0) return;
    for (std::size_t i = 0; i < listeners_.size(); ++i) {
      if (descriptors[i + 1].revents == 0) continue;
      const Socket client(
          accept4(listeners_[i].get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
      if (client.get() >= 0) answer(client);
    }
  }
}

}  // namespace ddb::agent

// SPDX-License-Identifier: Apache-2.0
// Connects to an agent again and again, and never as it should.
//
//   hostile_clients ADDRESS PORT COUNT BUSID FOLDER NODE [--clear-after-handshake]
//
// FOLDER has the files of NODE, a node of the cluster that is not the port's master. Without a
// kernel that has TLS, --clear-after-handshake plays it, as the agent's tests do. Exit status: 0 if
// nobody got a device, 3 if somebody did, 1 if it could not be tried.
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ddb/tls/handshake.hpp"
#include "ddb/usbip/bus_id.hpp"
#include "ddb/usbip/socket.hpp"
#include "ddb/usbip/wire.hpp"

namespace {

using namespace ddb;
using namespace std::chrono_literals;
using usbip::Clock;
using usbip::Socket;
using Bytes = std::vector<std::uint8_t>;

enum class Kind {
  Silent,         // says nothing
  Slow,           // a byte of a handshake now and then
  Garbage,        // what is not TLS
  Plain,          // usbip without TLS
  Half,           // half a handshake, and hangs up
  Halted,         // half a handshake, and waits
  WrongRequest,   // a right certificate, and a port that is another's
  BrokenRequest,  // a right certificate, and what is not usbip
  NoRequest,      // a right certificate, and nothing more
};
constexpr std::array kKinds = {Kind::Silent,       Kind::Slow,          Kind::Garbage,
                               Kind::Plain,        Kind::Half,          Kind::Halted,
                               Kind::WrongRequest, Kind::BrokenRequest, Kind::NoRequest};

// So many at once. Each goes away by itself, but some wait for longer than an agent does.
constexpr std::size_t kMostAtOnce = 300;
constexpr auto kLongest = 1000ms;
constexpr int kPatientOnes = 50;
constexpr auto kLongestOfPatient = 5500ms;

struct Client {
  Kind kind = Kind::Silent;
  Socket socket;
  Clock::time_point end;
  std::unique_ptr<tls::Handshake> handshake;
  Bytes to_send;
  std::size_t sent = 0;
  bool has_asked = false;
};

struct Plan {
  usbip::Endpoint target;
  int count = 0;
  Bytes request;
  std::shared_ptr<tls::Credentials> credentials;
  Bytes first_flight;
};

Bytes first_flight(const std::shared_ptr<tls::Credentials>& credentials) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) != 0) return {};
  const Socket here(ends[0]);
  const Socket there(ends[1]);
  tls::Handshake handshake(credentials, here.get(), tls::Role::Master);
  static_cast<void>(!handshake.step());
  Bytes bytes(8192);
  const ssize_t got = recv(there.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
  bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  return bytes;
}

// From many addresses, if it is loopback, and so from more hosts than one.
Socket connected(const usbip::Endpoint& target, int number) {
  Socket socket(::socket(target.address()->sa_family, SOCK_STREAM | SOCK_NONBLOCK, 0));
  if (target.host().starts_with("127.")) {
    const std::string host = "127.0.9." + std::to_string(1 + number % 20);
    const auto source = usbip::resolve(host, 0, Clock::now());
    if (source) {
      static_cast<void>(bind(socket.get(), source->front().address(), source->front().size()));
    }
  }
  static_cast<void>(connect(socket.get(), target.address(), target.size()));
  return socket;
}

Client new_client(const Plan& plan, int number) {
  Client client;
  client.kind = kKinds[static_cast<std::size_t>(number) % kKinds.size()];
  client.socket = connected(plan.target, number);
  client.end = Clock::now() + (number < kPatientOnes ? kLongestOfPatient : kLongest);
  const Bytes& flight = plan.first_flight;
  switch (client.kind) {
    case Kind::Silent:
      break;
    case Kind::Slow:
      client.to_send = flight;
      break;
    case Kind::Garbage:
      client.to_send.assign(600, static_cast<std::uint8_t>(number));
      if (number % 2 == 0) client.to_send[0] = 22;
      break;
    case Kind::Plain:
      client.to_send = plan.request;
      break;
    case Kind::Half:
    case Kind::Halted:
      client.to_send.assign(flight.begin(),
                            flight.begin() + static_cast<long>(1 + flight.size() / 2));
      break;
    case Kind::WrongRequest:
    case Kind::BrokenRequest:
    case Kind::NoRequest:
      client.handshake = std::make_unique<tls::Handshake>(plan.credentials, client.socket.get(),
                                                          tls::Role::Master);
      break;
  }
  return client;
}

enum class Next { GoesOn, Ended, GotDevice };

Next send_some(Client& client, std::size_t most) {
  const std::size_t left = std::min(most, client.to_send.size() - client.sent);
  if (left == 0) return Next::GoesOn;
  const ssize_t count = send(client.socket.get(), client.to_send.data() + client.sent, left,
                             MSG_NOSIGNAL | MSG_DONTWAIT);
  if (count < 0) return errno == EAGAIN || errno == ENOTCONN ? Next::GoesOn : Next::Ended;
  client.sent += static_cast<std::size_t>(count);
  return Next::GoesOn;
}

Next look_for_answer(const Client& client) {
  std::array<std::uint8_t, 512> answer{};
  const ssize_t got = recv(client.socket.get(), answer.data(), answer.size(), MSG_DONTWAIT);
  if (got == 0 || (got < 0 && errno != EAGAIN)) return Next::Ended;
  if (got < 8 || !client.has_asked) return Next::GoesOn;
  const auto reply = usbip::wire::decode_import_reply(
      usbip::wire::Bytes(answer.data(), static_cast<std::size_t>(got)));
  return reply && reply->device ? Next::GotDevice : Next::GoesOn;
}

Next step(Client& client, const Plan& plan) {
  if (client.handshake) {
    const auto wants = client.handshake->step();
    if (!wants) return Next::Ended;
    if (*wants != usbip::Opening::Wants::Nothing) return Next::GoesOn;
    client.handshake.reset();
    if (client.kind == Kind::WrongRequest) client.to_send = plan.request;
    if (client.kind == Kind::BrokenRequest) client.to_send.assign(200, 0x5a);
    client.has_asked = true;
  }
  const std::size_t most = client.kind == Kind::Slow ? 1 : 1000;
  if (send_some(client, most) == Next::Ended) return Next::Ended;
  if (client.kind == Kind::Half && client.sent == client.to_send.size()) return Next::Ended;
  return look_for_answer(client);
}

int work(const Plan& plan) {
  std::list<Client> clients;
  int made = 0;
  bool got_device = false;
  while (made < plan.count || !clients.empty()) {
    // A few in each round: their number grows, and stays high.
    for (int i = 0; i < 20 && made < plan.count && clients.size() < kMostAtOnce; ++i) {
      clients.push_back(new_client(plan, made++));
    }
    for (auto it = clients.begin(); it != clients.end();) {
      const Next next = step(*it, plan);
      got_device = got_device || next == Next::GotDevice;
      const bool is_over = next != Next::GoesOn || Clock::now() > it->end;
      it = is_over ? clients.erase(it) : std::next(it);
    }
    poll(nullptr, 0, 5);
  }
  return got_device ? 3 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() < 6) return 2;
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  tls::CredentialsOptions options;
  if (words.size() > 6 && words[6] == "--clear-after-handshake") {
    options.kernel_keys = [] { return tls::KernelKeys{true, true}; };
  }
  const auto credentials = tls::Credentials::open(words[4], words[5], options);
  if (!credentials) {
    std::cerr << credentials.error().text() << '\n';
    return 1;
  }
  const auto port = static_cast<std::uint16_t>(std::atoi(words[1].c_str()));
  const auto target = usbip::resolve(words[0], port, Clock::now() + 5s);
  const auto busid = usbip::BusId::parse(words[3]);
  if (!target || !busid) return 1;
  const auto request = usbip::wire::encode(usbip::wire::ImportRequest{*busid});
  return work({target->front(), std::atoi(words[2].c_str()), Bytes(request.begin(), request.end()),
               *credentials, first_flight(*credentials)});
}

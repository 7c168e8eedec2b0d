// SPDX-License-Identifier: Apache-2.0
// Client and server over real sockets, with others that are slow, silent or hostile.
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "ddb/usbip/client.hpp"
#include "served.hpp"

namespace {

using namespace ddb::usbip;
using Catch::Matchers::Contains;
using std::chrono::milliseconds;
using Message = std::vector<std::uint8_t>;

Deadline in(milliseconds time) { return Clock::now() + time; }

constexpr milliseconds kEnough{20000};

Socket connected(std::uint16_t port, const std::string& node = "127.0.0.1") {
  Result<Socket> socket = connect_to({node, port, {}}, in(kEnough));
  REQUIRE(socket);
  return std::move(*socket);
}

// A peer that says these bytes, and then is silent or ends.
class Scripted {
 public:
  explicit Scripted(Message says, bool ends = false) {
    Result<Socket> listener = listen_at(resolve("127.0.0.1", 0, Clock::now())->front());
    port_ = Endpoint::local_of(listener->get()).port();
    listener_ = std::move(*listener);
    socket_ = connected(port_);
    pollfd entry{listener_.get(), POLLIN, 0};
    poll(&entry, 1, -1);
    peer_ = Socket(accept(listener_.get(), nullptr, nullptr));
    REQUIRE(send_all(peer_.get(), says, in(kEnough)));
    if (ends) shutdown(peer_.get(), SHUT_WR);
  }
  const Socket& socket() const { return socket_; }

 private:
  Socket listener_;
  std::uint16_t port_ = 0;
  Socket peer_;
  Socket socket_;
};

template <class Value>
void check_failure(const Result<Value>& result, FailureKind kind, const std::string& words) {
  REQUIRE_FALSE(result);
  CHECK(failure_kind_name(result.error().kind) == std::string(failure_kind_name(kind)));
  CHECK_THAT(result.error().sentence, Contains(words));
}

// What a server that gets these bytes says of them.
Failure drop_of(const Message& message, bool ends, milliseconds patience = kEnough) {
  ServerOptions options;
  options.patience = patience;
  served::Running running(options);
  const Socket socket = connected(running.port());
  REQUIRE(send_all(socket.get(), message, in(kEnough)));
  if (ends) shutdown(socket.get(), SHUT_WR);
  REQUIRE(served::Running::until([&] { return !running.recorder.dropped().empty(); }));
  CHECK(running.recorder.wanted().empty());
  // It is cut off.
  Message rest;
  CHECK_FALSE(receive_exactly(socket.get(), 1, rest, in(kEnough)));
  return running.recorder.dropped().front();
}

TEST_CASE("a client gets the list and the device", "[connection]") {
  for (const char* const address : {"127.0.0.1", "[::1]"}) {
    if (!listen_at(resolve(address, 0, Clock::now())->front())) {
      WARN("no " << address << " on this computer");
      continue;
    }
    served::Running running({}, address);
    const auto list = ask_for_list(connected(running.port(), address), "provider", in(kEnough));
    REQUIRE(list);
    CHECK(list->devices == std::vector{samples::disk()});

    const Socket socket = connected(running.port(), address);
    const auto device = ask_for_import(socket, *BusId::parse("1-3"), "provider", in(kEnough));
    REQUIRE(device);
    CHECK(*device == samples::imported_disk());
    CHECK(running.recorder.wanted() == std::vector<std::string>{"1-3"});
    // What the kernels say to each other goes through, and nothing of it was read.
    REQUIRE(send_all(running.recorder.lent(), Message{7, 8, 9}, in(kEnough)));
    Message bytes;
    REQUIRE(receive_exactly(socket.get(), 3, bytes, in(kEnough)));
    CHECK(bytes == Message{7, 8, 9});
    check_failure(ask_for_import(connected(running.port(), address), *BusId::parse("1-4"),
                                 "provider", in(kEnough)),
                  FailureKind::NoDevice, "provider: port 1-4: there is no device on the port");
  }
}

TEST_CASE("a list that is longer than the network takes at once arrives whole", "[connection]") {
  served::Running running;
  wire::ListReply reply;
  wire::Device device = samples::disk();
  device.bNumInterfaces = 255;
  device.interfaces.assign(255, {3, 1, 2});
  reply.devices.assign(wire::kMostDevices, device);
  running.recorder.set_list(reply);
  const auto list = ask_for_list(connected(running.port()), "provider", in(kEnough));
  REQUIRE(list);
  CHECK(*list == reply);
}

int option_of(int socket, int level, int name) {
  int value = -1;
  socklen_t size = sizeof value;
  getsockopt(socket, level, name, &value, &size);
  return value;
}

TEST_CASE("the kernel gets a socket that ends with a silent peer", "[connection]") {
  served::Running running;
  const Socket socket = connected(running.port());
  REQUIRE(ask_for_import(socket, *BusId::parse("1-3"), "provider", in(kEnough)));
  for (const int number : {socket.get(), running.recorder.lent()}) {
    CHECK(option_of(number, SOL_SOCKET, SO_KEEPALIVE) == 1);
    CHECK(option_of(number, IPPROTO_TCP, TCP_KEEPIDLE) == 10);
    CHECK(option_of(number, IPPROTO_TCP, TCP_KEEPINTVL) == 1);
    CHECK(option_of(number, IPPROTO_TCP, TCP_KEEPCNT) == 5);
    CHECK(option_of(number, IPPROTO_TCP, TCP_USER_TIMEOUT) == 15000);
    CHECK(option_of(number, IPPROTO_TCP, TCP_NODELAY) == 1);
    CHECK((fcntl(number, F_GETFL) & O_NONBLOCK) == 0);
    timeval timeout{1, 1};
    socklen_t size = sizeof timeout;
    getsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &timeout, &size);
    CHECK((timeout.tv_sec == 0 && timeout.tv_usec == 0));
  }
}

TEST_CASE("a client bears no answer longer than it must", "[connection]") {
  const BusId port = *BusId::parse("1-3");
  const Message good = wire::encode(wire::ImportReply{wire::Status::Ok, samples::imported_disk()});
  const auto import_from = [&](const Message& says, bool ends, milliseconds patience = kEnough) {
    return ask_for_import(Scripted(says, ends).socket(), port, "it", in(patience));
  };
  CHECK(import_from(good, false));
  check_failure(import_from({}, true), FailureKind::BadAnswer, "it: the other side ended");
  check_failure(import_from({}, false, milliseconds(30)), FailureKind::TimedOut,
                "it: the other side fell silent after 0 bytes");
  Message short_by_one = good;
  short_by_one.pop_back();
  check_failure(import_from(short_by_one, true), FailureKind::BadAnswer, "after 319 bytes");
  check_failure(import_from(short_by_one, false, milliseconds(30)), FailureKind::TimedOut,
                "after 319 bytes");
  Message old = good;
  old[1] = 0;
  check_failure(import_from(old, false), FailureKind::OldPeer, "version is 0x0100");
  check_failure(import_from(Message(40, 'x'), false), FailureKind::OldPeer, "version is 0x7878");
  check_failure(import_from({1, 0x11, 0, 5, 0, 0, 0, 0}, false), FailureKind::BadAnswer,
                "code 0x0005 was not expected");
  check_failure(import_from({1, 0x11, 0, 3, 0, 0, 0, 2}, false), FailureKind::Busy,
                "exported to somebody else");
  check_failure(import_from({1, 0x11, 0, 3, 0, 0, 0, 1}, false), FailureKind::Refused,
                "may not have the device");
  check_failure(
      import_from(wire::encode(wire::ImportReply{wire::Status::Ok, samples::imported_disk("1-4")}),
                  false),
      FailureKind::BadAnswer, "asked for port 1-3, it gave 1-4");
  check_failure(ask_for_list(Scripted({1, 0x11, 0, 5, 0, 0, 0, 0, 0xff, 0, 0, 0}).socket(), "it",
                             in(kEnough)),
                FailureKind::BadAnswer, "claims 4278190080 devices");
}

TEST_CASE("a server drops what is no request, and says why", "[connection]") {
  const auto whole = wire::encode(wire::ImportRequest{*BusId::parse("1-3")});
  Message request(whole.begin(), whole.end());
  Message one_short(request.begin(), request.end() - 1);
  CHECK_THAT(drop_of(one_short, true).sentence, Contains("after 39 bytes of a request"));
  const Failure late = drop_of(one_short, false, milliseconds(30));
  CHECK(late.kind == FailureKind::TimedOut);
  CHECK_THAT(late.sentence, Contains("39 bytes came"));
  CHECK(drop_of({}, false, milliseconds(30)).kind == FailureKind::TimedOut);
  CHECK_THAT(drop_of({}, true).sentence, Contains("after 0 bytes"));
  Message one_long = request;
  one_long.push_back(0);
  CHECK_THAT(drop_of(one_long, false).sentence, Contains("should end after 40 bytes"));
  CHECK(drop_of(Message(8, 0xff), false).kind == FailureKind::OldPeer);
  request[3] = 4;
  CHECK_THAT(drop_of(request, false).sentence, Contains("code 0x8004"));
}

TEST_CASE("one byte after the other is a request all the same", "[connection]") {
  served::Running running;
  const Socket socket = connected(running.port());
  for (const std::uint8_t it : wire::encode(wire::ImportRequest{*BusId::parse("1-3")})) {
    REQUIRE(send_all(socket.get(), Message{it}, in(kEnough)));
    std::this_thread::yield();
  }
  Message answer;
  REQUIRE(receive_exactly(socket.get(), 320, answer, in(kEnough)));
  CHECK(wire::decode_import_reply(answer));
}

TEST_CASE("hundreds who say nothing cost their places, and nobody else's", "[connection]") {
  ServerOptions options;
  options.most_connections = 16;
  options.most_of_one_host = 8;
  options.patience = kEnough;
  served::Running running(options);
  std::vector<Socket> silent;
  silent.reserve(300);
  for (int i = 0; i < 300; ++i) silent.push_back(connected(running.port()));
  REQUIRE(ask_for_list(connected(running.port()), "provider", in(kEnough)));
  REQUIRE(served::Running::until([&] { return running.recorder.dropped().size() >= 292; }));
  CHECK(running.most_connections_seen() <= 8);
  CHECK(running.recorder.dropped().front().kind == FailureKind::Busy);

  // Others from elsewhere have places beside.
  const auto source = resolve("127.0.0.2", 0, Clock::now())->front();
  Result<Socket> other = connect_to({"127.0.0.1", running.port(), source}, in(kEnough));
  REQUIRE(other);
  CHECK(Endpoint::local_of(other->get()).host() == "127.0.0.2");
  CHECK(ask_for_list(*other, "provider", in(kEnough)));
}

TEST_CASE("a reader that does not read is given up", "[connection]") {
  ServerOptions options;
  options.patience = milliseconds(50);
  served::Running running(options);
  wire::ListReply reply;
  wire::Device device = samples::disk();
  device.bNumInterfaces = 255;
  reply.devices.assign(wire::kMostDevices, device);
  running.recorder.set_list(reply);
  const int small = 4096;
  const Socket socket = connected(running.port());
  setsockopt(socket.get(), SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
  REQUIRE(send_all(socket.get(), wire::encode(wire::ListRequest{}), in(kEnough)));
  REQUIRE(served::Running::until([&] { return !running.recorder.dropped().empty(); }));
  CHECK_THAT(running.recorder.dropped().front().sentence, Contains("did not read its answer"));
}

TEST_CASE("a node that can't be reached is told with its name", "[connection]") {
  const Result<Socket> listener = listen_at(resolve("127.0.0.1", 0, Clock::now())->front());
  const std::uint16_t port = Endpoint::local_of(listener->get()).port();
  check_failure(listen_at(Endpoint::local_of(listener->get())), FailureKind::System,
                "cannot listen at 127.0.0.1:" + std::to_string(port));
  {
    const Result<Socket> dead = listen_at(resolve("127.0.0.3", 0, Clock::now())->front());
    check_failure(
        connect_to({"127.0.0.4", Endpoint::local_of(dead->get()).port(), {}}, in(kEnough)),
        FailureKind::Unreachable, "nobody listens at 127.0.0.4 port");
  }
  check_failure(connect_to({"no such.name", port, {}}, in(kEnough)), FailureKind::Unreachable,
                "no address of 'no such.name'");
  check_failure(connect_to({"::1", port, Endpoint::local_of(listener->get())}, in(kEnough)),
                FailureKind::Unreachable, "no address of the kind of 127.0.0.1");
  CHECK(resolve("[::1]", 7, Clock::now())->front().text() == "[::1]:7");
  CHECK(resolve("::ffff:192.0.2.1", 7, Clock::now())->front().text() == "192.0.2.1:7");
  CHECK(Endpoint().host().empty());
}

}  // namespace

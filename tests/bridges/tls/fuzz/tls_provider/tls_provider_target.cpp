// SPDX-License-Identifier: Apache-2.0
// A server of usbip with a gate, and a master whose words are changed on the way.
#include <memory>
#include <optional>
#include <vector>

#include "ddb/usbip/server.hpp"
#include "tamper.hpp"
#include "target.hpp"

namespace {

using namespace ddb;
namespace wire = usbip::wire;

// Whoever is heard must be the master: nobody else has a certificate.
class Handler : public usbip::Handler {
 public:
  wire::ListReply list(const usbip::Caller& caller) override {
    look_at(caller);
    return {};
  }
  std::optional<wire::ImportReply> import(const wire::ImportRequest& /*request*/,
                                          const usbip::Caller& caller, int /*socket*/,
                                          std::shared_ptr<void>& /*kept*/) override {
    look_at(caller);
    return wire::ImportReply{wire::Status::NotAvailable, {}};
  }
  void dropped(const usbip::Caller& /*caller*/, const usbip::Failure& why) override {
    tamper::must(!why.sentence.empty(), "a refusal has a sentence");
  }

 private:
  static void look_at(const usbip::Caller& caller) {
    tamper::must(caller.identity && caller.identity->is(pair::kMaster), "a caller is known");
  }
};

struct Served {
  Served() {
    auto listener = usbip::listen_at(usbip::resolve("127.0.0.1", 0, usbip::Clock::now())->front());
    endpoint = usbip::Endpoint::local_of(listener->get());
    std::vector<usbip::Socket> listeners;
    listeners.push_back(std::move(*listener));
    usbip::ServerOptions options;
    options.gate = &gate;
    server = std::make_unique<usbip::Server>(std::move(listeners), handler, options);
  }

  tls::CertificateGate gate{tamper::nodes().provider.credentials};
  Handler handler;
  usbip::Endpoint endpoint;
  std::unique_ptr<usbip::Server> server;
};

void run(const tamper::Input& input, Served& served, int socket) {
  if (!input.has_node) {
    tamper::say(socket, input.said);
    for (int i = 0; i < 4; ++i) served.server->handle();
    return;
  }
  const pair::Sockets sockets;
  pair::Handshake master(tamper::nodes().master.credentials, sockets.master.get(),
                         pair::Role::Master, {pair::kProvider, false});
  tamper::Tamperer tamperer(input.edits);
  pair::Outcome outcome;
  bool has_spoken = false;
  for (int i = 0; i < 12; ++i) {
    pair::go_on(master, sockets.master.get(), outcome);
    tamper::say(socket, tamperer.changed(tamper::received(sockets.provider.get())));
    if (outcome.identity && !has_spoken) {
      has_spoken = true;
      tamper::say(socket, input.said);
    }
    served.server->handle();
    tamper::say(sockets.provider.get(), tamper::received(socket));
  }
  tamper::must(!outcome.identity || outcome.identity->is(pair::kProvider), "the provider is known");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(  // NOLINT(readability-identifier-naming)
    const std::uint8_t* data, std::size_t size) {
  static Served served;
  {
    const auto socket = usbip::connect_to({"127.0.0.1", served.endpoint.port(), {}},
                                          usbip::Clock::now() + std::chrono::seconds(5));
    tamper::must(static_cast<bool>(socket), "the server listens");
    // Reset where it is closed: thousands a second would use up the ports.
    const linger at_once{1, 0};
    setsockopt(socket->get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    run(tamper::Input({data, size}), served, socket->get());
  }
  for (int i = 0; i < 4 && served.server->connections() > 0; ++i) served.server->handle();
  tamper::must(served.server->connections() == 0, "who has gone is forgotten");
  return 0;
}

// SPDX-License-Identifier: Apache-2.0
// A master that asks for a device, and a provider whose words are changed on the way.
#include "ddb/usbip/client.hpp"
#include "tamper.hpp"
#include "target.hpp"

namespace {

using namespace ddb;

void ask(int socket) {
  const auto device = usbip::ask_for_import(usbip::Socket(dup(socket)), *usbip::BusId::parse("1-3"),
                                            pair::kProvider, usbip::Clock::now());
  tamper::must(device || !device.error().sentence.empty(), "a failure has a sentence");
  tamper::must(!device || device->busid == "1-3", "what is given is what was asked for");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(  // NOLINT(readability-identifier-naming)
    const std::uint8_t* data, std::size_t size) {
  const tamper::Input input({data, size});
  const pair::Sockets left;   // the master's
  const pair::Sockets right;  // the provider's
  pair::Handshake master(tamper::nodes().master.credentials, left.master.get(), pair::Role::Master,
                         {pair::kProvider, false});
  pair::Outcome of_master;
  if (!input.has_node) {
    tamper::say(left.provider.get(), input.said);
    for (int i = 0; i < 4; ++i) pair::go_on(master, left.master.get(), of_master);
    tamper::must(!of_master.identity, "nobody is known without a key");
    return 0;
  }
  pair::Handshake provider(tamper::nodes().provider.credentials, right.provider.get(),
                           pair::Role::Provider);
  tamper::Tamperer tamperer(input.edits);
  pair::Outcome of_provider;
  for (int i = 0; i < 12; ++i) {
    pair::go_on(master, left.master.get(), of_master);
    tamper::say(right.master.get(), tamper::received(left.provider.get()));
    pair::go_on(provider, right.provider.get(), of_provider);
    tamper::say(left.provider.get(), tamperer.changed(tamper::received(right.master.get())));
  }
  if (!of_master.identity) return 0;
  tamper::must(of_master.identity->is(pair::kProvider), "the provider is known");
  tamper::say(left.provider.get(), input.said);
  ask(left.master.get());
  return 0;
}

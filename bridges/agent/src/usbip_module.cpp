// SPDX-License-Identifier: Apache-2.0
#include "ddb/agent/usbip_module.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>
#include <utility>

#include "ddb/usbip/server.hpp"
#include "ddb/usbip/stub.hpp"
#include "ddb/usbip/vhci.hpp"
#include "description_digest.hpp"
#include "import_records.hpp"
#include "importer.hpp"

namespace ddb::agent {

namespace {

using usbip::BusId;
using usbip::LocalDevice;
using usbip::StubStatus;

std::string four_digits(std::uint16_t number) {
  std::array<char, 5> text{};
  std::snprintf(text.data(), text.size(), "%04x", number);
  return text.data();
}

store::DeviceIdentity identity_of(const LocalDevice& device, const std::string& descriptors) {
  return {four_digits(device.device.idVendor), four_digits(device.device.idProduct), device.serial,
          device.product, description_digest(descriptors)};
}

PortView::Holder holder_of(const std::optional<StubStatus>& stub) {
  if (!stub) return PortView::Holder::Local;
  switch (*stub) {
    case StubStatus::Available:
      return PortView::Holder::Stub;
    case StubStatus::Used:
      return PortView::Holder::Remote;
    case StubStatus::Error:
      break;
  }
  return PortView::Holder::Broken;
}

template <class Value>
std::string error_of(const usbip::Result<Value>& result) {
  return result ? "" : result.error().text();
}

class UsbipModule : public Virtualization, private usbip::Handler {
 public:
  UsbipModule(usbip::Files& files, const UsbipOptions& options)
      : options_(options),
        stub_(files),
        vhci_(files),
        records_(options.run, options.usbip_run),
        importer_(files, options) {
    if (!options.listen) return;
    usbip::Result<usbip::Socket> listener = usbip::listen_at(*options.listen);
    if (!listener) throw std::runtime_error(listener.error().text());
    std::vector<usbip::Socket> listeners;
    listeners.push_back(std::move(*listener));
    usbip::Handler& handler = *this;
    server_ = std::make_unique<usbip::Server>(std::move(listeners), handler);
  }

  std::string protocol() const override { return "usbip"; }

  std::vector<std::string> problems() const override {
    std::vector<std::string> sentences;
    if (std::string error = error_of(stub_.check()); !error.empty()) {
      sentences.push_back(std::move(error));
    }
    if (std::string error = error_of(vhci_.ports()); !error.empty()) {
      sentences.push_back(std::move(error));
    }
    return sentences;
  }

  std::map<std::string, PortView> ports(const std::set<std::string>& names) override {
    std::map<std::string, PortView> ports;
    for (const std::string& name : names) {
      const std::optional<BusId> busid = BusId::parse(name);
      if (!busid) continue;
      const usbip::Result<usbip::DeviceState> state = stub_.state(*busid);
      if (!state) continue;
      const std::optional<store::DeviceIdentity> identity = identity_on(*busid, state->devnum);
      if (identity) ports[name] = {holder_of(state->stub), identity, state->devnum};
    }
    // Those of ports that nobody asks for any more.
    std::erase_if(identities_, [&](const auto& it) { return !ports.contains(it.first); });
    return ports;
  }

  std::map<store::Key, ImportView> imports() override {
    std::map<store::Key, ImportView> imports;
    const usbip::Result<std::vector<usbip::VhciPort>> ports = vhci_.ports();
    if (!ports) return imports;
    for (const auto& [key, record] : records_.matching(*ports)) {
      const usbip::VhciPort* const port = usbip::port_numbered(record.number, *ports);
      imports[key] = {record.number, port->state == usbip::VhciState::Used};
    }
    return imports;
  }

  std::string bind(const std::string& port) override {
    return with_port(port, [this](const BusId& it) { return error_of(stub_.bind(it)); });
  }

  std::string unbind(const std::string& port) override {
    return with_port(port, [this](const BusId& it) {
      const usbip::Result<usbip::Done> done = stub_.unbind(it);
      // Without the driver, nothing is bound to it.
      const bool is_done = done || done.error().kind == usbip::FailureKind::NoModule;
      return is_done ? std::string() : done.error().text();
    });
  }

  std::string take_back(const std::string& port) override {
    return with_port(port, [this](const BusId& it) { return error_of(stub_.take_back(it)); });
  }

  std::string detach(const store::Key& key, unsigned number) override {
    std::string error = error_of(vhci_.detach(number));
    if (error.empty()) records_.remove(key);
    return error;
  }

  void attach(const store::Key& key) override { importer_.start(key); }

  std::vector<Attached> take() override {
    std::vector<Attached> attached;
    for (Importer::Ended& it : importer_.take()) {
      if (it.error.empty()) records_.add(it.key, it.record, options_.port);
      attached.push_back({it.key, std::move(it.error), it.took});
    }
    return attached;
  }

  void serve(const Doorkeeper& doorkeeper) override {
    if (!server_) return;
    doorkeeper_ = &doorkeeper;
    server_->handle();
    doorkeeper_ = nullptr;
  }

  std::vector<Incident> incidents() override { return std::exchange(incidents_, {}); }

  std::vector<int> descriptors() const override {
    std::vector<int> numbers = {importer_.descriptor()};
    if (server_) numbers.push_back(server_->descriptor());
    return numbers;
  }

 private:
  template <class Function>
  static std::string with_port(const std::string& name, Function function) {
    const std::optional<BusId> port = BusId::parse(name);
    return port ? function(*port) : "'" + name + "' is no port of usbip";
  }

  // It is read once for each device that is plugged in. None: it goes or is replaced just now.
  std::optional<store::DeviceIdentity> identity_on(const BusId& port, std::uint32_t devnum) {
    const auto known = identities_.find(port.text());
    if (known != identities_.end() && known->second.devnum == devnum) return known->second.identity;
    const usbip::Result<LocalDevice> device = stub_.device(port);
    if (!device || device->device.devnum != devnum) return std::nullopt;
    const store::DeviceIdentity identity = identity_of(*device, stub_.descriptors(port));
    identities_.insert_or_assign(port.text(), Known{devnum, identity});
    return identity;
  }

  // A client may know of what it may have.
  usbip::wire::ListReply list(const usbip::Endpoint& peer) override {
    usbip::wire::ListReply reply;
    for (const BusId& port : stub_.bound()) {
      if (!(*doorkeeper_)(port.text(), peer.host()).empty()) continue;
      const usbip::Result<LocalDevice> device = stub_.device(port);
      if (device && device->stub == StubStatus::Available) reply.devices.push_back(device->device);
    }
    return reply;
  }

  usbip::wire::ImportReply import(const usbip::wire::ImportRequest& request,
                                  const usbip::Endpoint& peer, int socket) override {
    const std::string& port = request.busid.text();
    const std::string host = peer.host();
    const std::string refusal = (*doorkeeper_)(port, host);
    if (!refusal.empty()) {
      incidents_.push_back({"refused", refusal, port, host});
      return {usbip::wire::Status::NotAvailable, {}};
    }
    const usbip::Result<LocalDevice> device = stub_.device(request.busid);
    if (device && device->stub == StubStatus::Used) {
      // The master asks anew: the connection that it had is dead on its side.
      static_cast<void>(stub_.take_back(request.busid));
    }
    const usbip::Result<usbip::Done> lent = stub_.lend(request.busid, socket);
    if (lent) {
      incidents_.push_back({"served", "the device went to its master", port, host});
      return {usbip::wire::Status::Ok, device->device};
    }
    incidents_.push_back({"not_served", lent.error().text(), port, host});
    switch (lent.error().kind) {
      case usbip::FailureKind::Busy:
        return {usbip::wire::Status::Busy, {}};
      case usbip::FailureKind::NoDevice:
      case usbip::FailureKind::NotBound:
        return {usbip::wire::Status::NoDevice, {}};
      default:
        return {usbip::wire::Status::Error, {}};
    }
  }

  void dropped(const usbip::Endpoint& peer, const usbip::Failure& why) override {
    incidents_.push_back({"dropped", why.text(), "", peer.host()});
  }

  struct Known {
    std::uint32_t devnum = 0;
    store::DeviceIdentity identity;
  };

  UsbipOptions options_;
  usbip::Stub stub_;
  usbip::Vhci vhci_;
  std::map<std::string, Known> identities_;  // by port
  ImportRecords records_;
  Importer importer_;
  std::unique_ptr<usbip::Server> server_;
  const Doorkeeper* doorkeeper_ = nullptr;  // while it serves
  std::vector<Incident> incidents_;
};

}  // namespace

std::unique_ptr<Virtualization> usbip_module(usbip::Files& files, const UsbipOptions& options) {
  return std::make_unique<UsbipModule>(files, options);
}

}  // namespace ddb::agent

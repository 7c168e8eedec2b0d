// SPDX-License-Identifier: Apache-2.0
#include "ddb/agent/usbip_module.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>
#include <utility>

#include "ddb/tls/handshake.hpp"
#include "ddb/usbip/server.hpp"
#include "ddb/usbip/stub.hpp"
#include "ddb/usbip/vhci.hpp"
#include "description_digest.hpp"
#include "hook_runner.hpp"
#include "import_records.hpp"
#include "importer.hpp"
#include "lent_records.hpp"
#include "traffic.hpp"

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

std::string two_digits(std::uint8_t number) { return four_digits(number).substr(2); }

HookQuestion question_about(const LocalDevice& device, const std::string& master,
                            const std::string& provider) {
  HookQuestion question;
  question.vendor = four_digits(device.device.idVendor);
  question.product = four_digits(device.device.idProduct);
  question.serial = device.serial;
  question.name = device.product;
  question.device_class = two_digits(device.device.bDeviceClass);
  for (const usbip::wire::Interface& it : device.device.interfaces) {
    question.interfaces.push_back(two_digits(it.bInterfaceClass) + ":" +
                                  two_digits(it.bInterfaceSubClass) + ":" +
                                  two_digits(it.bInterfaceProtocol));
  }
  question.port = device.port.text();
  question.master = master;
  question.provider = provider;
  return question;
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
        lent_(options.run),
        importer_(files, options) {
    if (options.hook) hook_ = std::make_unique<HookRunner>(options.hook);
    if (!options.listen) return;
    usbip::Result<usbip::Socket> listener = usbip::listen_at(*options.listen);
    if (!listener) throw std::runtime_error(listener.error().text());
    std::vector<usbip::Socket> listeners;
    listeners.push_back(std::move(*listener));
    usbip::Handler& handler = *this;
    usbip::ServerOptions server_options;
    if (options.credentials) {
      gate_ = std::make_unique<tls::CertificateGate>(options.credentials);
      server_options.gate = gate_.get();
    }
    server_ = std::make_unique<usbip::Server>(std::move(listeners), handler, server_options);
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
    if (options_.credentials) {
      for (std::string& problem : options_.credentials->problems()) {
        sentences.push_back(std::move(problem));
      }
    }
    return sentences;
  }

  std::optional<std::chrono::system_clock::time_point> certificate_end() const override {
    if (!options_.credentials) return std::nullopt;
    return options_.credentials->own_end();
  }

  std::map<std::string, PortView> ports(const std::set<std::string>& names) override {
    std::map<std::string, PortView> ports;
    for (const std::string& name : names) {
      const std::optional<BusId> busid = BusId::parse(name);
      if (!busid) continue;
      const usbip::Result<usbip::DeviceState> state = stub_.state(*busid);
      if (!state) continue;
      const std::optional<store::DeviceIdentity> identity = identity_on(*busid, state->devnum);
      if (!identity) continue;
      PortView& port = ports[name] = {holder_of(state->stub), identity, state->devnum};
      if (port.holder == PortView::Holder::Remote) port.must_end = why_lent_must_end(name);
    }
    // Those of ports that nobody asks for any more.
    std::erase_if(identities_, [&](const auto& it) { return !ports.contains(it.first); });
    return ports;
  }

  std::map<store::Key, ImportView> imports() override {
    std::map<store::Key, ImportView> imports;
    if (options_.credentials) options_.credentials->refresh();
    const usbip::Result<std::vector<usbip::VhciPort>> ports = vhci_.ports();
    if (!ports) return imports;
    for (const auto& [key, record] : records_.matching(*ports)) {
      const usbip::VhciPort* const port = usbip::port_numbered(record.number, *ports);
      imports[key] = {record.number, port->state == usbip::VhciState::Used, record.protection,
                      why_import_must_end(key, record)};
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

  void attach(const store::Key& key) override { importer_.start(key, for_much_.count(key) != 0); }

  std::vector<Attached> take() override {
    std::vector<Attached> attached;
    for (Importer::Ended& it : importer_.take()) {
      if (it.error.empty()) records_.add(it.key, it.record, options_.port);
      attached.push_back({it.key, std::move(it.error), std::move(it.reason), it.took});
    }
    return attached;
  }

  void serve(const Doorkeeper& doorkeeper) override {
    if (!server_) return;
    doorkeeper_ = &doorkeeper;
    if (hook_) {
      hook_->take_note();
      server_->ask_again();
    }
    server_->handle();
    doorkeeper_ = nullptr;
  }

  std::vector<Incident> incidents() override { return std::exchange(incidents_, {}); }

  std::vector<int> descriptors() const override {
    std::vector<int> numbers = {importer_.descriptor()};
    if (server_) numbers.push_back(server_->descriptor());
    if (hook_) numbers.push_back(hook_->descriptor());
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

  // ---- what must not go on ----

  // With certificates, nothing that is clear may; it may be from a time without.
  std::string why_it_must_end(const std::string& node, const std::string& serial) const {
    if (serial.empty()) return "the connection is not encrypted";
    if (!options_.credentials->is_revoked(serial)) return "";
    return "the certificate of " + node + " was revoked (serial number " + serial + ")";
  }

  std::string why_lent_must_end(const std::string& port) const {
    if (!options_.credentials) return "";
    const std::optional<usbip::Identity> identity = lent_.get(port);
    return identity ? why_it_must_end(identity->nodes.front(), identity->serial)
                    : why_it_must_end("", "");
  }

  std::string why_import_must_end(const store::Key& key, const ImportRecords::Record& record) {
    if (!options_.credentials) return "";
    std::string reason = why_it_must_end(key.provider(), record.serial);
    if (!reason.empty() || !tls::wears_out(record.protection)) return reason;
    const std::optional<Traffic> traffic = traffic_of(record.local, record.peer);
    if (!traffic || traffic->most() < options_.key_limit) return "";
    for_much_.insert(key);
    return "the keys of the connection have served for " + std::to_string(traffic->most()) +
           " bytes: another one is made, with keys that last";
  }

  // ---- the server's side ----

  // A client may know of what it may have.
  usbip::wire::ListReply list(const usbip::Caller& caller) override {
    usbip::wire::ListReply reply;
    for (const BusId& port : stub_.bound()) {
      if (!(*doorkeeper_)(port.text(), caller)) continue;
      const usbip::Result<LocalDevice> device = stub_.device(port);
      if (device && device->stub == StubStatus::Available) reply.devices.push_back(device->device);
    }
    return reply;
  }

  std::optional<usbip::wire::ImportReply> import(const usbip::wire::ImportRequest& request,
                                                 const usbip::Caller& caller, int socket,
                                                 std::shared_ptr<void>& kept) override {
    using usbip::wire::ImportReply;
    const std::string& port = request.busid.text();
    const usbip::Result<std::string, tls::Refusal> master = (*doorkeeper_)(port, caller);
    if (!master) {
      tell("refused", master.error().failure(), port, caller);
      return ImportReply{usbip::wire::Status::NotAvailable, {}};
    }
    const usbip::Result<LocalDevice> device = stub_.device(request.busid);
    if (!device) {
      tell("not_served", device.error(), port, caller);
      return ImportReply{usbip::wire::Status::NoDevice, {}};
    }
    if (hook_) {
      const std::optional<std::string> answer = ask_hook(*device, *master, kept);
      if (!answer) return std::nullopt;
      if (!answer->empty()) {
        tell("refused", tls::Refusal{tls::Reason::Hook, *answer}.failure(), port, caller, &*device);
        return ImportReply{usbip::wire::Status::NotAvailable, {}};
      }
    }
    return lend(*device, caller, socket);
  }

  struct Asked {
    HookQuestion question;
    std::shared_ptr<const HookRunner::Decision> decision;
  };

  // None: it has not answered yet. Its answer is of no use for a device that was put there
  // meanwhile.
  std::optional<std::string> ask_hook(const LocalDevice& device, const std::string& master,
                                      std::shared_ptr<void>& kept) {
    const HookQuestion question = question_about(device, master, options_.node);
    if (!kept || std::static_pointer_cast<Asked>(kept)->question != question) {
      kept = std::make_shared<Asked>(Asked{question, hook_->ask(question)});
    }
    return std::static_pointer_cast<Asked>(kept)->decision->answer();
  }

  usbip::wire::ImportReply lend(const LocalDevice& device, const usbip::Caller& caller,
                                int socket) {
    const BusId& port = device.port;
    if (device.stub == StubStatus::Used) {
      // The master asks anew: the connection that it had is dead on its side.
      static_cast<void>(stub_.take_back(port));
    }
    // Before the kernel has it: an agent that dies in between leaves nobody unnamed.
    lent_.set(port.text(), caller.identity);
    const usbip::Result<usbip::Done> lent = stub_.lend(port, socket);
    if (lent) {
      tell("served",
           {usbip::FailureKind::System,
            hook_ ? "the device went to its master, as the hook allows"
                  : "the device went to its master",
            ""},
           port.text(), caller, &device);
      return {usbip::wire::Status::Ok, device.device};
    }
    tell("not_served", lent.error(), port.text(), caller, &device);
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

  void dropped(const usbip::Caller& caller, const usbip::Failure& why) override {
    tell("dropped", why, "", caller);
  }

  void tell(const char* event, const usbip::Failure& why, const std::string& port,
            const usbip::Caller& caller, const LocalDevice* device = nullptr) {
    Incident incident{event, why.text(), port, caller.endpoint.host(), "", why.reason, "", ""};
    if (device != nullptr) {
      const std::string serial = device->serial.empty() ? "" : " " + device->serial;
      incident.device = four_digits(device->device.idVendor) + ":" +
                        four_digits(device->device.idProduct) + serial;
    }
    if (caller.identity) {
      if (!caller.identity->nodes.empty()) incident.node = caller.identity->nodes.front();
      incident.protection = caller.identity->protection;
    }
    incidents_.push_back(std::move(incident));
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
  LentRecords lent_;
  Importer importer_;
  std::set<store::Key> for_much_;  // whose keys were used up once
  std::unique_ptr<HookRunner> hook_;
  std::unique_ptr<tls::CertificateGate> gate_;
  std::unique_ptr<usbip::Server> server_;
  const Doorkeeper* doorkeeper_ = nullptr;  // while it serves
  std::vector<Incident> incidents_;
};

}  // namespace

std::unique_ptr<Virtualization> usbip_module(usbip::Files& files, const UsbipOptions& options) {
  return std::make_unique<UsbipModule>(files, options);
}

}  // namespace ddb::agent

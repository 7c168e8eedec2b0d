// SPDX-License-Identifier: Apache-2.0
#include "importer.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <optional>
#include <system_error>
#include <utility>

#include "ddb/tls/handshake.hpp"
#include "ddb/usbip/client.hpp"
#include "ddb/usbip/vhci.hpp"
#include "traffic.hpp"

namespace ddb::agent {

namespace {

using std::chrono::milliseconds;
using usbip::VhciPort;
using usbip::VhciState;

// Between looks at the controller while a device is being set up.
constexpr milliseconds kLook{5};
// Before the second try; each later one waits twice as long.
constexpr milliseconds kFirstPause{50};

usbip::Deadline in(milliseconds time) { return usbip::Clock::now() + time; }

usbip::Failure plain_failure(const std::string& sentence) {
  return {usbip::FailureKind::System, sentence, ""};
}

}  // namespace

Importer::Importer(usbip::Files& files, UsbipOptions options)
    : files_(files), options_(std::move(options)), news_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (news_.get() < 0) {
    throw std::system_error(errno, std::generic_category(), "cannot make an eventfd");
  }
}

Importer::~Importer() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  for (auto& [provider, thread] : threads_) thread.join();
}

void Importer::start(const store::Key& key, bool is_for_much) {
  const std::lock_guard lock(mutex_);
  const auto [jobs, is_first] = jobs_.try_emplace(key.provider());
  jobs->second.push_back({key, is_for_much});
  if (!is_first) return;
  // The thread before it, if there was one, has ended or is about to.
  std::thread& thread = threads_[key.provider()];
  if (thread.joinable()) thread.join();
  thread = std::thread([this, provider = key.provider()] { work(provider); });
}

bool Importer::is_stopping() {
  const std::lock_guard lock(mutex_);
  return is_stopping_;
}

std::vector<Importer::Ended> Importer::take() {
  std::uint64_t count = 0;
  static_cast<void>(!read(news_.get(), &count, sizeof count));
  const std::lock_guard lock(mutex_);
  return std::exchange(ended_, {});
}

void Importer::work(const std::string& provider) {
  for (;;) {
    std::optional<Job> job;
    {
      const std::lock_guard lock(mutex_);
      Jobs& jobs = jobs_[provider];
      if (jobs.empty() || is_stopping_) {
        jobs_.erase(provider);
        return;
      }
      job = jobs.front();
      jobs.pop_front();
    }
    Ended ended = import(*job);
    const std::lock_guard lock(mutex_);
    ended_.push_back(std::move(ended));
    const std::uint64_t one = 1;
    static_cast<void>(!write(news_.get(), &one, sizeof one));
  }
}

Importer::Ended Importer::import(const Job& job) {
  const auto begin = usbip::Clock::now();
  Ended ended{job.key, "", "", {}, {}};
  milliseconds pause = kFirstPause;
  for (unsigned i = 0; i < options_.tries; ++i) {
    if (i > 0) {
      std::this_thread::sleep_for(pause);
      pause *= 2;
    }
    const usbip::Result<usbip::Done> done = try_once(job, ended.record);
    ended.error = done ? "" : done.error().text();
    ended.reason = done ? "" : done.error().reason;
    const bool is_late = usbip::Clock::now() - begin > options_.tries_patience;
    if (done || is_late || is_stopping()) break;
  }
  ended.took = std::chrono::ceil<milliseconds>(usbip::Clock::now() - begin);
  return ended;
}

usbip::Result<usbip::Done> Importer::try_once(const Job& job, ImportRecords::Record& record) {
  const store::Key& key = job.key;
  const std::optional<usbip::BusId> busid = usbip::BusId::parse(key.port());
  if (!busid) return plain_failure("'" + key.port() + "' is no port of usbip");
  const usbip::Target target{key.provider(), options_.port, options_.source};
  const usbip::Result<usbip::Socket> connection =
      usbip::connect_to(target, in(options_.connect_patience));
  if (!connection) return connection.error();
  record = {};
  const usbip::Result<usbip::Done> is_protected = protect(job, connection->get(), record);
  if (!is_protected) return is_protected.error();
  // Not one after the other: its hook may think, or it may be silent.
  const usbip::Result<usbip::wire::Device> device =
      usbip::ask_for_import(*connection, *busid, key.provider(), in(options_.answer_patience));
  if (!device) return device.error();

  const std::lock_guard lock(attach_mutex_);
  if (is_stopping()) return plain_failure("this agent ends");
  usbip::Vhci vhci(files_);
  const usbip::Result<unsigned> number = vhci.attach(connection->get(), *device);
  if (!number) return number.error();
  record.number = *number;
  record.devid = device->devid();
  const std::string error = wait_for_device(record);
  if (error.empty()) return usbip::Done{};
  static_cast<void>(vhci.detach(*number));
  return plain_failure(error);
}

// Knows afterwards who is there, and that nobody listens; or that it is not asked for.
usbip::Result<usbip::Done> Importer::protect(const Job& job, int socket,
                                             ImportRecords::Record& record) {
  record.protection = kClear;
  if (!options_.credentials) return usbip::Done{};
  record.local = usbip::Endpoint::local_of(socket);
  record.peer = usbip::Endpoint::peer_of(socket);
  options_.credentials->refresh();
  // What can't be counted must not wear out.
  const bool is_for_much = job.is_for_much || !traffic_of(record.local, record.peer);
  const usbip::Result<usbip::Identity, tls::Refusal> identity =
      tls::handshake(options_.credentials, socket, tls::Role::Master,
                     {job.key.provider(), is_for_much}, in(options_.handshake_patience));
  if (!identity) {
    usbip::Failure failure = identity.error().failure();
    failure.sentence = job.key.provider() + ": " + failure.sentence;
    return failure;
  }
  record.protection = identity->protection;
  record.serial = identity->serial;
  return usbip::Done{};
}

std::string Importer::wait_for_device(ImportRecords::Record& record) {
  const usbip::Deadline deadline = in(options_.arrival_patience);
  const usbip::Vhci vhci(files_);
  const std::string what = "port " + std::to_string(record.number) + " of the virtual controller";
  while (usbip::Clock::now() < deadline) {
    const usbip::Result<std::vector<VhciPort>> ports = vhci.ports();
    if (!ports) return ports.error().text();
    const VhciPort* const port = usbip::port_numbered(record.number, *ports);
    if (port == nullptr || port->state == VhciState::Free) {
      return "the device vanished from " + what + " while it was being set up";
    }
    if (port->state == VhciState::Error) return what + " is in a bad state";
    record.local_port = port->local_port;
    const bool is_there = port->state == VhciState::Used &&
                          files_.read("bus/usb/devices/" + port->local_port + "/bNumInterfaces");
    if (is_there) return "";
    std::this_thread::sleep_for(kLook);
  }
  return "the device did not become ready on " + what + " in " +
         std::to_string(options_.arrival_patience.count()) +
         " ms; look whether it works on its provider";
}

}  // namespace ddb::agent

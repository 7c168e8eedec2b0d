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

#include "ddb/usbip/client.hpp"
#include "ddb/usbip/vhci.hpp"

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

void Importer::start(const store::Key& key) {
  const std::lock_guard lock(mutex_);
  const auto [jobs, is_first] = jobs_.try_emplace(key.provider());
  jobs->second.push_back(key);
  if (!is_first) return;
  // The thread before it, if there was one, has ended or is about to.
  std::thread& thread = threads_[key.provider()];
  if (thread.joinable()) thread.join();
  thread = std::thread([this, provider = key.provider()] { work(provider); });
}

std::vector<Importer::Ended> Importer::take() {
  std::uint64_t count = 0;
  static_cast<void>(!read(news_.get(), &count, sizeof count));
  const std::lock_guard lock(mutex_);
  return std::exchange(ended_, {});
}

void Importer::work(const std::string& provider) {
  for (;;) {
    std::optional<store::Key> key;
    {
      const std::lock_guard lock(mutex_);
      Jobs& jobs = jobs_[provider];
      if (jobs.empty() || is_stopping_) {
        jobs_.erase(provider);
        return;
      }
      key = jobs.front();
      jobs.pop_front();
    }
    Ended ended = import(*key);
    const std::lock_guard lock(mutex_);
    ended_.push_back(std::move(ended));
    const std::uint64_t one = 1;
    static_cast<void>(!write(news_.get(), &one, sizeof one));
  }
}

Importer::Ended Importer::import(const store::Key& key) {
  const auto begin = usbip::Clock::now();
  Ended ended{key, "", {}, {}};
  milliseconds pause = kFirstPause;
  for (unsigned i = 0; i < options_.tries; ++i) {
    if (i > 0) {
      std::this_thread::sleep_for(pause);
      pause *= 2;
    }
    ended.error = try_once(key, ended.record);
    const std::lock_guard lock(mutex_);
    if (ended.error.empty() || is_stopping_) break;
  }
  ended.took = std::chrono::ceil<milliseconds>(usbip::Clock::now() - begin);
  return ended;
}

std::string Importer::try_once(const store::Key& key, ImportRecords::Record& record) {
  const std::optional<usbip::BusId> busid = usbip::BusId::parse(key.port());
  if (!busid) return "'" + key.port() + "' is no port of usbip";
  const usbip::Target target{key.provider(), options_.port, options_.source};
  const usbip::Result<usbip::Socket> connection =
      usbip::connect_to(target, in(options_.connect_patience));
  if (!connection) return connection.error().text();

  const std::lock_guard lock(attach_mutex_);
  const usbip::Result<usbip::wire::Device> device =
      usbip::ask_for_import(*connection, *busid, key.provider(), in(options_.answer_patience));
  if (!device) return device.error().text();
  usbip::Vhci vhci(files_);
  const usbip::Result<unsigned> number = vhci.attach(connection->get(), *device);
  if (!number) return number.error().text();
  record = {*number, device->devid(), ""};
  std::string error = wait_for_device(record);
  if (!error.empty()) static_cast<void>(vhci.detach(*number));
  return error;
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

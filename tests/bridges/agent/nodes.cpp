// SPDX-License-Identifier: Apache-2.0
#include "nodes.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <stdexcept>
#include <utility>

namespace nodes {

using namespace ddb::agent;
namespace usbip = ddb::usbip;

namespace {

void signal_to(int descriptor) {
  const std::uint64_t one = 1;
  static_cast<void>(!write(descriptor, &one, sizeof one));
}

// Tells what the played kernel does.
class FakeDevices : public DeviceModule {
 public:
  explicit FakeDevices(fake::Kernel& kernel) : kernel_(kernel) {
    kernel_.on_event([this](const std::string& port) {
      const std::lock_guard lock(mutex_);
      ports_.insert(port);
      signal_to(event_.get());
    });
  }
  FakeDevices(const FakeDevices&) = delete;
  FakeDevices& operator=(const FakeDevices&) = delete;
  ~FakeDevices() override { kernel_.on_event({}); }

  int descriptor() const override { return event_.get(); }
  std::set<std::string> take() override {
    std::uint64_t count = 0;
    static_cast<void>(!read(event_.get(), &count, sizeof count));
    const std::lock_guard lock(mutex_);
    return std::exchange(ports_, {});
  }

 private:
  fake::Kernel& kernel_;
  usbip::Socket event_{eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
  std::mutex mutex_;
  std::set<std::string> ports_;
};

}  // namespace

std::unique_ptr<DeviceModule> devices_of(fake::Kernel& kernel) {
  return std::make_unique<FakeDevices>(kernel);
}

UsbipOptions usbip_options(const Node::Options& options) {
  const usbip::Endpoint own =
      usbip::resolve(options.address, options.port, usbip::Clock::now())->front();
  UsbipOptions usbip;
  usbip.listen = own;
  usbip.source = own;
  usbip.port = options.port;
  usbip.run = options.run;
  usbip.usbip_run = options.run / "vhci_hcd";
  usbip.credentials = options.credentials;
  usbip.hook = options.hook;
  usbip.node = options.address;
  usbip.key_limit = options.key_limit;
  return usbip;
}

Folder::Folder() {
  std::string path = (std::filesystem::temp_directory_path() / "ddb_agent_XXXXXX").string();
  if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("cannot make a folder");
  path_ = path;
}

Folder::~Folder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

void Lines::write(Level /*level*/, std::string_view event, std::string_view sentence,
                  std::initializer_list<Field> fields) {
  std::string line = std::string(event).append(" ").append(sentence);
  for (const auto& [name, value] : fields) line.append(" ").append(name).append("=").append(value);
  const std::lock_guard lock(mutex_);
  lines_.push_back(std::move(line));
}

std::vector<std::string> Lines::all() const {
  const std::lock_guard lock(mutex_);
  return lines_;
}

bool Lines::has(const std::string& event, const std::string& part) const {
  const std::lock_guard lock(mutex_);
  return std::any_of(lines_.begin(), lines_.end(), [&](const std::string& line) {
    return line.starts_with(event + " ") && line.find(part) != std::string::npos;
  });
}

// An agent with what it needs, from its start to its end.
struct Node::Life {
  explicit Life(Node& node)
      : store(ddb::store::open(node.options_.store_url)),
        devices(devices_of(node.kernel)),
        usbip(usbip_module(node.kernel, usbip_options(node.options_))),
        revocations(node.options_.revocations
                        ? std::make_unique<RevocationGuard>(*node.options_.revocations, node.log)
                        : nullptr),
        agent({node.options_.address, node.options_.address, node.options_.times,
               node.options_.period, node.options_.renewal, revocations.get()},
              *store, *devices, *usbip, node.log) {}
  Life(const Life&) = delete;
  Life& operator=(const Life&) = delete;
  ~Life() {
    signal_to(stop.get());
    if (thread.joinable()) thread.join();
  }

  std::unique_ptr<ddb::store::Store> store;
  std::unique_ptr<DeviceModule> devices;
  std::unique_ptr<Virtualization> usbip;
  std::unique_ptr<RevocationGuard> revocations;
  Agent agent;
  usbip::Socket stop{eventfd(0, EFD_CLOEXEC)};
  usbip::Socket ask{eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
  std::mutex mutex;
  std::optional<Report> report;
  std::thread thread;
};

Node::Node(Options options) : options_(std::move(options)) {}

Node::~Node() { stop(); }

void Node::start() {
  life_ = std::make_unique<Life>(*this);
  Life& life = *life_;
  life.thread = std::thread([&life] {
    const auto answer = [&life] {
      std::uint64_t count = 0;
      static_cast<void>(!read(life.ask.get(), &count, sizeof count));
      const std::lock_guard lock(life.mutex);
      life.report = life.agent.report();
    };
    life.agent.run(life.stop.get(), {}, {{life.ask.get(), answer}});
  });
}

void Node::stop() { life_.reset(); }

bool Node::once() {
  Life life(*this);
  return life.agent.once();
}

Report Node::report() {
  signal_to(life_->ask.get());
  std::optional<Report> report;
  until([&] {
    const std::lock_guard lock(life_->mutex);
    report = std::exchange(life_->report, std::nullopt);
    return report.has_value();
  });
  return report.value();
}

bool until(const std::function<bool()>& holds, std::chrono::seconds longest) {
  const auto end = std::chrono::steady_clock::now() + longest;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

std::uint16_t free_port() {
  const usbip::Endpoint any = usbip::resolve("0.0.0.0", 0, usbip::Clock::now())->front();
  const usbip::Result<usbip::Socket> listener = usbip::listen_at(any);
  return usbip::Endpoint::local_of(listener->get()).port();
}

}  // namespace nodes

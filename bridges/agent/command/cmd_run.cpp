// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <random>
#include <system_error>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "ddb/agent/agent.hpp"
#include "ddb/agent/program_hook.hpp"
#include "ddb/agent/udev_module.hpp"
#include "ddb/agent/usbip_module.hpp"
#include "ddb/tls/credentials.hpp"
#include "notify.hpp"
#include "pages.hpp"

namespace ddb::agent::command {

namespace {

using usbip::Endpoint;
using usbip::Result;
using usbip::Socket;

ExitCode complain(const std::string& sentence, ExitCode code) {
  std::cerr << "ddb-agent: " << sentence << '\n';
  return code;
}

// Readable when the program is asked to end. Made before any thread, so that all have the signals
// blocked.
Socket end_signals() {
  sigset_t signals{};
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  sigprocmask(SIG_BLOCK, &signals, nullptr);
  Socket socket(signalfd(-1, &signals, SFD_CLOEXEC));
  if (socket.get() >= 0) return socket;
  throw std::system_error(errno, std::generic_category(), "cannot wait for signals");
}

constexpr const char* kRunRemedy =
    "run as root, or name a folder that this user may write with --run";

// The same until the next boot: an agent that is started again has its lease at once. Imports could
// not be found again either if nothing can be written there.
Result<std::string> holder(const std::filesystem::path& run) {
  std::array<char, 256> host{};
  gethostname(host.data(), host.size() - 1);
  std::error_code error;
  std::filesystem::create_directories(run, error);
  std::string mark;
  std::ifstream(run / "holder") >> mark;
  if (mark.empty()) {
    std::random_device random;
    mark = std::to_string(random()) + std::to_string(random());
    errno = 0;
    std::ofstream file(run / "holder");
    file << mark << '\n';
    file.close();
    if (!file) {
      const int number = errno;
      return usbip::Failure{usbip::FailureKind::NoPermission,
                            (run / "holder").string() + ": " + usbip::system_words(number),
                            kRunRemedy, number};
    }
  }
  return std::string(host.data()).substr(0, 80).append("/").append(mark.substr(0, 40));
}

bool is_loopback(const Endpoint& endpoint) {
  const std::string host = endpoint.host();
  return host.starts_with("127.") || host == "[::1]";
}

// "127.0.0.1:9324"
Result<Endpoint> place_of_metrics(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  std::uint16_t port = 0;
  const char* const end = text.data() + text.size();
  if (colon == std::string::npos ||
      std::from_chars(text.data() + colon + 1, end, port) != std::from_chars_result{end, {}}) {
    return usbip::Failure{usbip::FailureKind::System,
                          "--metrics is 'ADDRESS:PORT', not '" + text + "'", ""};
  }
  const Result<std::vector<Endpoint>> endpoints =
      usbip::resolve(text.substr(0, colon), port, usbip::Clock::now() + std::chrono::seconds(5));
  if (!endpoints) return endpoints.error();
  if (!is_loopback(endpoints->front())) {
    return usbip::Failure{usbip::FailureKind::System,
                          "metrics are served on loopback only, not at " + text,
                          "have a proxy that knows whom to let in"};
  }
  return endpoints->front();
}

Result<std::vector<Socket>> page_listeners(const RunOptions& options,
                                           const std::optional<Endpoint>& metrics_place) {
  std::vector<Socket> listeners;
  Result<Socket> local = listen_at_path(std::filesystem::path(options.run) / "status");
  if (!local) {
    usbip::Failure failure = local.error();
    failure.remedy = kRunRemedy;
    return failure;
  }
  listeners.push_back(std::move(*local));
  if (!metrics_place) return listeners;
  Result<Socket> metrics = usbip::listen_at(*metrics_place);
  if (!metrics) return metrics.error();
  listeners.push_back(std::move(*metrics));
  return listeners;
}

std::string folder_of_tls(const RunOptions& options) {
  return options.tls.empty() ? std::string(tls::kDefaultFolder) : options.tls;
}

// With the file that has user and password, unless the URL says who wants in.
std::string url_of_store(const RunOptions& options) {
  const std::string& url = options.store;
  std::filesystem::path file = options.store_login;
  if (file.empty()) {
    file = std::filesystem::path(folder_of_tls(options)) / "redis.login";
    std::error_code error;
    const bool is_open = url.find_first_of("@?") == std::string::npos;
    if (!url.starts_with("redis") || !is_open || !std::filesystem::exists(file, error)) return url;
  }
  std::string encoded;
  for (const char c : std::filesystem::absolute(file).string()) {
    if (c == '%' || c == '&') {
      encoded += c == '%' ? "%25" : "%26";
    } else {
      encoded += c;
    }
  }
  return url + (url.find('?') == std::string::npos ? "?" : "&") + "login-file=" + encoded;
}

// A server that is asked in the clear over a network: whoever listens has the password.
bool is_overheard(const std::string& place) {
  constexpr std::string_view scheme = "redis://";
  if (!place.starts_with(scheme)) return false;
  // "[::1]:6379", "localhost:6379/1"
  const std::string rest = place.substr(scheme.size());
  const std::string host =
      rest.substr(0, rest.front() == '[' ? rest.find(']') + 1 : rest.find(':'));
  in_addr address{};
  const bool is_ipv4 = inet_pton(AF_INET, host.c_str(), &address) == 1;
  // A name may begin with anything.
  return !(is_ipv4 && host.starts_with("127.")) && host != "[::1]" && host != "localhost";
}

// Lists of revoked certificates concern who has certificates.
std::unique_ptr<RevocationGuard> revocation_guard(
    const RunOptions& options, const std::shared_ptr<tls::Credentials>& credentials, Log& log) {
  if (!credentials) return nullptr;
  const std::filesystem::path folder = folder_of_tls(options);
  return std::make_unique<RevocationGuard>(
      RevocationOptions{folder / tls::kAuthorityFile, folder / tls::kRevocationFile,
                        std::filesystem::path(options.state) / "revocations.pem",
                        [credentials](const std::string& pem) {
                          const auto done = credentials->set_revocations(pem);
                          return done ? std::string() : done.error().text();
                        }},
      log);
}

// What this node shows; none with --insecure.
Result<std::shared_ptr<tls::Credentials>> open_credentials(const RunOptions& options,
                                                           const std::string& node) {
  if (options.insecure) return std::shared_ptr<tls::Credentials>();
  const std::string folder = folder_of_tls(options);
  Result<std::shared_ptr<tls::Credentials>, tls::Refusal> opened =
      tls::Credentials::open(folder, node);
  if (opened) return *opened;
  usbip::Failure failure = opened.error().failure();
  failure.remedy = "'ddb-agent ca issue " + node + "' makes what belongs in " + folder +
                   "; with --insecure, devices are lent and imported without encryption, for "
                   "networks that you trust";
  return failure;
}

// Where the agent is for others, and where it shows metrics.
struct Places {
  Endpoint own;
  std::optional<Endpoint> metrics;
};

ExitCode work(const RunOptions& options, const std::string& node, const Places& places,
              store::Store& store) {
  const Result<std::shared_ptr<tls::Credentials>> credentials = open_credentials(options, node);
  if (!credentials) return complain(credentials.error().text(), ExitCode::Failed);
  const Result<std::string> its_holder = holder(options.run);
  if (!its_holder) return complain(its_holder.error().text(), ExitCode::Failed);
  const Socket stop = end_signals();
  JsonLog log(options.least);
  log.write(Level::Notice, "started", "ddb-agent " DDB_VERSION,
            {{"node", node}, {"store", store.place()}});
  if (options.insecure && !is_loopback(places.own)) {
    log.write(
        Level::Warning, "insecure",
        "devices are lent and imported without encryption: whoever can reach this network can "
        "read and change what they say");
  }
  if (is_overheard(store.place())) {
    log.write(Level::Warning, "insecure_store",
              "the Redis server is asked without encryption: whoever can reach this network can "
              "read this node's password; use a tunnel to it, see ddb-agent(8)",
              {{"store", store.place()}});
  }
  UsbipOptions usbip_options;
  if (!options.once) usbip_options.listen = places.own;
  usbip_options.source = places.own;
  usbip_options.port = options.port;
  usbip_options.run = options.run;
  usbip_options.node = node;
  usbip_options.credentials = *credentials;
  usbip_options.key_limit = options.key_limit;
  if (!options.authorize.empty()) usbip_options.hook = program_hook({options.authorize});
  usbip::SystemFiles sysfs(options.sysfs);
  const std::unique_ptr<Virtualization> usbip = usbip_module(sysfs, usbip_options);
  const std::unique_ptr<DeviceModule> devices = udev_module();
  Settings settings;
  settings.node = node;
  settings.holder = *its_holder;
  settings.times.grace = std::chrono::seconds(options.grace_seconds);
  const std::unique_ptr<RevocationGuard> revocations = revocation_guard(options, *credentials, log);
  settings.revocations = revocations.get();
  Agent agent(settings, store, *devices, *usbip, log);
  if (options.once) return agent.once() ? ExitCode::Done : ExitCode::Failed;

  Result<std::vector<Socket>> listeners = page_listeners(options, places.metrics);
  if (!listeners) return complain(listeners.error().text(), ExitCode::Failed);
  Pages pages(std::move(*listeners));
  agent.run(stop.get(), [] { notify("READY=1"); },
            {{pages.descriptor(), [&] { pages.show(agent.report()); }}});
  notify("STOPPING=1");
  log.write(Level::Notice, "stopped", "devices stay where they are");
  return ExitCode::Done;
}

}  // namespace

ExitCode run(const RunOptions& options) {
  if (options.node.empty()) {
    return complain("--node is missing: the address of this computer, as buses name it",
                    ExitCode::WrongUsage);
  }
  if (options.insecure && !options.tls.empty()) {
    return complain("--tls and --insecure: choose one of them", ExitCode::WrongUsage);
  }
  std::string node;
  std::unique_ptr<store::Store> store;
  try {
    node = store::node_name(options.node);
    store = store::open(url_of_store(options), {.patience = std::chrono::milliseconds(2000)});
  } catch (const store::Error& error) {
    const bool is_usage = error.code() == store::ErrorCode::Invalid;
    return complain(error.what(), is_usage ? ExitCode::WrongUsage : ExitCode::Failed);
  }
  const Result<std::vector<Endpoint>> own =
      usbip::resolve(node, options.port, usbip::Clock::now() + std::chrono::seconds(5));
  if (!own) return complain(own.error().text(), ExitCode::Failed);
  Places places{own->front(), {}};
  if (!options.metrics.empty()) {
    const Result<Endpoint> metrics = place_of_metrics(options.metrics);
    if (!metrics) return complain(metrics.error().text(), ExitCode::WrongUsage);
    places.metrics = *metrics;
  }
  return work(options, node, places, *store);
}

}  // namespace ddb::agent::command

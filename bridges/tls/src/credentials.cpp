// SPDX-License-Identifier: Apache-2.0
#include "ddb/tls/credentials.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <ctime>
#include <mutex>
#include <utility>

#include "loaded.hpp"

namespace ddb::tls {

namespace {

using std::chrono::system_clock;
using usbip::Result;

// So long before its end, a certificate is to be renewed.
constexpr std::chrono::hours kRenewBefore{240};

// By what a change of a file is seen.
struct Stamp {
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
  std::uint64_t inode = 0;
  std::int64_t size = -1;
  friend bool operator==(const Stamp&, const Stamp&) = default;
};
using Stamps = std::array<Stamp, 4>;

Stamp stamp_of(const std::filesystem::path& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return {};
  return {status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ino, status.st_size};
}

Stamps stamps_of(const std::filesystem::path& folder) {
  return {stamp_of(folder / kAuthorityFile), stamp_of(folder / kCertificateFile),
          stamp_of(folder / kKeyFile), stamp_of(folder / kRevocationFile)};
}

std::string day_of(system_clock::time_point time) {
  const std::time_t seconds = system_clock::to_time_t(time);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 40> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M UTC", &parts);
  return text.data();
}

}  // namespace

struct Credentials::Impl {
  // Of the folder as it is now.
  Result<Loaded, Refusal> read() const {
    const Result<std::shared_ptr<const NodeFiles>, Refusal> files = read_node_files(folder, node);
    if (!files) return files.error();
    Loaded loaded{*files, nullptr};
    const std::filesystem::path path = folder / kRevocationFile;
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return loaded;
    const Result<std::string, Refusal> pem = read_file(path, false);
    if (!pem) return pem.error();
    Result<Revocations, Refusal> revocations =
        read_revocations(*pem, loaded.files->authority.get(), path.string());
    if (!revocations) return revocations.error();
    loaded.revocations = std::make_shared<const Revocations>(std::move(*revocations));
    return loaded;
  }

  system_clock::time_point now() const { return options.now ? options.now() : system_clock::now(); }

  std::filesystem::path folder;
  std::string node;
  CredentialsOptions options;
  mutable std::mutex mutex;  // of what follows
  Stamps stamps;
  std::shared_ptr<const Loaded> loaded;
  std::string problem;  // with the files as they are now
  std::string told;     // PEM that set_revocations() was given, and that counts
};

Credentials::Credentials(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Credentials::~Credentials() = default;

Result<std::shared_ptr<Credentials>, Refusal> Credentials::open(std::filesystem::path folder,
                                                                std::string node,
                                                                CredentialsOptions options) {
  auto impl = std::make_unique<Impl>();
  impl->folder = std::move(folder);
  impl->node = std::move(node);
  impl->options = std::move(options);
  impl->stamps = stamps_of(impl->folder);
  Result<Loaded, Refusal> loaded = impl->read();
  if (!loaded) return loaded.error();
  impl->loaded = std::make_shared<const Loaded>(std::move(*loaded));
  return std::shared_ptr<Credentials>(new Credentials(std::move(impl)));
}

bool Credentials::refresh() {
  Impl& it = *impl_;
  const std::lock_guard lock(it.mutex);
  const Stamps stamps = stamps_of(it.folder);
  if (stamps == it.stamps) return false;
  it.stamps = stamps;
  Result<Loaded, Refusal> next = it.read();
  if (!next) {
    it.problem = next.error().text() + "; what was there before counts on";
    return false;
  }
  it.problem.clear();
  const bool is_same_authority =
      X509_cmp(next->files->authority.get(), it.loaded->files->authority.get()) == 0;
  if (!is_same_authority) it.told.clear();
  // What was known counts on where it is later than the file, and of the same CA.
  const auto& before = it.loaded->revocations;
  if (is_same_authority && before &&
      (!next->revocations || before->is_later_than(*next->revocations))) {
    next->revocations = before;
  }
  it.loaded = std::make_shared<const Loaded>(std::move(*next));
  return true;
}

Result<usbip::Done, Refusal> Credentials::set_revocations(std::string_view pem) {
  Impl& it = *impl_;
  const std::lock_guard lock(it.mutex);
  if (pem == it.told) return usbip::Done{};
  Result<Revocations, Refusal> read =
      read_revocations(pem, it.loaded->files->authority.get(), "what was told of revocations");
  if (!read) return read.error();
  it.told = pem;
  const auto& before = it.loaded->revocations;
  if (before && !read->is_later_than(*before)) return usbip::Done{};
  // Another value beside the one that handshakes may have in use.
  it.loaded = std::make_shared<const Loaded>(
      Loaded{it.loaded->files, std::make_shared<const Revocations>(std::move(*read))});
  return usbip::Done{};
}

bool Credentials::is_revoked(std::string_view serial) const {
  return loaded()->is_revoked(std::string(serial));
}

std::vector<std::string> Credentials::problems() const {
  const std::shared_ptr<const Loaded> now_counts = loaded();
  std::vector<std::string> sentences;
  {
    const std::lock_guard lock(impl_->mutex);
    if (!impl_->problem.empty()) sentences.push_back(impl_->problem);
  }
  const std::string remedy = "; ddb-agent ca renew " + impl_->node;
  const system_clock::time_point begin = now_counts->files->own_begin;
  const system_clock::time_point end = now_counts->files->own_end;
  if (impl_->now() < begin) {
    sentences.push_back("the certificate of this node is not valid before " + day_of(begin) +
                        ", and this computer's clock says " + day_of(impl_->now()) +
                        "; set the clock");
  } else if (impl_->now() >= end) {
    sentences.push_back("the certificate of this node has expired (" + day_of(end) + ")" + remedy);
  } else if (impl_->now() + kRenewBefore >= end) {
    sentences.push_back("the certificate of this node ends " + day_of(end) + remedy);
  }
  const std::string serial = serial_text(X509_get0_serialNumber(now_counts->files->own.get()));
  if (now_counts->is_revoked(serial)) {
    sentences.push_back("the certificate of this node was revoked (serial number " + serial + ")");
  }
  if (!impl_->options.kernel_keys) {
    if (std::string problem = kernel_problem(); !problem.empty()) {
      sentences.push_back(std::move(problem));
    }
  }
  return sentences;
}

std::shared_ptr<const Credentials::Loaded> Credentials::loaded() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->loaded;
}

system_clock::time_point Credentials::own_end() const { return loaded()->files->own_end; }

const std::string& Credentials::node() const noexcept { return impl_->node; }

const CredentialsOptions& Credentials::options() const noexcept { return impl_->options; }

std::string kernel_problem() {
  const usbip::Socket socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  constexpr std::array<char, 4> name = {'t', 'l', 's', 0};
  // A kernel that knows it says that the socket is not connected.
  const bool is_missing =
      setsockopt(socket.get(), IPPROTO_TCP, TCP_ULP, name.data(), name.size()) != 0 &&
      errno == ENOENT;
  return is_missing ? Refusal{Reason::NoKernelTls, ""}.text() : "";
}

}  // namespace ddb::tls

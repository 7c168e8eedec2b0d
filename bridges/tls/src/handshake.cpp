// SPDX-License-Identifier: Apache-2.0
#include "ddb/tls/handshake.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <poll.h>
#include <pthread.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <ctime>
#include <string_view>
#include <utility>

#include "loaded.hpp"
#include "openssl.hpp"
#include "verify.hpp"

namespace ddb::tls {

namespace {

using usbip::Result;
using Wants = usbip::Opening::Wants;

constexpr unsigned char kHandshakeRecord = 22;  // RFC 5246, section 6.2.1
constexpr unsigned char kUsbipVersion = 0x01;   // first byte of usbip's 0x0111

// A peer that closes without having read all resets the connection.
Result<Wants, Refusal> broken(int number) {
  const bool has_hung_up = number == ECONNRESET || number == EPIPE;
  if (has_hung_up) return Refusal{Reason::HungUp, usbip::system_words(number)};
  return Refusal{Reason::Broken, usbip::system_words(number)};
}

// OpenSSL writes to sockets with write(): while this lives, a peer that is gone is no SIGPIPE of
// this thread's, whatever the program does with that signal.
class WithoutSigpipe {
 public:
  WithoutSigpipe() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    was_pending_ = is_pending();
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  WithoutSigpipe(const WithoutSigpipe&) = delete;
  WithoutSigpipe& operator=(const WithoutSigpipe&) = delete;
  ~WithoutSigpipe() {
    if (!was_pending_ && is_pending()) {
      const timespec at_once{};
      sigtimedwait(&pipe_, nullptr, &at_once);
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  static bool is_pending() {
    sigset_t pending{};
    sigpending(&pending);
    return sigismember(&pending, SIGPIPE) == 1;
  }

  sigset_t pipe_{};
  sigset_t before_{};
  bool was_pending_ = false;
};

// OpenSSL tells of neither of them as what they are.
std::optional<Refusal> look_at_first_byte(unsigned char byte) {
  if (byte == kHandshakeRecord) return std::nullopt;
  return Refusal{byte == kUsbipVersion ? Reason::PlainUsbip : Reason::NotTls, ""};
}

KernelKeys ask_openssl(const SSL* connection) {
  return {BIO_get_ktls_send(SSL_get_wbio(connection)) == 1,
          BIO_get_ktls_recv(SSL_get_rbio(connection)) == 1};
}

bool has_kernel_layer(int socket) {
  std::array<char, 16> name{};
  socklen_t size = name.size();
  return getsockopt(socket, IPPROTO_TCP, TCP_ULP, name.data(), &size) == 0 &&
         std::string_view(name.data(), strnlen(name.data(), name.size())) == "tls";
}

// Why the kernel has not the keys.
Refusal without_kernel(int socket, const std::string& cipher) {
#ifdef OPENSSL_NO_KTLS
  return {Reason::NoLibraryTls, ""};
#endif
  if (!has_kernel_layer(socket)) return {Reason::NoKernelTls, ""};
  const bool is_chacha = cipher.find("CHACHA20") != std::string::npos;
  return {Reason::NoKernelCipher,
          cipher + "; modprobe -a " +
              (is_chacha ? "chacha20poly1305 chacha_generic poly1305_generic"
                         : "gcm ctr ghash_generic")};
}

// "tls1.2 ECDHE-ECDSA-AES256-GCM-SHA384"
std::string protection_of(const SSL* connection) {
  const char* const version = SSL_version(connection) == TLS1_3_VERSION ? "tls1.3 " : "tls1.2 ";
  return std::string(version) + SSL_get_cipher_name(connection);
}

}  // namespace

struct Handshake::Impl {
  Impl(std::shared_ptr<const Credentials> its_credentials, int its_socket, Role role, Wanted wanted)
      : credentials(std::move(its_credentials)),
        loaded(credentials->loaded()),
        socket(its_socket),
        verification{*loaded, role, std::move(wanted.node), std::nullopt},
        connection(SSL_new(loaded->files->context.get())) {
    if (!connection || SSL_set_fd(connection.get(), socket) != 1 ||
        (wanted.is_for_much && !choose_lasting_keys())) {
      connection.reset();
      // That the kernel has no TLS is an error of SSL_set_fd()'s, too, and told later.
      ERR_clear_error();
      return;
    }
    ERR_clear_error();
    SSL* const it = connection.get();
    SSL_set_app_data(it, &verification);
    if (credentials->options().now) {
      X509_VERIFY_PARAM_set_time(
          SSL_get0_param(it), std::chrono::system_clock::to_time_t(credentials->options().now()));
    }
    if (role == Role::Master) {
      SSL_set_connect_state(it);
    } else {
      SSL_set_accept_state(it);
    }
  }

  bool choose_lasting_keys() const {
    return SSL_set_cipher_list(connection.get(), "ECDHE+CHACHA20") == 1 &&
           SSL_set_ciphersuites(connection.get(), "TLS_CHACHA20_POLY1305_SHA256") == 1;
  }

  Result<Wants, Refusal> step() {
    if (is_done) return Wants::Nothing;
    if (!connection) return Refusal{Reason::NoLibraryTls, "it is out of memory"};
    if (verification.role == Role::Provider && !has_looked) {
      unsigned char byte = 0;
      const ssize_t got = recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
      if (got == 0) return Refusal{Reason::HungUp, "it said nothing"};
      if (got < 0 && (errno == EAGAIN || errno == EINTR)) return Wants::Read;
      if (got < 0) return broken(errno);
      if (auto refusal = look_at_first_byte(byte)) return *refusal;
      has_looked = true;
    }
    ERR_clear_error();
    errno = 0;
    int number = 0;
    const int result = [&] {
      const WithoutSigpipe guard;
      const int value = SSL_do_handshake(connection.get());
      number = errno;
      return value;
    }();
    if (result == 1) return finish();
    return why_not(SSL_get_error(connection.get(), result), number);
  }

  Result<Wants, Refusal> why_not(int error, int number) {
    switch (error) {
      case SSL_ERROR_WANT_READ:
        return Wants::Read;
      case SSL_ERROR_WANT_WRITE:
        return Wants::Write;
      case SSL_ERROR_SYSCALL:
        ERR_clear_error();
        if (number == 0) return Refusal{Reason::HungUp, ""};
        return broken(number);
      case SSL_ERROR_ZERO_RETURN:
        return Refusal{Reason::HungUp, ""};
      default:
        break;
    }
    const Refusal refusal = refusal_of_openssl();
    return verification.refusal ? *verification.refusal : refusal;
  }

  Result<Wants, Refusal> finish() {
    const Certificate peer(SSL_get1_peer_certificate(connection.get()));
    if (!peer) return Refusal{Reason::NoCertificate, ""};
    const KernelKeys keys = credentials->options().kernel_keys
                                ? credentials->options().kernel_keys()
                                : ask_openssl(connection.get());
    if (!keys.sends || !keys.receives) {
      return without_kernel(socket, SSL_get_cipher_name(connection.get()));
    }
    identity = {nodes_of(peer.get()), serial_text(X509_get0_serialNumber(peer.get())),
                protection_of(connection.get())};
    // The connection is the kernel's from here on: nothing of OpenSSL's may touch it.
    connection.reset();
    is_done = true;
    return Wants::Nothing;
  }

  std::shared_ptr<const Credentials> credentials;
  std::shared_ptr<const Credentials::Loaded> loaded;
  int socket;
  Verification verification;
  Connection connection;
  bool has_looked = false;
  bool is_done = false;
  usbip::Identity identity;
};

Handshake::Handshake(std::shared_ptr<const Credentials> credentials, int socket, Role role,
                     Wanted wanted)
    : impl_(std::make_unique<Impl>(std::move(credentials), socket, role, std::move(wanted))) {}

Handshake::~Handshake() = default;

Result<Wants, Refusal> Handshake::step() { return impl_->step(); }

Result<Wants> Handshake::go_on() {
  const Result<Wants, Refusal> result = step();
  if (!result) return result.error().failure();
  return *result;
}

const usbip::Identity& Handshake::identity() const { return impl_->identity; }

Result<usbip::Identity, Refusal> handshake(const std::shared_ptr<const Credentials>& credentials,
                                           int socket, Role role, const Wanted& wanted,
                                           usbip::Deadline deadline) {
  Handshake handshake(credentials, socket, role, wanted);
  for (;;) {
    const Result<Wants, Refusal> wants = handshake.step();
    if (!wants) return wants.error();
    if (*wants == Wants::Nothing) return handshake.identity();
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline - usbip::Clock::now()).count();
    if (left <= 0) return Refusal{Reason::Silent, ""};
    constexpr long most = 1'000'000;
    pollfd entry{socket, static_cast<short>(*wants == Wants::Read ? POLLIN : POLLOUT), 0};
    poll(&entry, 1, static_cast<int>(std::min<long>(left, most)));
  }
}

std::unique_ptr<usbip::Opening> CertificateGate::open(int socket) {
  credentials_->refresh();
  return std::make_unique<Handshake>(credentials_, socket, Role::Provider);
}

bool wears_out(const std::string& protection) noexcept {
  return protection.find("GCM") != std::string::npos;
}

}  // namespace ddb::tls

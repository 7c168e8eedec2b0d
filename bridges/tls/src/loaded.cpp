// SPDX-License-Identifier: Apache-2.0
#include "loaded.hpp"

#include <fcntl.h>
#include <openssl/asn1.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <optional>
#include <system_error>
#include <utility>

#include "verify.hpp"
#if defined(__aarch64__)
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

namespace ddb::tls {

namespace {

using usbip::Result;

constexpr std::size_t kMostOfFile = std::size_t{4} << 20U;
// Of certificates in a handshake: a node has one, and it is small.
constexpr long kMostOfChain = 16384;

Refusal wrong_file(const std::string& what) { return {Reason::OwnFiles, what}; }

// Nobody is asked for a pass phrase.
int no_pass_phrase(char* /*text*/, int /*size*/, int /*is_writing*/, void* /*data*/) { return 0; }

std::optional<std::int64_t> seconds_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(time, &parts) != 1) return std::nullopt;
  return timegm(&parts);
}

bool has_aes_instructions() {
#if defined(__x86_64__) || defined(__i386__)
  return __builtin_cpu_supports("aes") != 0;
#elif defined(__aarch64__)
  return (getauxval(AT_HWCAP) & HWCAP_AES) != 0;
#else
  return false;
#endif
}

// The kernel of a CPU without instructions for AES is quicker with ChaCha20. A server prefers what
// its client prefers if that is ChaCha20 (SSL_OP_PRIORITIZE_CHACHA), so that one of the two is
// enough.
bool choose_ciphers(SSL_CTX* context) {
  const bool has_aes = has_aes_instructions();
  const char* const ciphers =
      has_aes ? "ECDHE+AESGCM:ECDHE+CHACHA20" : "ECDHE+CHACHA20:ECDHE+AESGCM";
  const char* const suites =
      has_aes ? "TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256:TLS_CHACHA20_POLY1305_SHA256"
              : "TLS_CHACHA20_POLY1305_SHA256:TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256";
  return SSL_CTX_set_cipher_list(context, ciphers) == 1 &&
         SSL_CTX_set_ciphersuites(context, suites) == 1 &&
         SSL_CTX_set1_groups_list(context, "X25519:P-256:P-384") == 1;
}

// OpenSSL gives the kernel both directions of TLS 1.3 from version 3.2 on.
int highest_version() {
  const bool has_both =
      OPENSSL_version_major() > 3 || (OPENSSL_version_major() == 3 && OPENSSL_version_minor() >= 2);
  return has_both ? TLS1_3_VERSION : TLS1_2_VERSION;
}

Context new_context() {
  Context context(SSL_CTX_new(TLS_method()));
  if (!context) return context;
  SSL_CTX* const it = context.get();
  SSL_CTX_set_options(it, SSL_OP_ENABLE_KTLS | SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION |
                              SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                              SSL_OP_PRIORITIZE_CHACHA);
  SSL_CTX_set_mode(it, SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_session_cache_mode(it, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_quiet_shutdown(it, 1);
  SSL_CTX_set_max_cert_list(it, kMostOfChain);
  SSL_CTX_set_verify(it, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, verify_peer);
  // Nodes' certificates are signed by the CA itself.
  SSL_CTX_set_verify_depth(it, 0);
  const bool is_done = choose_ciphers(it) && SSL_CTX_set_num_tickets(it, 0) == 1 &&
                       SSL_CTX_set_min_proto_version(it, TLS1_2_VERSION) == 1 &&
                       SSL_CTX_set_max_proto_version(it, highest_version()) == 1;
  if (!is_done) context.reset();
  return context;
}

Result<Certificate, Refusal> read_certificate(const std::filesystem::path& path) {
  const Result<std::string, Refusal> text = read_file(path, false);
  if (!text) return text.error();
  Certificate certificate(PEM_read_bio_X509(bio_of(*text).get(), nullptr, no_pass_phrase, nullptr));
  if (certificate) return certificate;
  return wrong_file(path.string() + " holds no certificate in PEM: " + openssl_words());
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? "nobody" : text;
}

// Whether the node's own certificate will do for the others.
std::optional<Refusal> check_own(X509* own, X509* authority, const std::string& place,
                                 const std::string& node) {
  const Key key(X509_get_pubkey(authority));
  if (!key || X509_verify(own, key.get()) != 1) {
    ERR_clear_error();
    return wrong_file(place + " is not signed by the CA beside it (ca.crt); ddb-agent ca issue " +
                      node);
  }
  const std::vector<std::string> nodes = nodes_of(own);
  if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) {
    return wrong_file(place + " is for " + joined(nodes) + ", and this node is " + node +
                      "; ddb-agent ca issue " + node);
  }
  if (!has_use(own, XKU_SSL_SERVER | XKU_SSL_CLIENT)) {
    return wrong_file(place + " lacks the uses serverAuth and clientAuth; ddb-agent ca issue " +
                      node);
  }
  return std::nullopt;
}

}  // namespace

bool Revocations::is_later_than(const Revocations& other) const {
  // Hexadecimal without leading zeros: the longer one is greater.
  if (number.size() != other.number.size()) return number.size() > other.number.size();
  if (number != other.number) return number > other.number;
  return time > other.time;
}

Result<std::string, Refusal> read_file(const std::filesystem::path& path, bool is_secret) {
  const usbip::Socket file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (file.get() < 0 || fstat(file.get(), &status) != 0) {
    return wrong_file("cannot read " + path.string() + ": " + usbip::system_words(errno));
  }
  if (is_secret && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return wrong_file(path.string() + " can be read by others; chmod 600 " + path.string());
  }
  std::string text;
  std::array<char, 4096> piece{};
  for (;;) {
    const ssize_t got = read(file.get(), piece.data(), piece.size());
    if (got == 0) return text;
    if (got < 0) {
      return wrong_file("cannot read " + path.string() + ": " + usbip::system_words(errno));
    }
    text.append(piece.data(), static_cast<std::size_t>(got));
    if (text.size() > kMostOfFile) return wrong_file(path.string() + " is larger than 4 MiB");
  }
}

Result<Revocations, Refusal> read_revocations(std::string_view pem, X509* authority,
                                              const std::string& place) {
  const Crl crl(PEM_read_bio_X509_CRL(bio_of(pem).get(), nullptr, no_pass_phrase, nullptr));
  if (!crl) {
    return wrong_file(place + " holds no list of revocations in PEM: " + openssl_words());
  }
  const Key key(X509_get_pubkey(authority));
  if (!key || X509_CRL_verify(crl.get(), key.get()) != 1) {
    ERR_clear_error();
    return wrong_file(place + " is not signed by this cluster's CA");
  }
  Revocations revocations;
  const Owned<ASN1_INTEGER, ASN1_INTEGER_free> number(static_cast<ASN1_INTEGER*>(
      X509_CRL_get_ext_d2i(crl.get(), NID_crl_number, nullptr, nullptr)));
  if (number) revocations.number = serial_text(number.get());
  revocations.time = seconds_of(X509_CRL_get0_lastUpdate(crl.get())).value_or(0);
  const STACK_OF(X509_REVOKED)* const revoked = X509_CRL_get_REVOKED(crl.get());
  for (int i = 0; i < sk_X509_REVOKED_num(revoked); ++i) {
    const X509_REVOKED* const it = sk_X509_REVOKED_value(revoked, i);
    revocations.serials.insert(serial_text(X509_REVOKED_get0_serialNumber(it)));
  }
  return revocations;
}

Result<std::shared_ptr<const NodeFiles>, Refusal> read_node_files(
    const std::filesystem::path& folder, const std::string& node) {
  Result<Certificate, Refusal> authority = read_certificate(folder / kAuthorityFile);
  if (!authority) return authority.error();
  Result<Certificate, Refusal> own = read_certificate(folder / kCertificateFile);
  if (!own) return own.error();
  const Result<std::string, Refusal> key_text = read_file(folder / kKeyFile, true);
  if (!key_text) return key_text.error();
  const Key key(PEM_read_bio_PrivateKey(bio_of(*key_text).get(), nullptr, no_pass_phrase, nullptr));
  if (!key) {
    return wrong_file((folder / kKeyFile).string() +
                      " holds no private key in PEM without a pass phrase: " + openssl_words());
  }
  const std::string place = (folder / kCertificateFile).string();
  if (auto wrong = check_own(own->get(), authority->get(), place, node)) return *wrong;
  const std::optional<std::int64_t> begin = seconds_of(X509_get0_notBefore(own->get()));
  const std::optional<std::int64_t> end = seconds_of(X509_get0_notAfter(own->get()));
  if (!begin || !end) return wrong_file(place + " has no times that can be read");

  Context context = new_context();
  if (!context) return Refusal{Reason::NoLibraryTls, openssl_words()};
  if (SSL_CTX_use_certificate(context.get(), own->get()) != 1 ||
      SSL_CTX_use_PrivateKey(context.get(), key.get()) != 1) {
    return wrong_file(place + " and " + (folder / kKeyFile).string() +
                      " do not belong together: " + openssl_words());
  }
  if (X509_STORE_add_cert(SSL_CTX_get_cert_store(context.get()), authority->get()) != 1 ||
      SSL_CTX_add_client_CA(context.get(), authority->get()) != 1) {
    return wrong_file((folder / kAuthorityFile).string() + ": " + openssl_words());
  }
  return std::make_shared<const NodeFiles>(NodeFiles{
      std::move(*authority), std::move(*own), std::chrono::system_clock::from_time_t(*begin),
      std::chrono::system_clock::from_time_t(*end), std::move(context)});
}

}  // namespace ddb::tls

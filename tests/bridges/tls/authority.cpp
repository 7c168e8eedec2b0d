// SPDX-License-Identifier: Apache-2.0
#include "authority.hpp"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <stdexcept>

namespace certificates {

namespace {

template <class Object>
using Owned = std::unique_ptr<Object, std::function<void(Object*)>>;

void must(bool holds, const char* what) {
  if (!holds) throw std::runtime_error(std::string("cannot make a certificate: ") + what);
}

template <class Write>
std::string pem(Write write) {
  const Owned<BIO> bio(BIO_new(BIO_s_mem()), BIO_free);
  must(write(bio.get()) == 1, "PEM");
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &data);
  return {data, static_cast<std::size_t>(size)};
}

void set_time(ASN1_TIME* time, Hours from_now) {
  const std::time_t now = std::time(nullptr);
  must(ASN1_TIME_set(time, now + std::chrono::seconds(from_now).count()) != nullptr, "time");
}

void extend(X509* certificate, X509* issuer, int kind, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()),
                                        X509_EXTENSION_free);
  must(extension && X509_add_ext(certificate, extension.get(), -1) == 1, value.c_str());
}

}  // namespace

struct Authority::Impl {
  Owned<EVP_PKEY> key{EVP_EC_gen("P-256"), EVP_PKEY_free};
  Owned<X509> certificate{X509_new(), X509_free};
  long last_serial = 0x1000;

  void fill(X509* it, const Wish& wish, const std::string& name, EVP_PKEY* its_key, X509* issuer) {
    must(X509_set_version(it, 2) == 1, "version");
    ASN1_INTEGER_set(X509_get_serialNumber(it), ++last_serial);
    X509_NAME* const subject = X509_get_subject_name(it);
    const auto* const text = reinterpret_cast<const unsigned char*>(name.c_str());
    must(X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, text, -1, -1, 0) == 1, "name");
    X509_set_issuer_name(it, X509_get_subject_name(issuer));
    set_time(X509_getm_notBefore(it), wish.from);
    set_time(X509_getm_notAfter(it), wish.to);
    X509_set_pubkey(it, its_key);
    extend(it, issuer, NID_basic_constraints,
           wish.is_authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    if (!wish.names.empty()) extend(it, issuer, NID_subject_alt_name, wish.names);
    if (!wish.uses.empty()) extend(it, issuer, NID_ext_key_usage, wish.uses);
    must(X509_sign(it, key.get(), EVP_sha256()) > 0, "signature");
  }
};

Authority::Authority(const std::string& name) : impl_(std::make_unique<Impl>()) {
  const Wish wish{"", "", Hours(-24), Hours(24 * 3650), true};
  impl_->fill(impl_->certificate.get(), wish, name, impl_->key.get(), impl_->certificate.get());
}

Authority::~Authority() = default;

std::string Authority::certificate() const {
  return pem([&](BIO* bio) { return PEM_write_bio_X509(bio, impl_->certificate.get()); });
}

Issued Authority::issue(const Wish& wish) {
  const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  const Owned<X509> it(X509_new(), X509_free);
  impl_->fill(it.get(), wish, "node", key.get(), impl_->certificate.get());
  const Owned<BIGNUM> serial(ASN1_INTEGER_to_BN(X509_get_serialNumber(it.get()), nullptr), BN_free);
  const Owned<char> serial_text(BN_bn2hex(serial.get()), [](char* text) { OPENSSL_free(text); });
  return {pem([&](BIO* bio) { return PEM_write_bio_X509(bio, it.get()); }), pem([&](BIO* bio) {
            return PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
          }),
          serial_text.get()};
}

std::string Authority::revoke(const std::vector<std::string>& serials, long number) {
  const Owned<X509_CRL> crl(X509_CRL_new(), X509_CRL_free);
  X509_CRL_set_version(crl.get(), 1);
  X509_CRL_set_issuer_name(crl.get(), X509_get_subject_name(impl_->certificate.get()));
  const Owned<ASN1_TIME> time(ASN1_TIME_new(), ASN1_TIME_free);
  set_time(time.get(), Hours(0));
  X509_CRL_set1_lastUpdate(crl.get(), time.get());
  set_time(time.get(), Hours(24));
  X509_CRL_set1_nextUpdate(crl.get(), time.get());
  for (const std::string& serial : serials) {
    BIGNUM* hexadecimal = nullptr;
    must(BN_hex2bn(&hexadecimal, serial.c_str()) > 0, "serial number");
    const Owned<BIGNUM> number_of_it(hexadecimal, BN_free);
    const Owned<ASN1_INTEGER> integer(BN_to_ASN1_INTEGER(hexadecimal, nullptr), ASN1_INTEGER_free);
    X509_REVOKED* const revoked = X509_REVOKED_new();
    X509_REVOKED_set_serialNumber(revoked, integer.get());
    X509_REVOKED_set_revocationDate(revoked, time.get());
    must(X509_CRL_add0_revoked(crl.get(), revoked) == 1, "revocation");
  }
  if (number >= 0) {
    const Owned<ASN1_INTEGER> integer(ASN1_INTEGER_new(), ASN1_INTEGER_free);
    ASN1_INTEGER_set(integer.get(), number);
    must(X509_CRL_add1_ext_i2d(crl.get(), NID_crl_number, integer.get(), 0, 0) == 1, "number");
  }
  must(X509_CRL_sign(crl.get(), impl_->key.get(), EVP_sha256()) > 0, "signature");
  return pem([&](BIO* bio) { return PEM_write_bio_X509_CRL(bio, crl.get()); });
}

NodeFolder::NodeFolder() {
  std::string path = (std::filesystem::temp_directory_path() / "ddb_tls_XXXXXX").string();
  must(mkdtemp(path.data()) != nullptr, "folder");
  path_ = path;
}

NodeFolder::NodeFolder(const Authority& authority, const Issued& issued) : NodeFolder() {
  write(authority, issued);
}

NodeFolder::~NodeFolder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

void NodeFolder::write(const std::string& name, const std::string& text) const {
  const std::filesystem::path next = path_ / (name + ".next");
  std::ofstream(next) << text;
  std::filesystem::permissions(next, std::filesystem::perms::owner_read);
  std::filesystem::rename(next, path_ / name);
}

void NodeFolder::write(const Authority& authority, const Issued& issued) const {
  write("ca.crt", authority.certificate());
  write("node.crt", issued.certificate);
  write("node.key", issued.key);
}

}  // namespace certificates

// SPDX-License-Identifier: Apache-2.0
#include "openssl.hpp"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <array>
#include <ctime>

namespace ddb::ca::detail {

namespace {

using Bio = std::unique_ptr<BIO, FreedBy<BIO_free_all>>;
using Number = std::unique_ptr<BIGNUM, FreedBy<BN_free>>;
using Integer = std::unique_ptr<ASN1_INTEGER, FreedBy<ASN1_INTEGER_free>>;
using AsnTime = std::unique_ptr<ASN1_TIME, FreedBy<ASN1_TIME_free>>;
using Object = std::unique_ptr<ASN1_OBJECT, FreedBy<ASN1_OBJECT_free>>;
using Octets = std::unique_ptr<ASN1_OCTET_STRING, FreedBy<ASN1_OCTET_STRING_free>>;
using Utf8 = std::unique_ptr<ASN1_UTF8STRING, FreedBy<ASN1_UTF8STRING_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, FreedBy<X509_EXTENSION_free>>;
using Entry = std::unique_ptr<X509_REVOKED, FreedBy<X509_REVOKED_free>>;

// RFC 5280, upper bound of a common name.
constexpr std::size_t kLongestCommonName = 64;
// RFC 5280, 4.1.2.2: at most 20 octets, positive.
constexpr int kSerialBits = 159;

void require(bool is_done, const char* what) {
  if (!is_done) openssl_failed(what);
}

Bio memory() {
  Bio bio(BIO_new(BIO_s_mem()));
  require(bio != nullptr, "no memory");
  return bio;
}

std::string text_of(BIO& bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(&bio, &data);
  return {data, static_cast<std::size_t>(size)};
}

Bio reader_of(std::string_view text) {
  Bio bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
  require(bio != nullptr, "no memory");
  return bio;
}

// A key with a passphrase is none of ours; nobody is asked for one.
int no_passphrase(char* /*buffer*/, int /*size*/, int /*writing*/, void* /*data*/) { return -1; }

// What was left there belongs to what failed on purpose.
template <class Pointer>
Pointer quiet(Pointer pointer) {
  if (pointer == nullptr) ERR_clear_error();
  return pointer;
}

void add_name(X509_NAME& name, const char* field, const std::string& value) {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(value.data());
  require(X509_NAME_add_entry_by_txt(&name, field, MBSTRING_UTF8, bytes,
                                     static_cast<int>(value.size()), -1, 0) == 1,
          "a name can't be written");
}

void add_extension(X509& certificate, X509V3_CTX& context, int id, const std::string& value) {
  const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, id, value.c_str()));
  require(extension && X509_add_ext(&certificate, extension.get(), -1) == 1,
          "an extension can't be written");
}

// "[fe80::1]" and "192.0.2.1" are addresses, all else names: host names end with no number.
std::string alternative_name(const std::string& node) {
  if (node.front() == '[') return "IP:" + node.substr(1, node.size() - 2);
  const std::size_t last = node.rfind('.') + 1;
  const bool is_address = node.find_first_not_of("0123456789", last) == std::string::npos;
  return (is_address ? "IP:" : "DNS:") + node;
}

AsnTime asn_time(Time time) {
  AsnTime asn(ASN1_TIME_set(nullptr, time.time_since_epoch().count()));
  require(asn != nullptr, "a time can't be written");
  return asn;
}

void set_random_serial(X509& certificate) {
  const Number number(BN_new());
  // The highest bit is set, so that none is short.
  require(number && BN_rand(number.get(), kSerialBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
              BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(&certificate)) != nullptr,
          "no random number can be had");
}

Integer integer_of(const std::string& hexadecimal) {
  BIGNUM* made = nullptr;
  require(BN_hex2bn(&made, hexadecimal.c_str()) != 0, "a serial number is none");
  const Number number(made);
  Integer integer(BN_to_ASN1_INTEGER(number.get(), nullptr));
  require(integer != nullptr, "a serial number can't be written");
  return integer;
}

void add_node(X509_REVOKED& entry, const std::string& node) {
  const Utf8 text(ASN1_UTF8STRING_new());
  require(text && ASN1_STRING_set(text.get(), node.data(), static_cast<int>(node.size())) == 1,
          "no memory");
  unsigned char* bytes = nullptr;
  const int size = i2d_ASN1_UTF8STRING(text.get(), &bytes);
  require(size > 0, "no memory");
  const Octets octets(ASN1_OCTET_STRING_new());
  // The bytes belong to the octets from here on.
  require(octets != nullptr, "no memory");
  ASN1_STRING_set0(octets.get(), bytes, size);
  const Object object(OBJ_txt2obj(kNodeExtension, 1));
  const Extension extension(X509_EXTENSION_create_by_OBJ(nullptr, object.get(), 0, octets.get()));
  require(extension && X509_REVOKED_add_ext(&entry, extension.get(), -1) == 1,
          "an extension can't be written");
}

}  // namespace

void openssl_failed(const std::string& what) {
  std::array<char, 256> text{};
  ERR_error_string_n(ERR_get_error(), text.data(), text.size());
  ERR_clear_error();
  throw Error("OpenSSL does not do what it must: " + what + " (" + text.data() +
              "); see that Debian's libssl3 is installed as it should be");
}

PrivateKey new_key() {
  PrivateKey key(EVP_EC_gen("P-256"));
  require(key != nullptr, "no key can be made");
  return key;
}

std::string pem_of(const EVP_PKEY& key) {
  const Bio bio = memory();
  require(PEM_write_bio_PrivateKey(bio.get(), &key, nullptr, nullptr, 0, nullptr, nullptr) == 1,
          "a key can't be written");
  return text_of(*bio);
}

std::string pem_of(const X509& certificate) {
  const Bio bio = memory();
  require(PEM_write_bio_X509(bio.get(), &certificate) == 1, "a certificate can't be written");
  return text_of(*bio);
}

std::string pem_of(const X509_CRL& list) {
  const Bio bio = memory();
  require(PEM_write_bio_X509_CRL(bio.get(), &list) == 1, "a list can't be written");
  return text_of(*bio);
}

PrivateKey key_of(std::string_view pem) {
  return PrivateKey(
      quiet(PEM_read_bio_PrivateKey(reader_of(pem).get(), nullptr, no_passphrase, nullptr)));
}

Certificate certificate_of(std::string_view pem) {
  return Certificate(
      quiet(PEM_read_bio_X509(reader_of(pem).get(), nullptr, no_passphrase, nullptr)));
}

RevocationList revocations_of(std::string_view pem) {
  return RevocationList(
      quiet(PEM_read_bio_X509_CRL(reader_of(pem).get(), nullptr, no_passphrase, nullptr)));
}

Certificate new_certificate(const Names& names, EVP_PKEY& subject_key, X509* authority,
                            EVP_PKEY& signer) {
  Certificate certificate(X509_new());
  require(certificate != nullptr, "no memory");
  X509& it = *certificate;
  require(X509_set_version(&it, X509_VERSION_3) == 1, "no memory");
  set_random_serial(it);
  require(X509_set1_notBefore(&it, asn_time(names.not_before).get()) == 1 &&
              X509_set1_notAfter(&it, asn_time(names.not_after).get()) == 1 &&
              X509_set_pubkey(&it, &subject_key) == 1,
          "no memory");
  X509_NAME& subject = *X509_get_subject_name(&it);
  add_name(subject, "O", "ddb");
  if (authority == nullptr) {
    // With a part of its serial number, so that two authorities are told apart.
    add_name(subject, "CN",
             "ddb authority " + serial_of(*X509_get0_serialNumber(&it)).substr(0, 8));
  } else if (names.node.size() <= kLongestCommonName) {
    add_name(subject, "CN", names.node);
  }
  X509* const issuer = authority == nullptr ? &it : authority;
  require(X509_set_issuer_name(&it, X509_get_subject_name(issuer)) == 1, "no memory");
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, &it, nullptr, nullptr, 0);
  add_extension(it, context, NID_subject_key_identifier, "hash");
  add_extension(it, context, NID_authority_key_identifier, "keyid:always");
  if (authority == nullptr) {
    add_extension(it, context, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    add_extension(it, context, NID_key_usage, "critical,keyCertSign,cRLSign");
  } else {
    add_extension(it, context, NID_basic_constraints, "critical,CA:FALSE");
    add_extension(it, context, NID_key_usage, "critical,digitalSignature");
    add_extension(it, context, NID_ext_key_usage, "serverAuth,clientAuth");
    add_extension(it, context, NID_subject_alt_name, alternative_name(names.node));
  }
  require(X509_sign(&it, &signer, EVP_sha256()) > 0, "a certificate can't be signed");
  return certificate;
}

RevocationList new_revocations(const std::vector<Issued>& revoked, std::uint64_t number, Time time,
                               X509& authority, EVP_PKEY& signer) {
  RevocationList list(X509_CRL_new());
  require(list != nullptr, "no memory");
  X509_CRL& it = *list;
  // A list that ends would end all imports with it; a newer one is known by its number.
  require(X509_CRL_set_version(&it, X509_CRL_VERSION_2) == 1 &&
              X509_CRL_set_issuer_name(&it, X509_get_subject_name(&authority)) == 1 &&
              X509_CRL_set1_lastUpdate(&it, asn_time(time).get()) == 1 &&
              X509_CRL_set1_nextUpdate(&it, X509_get0_notAfter(&authority)) == 1,
          "no memory");
  for (const Issued& issued : revoked) {
    Entry entry(X509_REVOKED_new());
    require(
        entry && X509_REVOKED_set_serialNumber(entry.get(), integer_of(issued.serial).get()) == 1 &&
            X509_REVOKED_set_revocationDate(entry.get(), asn_time(*issued.revoked_at).get()) == 1,
        "no memory");
    add_node(*entry, issued.node);
    require(X509_CRL_add0_revoked(&it, entry.get()) == 1, "no memory");
    static_cast<void>(entry.release());
  }
  const Integer its_number(ASN1_INTEGER_new());
  X509V3_CTX context;
  X509V3_set_ctx(&context, &authority, nullptr, nullptr, &it, 0);
  const Extension key(
      X509V3_EXT_conf_nid(nullptr, &context, NID_authority_key_identifier, "keyid:always"));
  require(its_number && ASN1_INTEGER_set_uint64(its_number.get(), number) == 1 &&
              X509_CRL_add1_ext_i2d(&it, NID_crl_number, its_number.get(), 0, 0) == 1 && key &&
              X509_CRL_add_ext(&it, key.get(), -1) == 1 && X509_CRL_sort(&it) == 1 &&
              X509_CRL_sign(&it, &signer, EVP_sha256()) > 0,
          "a list can't be signed");
  return list;
}

std::string serial_of(const ASN1_INTEGER& number) {
  const Number big(ASN1_INTEGER_to_BN(&number, nullptr));
  require(big != nullptr, "no memory");
  char* const text = BN_bn2hex(big.get());
  require(text != nullptr, "no memory");
  std::string copy(text);
  OPENSSL_free(text);
  return copy;
}

Time time_of(const ASN1_TIME& time) {
  std::tm parts{};
  require(ASN1_TIME_to_tm(&time, &parts) == 1, "a time can't be read");
  return Time(std::chrono::seconds(timegm(&parts)));
}

}  // namespace ddb::ca::detail

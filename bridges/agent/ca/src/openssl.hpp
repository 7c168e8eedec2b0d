// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_CA_OPENSSL_HPP
#define DDB_CA_OPENSSL_HPP

#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>
#include <string>
#include <string_view>

#include "ddb/ca/authority.hpp"

/// OpenSSL's objects as values, and what the certificates of an authority look like.
namespace ddb::ca::detail {

template <auto Function>
struct FreedBy {
  template <class Object>
  void operator()(Object* object) const noexcept {
    Function(object);
  }
};

using PrivateKey = std::unique_ptr<EVP_PKEY, FreedBy<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, FreedBy<X509_free>>;
using RevocationList = std::unique_ptr<X509_CRL, FreedBy<X509_CRL_free>>;

/// @throws Error with what OpenSSL says
[[noreturn]] void openssl_failed(const std::string& what);

/// A new key on P-256.
PrivateKey new_key();

std::string pem_of(const EVP_PKEY& key);
std::string pem_of(const X509& certificate);
std::string pem_of(const X509_CRL& list);

/// Each returns nothing if the text is none.
PrivateKey key_of(std::string_view pem);
Certificate certificate_of(std::string_view pem);
RevocationList revocations_of(std::string_view pem);

/// What a certificate is to say.
struct Names {
  std::string node;  ///< empty: the authority itself
  Time not_before;
  Time not_after;
};

/// @param authority its certificate; null: the authority's own is made
/// @param signer the authority's key
Certificate new_certificate(const Names& names, EVP_PKEY& subject_key, X509* authority,
                            EVP_PKEY& signer);

/// A list of those that are revoked.
RevocationList new_revocations(const std::vector<Issued>& revoked, std::uint64_t number, Time time,
                               X509& authority, EVP_PKEY& signer);

/// In hexadecimal digits, upper case.
std::string serial_of(const ASN1_INTEGER& number);
Time time_of(const ASN1_TIME& time);

/// Whose the revoked certificate was: an extension of the entry, which OpenSSL does not know and
/// leaves alone (not critical). The number was made from a random UUID (ITU-T X.667).
constexpr const char* kNodeExtension = "2.25.87906800133896741382319171513391490208";

}  // namespace ddb::ca::detail

#endif  // DDB_CA_OPENSSL_HPP

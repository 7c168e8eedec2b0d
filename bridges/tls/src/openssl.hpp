// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TLS_OPENSSL_HPP
#define DDB_TLS_OPENSSL_HPP

#include <openssl/bio.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// OpenSSL's objects, owned; and what we ask of them.
namespace ddb::tls {

template <auto Free>
struct Freed {
  template <class Object>
  void operator()(Object* object) const noexcept {
    Free(object);
  }
};
template <class Object, auto Free>
using Owned = std::unique_ptr<Object, Freed<Free>>;

using Bio = Owned<BIO, BIO_free>;
using Certificate = Owned<X509, X509_free>;
using Crl = Owned<X509_CRL, X509_CRL_free>;
using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Context = Owned<SSL_CTX, SSL_CTX_free>;
using Connection = Owned<SSL, SSL_free>;

/// A BIO that reads the text, which must live as long.
Bio bio_of(std::string_view text);

/// The nodes that a certificate is for, as store::node_name() spells them: its subject alternative
/// names that are addresses or names of hosts. Others, wildcards too, are no names of nodes.
std::vector<std::string> nodes_of(const X509* certificate);

/// In hexadecimal, capital letters.
std::string serial_text(const ASN1_INTEGER* serial);

/// Whether it has this use (XKU_SSL_SERVER, XKU_SSL_CLIENT) by name: no extension is no use.
bool has_use(X509* certificate, std::uint32_t use);

/// What OpenSSL complains of, in its own words; takes it off the thread's list.
std::string openssl_words();

}  // namespace ddb::tls

#endif  // DDB_TLS_OPENSSL_HPP

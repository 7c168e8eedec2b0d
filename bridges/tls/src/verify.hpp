// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TLS_VERIFY_HPP
#define DDB_TLS_VERIFY_HPP

#include <optional>
#include <string>

#include "ddb/tls/credentials.hpp"
#include "ddb/tls/handshake.hpp"
#include "loaded.hpp"
#include "openssl.hpp"

namespace ddb::tls {

/// What is needed while a certificate is looked at, and what came of it.
struct Verification {
  const Credentials::Loaded& loaded;
  Role role;           ///< ours
  std::string wanted;  ///< node; empty: any
  std::optional<Refusal> refusal;
};

/// OpenSSL's callback (SSL_CTX_set_verify); the SSL's application data is the Verification.
int verify_peer(int is_fine, X509_STORE_CTX* store);

/// What is wrong with a handshake that OpenSSL has ended with an error, from its list of errors.
Refusal refusal_of_openssl();

}  // namespace ddb::tls

#endif  // DDB_TLS_VERIFY_HPP

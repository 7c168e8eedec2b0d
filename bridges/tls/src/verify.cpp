// SPDX-License-Identifier: Apache-2.0
#include "verify.hpp"

#include <openssl/err.h>
#include <openssl/sslerr.h>

#include <algorithm>
#include <utility>

namespace ddb::tls {

namespace {

Reason reason_of(int error) {
  switch (error) {
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_CERT_CHAIN_TOO_LONG:
    case X509_V_ERR_CERT_UNTRUSTED:
    case X509_V_ERR_INVALID_CA:
      return Reason::OtherAuthority;
    case X509_V_ERR_INVALID_PURPOSE:
      return Reason::WrongUse;
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return Reason::NotYetValid;
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return Reason::Expired;
    default:
      return Reason::BadCertificate;
  }
}

int refuse(Verification& verification, X509_STORE_CTX* store, int error, Refusal refusal) {
  X509_STORE_CTX_set_error(store, error);
  verification.refusal = std::move(refusal);
  return 0;
}

std::string named(const std::vector<std::string>& nodes) {
  return nodes.empty() ? "it names no node" : "it is for " + nodes.front();
}

// What the contract asks for beyond a chain to the CA.
int look_at_node(Verification& verification, X509_STORE_CTX* store, X509* certificate) {
  const std::vector<std::string> nodes = nodes_of(certificate);
  const std::uint32_t use = verification.role == Role::Master ? XKU_SSL_SERVER : XKU_SSL_CLIENT;
  if (!has_use(certificate, use)) {
    return refuse(verification, store, X509_V_ERR_INVALID_PURPOSE,
                  {Reason::WrongUse, named(nodes)});
  }
  const std::string serial = serial_text(X509_get0_serialNumber(certificate));
  if (verification.loaded.is_revoked(serial)) {
    return refuse(verification, store, X509_V_ERR_CERT_REVOKED,
                  {Reason::Revoked, named(nodes) + ", serial number " + serial});
  }
  const bool is_wanted = verification.wanted.empty() ||
                         std::find(nodes.begin(), nodes.end(), verification.wanted) != nodes.end();
  if (nodes.empty() || !is_wanted) {
    const std::string wish =
        verification.wanted.empty() ? "" : ", and not for " + verification.wanted;
    return refuse(verification, store, X509_V_ERR_HOSTNAME_MISMATCH,
                  {Reason::OtherNode, named(nodes) + wish});
  }
  return 1;
}

}  // namespace

int verify_peer(int is_fine, X509_STORE_CTX* store) {
  const auto* const connection = static_cast<const SSL*>(
      X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
  auto& verification = *static_cast<Verification*>(SSL_get_app_data(connection));
  const int depth = X509_STORE_CTX_get_error_depth(store);
  X509* const certificate = X509_STORE_CTX_get_current_cert(store);
  if (is_fine == 1) {
    return depth == 0 ? look_at_node(verification, store, certificate) : 1;
  }
  const int error = X509_STORE_CTX_get_error(store);
  std::string detail = depth > 0 ? "the CA's: " : "";
  detail += X509_verify_cert_error_string(error);
  if (depth == 0 && certificate != nullptr) detail += ", " + named(nodes_of(certificate));
  return refuse(verification, store, error, {reason_of(error), detail});
}

Refusal refusal_of_openssl() {
  const unsigned long error = ERR_peek_error();
  const int reason = ERR_GET_REASON(error);
  const bool is_of_tls = ERR_GET_LIB(error) == ERR_LIB_SSL;
  const std::string words = openssl_words();
  if (!is_of_tls) return {Reason::NotTls, words};
  switch (reason) {
    case SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE:
      return {Reason::NoCertificate, ""};
    case SSL_R_UNSUPPORTED_PROTOCOL:
    case SSL_R_VERSION_TOO_LOW:
    case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION:
      return {Reason::OtherVersion, ""};
    case SSL_R_NO_SHARED_CIPHER:
    case SSL_R_NO_SHARED_GROUPS:
      return {Reason::NoCommonCipher, ""};
    case SSL_R_UNEXPECTED_EOF_WHILE_READING:
      return {Reason::HungUp, ""};
    default:
      break;
  }
  // What the other side told us of: its alert.
  if (reason > SSL_AD_REASON_OFFSET) return {Reason::RefusedByPeer, words};
  return {Reason::NotTls, words};
}

}  // namespace ddb::tls

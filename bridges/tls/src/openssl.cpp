// SPDX-License-Identifier: Apache-2.0
#include "openssl.hpp"

#include <arpa/inet.h>
#include <openssl/bn.h>
#include <openssl/err.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace ddb::tls {

namespace {

constexpr std::size_t kLongestName = 253;  // RFC 1035, section 2.3.4, as text

std::string address_text(const ASN1_OCTET_STRING* address) {
  const int size = ASN1_STRING_length(address);
  const unsigned char* const bytes = ASN1_STRING_get0_data(address);
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (size == 4 && inet_ntop(AF_INET, bytes, text.data(), text.size()) != nullptr) {
    return text.data();
  }
  if (size == 16 && inet_ntop(AF_INET6, bytes, text.data(), text.size()) != nullptr) {
    return std::string("[").append(text.data()).append("]");
  }
  return "";
}

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

// The name of a host in lower case; empty if it is none.
std::string host_text(const ASN1_IA5STRING* name) {
  const int size = ASN1_STRING_length(name);
  if (size <= 0 || static_cast<std::size_t>(size) > kLongestName) return "";
  const auto* const bytes = reinterpret_cast<const char*>(ASN1_STRING_get0_data(name));
  std::string text(bytes, static_cast<std::size_t>(size));
  std::transform(text.begin(), text.end(), text.begin(), lower);
  const bool is_name = std::all_of(text.begin(), text.end(), [](char it) {
    return (it >= 'a' && it <= 'z') || (it >= '0' && it <= '9') || it == '-' || it == '.';
  });
  return is_name ? text : "";
}

}  // namespace

Bio bio_of(std::string_view text) {
  return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::vector<std::string> nodes_of(const X509* certificate) {
  const auto free_names = [](GENERAL_NAMES* names) { GENERAL_NAMES_free(names); };
  const std::unique_ptr<GENERAL_NAMES, decltype(free_names)> names(
      static_cast<GENERAL_NAMES*>(
          X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)),
      free_names);
  std::vector<std::string> nodes;
  for (int i = 0; i < sk_GENERAL_NAME_num(names.get()); ++i) {
    int type = 0;
    const auto* const value = static_cast<const ASN1_STRING*>(
        GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(names.get(), i), &type));
    std::string node;
    if (type == GEN_IPADD) node = address_text(value);
    if (type == GEN_DNS) node = host_text(value);
    if (!node.empty()) nodes.push_back(std::move(node));
  }
  return nodes;
}

std::string serial_text(const ASN1_INTEGER* serial) {
  const Owned<BIGNUM, BN_free> number(ASN1_INTEGER_to_BN(serial, nullptr));
  if (!number) return "";
  const auto free_text = [](char* text) { OPENSSL_free(text); };
  const std::unique_ptr<char, decltype(free_text)> text(BN_bn2hex(number.get()), free_text);
  return text ? text.get() : "";
}

bool has_use(X509* certificate, std::uint32_t use) {
  return (X509_get_extension_flags(certificate) & EXFLAG_XKUSAGE) != 0 &&
         (X509_get_extended_key_usage(certificate) & use) == use;
}

std::string openssl_words() {
  const unsigned long error = ERR_get_error();
  ERR_clear_error();
  if (error == 0) return "no reason given";
  const char* const reason = ERR_reason_error_string(error);
  return reason != nullptr ? reason : "error " + std::to_string(ERR_GET_REASON(error));
}

}  // namespace ddb::tls

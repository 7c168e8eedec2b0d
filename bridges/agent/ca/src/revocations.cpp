// SPDX-License-Identifier: Apache-2.0
#include "ddb/ca/revocations.hpp"

#include <utility>

#include "files.hpp"
#include "openssl.hpp"

namespace ddb::ca {

namespace {

using namespace detail;

constexpr std::size_t kLongestCertificate = 100'000;

std::uint64_t number_of(const X509_CRL& list) {
  const std::unique_ptr<ASN1_INTEGER, FreedBy<ASN1_INTEGER_free>> number(
      static_cast<ASN1_INTEGER*>(X509_CRL_get_ext_d2i(&list, NID_crl_number, nullptr, nullptr)));
  std::uint64_t value = 0;
  if (!number || ASN1_INTEGER_get_uint64(&value, number.get()) != 1) {
    throw Error("the list of revoked certificates has no number; have 'ddb-agent ca' make it");
  }
  return value;
}

std::string node_of(const X509_REVOKED& entry) {
  const std::unique_ptr<ASN1_OBJECT, FreedBy<ASN1_OBJECT_free>> object(
      OBJ_txt2obj(kNodeExtension, 1));
  const int at = X509_REVOKED_get_ext_by_OBJ(&entry, object.get(), -1);
  if (at < 0) return "";
  const ASN1_OCTET_STRING* const octets = X509_EXTENSION_get_data(X509_REVOKED_get_ext(&entry, at));
  const unsigned char* bytes = ASN1_STRING_get0_data(octets);
  const std::unique_ptr<ASN1_UTF8STRING, FreedBy<ASN1_UTF8STRING_free>> text(
      d2i_ASN1_UTF8STRING(nullptr, &bytes, ASN1_STRING_length(octets)));
  if (!text) return "";
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text.get())),
          static_cast<std::size_t>(ASN1_STRING_length(text.get()))};
}

}  // namespace

Revocations read_revocations(std::string_view pem, std::string_view authority) {
  if (pem.size() > kLongestRevocations) {
    throw Error("the list of revoked certificates is longer than " +
                std::to_string(kLongestRevocations) + " bytes and was not read");
  }
  const RevocationList list = revocations_of(pem);
  if (!list) {
    throw Error("the list of revoked certificates is none; publish it with 'ddb-agent ca publish'");
  }
  const Certificate its_authority = certificate_of(authority);
  EVP_PKEY* const key = its_authority ? X509_get0_pubkey(its_authority.get()) : nullptr;
  if (key == nullptr) {
    throw Error("the authority's certificate ca.crt is none; copy it anew from the authority");
  }
  const bool is_its = X509_NAME_cmp(X509_CRL_get_issuer(list.get()),
                                    X509_get_subject_name(its_authority.get())) == 0;
  if (!is_its || X509_CRL_verify(list.get(), key) != 1) {
    throw Error(
        "the list of revoked certificates was not signed by this cluster's authority and does not "
        "count; see who can write to the store");
  }
  Revocations revocations;
  revocations.number = number_of(*list);
  revocations.pem = pem;
  const STACK_OF(X509_REVOKED)* const entries = X509_CRL_get_REVOKED(list.get());
  for (int i = 0; i < sk_X509_REVOKED_num(entries); ++i) {
    const X509_REVOKED& entry = *sk_X509_REVOKED_value(entries, i);
    revocations.revoked.push_back(
        {serial_of(*X509_REVOKED_get0_serialNumber(&entry)), node_of(entry)});
  }
  return revocations;
}

RevocationKeeper::RevocationKeeper(std::filesystem::path authority, std::filesystem::path kept)
    : authority_(std::move(authority)), kept_(std::move(kept)) {
  const std::optional<std::string> list = read_file(kept_, kLongestRevocations);
  const std::optional<std::string> its_authority = read_file(authority_, kLongestCertificate);
  if (!list || !its_authority) return;
  try {
    current_ = read_revocations(*list, *its_authority);
    its_authority_ = *its_authority;
  } catch (const Error& error) {
    throw Error(kept_.string() + ": " + error.what() +
                "; if the authority was replaced, delete this file, and begin with the new one's");
  }
}

bool RevocationKeeper::refresh() {
  const std::optional<std::string> authority = read_file(authority_, kLongestCertificate);
  // Half a file is no other authority.
  const bool is_one = authority && certificate_of(*authority);
  if (!current_ || !is_one || *authority == its_authority_) return false;
  its_authority_ = *authority;
  try {
    static_cast<void>(read_revocations(current_->pem, *authority));
    return false;
  } catch (const Error&) {
    current_.reset();
    return true;
  }
}

std::optional<RevocationKeeper::News> RevocationKeeper::offer(std::string_view pem) const {
  if (current_ && current_->pem == pem) return std::nullopt;
  const std::optional<std::string> authority = read_file(authority_, kLongestCertificate);
  if (!authority) {
    throw Error("there is no " + authority_.string() +
                "; copy the node's folder from the authority");
  }
  News news{read_revocations(pem, *authority), {}};
  if (current_ && news.list.number <= current_->number) return std::nullopt;
  std::set<std::string> known;
  if (current_) {
    for (const Revoked& it : current_->revoked) known.insert(it.serial);
  }
  for (const Revoked& it : news.list.revoked) {
    if (!known.contains(it.serial) && !it.node.empty()) news.nodes.insert(it.node);
  }
  return news;
}

void RevocationKeeper::keep(const News& news) {
  current_ = news.list;
  make_folder(kept_.parent_path());
  write_file(kept_, news.list.pem, kPublic);
}

}  // namespace ddb::ca

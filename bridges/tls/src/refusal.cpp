// SPDX-License-Identifier: Apache-2.0
#include "ddb/tls/refusal.hpp"

#include <array>
#include <cstddef>

namespace ddb::tls {

namespace {

constexpr std::array kReasons = {
    ReasonText{Reason::NoCertificate, "no_certificate", "it showed no certificate",
               "give it one: ddb-agent ca issue"},
    ReasonText{Reason::OtherAuthority, "other_authority",
               "its certificate is not one of this cluster's CA",
               "both nodes need certificates of the same CA: ddb-agent ca issue"},
    ReasonText{Reason::WrongUse, "wrong_use",
               "its certificate may not be used for this (extended key usage)",
               "nodes need serverAuth and clientAuth: ddb-agent ca issue"},
    ReasonText{Reason::OtherNode, "other_node", "its certificate is another node's",
               "look which computer has that address, and which folder --tls names there"},
    ReasonText{Reason::Expired, "expired", "its certificate has expired",
               "renew it: ddb-agent ca renew"},
    ReasonText{Reason::NotYetValid, "not_yet_valid", "its certificate is not valid yet",
               "look at the clocks of both computers"},
    ReasonText{Reason::Revoked, "revoked", "its certificate was revoked",
               "if it is to come back: ddb-agent ca issue"},
    ReasonText{Reason::BadCertificate, "bad_certificate", "its certificate is not acceptable",
               "give it one that is: ddb-agent ca issue"},
    ReasonText{Reason::PlainUsbip, "plain_usbip", "it speaks usbip without encryption",
               "start ddb-agent with --tls there; usbip's own commands have no encryption"},
    ReasonText{Reason::NotTls, "not_tls", "what came is not TLS",
               "look what speaks to this port, or listens at it"},
    ReasonText{Reason::OtherVersion, "other_version",
               "the two sides have no version of TLS in common",
               "both need a ddb-agent of these days; TLS before 1.2 is not spoken"},
    ReasonText{Reason::NoCommonCipher, "no_common_cipher", "the two sides have no cipher in common",
               "both need a ddb-agent of these days"},
    ReasonText{Reason::RefusedByPeer, "refused_by_peer", "the other side refused",
               "its log says why"},
    ReasonText{Reason::Silent, "silent", "it did not come to an end of the handshake in time",
               "look at the network between the two"},
    ReasonText{Reason::HungUp, "hung_up", "it ended the connection in the middle of the handshake",
               "its log says why; usbipd and an agent with --insecure do so, too"},
    ReasonText{Reason::Broken, "broken", "the connection broke during the handshake", ""},
    ReasonText{Reason::NoKernelTls, "no_kernel_tls",
               "this computer's kernel has no TLS: the module tls is not loaded", "modprobe tls"},
    ReasonText{Reason::NoKernelCipher, "no_kernel_cipher",
               "this computer's kernel lacks the cipher of the connection", ""},
    ReasonText{Reason::NoLibraryTls, "no_library_tls",
               "this computer's OpenSSL was built without kernel TLS",
               "install one that has it, as Debian's has"},
    ReasonText{Reason::OwnFiles, "own_files", "the files of this node can't be used", ""},
    ReasonText{Reason::NoPort, "no_port", "the port is on no bus", ""},
    ReasonText{Reason::NotExported, "not_exported", "the port is not EXPORTED", ""},
    ReasonText{Reason::OtherMaster, "other_master", "the port belongs to another master", ""},
    ReasonText{Reason::NoLease, "no_lease", "an agent that must be alive is not", ""},
    ReasonText{Reason::NoStore, "no_store", "the store can't be asked who may have the port", ""},
    ReasonText{Reason::Hook, "hook", "the authorisation hook said no", ""},
};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < kReasons.size(); ++i) {
    if (static_cast<std::size_t>(kReasons[i].reason) != i) return false;
  }
  return true;
}
static_assert(is_in_order());
static_assert(kReasons.size() == static_cast<std::size_t>(Reason::Hook) + 1);

usbip::FailureKind kind_of(Reason reason) {
  switch (reason) {
    case Reason::Silent:
      return usbip::FailureKind::TimedOut;
    case Reason::HungUp:
    case Reason::Broken:
      return usbip::FailureKind::Unreachable;
    case Reason::NotTls:
    case Reason::PlainUsbip:
      return usbip::FailureKind::BadAnswer;
    case Reason::NoKernelTls:
    case Reason::NoKernelCipher:
      return usbip::FailureKind::NoModule;
    default:
      return usbip::FailureKind::Refused;
  }
}

std::string sentence_of(const Refusal& refusal) {
  std::string text(text_of(refusal.reason).sentence);
  if (!refusal.detail.empty()) text += ": " + refusal.detail;
  return text;
}

}  // namespace

std::span<const ReasonText> reasons() noexcept { return kReasons; }

const ReasonText& text_of(Reason reason) noexcept {
  return kReasons[static_cast<std::size_t>(reason)];
}

std::string Refusal::text() const {
  const std::string_view remedy = text_of(reason).remedy;
  return remedy.empty() ? sentence_of(*this) : sentence_of(*this).append("; ").append(remedy);
}

usbip::Failure Refusal::failure() const {
  const ReasonText& text = text_of(reason);
  return {kind_of(reason), sentence_of(*this), std::string(text.remedy), 0, std::string(text.name)};
}

}  // namespace ddb::tls

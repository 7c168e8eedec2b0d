// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TLS_REFUSAL_HPP
#define DDB_TLS_REFUSAL_HPP

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "ddb/usbip/result.hpp"

/// Why nobody gets a device who may not have it: one table for all of it.
namespace ddb::tls {

/// A line of the table.
enum class Reason : std::uint8_t {
  // The handshake.
  NoCertificate,
  OtherAuthority,
  WrongUse,
  OtherNode,
  Expired,
  NotYetValid,
  Revoked,
  BadCertificate,
  PlainUsbip,
  NotTls,
  OtherVersion,
  NoCommonCipher,
  RefusedByPeer,
  Silent,
  HungUp,
  Broken,
  NoKernelTls,
  NoKernelCipher,
  NoLibraryTls,
  // Our own files.
  OwnFiles,
  // Who may have which device.
  NoPort,
  NotExported,
  OtherMaster,
  NoLease,
  NoStore,
  Hook,
};

/// What stands in the table.
struct ReasonText {
  Reason reason;
  std::string_view name;      ///< for programs and logs: "other_authority"
  std::string_view sentence;  ///< for people
  std::string_view remedy;    ///< what to do about it; empty: nothing, it is as it should be
};

/// All of the table, in the order of the enumeration.
std::span<const ReasonText> reasons() noexcept;
/// One line of it.
const ReasonText& text_of(Reason reason) noexcept;

/// A refusal: why, and what is special about this one.
struct Refusal {
  Reason reason = Reason::Broken;
  std::string detail;  ///< behind the sentence; empty if there is nothing to add

  /// Sentence, detail and remedy in one line.
  std::string text() const;
  /// For code that knows no TLS: kind Refused (TimedOut, Unreachable, NoModule where that is what
  /// it is), and the reason's name.
  usbip::Failure failure() const;
};

}  // namespace ddb::tls

#endif  // DDB_TLS_REFUSAL_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USBIP_RESULT_HPP
#define DDB_USBIP_RESULT_HPP

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

/// What a call gives: a value, or why there is none. Bad input and a system that says no are
/// values; nothing here throws but std::bad_alloc.
namespace ddb::usbip {

/// What went wrong, for programs.
enum class FailureKind : std::uint8_t {
  NoModule,      ///< a module of the kernel is not loaded
  NoPermission,  ///< the system does not let this user do it
  NoFreePort,    ///< the virtual controller has no free port of this speed
  NoDevice,      ///< there is no device on the port
  Busy,          ///< somebody else has the device
  NotBound,      ///< the device does not belong to usbip-host
  Unsuitable,    ///< a device that can't be exported: a hub, or one that is imported itself
  Unreachable,   ///< the other computer does not answer, or there is no way to it
  TimedOut,      ///< the other computer did not do its part in time
  Refused,       ///< the other computer said no
  BadAnswer,     ///< what came is not usbip's protocol
  OldPeer,       ///< usbip's protocol in another version
  System,        ///< anything else that the system refused
};

/// Its name in lower case with underscores, as logs and metrics have it: "no_free_port".
const char* failure_kind_name(FailureKind kind) noexcept;

/// Why something could not be done.
struct Failure {
  FailureKind kind = FailureKind::System;  ///< for programs
  std::string sentence;                    ///< for people: what and where
  std::string remedy;                      ///< what to do about it; empty if nothing is known
  int number = 0;                          ///< the system's errno, 0 if it is not from there
  /// More closely than the kind, for programs: one word of the table of whoever said no.
  std::string reason = {};

  /// Both sentences in one line.
  std::string text() const { return remedy.empty() ? sentence : sentence + "; " + remedy; }
};

/// A value of type Value, or an Error that says why not.
template <class Value, class Error = Failure>
class [[nodiscard]] Result {
 public:
  Result(Value value) : held_(std::in_place_index<0>, std::move(value)) {}  ///< It went well.
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}  ///< It did not.

  /// Whether there is a value.
  explicit operator bool() const noexcept { return held_.index() == 0; }
  /// The value; only if there is one.
  Value& operator*() noexcept { return *std::get_if<0>(&held_); }
  const Value& operator*() const noexcept { return *std::get_if<0>(&held_); }
  Value* operator->() noexcept { return std::get_if<0>(&held_); }
  const Value* operator->() const noexcept { return std::get_if<0>(&held_); }
  /// Why there is no value; only if there is none.
  const Error& error() const noexcept { return *std::get_if<1>(&held_); }

 private:
  std::variant<Value, Error> held_;
};

/// The value of what gives nothing but success.
struct Done {
  friend bool operator==(const Done&, const Done&) = default;
};

}  // namespace ddb::usbip

#endif  // DDB_USBIP_RESULT_HPP

// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_KEY_HPP
#define DDB_STORE_KEY_HPP

#include <compare>
#include <string>
#include <string_view>

namespace ddb::store {

/// The name of a bus as it is stored: 1 to 64 letters (ASCII), digits, `-` and `_`.
/// @throws Error Invalid, which says what is wrong
std::string bus_name(std::string_view text);

/// The name of a node as it is stored, so that one node has one spelling: an IPv4 address
/// (`10.0.0.1`), an IPv6 address in brackets in the form of RFC 5952 (`[fe80::1]`; brackets that
/// are missing are added; no zone), or a host name in lower case (labels of letters, digits and
/// `-`, at most 253 characters; the last label is no number). Nothing is resolved: a host name and
/// its address are two nodes.
/// @throws Error Invalid, which says what is wrong
std::string node_name(std::string_view text);

/// The name of a protocol: 1 to 16 lower-case letters, digits and `-`, a letter first: `usbip`.
/// @throws Error Invalid, which says what is wrong
std::string protocol_name(std::string_view text);

/// The name of a hardware port as usbip and Linux name it: `1-3`, `1-3.2`. Numbers from 1 to 255
/// without leading zeros, at most 31 characters (what fits into the busid of the usbip protocol).
/// @throws Error Invalid, which says what is wrong
std::string port_name(std::string_view text);

/// A port of a bus: `<bus>:<master>:<protocol>:<provider>:<port>`, the key of its entry. Holds
/// checked names only, spelled as the functions above return them.
class Key {
 public:
  /// @throws Error Invalid: a name is not as it must be
  Key(std::string_view bus, std::string_view master, std::string_view protocol,
      std::string_view provider, std::string_view port);

  /// Reads the form that text() writes; IPv6 addresses need their brackets here.
  /// @throws Error Invalid: it is no such key, or a name in it is not as it must be
  static Key parse(std::string_view text);

  const std::string& bus() const noexcept { return bus_; }            ///< `dbus1`
  const std::string& master() const noexcept { return master_; }      ///< node that uses the device
  const std::string& protocol() const noexcept { return protocol_; }  ///< `usbip`
  const std::string& provider() const noexcept { return provider_; }  ///< node that has the port
  const std::string& port() const noexcept { return port_; }          ///< `1-3.2`

  /// `dbus1:128.194.131.52:usbip:128.194.131.66:1-3`
  std::string text() const;

  /// In the order of bus, master, protocol, provider, port.
  friend auto operator<=>(const Key&, const Key&) = default;
  friend bool operator==(const Key&, const Key&) = default;

 private:
  std::string bus_;
  std::string master_;
  std::string protocol_;
  std::string provider_;
  std::string port_;
};

}  // namespace ddb::store

#endif  // DDB_STORE_KEY_HPP

// SPDX-License-Identifier: Apache-2.0
#include "ddb/store/key.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "ddb/store/error.hpp"
#include "text.hpp"

namespace ddb::store {

namespace {

constexpr std::size_t kLongestBus = 64;
constexpr std::size_t kLongestProtocol = 16;
constexpr std::size_t kLongestHost = 253;  // RFC 1035, section 2.3.4, in text
constexpr std::size_t kLongestLabel = 63;
constexpr std::size_t kLongestPort = 31;  // busid of the usbip protocol: 32 bytes with a NUL

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

[[noreturn]] void refuse(std::string_view text, const std::string& why) {
  throw Error(ErrorCode::Invalid, detail::quoted(text) + " " + why);
}

bool is_label(std::string_view label) {
  return !label.empty() && label.size() <= kLongestLabel && label.front() != '-' &&
         label.back() != '-' && std::all_of(label.begin(), label.end(), [](char c) {
           return is_lower(c) || is_digit(c) || c == '-';
         });
}

bool is_host_name(std::string_view text) {
  if (text.empty() || text.size() > kLongestHost) return false;
  for (;;) {
    const std::size_t dot = text.find('.');
    const std::string_view label = text.substr(0, dot);
    if (!is_label(label)) return false;
    // A last label of digits is a part of an address that went wrong.
    if (dot == std::string_view::npos) return !std::all_of(label.begin(), label.end(), is_digit);
    text.remove_prefix(dot + 1);
  }
}

// The form of RFC 5952; empty if it is no IPv6 address.
std::string ipv6_text(const std::string& text) {
  in6_addr address{};
  std::array<char, INET6_ADDRSTRLEN> written{};
  if (inet_pton(AF_INET6, text.c_str(), &address) != 1 ||
      inet_ntop(AF_INET6, &address, written.data(), written.size()) == nullptr) {
    return "";
  }
  return written.data();
}

// A number of a port's name at the beginning of the text, which is taken away; false if there is
// none from 1 to 255.
bool take_number(std::string_view& text) {
  int value = 0;
  std::size_t digits = 0;
  while (digits < text.size() && digits < 3 && is_digit(text[digits])) {
    value = value * 10 + (text[digits++] - '0');
  }
  if (digits == 0 || text.front() == '0' || value > 255) return false;
  text.remove_prefix(digits);
  return true;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

bool is_port(std::string_view text) {
  if (text.size() > kLongestPort) return false;
  if (!take_number(text) || !take(text, '-') || !take_number(text)) return false;
  while (!text.empty()) {
    if (!take(text, '.') || !take_number(text)) return false;
  }
  return true;
}

// The part of a key up to the next colon, which is taken away with it.
std::string_view take_part(std::string_view& rest, std::string_view whole) {
  std::size_t end = rest.find(':');
  if (!rest.empty() && rest.front() == '[') {
    const std::size_t bracket = rest.find(']');
    end = bracket == std::string_view::npos ? bracket : rest.find(':', bracket);
  }
  if (end == std::string_view::npos) {
    refuse(whole,
           "is no key of a port; it must be <bus>:<master>:<protocol>:<provider>:<port>, with IPv6 "
           "addresses in brackets");
  }
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return part;
}

}  // namespace

std::string bus_name(std::string_view text) {
  const bool is_fine = !text.empty() && text.size() <= kLongestBus &&
                       std::all_of(text.begin(), text.end(), [](char c) {
                         return is_lower(c) || is_upper(c) || is_digit(c) || c == '-' || c == '_';
                       });
  if (!is_fine) {
    refuse(text, "is no name of a bus; use 1 to 64 letters, digits, '-' and '_', as in dbus1");
  }
  return std::string(text);
}

std::string node_name(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) refuse(text, "is no node: it holds a NUL");
  std::string plain(text);
  const bool has_brackets = plain.size() > 2 && plain.front() == '[' && plain.back() == ']';
  if (has_brackets) plain = plain.substr(1, plain.size() - 2);
  if (const std::string ipv6 = ipv6_text(plain); !ipv6.empty()) return "[" + ipv6 + "]";
  in_addr ipv4{};
  if (!has_brackets && inet_pton(AF_INET, plain.c_str(), &ipv4) == 1) return plain;
  std::transform(plain.begin(), plain.end(), plain.begin(),
                 [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  if (has_brackets || !is_host_name(plain)) {
    refuse(
        text,
        "is no node; use an IPv4 address as 10.0.0.1, an IPv6 address without a zone as [fe80::1], "
        "or a host name as lab-pc.example");
  }
  return plain;
}

std::string protocol_name(std::string_view text) {
  const bool is_fine = !text.empty() && text.size() <= kLongestProtocol && is_lower(text.front()) &&
                       std::all_of(text.begin(), text.end(),
                                   [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
  if (!is_fine) refuse(text, "is no name of a protocol; the one that is built in is usbip");
  return std::string(text);
}

std::string port_name(std::string_view text) {
  if (!is_port(text)) {
    refuse(
        text,
        "is no port; use the name that 'usbip list -l' and 'ddb-usb list' show: bus, '-', and the "
        "numbers of the ports on the way with '.' between them, as in 1-3 or 1-3.2");
  }
  return std::string(text);
}

Key::Key(std::string_view bus, std::string_view master, std::string_view protocol,
         std::string_view provider, std::string_view port)
    : bus_(bus_name(bus)),
      master_(node_name(master)),
      protocol_(protocol_name(protocol)),
      provider_(node_name(provider)),
      port_(port_name(port)) {}

Key Key::parse(std::string_view text) {
  std::string_view rest = text;
  const std::string_view bus = take_part(rest, text);
  const std::string_view master = take_part(rest, text);
  const std::string_view protocol = take_part(rest, text);
  const std::string_view provider = take_part(rest, text);
  return {bus, master, protocol, provider, rest};
}

std::string Key::text() const {
  return bus_ + ":" + master_ + ":" + protocol_ + ":" + provider_ + ":" + port_;
}

}  // namespace ddb::store
